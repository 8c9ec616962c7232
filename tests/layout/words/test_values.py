"""Single values in words."""

from datetime import date

import pytest

from opshandover.layout.words.values import has_content, inline_record, inline_value, title_of
from opshandover.model.base import Cadence, Record, ReviewCycle
from opshandover.model.data import Metric
from opshandover.model.fields import field_map
from opshandover.model.people import Contact, Person
from opshandover.model.tasks import Task
from opshandover.pages.blocks import text_of

ZHOU = Person(name="周岩", role="运营主管", department="客服部", phone="138")


@pytest.mark.parametrize(
    ("record", "zh", "en"),
    [
        (
            ReviewCycle(cadence=Cadence.WEEKLY, next=date(2026, 11, 27)),
            "每周；下次：2026-11-27",
            "Weekly; Next: 2026-11-27",
        ),
        (
            Contact(person=ZHOU, relationship="值班", emergency=True),
            "周岩（运营主管，客服部，电话 138）；关系：值班；紧急联系人",
            "周岩 (运营主管, 客服部, phone 138); Relationship: 值班; Emergency contact",
        ),
    ],
)
def test_records_read_naturally(record: Record, zh: str, en: str) -> None:
    """A record inside a line drops nothing and keeps the punctuation of the language."""
    assert text_of(inline_record(record, "zh")) == zh
    assert text_of(inline_record(record, "en")) == en


def test_units() -> None:
    """A percentage has its sign."""
    assert text_of(inline_value(field_map(Task)["progress"], 60, "zh")) == "60%"


def test_flags_that_nobody_set_are_not_shown() -> None:
    """A flag counts once it is set; a statement of fact counts when it says no, too."""
    assert not has_content(field_map(Contact)["emergency"], False)
    assert has_content(field_map(Contact)["emergency"], True)
    assert not has_content(field_map(Task)["owner"], None)
    assert not has_content(field_map(Task)["title"], " \n")
    assert not has_content(field_map(Contact)["person"], Person(name=" "))
    assert has_content(field_map(Contact)["person"], ZHOU)


def test_titles_come_from_the_main_field() -> None:
    """A record is called by its main field, through other records if need be."""
    assert title_of(Contact(person=ZHOU), "zh") == "周岩"
    assert title_of(Metric(), "zh") == ""
