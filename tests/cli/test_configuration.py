"""The configuration at the prompt: where it is found, and what follows it."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.calls import call, written

import opshandover as oh
from opshandover.cli import COMMANDS
from opshandover.text import LANGUAGES, Lang

NIGHT = """
[profile.night_shift]
based-on = "daily_handover"
label = {zh = "夜班交接", en = "Night shift"}
drop = ["culture"]
sections.issues.weight = 11
"""
FILLED = """\
profile: night_shift
title: 11 月 20 日夜班交接
lang: zh
prepared_on: 2026-11-21
giver: 林晓雯
receivers: [周启明]
waivers:
  - {rule: SYS, reason: x}
  - {rule: section-missing, path: team, reason: 夜班只有一人, by: 周启明, until: 2026-12-31}
"""
NAMES = ["header", "issues", "culture"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a folder of its own, in which it stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(*args: object) -> list[dict[str, Any]]:
    """The findings of a check."""
    data = json.loads(call("check", *args, "--format", "json").stdout)
    found: list[dict[str, Any]] = data["findings"]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_teams_profile_from_beginning_to_end(folder: Path, lang: Lang) -> None:
    """A starter of it is written, filled in, checked, scored, exported, and in the schema."""
    written(folder, NIGHT, "opshandover.toml")
    for called in ("night_shift", "夜班交接", "night shift"):
        result = call("new", called, "-o", "night.yaml", "--force", "--lang", lang)
        assert result.exit_code == 0, result.stderr
    starter = (folder / "night.yaml").read_text("utf-8")
    assert ("\n文种: 夜班交接\n" if lang == "zh" else "\nprofile: night_shift\n") in starter
    assert "culture:" not in starter
    assert call("score", "night.yaml").exit_code == 0

    path = written(folder, FILLED, "night.yaml")
    found = findings(path)
    missing = {part["path"] for f in found for part in f["parts"] or [f] if part["code"] == "GEN001"}
    assert "issues" in missing
    assert not {"team", "culture"} & missing
    assert [f["path"] for f in found if f["code"] == "WAV001"] == ["waivers[0].rule"]
    waived = json.loads(call("check", path, "--format", "json").stdout)["waived"]
    assert [(f["code"], f["path"]) for f in waived] == [("GEN001", "team")]

    card = json.loads(call("score", path, "--format", "json").stdout)
    weights = {s["key"]: s["weight"] for s in card["sections"]}
    assert weights["issues"] == 11
    assert "culture" not in weights
    assert "夜班交接" in call("score", path).stdout

    assert call("export", path, "-t", "word", "-o", "night.docx").exit_code == 0
    shown = call("export", path, "-t", "markdown", "-o", "-", "--lang", lang).stdout
    assert {"zh": "夜班交接", "en": "Night shift"}[lang] in shown
    assert "night_shift" in call("schema").stdout
    assert "night_shift" in call("new", "--help").stdout


def test_without_the_configuration_it_is_unknown(folder: Path) -> None:
    """Outside its folder nobody knows the kind of document."""
    path = written(folder, FILLED)
    for args in (("check", path), ("score", path), ("new", "night_shift")):
        result = call(*args)
        assert result.exit_code == 2
        assert "night_shift" in result.stderr
    assert "night_shift" not in call("schema").stdout


def test_it_is_found_from_the_file_not_from_where_one_stands(folder: Path) -> None:
    """Each of several files follows the configuration nearest to it."""
    for name, ignore in (("a", "HDR"), ("b", "GEN")):
        (folder / name).mkdir()
        written(folder / name, f'ignore = ["{ignore}"]\n', "opshandover.toml")
        written(folder / name, "profile: daily_handover\n", "x.yaml")
    written(folder, 'select = ["TSK"]\n', "opshandover.toml")
    result = call("check", "a/x.yaml", "b/x.yaml", "--format", "json")
    one, other = ({f["code"][:3] for f in report["findings"]} for report in json.loads(result.stdout).values())
    assert "GEN" in one
    assert "HDR" not in one
    assert "HDR" in other
    assert "GEN" not in other


def test_files_of_one_call_do_not_share_profiles(folder: Path) -> None:
    """A kind of document of one file's configuration is not known to the next file."""
    for name in ("a", "b"):
        (folder / name).mkdir()
        written(folder / name, FILLED, "x.yaml")
    written(folder / "a", NIGHT, "opshandover.toml")
    result = call("score", "a/x.yaml", "b/x.yaml")
    assert result.exit_code == 2
    assert "a/x.yaml" in result.stdout
    assert "b/x.yaml" in result.stderr


def test_one_that_is_given_holds_for_all(folder: Path) -> None:
    """`--config` comes before whatever is found."""
    written(folder, 'ignore = ["HDR"]\n', "opshandover.toml")
    other = written(folder, f'select = ["HDR001"]\n{NIGHT}', "other.toml")
    path = written(folder, "profile: daily_handover\n")
    assert {f["code"] for f in findings(path, "--config", other)} == {"HDR001"}
    assert call("new", "night_shift", "--config", other).exit_code == 0
    assert call("new", "night_shift").exit_code == 2


