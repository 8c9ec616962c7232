"""The text of a paragraph: its runs, fields, symbols, boxes, pictures, and what is drawn beside it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from attrs import define, evolve, field

from opshandover.importers.word.file import HIDDEN, TEXT_BOX, WordFile
from opshandover.importers.word.styles import Style, changed, is_on, run_properties
from opshandover.ooxml.anchors import CHECKBOXES
from opshandover.ooxml.tree import Element, R, W, value
from opshandover.pages.addresses import safe_address
from opshandover.pages.blocks import Block, Image, Paragraph, Run, Runs

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VML = "{urn:schemas-microsoft-com:vml}"
_TEXT_BOX = f"{W}txbxContent"
_TICKED, _EMPTY = "☑☒✓✔✅", "☐□"
_SYMBOLS = {"f0a8": "☐", "f06f": "☐", "f0a3": "☐", "f0fe": "☑", "f0fd": "☒", "f052": "☑", "f0fc": "✓", "f0b7": "•"}
"""Signs of the Wingdings fonts that have a character of their own."""
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\\w\s+)*"([^"]*)"')
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_R, _T, _RPR, _MARK = f"{W}r", f"{W}t", f"{W}rPr", f"{W}bookmarkStart"


@define
class Line:
    """What is known of a paragraph while it is read.

    `checked` is the state of the box that it begins with; `paths` are those of its controls.
    """

    runs: list[Run] = field(factory=list[Run])
    marks: list[str] = field(factory=list[str])
    checked: bool | None = None
    hidden: list[Run] = field(factory=list[Run])
    asks: bool = False
    """Whether it shows a placeholder of ours."""
    level: int = 0
    """The level of a heading within a text: that of what it begins with."""

    def add(self, text: str, style: Style, link: str, path: str) -> None:
        """Add text in a style."""
        if not text:
            return
        if link and link == safe_address(text):
            link = ""
        run = Run(
            text=text,
            strong=style.strong,
            emphasis=style.emphasis,
            strike=style.strike,
            code=style.code,
            link=link,
            path=path,
        )
        if not style.hidden:
            self.show(run, style)
        else:
            self.hidden.append(run)

    def show(self, run: Run, style: Style) -> None:
        """Add a run, which may be a picture, in a style."""
        if style.text_level and self.is_blank:
            self.level = style.text_level
        self.runs.append(run)

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing yet."""
        return not any(run.image or run.text.strip() for run in self.runs)

    def merged(self) -> Runs:
        """The runs, adjacent ones in one style as one; a blank after a box is not part of the text."""
        merged = _merged(self.runs)
        if self.checked is None or not merged or not merged[0].text.startswith((" ", "\t")):
            return merged
        first = evolve(merged[0], text=merged[0].text[1:])
        return (first, *merged[1:]) if first.text else merged[1:]


