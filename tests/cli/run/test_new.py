"""The command `new`: a starter for each kind of document, and never over a file that is there."""

import os
import stat
from pathlib import Path

import pytest
from tests.cli.calls import call, names_in

from opshandover.codec.short_starter import short_starter
from opshandover.codec.starter import starter
from opshandover.profiles import all_profiles, profile_of
from opshandover.text import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_new_gives_the_starter(lang: Lang) -> None:
    """A kind of document may be called by its name or by any of its labels."""
    for profile in all_profiles():
        expected = short_starter(profile, lang)
        for name in (profile.name, profile.label[lang], profile.short[lang]):
            assert call("new", name, "--lang", lang).stdout == expected
    charter = profile_of("charter")
    assert call("new", "charter", "--full", "--lang", lang).stdout == starter(charter, lang)
    everything = starter(charter, lang, all_sections=True)
    assert call("new", "charter", "--all", "--lang", lang).stdout == everything


def test_new_writes_a_file_that_can_be_checked(tmp_path: Path) -> None:
    """What was written is understood by all other commands."""
    path = tmp_path / "a.yaml"
    assert call("new", "日常交接", "-o", path).exit_code == 0
    assert call("check", path).exit_code == 1
    assert call("score", path).exit_code == 0
    assert call("score", path, "--fail-under", 6).exit_code == 1


def test_new_does_not_overwrite(tmp_path: Path) -> None:
    """What is there stays, unless it is to be overwritten."""
    path = tmp_path / "a.yaml"
    path.write_text("mine")
    result = call("new", "charter", "-o", path)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert path.read_text() == "mine"
    assert call("new", "charter", "-o", path, "--force").exit_code == 0
    assert path.read_text("utf-8") == short_starter(profile_of("charter"), "zh")


@pytest.mark.parametrize("name", ["a.json", "a", "a.docx"])
def test_new_writes_yaml_alone(tmp_path: Path, name: str) -> None:
    """A name by which the file could not be loaded again is refused."""
    assert call("new", "charter", "-o", tmp_path / name).exit_code == 2
    assert names_in(tmp_path) == []


def test_help_lists_the_kinds_of_documents() -> None:
    """Who wants to begin learns what there is."""
    text = call("new", "--help").stdout
    assert all(profile.name in text for profile in all_profiles())


def test_new_unknown_profile() -> None:
    """The nearest is named."""
    result = call("new", "daily_handovr", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean 'daily_handover'?" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be written by root")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """One clear message, status 2."""
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    result = call("new", "charter", "-o", tmp_path / "a.yaml")
    assert result.exit_code == 2
    assert "没有访问权限" in result.stderr


def test_a_folder_that_nobody_can_write() -> None:
    """The same in a folder that belongs to the system."""
    result = call("new", "charter", "-o", "/proc/a.yaml", "--lang", "en")
    assert result.exit_code == 2
    assert "cannot write /proc/a.yaml" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr
