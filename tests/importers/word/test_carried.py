"""What a page is after it was written as a Word file and read again: what the one list says, and nothing else."""

import pytest
from hypothesis import given, settings
from tests.support.chance import page_of_seed, read_pages

from opshandover.exporters.word.render import render
from opshandover.importers.word import WordImporter
from opshandover.importers.word.carried import carried
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Divider,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Table,
)
from opshandover.text import Lang


def holds(page: Page) -> None:
    """Assert the law for a page."""
    assert WordImporter().parse(render(page)).page == carried(page)


@settings(max_examples=300)
@given(read_pages(plain=True))
def test_reading_is_the_inverse_of_writing(page: Page) -> None:
    """Whatever a page is made of, in whatever characters."""
    holds(page)


@pytest.mark.nightly
def test_reading_is_the_inverse_of_writing_in_many_cases() -> None:
    """The same for 20,000 pages, each of which a seed makes again."""
    for seed in range(20_000):
        page = page_of_seed(seed, plain=True)
        assert WordImporter().parse(render(page)).page == carried(page), seed


@given(read_pages(plain=True))
def test_it_is_carried_as_a_whole(page: Page) -> None:
    """What a file carries once it carries again."""
    assert carried(carried(page)) == carried(page)


def para(text: str = "p") -> Paragraph:
    """A paragraph."""
    return Paragraph((Run(text),))


def bullets(*items: Block, checked: bool | None = None) -> ListBlock:
    """A list of items of one block each."""
    return ListBlock(tuple(ListItem((item,), checked) for item in items))


CODE = Code("c")
NESTED: tuple[tuple[Block, ...], ...] = (
    (bullets(para("a")), Quote((bullets(para("b")),)), bullets(para("c"))),
    (Quote((bullets(para("a")),)), bullets(para("b"))),
    (Quote((para(), bullets(para("a"), para("b")), para("q"))), para()),
    (bullets(Quote((para("a"), bullets(para("b"))))), CODE),
    (Quote((bullets(Quote((para("a"),)), para("b")),)), CODE),
    (Quote((Quote((para("a"),)), para("b"), CODE)), CODE),
    (Quote((CODE, Divider())), CODE),
    (Quote((Quote((CODE,)),)), Quote((Quote((CODE,)),)), Quote((Quote((bullets(CODE),)),)), Quote((Quote((para(),)),))),
    (bullets(Quote(())), Quote((Quote((CODE,)),))),
    (Quote((bullets(para("a"), checked=True), bullets(CODE))), bullets(para("b"), checked=False)),
    (bullets(bullets(bullets(para("a")), para("b"))), CODE, Quote((para("q"),))),
    (Quote((Heading(1, "h"), para())), Quote((para("q"),))),
)


@pytest.mark.parametrize("blocks", NESTED)
@pytest.mark.parametrize("columns", [0, 1, 5, 12, 16])
def test_what_belongs_to_what_is_carried(blocks: tuple[Block, ...], columns: int) -> None:
    """Lists, quotations and code in one another, on the page and in cells with much room and with none."""
    if columns:
        row = Row(tuple(Cell(blocks) for _ in range(columns)))
        blocks = (Table((Column("k"),) * columns, (row,)),)
    holds(Page(title="t", kind="", lang="zh", blocks=blocks))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_stressed_where_there_is_nothing_is_carried(lang: Lang) -> None:
    """The italics of what is not there are no emphasis; those of a word in it are."""
    runs = (Run("none since "), Run("Monday", emphasis=True), Run(" 无 "), Run("周一", emphasis=True))
    holds(Page(title="t", kind="", lang=lang, blocks=(Paragraph(runs, role=Role.NOTHING),)))


def test_blanks_after_a_box_are_carried() -> None:
    """One belongs to the box; others to the text."""
    holds(Page(title="t", kind="", lang="zh", blocks=(bullets(para("\t a"), checked=True),)))
