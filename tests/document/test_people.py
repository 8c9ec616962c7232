"""Who is named, and who is the same person."""

import pytest
from tests.rules.built import BLANKS, person

from opshandover.document.people import same_person, unnamed
from opshandover.model import Person


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
