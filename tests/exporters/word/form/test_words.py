"""Values in words."""

from datetime import date, datetime

import pytest

from opshandover.exporters.word.form.names import DOCUMENT, Part, resolve
from opshandover.exporters.word.form.words import date_in_words, in_words, is_there
from opshandover.model import Nothing, Person
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.issues import Issues
from opshandover.pages.blocks import text_of
from opshandover.text import Lang


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        (date(2026, 1, 5), "2026年1月5日", "5 January 2026"),
        (datetime(2026, 12, 31, 9, 5), "2026年12月31日 09:05", "31 December 2026 09:05"),  # noqa: DTZ001
    ],
)
def test_dates_by_language(when: date, zh: str, en: str) -> None:
    """As people write them in letters, with the time of day if there is one."""
    assert (date_in_words(when, "zh"), date_in_words(when, "en")) == (zh, en)


def test_parts_of_a_date() -> None:
    """For forms that have 年, 月 and 日 printed; a day has no time."""
    when = date(2026, 1, 5)
    assert [date_in_words(when, "zh", part) for part in Part] == ["2026", "1", "5", "", "2026-01-05"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**重点**：看", "重点：看"),
        ("一\n\n- 甲\n- 乙", "一\n• 甲\n• 乙"),
        ("1. 甲\n2. 乙", "1. 甲\n2. 乙"),
        ("> 引\n\n```\n码\n```", "引\n码"),
        ("| a | b |\n| - | - |\n| 1 | 2 |", "a，b\n1，2"),
    ],
)
@pytest.mark.parametrize("lang", ["zh"])
def test_prose_in_a_line(text: str, shown: str, lang: Lang) -> None:
    """Each block on a line of its own, nothing lost."""
    found = resolve("reason", [DOCUMENT]).follow(OpsDocument(profile="daily_work", reason=text), "")
    ((path, runs),) = in_words(resolve("reason", [DOCUMENT]), found, lang)
    assert (path, text_of(runs)) == ("reason", shown)


def test_what_is_there() -> None:
    """A section that says that there is nothing is not there, nor is an empty list or a blank text."""
    fields = field_map(OpsDocument)
    assert not is_there(fields["issues"], Nothing(reason="无"))
    assert not is_there(fields["issues"], None)
    assert not is_there(fields["issues"], Issues(items=()))
    assert not is_there(fields["receivers"], ())
    assert not is_there(fields["title"], "  ")
    assert not is_there(fields["manages_people"], False)
    assert is_there(fields["giver"], Person(name="甲"))
