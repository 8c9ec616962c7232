"""Tables and facts: grids that agree, heads that come again, rows that may be split."""

import pytest
from hypothesis import given, settings
from tests.exporters.word.opened import cell, fact, grid_of, item, opened, para, row, table_of, text_in, value, written
from tests.support.chance import read_pages
from tests.support.docx_lint import W, lint

from opshandover.exporters.word import design
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.measure import TextMeasurer
from opshandover.exporters.word.render import render
from opshandover.pages.blocks import (
    Cell,
    Facts,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)

RULER = TextMeasurer.of(Design())


@settings(max_examples=25)
@given(read_pages(plain=True))
def test_grid_cells_and_table_agree_in_width(page: Page) -> None:
    """WPS reads the grid, Word the cells: both must say the same."""
    for table in opened(render(page)).find(".//tbl"):
        grid = grid_of(table)
        assert min(grid) > 0
        assert sum(grid) == int(value(table.find(f"{W}tblPr/{W}tblW"), "w"))
        for line in table.findall(f"{W}tr"):
            place = 0
            for each in line.findall(f"{W}tc"):
                span = each.find(f"{W}tcPr/{W}gridSpan")
                end = place + (1 if span is None else int(value(span)))
                assert int(value(each.find(f"{W}tcPr/{W}tcW"), "w")) == sum(grid[place:end])
                place = end
            assert place == len(grid)


