"""A page made to fit leaves out whole lines, what matters least first, and counts them."""

import re
from functools import partial

import pytest
from attrs import evolve
from tests.support.examples import READY

from opshandover.codec import load
from opshandover.layout import digest_page, lay_out, shortened_page
from opshandover.pages import (
    Block,
    Divider,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Role,
    Run,
    Table,
    text_of,
)
from opshandover.text import LANGUAGES, Lang


def line(text: str, role: Role = Role.NONE) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(runs=(Run(text=text),), role=role)


BLOCKS: tuple[Block, ...] = (
    Heading(level=1, text="A"),
    line("a"),
    Heading(level=1, text="B"),
    Heading(level=2, text="C"),
    ListBlock(items=(ListItem(blocks=(line("c1"),)), ListItem(blocks=(line("c2"),)))),
    Divider(),
    line("last", Role.METADATA),
)
PAGE = Page(title="T", kind="K", lang="en", blocks=BLOCKS)


def said(page: Page) -> list[str]:
    """What a page shows, one text for each block or item; a divider is a line of hyphens."""
    shown: list[str] = []
    for block in page.blocks:
        match block:
            case Heading():
                shown.append(block.text)
            case Paragraph():
                shown.append(text_of(block.runs))
            case ListBlock():
                shown += [
                    text_of(one.runs) for item in block.items for one in item.blocks if isinstance(one, Paragraph)
                ]
            case _:
                shown.append("---")
    return shown


def no_more_than(lines: int, page: Page = PAGE) -> list[str]:
    """What is left of a page that may show so many blocks and items, without the last that counts."""
    return said(shortened_page(page, lambda shown: len(said(shown)) <= lines))


def test_a_page_that_fits_is_the_same() -> None:
    """Nothing is counted where nothing is left out."""
    assert shortened_page(PAGE, lambda _: True) is PAGE


@pytest.mark.parametrize(
    ("room", "left"),
    [
        (8, ["A", "a", "B", "C", "c1", "c2", "---", "last"]),
        (7, ["A", "a", "---", "last", "(2 more in the full document)"]),
        (4, ["---", "last", "(3 more in the full document)"]),
        (1, ["(4 more in the full document)"]),
        (0, ["(4 more in the full document)"]),
    ],
)
def test_the_end_goes_first_and_metadata_last(room: int, left: list[str]) -> None:
    """Headings and dividers go with the lines behind them, and each line that is missing is counted."""
    assert no_more_than(room) == left


def test_a_list_may_lose_its_end() -> None:
    """Items are left out one by one, not the list."""
    page = evolve(PAGE, blocks=BLOCKS[2:5])
    assert no_more_than(4, page) == ["B", "C", "c1", "c2"]
    shorter = shortened_page(page, lambda shown: "c2" not in said(shown))
    assert said(shorter) == ["B", "C", "c1", "(1 more in the full document)"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_left_out_of_a_document_is_counted(lang: Lang) -> None:
    """Lines that are shown and the number at the end make up all lines, in digest and in full page."""
    document = load(READY)
    for page in (digest_page(document, lang), lay_out(document, lang)):
        whole = lines_of(page)
        for room in (0, 1, 5, len(whole) - 2):
            *shown, last = lines_of(shortened_page(page, partial(has_at_most, room + 1)))
            (number,) = re.findall(r"\d+", text_of(last.runs) if isinstance(last, Paragraph) else "")
            assert len(shown) == room
            assert len(shown) + int(number) >= len(whole)
            assert [one for one in whole if one in shown] == shown


def has_at_most(number: int, page: Page) -> bool:
    """Whether a page has no more lines than that."""
    return len(lines_of(page)) <= number


def lines_of(page: Page) -> list[object]:
    """Items of lists, rows of tables, facts, and all other blocks that are neither headings nor dividers."""
    found: list[object] = []
    for block in page.blocks:
        if isinstance(block, ListBlock | Facts):
            found += block.items
        elif isinstance(block, Table):
            found += block.rows
        elif not isinstance(block, Heading | Divider):
            found.append(block)
    return found
