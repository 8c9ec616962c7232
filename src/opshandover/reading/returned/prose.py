"""Blocks of a page as prose again: Markdown that shows the same."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from opshandover.pages.blocks import (
    Block,
    Code,
    Divider,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    set_strong,
)
from opshandover.pages.markdown import blocks_of
from opshandover.pages.writing.prose import prose_of as written_prose
from opshandover.reading.returned.lines import level_of, lines_of, runs_of_block, shown_text, styled

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~!&])")
_STARTS = re.compile(r"(?m)^(\s*\d*)([-+>.)]|=+|:?-+)(?=\s|$)")
_FENCE = re.compile(r"`{3,}")
_BAR = re.compile(r"(?<!\\)\|")
_TICKS = re.compile(r"`+")

Escape = Callable[[str], str]


def prose_of(blocks: Sequence[Block]) -> str:
    """Return blocks as Markdown, without escapes where it shows the same without them."""
    shown = _shows(blocks)
    for escape, line_end in ((_as_it_is, "\n"), (_as_it_is, "\\\n"), (_escaped, "\\\n")):
        text = "\n\n".join(filter(None, (_block(block, escape, line_end) for block in blocks)))
        if _shows(blocks_of(text)) == shown:
            return text
    return written_prose(tuple(blocks))  # with more escapes than a person would write


def _shows(blocks: Iterable[Block]) -> list[tuple[Runs, int, bool, bool | None]]:
    return [
        (
            styled(runs_of_block(line.block)) or (Run(shown_text(line.block)),),
            level_of(line.block),
            line.item,
            line.checked,
        )
        for line in lines_of(blocks)
    ]


def _as_it_is(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}", _SIGNS.sub(r"\\\1", text))


def _block(block: Block, escape: Escape, line_end: str) -> str:
    match block:
        case Paragraph(runs=runs, level=0):
            return _inline(runs, escape, line_end)
        case Paragraph(runs=runs, level=level):
            return f"{'#' * level} {_inline(set_strong(runs, strong=False), escape, '<br>')}"
        case Heading(text=text):
            return f"{'#' * max(1, level_of(block))} {escape(text)}"
        case ListBlock():
            return "\n".join(_items(block, escape, line_end))
        case Quote(blocks=inner):
            text = "\n\n".join(_block(each, escape, line_end) for each in inner)
            return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        case Code(text=text, language=language):
            fence = "`" * (max((len(found) for found in _FENCE.findall(text)), default=2) + 1)
            return f"{fence}{language}\n{text}\n{fence}"
        case Divider():
            return "---"
        case Table():
            return "\n".join(_table(block, escape))
        case _:
            return escape(shown_text(block))


def _items(block: ListBlock, escape: Escape, line_end: str) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        sign = f"{number}. " if block.ordered else "- "
        text = _item(item, escape, line_end)
        below = (f"\n{'':{len(sign)}}{line}" if line else "\n" for line in text.split("\n")[1:])
        yield (sign + text.split("\n")[0] + "".join(below)).rstrip()


def _item(item: ListItem, escape: Escape, line_end: str) -> str:
    box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
    parts = [_block(block, escape, line_end) for block in item.blocks]
    tight = all(isinstance(block, ListBlock) for block in item.blocks[1:])
    return box + ("\n" if tight else "\n\n").join(parts)


def _table(table: Table, escape: Escape) -> Iterator[str]:
    yield _row(escape(column.label) for column in table.columns)
    yield _row("---" for _ in table.columns)
    for row in table.rows:
        yield _row(" ".join(_block(block, escape, " ") for block in cell.blocks) for cell in row.cells)


def _row(cells: Iterable[str]) -> str:
    safe = (_BAR.sub(r"\\|", cell.replace("\n", " ")) for cell in cells)
    return f"| {' | '.join(safe)} |"


def _inline(runs: Runs, escape: Escape, line_end: str) -> str:
    return "".join(_run(run, escape, line_end) for run in runs)


def _run(run: Run, escape: Escape, line_end: str) -> str:
    if run.image:
        title = f' "{run.image.title}"' if run.image.title else ""
        return f"![{escape(run.text)}]({run.image.address}{title})"
    if run.code:
        ticks = "`" * (max((len(found) for found in _TICKS.findall(run.text)), default=0) + 1)
        pad = " " if run.text.startswith("`") or run.text.endswith("`") else ""
        inside = f"{ticks}{pad}{run.text}{pad}{ticks}"
    else:
        inside = escape(run.text).replace("\n", line_end)
    lead, text, trail = _trimmed(inside)
    if not text:
        return inside
    text = f"~~{text}~~" if run.strike else text
    text = f"*{text}*" if run.emphasis else text
    text = f"**{text}**" if run.strong else text
    text = f"[{text}]({run.link})" if run.link else text
    return lead + text + trail


def _trimmed(text: str) -> tuple[str, str, str]:
    """Blanks before a text, the text, and blanks behind it: marks stand close to the text."""
    bare = text.strip()
    at = text.find(bare) if bare else len(text)
    return text[:at], bare, text[at + len(bare) :]