def test_shares_decide_where_words_do_not() -> None:
    """A column of three shares is three times as wide as one of one share."""
    (table,) = written(table_of(row("甲", "乙"))).find(".//tbl")
    assert grid_of(table) == [Design().text_width // 4, Design().text_width * 3 // 4]


@pytest.mark.parametrize(("rows", "kept"), [(design.KEPT_ROWS, True), (design.KEPT_ROWS + 1, False)])
def test_a_small_table_stays_whole(rows: int, *, kept: bool) -> None:
    """Of a table of few rows none is left behind; the last one need not stay with what follows."""
    (table,) = written(table_of(*(row("甲", "乙") for _ in range(rows)))).find(".//tbl")
    bound = [line.find(f".//{W}keepNext") is not None for line in table.findall(f"{W}tr")[1:]]
    assert bound == [kept] * (rows - 1) + [False]


def test_a_heading_takes_more_than_one_line_of_facts_along() -> None:
    """The first line of facts stays with the second, the others may follow on the next page."""
    facts = tuple(fact(name, "1") for name in "甲乙丙")
    (table,) = written(Facts(items=facts)).find(".//tbl")
    bound = [line.find(f".//{W}keepNext") is not None for line in table.findall(f"{W}tr")]
    assert bound == [True, False, False]


def test_signatures_bring_along_what_is_signed() -> None:
    """Nobody signs a sheet that says nothing: what stands below the heading moves with the table."""
    signing = table_of(row("移交人", "林晓雯"), role=Role.SIGNATURE)
    facts = Facts(items=(fact("意见", "已收到"),))
    content = (para("前文"), Heading(level=1, text="交接确认"), para("总结"), facts, signing)
    lines = written(*content).find(".//p")
    bound = {text_in(each).strip(): each.find(f"{W}pPr/{W}keepNext") is not None for each in lines}
    assert [bound[text] for text in ("前文", "总结", "意见", "已收到")] == [False, True, True, True]


def test_long_labels_are_broken_into_lines() -> None:
    """The title of an item takes no more than its part of the width from what is said of it."""
    (table,) = written(Facts(items=(fact("很长的标题" * 8, "1"),))).find(".//tbl")
    assert grid_of(table)[0] == Design().text_width * design.WIDEST_LABEL // 100


def test_small_print_is_grey_and_small() -> None:
    """What ties an item to other documents does not compete with its title."""
    aside = Cell(blocks=(Paragraph(runs=(Run(text="T-1"),), role=Role.METADATA),))
    styles = written(table_of(Row(cells=(aside, cell("乙"))))).find(".//rStyle")
    assert [value(style) for style in styles] == ["Aside"]


def test_the_head_comes_again_on_every_page() -> None:
    """The first row is a head for eyes and for screen readers, the others are none."""
    (table,) = written(table_of(row("甲", "乙"), row("丙", "丁"))).find(".//tbl")
    heads = [line.find(f"{W}trPr/{W}tblHeader") is not None for line in table.findall(f"{W}tr")]
    assert heads == [True, False, False]
    assert value(table.find(f"{W}tblPr/{W}tblLook"), "firstRow") == "1"


@pytest.mark.parametrize(("length", "whole"), [(10, True), (10_000, False)])
def test_only_a_long_row_may_be_split(length: int, *, whole: bool) -> None:
    """A short row stays on one page, one longer than a page has to be split."""
    (table,) = written(table_of(row("长" * length, "乙"))).find(".//tbl")
    line = table.findall(f"{W}tr")[1]
    assert (line.find(f"{W}trPr/{W}cantSplit") is not None) is whole


def test_facts_side_by_side() -> None:
    """Two facts share a row; a long one and the last one fill theirs."""
    facts = (
        fact("甲", "1"),
        fact("乙", "2"),
        fact("丙", "3"),
        fact("丁", "长" * 90),
        fact("戊", "5"),
    )
    (table,) = written(Facts(items=facts, across=2)).find(".//tbl")
    cells = [len(line.findall(f"{W}tc")) for line in table.findall(f"{W}tr")]
    assert cells == [4, 2, 2, 2]
    assert "".join(text_in(table).split()).startswith("甲1乙2丙3丁")


def test_facts_one_below_the_other() -> None:
    """One fact across is a line with its label before it."""
    (table,) = written(Facts(items=(fact("甲", "1"), fact("乙", "2")))).find(".//tbl")
    assert [len(line.findall(f"{W}tc")) for line in table.findall(f"{W}tr")] == [2, 2]


def test_places_to_sign_are_tall() -> None:
    """A row to sign in has room for a hand and stays with the others."""
    signing = table_of(Row(cells=(cell("移交人"), Cell(blocks=()))), role=Role.SIGNATURE)
    (table,) = written(signing).find(".//tbl")
    line = table.findall(f"{W}tr")[1]
    assert int(value(line.find(f"{W}trPr/{W}trHeight"))) == Design().signature_height
    kept = [each.find(f"{W}p/{W}pPr/{W}keepNext") is not None for each in line.iter(f"{W}tc")]
    assert kept == [True, True]


def test_a_placeholder_is_grey() -> None:
    """What is still to be filled in does not look like content."""
    blank = Row(cells=(cell("待填写", Role.PLACEHOLDER), cell("乙")))
    styles = written(table_of(blank)).find(".//rStyle")
    assert [value(style) for style in styles] == ["PlaceholderText"]


def test_tables_within_cells_are_sound_however_deep() -> None:
    """A table in a list in a cell in a table finds its room, and each cell its last paragraph."""
    block: Table = table_of(row("甲", "乙"))
    for _ in range(12):
        deep = ListBlock(items=(item("丙", block),))
        block = table_of(Row(cells=(Cell(blocks=(deep,)), Cell(blocks=(block,)))))
        if len(str(block)) > 60_000:
            break
    file = opened(data := render(Page(title="", kind="", lang="zh", blocks=(block, block))))
    assert lint(data) == []
    tables = file.find(".//tbl")
    assert len(tables) > 12
    assert all(min(grid_of(table)) > 0 for table in tables)


def test_an_attentive_box_round_nothing_is_sound() -> None:
    """Facts without items leave no broken cell behind."""
    page = Page(title="", kind="", lang="zh", blocks=(Facts(items=(), role=Role.ATTENTION),))
    assert lint(render(page)) == []


def test_tables_stay_apart() -> None:
    """Word joins two tables that follow each other without a paragraph."""
    file = written(table_of(row("甲", "乙")), table_of(row("丙", "丁")), para("后"))
    tags = [each.tag.removeprefix(W) for each in file.root()[0]]
    assert tags == ["p", "p", "tbl", "p", "tbl", "p", "p", "sectPr"]


@pytest.mark.parametrize("count", [20, 40, 63, 64, 100])
def test_a_table_that_is_too_wide_is_cut(count: int) -> None:
    """Word opens no file with a table of 64 columns, and in a narrow one no letter has room."""
    texts = [f"值{n}" for n in range(count)]
    wide = table_of(row(*texts), row(*texts), shares=(1,) * count)
    data = render(Page(title="", kind="", lang="zh", blocks=(wide,)))
    assert lint(data) == []
    tables = opened(data).find("./body/tbl")
    widths = [width for table in tables for width in grid_of(table)]
    assert min(widths) > 2 * design.CELL_SIDE
    assert all(len(grid_of(table)) <= design.MOST_COLUMNS for table in tables)
    lines = [[text_in(each).strip() for each in table.iter(f"{W}tc")] for table in tables]
    assert all(cells[0] == "列0" and "值0" in cells for cells in lines)
    said = [text for cells in lines for text in cells]
    assert [said.count(text) for text in texts[1:]] == [2] * (count - 1)
    assert (len(tables) > 1) is (count > 20)
