"""Parts of a page written as Markdown again, as people typed them, for fields that hold prose and free sections."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from attrs import evolve

from opshandover.limits import MOST_CHARACTERS
from opshandover.pages.blocks import Run, Runs
from opshandover.reading.foreign.leaves import Grid, Head, Line, Listing, Part, Quoted, Rule, Verbatim


def markdown(parts: Iterable[Part]) -> str:
    """Parts as Markdown."""
    text = ""
    for part in parts:
        written = _written(part)
        if written:
            between = "  \n" if isinstance(part, Line) and part.continues else "\n\n"
            text += between + written if text else written
    return text


def in_limits(parts: Sequence[Part]) -> Iterator[str]:
    """Parts as Markdown, in as many texts as it takes for each to be as long as a text may be; one at least.

    A line that is longer stays whole.
    """
    text = markdown(parts)
    halves = _halves(parts) if len(text) > MOST_CHARACTERS else ()
    if not halves:
        yield text
    for half in halves:
        yield from in_limits(half)


def _halves(parts: Sequence[Part]) -> Sequence[Sequence[Part]]:
    """Parts, or a single list or table, in two halves; none if they cannot be parted."""
    middle = len(parts) // 2
    if middle:
        return parts[:middle], parts[middle:]
    match parts[0] if parts else None:
        case Listing(items=items) as whole if len(items) > 1:
            middle = len(items) // 2
            rest = evolve(whole, items=items[middle:], start=whole.start + middle)
            return [evolve(whole, items=items[:middle])], [rest]
        case Grid(rows=rows) as whole if len(rows) > 1:
            middle = len(rows) // 2
            return [evolve(whole, rows=rows[:middle])], [evolve(whole, rows=rows[middle:])]
        case _:
            return ()


def _written(part: Part) -> str:
    match part:
        case Line():
            return inline(part.leaf.runs).strip()
        case Head():
            return f"**{part.leaf.text.strip('*')}**"
        case Listing():
            return "\n".join(
                _item(markdown(item.blocks), f"{part.start + at}. " if part.ordered else "- ", item.checked)
                for at, item in enumerate(part.items)
            )
        case Grid():
            head = _row([inline(leaf.runs) for leaf in part.head])
            rows = [_row([markdown(cell) for cell in row]) for row in part.rows]
            return "\n".join([head, _row(["---"] * len(part.head)), *rows])
        case Verbatim():
            fence = "`" * max([2, *(len(found) for found in re.findall("`+", part.leaf.runs[0].text))]) + "`"
            return f"{fence}{part.language}\n{part.leaf.runs[0].text}\n{fence}"
        case Quoted():
            return "\n".join(f"> {line}".rstrip() for line in markdown(part.blocks).split("\n"))
        case Rule():
            return "---"
        case _:
            assert_never(part)


def _item(text: str, sign: str, checked: bool | None) -> str:
    box = "" if checked is None else "[x] " if checked else "[ ] "
    return sign + box + text.replace("\n", "\n" + " " * len(sign))


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(re.sub(r" *\n+", "<br>", cell).replace("|", "\\|") for cell in cells) + " |"


def inline(runs: Runs) -> str:
    """Runs as Markdown on one line."""
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = run.text
    if run.code:
        text = f"`{text}`" if "`" not in text else f"`` {text} ``"
    else:
        text = re.sub(r"(?<=\S)\*(?=\S)", r"\\*", text) if text.count("*") > 1 else text
        inner = text.strip()
        if inner and (run.strong or run.emphasis or run.strike):
            sign = "**" * run.strong + "*" * run.emphasis + "~~" * run.strike
            text = text.replace(inner, sign + inner + sign[::-1], 1)
    if run.image:
        text = f"![{text}]({run.image.address})" + (f" {run.image.title}" if run.image.title else "")
    return f"[{text}]({run.link})" if run.link and run.link != run.text else text
