"""The handover checklist: the items of each phase, with boxes to tick."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from opshandover.document.paths import child_path
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import heading
from opshandover.layout.tables.cells import details, value_blocks
from opshandover.layout.words.labels import CONFIRMED, NO_PHASE, PUNCTUATION
from opshandover.layout.words.order import PHASES
from opshandover.layout.words.values import has_content
from opshandover.model.fields import field_map
from opshandover.model.handover import HandoverItem, HandoverPhase
from opshandover.pages.blocks import Block, ListBlock, ListItem, Paragraph, Role, Run, Runs, set_paths
from opshandover.text import Lang


def phase_blocks(
    items: Sequence[HandoverItem], path: str, lang: Lang, level: int, fill_in: FillIn = FillIn.NOTHING
) -> tuple[Block, ...]:
    """Return handover items as one list of boxes for each phase; confirmed items are ticked.

    The lists replace the table of items and have all values of each item. If no item has a phase, the
    result is empty, as a table is easier to read.
    """
    if all(item.phase is None for item in items):
        return ()
    return tuple(block for phase in PHASES for block in _phase(phase, items, path, lang, level, fill_in=fill_in))


def _phase(
    phase: HandoverPhase | None, items: Sequence[HandoverItem], path: str, lang: Lang, level: int, *, fill_in: FillIn
) -> Iterator[Block]:
    inside = {i: item for i, item in enumerate(items) if item.phase is phase}
    if not inside:
        return
    confirmed = sum(not item.open for item in inside.values())
    count = CONFIRMED[lang].format(number=confirmed, all=len(inside))
    name = (phase.label if phase else NO_PHASE)[lang]
    marks = PUNCTUATION[lang]
    yield heading(f"{name}{marks.opening}{count}{marks.closing}", level)
    boxes = (_box(item, child_path(path, i), lang, fill_in) for i, item in inside.items())
    yield ListBlock(items=tuple(boxes))


def _box(item: HandoverItem, path: str, lang: Lang, fill_in: FillIn) -> ListItem:
    title = field_map(HandoverItem)["title"]
    named = has_content(title, item.title)
    first = value_blocks(title, item.title, child_path(path, "title"), lang) if named else ()
    without = ("title", "phase") if named else ("phase",)
    rest = details(item, path, lang, without=without, fill_in=fill_in)
    match (*first, *rest):
        case (Paragraph() as name, Paragraph(role=Role.NONE) as short, *more) if named:
            strong = tuple(evolve(run, strong=True, path=".title") for run in name.runs)
            line = (*strong, Run(text=" · "), *_runs_for(short, path))
            lead = Paragraph(runs=line, path=path)
            return ListItem(blocks=(lead, *more), checked=not item.open)
        case (Paragraph(role=Role.NONE) as only, *more):
            runs = set_paths(only.runs, ".title") if named else _runs_for(only, path)
            return ListItem(blocks=(evolve(only, runs=runs, path=path), *more), checked=not item.open)
        case blocks:
            lead = Paragraph(runs=(Run(text=item.label[lang], strong=True),), path=path)
            return ListItem(blocks=(lead, *blocks), checked=not item.open)


def _runs_for(paragraph: Paragraph, path: str) -> Runs:
    """The runs of a paragraph that begins with a label, for a paragraph with another path."""
    if paragraph.path in ("", path):
        return paragraph.runs
    return (*paragraph.runs[:2], *set_paths(paragraph.runs[2:], paragraph.path))
