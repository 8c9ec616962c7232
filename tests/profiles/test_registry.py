"""Profiles are found by name and by what people call them."""

from itertools import pairwise

import pytest

from opshandover.errors import UnknownNameError
from opshandover.profiles import Profile, all_profiles, brief, builtin, profile_named, profile_of
from opshandover.profiles.registry import PROFILES
from opshandover.text import LANGUAGES

BUILT_IN = sorted(
    value.name for value in (*vars(builtin).values(), *vars(brief).values()) if isinstance(value, Profile)
)


def test_all_profiles() -> None:
    """The built-in kinds are there in the order of their names, each registered under its own."""
    assert len(BUILT_IN) > 5
    assert list(PROFILES.names()) == BUILT_IN
    assert [profile_of(name) for name in BUILT_IN] == list(all_profiles())


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_way_to_call_a_profile(name: str) -> None:
    """Name, long label and short label in either language mean it, whatever case and space."""
    profile = profile_of(name)
    for text in (profile.label, profile.short):
        for lang in LANGUAGES:
            assert profile_named(text[lang]) is profile
            assert profile_named(f"  {text[lang].upper()}\n") is profile
    assert profile_named(name) is profile


def test_no_two_profiles_are_called_the_same() -> None:
    """A label means one profile, and no label is the name of another."""
    spellings: list[str] = []
    for profile in all_profiles():
        labels = (t[lang] for t in (profile.label, profile.short) for lang in LANGUAGES)
        spellings += {spelling.casefold() for spelling in (profile.name, *labels)}
    assert not [one for one, next_ in pairwise(sorted(spellings)) if one == next_]


@pytest.mark.parametrize("written", ["", " ", "dayly_work", "交接单", "__class__", "长" * 10_000])
def test_unknown(written: str) -> None:
    """The error lists all names."""
    with pytest.raises(UnknownNameError) as caught:
        profile_named(written)
    for lang in LANGUAGES:
        assert all(name in caught.value.in_lang(lang) for name in BUILT_IN)
    with pytest.raises(UnknownNameError):
        profile_of(written)


def test_the_nearest_is_named() -> None:
    """A slip of the pen is answered with what was probably meant."""
    with pytest.raises(UnknownNameError, match="did you mean 'daily_work'"):
        profile_named("dayly_work")


def test_labels_are_not_names() -> None:
    """Programs ask by name alone; only files may use labels."""
    with pytest.raises(UnknownNameError):
        profile_of("运营日常交接")


def test_brief_kinds_are_short_and_of_a_full_kind() -> None:
    """A short kind needs few sections and has the traits of a full one, so that the same rules understand it."""
    full = [profile for profile in all_profiles() if not profile.brief]
    for profile in all_profiles():
        if profile.brief:
            assert len(profile.sections) <= 10
            assert profile.traits in [other.traits for other in full]
