"""What the styles of a Word file mean: headings by their level, quotations, code, and bold text."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from attrs import evolve, frozen

from opshandover.ooxml.tree import Element, W, value

_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(
    r"(?:heading|标题|標題|überschrift|titre|título|intestazione|заголовок|見出し)\s*([1-9])|([1-9一二三四五六七八九])\s*级标题",
    re.IGNORECASE,
)
_TITLES = ("title", "标题", "標題", "文档标题", "文件标题", "大标题")
_SUBTITLES = ("subtitle", "副标题")
_CHINESE = "一二三四五六七八九"
_CODE_RUNS = ("inline code", "html code", "html typewriter", "source text", "verbatim char", "code char", "code")
_NOT_SHOWN = ("placeholder text",)
_TEXT_HEADING = re.compile("text ?heading ?([1-6])")
_IN_ITALICS = ("nothing to report latin",)
"""Styles whose italics are no emphasis."""
MONOSPACE = ("consolas", "courier", "courier new", "menlo", "monaco", "sf mono", "cascadia code", "liberation mono")


class Kind(Enum):
    """What a paragraph is, by its style."""

    TEXT = "text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    QUOTE = "quote"
    CODE = "code"
    DIVIDER = "divider"
    CONTENTS = "contents"
    STEP = "step"


_KINDS = {
    "quote": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "quotations": Kind.QUOTE,
    "table quote": Kind.QUOTE,
    "引用": Kind.QUOTE,
    "明显引用": Kind.QUOTE,
    "code": Kind.CODE,
    "source code": Kind.CODE,
    "html preformatted": Kind.CODE,
    "preformatted text": Kind.CODE,
    "divider": Kind.DIVIDER,
    "horizontal line": Kind.DIVIDER,
    "flow label": Kind.STEP,
}


@frozen(kw_only=True)
class Style:
    """A style with all that it takes over from those it is based on.

    `level` is that of a heading, from 1; 0 for other text. `left` is the indentation in twips, `hanging` by how much
    less the first line has. `text_level` is that of a heading within a text, which the style of its runs says.
    """

    kind: Kind = Kind.TEXT
    level: int = 0
    number: str = ""
    depth: int = 0
    left: int | None = None
    hanging: int = 0
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    hidden: bool = False
    placeholder: bool = False
    text_level: int = 0


Said = Mapping[str, Any]
"""What properties say, by the names of a style's attributes."""


def changed(style: Style, said: Said) -> Style:
    """A style of which properties say something else."""
    return evolve(style, **said) if said else style


def is_on(element: Element | None) -> bool | None:
    """Whether a property is switched on; `None` if it is not said."""
    return None if element is None else value(element).lower() not in _OFF


def twips(text: str) -> int | None:
    """A length in twips, as far as it is a whole number."""
    try:
        return round(float(text))
    except ValueError:
        return None


class Styles:
    """The styles of a file by id."""

    def __init__(self, root: Element | None) -> None:
        """Take them from the part of the styles; without it there are none."""
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {"": Style()}
        self.default = ""
        for each in root.iter(f"{W}style") if root is not None else ():
            name = value(each, "styleId")
            self._elements[name] = each
            if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true", "on"):
                self.default = name

    def of(self, name: str) -> Style:
        """The style of an id; an unknown one means what its id says."""
        if name not in self._known:
            self._known[name] = Style()  # one that is based on itself ends here
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Style:
        element = self._elements.get(name)
        if element is None:
            return _named(name, Style())
        based = value(element.find(f"{W}basedOn"))
        style = self.of(based) if based else Style()
        style = changed(style, paragraph_properties(element.find(f"{W}pPr")))
        style = changed(style, run_properties(element.find(f"{W}rPr")))
        return _named(
            value(element.find(f"{W}name")) or name, style, outlined=element.find(f"{W}pPr/{W}outlineLvl") is not None
        )


def _named(name: str, style: Style, *, outlined: bool = False) -> Style:
    """A style with what its name says; an outline level that it has is more certain."""
    name = name.strip().lower()
    if inside := _TEXT_HEADING.fullmatch(name):
        return evolve(style, text_level=int(inside[1]), strong=True)
    found = _HEADING.fullmatch(name)
    if found and not outlined:
        said = found[1] or found[2]
        return evolve(style, level=_CHINESE.index(said) + 1 if said in _CHINESE else int(said))
    if name in _TITLES:
        return evolve(style, kind=Kind.TITLE, level=0)
    if name in _SUBTITLES:
        return evolve(style, kind=Kind.SUBTITLE, level=0)
    if name.startswith(("toc ", "目录")) or name in ("contents heading", "toc heading"):
        return evolve(style, kind=Kind.CONTENTS, level=0)
    return evolve(
        style,
        kind=_KINDS.get(name, style.kind),
        code=style.code or name in _CODE_RUNS,
        emphasis=style.emphasis and name not in _IN_ITALICS,
        placeholder=style.placeholder or name in _NOT_SHOWN,
    )


def paragraph_properties(element: Element | None) -> Said:
    """What the properties of a paragraph or its style say, by the names of a style's attributes."""
    if element is None:
        return {}
    said: dict[str, Any] = {}
    for each in element:
        if each.tag == f"{W}outlineLvl":
            outline = twips(value(each))
            said["level"] = outline + 1 if outline is not None and 0 <= outline < 9 else 0
        elif each.tag == f"{W}numPr":
            if (number := each.find(f"{W}numId")) is not None:
                said["number"] = "" if value(number) == "0" else value(number)
            said["depth"] = twips(value(each.find(f"{W}ilvl"))) or 0
        elif each.tag == f"{W}ind":
            left = twips(value(each, "left") or value(each, "start"))
            if left is not None:
                said["left"] = left
            if hanging := value(each, "hanging"):
                said["hanging"] = twips(hanging) or 0
    return said


_FLAGS = {
    f"{W}b": "strong",
    f"{W}i": "emphasis",
    f"{W}strike": "strike",
    f"{W}dstrike": "strike",
    f"{W}vanish": "hidden",
}


def run_properties(element: Element | None) -> Said:
    """What the properties of a run or a style say, by the names of a style's attributes."""
    said: dict[str, Any] = {}
    for each in element if element is not None else ():
        if name := _FLAGS.get(each.tag):
            said[name] = is_on(each)
        elif each.tag == f"{W}rFonts" and value(each, "ascii").lower() in MONOSPACE:
            said["code"] = True
    return said
