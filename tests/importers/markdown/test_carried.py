"""Markdown and its reading are inverses of each other, for whatever Markdown carries."""

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from tests.exporters.markdown.writing import page, paragraph
from tests.support.chance import page_of_seed, read_pages

from opshandover.exporters.markdown.render import render
from opshandover.importers.markdown.carried import carried
from opshandover.importers.markdown.parse import parse
from opshandover.layout import lay_out
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Fact,
    Facts,
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
from opshandover.pages.facts import as_facts
from opshandover.testing import a_document

LABEL = Run(text="结果", strong=True)


def read(shown: Page) -> Page:
    """A page as it is read from its Markdown."""
    return parse(render(shown).encode()).page


@settings(max_examples=300)
@example(page(Heading(level=1, text="a #")))
@example(page(paragraph("##标题"), paragraph("#标签"), paragraph("[a]: b"), paragraph("[^1]: c")))
@example(page(paragraph(Run(text="甲", strong=True)), paragraph("乙")))
@example(page(paragraph("a"), Facts(items=(Fact("b", Cell(())),)), Facts(items=(Fact("c", Cell(())),))))
@example(page(paragraph(Run(text="甲", strong=True, emphasis=True), Run(text=" * ", strong=True))))
@given(read_pages())
def test_what_is_written_is_read(shown: Page) -> None:
    """Every page comes back as Markdown carries it."""
    assert read(shown) == carried(shown)


@pytest.mark.nightly
def test_what_is_written_is_read_at_length() -> None:
    """The same for 20,000 pages, each of which a seed makes again."""
    for seed in range(20_000):
        shown = page_of_seed(seed)
        assert read(shown) == carried(shown), seed


def test_a_page_of_a_document_keeps_its_content() -> None:
    """Of a page that a document is laid out in, only what the list names is lost: its texts are all there."""
    laid = lay_out(a_document(), "zh")
    assert carried(laid).title == laid.title
    assert carried(laid).kind == laid.kind
    assert [b.text for b in carried(laid).blocks if isinstance(b, Heading)] == [
        b.text for b in laid.blocks if isinstance(b, Heading)
    ]
    assert carried(laid).properties == laid.properties


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (paragraph("周岩"),),
        (paragraph("一"), paragraph("二")),
        (paragraph(LABEL, " 已审"), paragraph(LABEL, " 再审")),
        (paragraph("审核"), paragraph(LABEL, " 已审")),
        (paragraph(LABEL), ListBlock((ListItem((paragraph(LABEL, " 已审"),)), ListItem((paragraph(LABEL, " 再审"),))))),
        (paragraph(LABEL, " 已审"), paragraph(LABEL), ListBlock((ListItem((paragraph("再审"),)),))),
        (paragraph("审核"), ListBlock((ListItem((paragraph("已审"),)),))),
    ],
)
def test_facts_can_be_told_from_the_list_that_they_become(blocks: tuple[Block, ...]) -> None:
    """Whatever stands behind a label, short paragraphs with labels of their own or a list below one."""
    facts = Facts(items=(Fact("任务", Cell(blocks)), Fact("说明", Cell((paragraph("一"),)))))
    shown = page(Heading(1, "甲"), Heading(1, "乙"), facts)
    assert as_facts(read(shown).blocks[-1]) == facts
    assert read(shown) == carried(shown)


@pytest.mark.parametrize(
    "block",
    [
        Table(columns=(Column("a"), Column("b")), rows=(Row((Cell((paragraph("1\n2"), paragraph("3"))), Cell(()))),)),
        Table(
            columns=(Column("a"),),
            rows=(
                Row(
                    (
                        Cell(
                            (ListBlock(tuple(ListItem((paragraph("很" * 50),), checked) for checked in (True, False))),)
                        ),
                    )
                ),
                Row((Cell((Quote((paragraph("甲"), paragraph("乙"))), paragraph("> 5"))),)),
            ),
        ),
        ListBlock(items=(ListItem((paragraph("a"), Code("b\n\nc", "py"))),), ordered=True, start=7),
        Quote((paragraph("50 单"), Quote((paragraph("a"),)))),
    ],
)
def test_blocks_come_back_as_they_were(block: Table | ListBlock | Quote) -> None:
    """Cells of several blocks, lists and quotations are carried whole, and are not on the list."""
    shown = page(Heading(1, "甲"), Heading(1, "乙"), block)
    assert carried(shown).blocks[-1] == block
    assert read(shown) == carried(shown)


def test_the_list_of_what_is_lost() -> None:
    """Paths, roles and shares are named, and so is what stands for a role."""
    urgent = evolve(paragraph("急", role=Role.ATTENTION), path="a.b", derived=True)
    missing = paragraph("待填", role=Role.PLACEHOLDER)
    shown = page(Heading(1, "甲", role=Role.RISK), Heading(1, "乙", path="x"), urgent, missing)
    assert carried(shown).blocks == (
        Heading(1, "甲"),
        Heading(1, "乙"),
        Quote((Paragraph((Run("急"),)),)),
        Paragraph((Run("待填", emphasis=True),)),
    )
