"""Texts of several blocks, compared as a whole: what was typed between their lines and below them belongs to them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from opshandover.continuity.ledger import Fate, Found
from opshandover.document.paths import Path
from opshandover.model.fields import Kind
from opshandover.pages.blocks import Block, Code, Divider, Facts, Heading, Paragraph, Quote, Runs, Table
from opshandover.pages.writing.prose import normal_prose
from opshandover.pages.writing.prose import prose_of as written_prose
from opshandover.reading.returned.account import leaves
from opshandover.reading.returned.aligning import Pairs
from opshandover.reading.returned.lines import Line, is_placeholder, level_of, lines_of, same_text, styled
from opshandover.reading.returned.prose import prose_of
from opshandover.reading.returned.targets import target_of
from opshandover.reading.returned.typed import labelled_field
from opshandover.reading.returned.units import divided, segments_of

if TYPE_CHECKING:
    from opshandover.reading.returned.comparing import Comparison


Sides = tuple[Sequence[Block], Sequence[Block]]
"""The blocks that were expected, and those that are there."""


def is_prose(comparison: "Comparison", line: Line) -> bool:
    """Whether a line belongs to a text that people write at length."""
    if is_placeholder(line) or not line.path:
        return False
    target = target_of(comparison.document, line.path)
    return bool(target and target.field.kind is Kind.PROSE and (target.single or not target.field.many))


def compare_prose(comparison: "Comparison", pairs: Pairs[Line], start: int, sides: Sides, way: Found) -> set[int]:
    """Compare a text of several blocks as a whole; what was typed between and below them belongs to it."""
    first = pairs[start][0] or Line(block=Paragraph(()), path="", top=0)
    path = first.path
    own = [n for n in range(start, len(pairs)) if (line := pairs[n][0]) and line.path == path and not line.derived]
    end = own[-1] + 1
    while end < len(pairs) and pairs[end][0] is None and _goes_on(comparison, pairs[end][1], path):
        end += 1
    numbers = {n for n in range(start, end) if pairs[n][0] is None or n in own}
    there = [(pairs[n][0], other) for n in sorted(numbers) if (other := pairs[n][1])]
    kept = all(line is not None and _is_same(comparison, line, other) for line, other in there)
    if kept and len(there) == len(own):
        comparison.account.expect(path, Fate.KEPT, way)
    elif not there:
        comparison.missing(first, way)
    else:
        _set_prose(comparison, path, there, sides)
        comparison.account.expect(path, Fate.CHANGED, way)
    for _, other in there:
        for leaf in leaves((other.block,)):
            comparison.account.match(leaf)
    return numbers


def _goes_on(comparison: "Comparison", line: Line | None, path: str) -> bool:
    """Whether a new line below a text belongs to it: neither a heading nor the value of a labelled field does."""
    if line is None or isinstance(line.block, Heading | Facts | Table):
        return False
    target = target_of(comparison.document, path)
    return target is None or labelled_field(target.owner, line.runs) is None


def _is_same(comparison: "Comparison", line: Line, other: Line) -> bool:
    if line.checked is not other.checked or not same_text(line, other) or level_of(line.block) != level_of(other.block):
        return False
    shown_otherwise = line.text.strip() != other.text.strip()  # a link or a picture, as Word shows it
    if isinstance(line.block, Table) or shown_otherwise or any(run.image for run in line.runs):
        return True
    parts = segments_of(line, comparison.document, comparison.lang)
    texts = divided(parts, other.runs) if any(not part.path for part in parts) else (other.runs,)
    shown = (
        [part.runs for part in parts if part.path] if texts is not None and len(texts) == len(parts) else [line.runs]
    )
    said = [runs for part, runs in zip(parts, texts or (), strict=False) if part.path] or [other.runs]
    return all(styled(one) == styled(two) for one, two in zip(shown, said, strict=False))


def _set_prose(
    comparison: "Comparison",
    path: str,
    there: Sequence[tuple[Line | None, Line]],
    sides: Sides,
) -> None:
    """Set a text to what stands there now; of blocks that nobody changed the old ones are taken.

    A quotation that only sets the text apart from what is around it is none of its own.
    """
    made: list[Block] = []
    for top in _with_dividers({other.top for _, other in there}, sides[1]):
        inside = [(line, other) for line, other in there if other.top == top]
        olds = {line.top if line else -1 for line, _ in inside}
        same = all(line is not None and _is_same(comparison, line, other) for line, other in inside)
        old = _shown_as_one(sides[0], next(iter(olds))) if len(olds) == 1 and -1 not in olds else ()
        alone = len(inside) == 1 and isinstance(inside[0][1].block, Paragraph) and inside[0][1].block is sides[1][top]
        if old and same and len(lines_of(old)) == len(inside):
            made += [_without_label(comparison, block, path) for block in old]
        elif alone:
            made.append(Paragraph(_prose_runs(comparison, *inside[0]), level=level_of(inside[0][1].block)))
        else:
            made.append(sides[1][top])
    first = next((sides[0][line.top] for line, _ in there if line), None)
    if isinstance(first, Quote) and written_prose(first.blocks) == normal_prose(
        str(Path.parse(path).get(comparison.document))
    ):
        made = [inner for block in made for inner in (block.blocks if isinstance(block, Quote) else (block,))]
    comparison.edits.put(path, prose_of(made))


def _shown_as_one(blocks: Sequence[Block], top: int) -> Sequence[Block]:
    """The block at a place, with the code below it if it is code: files show no border between them."""
    end = top + 1
    while isinstance(blocks[top], Code) and end < len(blocks) and isinstance(blocks[end], Code):
        end += 1
    return blocks[top:end]


def _with_dividers(tops: set[int], blocks: Sequence[Block]) -> list[int]:
    """The places of some blocks among others, with those of the dividers beside them, which have no lines."""
    first, last = min(tops), max(tops)
    while first and isinstance(blocks[first - 1], Divider):
        first -= 1
    while last + 1 < len(blocks) and isinstance(blocks[last + 1], Divider):
        last += 1
    return [top for top in range(first, last + 1) if top in tops or isinstance(blocks[top], Divider)]


def _without_label(comparison: "Comparison", block: Block, path: str) -> Block:
    if not isinstance(block, Paragraph):
        return block
    (line,) = lines_of((block,), path)
    parts = segments_of(line, comparison.document, comparison.lang)
    return Paragraph(tuple(run for part in parts if part.path for run in part.runs), level=block.level)


def _prose_runs(comparison: "Comparison", line: Line | None, other: Line) -> Runs:
    if line is None:
        return other.runs
    parts = segments_of(line, comparison.document, comparison.lang)
    texts = divided(parts, other.runs)
    runs = (
        other.runs if texts is None else tuple(r for p, each in zip(parts, texts, strict=True) if p.path for r in each)
    )
    images = [run.image for run in line.runs if run.image]
    if images and len(images) == sum(bool(run.image) for run in runs):
        waiting = iter(images)
        return tuple(evolve(run, image=next(waiting)) if run.image else run for run in runs)
    return runs
