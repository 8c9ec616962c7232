"""The text of a part of a Word file as blocks, in its order."""

from attrs import Factory, define, evolve, field

from opshandover.importers.word.file import CONTENTS, WordFile
from opshandover.importers.word.lists import Marker, Outline
from opshandover.importers.word.styles import Kind, Style, changed, paragraph_properties, twips
from opshandover.importers.word.tables import Content, TableReader
from opshandover.importers.word.text import MC, Line, TextReader
from opshandover.ooxml.anchors import SECTION
from opshandover.ooxml.tree import Element, W, value
from opshandover.pages.blocks import (
    Block,
    Code,
    Divider,
    Heading,
    Paragraph,
    Role,
    Run,
    Runs,
    set_strong,
    text_of,
)
from opshandover.pages.inline import merged_runs

TITLE_LEVEL = 0
"""The level of a heading that is the title of a document, until it is known which one is."""
SUBTITLE_LEVEL = -1
_P, _TBL, _PPR = f"{W}p", f"{W}tbl", f"{W}pPr"
_R, _T, _TCPR, _STYLE = f"{W}r", f"{W}t", f"{W}tcPr", f"{W}pStyle"
_MARK, _MARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_SIMPLE = (Style(), Style(left=0))
_OF_LINES = frozenset(f"{W}{name}" for name in ("keepNext", "keepLines", "spacing", "jc", "widowControl", "snapToGrid"))
"""Properties of a paragraph that say nothing about what it is."""
_CHANGED = {f"{W}ins": True, f"{W}moveTo": True, f"{W}del": False, f"{W}moveFrom": False}


@define
class _Read:
    """A container that is being read: what came of it, and the bookmarks in its own paragraphs."""

    outline: Outline = field(factory=Outline)
    marks: list[str] = field(factory=list[str])
    step: str | None = None
    joined: Line | None = None
    """The beginning of a paragraph whose end was deleted."""


