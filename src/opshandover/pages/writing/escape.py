"""Escape plain text for Markdown: it reads as typed, with backslashes only where needed.

Each pattern matches the positions where a character would be markup; elsewhere it is not escaped,
so that `snake_case`, `2026-11-21`, `1.5`, `a < b` and Chinese prose stay readable. It reads as typed in
CommonMark, on GitHub, and in our own prose, whose rules differ in what they leave alone.
"""

import re
import string
import unicodedata

from opshandover.pages.prose_rules import BEFORE_SHARE, PATH, STRETCH

_MARKUP = r"""
      `
    | (?<!.[ ])\* | \*(?![ ].)            # emphasis; between spaces it is a multiplication sign, but
                                          # those at either end may be written as references
    | (?<![^\W_])(?<!_)_++                # emphasis, but not inside a word
    | (?<!_)_++(?![^\W_])
    | <(?=[A-Za-z/!?])                    # a tag
    | &(?=\#?\w+;)                        # a character reference
    | \](?=\()                            # the middle of a link
    | :(?=(?:100|1234|[+]1|-1|[a-z][a-z0-9_+-]{0,40}):)  # an emoji
"""
_BACKSLASH = r"\\(?=[!-/:-@\[-`{-~]|.?\Z) |"
"""A backslash that would escape what follows."""
_PATTERNS = {
    (doubled, in_link): re.compile(
        (r"\\ |" if doubled else _BACKSLASH) + _MARKUP + (r"| [\[\]]" if in_link else ""), re.VERBOSE | re.DOTALL
    )
    for doubled in (False, True)
    for in_link in (False, True)
}
_NAMES_SHARE = re.compile(BEFORE_SHARE + r"\\(?=[^\W_])")
_AFTER_DRIVE = re.compile(r"(?<=(?<![A-Za-z0-9])[A-Za-z]:)\\([!-/:-@\[\]^-`{-~])")
"""An escape that prose would take for the beginning of a path."""
_BEGINS_PATH = re.compile(r"\A(?:[A-Za-z](?=:\\)|\\\\(?=[^\W_]))")
"""What is the beginning of a path, unless a letter stands before it."""
_WITHOUT_DRIVE = re.compile(r"\A((?:&#\d+;)?:)\\\\(?=[^\W_])")
"""What is the beginning of a share, once the letter of the drive before it is a reference."""
_ESCAPES = re.compile(r"\\(?:[\W_]|\Z)")
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9])(?:(https?|mailto|tel)(:)(?=\S)|(www|ftp)([.:])(?=[!-~]{0,300}[^\x00-\x7f]))", re.IGNORECASE
)
"""What prose or GitHub takes for an address although none was written; it would take in the text behind it."""

_LINE_START = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|\Z))"  # an ordered list
    r"|(?=(?:\#{1,6}|[-+])(?:\s|\Z)"  # a heading, a list
    r"|\#{2,6}[^#]|\#[^\x00-\x7f]"  # what people mean as a heading
    r"|>"  # a quotation
    r"|[-=:|][-=:|\s]*\Z)"  # the line under a heading or a table's head
)
_CLOSING = re.compile(r"(?:(?<=\s)|(?<!.))(?=#+\Z)")
_ENDS_ADDRESS = re.compile(r"[\s<>()\\\x00-\x20\x7f]|&#?\w+;")
_REFERENCE = re.compile(r"&(?=#?\w+;)")


def escape(text: str, *, paired: str, starts: bool, in_link: bool, doubled: bool) -> str:
    """Escape what would be markup within a line.

    Args:
        text: part of one line.
        paired: the signs of which another may follow, which would make the text in between another.
        starts: whether the text begins its block, where a bracket may start a checkbox or a note.
        in_link: whether the text is the text of a link, whose brackets must be balanced.
        doubled: whether to escape every backslash.
    """
    text = _ADDRESS.sub(r"\1\3\\\2\4", _PATTERNS[doubled, in_link].sub(_escaped, text))
    for sign in paired:
        text = text.replace(sign, f"\\{sign}")
    text = _AFTER_DRIVE.sub(lambda found: reference(found[1]), text)
    return f"\\{text}" if starts and text.startswith("[") else text


