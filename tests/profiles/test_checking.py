"""Whether a profile is consistent."""

import pytest
from attrs import evolve

from opshandover.profiles import Profile, Share, all_profiles, profile_of
from opshandover.profiles.checking import first_problem, unknown_field
from opshandover.spec import Need

BASE = profile_of("charter")


@pytest.mark.parametrize("profile", all_profiles(), ids=lambda profile: profile.name)
def test_the_built_in_profiles_are_sound(profile: Profile) -> None:
    """Their sections and fields are those of the model, and their weights sum to 100."""
    assert first_problem(profile) is None


def test_the_first_problem_is_told() -> None:
    """What is unknown comes before what is negative, and that before a wrong sum."""
    less = {"header": Share(Need.REQUIRED, 99)}
    negative = {"header": Share(Need.REQUIRED, 101), "issues": Share(Need.REQUIRED, -1)}
    unknown = {"hedaer": Share(Need.REQUIRED, -1)}
    said = [first_problem(evolve(BASE, sections=sections)) for sections in (less, negative, unknown)]
    for problem, words in zip(
        said, ("sum to 99, expected 100 (1 missing)", "negative weight", "'header'"), strict=True
    ):
        assert problem is not None
        assert words in problem["en"]


def test_paths_are_followed_step_by_step() -> None:
    """The step that leads nowhere is named with the whole path."""
    assert unknown_field("work_progress.tasks.owner.name") is None
    problem = unknown_field("work_progress.taks")
    assert problem is not None
    assert problem["en"].startswith("work_progress.taks: ")
    assert "'tasks'" in problem["en"]
