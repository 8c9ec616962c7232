"""Escape plain text for Markdown: it reads as typed, with backslashes only where needed.

Each pattern matches the positions where a character would be markup; elsewhere it is not escaped,
so that `snake_case`, `2026-11-21`, `1.5`, `a < b` and Chinese prose stay readable.
"""

import re
import unicodedata

_MARKUP = r"""
      \\(?=[!-/:-@\[-`{-~]|.?\Z)          # would escape what follows
    | `
    | (?<![ ])\* | \*(?![ ])              # emphasis; between spaces it is a multiplication sign
    | (?<![^\W_])(?<!_)_++                # emphasis, but not inside a word
    | _++(?![^\W_])
    | <(?=[A-Za-z/!?])                    # a tag
    | &(?=\#?\w+;)                        # a character reference
    | \](?=\()                            # the middle of a link
"""
_IN_TEXT = re.compile(_MARKUP, re.VERBOSE | re.DOTALL)
_IN_LINK = re.compile(_MARKUP + r"| [\[\]]", re.VERBOSE | re.DOTALL)
_LINE_START = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|\Z))"  # an ordered list
    r"|(?=(?:\#{1,6}|[-+])(?:\s|\Z)"  # a heading, a list
    r"|>"  # a quotation
    r"|[-=:|][-=:|\s]*\Z)"  # the line under a heading or a table's head
)
_CLOSING = re.compile(r"(?:(?<=\s)|(?<!.))(?=#+\Z)")
_ENDS_ADDRESS = re.compile(r"[\s<>()\\\x00-\x20\x7f]|&#?\w+;")
_REFERENCE = re.compile(r"&(?=#?\w+;)")


def escape(text: str, *, tildes: bool, starts: bool, in_link: bool) -> str:
    """Escape what would be markup within a line.

    Args:
        text: part of one line.
        tildes: whether another tilde may follow, which would strike out the text in between.
        starts: whether the text begins its block, where a bracket may start a checkbox or a note.
        in_link: whether the text is the text of a link, whose brackets must be balanced.
    """
    markup = _IN_LINK if in_link else _IN_TEXT
    text = markup.sub(lambda found: "".join(f"\\{char}" for char in found[0]), text)
    if tildes:
        text = text.replace("~", "\\~")
    return f"\\{text}" if starts and text.startswith("[") else text


def escape_line_start(line: str) -> str:
    """Escape what would begin a block at the start of a finished line."""
    found = _LINE_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def escape_heading(text: str) -> str:
    """Escape number signs at the end of a heading, which Markdown would drop."""
    return _CLOSING.sub(r"\\", text, count=1)


def escape_edges(line: str) -> str:
    """Write a space or tab at either end of a line so that Markdown does not drop it."""
    if line[:1] in (" ", "\t"):
        line = reference(line[0]) + line[1:]
    if line[-1:] in (" ", "\t"):
        line = line[:-1] + reference(line[-1])
    return line


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


def address(link: str) -> str:
    """Write the address of a link, in angle brackets where it would end too early."""
    link = link.replace("\n", "%0A")
    if link and not _ENDS_ADDRESS.search(link):
        return link
    return "<" + _REFERENCE.sub(r"\\&", re.sub(r"[\\<>]", r"\\\g<0>", link)) + ">"
