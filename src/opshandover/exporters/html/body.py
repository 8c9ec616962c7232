"""The body of the page: blocks become elements."""

from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from attrs import Factory, define, field, frozen

from opshandover.exporters.html.anchors import Anchors
from opshandover.exporters.html.chart import chart_figure
from opshandover.exporters.html.inline import InlineWriter
from opshandover.exporters.html.tables import TableWriter, role_class
from opshandover.html import NOTHING, Html, element, escaped, joined, with_breaks
from opshandover.pages.blocks import (
    Block,
    Chart,
    Code,
    Divider,
    Facts,
    Flow,
    FlowStep,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Role,
    Run,
    Table,
    are_blank,
)
from opshandover.text import Text

_TICKED = {True: Text("已勾选", "ticked"), False: Text("未勾选", "not ticked")}
_DEEPEST = 6


@frozen
class Entry:
    """A heading in the contents list: its level in HTML, its text and its anchor."""

    level: int
    text: str
    anchor: str


@define
class BodyWriter:
    """Writes the blocks of a page in their order, and collects its headings."""

    inline: InlineWriter
    anchors: Anchors = field(factory=Anchors, init=False)
    entries: list[Entry] = field(factory=list[Entry], init=False)
    tables: TableWriter = field(
        init=False,
        default=Factory(lambda self: TableWriter(self.inline.lang, self.anchors, self.inside), takes_self=True),
    )
    _figures: int = field(default=0, init=False)
    _last: int = field(default=1, init=False)
    """The level of the last heading, of the page or within a text, for those who have the page read out."""

    def sections(self, blocks: Iterable[Block]) -> Html:
        """Return all blocks, from each heading of the first level on in an element of its own."""
        parts: list[list[Block]] = [[]]
        for block in blocks:
            if isinstance(block, Heading) and block.level <= 1:
                parts.append([])
            parts[-1].append(block)
        return joined((self._section(part) for part in parts if part), "\n")

    def _section(self, blocks: list[Block]) -> Html:
        head = blocks[0]
        role = role_class(head.role) if isinstance(head, Heading) and head.text.strip() else ""
        signed = any(isinstance(block, Table) and block.role is Role.SIGNATURE for block in blocks)
        return element("section", self._boxed(blocks), class_=f"{role} {'signed' if signed else ''}".strip())

    def _boxed(self, blocks: Iterable[Block]) -> Html:
        """Return blocks of which those that ask for attention share a box."""
        groups = ((urgent, map(self._block, group)) for urgent, group in groupby(blocks, _asks_for_attention))
        parts = (element("div", *each, class_="box") if urgent else joined(each, "\n") for urgent, each in groups)
        return joined(parts, "\n")

    def inside(self, blocks: Iterable[Block]) -> Html:
        """Return blocks within another, where headings are lines in bold."""
        return joined(map(self._inner, blocks))

    def _inner(self, block: Block) -> Html:
        if not isinstance(block, Heading):
            return self._block(block)
        run = Run(text=block.text, strong=True)
        return self._paragraph(Paragraph(runs=(run,), path=block.path, derived=block.derived), "subheading")

    def _block(self, block: Block) -> Html:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(level=level) if level:
                return self._text_heading(block)
            case Paragraph():
                return self._paragraph(block, role_class(block.role))
            case ListBlock():
                return self._list(block)
            case Table():
                return self.tables.table(block)
            case Facts():
                return self.tables.facts(block)
            case Quote():
                content = self.inside(block.blocks)
                return element("blockquote", content, data_path=block.path, data_derived=_flag(block.derived))
            case Code():
                code = element("code", escaped(block.text), data_language=block.language)
                return element("pre", code, data_path=block.path, data_derived=_flag(block.derived))
            case Flow():
                return _flow(block)
            case Chart():
                self._figures += 1
                return chart_figure(block, self._figures, self.inline.lang)
            case Divider():
                return element("hr")
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Html:
        """Return a heading at most one level below the one before it, so that no level is left out."""
        if not heading.text.strip():
            return NOTHING
        above = self.entries[-1].level if self.entries else 1
        level = min(max(heading.level, 1) + 1, above + 1, _DEEPEST)
        self._last = level
        marks = self.anchors.marks(heading.path)
        anchor = marks.id or f"part-{len(self.entries) + 1}"
        self.entries.append(Entry(level, " ".join(heading.text.split()), anchor))
        return element(
            f"h{level}",
            marks.before,
            with_breaks(heading.text),
            id=anchor,
            class_="aside" if heading.role is Role.ATTENTION else "",
            lang=self.inline.lang_of(heading.text) if heading.is_value else "",
            data_path=heading.path,
            data_derived=_flag(heading.derived),
        )

    def _text_heading(self, block: Paragraph) -> Html:
        """Return a heading within a text, which looks as its level says."""
        above = self.entries[-1].level if self.entries else 1
        self._last = min(above + block.level, self._last + 1)
        name = f"{role_class(block.role)} heading-{block.level}".strip()
        return self._paragraph(block, name, role="heading", aria_level=str(self._last))

    def _paragraph(self, block: Paragraph, name: str, **said: str) -> Html:
        if are_blank(block.runs):
            return NOTHING
        marks = self.anchors.marks(block.path)
        return self.inline.element(
            "p",
            block.runs,
            marks.before,
            id=marks.id,
            class_=name,
            **said,
            data_path=block.path,
            data_derived=_flag(block.derived),
        )

    def _list(self, block: ListBlock) -> Html:
        marks = self.anchors.marks(block.path)
        return joined(
            (
                marks.before,
                element(
                    "ol" if block.ordered else "ul",
                    *map(self._item, block.items),
                    start=str(block.start) if block.ordered and block.start != 1 else "",
                    id=marks.id,
                    data_path=block.path,
                    data_derived=_flag(block.derived),
                ),
            )
        )

    def _item(self, item: ListItem) -> Html:
        content = self.inside(item.blocks)
        if item.checked is None:
            return element("li", content)
        says = _TICKED[item.checked][self.inline.lang]
        box = element("span", class_="tick", role="img", aria_label=says)
        return element("li", box, content, class_="task", data_checked=str(item.checked).lower())


def _asks_for_attention(block: Block) -> bool:
    return isinstance(block, Paragraph | Facts) and block.role is Role.ATTENTION


def _flag(derived: bool) -> str:
    return "true" if derived else ""


def _flow(flow: Flow) -> Html:
    """Return a flow as its title and its steps, with arrows between them; one without steps has only its title."""
    title = element("figcaption", with_breaks(flow.title)) if flow.title.strip() else NOTHING
    steps = element("ol", *map(_step, flow.steps)) if flow.steps else NOTHING
    return element("figure", title, steps, class_="flow") if title or steps else NOTHING


def _step(step: FlowStep) -> Html:
    parts = ((step.label, "label"), (step.note, "note"))
    return element("li", *(element("p", with_breaks(text), class_=name) for text, name in parts if text.strip()))
