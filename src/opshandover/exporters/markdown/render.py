"""Pages written as GitHub-flavoured Markdown.

Markdown has no blank paragraphs, no column widths, no headings below the sixth level, and only lines
in table cells. All text is kept, and so are the styles of prose.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from attrs import frozen

from opshandover.exporters.markdown.cells import cell_text, runs_as_cell
from opshandover.exporters.markdown.chart import bar_table_blocks
from opshandover.exporters.markdown.facts import as_list, styled
from opshandover.exporters.markdown.flow import mermaid_blocks
from opshandover.exporters.markdown.front_matter import properties_as_yaml
from opshandover.pages.blocks import (
    Align,
    Block,
    Chart,
    Code,
    Column,
    Divider,
    Facts,
    Flow,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Role,
    Run,
    Table,
    are_blank,
)
from opshandover.pages.prose_rules import COMPARED, SIGNED
from opshandover.pages.writing.escape import longest_run, reference
from opshandover.pages.writing.inline import heading_text, paragraph_text
from opshandover.plain_text import clean
from opshandover.text import Text

_COLON = Text("：", ": ")
_RULE = {Align.START: "---", Align.CENTER: ":---:", Align.END: "---:"}
_JOINS_PARAGRAPH = re.compile(r"(?:[-*]|1[.)]) \S")
_LAST_NUMBER = 999_999_999


def render(page: Page, *, front_matter: bool = True) -> str:
    """Write a page as Markdown, with one line feed at its end."""
    properties = properties_as_yaml(page.properties) if front_matter and page.properties else ""
    title = f"# {heading_text(page.title)}" if page.title.strip() else ""
    named = not page.kind.strip() or page.kind in page.title
    kind = "" if named else paragraph_text((Run(text=page.kind, emphasis=True),))
    body = _Writer(colon=colon_of(page)).blocks(page.blocks)
    return "\n\n".join(part for part in (properties, title, kind, body) if part) + "\n"


@frozen
class _Writer:
    """Writes blocks; `colon` goes between a label and its content."""

    colon: str

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Write blocks one below the other."""
        return "\n\n".join(text for _, text in self._each(blocks))

    def _each(self, blocks: tuple[Block, ...]) -> Iterator[tuple[Block, str]]:
        """Yield each block that has content, with its text; two lists in a row get different markers."""
        before, other = "", False
        for block in blocks:
            now = _kind_of_list(block)
            mark_other = bool(now) and now == before and not other
            text = self._block(block, other=mark_other)
            if not text:
                continue
            before, other = now, mark_other
            alert = _role(block) is Role.ATTENTION and not isinstance(block, Heading)
            yield block, _quoted(text) if alert else text

    def _block(self, block: Block, *, other: bool) -> str:
        match block:
            case Heading():
                text = heading_text(block.text)
                return f"{'#' * min(block.level + 1, 6)} {text}" if block.text.strip() else ""
            case Paragraph():
                runs = styled(block.runs, block.role)
                return "" if are_blank(runs) else paragraph_text(runs)
            case ListBlock():
                return self._list(block, other=other)
            case Table():
                return self._table(block)
            case Facts():
                return self._list(as_list(block, self.colon), other=other)
            case Quote():
                return _quoted(self.blocks(block.blocks))
            case Code():
                return _code(block)
            case Flow():
                return self.blocks(mermaid_blocks(block))
            case Chart():
                return self.blocks(bar_table_blocks(block))
            case Divider():
                return "***"
        assert_never(block)

    def _list(self, block: ListBlock, *, other: bool) -> str:
        items: list[str] = []
        for number, item in enumerate(block.items, list_start(block)):
            mark = f"{number}{')' if other else '.'}" if block.ordered else "*" if other else "-"
            items.append(self._item(item, mark))
        text = ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)
        return _referenced(text, 2) if SIGNED.match(text) else text

    def _item(self, item: ListItem, mark: str) -> str:
        parts = list(self._each(item.blocks))
        if item.checked is not None:
            box = "[x]" if item.checked else "[ ]"
            first = parts.pop(0)[1] if parts and _is_plain(parts[0][0]) else ""
            parts.insert(0, (Paragraph(runs=()), f"{box} {first}".rstrip(" ")))
        if not parts:
            return mark
        written = parts[0][1]
        for (before, _), (block, text) in pairwise(parts):
            close = isinstance(before, Paragraph) and isinstance(block, (ListBlock, Facts))
            joins = close and _is_plain(before) and _JOINS_PARAGRAPH.match(text)
            written += f"\n{text}" if joins else f"\n\n{text}"
        indented = _indented(written, len(mark) + 1)
        # Two markers in one line could be read as a divider.
        own_line = isinstance(parts[0][0], (ListBlock, Facts, Table, Divider))
        return f"{mark}\n{indented}" if own_line else f"{mark} {indented[len(mark) + 1 :]}"

    def _table(self, table: Table) -> str:
        width = table_width(table)
        if width == 0:
            return ""
        columns = table.columns + (Column(label=""),) * (width - len(table.columns))
        head = [runs_as_cell((Run(text=column.label),)) for column in columns]
        rows = [[cell_text(content, self.colon) for content in row.cells] for row in table.rows]
        padded = [row + [""] * (width - len(row)) for row in rows]
        lines = [head, [_RULE[column.align] for column in columns], *padded]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def colon_of(page: Page) -> str:
    """What goes between a label and its content."""
    return _COLON[page.lang]


def list_start(block: ListBlock) -> int:
    """The number of the first item of a list, of which Markdown allows nine digits."""
    return min(max(block.start, 0), _LAST_NUMBER - len(block.items))


def table_width(table: Table) -> int:
    """The number of columns that the longest row needs."""
    return max([len(table.columns), *(len(row.cells) for row in table.rows)])


def _kind_of_list(block: Block) -> str:
    """Return the kind of list that a block becomes; two of one kind in a row would be merged."""
    match block:
        case ListBlock(ordered=ordered):
            return "ordered" if ordered else "bullets"
        case Facts():
            return "bullets"
        case _:
            return ""


def _role(block: Block) -> Role:
    match block:
        case Heading() | Paragraph() | Table() | Facts():
            return block.role
        case _:
            return Role.NONE


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is not Role.ATTENTION


def _quoted(text: str) -> str:
    text = _referenced(text, 0) if COMPARED.match(f"> {text}") else text
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _referenced(text: str, at: int) -> str:
    """Write a character as a reference, so that prose takes the sign before it for markup."""
    return text[:at] + reference(text[at]) + text[at + 1 :]


def _indented(text: str, width: int) -> str:
    # `textwrap.indent` splits at other line ends than Markdown, and does not indent blank lines of code.
    return "\n".join(f"{'':{width}}{line}" if line else "" for line in text.split("\n"))


def _code(block: Code) -> str:
    text, language = clean(block.text), " ".join(clean(block.language).split())
    language = re.sub(r"\\|&(?=#?\w+;)", r"\\\g<0>", language)
    # The info string after a fence of backticks must not contain any.
    char = "~" if "`" in language else "`"
    fence = char * max(3, longest_run(text, char) + 1)
    gap = " " if language.startswith(char) else ""
    return f"{fence}{gap}{language}\n{text}\n{fence}"
