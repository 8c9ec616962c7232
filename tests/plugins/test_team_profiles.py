"""Kinds of document from packages and from configurations, side by side."""

from pathlib import Path

import attrs
import pytest
from tests.plugins.fakes import GOOD_PROFILE, PROFILES, Fake

import opshandover as oh
from opshandover.errors import DuplicateNameError, PluginLoadError
from opshandover.profiles import in_force, profile_named, profile_of
from opshandover.text import LANGUAGES

DOCUMENT = oh.OpsDocument(profile="night")


def test_one_of_a_package_can_be_based_on(fake: Fake, tmp_path: Path) -> None:
    """A team changes a package's kind as it would one of the five."""
    fake(PROFILES, "night", GOOD_PROFILE)
    path = tmp_path / "opshandover.toml"
    path.write_text(
        '[profile.late]\nbased-on = "夜班单"\nlabel = "Late"\n'
        "sections.header.weight = 30\nsections.issues.weight = 70\n",
        encoding="utf-8",
    )
    config = oh.Config.load(path)
    with config.in_force():
        assert profile_named("late").kind == "night"
        sections = oh.score(attrs.evolve(DOCUMENT, profile="late")).sections
    assert {s.key: s.weight for s in sections} == {"header": 30, "issues": 70}


def test_a_package_and_a_configuration_with_one_name(fake: Fake, tmp_path: Path) -> None:
    """It is an error, in the file and in a script."""
    fake(PROFILES, "night", GOOD_PROFILE)
    path = tmp_path / "opshandover.toml"
    path.write_text('[profile.night]\nbased-on = "charter"\nlabel = "x"\n', encoding="utf-8")
    with pytest.raises(oh.LoadError, match="1 fault") as caught:
        oh.Config.load(path)
    assert [f.path for f in caught.value.faults] == ["profile.night"]
    with pytest.raises(DuplicateNameError, match="night"), in_force([profile_of("night")]):
        pass


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("REQUIRED, 60", "REQUIRED, 61", "101"),
        ("REQUIRED, 60", "REQUIRED, 6", "46"),
        ('"issues":', '"isues":', "issues"),
        ("handover=True", 'handover=True, weights={"titel": 1}', "title"),
        ('name="night"', 'name="nights"', "nights"),
    ],
)
def test_one_that_does_not_hold_together(fake: Fake, old: str, new: str, says: str) -> None:
    """The weights of a package's kind are checked too; the error names the package."""
    assert old in GOOD_PROFILE
    fake(PROFILES, "night", GOOD_PROFILE.replace(old, new))
    with pytest.raises(PluginLoadError) as caught:
        profile_of("night")
    for lang in LANGUAGES:
        assert "acme-plugin" in caught.value.in_lang(lang)
        assert says in caught.value.in_lang(lang)
