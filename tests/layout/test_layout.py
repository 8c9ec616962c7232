"""The layout shows everything that is filled, and every node says which value it shows."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.samples import daily_handover
from tests.support.documents import documents
from tests.support.pages import texts_in

from opshandover.document.walk import Node, walk
from opshandover.errors import UnknownNameError
from opshandover.layout import lay_out
from opshandover.layout.introduced import without_repeated_details
from opshandover.layout.tables.columns import MOST_COLUMNS
from opshandover.layout.words.scalars import format_number
from opshandover.layout.words.settled import holds_something
from opshandover.model.base import Choice, Record
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import Kind
from opshandover.model.header import Language
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Facts,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Role,
    Table,
)
from opshandover.pages.markdown import blocks_of
from opshandover.text import LANGUAGES as LANGS
from opshandover.text import Lang

LANGUAGES = st.sampled_from(LANGS)


def below(block: Block) -> tuple[Block, ...]:
    """The blocks inside a block."""
    match block:
        case ListBlock(items=items):
            return tuple(inner for item in items for inner in item.blocks)
        case Quote(blocks=blocks):
            return blocks
        case Table() | Facts():
            return tuple(inner for cell in cells(block) for inner in cell.blocks)
        case _:
            return ()


def cells(block: Block) -> tuple[Cell, ...]:
    """The cells of a table or of facts."""
    match block:
        case Table(rows=rows):
            return tuple(cell for row in rows for cell in row.cells)
        case Facts(items=items):
            return tuple(item.cell for item in items)
        case _:
            return ()


def all_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Visits all blocks, each before what it holds."""
    for block in blocks:
        yield block
        yield from all_of(below(block))


def page_text(page: Page) -> str:
    """All that can be read on a page."""
    return "\x1f".join(texts_in(page))


def prose_texts(prose: str) -> list[str]:
    """The texts in which a prose comes out, once its markup is read."""
    return list(texts_in(Page(title="", kind="", lang="zh", blocks=blocks_of(prose))))


def expected(node: Node[Any], lang: Lang) -> list[str]:
    """The texts that must be read on the page for one value of the document."""
    value = node.value
    match value:
        case Language() if value.value == lang:
            return []  # the page is in it
        case Choice():
            return [value.label[lang]]
        case datetime():
            return [value.date().isoformat(), value.isoformat()[11:16]]
        case date():
            return [value.isoformat()]
        case bool():
            return []
        case int() | Decimal():
            return [format_number(value)]
        case str() if node.field and node.field.kind is Kind.PROSE:
            return prose_texts(value)
        case str() if node.field and node.field.kind is Kind.TEXT and value.strip():
            return [value]
        case _:
            return []


def at(root: Any, path: str) -> Any:
    """Follows a path into a document."""
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        root = root[int(index)] if index else getattr(root, name)
    return root


SLOW = settings(max_examples=25)


@SLOW
@given(documents(), LANGUAGES)
def test_everything_filled_is_on_the_page(document: OpsDocument, lang: Lang) -> None:
    """No text, number, date or choice of a document is missing from the tree."""
    text = page_text(lay_out(document, lang))
    missing = [(n.path, t) for n in walk(document, object) for t in expected(n, lang) if t not in text]
    assert missing == []


@SLOW
@given(documents(), LANGUAGES)
def test_the_tree_is_well_formed(document: OpsDocument, lang: Lang) -> None:
    """Rows fit their columns, tables stay readable, no heading skips a level; only the header has blanks to fill in."""
    page = lay_out(document, lang)
    level = 0
    for block in all_of(page.blocks):
        match block:
            case Table(columns=columns, rows=rows):
                assert {len(row.cells) for row in rows} <= {len(columns)}
            case Heading():
                assert 1 <= block.level <= level + 1
                level = block.level
            case Facts(items=items):
                assert items
                blank = [item.cell.path for item in items if not item.cell.blocks]
                assert block.role is Role.METADATA or all(says_nothing(at(document, path)) for path in blank)
            case _:
                pass


