"""Where the records of a returned Word file stand: its headings, and the rows of its tables."""

import pytest
from attrs import evolve
from tests.reading.returned.edited import Edit, delete_row, move_row, replace_everywhere, returned

from opshandover import export
from opshandover.importers.word import WordImporter
from opshandover.model.people import Person
from opshandover.model.tasks import Task, TaskStatus, WorkProgress
from opshandover.reading.result import Place, Reading
from opshandover.reading.returned.places import Places
from opshandover.testing import a_document

DOCUMENT = a_document(
    "daily_work",
    work_progress=WorkProgress(
        tasks=tuple(
            Task(title=title, status=TaskStatus.IN_PROGRESS, progress=at, owner=Person(name=f"周{title}"))
            for at, title in enumerate(("甲事", "乙事", "丙事"), start=40)
        )
    ),
)


def places(*edits: Edit) -> dict[str, Place]:
    """The place of each task by its title, of a file with some edits."""
    part = returned(DOCUMENT, *edits)
    progress = part.document.work_progress
    tasks = progress.tasks if isinstance(progress, WorkProgress) else ()
    return {task.title: part.places[f"work_progress.tasks[{at}]"] for at, task in enumerate(tasks)}


@pytest.mark.parametrize(
    ("edits", "rows"),
    [
        ((), {"甲事": 1, "乙事": 2, "丙事": 3}),
        ((delete_row("甲事"),), {"乙事": 1, "丙事": 2}),
        ((move_row("甲事", below="丙事"),), {"乙事": 1, "丙事": 2, "甲事": 3}),
        ((replace_everywhere("乙事", "己事"),), {"甲事": 1, "己事": 2, "丙事": 3}),
    ],
)
def test_a_record_is_where_it_stands_in_the_edited_file(edits: tuple[Edit, ...], rows: dict[str, int]) -> None:
    """Rows that were deleted, moved or changed count as they are now."""
    assert places(*edits) == {title: Place(heading="工作进展", row=row) for title, row in rows.items()}


def test_places_are_said_in_words() -> None:
    """Those of a value are those of the record around it; sections have no row, and what stands nowhere has no words."""
    reading = Reading(name="a.docx", parts=(returned(DOCUMENT),))
    row = reading.place("work_progress.tasks[1].owner")
    assert (row.zh, row.en) == ("《工作进展》表格第 2 行", "“工作进展”, table row 2")
    assert reading.place("work_progress").zh == "《工作进展》"
    assert reading.place("culture").zh == ""
    assert reading.position("work_progress.tasks[1]") is None


def test_a_record_under_another_name_has_no_place() -> None:
    """A wrong place is worse than none."""
    tasks = (Task(title="别的事"), Task(title="乙事"))
    page = WordImporter().parse(export(DOCUMENT, "word")).page
    found = Places(evolve(DOCUMENT, work_progress=WorkProgress(tasks=tasks)), lambda: page)
    assert {path for path in found if "tasks[" in path} == {"work_progress.tasks[1]"}
    assert len(found) == len(set(found))
