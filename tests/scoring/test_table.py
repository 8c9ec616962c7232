"""The shares that the leaves of a document have in its score."""

from fractions import Fraction

import attrs
import pytest
from tests.scoring.filling import profile_with
from tests.scoring.trial import TASK, TRIAL, WEIGHTS, document, steps

from opshandover.errors import UnknownNameError
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.tasks import WorkProgress
from opshandover.profiles.profile import HEADER
from opshandover.scoring import score
from opshandover.scoring.table import table_of


def test_the_points_of_each_leaf() -> None:
    """The shares of the profile go down to the leaves by their weights."""
    assert table_of(TRIAL).shares() == {
        "title": 15,
        "prepared_on": 5,
        "work_progress.summary": 16,
        "work_progress.tasks.title": Fraction(48 * 3, 10),
        "work_progress.tasks.status": Fraction(48 * 3, 10),
        "work_progress.tasks.progress": Fraction(48, 10),
        "work_progress.tasks.owner.name": Fraction(48 * 3, 10),
        "work_progress.next_steps": 16,
    }


def test_a_header_without_weights_needs_more_than_its_profile() -> None:
    """The profile stands in every document, so it earns nothing."""
    profile = profile_with({HEADER: 100}, {"title": 0, "prepared_on": 0})
    card = score(OpsDocument(profile="trial"), profile)
    assert (card.score, card.sections[0].missing) == (0, (HEADER,))
    assert score(OpsDocument(profile="trial", department="客服部"), profile).score == 100


def test_a_record_without_weights_is_one_leaf() -> None:
    """It is empty until anything in it is given, and then full."""
    weights = {**WEIGHTS, "work_progress.tasks.owner.name": 0, "work_progress.summary": 0}
    profile = profile_with({"work_progress": 100}, weights | {"work_progress.next_steps": 0})
    for owner, exact in ((None, 70), (Person(), 70), (Person(phone="8001"), 100)):
        tasks = (attrs.evolve(TASK, owner=owner),)
        card = score(document(work_progress=WorkProgress(tasks=tasks)), profile)
        assert card.exact == exact
    missing = document(work_progress=WorkProgress(tasks=(attrs.evolve(TASK, owner=Person()),)))
    assert steps(score(missing, profile)) == [("work_progress.tasks[0].owner", 30, 3)]


@pytest.mark.parametrize("path", ["work_progres.tasks", "work_progress.tasks.titel", "title.x"])
def test_weights_of_fields_that_there_are_not(path: str) -> None:
    """A slip in a profile is said, not passed over."""
    with pytest.raises(UnknownNameError, match=path):
        score(document(), profile_with({"work_progress": 100}, {path: 1}))


def test_sections_that_there_are_not() -> None:
    """A profile cannot ask for a section that no document holds."""
    with pytest.raises(UnknownNameError, match="did you mean 'risks'"):
        score(document(), profile_with({"risk": 100}))


def test_the_id_knows_which_leaf_has_which_share() -> None:
    """Two fields that swap their weights make another table; the order of sections does not."""
    names = ("title", "department", "prepared_on")
    one, swapped, turned = (
        score(document(), profile_with(sections, dict(zip(names, weights, strict=True)))).scoring_id
        for sections, weights in (
            ({HEADER: 40, "issues": 60}, (3, 1, 0)),
            ({HEADER: 40, "issues": 60}, (1, 3, 0)),
            ({"issues": 60, HEADER: 40}, (3, 1, 0)),
        )
    )
    assert one != swapped
    assert one == turned
