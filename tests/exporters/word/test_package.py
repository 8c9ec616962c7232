"""The package of a file: its properties, and bytes that no clock changes."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from attrs import evolve
from tests.exporters.word.opened import page_of
from tests.exporters.word.samples import rich_page

from opshandover.exporters.word.render import render


def test_equal_pages_give_equal_bytes() -> None:
    """Neither the clock nor the order of anything gets into the file."""
    first, second = render(rich_page()), render(rich_page())
    assert first == second
    with ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_come_from_the_page() -> None:
    """The file tells title, kind, language, people and dates of the document."""
    page = evolve(
        page_of(),
        title="标" * 300,
        properties=(
            ("giver", "周岩\0（主管，电话 138）"),
            ("id", "HO-1"),
            ("prepared_on", date(2026, 11, 20)),
            ("updated_on", date(2026, 11, 21)),
        ),
    )
    known = docx.Document(BytesIO(render(page))).core_properties
    assert (known.title, known.subject, known.author) == ("标" * 255, "每日交接", "周岩␀")
    assert (known.language, known.identifier) == ("zh-CN", "HO-1")
    assert known.created == datetime(2026, 11, 20, tzinfo=UTC)
    assert known.modified == datetime(2026, 11, 21, tzinfo=UTC)


@pytest.mark.parametrize("said", ["", "yesterday", date(1, 1, 1)])
def test_a_page_without_a_date_gets_a_fixed_one(said: str | date) -> None:
    """Where there is no date that a file can hold, the clock is not asked either."""
    page = evolve(page_of(), properties=(("prepared_on", said),))
    known = docx.Document(BytesIO(render(page))).core_properties
    assert known.created == known.modified == datetime(1980, 1, 1, tzinfo=UTC)
