"""The Markdown exporter: what it writes reads the same again, and reads well."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin
from tests.exporters.markdown.writing import line, paragraph, written
from tests.support.chance import read_pages
from tests.support.pages import prose_blocks, texts, texts_in, typed_texts
from tests.support.patience import one_in

from opshandover.exporters.markdown import MarkdownExporter
from opshandover.exporters.markdown.prose_headings import set_apart, taken_back
from opshandover.exporters.markdown.render import render
from opshandover.model.document import OpsDocument
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
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
)
from opshandover.pages.markdown import blocks_of
from opshandover.plain_text import clean

_EXAMPLES = one_in(2)
_DECORATION = re.compile(r"(?:[•☑☐>/：:；;\s—]|\d+\.\s)*")


def _visible(tokens: list[Token]) -> Iterator[str]:
    """The text that a reader of parsed Markdown sees."""
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if before.type == "paragraph_open" and token.content in ("[ ]", "[x]"):
            continue  # a box alone; text of this kind is escaped
        if token.info == "mermaid":
            yield from _drawn(token.content)
        elif token.type in ("text", "code_inline", "code_block", "fence"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak") or token.nesting == -1:
            yield "\n" if token.block or token.type.endswith("break") else ""
        elif token.type.startswith("html"):
            yield "\n" * len(re.findall("<br/?>", token.content))
        yield from _visible(token.children or [])


def _drawn(chart: str) -> Iterator[str]:
    """The text that a reader of a drawn flowchart sees."""
    for label in re.findall(r'\["(.*)"\]', chart):
        lines = label.replace("<br/>", "\n")
        yield re.sub(r"#(\d+);", lambda found: chr(int(found[1])), lines) + "\n"


def _read(markdown: str) -> str:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(tasklists_plugin)
    return "".join(_visible(parser.parse(markdown)))


def _normal(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks as Markdown can keep them.

    Blank paragraphs, headings and empty lists are gone, headings are those of a text, line feeds
    and blank text have no style, neighbours of one style are joined, control characters are shown,
    a link without words shows its address.
    """
    return tuple(found for block in blocks for found in _normal_block(block))


def _normal_block(block: Block) -> Iterator[Block]:
    match block:
        case Heading():
            if block.text.strip():
                yield Paragraph(_normal_runs((Run(text=block.text),), strong=True), level=min(block.level + 1, 6))
        case Paragraph(level=level) if level:
            plain = tuple(evolve(run, strong=False) for run in block.runs)
            yield Paragraph(_normal_runs(plain, strong=True), level=level)
        case Paragraph():
            if not are_blank(block.runs):
                yield Paragraph(runs=_normal_runs(block.runs))
        case ListBlock():
            items = tuple(evolve(item, blocks=_normal(item.blocks)) for item in block.items)
            yield evolve(block, items=items)
        case Quote():
            yield Quote(blocks=_normal(block.blocks))
        case Code():
            yield Code(text=clean(block.text), language=block.language)
        case Table():
            columns = tuple(evolve(column, label=clean(column.label)) for column in block.columns)
            yield Table(columns=columns, rows=tuple(_normal_row(row) for row in block.rows))
        case _:
            yield block


def _normal_row(row: Row) -> Row:
    return Row(cells=tuple(Cell(blocks=_normal(cell.blocks)) for cell in row.cells))


def _normal_runs(runs: Runs, *, strong: bool = False) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if run.image:
            image = evolve(run.image, title=clean(run.image.title))
            merged.append(evolve(run, text=clean(run.text), image=image, strong=run.strong or strong))
            continue
        for part in re.split("(\n)", clean(run.text)):
            plain = part == "\n" or (part.isspace() and not run.code and not run.link)
            new = Run(text=part) if plain else evolve(run, text=part)
            new = evolve(new, strong=True) if strong else new
            if merged and evolve(merged[-1], text="") == evolve(new, text=""):
                merged[-1] = evolve(new, text=merged[-1].text + part)
            elif part:
                merged.append(new)
    return tuple(Run(text=run.link, link=run.link) if _shows_its_address(run) else run for run in merged)


def _shows_its_address(run: Run) -> bool:
    return bool(run.link) and not run.image and not run.text.strip()


@_EXAMPLES
@given(read_pages(plain=True))
def test_every_text_comes_back_in_order(page: Page) -> None:
    """A reader of the Markdown finds every text of the page, and else only list marks."""
    found, at = _read(render(page, front_matter=False)), 0
    for text in map(clean, texts_in(page)):
        places = (match.start() for match in re.finditer(f"(?={re.escape(text)})", found[at:]))
        place = next((p for p in places if _DECORATION.fullmatch(found, at, at + p)), None)
        assert place is not None, (text, found[at:])
        at += place + len(text)
    assert _DECORATION.fullmatch(found, at), found[at:]


