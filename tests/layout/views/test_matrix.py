"""The priority matrix."""

from datetime import date

import pytest
from tests.layout.shown import below, in_markdown, in_word, only_table, paths_in, rows_of

from opshandover.layout import lay_out
from opshandover.layout.views.matrix import MOST, matrix_blocks
from opshandover.model.base import Priority
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.planning import WorkPlan
from opshandover.model.tasks import Task, TaskStatus, WorkProgress

ZHOU = Person(name="周岩", phone="138")
TASKS = (
    Task(title="甲", priority=Priority.URGENT_IMPORTANT, due=date(2026, 11, 23), owner=ZHOU),
    Task(title="乙", priority=Priority.URGENT_IMPORTANT, due=date(2026, 11, 21)),
    Task(title="丙", priority=Priority.DEFERRABLE, owner=Person(name="旧"), new_owner=ZHOU),
    Task(title="丁", priority=Priority.URGENT_NOT_IMPORTANT, status=TaskStatus.DONE),
    Task(title="戊"),
)


def test_open_tasks_stand_in_four_fields_named_by_words() -> None:
    """Each field says what it is; inside the earliest due leads, with owner and day."""
    document = OpsDocument(profile="daily_work", work_plan=WorkPlan(tasks=TASKS))
    page = lay_out(document, "zh")
    table = only_table(below(page.blocks, "优先级矩阵"))
    assert rows_of(table) == [
        ["", "紧急", "不紧急"],
        ["重要", "▲▲ 紧急且重要/乙/2026-11-21/甲/周岩，2026-11-23", "▲ 重要不紧急/无"],
        ["不重要", "△ 紧急不重要/无", "▽ 可后延/丙/周岩"],
    ]
    assert paths_in(table) == {""}
    assert "紧急且重要**<br>• 乙（2026-11-21）<br>• 甲（周岩，2026-11-23）" in in_markdown(page)
    assert "紧急且重要\n乙\n2026-11-21\n甲\n周岩，2026-11-23" in in_word(page).text()


def test_each_section_has_its_own() -> None:
    """Tasks under way and tasks planned are not mixed."""
    document = OpsDocument(
        profile="daily_work",
        work_plan=WorkPlan(tasks=TASKS),
        work_progress=WorkProgress(tasks=TASKS),
    )
    assert in_markdown(lay_out(document, "en")).count("### Priority matrix") == 2


def test_few_tasks_need_no_matrix() -> None:
    """Below three open tasks with a priority there is no ornament."""
    assert matrix_blocks(TASKS[1:], OpsDocument(profile="daily_work"), "zh") == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_field_stays_small(lang: str) -> None:
    """Long titles are shortened, and of many tasks the number is given."""
    many = [Task(title="长\n" * 5_000, priority=Priority.URGENT_NOT_IMPORTANT)] * (MOST + 4)
    (_, table) = matrix_blocks(many, OpsDocument(profile="daily_work"), "zh" if lang == "zh" else "en")
    text = "".join("".join(row) for row in rows_of(only_table((table,))))
    assert "4" in text
    assert len(text) < 2_000
