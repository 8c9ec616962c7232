"""The contract of kinds of document: each way to break it is told."""

from typing import Any

import attrs
import pytest

from opshandover.errors import UnknownNameError
from opshandover.profiles import Profile, Share, profile_names
from opshandover.spec import Need
from opshandover.testing import check_profile
from opshandover.text import Text

NIGHT = Profile(
    name="night",
    label=Text("夜班交接单", "Night sheet"),
    short=Text("夜班单", "Night"),
    purpose=Text("夜班结束时写明白班要接的事", "Tells the day what the night leaves behind"),
    handover=True,
    sections={"header": Share(Need.REQUIRED, 40), "issues": Share(Need.REQUIRED, 60)},
)


def test_a_good_profile() -> None:
    """One that keeps the contract passes before it is registered, and leaves nothing behind."""
    check_profile(NIGHT)
    check_profile("daily_report")
    assert "night" not in profile_names()
    with pytest.raises(UnknownNameError):
        check_profile("night")


def sections(**weights: int) -> dict[str, Share]:
    """Required sections of these weights."""
    return {key: Share(Need.REQUIRED, weight) for key, weight in weights.items()}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "Night Sheet"}, "expected a name such as night_shift, got 'Night Sheet'"),
        ({"sections": sections(header=40, issues=50)}, "section weights sum to 90, expected 100 (10 missing)"),
        ({"sections": sections(header=40, isues=60)}, "unknown section 'isues'; did you mean 'issues'?"),
        ({"weights": {"titel": 3}}, "unknown field 'titel'"),
        ({"sections": sections(header=100, issues=0)}, "the section issues is required, but weighs nothing"),
        ({"sections": {"issues": Share(Need.RECOMMENDED, 100)}}, "no section is required"),
        ({"label": Text("夜班交接单", "夜班")}, "the label of night: Chinese characters in the English text"),
        ({"purpose": Text("", "")}, "the purpose of night: expected a text"),
        ({"label": Text("工作日报", "Night")}, "工作日报 is what daily_report is called"),
        ({"short": Text("夜班", "Charter")}, "charter is what charter is called"),
        ({"name": "charter"}, "charter is what charter is called"),
    ],
)
def test_the_contract_is_broken(changes: dict[str, Any], said: str) -> None:
    """Each way to break it is told."""
    with pytest.raises(AssertionError) as caught:
        check_profile(attrs.evolve(NIGHT, **changes))
    assert said in str(caught.value)
