"""The commands that list what there is: `rules`, `exporters`, `schema`; and `new`."""

import json
import os
import stat
from pathlib import Path

import pytest
from tests.cli.calls import call, names_in

import opshandover as oh
from opshandover.codec.starter import starter
from opshandover.exporters.registry import names
from opshandover.profiles import all_profiles, profile_of
from opshandover.rules import all_rules
from opshandover.rules.page import page_of
from opshandover.text import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rules_are_listed(lang: Lang) -> None:
    """Each rule has a line with code, severity, name and what it is about."""
    lines = call("rules", "--lang", lang).stdout.splitlines()
    for rule, line in zip(all_rules(), lines, strict=True):
        assert line.startswith(rule.code)
        assert rule.name in line
        assert rule.severity.label[lang] in line
        assert line.endswith(page_of(rule).text[lang].splitlines()[0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_rule_has_a_page(lang: Lang) -> None:
    """With a code in either case, or a name, a rule is explained with both examples."""
    rule = all_rules()[0]
    pages = {call("rules", key, "--lang", lang).stdout for key in (rule.code.lower(), rule.name)}
    (page,) = pages
    assert page_of(rule).bad.splitlines()[0] in page
    assert page_of(rule).good.splitlines()[0] in page
    assert page_of(rule).text[lang].splitlines()[0] in page


def test_every_page_can_be_shown() -> None:
    """No rule has a page that breaks the command."""
    for rule in all_rules():
        for lang in LANGUAGES:
            assert call("rules", rule.code, "--lang", lang).exit_code == 0


def test_rules_as_json() -> None:
    """The same for programs."""
    data = json.loads(call("rules", "--format", "json").stdout)
    assert [one["code"] for one in data] == [rule.code for rule in all_rules()]
    one = json.loads(call("rules", all_rules()[0].code, "--format", "json").stdout)
    assert set(one) == {*data[0], "text", "bad", "good"}


def test_an_unknown_rule() -> None:
    """The nearest rule is named."""
    result = call("rules", all_rules()[0].name + "x", "--lang", "en")
    assert result.exit_code == 2
    assert all_rules()[0].name in result.stderr


def test_exporters_are_listed() -> None:
    """Each has its suffix, type, distribution, and its options with what they take."""
    text = call("exporters").stdout
    assert "json  .json  来自 opshandover  application/json" in text
    assert "--option keys=name|label（默认 name）" in text
    data = json.loads(call("exporters", "--format", "json").stdout)
    assert [one["name"] for one in data] == list(names())
    assert all(one["broken"] is None for one in data)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Installs a distribution whose exporter and rules fail when they are imported."""
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[opshandover.exporters]\nacme = acme_broken:Exporter\n[opshandover.rules]\nacme = acme_broken:RULES\n"
    )
    (tmp_path / "acme_broken.py").write_text('raise RuntimeError("\\x1b[2Jout of order")\n')
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("broken")
def test_a_broken_exporter_is_listed_as_broken() -> None:
    """It does not hide the others, and its name, distribution and reason are said."""
    result = call("exporters", "--lang", "en")
    assert result.exit_code == 0
    assert "acme  ✗ broken" in result.stdout
    assert "of acme: RuntimeError: \\x1b[2Jout of order" in result.stdout
    assert "markdown  .md" in result.stdout
    data = {one["name"]: one for one in json.loads(call("exporters", "--format", "json").stdout)}
    assert "RuntimeError" in data["acme"]["broken"]


def test_a_broken_exporter_cannot_be_used(broken: Path) -> None:
    """One clear message, status 2, nothing written."""
    path = broken / "c.yaml"
    path.write_text("profile: charter\n")
    result = call("export", path, "-t", "acme", "-o", broken / "c.acme")
    assert result.exit_code == 2
    assert "RuntimeError" in result.stderr
    assert "Traceback" not in result.output
    assert not (broken / "c.acme").exists()


def test_broken_rules_stop_a_check_but_no_export(broken: Path) -> None:
    """What cannot be checked has not passed; an export says so and is made."""
    path = broken / "c.yaml"
    path.write_text("profile: charter\n")
    checked = call("check", path)
    assert (checked.exit_code, checked.stdout) == (2, "")
    assert "RuntimeError" in checked.stderr
    exported = call("export", path, "-t", "markdown", "-o", broken / "c.md")
    assert exported.exit_code == 0
    assert "未能检查" in exported.stderr
    assert (broken / "c.md").is_file()


@pytest.mark.parametrize("keys", ["all", "name", "zh", "en"])
def test_schema(keys: str, tmp_path: Path) -> None:
    """The schema is that of the library, on standard output or in a file."""
    expected = json.loads(json.dumps(oh.schema(keys, "en")))  # type: ignore[arg-type]
    assert json.loads(call("schema", "--keys", keys, "--lang", "en").stdout) == expected
    assert call("schema", "--keys", keys, "--lang", "en", "-o", tmp_path / "s.json").stdout == ""
    assert json.loads((tmp_path / "s.json").read_text("utf-8")) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_new_gives_the_starter(lang: Lang) -> None:
    """A kind of document may be called by its name or by any of its labels."""
    for profile in all_profiles():
        expected = starter(profile, lang)
        for name in (profile.name, profile.label[lang], profile.short[lang]):
            assert call("new", name, "--lang", lang).stdout == expected
    everything = starter(profile_of("charter"), lang, all_sections=True)
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
    assert path.read_text("utf-8") == starter(profile_of("charter"), "zh")


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
    assert "Traceback" not in result.output
