"""The command `check`: what it says, in which form, and with which status."""

import json
from html import unescape
from pathlib import Path

import attrs
import pytest
from tests.cli.calls import FAULTY, call, names_in, written
from tests.support.examples import READY

import opshandover as oh
from opshandover.document.paths import written_path
from opshandover.findings import Finding, Severity
from opshandover.model import Note, Notes, OpsDocument, TaskStatus, WorkProgress
from opshandover.reporting import WRITERS
from opshandover.rules import all_rules, hit, rule
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES, Lang
from opshandover.text_width import cells


def test_text_names_each_finding(tmp_path: Path) -> None:
    """Each finding has its place, severity by mark and word, path and message; the codes come last."""
    path = written(tmp_path)
    result = call("check", path)
    assert result.exit_code == 1
    report = oh.check(oh.load(path))
    for finding in report.findings:
        assert _line_of(finding, result.stdout)
    column = FAULTY.splitlines()[-1].index("progress: 150") + 1
    assert f"{len(FAULTY.splitlines())}:{column}  ✗ 错误  工作进展.任务[0].进度 — " in result.stdout
    assert "number-out-of-range" not in result.stdout


def _line_of(finding: Finding, text: str) -> str:
    mark = {Severity.ERROR: "✗ 错误", Severity.WARNING: "! 警告", Severity.INFO: "i 提示"}
    head = f"{mark[finding.severity]}  "
    place = written_path(finding.path, "zh")
    where = f"{place} — {finding.message['zh']}" if place else finding.message["zh"]
    return next(line for line in text.splitlines() if head in line and where in line)


def test_summary_counts(tmp_path: Path) -> None:
    """The last line counts by severity, and says whether the document is ready."""
    contacts = "contacts: {items: [{person: {name: 李想, phone: '8119'}, relationship: 对账}]}\n"
    assets = "assets: {assets: [{name: 笔记本电脑, keeper: 周岩, return_to: 王敏}]}\n"
    path = written(tmp_path, FAULTY + contacts + assets)
    report = oh.check(oh.load(path))
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    assert (errors, warnings) == (3, 2)
    assert f"{errors} 个错误，{warnings} 个警告；还不能定稿" in call("check", path).stdout
    english = call("check", path, "--lang", "en").stdout
    assert f"{errors} errors, {warnings} warnings; not ready" in english


def test_json_is_the_report(tmp_path: Path) -> None:
    """The JSON of one file is its report, with lines, and nothing around it."""
    path = written(tmp_path)
    result = call("check", path, "--format", "json", "--lang", "en")
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert list(data) == ["ready", "findings", "not_checked", "waived"]
    expected = oh.check(oh.load(path)).as_data("en")["findings"]
    without_place = [{**f, "line": None, "column": None} for f in data["findings"]]
    assert without_place == expected != []
    assert all(f["line"] for f in data["findings"])


@pytest.mark.parametrize(("lang", "place"), [("zh", "《工作进展》表格第 2 行"), ("en", "“Work progress”, table row 2")])
def test_findings_in_a_word_file_name_heading_and_row(lang: Lang, place: str, tmp_path: Path) -> None:
    """Such a file has no lines; the place is said below the finding, and in the data of the report."""
    tasks = (a_task(), a_task(title="补发赠品", id="T-2", status=TaskStatus.DONE, progress=40))
    path = tmp_path / "edited.docx"
    oh.export(a_document("daily_work", work_progress=WorkProgress(tasks=tasks)), "word", path, lang=lang)
    told = call("check", path, "--lang", lang).stdout.splitlines()
    at = next(number for number, line in enumerate(told) if written_path("work_progress.tasks[1]", lang) in line)
    assert told[at + 1].strip() == f"| {place}"
    data = json.loads(call("check", path, "--lang", lang, "--format", "json").stdout)
    assert place in [finding["place"] for finding in data["findings"]]


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


@pytest.mark.parametrize("format", ["text", *WRITERS])
def test_max_warnings(format: str, tmp_path: Path) -> None:
    """More warnings than accepted give status 1 in every format, as many do not; the document is ready all the same."""
    noted = Notes(items=(Note(text="尽快处理。"),))
    path = oh.dump(attrs.evolve(oh.load(READY), notes=noted), tmp_path / "noted.yaml")
    assert call("check", path, "--format", format, "--max-warnings", 1).exit_code == 0
    result = call("check", path, "--format", format, "--max-warnings", 0, "--lang", "en")
    assert result.exit_code == 1
    assert "noted.yaml: 1 warning(s), more than 0" in result.stderr


