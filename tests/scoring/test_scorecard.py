"""The score as data."""

from typing import Any, cast

from tests.scoring.filling import profile_with
from tests.scoring.trial import TRIAL, document

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
