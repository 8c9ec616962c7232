"""Secrets in a page that somebody wrote: searched in the page as a whole, and left out before anything is made of it."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from opshandover.pages.blocks import Run
from opshandover.reading.foreign.homes import is_home
from opshandover.reading.foreign.leaves import Grid, Head, Leaf, Line, Listing, Part, Quoted, Verbatim, leaves_of
from opshandover.redaction import MASK, find_secrets, redact


def hide(parts: Sequence[Part]) -> list[Leaf]:
    """Put dots in place of each secret in parts; the leaves that held one."""
    pieces: list[tuple[str, Leaf | None]] = []
    _write(parts, pieces)
    text = "".join(piece for piece, _ in pieces)
    spans = find_secrets(text)
    hidden: list[Leaf] = []
    at, next_span = 0, 0
    for piece, leaf in pieces:
        end = at + len(piece)
        while next_span < len(spans) and spans[next_span][1] <= at:
            next_span += 1
        inside: list[tuple[int, int]] = []
        index = next_span
        while index < len(spans) and spans[index][0] < end:
            inside.append((max(spans[index][0] - at, 0), min(spans[index][1] - at, len(piece))))
            index += 1
        if leaf is not None and inside and not _is_heading(leaf, inside):
            leaf.runs = tuple(_masked(leaf.runs, inside))
            hidden.append(leaf)
        at = end
    for leaf in (leaf for _, leaf in pieces if leaf is not None):
        if any(run.link and find_secrets(run.link) for run in leaf.runs):
            leaf.runs = tuple(evolve(run, link=redact(run.link)) for run in leaf.runs)
            hidden.append(leaf)
    for leaf in hidden:
        leaf.runs = tuple(run for run in leaf.runs if run.text or run.image)
    return hidden


def _is_heading(leaf: Leaf, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a text is the name of a section as a whole: it is no answer to the line before it."""
    covered = sum(stop - start for start, stop in spans)
    return covered >= len(leaf.text) and is_home(leaf.text, 0.95)


def _write(parts: Iterable[Part], pieces: list[tuple[str, Leaf | None]], indent: str = "") -> None:
    """The parts as a text in which each leaf is one piece, lists are indented and tables are rows with bars."""
    for part in parts:
        match part:
            case Line() | Head() | Verbatim():
                pieces.append((indent if not isinstance(part, Head) else "\n# ", None))
                _piece(part.leaf, pieces)
                pieces.append(("\n" if isinstance(part, Line) else "\n\n", None))
            case Listing():
                for at, item in enumerate(part.items):
                    pieces.append((indent + (f"{part.start + at}. " if part.ordered else "- "), None))
                    _item(item.blocks, pieces, indent + "  ")
                pieces.append(("\n", None))
            case Grid():
                _row([[Line(leaf)] for leaf in part.head], pieces)
                if any(leaf.text for leaf in part.head):
                    pieces.append(("|" + " --- |" * len(part.head) + "\n", None))
                for row in part.rows:
                    _row(row, pieces)
                pieces.append(("\n", None))
                _write(
                    (inner for row in part.rows for cell in row for inner in cell if isinstance(inner, Grid)), pieces
                )
            case Quoted():
                _write(part.blocks, pieces)
            case _:
                pieces.append(("\n", None))


def _item(blocks: Sequence[Part], pieces: list[tuple[str, Leaf | None]], indent: str) -> None:
    first = blocks[0] if blocks else None
    if isinstance(first, Line):
        _piece(first.leaf, pieces)
        pieces.append(("\n", None))
    _write(blocks[1:] if isinstance(first, Line) else blocks, pieces, indent)


def _row(row: Sequence[Sequence[Part]], pieces: list[tuple[str, Leaf | None]]) -> None:
    """A row with bars; tables in its cells come below the whole table, so that their own heads are above their cells."""
    pieces.append(("| ", None))
    for cell in row:
        for number, leaf in enumerate(leaves_of(part for part in cell if not isinstance(part, Grid))):
            if number:
                pieces.append((" ", None))
            _piece(leaf, pieces)
        pieces.append((" | ", None))
    pieces.append(("\n", None))


def _piece(leaf: Leaf, pieces: list[tuple[str, Leaf | None]]) -> None:
    pieces.append(("".join(run.text for run in leaf.runs), leaf))


def _masked(runs: Sequence[Run], spans: Sequence[tuple[int, int]]) -> Iterable[Run]:
    """The runs with dots in place of each span; a span over several runs has its dots in the first."""
    at = 0
    for run in runs:
        end = at + len(run.text)
        text, done = "", at
        for start, stop in spans:
            if stop <= at or start >= end:
                continue
            text += run.text[done - at : max(start, at) - at] + (MASK if start >= at else "")
            done = min(stop, end)
        text += run.text[done - at :]
        yield evolve(run, text=text)
        at = end
