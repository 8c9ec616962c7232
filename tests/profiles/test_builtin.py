"""The built-in profiles keep the contract of all profiles, and a style of their own."""

import pytest

from opshandover.model import Header
from opshandover.model.fields import field_map
from opshandover.profiles import Profile, all_profiles
from opshandover.profiles.profile import HEADER
from opshandover.spec import Need
from opshandover.testing import check_profile

PROFILES = pytest.mark.parametrize("profile", all_profiles(), ids=lambda p: p.name)


@PROFILES
def test_the_contract(profile: Profile) -> None:
    """What is shipped passes what the authors of others have to pass."""
    check_profile(profile)


@PROFILES
def test_sections(profile: Profile) -> None:
    """The required sections have most of the weight, the header is one of them; those not named are optional."""
    shares = profile.sections.values()
    assert sum(s.weight for s in shares if s.need is Need.REQUIRED) > 50
    assert profile.sections[HEADER].need is Need.REQUIRED
    assert {share.need for share in shares} <= {Need.REQUIRED, Need.RECOMMENDED}
    assert {key: profile.need(key) for key in profile.sections} == {k: s.need for k, s in profile.sections.items()}
    assert profile.need("no_such_section") is Need.OPTIONAL


@PROFILES
def test_the_header_counts(profile: Profile) -> None:
    """Who hands over to whom counts in a handover, who wrote it in the others."""
    weights = profile.weights
    assert profile.handover is ("giver" in weights and "receivers" in weights)
    assert sum(weights.get(name, 0) for name in field_map(Header)) > 0


def test_texts() -> None:
    """Labels are short, and each profile says in a sentence what it is for."""
    for profile in all_profiles():
        assert len(profile.short.zh) <= len(profile.label.zh) <= 8
        assert len(profile.purpose.zh) > 10
        assert len(profile.purpose.en) > 20
        assert hash(profile) == hash(profile)
