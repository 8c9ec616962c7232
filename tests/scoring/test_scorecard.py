"""The score as data."""

from typing import Any, cast

import pytest
from attrs import evolve
from tests.scoring.filling import profile_with
from tests.scoring.trial import TRIAL, document

import opshandover as oh
from opshandover.errors import NotReadyError
from opshandover.model.header import Language
from opshandover.model.tasks import WorkProgress
from opshandover.profiles.profile import HEADER
from opshandover.scoring import score
from opshandover.scoring.table import table_of


def test_as_data() -> None:
    """The card becomes plain data, with texts in the language asked for."""
    data = score(document(), TRIAL).as_data("en")
    assert data == {
        "score": 20,
        "scored_on": 100,
        "scoring_id": table_of(TRIAL).scoring_id,
        "sections": [
            {"key": HEADER, "weight": 20, "earned": 20, "missing": []},
            {"key": "work_progress", "weight": 80, "earned": 0, "missing": ["work_progress"]},
        ],
        "next": [{"path": "work_progress", "gain": 80.0, "hint": WorkProgress.hint.en}],
    }
    thirds = score(document(), profile_with({"risks": 1, "issues": 2})).as_data("zh")
    assert [step["gain"] for step in cast("Any", thirds["next"])] == [66.67, 33.33]


def test_the_language_of_the_document() -> None:
    """The texts of a card are in it unless another is asked for."""
    card = score(oh.OpsDocument(profile="charter", lang=Language.EN))
    assert card.as_data() == card.as_data("en") != card.as_data("zh")


def test_high_enough_or_an_error() -> None:
    """A score that reaches what is asked lets a script go on; else the error says what is missing."""
    card = oh.score(oh.OpsDocument(profile="charter", title="总则"))
    assert card.score is not None
    card.assert_at_least(card.score)
    with pytest.raises(NotReadyError, match=rf"^总则：得分 {card.score}，低于要求的 {card.score + 1}$"):
        card.assert_at_least(card.score + 1)
    with pytest.raises(NotReadyError, match="-"):
        evolve(card, score=None).assert_at_least(0)


def test_cards_are_compared_by_their_points() -> None:
    """What a card is about is no part of it, nor of its bare form."""
    one, other = (oh.score(oh.OpsDocument(profile="charter", title=title)) for title in ("a", "b"))
    assert one == other
    assert repr(one) == repr(other)
