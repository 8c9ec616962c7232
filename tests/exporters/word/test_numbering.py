"""Lists and headings: numbers that begin where they should."""

import pytest
from tests.exporters.word.opened import Opened, item, para, text_in, value, written
from tests.support.docx_lint import W

from opshandover.pages.blocks import Block, Heading, ListBlock, ListItem, Quote, Role
from opshandover.text import Lang


def numbers(file: Opened) -> list[tuple[int, int]]:
    """Level and numbering of each numbered paragraph."""
    found = file.find(".//pPr/numPr")
    return [(int(value(each[0])), int(value(each[1]))) for each in found]


def starts(file: Opened) -> dict[int, tuple[int, int]]:
    """The level and the number with which each numbering of its own begins."""
    return {
        int(value(num, "numId")): (int(value(over, "ilvl")), int(value(over[0])))
        for num in file.find("./num", "word/numbering.xml")
        for over in num.findall(f"{W}lvlOverride")
    }


def test_each_ordered_list_begins_again() -> None:
    """Two lists never count on into each other."""
    one = ListBlock(ordered=True, items=(item("甲"), item("乙")))
    two = ListBlock(ordered=True, start=5, items=(item("丙"),))
    file = written(one, para("间"), two)
    (_, first), (_, same), (_, other) = numbers(file)
    assert first == same != other
    assert starts(file) == {first: (0, 1), other: (0, 5)}


def test_a_list_within_a_list_begins_again_each_time() -> None:
    """The inner list of the second item begins with one, on its own level."""
    inner = [ListBlock(ordered=True, items=(item(f"内{n}"),)) for n in range(2)]
    file = written(ListBlock(ordered=True, items=tuple(item("外", each) for each in inner)))
    levels = [level for level, _ in numbers(file)]
    assert levels == [0, 1, 0, 1]
    assert sorted(starts(file).values()) == [(0, 1), (1, 1), (1, 1)]


def test_lists_nest_to_nine_levels_and_stay_there() -> None:
    """Word knows nine levels; what is deeper stays on the last."""
    block: Block = para("底")
    for depth in range(12, 0, -1):
        block = ListBlock(items=(item(f"层{depth}", block),))
    assert [level for level, _ in numbers(written(block))] == [*range(9), 8, 8, 8]


def test_tasks_are_ticked_boxes() -> None:
    """A task shows its box in place of the bullet, and after its number."""
    tasks = (item("完成", checked=True), item("未完成", checked=False))
    file = written(ListBlock(items=tasks), ListBlock(ordered=True, items=tasks))
    assert file.text().splitlines()[-4:] == ["☑\t完成", "☐\t未完成", "☑ 完成", "☐ 未完成"]
    assert len(numbers(file)) == 2


@pytest.mark.parametrize("start", [-1, 40_000])
def test_a_start_that_word_cannot_hold_is_written_out(start: int) -> None:
    """A number that Word does not count from is shown as text, so that it is right."""
    file = written(ListBlock(ordered=True, start=start, items=(item("甲"), item("乙"))))
    assert file.text().splitlines()[-2:] == [f"{start}.\t甲", f"{start + 1}.\t乙"]
    assert numbers(file) == []


def test_an_item_that_begins_with_a_list_has_its_own_mark() -> None:
    """The outer item does not vanish when it holds no text of its own."""
    file = written(ListBlock(items=(item(ListBlock(items=(item("内"),))), item())))
    assert [level for level, _ in numbers(file)] == [0, 1, 0]


@pytest.mark.parametrize(
    ("lang", "formats"),
    [
        ("zh", ["%1、", "（%2）", "%3.", "（%4）"]),
        ("en", ["%1.", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"]),
    ],
)
def test_headings_are_numbered_as_the_language_does(lang: Lang, formats: list[str]) -> None:
    """The numbers are Word's own, bound to the styles of the headings."""
    file = written(Heading(level=1, text="节"), lang=lang)
    levels = file.find("./abstractNum[1]/lvl", "word/numbering.xml")
    assert [value(level.find(f"{W}lvlText")) for level in levels] == formats
    assert [value(level.find(f"{W}pStyle")) for level in levels] == [f"Heading{n}" for n in range(1, 5)]
    bound = file.find("./style/pPr/numPr/ilvl", "word/styles.xml")
    assert [value(level) for level in bound] == ["0", "1", "2", "3"]


@pytest.mark.parametrize(("level", "style"), [(0, 1), (1, 1), (4, 4), (6, 6), (99, 6)])
def test_a_level_beyond_the_styles_takes_the_nearest(level: int, style: int) -> None:
    """Every heading has a style, whatever its level."""
    styles = [value(each) for each in written(Heading(level=level, text="节")).find(".//pStyle")]
    assert styles[-1] == f"Heading{style}"


def test_headings_within_something_stay_out_of_the_outline() -> None:
    """A heading in a quotation or an item must not count as a section of the document."""
    heading = Heading(level=1, text="引")
    for block, style in ((Quote((heading,)), "Quote"), (ListBlock((ListItem((heading,)),)), "Subheading")):
        assert [value(each) for each in written(block).find(".//pStyle")][-1] == style


def test_what_needs_attention_is_no_numbered_section() -> None:
    """The first number belongs to the first section."""
    file = written(Heading(level=1, text="先看", role=Role.ATTENTION))
    ((level, number),) = numbers(file)
    (kind,) = file.find(f"./abstractNum[@w:abstractNumId='{number}']/lvl/numFmt", "word/numbering.xml")
    assert (level, value(kind)) == (0, "none")
    assert "先看" in text_in(file.root())
