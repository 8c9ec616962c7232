"""The command `check`: what it says, in which form, and with which status."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import FAULTY, call, written

import opshandover as oh
from opshandover.findings import Finding, Severity

READY = Path(__file__).parents[2] / "examples" / "daily_handover.zh.yaml"


def test_text_names_each_finding(tmp_path: Path) -> None:
    """Each finding has its place, severity by mark and word, code, name, path and message."""
    path = written(tmp_path)
    result = call("check", path)
    assert result.exit_code == 1
    report = oh.check(oh.load(path))
    for finding in report.findings:
        assert _line_of(finding, result.stdout)
    column = FAULTY.splitlines()[-1].index("progress: 150") + 1
    assert (
        f"{len(FAULTY.splitlines())}:{column}  ✗ 错误  GEN005 number-out-of-range" in result.stdout
    )


def _line_of(finding: Finding, text: str) -> str:
    mark = {Severity.ERROR: "✗ 错误", Severity.WARNING: "! 警告", Severity.INFO: "i 提示"}
    head = f"{mark[finding.severity]}  {finding.code} {finding.name}"
    where = f"{finding.path} — {finding.message['zh']}" if finding.path else finding.message["zh"]
    return next(line for line in text.splitlines() if head in line and where in line)


def test_summary_counts(tmp_path: Path) -> None:
    """The last line counts by severity, and says whether the document is ready."""
    path = written(tmp_path)
    report = oh.check(oh.load(path))
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    assert f"{errors} 个错误，{warnings} 个警告；还不能定稿" in call("check", path).stdout
    english = call("check", path, "--lang", "en").stdout
    assert f"{errors} errors, {warnings} warnings; not ready" in english


def test_json_is_the_report(tmp_path: Path) -> None:
    """The JSON of one file is its report, with lines, and nothing around it."""
    path = written(tmp_path)
    result = call("check", path, "--format", "json", "--lang", "en")
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert list(data) == ["ready", "findings", "not_checked"]
    expected = oh.check(oh.load(path)).as_data("en")["findings"]
    without_place = [{**f, "line": None, "column": None} for f in data["findings"]]
    assert without_place == expected
    assert all(f["line"] for f in data["findings"])


def test_json_of_several_files_is_by_file(tmp_path: Path) -> None:
    """Several files give an object from file to report."""
    one, two = written(tmp_path), written(tmp_path, name="two.yaml")
    data = json.loads(call("check", one, two, "--format", "json").stdout)
    assert list(data) == [str(one), str(two)]
    assert data[str(one)] == data[str(two)]


def test_a_ready_document() -> None:
    """A document without errors gives status 0."""
    result = call("check", READY)
    assert result.exit_code == 0
    assert "可以定稿" in result.stdout


def test_all_files_are_looked_at(tmp_path: Path) -> None:
    """A file that cannot be read is reported, the others are checked, and the worst status wins."""
    bad = written(tmp_path, "profile: nonsense\n", "bad.yaml")
    result = call("check", bad, READY, tmp_path / "gone.yaml", written(tmp_path))
    assert result.exit_code == 2
    assert "bad.yaml" in result.stderr
    assert "gone.yaml" in result.stderr
    assert "可以定稿" in result.stdout
    assert "还不能定稿" in result.stdout


def test_fail_under(tmp_path: Path) -> None:
    """A score below what is asked for gives status 1, one that reaches it does not."""
    score = oh.score(oh.load(READY)).score
    assert score is not None
    assert call("check", READY, "--fail-under", score).exit_code == 0
    if score < 100:
        result = call("check", READY, "--fail-under", score + 1)
        assert result.exit_code == 1
        assert str(score + 1) in result.stderr
    assert call("check", written(tmp_path), "--fail-under", 0).exit_code == 1


def test_not_checked_is_listed(tmp_path: Path) -> None:
    """Rules that could not be asked are named with the reason, and asked once they can be."""
    path = written(tmp_path)
    skipped = oh.check(oh.load(path)).not_checked
    text = call("check", path).stdout
    assert all(f"{n.code} {n.name}" in text for n in skipped)
    assert "未检查" not in call("check", path, "--previous", path).stdout


def test_a_previous_document_that_cannot_be_read(tmp_path: Path) -> None:
    """Without the document before nothing is checked."""
    result = call("check", written(tmp_path), "--previous", tmp_path / "gone.yaml")
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_document_says_in_which_language(tmp_path: Path) -> None:
    """Without a language asked for, that of the document is spoken."""
    path = written(tmp_path, f"lang: en\n{FAULTY}")
    assert "not ready" in call("check", path).stdout
    assert "还不能定稿" in call("check", path, "--lang", "zh").stdout
    assert "还不能定稿" in call("check", path, env={"OPSHANDOVER_LANG": "zh"}).stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_commands_to_the_terminal_do_not_get_through(tmp_path: Path, form: str) -> None:
    """Escape sequences, C1 controls and turned writing in a file are shown as escapes."""
    hostile = "\\e[2J\\e]0;x\\a\\u009b31m\\u202eevil"
    path = written(tmp_path, FAULTY.replace("核对退款单", f'"{hostile}"'))
    result = call("check", path, "--format", form)
    assert result.exit_code == 1
    assert "evil" in result.stdout
    assert not set(result.stdout) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_control_characters_in_a_faulty_file(tmp_path: Path) -> None:
    """Nor do they get through in messages about what could not be understood."""
    path = written(tmp_path, FAULTY + '"\\e[31mkey": "\\e[2J"\nstate: "\\e[2J"\n')
    result = call("check", path)
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    assert "\\x1b[31mkey" in result.output
