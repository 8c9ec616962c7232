"""A report as the prompt prints it and as scripts print it."""

from pathlib import Path

import pytest
from tests.cli.calls import FAULTY, call, written
from tests.support.examples import EXAMPLES, FOLDER

import opshandover as oh
from opshandover.cli.run.files import open_file
from opshandover.findings import NotChecked, Report
from opshandover.reporting.views.report import report_lines
from opshandover.styled import plain
from opshandover.text import LANGUAGES, Lang, message


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_script_prints_what_the_prompt_prints(path: Path) -> None:
    """With the file's lines known, `str()` is what the prompt writes to a pipe, in the document's language."""
    assert f"{open_file(str(path), None).check()}\n\n" == call("check", path).stdout


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_file(tmp_path: Path, lang: Lang) -> None:
    """A document in memory has no lines: all else is the same, below its title."""
    path = written(tmp_path, FAULTY.replace("title: 交接", "title: 交接") + f"lang: {lang}\n")
    document = oh.load(path)
    report = oh.check(document)
    printed = call("check", path).stdout
    lines = str(report).splitlines()
    assert lines[-1] == printed.splitlines()[-2]
    for finding in report.findings:
        assert finding.message[lang] in str(report)
    assert not any(line.lstrip().startswith(("-  ", "|")) for line in lines)
    assert str(oh.check(document, path="x/y.yaml")).startswith("x/y.yaml\n")


def test_without_a_subject() -> None:
    """A report that a program made of findings alone is shown as well."""
    skipped = NotChecked(code="X", name="x", reason=message("没有前一份", "none before"))
    report = Report(findings=(), not_checked=(skipped,))
    assert str(report) == "  未检查（没有前一份）：X x\n  没有发现问题；可以定稿"
    assert "none before" in plain(report_lines(report, "en"))
    assert "没有发现问题" in report.as_html()


def test_as_html() -> None:
    """The page is in the document's language unless another is asked for."""
    report = oh.check(oh.load(FOLDER / "draft.zh.yaml"))
    assert "还不能定稿" in report.as_html()
    assert "not ready" in report.as_html("en")
    assert report.as_html().startswith("<!DOCTYPE html>")