def test_the_document_before_may_be_of_the_teams_kind(folder: Path) -> None:
    """It is loaded under the configuration of its own place."""
    written(folder, NIGHT, "opshandover.toml")
    path = written(folder, FILLED)
    assert call("check", path, "--previous", path).exit_code == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_one(folder: Path, command: str) -> None:
    """A faulty one is refused with all that is wrong with it, and status 2."""
    bad = written(folder, 'lang = "fr"\nselct = 1\n', "bad.toml")
    path = written(folder, "profile: charter\n")
    args = {"new": ("charter",), "export": (path, "-t", "json")}.get(command, ())
    args = {"check": (path,), "read": (path,), "score": (path,), "diff": (path, path), "merge": (path, path, path)}.get(
        command, args
    )
    result = call(command, *args, "--config", bad, "--lang", "en")
    assert result.exit_code == 2
    assert "bad.toml: cannot be read as a configuration, 2 fault(s)" in result.stderr
    assert "did you mean 'select'" in result.stderr
    assert "--config" in call(command, "--help").stdout


def test_help_comes_even_where_the_configuration_is_faulty(folder: Path) -> None:
    """Who looks for help needs it most then."""
    written(folder, 'lang = "fr"\n', "opshandover.toml")
    result = call("new", "--help")
    assert result.exit_code == 0
    assert "daily_handover" in result.stdout


def test_a_faulty_one_is_named_once(folder: Path) -> None:
    """However many files follow it; files elsewhere are checked all the same."""
    (folder / "bad").mkdir()
    (folder / "good").mkdir()
    written(folder / "bad", 'lang = "fr"\n', "opshandover.toml")
    paths = [written(folder / "bad", FILLED, f"{i}.yaml") for i in range(3)]
    result = call("check", *paths, written(folder / "good"))
    assert result.exit_code == 2
    assert result.stderr.count("配置无法读取") == 1
    assert result.stderr.count("原因同上") == 2
    assert "good" in result.stdout


def test_the_prompt_says_which_one_applies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may stand in any folder above, and turn off what its reader relies on."""
    (folder / "a" / "b").mkdir(parents=True)
    paths = [written(folder / "a" / "b", name=f"{i}.yaml") for i in range(2)]
    assert "设置" not in call("check", *paths).stderr
    written(folder, 'select = ["RUN"]\n', "opshandover.toml")
    for command in (("check",), ("score",), ("export", "-t", "json", "-o", folder)):
        result = call(*command, *paths)
        assert result.stderr.count("采用设置：opshandover.toml") == 1
    monkeypatch.chdir(folder / "a" / "b")
    assert call("check", *paths, "--lang", "en").stderr == "settings: ../../opshandover.toml\n"


@pytest.mark.parametrize("name", ["opshandover.toml", "pyproject.toml"])
def test_one_above_that_cannot_be_read(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and does not apply; the files are checked."""
    (folder / "a").mkdir()
    written(folder, "[tool.opshandover]\n", name)
    path = written(folder / "a")
    is_file = Path.is_file

    def refuse(self: Path) -> bool:
        if self.parent == folder and self.name == name:
            raise PermissionError(13, "Permission denied")
        return is_file(self)

    monkeypatch.setattr(Path, "is_file", refuse)
    result = call("check", path, path.with_name("handover.yaml"))
    assert result.exit_code == 1
    assert "GEN001" in result.stdout
    assert result.stderr.count(str(folder / name)) == 1


def test_a_folder_that_was_deleted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in it gets the same answer for a file elsewhere."""
    path = written(folder)
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = call("check", path)
    assert result.exit_code == 1
    assert "GEN001" in result.stdout
    assert call("check", "x.yaml").exit_code == 2


def test_the_language(folder: Path) -> None:
    """The call comes first, then the document, then the configuration."""
    written(folder, 'lang = "en"\n', "opshandover.toml")
    silent = written(folder, "profile: charter\n", "silent.yaml")
    chinese = written(folder, "profile: charter\nlang: zh\n", "chinese.yaml")
    assert "not ready" in call("check", silent).stdout
    assert "还不能定稿" in call("check", chinese).stdout
    assert "还不能定稿" in call("check", silent, "--lang", "zh").stdout
    assert "还不能定稿" in call("check", silent, env={"OPSHANDOVER_LANG": "zh"}).stdout
    assert "profile: charter" in call("new", "charter").stdout
    assert "文种: " in call("new", "charter", "--lang", "zh").stdout
    broken = written(folder, "profile: nonsense\n", "broken.yaml")
    assert "error: " in call("check", broken).stderr


def test_settings_reach_the_check(folder: Path) -> None:
    """Severity, ignores of single documents and select count, in the exit status too."""
    path = written(folder, "profile: daily_handover\nid: D-1\n", "old.yaml")
    assert call("check", path).exit_code == 1
    written(folder, 'select = ["HDR001"]\n[severity]\nHDR001 = "info"\n', "opshandover.toml")
    assert [f["severity"] for f in findings(path)] == ["info"]
    assert call("check", path).exit_code == 0
    for pattern in ("old.yaml", "D-1", "*"):
        text = f'select = ["HDR001"]\n[per-document-ignores]\n"{pattern}" = ["HDR"]\n'
        written(folder, text, "opshandover.toml")
        assert findings(path) == []
    assert oh.check(oh.load(path)).findings, "a script asks for a configuration if it wants one"


def test_errors_at_score_and_export_follow_the_settings(folder: Path) -> None:
    """What to do first, and the note about drafts, come from the same check."""
    path = written(folder, "profile: daily_handover\n", "x.yaml")
    assert "HDR001" in call("score", path, "--all").stdout
    assert "草稿" in call("export", path, "-t", "markdown", "-o", "x.md").stderr
    written(folder, 'select = ["TSK"]\n', "opshandover.toml")
    assert "HDR001" not in call("score", path, "--all").stdout
    assert "草稿" not in call("export", path, "-t", "markdown", "-o", "x.md").stderr
