"""What a Word file can carry of a page: all that people see of it, and the one list of what it cannot.

It does not carry

- roles, relative widths of columns, whether content is derived, in how many places a row of facts is divided,
  properties and whether the page is compact: they decide how a page looks;
- characters that XML forbids, which become visible signs, and line ends of other systems;
- blank paragraphs, headings and runs; borders between runs in one style;
- the kind of document, where it is the title as well;
- links that may not be followed, which are text with the address behind it, and the address of a link in its form
  before it was made valid; that an address in text is a link says nothing, because it always is one;
- borders between lists with bullets, between quotations and between pieces of code that follow one another;
- the language of code;
- headings inside of other blocks, which are bold paragraphs, and levels of headings below the sixth;
- charts, of which only the caption is text, and the title of a flow, which is a bold paragraph before it.

Tables of more columns than there is room for, or than Word takes, are cut into parts; ordered lists that Word cannot
number are lines with their numbers; pictures that cannot be shown are text that says so.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from opshandover.layout.words.labels import PUNCTUATION
from opshandover.ooxml.xml import visible
from opshandover.pages.addresses import safe_address
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Table,
    are_blank,
    set_strong,
)
from opshandover.pages.inline import merged_runs
from opshandover.text import Lang

_DEEPEST = 6


def carried(page: Page) -> Page:
    """A page as a Word file carries it."""
    title, kind = (visible(text) for text in (page.title if page.title.strip() else page.kind, page.kind))
    return Page(
        title=title if title.strip() else "",
        kind=kind if kind != title and kind.strip() else "",
        lang=page.lang,
        blocks=tuple(_joined(_blocks(page.blocks, page.lang, inside=False))),
    )


def _blocks(blocks: Iterable[Block], lang: Lang, *, inside: bool) -> Iterator[Block]:
    for block in blocks:
        yield from _block(block, lang, inside=inside)


def _within(blocks: Iterable[Block], lang: Lang) -> tuple[Block, ...]:
    return tuple(_joined(_blocks(blocks, lang, inside=True)))


def _block(block: Block, lang: Lang, *, inside: bool) -> Iterator[Block]:
    match block:
        case Heading():
            text = visible(block.text)
            if text.strip():
                yield _bold(text) if inside else Heading(min(max(block.level, 1), _DEEPEST), text)
        case Paragraph(level=level):
            if not are_blank(runs := _runs(block.runs, lang)):
                yield Paragraph(merged_runs(set_strong(runs)) if level else runs, level=level)
        case ListBlock(items=items):
            if items:
                carried_items = tuple(ListItem(_within(item.blocks, lang), item.checked) for item in items)
                yield ListBlock(carried_items, block.ordered, block.start if block.ordered else 1)
        case Table() | Facts():
            yield from _grid(block, lang)
        case Quote():
            quoted = _within(block.blocks, lang)
            yield from (Quote(quoted),) if quoted else ()
        case Code(text=text):
            yield from (Code(visible(text)),) if visible(text).strip() else ()
        case Flow():
            yield from _flow(block)
        case Divider():
            yield block
        case Chart():
            pass


def _bold(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),))


def _grid(block: Table | Facts, lang: Lang) -> Iterator[Block]:
    if isinstance(block, Facts):
        facts = tuple(Fact(_cell_text(fact.label), _cell(fact.cell, lang)) for fact in block.items)
        yield from (Facts(facts),) if facts else ()
    elif block.columns:
        columns = tuple(Column(_cell_text(column.label), column.align) for column in block.columns)
        yield Table(columns, tuple(Row(tuple(_cell(cell, lang) for cell in row.cells)) for row in block.rows))


def _flow(flow: Flow) -> Iterator[Block]:
    if (title := visible(flow.title)).strip():
        yield _bold(title)
    if flow.steps:
        yield Flow(tuple(FlowStep(_cell_text(step.label), _cell_text(step.note)) for step in flow.steps))


def _cell(cell: Cell, lang: Lang) -> Cell:
    return Cell(_within(cell.blocks, lang))


def _cell_text(text: str) -> str:
    return text if (text := visible(text)).strip() else ""


def _runs(runs: Runs, lang: Lang) -> Runs:
    return merged_runs(part for each in runs for part in _run(each, lang))


def _run(run: Run, lang: Lang) -> Iterator[Run]:
    link = safe_address(run.link)
    text = visible(run.text)
    if run.image:
        yield evolve(run, text=text, link=link, path="")
        return
    if link and not text.strip():
        text = visible(run.link)
    if link and safe_address(text) == link:
        link = ""
    yield evolve(run, text=text, link=link, path="")
    if run.link and not safe_address(run.link) and run.link != run.text:
        marks = PUNCTUATION[lang]
        yield Run(visible(marks.opening + run.link + marks.closing))


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with those joined between which nothing shows a border."""
    last: Block | None = None
    for block in blocks:
        match last, block:
            case ListBlock(ordered=False), ListBlock(ordered=False):
                last = ListBlock(last.items + block.items)
            case Quote(), Quote():
                last = Quote(tuple(_joined(last.blocks + block.blocks)))
            case Code(), Code():
                last = Code(f"{last.text}\n{block.text}")
            case _:
                if last:
                    yield last
                last = block
    if last:
        yield last
