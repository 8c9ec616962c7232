"""A conflict that was written into a Word file is settled there, and read back."""

from pathlib import Path

import pytest

import opshandover as oh
from opshandover.exporters.word.conflicts import conflicts_file
from opshandover.model import OpsDocument, Task, WorkProgress
from opshandover.reporting.views.merge import value_texts


def _with(progress: int = 10, next_step: str = "问财务") -> OpsDocument:
    task = Task(id="T-1", title="核对退款", progress=progress, next_step=next_step)
    return OpsDocument(profile="shift_handover", title="早班交中班", work_progress=WorkProgress(tasks=(task,)))


@pytest.mark.parametrize(("changes", "expected"), [("accept", (60, "问财务王会计")), ("reject", (40, "问财务李工"))])
def test_accepting_takes_theirs_and_rejecting_keeps_ours(
    tmp_path: Path, changes: str, expected: tuple[int, str]
) -> None:
    """Each choice gives the values of one side, and the account adds up."""
    ours, theirs = _with(progress=40, next_step="问财务李工"), _with(progress=60, next_step="问财务王会计")
    merged = oh.merge(_with(), ours, theirs, ours_name="李敏", theirs_name="王岩")
    assert len(merged.conflicts) == 2
    path = tmp_path / "conflicts.docx"
    path.write_bytes(conflicts_file(merged, lambda conflict: value_texts(conflict, merged, "zh")))
    reading = oh.read(path, changes=changes)
    assert isinstance(reading.document.work_progress, WorkProgress)
    (task,) = reading.document.work_progress.tasks
    assert (task.progress, task.next_step) == expected
    assert reading.ledger.adds_up
    with pytest.raises(oh.LoadError, match="王岩"):
        oh.read(path, changes="refuse")
