"""Who is introduced where."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, settings
from tests.support.documents import documents
from tests.support.steps import growth

from opshandover.document.walk import walk
from opshandover.layout.introduced import without_repeated_details
from opshandover.model.document import OpsDocument
from opshandover.model.people import Contact, Contacts, Person
from opshandover.model.tasks import Task, WorkProgress

ZHOU = Person(name="周岩", role="运营主管", phone="138")
LIN = Person(name="林珊", phone="139")


def with_owner(owner: Person) -> OpsDocument:
    """A document whose head names one person and whose contacts name another."""
    return OpsDocument(
        profile="daily_handover",
        giver=ZHOU,
        contacts=Contacts(items=(Contact(person=LIN),)),
        work_progress=WorkProgress(tasks=(Task(title="甲", owner=owner),)),
    )


def owner_in(document: OpsDocument) -> Person | None:
    """The owner of the only task."""
    assert isinstance(document.work_progress, WorkProgress)
    return document.work_progress.tasks[0].owner


def test_who_is_known_is_called_by_name() -> None:
    """The head and the contacts say all about somebody; a table need not say it again."""
    assert owner_in(without_repeated_details(with_owner(ZHOU))) == Person(name="周岩")
    assert owner_in(without_repeated_details(with_owner(Person(name="林珊", phone="139")))) == Person(name="林珊")


def test_a_detail_that_stands_nowhere_else_stays() -> None:
    """Another number, or a person whom nobody introduced, is shown in full."""
    for owner in (
        attrs.evolve(ZHOU, phone="137"),
        attrs.evolve(LIN, role="组长"),
        Person(phone="1"),
    ):
        assert owner_in(without_repeated_details(with_owner(owner))) == owner


def test_those_who_introduce_keep_the_details() -> None:
    """Neither the head nor the contacts lose a number because the other one has it, too."""
    document = attrs.evolve(with_owner(ZHOU), contacts=Contacts(items=(Contact(person=ZHOU),)))
    short = without_repeated_details(document)
    assert (short.giver, short.contacts) == (document.giver, document.contacts)


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (lambda n: Person(name=f"甲{n}", phone="1"), lambda n: Person(name=f"乙{n}", phone="1")),
        (lambda n: Person(name="王伟", phone=f"1{n}"), lambda n: Person(name="王伟", phone=f"2{n}")),
        (lambda n: Person(name="王伟", phone=f"1{n}"), lambda n: Person(name="王伟", phone=f"1{n}")),
    ],
)
def test_many_people_take_time_in_proportion(known: Callable[[int], Person], asked: Callable[[int], Person]) -> None:
    """Nobody is compared with all others, even where all have one name or one number."""

    def made(count: int) -> OpsDocument:
        return OpsDocument(
            profile="daily_handover",
            contacts=Contacts(items=tuple(Contact(person=known(n)) for n in range(count))),
            work_progress=WorkProgress(tasks=tuple(Task(title="甲", owner=asked(n)) for n in range(count))),
        )

    assert growth(made, without_repeated_details, 50) < 6


@settings(max_examples=30)
@given(documents())
def test_no_detail_of_a_person_is_lost(document: OpsDocument) -> None:
    """Whatever is known of anybody is still said somewhere."""
    before, after = (
        {value for node in walk(root, Person) for value in attrs.astuple(node.value)}
        for root in (document, without_repeated_details(document))
    )
    assert before == after
