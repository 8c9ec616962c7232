"""Numbers, dates and choices come back from text."""

from decimal import Decimal

import pytest

from opshandover.codec.scalars import day
from opshandover.layout.words.parsed import choice_in, choices_in, number_in, understood
from opshandover.model.base import Priority
from opshandover.model.tasks import TaskStatus


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("-0.50", Decimal("-0.5")), ("1E+60", Decimal("1E+60")), ("12 个", None)]
)
def test_numbers_are_whole_texts(text: str, number: object) -> None:
    """A number with anything else is none."""
    assert number_in(text, Decimal) == number


def test_choices_are_found_with_their_symbols() -> None:
    """By label in either language, and by synonym."""
    assert choice_in(TaskStatus, "√ 已完成") is choice_in(TaskStatus, "done") is TaskStatus.DONE
    assert choice_in(TaskStatus, "√ 差不多") is None


def test_a_label_with_a_comma_is_one_choice() -> None:
    """The longest label that is there is meant."""
    said = "Important, not urgent, Can wait"
    assert choices_in(Priority, said, ", ") == (Priority.IMPORTANT_NOT_URGENT, Priority.DEFERRABLE)
    assert choices_in(Priority, "Important, soon", ", ") is None


def test_what_is_not_understood_is_nothing() -> None:
    """No error of a parser leaves here."""
    assert understood(day, "下周") is None
