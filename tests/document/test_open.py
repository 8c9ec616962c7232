"""Whether a record is still open."""

from datetime import date

import pytest

from opshandover.document.open import is_high, is_out, is_unanswered, is_undone
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Level
from opshandover.model.risks import Risk
from opshandover.model.routine import Question

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("likelihood", "impact", "high"),
    [(Level.HIGH, None, True), (Level.LOW, Level.HIGH, True), (Level.MEDIUM, Level.MEDIUM, False), (None, None, False)],
)
def test_one_high_side_makes_a_risk_high(likelihood: Level | None, impact: Level | None, high: bool) -> None:
    """A risk that is both unlikely and grave is not passed over."""
    assert is_high(Risk(likelihood=likelihood, impact=impact)) is high


def test_a_date_or_an_answer_closes() -> None:
    """Spaces are no answer."""
    assert (is_undone(AccessChange()), is_undone(AccessChange(done_on=DAY))) == (True, False)
    assert (is_out(Asset()), is_out(Asset(returned_on=DAY))) == (True, False)
    questions = (Question(), Question(answer=" \n"), Question(answer="是"), Question(answered_on=DAY))
    assert [is_unanswered(question) for question in questions] == [True, True, False, False]
