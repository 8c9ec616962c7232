"""Each kind of block is the element that says what it is."""

import pytest
from tests.exporters.html.reading import main_of, only, paragraph, text_in

from opshandover.pages.blocks import (
    Cell,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Table,
)


def tags(*levels: int) -> list[str]:
    """The elements of headings of some levels."""
    main = main_of(*(Heading(level=level, text="x") for level in levels))
    return [str(each.tag) for each in main.iter() if str(each.tag) in ("h2", "h3", "h4", "h5", "h6")]


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [((1, 2, 3, 1), ["h2", "h3", "h4", "h2"]), ((3, 3, 1), ["h2", "h3", "h2"]), ((1, 2, 3, 4, 5, 6, 7), ["h2", "h3", "h4", "h5", "h6", "h6", "h6"])],
)  # fmt: skip
def test_no_level_of_headings_is_left_out(levels: tuple[int, ...], wanted: list[str]) -> None:
    """A heading is at most one level below the one before it, and the title has the first."""
    assert tags(*levels) == wanted


def test_a_section_begins_at_each_heading_of_the_first_level() -> None:
    """What comes before the first of them is in one of its own."""
    main = main_of(paragraph("a"), Heading(level=1, text="b"), Heading(level=2, text="c"), Heading(level=1, text="d"))
    assert [[str(each.tag) for each in section] for section in main] == [["p"], ["h2", "h3"], ["h2"]]


def test_roles_are_classes() -> None:
    """What asks for attention shares a box, and the others say what they are."""
    main = main_of(
        paragraph("甲", role=Role.ATTENTION),
        Facts(items=(Fact(label="乙", cell=Cell(blocks=())),), role=Role.ATTENTION),
        paragraph("丙", role=Role.NOTHING),
        paragraph("丁", role=Role.RISK),
    )
    (box,) = (each for each in main.iter("div") if each.get("class") == "box")
    assert [str(each.tag) for each in box] == ["p", "dl"]
    assert [each.get("class") for each in main.iter("p")] == ["attention", "nothing", "risk"]


def test_lists_have_their_numbers_and_boxes() -> None:
    """A box says in words whether it is ticked."""
    items = tuple(ListItem(blocks=(paragraph("甲"),), checked=checked) for checked in (None, True, False))
    main = main_of(ListBlock(items=items, ordered=True, start=7))
    assert only(main, "ol").get("start") == "7"
    assert [each.get("aria-label") for each in main.iter("span")] == ["已勾选", "未勾选"]
    assert [each.get("data-checked") for each in main.iter("li")] == [None, "true", "false"]


def test_blocks_nest() -> None:
    """A heading within another block is a line in bold, which leaves the order of headings as it is."""
    code = Code(text="\n  x\n", language="py")
    main = main_of(Quote(blocks=(Heading(level=1, text="甲"), code, Divider())))
    assert list(main.iter("h2")) == []
    assert only(main, "p").get("class") == "subheading"
    assert only(main, "code").text == "\n  x\n"
    assert only(main, "code").get("data-language") == "py"
    assert len(list(main.iter("hr"))) == 1


def test_a_flow_is_a_list_of_its_steps() -> None:
    """With its title; one without either is nothing."""
    main = main_of(Flow(steps=(FlowStep("受理", "甲"), FlowStep("处理")), title="投诉"))
    assert [text_in(each).split() for each in main.iter("li")] == [["受理", "甲"], ["处理"]]
    assert text_in(only(main, "figcaption")).strip() == "投诉"
    assert list(main_of(Flow(steps=())).iter("figure")) == []


def test_what_is_signed_stays_together() -> None:
    """The section with the table of signatures is kept on one page."""
    row = Row(cells=(Cell(blocks=(), role=Role.SIGNATURE),))
    main = main_of(Heading(level=1, text="签"), Table(columns=(Column("签字"),), rows=(row,), role=Role.SIGNATURE))
    assert main[0].get("class") == "signed"


def test_what_is_shown_a_second_time_says_so() -> None:
    """Those who read a page back pass over it."""
    main = main_of(Heading(level=1, text="先看", derived=True), ListBlock(items=(), derived=True))
    assert [each.get("data-derived") for each in main[0]] == ["true", "true"]


def test_headings_within_a_text_have_their_level() -> None:
    """By their class, and for those who have the page read out, in the outline, of which no level is left out."""
    runs = (Run("背景", strong=True),)
    heads = [Paragraph(runs, level=level) for level in (3, 6, 1)]
    main = main_of(Heading(1, "概述"), *heads, Quote(tuple(heads[:1])))
    found = [(each.get("class"), each.get("aria-level")) for each in main.iter("p")]
    assert found == [("heading-3", "3"), ("heading-6", "4"), ("heading-1", "3"), ("heading-3", "4")]
