"""Paths in the labels of the page."""

from opshandover.layout.path_labels import path_label
from opshandover.model.base import Nothing
from opshandover.model.document import OpsDocument
from opshandover.model.tasks import Task, WorkProgress

DOCUMENT = OpsDocument(profile="daily_handover", work_progress=WorkProgress(tasks=(Task(title="补发|短信"), Task())))


def test_places_are_said_even_where_nothing_stands() -> None:
    """A path to something missing, unknown or to the whole document has words too."""
    assert path_label("", DOCUMENT, "zh") == "整份文档"
    assert path_label("risks.items[3].owner", DOCUMENT, "en") == "Risks and contingency › Risk 4 › Owner"
    assert path_label("work_progress.tasks[1].due", DOCUMENT, "zh") == "工作进展 › 任务 2 › 截止日期"
    assert path_label("strange[2].x", DOCUMENT, "zh") == "strange[2] › x"


def test_label_of_the_path_of_a_missing_reason_is_in_words() -> None:
    """A section that is said to be empty has a reason of its own, with a label."""
    document = OpsDocument(profile="daily_work", customers=Nothing())
    assert path_label("customers.reason", document, "zh") == "客户 › 原因"