@define
class BodyReader:
    """Reads the blocks of containers: the body, cells, text boxes, headers, notes."""

    file: WordFile
    text: TextReader = field(
        init=False, default=Factory(lambda self: TextReader(self.file, self.blocks), takes_self=True)
    )
    tables: TableReader = field(
        init=False, default=Factory(lambda self: TableReader(self.file, self.cell), takes_self=True)
    )
    _simple_styles: dict[str, bool] = field(factory=dict[str, bool], init=False)
    _listed: list[Block] = field(factory=list[Block], init=False)
    """The tables of contents."""

    def blocks(self, container: Element) -> tuple[Block, ...]:
        """Read all blocks of a container."""
        return self._read(container, "").outline.blocks()

    def body(self, container: Element) -> tuple[Block, ...]:
        """Read the body; its table of contents, which repeats its headings, is put beside it."""
        blocks = self.blocks(container)
        self.file.put_beside(CONTENTS, tuple(self._listed), apart=True)
        return blocks

    def cell(self, cell: Element, path: str) -> Content:
        """Read a cell of a table."""
        if simple := self._simple(cell, path):
            return simple
        read = self._read(cell, path)
        return Content(blocks=read.outline.blocks(), marks=read.marks, step=read.step)

    def _simple(self, cell: Element, path: str) -> Content | None:
        """Read a cell of one paragraph that is but text, as nearly all cells of a large table are."""
        parts = list(cell)
        line = parts.pop() if parts else None
        if line is None or line.tag != _P or self.text.in_field:
            return None
        if parts and [each.tag for each in parts] != [_TCPR]:
            return None
        text = ""
        marks: list[str] = []
        for each in line:
            tag = each.tag
            if tag == _R:
                for part in each:
                    if part.tag != _T:
                        return None
                    text += part.text or ""
            elif tag == _MARK:
                marks.append(value(each, "name"))
            elif tag == _PPR:
                if not self._is_simple(each):
                    return None
            elif tag != _MARK_END:
                return None
        blocks = (Paragraph((Run(text),), path),) if text.strip() else ()
        return Content(blocks=blocks, marks=marks)

    def _is_simple(self, properties: Element) -> bool:
        """Whether a paragraph with some properties is neither an item nor in a special style."""
        for each in properties:
            tag = each.tag
            if tag == _STYLE:
                if not self._is_simple_style(value(each)):
                    return False
            elif tag not in _OF_LINES:
                return False
        return True

    def _is_simple_style(self, name: str) -> bool:
        """Whether a style says nothing of a paragraph; asked once for each, as nearly all cells have one of few."""
        if name not in self._simple_styles:
            self._simple_styles[name] = self.file.styles.of(name) in _SIMPLE
        return self._simple_styles[name]

    def _read(self, container: Element, path: str) -> _Read:
        read = _Read()
        self._inside(container, read, path)
        if read.joined:
            self._put(read, read.joined, Style(), None, "")
        return read

    def _inside(self, container: Element, read: _Read, path: str) -> None:
        for each in container:
            tag = each.tag
            if tag == _P:
                self._paragraph(each, read, path)
            elif tag == _TBL:
                indent = each.find(f"{W}tblPr/{W}tblInd")
                left = twips(value(indent, "w")) or 0 if indent is not None else 0
                for block in self.tables.blocks(each):
                    read.outline.add(block, left)
            elif tag == f"{W}sdt":
                content = each.find(f"{W}sdtContent")
                if content is not None:
                    self._inside(content, read, self.file.tag(each.find(f"{W}sdtPr")) or path)
            elif tag == f"{MC}AlternateContent":
                self._inside(next(iter(each), each), read, path)
            elif tag in _CHANGED:
                if self.file.is_shown(each, insertion=_CHANGED[tag]):
                    self._inside(each, read, path)
            elif tag == f"{W}altChunk":
                self.file.objects += 1
            elif tag in (f"{W}customXml", f"{W}smartTag"):
                self._inside(each, read, path)

    def _paragraph(self, element: Element, read: _Read, path: str) -> None:
        properties = element[0] if len(element) and element[0].tag == _PPR else None
        style = self._style(properties)
        if read.joined:
            joined, line = read.joined, self.text.line(element, _for_text(style), path)
            line.runs, line.marks = joined.runs + line.runs, joined.marks + line.marks
            read.joined = None
        else:
            line = self.text.line(element, _for_text(style), path)
        read.marks += line.marks
        if self._is_joined(properties):
            read.joined = line
            return
        self._put(read, line, style, properties, path)

    def _style(self, properties: Element | None) -> Style:
        if properties is None:
            return self.file.styles.of(self.file.styles.default)
        first = properties[0] if len(properties) else None
        named = value(first) if first is not None and first.tag == f"{W}pStyle" else self.file.styles.default
        style = self.file.styles.of(named)
        said = paragraph_properties(properties)
        return changed(style, said)

    def _is_joined(self, properties: Element | None) -> bool:
        """Whether the end of a paragraph is a tracked change that is undone, or deleted."""
        marks = properties.find(f"{W}rPr") if properties is not None else None
        for each in marks if marks is not None else ():
            if each.tag in _CHANGED:
                return not self.file.is_shown(each, insertion=_CHANGED[each.tag])
        return False

    def _put(self, read: _Read, line: Line, style: Style, properties: Element | None, path: str) -> None:
        if style.kind is Kind.CONTENTS or self.text.in_contents:
            if not line.is_blank:
                self._listed.append(Paragraph(line.merged()))
            return
        if style.kind is Kind.STEP:
            read.step = "" if line.is_blank else text_of(line.merged())
            return
        marker = self._marker(line, style, style.left)
        block = self._block(line, style, path)
        left = style.left or 0
        if marker:
            read.outline.item(marker, (block,) if block else ())
        elif isinstance(block, Code | Divider):
            read.outline.add(block, left)
        else:
            left = 0 if isinstance(block, Heading) else left
            read.outline.paragraph(block, left, quoted=style.kind is Kind.QUOTE)

    def _marker(self, line: Line, style: Style, left: int | None) -> Marker | None:
        if style.level or style.kind in (Kind.TITLE, Kind.SUBTITLE, Kind.STEP):
            return None
        if style.number:
            level = self.file.numbering.level(style.number, style.depth)
            indent = left if left is not None else level.left
            return Marker(
                left=indent if indent is not None else 1 + style.depth,
                hanging=style.hanging,
                quoted=style.kind is Kind.QUOTE,
                number=style.number,
                depth=style.depth,
                ordered=level.ordered,
                start=level.start,
                kind=level.kind,
                anew=level.anew,
                checked=line.checked,
            )
        if line.checked is None:
            return None
        quoted = style.kind is Kind.QUOTE
        return Marker(left=left or 0, hanging=style.hanging, quoted=quoted, checked=line.checked)

    def _block(self, line: Line, style: Style, path: str) -> Block | None:
        runs, own = _with_path(line.merged(), path)
        if style.kind is Kind.DIVIDER and line.is_blank:
            return Divider()
        if style.kind is Kind.TITLE:
            return Heading(TITLE_LEVEL, text_of(runs), own)
        if line.is_blank:
            return None
        if style.kind is Kind.SUBTITLE:
            return Heading(SUBTITLE_LEVEL, text_of(runs), own)
        if style.level:
            section = next((found for mark in line.marks if (found := self.file.mark(mark, SECTION))), "")
            return Heading(style.level, text_of(runs), own or section, is_value=bool(own))
        if style.kind is Kind.CODE:
            return Code(text_of(runs), path=own)
        if line.level:
            runs = merged_runs(set_strong(runs))
        return Paragraph(runs, own, Role.PLACEHOLDER if line.asks else Role.NONE, level=line.level)


def _for_text(style: Style) -> Style:
    """The style of the runs of a paragraph: a heading is bold as a whole, which says nothing of its parts."""
    return evolve(style, strong=False) if style.level or style.kind in (Kind.TITLE, Kind.SUBTITLE) else style


def _with_path(runs: Runs, path: str) -> tuple[Runs, str]:
    """Put the path of runs that all have the same at their paragraph, where runs without one are its label."""
    paths = {run.path for run in runs if run.path}
    if len(paths) != 1:
        return runs, path
    return tuple([evolve(run, path="") if run.path else run for run in runs]), paths.pop()