def _escaped(found: re.Match[str]) -> str:
    # Two backslashes before a name are the path of a share in our own prose.
    if found[0] == "\\" and _NAMES_SHARE.match(found.string, found.start()):
        return reference("\\")
    return "".join(f"\\{char}" for char in found[0])


def needs_doubled(written: str) -> bool:
    """Whether a path holds escapes as well: prose takes none of its backslashes for one."""
    stretches = (found.span() for found in STRETCH.finditer(written)) if "\\" in written else ()
    return any(PATH.search(written, *span) and _ESCAPES.search(written, *span) for span in stretches)


def escape_line_start(line: str) -> str:
    """Escape what would begin a block at the start of a finished line."""
    found = _LINE_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def escape_heading(text: str) -> str:
    """Escape number signs at the end of a heading, which Markdown would drop."""
    return _CLOSING.sub(r"\\", text, count=1)


def escape_edges(line: str) -> str:
    """Write a space at either end of a line so that Markdown, or a parser that drops wide ones, does not drop it."""
    if line[:1].isspace():
        line = reference(line[0]) + line[1:]
    if line[-1:].isspace():
        line = line[:-1] + reference(line[-1])
    return line


def hard_break(before: str, after: str) -> str:
    """Write a line break between two lines, of which an empty one would end the paragraph."""
    in_path = PATH.search(before[-3:] + "\\") is not None
    return "\\\n" if before and after and not in_path else "<br>"


def encode_end(text: str, end: int) -> str:
    """Write the first (0) or the last (-1) character of an escaped text as a reference, if it is none."""
    if _AT_END[end].search(text):
        return text
    if end == 0:
        skipped = 1 if text[0] == "\\" and text[1:2] in _ESCAPABLE else 0
        rest = _BEGINS_PATH.sub(lambda found: reference(found[0][0]), text[skipped + 1 :], count=1)
        rest = _WITHOUT_DRIVE.sub(lambda found: found[1] + reference("\\"), rest)
        return reference(text[skipped]) + rest
    slashes = len(text) - 1 - len(text[:-1].rstrip("\\"))
    escaped = slashes % 2 == 1 and text[-1] in _ESCAPABLE
    return text[: -2 if escaped else -1] + reference(text[-1])


_ESCAPABLE = tuple(string.punctuation)
_AT_END = {0: re.compile(r"\A&#\d+;"), -1: re.compile(r"(?<!\\)(?:\\\\)*&#\d+;\Z")}
"""A character that is a reference already, at either end."""


def reference(char: str) -> str:
    """Write a character as a reference, which the rules of emphasis treat as punctuation."""
    return f"&#{ord(char)};"


def is_punctuation_or_symbol(char: str) -> bool:
    """Whether a character just inside an emphasis delimiter requires a separator outside of it."""
    return unicodedata.category(char)[0] in "PS"


def is_boundary(char: str) -> bool:
    """Whether a character just outside an emphasis delimiter separates it for all Markdown parsers.

    Parsers disagree on symbols such as emoji, so only what all of them take for punctuation counts.
    """
    category = unicodedata.category(char)
    return char in "\n\t" or category[0] == "P" or category == "Zs" or (category[0] == "S" and char.isascii())


def code_span(text: str) -> str:
    """Write text as a code span, between more backticks than it contains in a row."""
    ticks = "`" * (longest_run(text, "`") + 1)
    even = text.startswith(" ") and text.endswith(" ") and not text.isspace()
    pad = " " if even or text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def longest_run(text: str, char: str) -> int:
    """Return the length of the longest sequence of a character."""
    return max((len(run) for run in re.findall(f"{re.escape(char)}+", text)), default=0)


def quoted(title: str) -> str:
    """Write the title of an image, on one line and in quotation marks."""
    escaped = re.sub(r'["\\]|&(?=#?\w+;)', r"\\\g<0>", title.replace("\n", " "))
    return f'"{escaped}"'


def has_reference(text: str) -> bool:
    """Whether some parsers would read a part of a text as a character reference."""
    return _REFERENCE.search(text) is not None


def address(link: str) -> str:
    """Write the address of a link, in angle brackets where it would end too early."""
    link = link.replace("\n", "%0A")
    if link and not _ENDS_ADDRESS.search(link):
        return link
    return "<" + _REFERENCE.sub(r"\\&", re.sub(r"[\\<>]", r"\\\g<0>", link)) + ">"
