"""Runs of text in the Markdown that a robot understands.

Neither vendor documents how to escape a mark, and their apps differ. So a character of a document that could be a
mark is replaced by its full-width twin (`*` by `＊`), which looks alike, and is nothing but text in every app.
"""

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import quote

from attrs import frozen

from opshandover.pages import Role, Run, Runs, link_addresses, merge_runs

_ALWAYS = str.maketrans("*`[]<", "＊｀［］＜")
_SOMETIMES = re.compile(
    r"(?<![^\W_])_+ | _+(?![^\W_])"  # emphasis, but not inside a word
    r"| ~(?=~) | (?<=~)~"  # strikethrough
    r"| &(?=\#?\w+;)",  # a character reference
    re.VERBOSE,
)
_AT_START = re.compile(r"^(\s*)([#>+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of all that follows."""
_EDGES = re.compile(r"\A(\W*)(.*?)(\W*)\Z", re.DOTALL)
_FOLLOWED = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_KEPT = ":/?#@!$&'+,;=%~-._"
"""The signs of an address that no robot takes for a mark."""


@frozen(kw_only=True)
class Dialect:
    """What a robot renders. Bold text, links, headings and quotations are rendered by all of them.

    `colours` are the names of colours by role; `between` is what makes a new line.
    """

    between: str
    bullet: str
    emphasis: bool = False
    code: bool = False
    pictures: bool = False
    colours: Mapping[Role, str] = {}


def text(plain: str) -> str:
    """A text of a document that is read as it is, on as many lines as it has."""
    clean = "".join(map(_visible, plain.replace("\r\n", "\n").replace("\r", "\n")))
    return _AT_START.sub(_wide_start, _SOMETIMES.sub(_wide, clean.translate(_ALWAYS)))


def _visible(char: str) -> str:
    hidden = char != "\n" and (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in _TURNING)
    return "\ufffd" if hidden else char


def _wide(found: re.Match[str]) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in found[0])


def _wide_start(found: re.Match[str]) -> str:
    return found[1] + _wide(re.match(r".*", found[2]) or found)


def lines(runs: Runs, dialect: Dialect) -> list[str]:
    """Runs as lines, each with all of its marks."""
    shown = link_addresses(merge_runs(runs))
    parts = [_marked(run, dialect, cut) for run, cut in zip(shown, _are_cut(shown), strict=True)]
    return "".join(parts).split("\n")


def _are_cut(runs: Runs) -> list[bool]:
    """For each run, whether an ellipsis behind it says that its end is missing: half an address leads nowhere."""
    return [following.text.startswith("…") for following in (*runs[1:], Run(text=""))] if runs else []


def _marked(run: Run, dialect: Dialect, is_cut: bool) -> str:
    if run.image:
        return _picture(run.text, run.image.address, dialect)
    if run.link and not is_cut and _FOLLOWED.match(run.link):
        return _link(run.text, run.link)
    shown = text(run.text)
    if run.link and not is_cut and run.link != run.text:
        shown += f"（{text(run.link)}）"
    if run.code and dialect.code:
        return _around(shown, "`")
    if run.strong:
        return _around(shown, "**")
    return _around(shown, "*") if run.emphasis and dialect.emphasis else shown


def _link(label: str, address: str) -> str:
    shown = " ".join(text(label).split()) or "…"
    return f"[{shown}]({quote(address, safe=_KEPT)})"


def _picture(label: str, address: str, dialect: Dialect) -> str:
    if not _FOLLOWED.match(address):
        return text(f"（{label or address}）")
    return f"!{_link(label, address)}" if dialect.pictures else _link(label or address, address)


def _around(shown: str, mark: str) -> str:
    """Marks around each line of a text, without punctuation at its edges, beside which some apps know no mark."""
    return "\n".join(_around_line(line, mark) for line in shown.split("\n"))


def _around_line(line: str, mark: str) -> str:
    found = _EDGES.match(line)
    before, inside, behind = found.groups() if found else ("", "", line)
    return f"{before}{mark}{inside}{mark}{behind}" if inside else line


def coloured(lines: list[str], role: Role, dialect: Dialect) -> list[str]:
    """Lines in the colour of a role, where the robot has one for it."""
    colour = dialect.colours.get(role)
    return [f'<font color="{colour}">{line}</font>' if colour and line else line for line in lines]
