"""The command `new`: a starter for each kind of document, and never over a file that is there."""

import os
import stat
from pathlib import Path

import pytest
from tests.cli.calls import call, names_in, written

import opshandover as oh
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


@pytest.mark.parametrize("name", ["a.json", "a", "a.toml"])
def test_new_writes_yaml_alone(tmp_path: Path, name: str) -> None:
    """A name by which the file could not be loaded again is refused."""
    assert call("new", "charter", "-o", tmp_path / name).exit_code == 2
    assert names_in(tmp_path) == []


def test_new_writes_a_form_for_a_browser(tmp_path: Path) -> None:
    """What is known already is in it; a form has no long and short forms of a starter."""
    before, path = tmp_path / "a.yaml", tmp_path / "form.html"
    before.write_text("文种: 班次交接\n接收人: [李敏]\n", "utf-8")
    assert call("new", "班次交接", "--from", before, "-o", path).exit_code == 0
    text = path.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "李敏" in text
    assert call("new", "班次交接", "-o", path).exit_code == 2
    result = call("new", "班次交接", "-o", tmp_path / "b.html", "--full", "--lang", "en")
    assert (result.exit_code, names_in(tmp_path)) == (2, ["a.yaml", "form.html"])
    assert "--full" in result.stderr


def test_new_writes_a_form_for_word(tmp_path: Path) -> None:
    """Its name says that it is one."""
    path = tmp_path / "form.docx"
    assert call("new", "shift_handover", "-o", path).exit_code == 0
    assert path.read_bytes().startswith(b"PK")


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


EARLIER = """\
profile: shift_handover
title: 中班交晚班
lang: zh
department: 客服部
next_shift: {name: 晚班, start: 2026-11-28 16:00, end: 2026-11-29 00:00}
giver: 林晓
receivers: [周岩]
contacts: {items: [{person: 李想, emergency: true}]}
"""
SETTINGS = """\
[defaults]
organisation = "云杉电商"
department = "总部"
receivers = ["周岩", "王敏"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the command stands, with an earlier document."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, EARLIER, "前班.yaml")
    return tmp_path


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_new_from_an_earlier_document(folder: Path, full: tuple[str, ...]) -> None:
    """What was taken is said, and stands in the file; the earlier file is not changed."""
    result = call("new", "班次交接", "--from", "前班.yaml", "-o", "后班.yaml", *full)
    assert result.exit_code == 0
    assert "取自 前班.yaml：部门、班次、移交人、重要联系人" in result.stderr
    made = oh.load(folder / "后班.yaml")
    assert made.giver == oh.load(folder / "前班.yaml").receivers[0]
    assert made.shift == oh.load(folder / "前班.yaml").next_shift
    assert (made.department, made.receivers) == ("客服部", ())
    assert (folder / "前班.yaml").read_text("utf-8") == EARLIER


def test_new_takes_the_defaults_of_the_settings(folder: Path) -> None:
    """An earlier document goes before the settings, and who hands over now does not receive."""
    written(folder, SETTINGS, "opshandover.toml")
    made = oh.loads(call("new", "daily_report").stdout, format="yaml")
    assert (made.organisation, made.department, made.receivers) == ("云杉电商", "总部", ())
    result = call("new", "shift_handover", "--from", "前班.yaml", "--lang", "en")
    assert "taken from the settings: Organisation, Received by" in result.stderr
    made = oh.loads(result.stdout, format="yaml")
    assert (made.organisation, made.department) == ("云杉电商", "客服部")
    assert [person.name for person in made.receivers] == ["王敏"]


def test_new_does_not_choose_among_several_receivers(folder: Path) -> None:
    """That the giver is missing is said, with the reason."""
    written(folder, EARLIER.replace("[周岩]", "[周岩, 王敏]"), "前班.yaml")
    result = call("new", "班次交接", "--from", "前班.yaml")
    assert "移交人未取：原接收人有 2 位" in result.stderr
    assert oh.loads(result.stdout, format="yaml").giver is None


def test_new_reads_only_what_loads(folder: Path) -> None:
    """A file that is not there or not a document, and one that would be overwritten, are refused."""
    for name in ("none.yaml", written(folder, "[]", "bad.yaml")):
        result = call("new", "班次交接", "--from", name, "-o", "out.yaml")
        assert result.exit_code == 2
    result = call("new", "班次交接", "--from", "前班.yaml", "-o", "前班.yaml", "--force")
    assert (result.exit_code, (folder / "前班.yaml").read_text("utf-8")) == (2, EARLIER)
    assert names_in(folder) == ["bad.yaml", "前班.yaml"]
