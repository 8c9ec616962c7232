"""The walk finds what is there, and rewriting copies what changes."""

import hypothesis
from attrs import evolve
from tests.support.documents import documents

from opshandover.document.walk import records_in, rewrite, walk
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field
from opshandover.model.people import Contact, Contacts, Person
from opshandover.model.tasks import Task, WorkProgress

ZHOU = Person(name="周岩", phone="138")
DOCUMENT = OpsDocument(
    profile="daily_work",
    giver=ZHOU,
    contacts=Contacts(items=(Contact(person=ZHOU),)),
    work_progress=WorkProgress(tasks=(Task(title="甲"), Task(title="乙", owner=ZHOU))),
)


def test_only_what_changes_is_copied() -> None:
    """A text that changed makes new records above it; all others are the very same objects."""

    def change(text: str, _field: Field, _owner: Record) -> str:
        return "丙" if text == "乙" else text

    changed = rewrite(DOCUMENT, str, change, filled=True)
    assert isinstance(changed, OpsDocument)
    assert isinstance(changed.work_progress, WorkProgress)
    assert isinstance(DOCUMENT.work_progress, WorkProgress)
    assert [task.title for task in changed.work_progress.tasks] == ["甲", "丙"]
    assert changed.work_progress.tasks[0] is DOCUMENT.work_progress.tasks[0]
    assert changed.contacts is DOCUMENT.contacts


def test_texts_that_were_not_given_are_passed_on_request() -> None:
    """Every text is passed through, empty ones as well, unless only filled ones are wanted."""

    def change(text: str, _field: Field, _owner: Record) -> str:
        return text or "空"

    assert rewrite(Person(name="周岩"), str, change, filled=True) == Person(name="周岩")
    assert rewrite(Person(name="周岩"), str, change) == Person(
        name="周岩", role="空", department="空", phone="空", email="空", im="空"
    )


def test_records_are_replaced_where_they_stand() -> None:
    """Each record of a class is asked about with its owner; the rest stays the same object."""

    def change(person: Person, _field: Field, owner: Record) -> Person:
        return Person(name=person.name) if isinstance(owner, Task) else person

    changed = rewrite(DOCUMENT, Person, change)
    people = [person for _, person in records_in(changed, Person)]
    assert people == [ZHOU, Person(name="周岩"), ZHOU]
    assert changed.contacts is DOCUMENT.contacts
    assert rewrite(changed, Person, change) != DOCUMENT
    assert rewrite(DOCUMENT, Person, lambda person, _f, _o: person) is DOCUMENT


@hypothesis.settings(max_examples=30)
@hypothesis.given(documents())
def test_records_are_found_as_on_a_walk(document: OpsDocument) -> None:
    """The short way to records of a class finds those that the walk finds, in its order."""
    found = [(node.path, node.value) for node in walk(document, object) if isinstance(node.value, Person)]
    assert [(path, person) for path, person in records_in(document, Person)] == found
    renamed = rewrite(document, Person, lambda person, _f, _o: evolve(person, name="甲"))
    assert {person.name for _, person in records_in(renamed, Person)} <= {"甲"}
