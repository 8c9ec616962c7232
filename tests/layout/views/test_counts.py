"""How many items a document has, and how many of them are open."""

from opshandover.layout.views.counts import counts_of
from opshandover.model import Level, OpsDocument, Projects, Risk, Risks, Task, TaskStatus, WorkProgress
from opshandover.model.projects import Project


def test_an_item_counts_once_and_what_needs_action_is_told() -> None:
    """A task that two sections list is one task; classes without items are left out."""
    done, waiting = Task(id="T-1", status=TaskStatus.DONE), Task(id="T-2", title="甲")
    document = OpsDocument(
        profile="daily_handover",
        work_progress=WorkProgress(tasks=(done, waiting)),
        projects=Projects(items=(Project(name="乙", tasks=(waiting,)),)),
        risks=Risks(items=(Risk(title="丙", impact=Level.HIGH), Risk(title="丁"))),
    )
    assert [(label["en"], said["en"]) for label, said in counts_of(document)] == [
        ("Tasks", "2 in all, 1 not done"),
        ("Projects", "1 in all, 1 under way"),
        ("Risks", "2 in all, 1 high"),
    ]
    assert list(counts_of(OpsDocument(profile="daily_handover"))) == []
