"""How wide text is: the measures that columns and pages are made by."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opshandover.exporters.word.font_widths import WIDEST, find_font

ARIAL = find_font("Arial")
LINES = st.text(st.characters(exclude_characters="\n"), max_size=200)


@pytest.mark.parametrize(
    ("font", "bold", "text", "thousandths"),
    [
        ("Arial", False, "Hi", 722 + 222),
        ("Arial", True, "Hi", 722 + 278),
        ("Times New Roman", False, "Hi", 722 + 278),
        ("Times New Roman", True, "Hi", 778 + 278),
        ("Arial", False, "2026-11-21", 8 * 556 + 2 * 333),
        ("Arial", False, "交接", 2000),
        ("Arial", False, "▲ 高", 2000 + 278),
        ("Arial", False, "第 3 班", 2 * 1000 + 2 * 278 + 556),
    ],
)
def test_widths_are_those_of_the_fonts(font: str, text: str, thousandths: int, *, bold: bool) -> None:
    """A letter is as wide as its font has it, rounded up by less than a hundredth."""
    width = find_font(font, bold=bold).width(text)
    assert thousandths <= 1000 * width <= thousandths + 4 * len(text)


def test_every_letter_of_ascii_has_a_width() -> None:
    """None is left out of a font's table, and thin letters are thinner than fat ones."""
    for font in ("Arial", "Times New Roman"):
        for bold in (False, True):
            widths = {c: find_font(font, bold=bold).width(c) for c in string.printable if c >= " "}
            assert min(widths.values()) > 0.15
            assert widths["i"] < widths["n"] < widths["M"] <= WIDEST


def test_an_unknown_font_is_taken_for_a_wide_one() -> None:
    """What a company's own font needs is rather over than under the mark."""
    assert find_font("Firm Sans").width("handover") == ARIAL.width("handover")


def test_scripts_stand_apart() -> None:
    """Word puts a gap between a Chinese character and a Latin letter beside it."""
    assert ARIAL.width("甲A乙") > ARIAL.width("甲乙") + ARIAL.width("A")


@given(LINES)
@settings(max_examples=200)
def test_no_character_is_wider_than_the_widest(text: str) -> None:
    """Of what is that much shorter than another text, nobody needs to ask the width."""
    assert 0 <= ARIAL.width(text) <= WIDEST * len(text)


@given(LINES, st.floats(1, 60))
@settings(max_examples=200)
def test_lines_hold_the_whole_text(text: str, room: float) -> None:
    """There are at least as many lines as the width needs, and no more than there are letters."""
    count = ARIAL.lines(text, room)
    visible = ARIAL.width(text.replace(" ", ""))
    assert visible / (room + 1) <= count <= max(1, 2 * len(text))


def test_words_are_not_broken() -> None:
    """A word that does not fit behind others begins a line; one longer than a line is broken."""
    word = ARIAL.width("xxxxx")
    assert ARIAL.lines("xxxxx xxxxx", 1.9 * word) == 2
    assert ARIAL.lines("xxxxx xxxxx xxxxx", 1.9 * word) == 3
    assert ARIAL.lines("x" * 10, 0.9 * word) == 3
    assert ARIAL.lines("甲" * 10, 3.5) == 4
    assert ARIAL.lines("甲\n乙", 10) == 2


@pytest.mark.parametrize(
    ("text", "widest"),
    [
        ("交接 to 周岩", "to"),
        ("甲A乙 handover，x", "handover"),
        ("2026-11-12 00:00", "2026-11-12 00:00"),
        ("a\nbb\tccc", "ccc"),
        ("交接", ""),
        ("", ""),
    ],
)
def test_the_widest_word(text: str, widest: str) -> None:
    """Words end at spaces and at Chinese; a time belongs to its date."""
    assert ARIAL.widest_word(text) == ARIAL.width(widest)


def test_letters_that_stand_apart_need_more_room() -> None:
    """In a grid, each character has a distance to the next."""
    assert ARIAL.lines("甲" * 10, 10) == 1
    assert ARIAL.lines("甲" * 10, 10, more=0.1) == 2
