"""A page from Markdown that somebody wrote, for tests of reading it."""

from datetime import date
from pathlib import Path

from attrs import evolve
from markdown_it.tree import SyntaxTreeNode

from opshandover.pages import markdown as prose
from opshandover.pages.blocks import Block, Heading, ListBlock, ListItem, Page, Paragraph, Quote, Row, Table, text_of
from opshandover.reading.imported import Imported


def imported(text: str) -> Imported:
    """The page of a Markdown file, with its headings, as an importer has it."""
    properties: list[tuple[str, str | date]] = []
    lines = text.split("\n")
    if lines[0] == "---" and "---" in lines[1:]:
        end = lines.index("---", 1)
        pairs = (line.partition(":") for line in lines[1:end] if ":" in line)
        properties = [(key.strip(), value.strip()) for key, _, value in pairs]
        lines[: end + 1] = [""] * (end + 1)
    nodes = SyntaxTreeNode(prose._parser().parse("\n".join(lines))).children
    blocks = [block for node in nodes for block in _block(node)]
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    title = ""
    if blocks and isinstance(blocks[0], Heading):
        first = blocks[0]
        if first.level == levels[0] and sum(isinstance(b, Heading) and b.level == first.level for b in blocks) == 1:
            title, blocks = first.text, blocks[1:]
            levels = levels[1:]
    shift = levels[0] - 1 if levels else 0
    blocks = [evolve(b, level=b.level - shift) if isinstance(b, Heading) else b for b in blocks]
    return Imported(page=Page(title=title, kind="", lang="zh", blocks=tuple(blocks), properties=tuple(properties)))


def _block(node: SyntaxTreeNode) -> list[Block]:
    line = node.map[0] + 1 if node.map else 0
    if node.type == "heading":
        runs = prose._runs(node.children)
        return [Heading(int(node.tag[1]), text_of(runs), line=line)]
    return [_with_line(block, line) for block in prose._blocks([node])]


def _with_line(block: Block, line: int) -> Block:
    match block:
        case Paragraph():
            return evolve(block, line=line)
        case Table():
            rows = tuple(
                evolve(row, line=line + 2 + at) if isinstance(row, Row) else row for at, row in enumerate(block.rows)
            )
            return evolve(block, line=line, rows=rows)
        case ListBlock():
            return evolve(block, items=tuple(_item(item, line + at) for at, item in enumerate(block.items)))
        case Quote():
            return evolve(block, blocks=tuple(_with_line(one, line) for one in block.blocks))
        case _:
            return block


def _item(item: ListItem, line: int) -> ListItem:
    return evolve(item, line=line, blocks=tuple(_with_line(one, line) for one in item.blocks))


def imported_file(path: Path) -> Imported:
    """The page of a Markdown file on disk."""
    return imported(path.read_text("utf-8"))
