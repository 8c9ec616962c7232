"""Who is named, who is the same person, and who takes over."""

import pytest
from tests.rules.built import BLANKS, person

from opshandover.document.people import (
    NO_NEW_OWNER,
    has_no_new_owner,
    new_owner_of,
    responsible_for,
    same_person,
    unnamed,
)
from opshandover.model import (
    Asset,
    Issue,
    IssueStatus,
    OpenItem,
    OpsDocument,
    Person,
    Project,
    ProjectStatus,
    Task,
    TaskStatus,
)
from opshandover.text import Lang


def test_a_placeholder_names_nobody() -> None:
    """Neither nobody nor TBD is a name."""
    assert unnamed(None)
    assert all(unnamed(person(blank)) for blank in BLANKS)
    assert not unnamed(person("周岩"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("周岩"), person(" 周 岩"), True),
        (person("Ann Lee"), person("ann  LEE"), True),
        (person("周岩"), person("周言"), False),
        (person("张伟", phone="8001"), person("张伟", phone="8002"), False),
        (person("张伟", phone="8001"), person("张伟"), True),
        (person("张伟", email="a@x.cn"), person("张伟", im="zw"), True),
        (person("待定"), person("待定"), False),
        (person(""), person(""), False),
    ],
)
def test_people_are_told_apart(one: Person, other: Person, same: bool) -> None:
    """The name decides, unless both give the same kind of address and these differ."""
    assert same_person(one, other) is same
    assert same_person(other, one) is same


YAN, MIN, XIANG = person("周岩"), person("王敏"), person("李想")


def handed(*receivers: Person) -> OpsDocument:
    """A handover to some receivers."""
    return OpsDocument(profile="daily_handover", giver=YAN, receivers=receivers)


@pytest.mark.parametrize(
    ("item", "to_one", "to_two"),
    [
        (Task(), MIN, None),
        (Task(owner=YAN), MIN, None),
        (Task(owner=XIANG), XIANG, XIANG),
        (Task(owner=YAN, new_owner=XIANG), XIANG, XIANG),
        (Issue(new_owner=person("待定")), MIN, None),
        (Task(status=TaskStatus.DONE), None, None),
        (Issue(status=IssueStatus.RESOLVED, new_owner=XIANG), XIANG, XIANG),
    ],
)
def test_a_single_receiver_takes_over_what_names_nobody(
    item: OpenItem, to_one: Person | None, to_two: Person | None
) -> None:
    """Whoever is named keeps it, but not the giver; with several receivers nobody is guessed, and what is done needs nobody."""
    assert new_owner_of(item, handed(MIN)) == to_one
    assert new_owner_of(item, handed(MIN, XIANG)) == to_two
    assert new_owner_of(Task(), handed()) is None


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (Project(new_owner=MIN), MIN),
        (Project(owner=XIANG), XIANG),
        (Project(owner=person("唐敏")), person("唐敏")),
        (Project(owner=YAN), None),
        (Project(owner=XIANG, status=ProjectStatus.DONE), None),
    ],
)
def test_what_an_item_is_part_of_says_who_takes_it_over(project: Project, expected: Person | None) -> None:
    """The new owner of a project, or its owner unless that is the giver; an ended project says nothing."""
    found = new_owner_of(Task(owner=YAN), handed(MIN, XIANG), (project,))
    assert (found and found.name) == (expected and expected.name)


def test_whoever_sees_to_a_record_is_the_new_owner() -> None:
    """What the giver owns is not theirs from now on; done items and other records have whom they name."""
    assert responsible_for(Task(owner=YAN), handed(MIN)) == MIN
    assert responsible_for(Task(owner=YAN), handed(MIN, XIANG)) is None
    assert responsible_for(Task(owner=YAN), handed()) == YAN
    assert responsible_for(Task(owner=YAN, status=TaskStatus.DONE), handed(MIN)) == YAN
    assert responsible_for(Asset(keeper=YAN), handed(MIN)) == YAN
    assert responsible_for(MIN, handed(MIN)) is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_several_receivers_leave_an_item_without_new_owner(lang: Lang) -> None:
    """The words of a part for one receiver count as nobody, though only one receiver is left in it."""
    assert has_no_new_owner(Task(owner=YAN), handed(MIN, XIANG))
    assert has_no_new_owner(Task(new_owner=person(NO_NEW_OWNER[lang])), handed(MIN))
    assert not has_no_new_owner(Task(), handed(MIN))
    assert not has_no_new_owner(Task(), handed())
    assert not has_no_new_owner(Task(status=TaskStatus.DONE), handed(MIN, XIANG))
