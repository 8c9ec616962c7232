"""What stands around a finding."""

from attrs import evolve
from tests.reporting.samples import finding

import opshandover as oh
from opshandover.model import System, Systems, Task, WorkProgress
from opshandover.profiles import profile_of
from opshandover.profiles.subject import Subject
from opshandover.reporting.surroundings import Surroundings

HIDDEN = "Tr0ub4dor-and-3"
DOCUMENT = oh.OpsDocument(
    profile="daily_handover",
    title="早班",
    work_progress=WorkProgress(tasks=(Task(title="核对", progress=40, next_step="问财务"),)),
    systems=Systems(items=(System(name="后台", operation=f"密码：{HIDDEN}"),)),
)
SUBJECT = Subject(document=DOCUMENT, kind=profile_of("daily_handover"))


def test_without_a_file_the_item_is_shown() -> None:
    """Its first values with labels, the one that is meant marked; elsewhere only the field itself."""
    around = Surroundings(SUBJECT)
    found = finding(path="work_progress.tasks[0].progress", line=None)
    assert ("标题", "核对", False) in around.values(found, "zh")
    assert ("Progress", "40%", True) in around.values(found, "en")
    assert around.values(finding(path="title"), "zh") == [("标题", "早班", True)]
    assert not around.values(finding(path="work_progress.summary"), "zh")
    for path in ("", "gone[3].x", "work_progress.tasks[7].due", "profile"):
        assert not around.values(finding(path=path), "zh")
    assert not around.lines(found)
    assert not Surroundings(None).values(found, "zh")


def test_secrets_are_masked() -> None:
    """A value that holds one is shown without it."""
    said = Surroundings(SUBJECT).values(finding(path="systems.items[0].operation"), "zh")
    assert any(hit for _, _, hit in said)
    assert HIDDEN not in str(said)


def test_lines_keep_their_indentation() -> None:
    """A line stands between its neighbours as in the file, less what all share; blank lines are left out."""
    text = f"title: x\nwork_progress:\n    tasks:\n      - title: 核对\n        progress: 150\n\npassword: {HIDDEN}\n"
    around = Surroundings(evolve(SUBJECT, text=text, start=(1, 1)))
    at = finding(line=4, column=9)
    assert around.lines(at) == [(3, "tasks:"), (4, "  - title: 核对"), (5, "    progress: 150")]
    assert around.has_line(at)
    assert around.lines(finding(line=5, column=9)) == [(4, "- title: 核对"), (5, "  progress: 150")]
    assert HIDDEN not in str(around.lines(finding(line=7, column=1)))
    for nowhere in (finding(line=1, column=1), finding(line=None, column=None), finding(line=99, column=1)):
        assert not around.lines(nowhere)
    assert not around.has_line(finding(line=1, column=1))