def test_not_checked_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that needs the document before is named with the reason, and checked once that is given."""
    path, rules = written(tmp_path), all_rules()
    compared = rule("ZZZ001", "compares-two", Severity.INFO, on=OpsDocument, message=("旧", "old"), hint=("新", "new"))
    comparing = attrs.evolve(compared(lambda _document, _at: (hit(),)), needs_previous=True)
    monkeypatch.setattr("opshandover.rules.engine.all_rules", lambda: (*rules, comparing))
    text = call("check", path).stdout
    assert "未检查" in text
    assert text.count("ZZZ001") == 1
    text = call("check", path, "--previous", path).stdout
    assert "未检查" not in text
    assert "  ZZZ001" in text


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


@pytest.mark.parametrize("form", ["text", *WRITERS])
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
    assert "\x1b" not in result.stdout + result.stderr
    assert "\\x1b[31mkey" in result.stdout + result.stderr


def test_the_line_of_the_file_is_shown(tmp_path: Path) -> None:
    """Below a finding stands its line, with a mark under the place, before what to do."""
    lines = call("check", written(tmp_path)).stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if "GEN005" in line)
    shown, mark, hint = lines[at + 1 : at + 4]
    assert shown.strip() == "| - {title: 核对退款单, status: in_progress, progress: 150}"
    assert cells(shown[: shown.index("progress: 150")]) == cells(mark) - 1
    assert mark.endswith("^")
    assert hint.strip().startswith("→")


def test_what_is_missing_in_the_whole_document_shows_no_line(tmp_path: Path) -> None:
    """The first line of a file says nothing of a section that is not there."""
    text = call("check", written(tmp_path)).stdout
    assert "GEN001" in text
    assert "| profile" not in text


def test_waived_findings_are_counted(tmp_path: Path) -> None:
    """What a document waives is left out, but not passed over in silence."""
    waiver = "waivers: [{rule: GEN005, reason: 系统按工时折算, by: 林晓雯}]\n"
    text = call("check", written(tmp_path, FAULTY + waiver)).stdout
    assert "已豁免 1 条：GEN005" in text
    assert text.count("GEN005") == 1


@pytest.mark.parametrize("form", ["text", *WRITERS])
def test_output_goes_to_a_file(tmp_path: Path, form: str) -> None:
    """The file has what would else be shown, and takes the place of an older one as a whole."""
    path, out = written(tmp_path), tmp_path / "out"
    out.write_text("older " * 100_000)
    shown = call("check", path, "--format", form)
    for option in ("-o", "--out", "--output"):
        result = call("check", path, "--format", form, option, out)
        assert (result.exit_code, result.stdout) == (1, "")
        assert out.read_text(encoding="utf-8") == shown.stdout
    assert call("check", path, "--format", form, "-o", "-").stdout == shown.stdout
    assert names_in(tmp_path) == ["handover.yaml", "out"]


def test_what_is_read_is_not_overwritten(tmp_path: Path) -> None:
    """Neither a document to be checked nor the one before it can be the output."""
    one, two = written(tmp_path), written(tmp_path, name="two.yaml")
    (tmp_path / "link").symlink_to(two)
    for out in (one, two, tmp_path / "link"):
        result = call("check", one, "--previous", two, "-o", out)
        assert result.exit_code == 2
        assert (one.read_text(), two.read_text()) == (FAULTY, FAULTY)


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    """It is one clear message and status 2."""
    result = call("check", written(tmp_path), "-o", tmp_path / "gone" / "out.xml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "无法写入" in result.stderr


@pytest.mark.parametrize("form", [name for name in WRITERS if name != "json"])
def test_files_that_cannot_be_read_are_in_the_output(tmp_path: Path, form: str) -> None:
    """A program sees what keeps a file from being checked, a person still reads it."""
    bad = written(tmp_path, "profile: charter\ntitel: x\n", "bad.yaml")
    result = call("check", bad, written(tmp_path), "--format", form, "--lang", "en")
    assert result.exit_code == 2
    for text in (result.stdout, result.stderr):
        assert "did you mean 'title'?" in unescape(text)
    assert "GEN005" in result.stdout


@pytest.mark.parametrize("form", ["text", *WRITERS])
def test_secrets_are_not_repeated(tmp_path: Path, form: str) -> None:
    """Neither a message nor a line of the file shows what it is about."""
    hidden = "Hm-90210-xyz"
    text = FAULTY + f"systems:\n  items:\n    - {{name: 后台, operation: 'password: {hidden}'}}\n"
    result = call("check", written(tmp_path, text), "--format", form)
    assert "SEC001" in result.stdout
    assert hidden not in result.stdout + result.stderr


@pytest.mark.parametrize("lang", LANGUAGES)
def test_explain(tmp_path: Path, lang: Lang) -> None:
    """The page of a rule is shown as `rules` shows it, with or without files, and nothing else."""
    rule = all_rules()[0]
    page = call("rules", rule.code, "--lang", lang).stdout
    for key in (rule.code, rule.code.lower(), rule.name):
        for files in ((), (written(tmp_path),)):
            result = call("check", *files, "--explain", key, "--lang", lang)
            assert (result.exit_code, result.stdout, result.stderr) == (0, page, "")


def test_explain_what_there_is_not() -> None:
    """The nearest rule is named."""
    result = call("check", "--explain", all_rules()[0].name + "x", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert all_rules()[0].name in result.stderr


def test_no_files() -> None:
    """Without files there is nothing to check."""
    result = call("check", "--format", "junit")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "缺少 FILE" in result.stderr