@SLOW
@given(documents(), LANGUAGES)
def test_tables_of_records_stay_readable(document: OpsDocument, lang: Lang) -> None:
    """A table of records has at most seven columns, and one more for what is derived."""
    for block in all_of(lay_out(document, lang).blocks):
        if isinstance(block, Table) and block.path and not is_prose(document, block.path):
            assert len(block.columns) <= MOST_COLUMNS + 1


def says_nothing(value: object) -> bool:
    """Whether a record, or each of several, has nothing to show."""
    records = value if isinstance(value, tuple) else (value,)
    return all(isinstance(one, Record) and not holds_something(one) for one in records)


def is_prose(document: OpsDocument, path: str) -> bool:
    """Whether a path leads to a text, in which people may draw tables of any width."""
    return isinstance(at(document, path), str)


@SLOW
@given(documents(), LANGUAGES)
def test_every_path_leads_to_a_value(document: OpsDocument, lang: Lang) -> None:
    """A path on a node can be followed into the document."""
    for path in paths_of(lay_out(document, lang)):
        at(document, path)


@SLOW
@given(documents(), LANGUAGES)
def test_every_value_has_a_place(document: OpsDocument, lang: Lang) -> None:
    """Each value that is shown has a node with its path, or with that of what it stands in.

    The details of a person who is introduced elsewhere are not shown a second time.
    """
    shown = list(all_of(lay_out(document, lang).blocks))
    places = {cell.path for block in shown for cell in cells(block)}
    places |= {b.path for b in shown if isinstance(b, Paragraph | ListBlock | Code | Quote | Table)}
    titles = {block.path for block in shown if isinstance(block, Heading)} - {""}
    places |= {path for path in titles if isinstance(at(document, path), str)}
    for node in walk(without_repeated_details(document), object):
        if expected(node, lang) and node.path != "title" and can_have_place(node):
            steps = re.findall(r"\.?\w+|\[\d+\]", node.path)
            inside = ("".join(steps[:count]) for count in range(1, len(steps) + 1))
            assert any(place in places for place in inside), node.path


def can_have_place(node: Node[Any]) -> bool:
    """Whether a value comes out in blocks that hold a path; code and quotations do not."""
    if node.field is None or node.field.kind is not Kind.PROSE:
        return True
    return any(getattr(block, "path", "") for block in blocks_of(str(node.value), "x"))


def paths_of(page: Page) -> set[str]:
    """The paths of all blocks and cells of a page."""
    blocks = list(all_of(page.blocks))
    found = {getattr(block, "path", "") for block in blocks}
    return (found | {cell.path for block in blocks for cell in cells(block)}) - {""}


def test_sections_follow_the_profile() -> None:
    """Sections stand in the profile's order, the author's own after them, the signatures last."""
    page = lay_out(daily_handover(), "zh")
    paths = [b.path for b in page.blocks if isinstance(b, Heading) and b.level == 1 and b.path]
    assert paths[:4] == ["overview", "work_progress", "issues", "risks"]
    assert paths[-2:] == ["extra[0].title", "sign_off"]


def test_the_kind_stands_in_for_a_missing_title() -> None:
    """A document without a title is called by its kind."""
    page = lay_out(OpsDocument(profile="charter"), "en")
    assert page.title == page.kind == "Operating charter"


def test_an_unknown_kind_is_refused() -> None:
    """A profile that nobody registered is an error, not an empty page."""
    with pytest.raises(UnknownNameError):
        lay_out(OpsDocument(profile="no_such_kind"), "zh")


def test_free_sections_keep_their_order() -> None:
    """The author's own sections stand in the order in which they were written."""
    extra = tuple(FreeSection(title=title, body="正文") for title in ("乙", "甲", "丙"))
    page = lay_out(attrs.evolve(daily_handover(), extra=extra), "zh")
    free = [b.text for b in page.blocks if isinstance(b, Heading) and b.role is Role.FREE]
    assert free == ["乙", "甲", "丙"]


def test_labels_follow_the_language() -> None:
    """In English no label is Chinese, only what people wrote."""
    page = lay_out(OpsDocument(profile="daily_handover"), "en")
    assert not re.search(r"[\u4e00-\u9fff]", page_text(page))