@_EXAMPLES
@given(prose_blocks())
def test_prose_is_read_as_it_was_written(blocks: tuple[Block, ...]) -> None:
    """Blocks, styles, links and boxes survive being written and parsed."""
    assert _read_back(written(*blocks)) == tuple(map(taken_back, _normal(tuple(map(set_apart, blocks)))))


def _read_back(markdown: str) -> tuple[Block, ...]:
    return tuple(map(taken_back, blocks_of(markdown)))


Styled = tuple[str, bool, bool, bool]
"""A character, and whether it is strong, emphasised and struck out."""


def _styled_blocks(blocks: tuple[Block, ...]) -> Iterator[Styled]:
    """Each visible character of blocks with its style."""
    for block in blocks:
        match block:
            case Paragraph():
                said = not block.level  # a heading is bold without saying so
                yield from ((c, run.strong and said, run.emphasis, run.strike) for run in block.runs for c in run.text)
            case ListBlock():
                for item in block.items:
                    box = "" if item.checked is None else "[x]" if item.checked else "[ ]"
                    yield from ((c, False, False, False) for c in box)
                    yield from _styled_blocks(item.blocks)
            case Quote():
                yield from _styled_blocks(block.blocks)
            case Code():
                yield from ((c, False, False, False) for c in block.text)
            case Table():
                yield from ((c, False, False, False) for column in block.columns for c in column.label)
                for row in block.rows:
                    for cell in row.cells:
                        yield from _styled_blocks(cell.blocks)
            case _:
                pass


def _styled_tokens(tokens: list[Token]) -> Iterator[Styled]:
    """Each visible character with its style as a parser without our rules reads it."""
    depth = {"strong": 0, "em": 0, "s": 0}
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in depth:
            depth[kind] += token.nesting
        elif token.children:
            yield from _styled_tokens(token.children)
        elif not token.type.startswith("html"):
            yield from ((c, depth["strong"] > 0, depth["em"] > 0, depth["s"] > 0) for c in token.content)


class _Plain(MarkdownIt):
    """A parser without our rules, that decodes nothing of an address."""

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The address as written."""
        return link


def _shown(characters: Iterator[Styled]) -> list[Styled]:
    return [each for each in characters if not each[0].isspace()]


@settings(max_examples=300)
@example("**重点：**D:\\138****0142")
@example("**重点：**先D:\\先")
@example("**>*《甲》*\\**_***")
@given(typed_texts())
def test_what_people_type_reads_the_same_everywhere(text: str) -> None:
    """Prose comes back from its Markdown, and parsers without our rules show the same text in the same styles."""
    blocks = blocks_of(text)
    markdown = written(*blocks)
    assert _normal(_read_back(markdown)) == _normal(blocks)
    assert _shown(_styled_tokens(_Plain("commonmark").enable(["table", "strikethrough"]).parse(markdown))) == _shown(
        _styled_blocks(blocks)
    )


@_EXAMPLES
@given(texts())
def test_text_of_one_line_is_the_same_in_each_place(text: str) -> None:
    """A text reads the same as a paragraph, as an item, in a heading and in a cell."""
    table = Table(columns=(Column(label=text),), rows=(Row(cells=(Cell(blocks=(paragraph(text),)),)),))
    item = ListBlock(items=(ListItem(blocks=(paragraph(text),)),))
    wanted = clean(text) if text.strip() else ""
    for block, times in ((paragraph(text), 1), (item, 1), (table, 2)):
        found = "".join(_read(written(block)).split())
        assert found == "".join(wanted.split()) * times


@pytest.mark.parametrize(
    "text", ["a" + "_" * 100_000 + "b", "*" * 10_000, "[" * 10_000, "_a " * 3_000, "\\" * 10_000, "~|<&" * 2_500]
)
def test_long_hostile_texts_come_back(text: str) -> None:
    """Ten thousand characters of markup are written and read as they are."""
    assert _read(line(text)).strip() == text.strip()


def test_a_document_is_exported_as_utf8() -> None:
    """The exporter gives bytes with line feeds and one at the end, with its option honoured."""
    document = OpsDocument(profile="daily_handover", title="𠮷 | 交接")
    written = MarkdownExporter().export(document, lang="zh")
    assert written.startswith(b"---\n")
    assert written.endswith(b"\n")
    assert not written.endswith(b"\n\n")
    assert b"\r" not in written
    bare = MarkdownExporter(front_matter=False).export(document, lang="zh").decode()
    assert bare.startswith("# 𠮷 | 交接\n")
