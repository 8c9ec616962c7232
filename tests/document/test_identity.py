"""Which records are the same item."""

from opshandover.document.identity import distinct, identity
from opshandover.model import Issue, OpsDocument, Person, Task, WorkProgress


def test_an_item_is_known_by_its_id() -> None:
    """Within its class, whatever else has changed; without an ID all values count."""
    assert identity(Task(id="1 ", title="甲")) == identity(Task(id="1", title="乙"))
    assert identity(Task(id="1")) != identity(Issue(id="1"))
    assert identity(Task(title="甲")) == identity(Task(title="甲")) != identity(Task(title="乙"))


def test_each_item_comes_once() -> None:
    """In the order of reading, as it stands first."""
    zhou, lin = Person(name="周岩"), Person(name="林珊")
    tasks = (Task(title="甲", owner=lin), Task(title="乙", owner=zhou), Task(title="丙", owner=lin))
    document = OpsDocument(profile="daily_handover", giver=zhou, work_progress=WorkProgress(tasks=tasks))
    assert distinct(document, Person) == [zhou, lin]
