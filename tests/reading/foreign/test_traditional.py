"""Headings in traditional characters are found by the words that are declared in simplified ones."""

import pytest

from opshandover.reading.foreign.homes import home_of
from opshandover.reading.foreign.traditional import SIMPLIFIED


@pytest.mark.parametrize(
    ("written", "section"),
    [("聯絡人", "contacts"), ("待辦事項", "work_progress"), ("系統帳號", "systems"), ("風險與應急預案", "risks")],
)
def test_a_heading_in_traditional_characters_has_a_place(written: str, section: str) -> None:
    """It is the place of the same words in simplified ones."""
    assert (home := home_of(written)) is not None
    assert home.section == section


def test_each_character_is_given_once_and_changes() -> None:
    """Both rows of the table have the same length, and no simplified character is changed into another."""
    assert all(old != new for old, new in SIMPLIFIED.items())
    assert not set(SIMPLIFIED.values()) & set(SIMPLIFIED)
