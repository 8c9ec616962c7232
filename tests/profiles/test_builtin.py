"""The five built-in profiles hold together with each other and with the model."""

import pytest

from opshandover.model import Header, OpsDocument
from opshandover.model.fields import Kind, field_map, section_fields
from opshandover.profiles import Profile, all_profiles
from opshandover.profiles.profile import HEADER
from opshandover.spec import Need

KEYS = [HEADER, *(f.name for f in section_fields(OpsDocument))]
PROFILES = pytest.mark.parametrize("profile", all_profiles(), ids=lambda p: p.name)


@PROFILES
def test_weights(profile: Profile) -> None:
    """All points together are 100, each required section has some, and they most of them."""
    shares = profile.sections.values()
    assert sum(s.weight for s in shares) == 100
    assert all(s.weight > 0 or (s.weight == 0 and s.need is Need.RECOMMENDED) for s in shares)
    assert sum(s.weight for s in shares if s.need is Need.REQUIRED) > 50


@PROFILES
def test_sections(profile: Profile) -> None:
    """Only sections of the model are named; those not named are optional."""
    assert set(profile.sections) <= set(KEYS)
    assert profile.sections[HEADER].need is Need.REQUIRED
    assert {share.need for share in profile.sections.values()} <= {Need.REQUIRED, Need.RECOMMENDED}
    for key in KEYS:
        named = profile.sections.get(key)
        assert profile.need(key) is (named.need if named else Need.OPTIONAL)


@PROFILES
def test_weights_of_single_fields(profile: Profile) -> None:
    """Each path leads to a field, and no weight is negative."""
    for path, weight in profile.weights.items():
        of: type = OpsDocument
        steps = path.split(".")
        for step in steps[:-1]:
            field = field_map(of)[step]
            assert field.kind in (Kind.RECORD, Kind.SECTION)
            of = field.record
        assert steps[-1] in field_map(of)
        assert weight >= 0


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