def _merged(runs: list[Run]) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if merged and _is_one(merged[-1], run):
            merged[-1] = evolve(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _is_one(one: Run, other: Run) -> bool:
    return not (one.image or other.image) and evolve(one, text="") == evolve(other, text="")


@define
class _Field:
    """A field that has begun: its code, and whether its result is being read."""

    code: str = ""
    shown: bool = False


@define
class TextReader:
    """Reads paragraphs one after another; a field may go on over several of them."""

    file: WordFile
    blocks: Callable[[Element], tuple[Block, ...]]
    """Reads the blocks of a text box."""
    _fields: list[_Field] = field(factory=list[_Field], init=False)

    def line(self, paragraph: Element, style: Style, path: str) -> Line:
        """Read a paragraph in a style; `path` is that of a control around it."""
        line = Line()
        self._inside(paragraph, line, style, "", path)
        if line.hidden:
            self.file.put_beside(HIDDEN, (Paragraph(runs=_merged(line.hidden)),))
        return line

    @property
    def in_field(self) -> bool:
        """Whether a field has begun and not ended."""
        return bool(self._fields)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents has begun and not ended."""
        return any(each.code.lstrip().startswith("TOC") for each in self._fields)

    def _inside(self, element: Element, line: Line, style: Style, link: str, path: str) -> None:
        for each in element:
            tag = each.tag
            if tag == _R:
                self._run(each, line, style, link, path)
            elif tag in _IGNORED:
                continue
            elif tag == _MARK:
                line.marks.append(value(each, "name"))
            else:
                self._other(each, line, style, link, path)

    def _other(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        tag = each.tag
        if tag == f"{W}hyperlink":
            relation = self.file.package.relations(self.file.part).get(str(each.get(f"{R}id", "")))
            target = relation.target if relation and relation.external else ""
            self._inside(each, line, style, safe_address(target) or link, path)
        elif tag == f"{W}sdt":
            self._control(each, line, style, link, path)
        elif tag in (f"{W}ins", f"{W}moveTo", f"{W}del", f"{W}moveFrom"):
            if self.file.is_shown(each, insertion=tag in (f"{W}ins", f"{W}moveTo")):
                self._inside(each, line, style, link, path)
        elif tag == f"{MC}AlternateContent":
            self._inside(_chosen(each), line, style, link, path)
        elif tag == f"{W}ruby":
            self._inside(each, line, style, link, path)
        elif tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
            line.add("".join(text.text or "" for text in each.iter(f"{_MATH}t", f"{W}t")), style, link, path)
        else:
            self._inside(each, line, style, link, path)

    def _control(self, control: Element, line: Line, style: Style, link: str, path: str) -> None:
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        own = self.file.tag(properties) or path
        box = properties.find(f"{W14}checkbox") if properties is not None else None
        if content is None:
            return
        if box is not None:
            self._box(box, content, line, style, own)
        elif properties is not None and is_on(properties.find(f"{W}showingPlcHdr")):
            if own:
                line.asks = True
                self._inside(content, line, style, link, own)
        else:
            self._inside(content, line, style, link, own)

    def _box(self, box: Element, content: Element, line: Line, style: Style, path: str) -> None:
        state = box.find(f"{W14}checked")
        ticked = state is not None and state.get(f"{W14}val", "1") not in ("0", "false")
        inner = Line()
        self._inside(content, inner, style, "", path)
        sign = "".join(run.text for run in inner.runs)
        seen = (
            True if any(each in sign for each in _TICKED) else False if any(each in sign for each in _EMPTY) else ticked
        )
        self.file.differing_boxes += seen is not ticked
        if line.checked is None and line.is_blank:
            line.checked = ticked
            line.runs.clear()
        else:
            line.add(CHECKBOXES[ticked], style, "", path)
        rest = sign.strip("".join((_TICKED, _EMPTY)))
        line.add(rest if rest.strip() else "", style, "", path)

    def _run(self, run: Element, line: Line, style: Style, link: str, path: str) -> None:
        first = run[0] if len(run) else None
        if first is None:
            return
        if first.tag == _RPR:
            style = self._styled(first, style)
        for each in run:
            tag = each.tag
            if tag == _T:
                if not self._fields or self._shows():
                    line.add(each.text or "", style, self._link() or link, path)
            elif tag == _RPR:
                continue
            elif tag in _SIGNS:
                if self._shows():
                    line.add(_SIGNS[tag], style, self._link() or link, path)
            elif tag in self._PARTS:
                self._PARTS[tag](self, each, line, style, link, path)

    def _shows(self) -> bool:
        return all(each.shown for each in self._fields)

    def _link(self) -> str:
        """The address that a field around the text leads to."""
        for each in self._fields:
            if found := _ADDRESS.match(each.code):
                return safe_address(found[1])
        return ""

    def _styled(self, properties: Element, style: Style) -> Style:
        said: dict[str, Any] = {}
        named = properties.find(f"{W}rStyle")
        if named is not None:
            own = self.file.styles.of(value(named))
            said = {name: True for name in ("strong", "emphasis", "strike", "code", "hidden") if getattr(own, name)}
            if own.text_level:
                said["text_level"] = own.text_level
        said.update(run_properties(properties))
        return changed(style, said)

    def _deleted(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        line.add(each.text or "", style, link, path)

    def _symbol(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        code = value(each, "char").lower()
        known = _SYMBOLS.get(code) if "dings" in value(each, "font").lower() else None
        try:
            sign = known or chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        line.add(sign if sign.isprintable() or known else "\ufffd", style, link, path)

    def _field_sign(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        kind = value(each, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            if (box := each.find(f"{W}ffData/{W}checkBox")) is not None:
                state = box.find(f"{W}checked")
                ticked = bool(is_on(state if state is not None else box.find(f"{W}default")))
                if line.checked is None and line.is_blank:
                    line.checked = ticked
                else:
                    line.add(CHECKBOXES[ticked], style, "", path)
            elif (choices := each.find(f"{W}ffData/{W}ddList")) is not None:
                entries = [value(entry) for entry in choices.iterchildren(f"{W}listEntry")]
                chosen = value(choices.find(f"{W}result")) or "0"
                if chosen.isdecimal() and int(chosen) < len(entries):
                    line.add(entries[int(chosen)], style, link, path)
        elif self._fields and kind == "separate":
            self._fields[-1].shown = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _code(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].code += each.text or ""

    def _alternative(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        for inner in _chosen(each):
            if inner.tag in self._PARTS:
                self._PARTS[inner.tag](self, inner, line, style, link, path)
            else:
                self._inside(inner, line, style, link, path)

    def _drawn(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        """Read what is drawn: pictures into the text, the content of text boxes beside it."""
        boxes = list(_outermost(each))
        for box in boxes:
            self.file.put_beside(TEXT_BOX, self.blocks(box))
        relations = self.file.package.relations(self.file.part)
        described = next(each.iter(f"{_DRAWING}docPr"), None)
        for picture in each.iter(_BLIP, f"{_VML}imagedata"):
            if any(above.tag == _TEXT_BOX for above in picture.iterancestors()) and boxes:
                continue
            number = next(
                (picture.get(f"{R}{name}") for name in ("embed", "link", "id") if picture.get(f"{R}{name}")), ""
            )
            target = relations.get(str(number))
            alt, title = "", ""
            if described is not None:
                alt, title = (" ".join(str(described.get(name, "")).split()) for name in ("descr", "title"))
            address = target.target.removeprefix("word/") if target and not target.external else ""
            line.show(evolve(_EMPTY_RUN, text=alt, image=Image(address, title), link=link, path=path), style)

    def _object(self, each: Element, line: Line, style: Style, link: str, path: str) -> None:
        self.file.objects += 1
        self._drawn(each, line, style, link, path)

    _PARTS: ClassVar[Mapping[str, Callable[[Any, Element, Line, Style, str, str], None]]] = {
        f"{W}delText": _deleted,
        f"{W}sym": _symbol,
        f"{W}fldChar": _field_sign,
        f"{W}instrText": _code,
        f"{W}drawing": _drawn,
        f"{W}pict": _drawn,
        f"{W}object": _object,
        f"{W}ruby": _inside,
        f"{MC}AlternateContent": _alternative,
    }


_EMPTY_RUN = Run("")
_IGNORED = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "rt", "rubyPr"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "sdtEndPr", "smartTagPr"),
        *("customXmlPr", "lastRenderedPageBreak", "pPr", "sdtPr"),
    )
)


def _chosen(alternative: Element) -> Element:
    """The content that is read of several that show the same: the first, which is the newest."""
    return next(alternative.iterchildren(f"{MC}Choice", f"{MC}Fallback"), alternative)


def _outermost(element: Element) -> Iterator[Element]:
    """The text boxes within an element that are in no other, nor in the older form of a newer one."""
    for each in element:
        if each.tag == _TEXT_BOX:
            yield each
        elif each.tag == f"{MC}AlternateContent":
            yield from _outermost(_chosen(each))
        else:
            yield from _outermost(each)
