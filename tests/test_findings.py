"""Findings, and the report that holds them."""

from pickle import dumps, loads

import pytest
from attrs import evolve

from opshandover.errors import NotReadyError, OpsHandoverError
from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.model import OpsDocument
from opshandover.model.header import Language
from opshandover.rules import check
from opshandover.text import message

FOUND = Finding(
    code="HDR001",
    name="no-giver",
    severity=Severity.WARNING,
    path="giver",
    message=message("缺", "lacks"),
    hint=message("补", "add"),
)
FATAL = evolve(FOUND, severity=Severity.ERROR)


def test_only_errors_stand_in_the_way() -> None:
    """Warnings and what is waived are counted apart, and a document with them is ready."""
    assert Report(findings=(FOUND,), waived=(FATAL,)).ready
    report = Report(findings=(FOUND, FATAL, FOUND))
    assert not report.ready
    assert [report.count(severity) for severity in Severity] == [1, 2, 0]


def test_the_most_serious_comes_first() -> None:
    """Each severity has a rank for sorting and a name for people."""
    assert sorted([Severity.INFO, Severity.ERROR, Severity.WARNING], key=lambda each: each.rank) == list(Severity)
    assert [severity.label["en"] for severity in Severity] == ["error", "warning", "info"]


def test_a_report_is_plain_data() -> None:
    """For other programs all texts are in the language that was asked for."""
    skipped = NotChecked(code="TSK001", name="x", reason=message("跳过", "skipped"))
    data = Report(findings=(FOUND,), not_checked=(skipped,)).as_data("zh")
    assert data == {
        "ready": True,
        "findings": [
            {
                "code": "HDR001",
                "name": "no-giver",
                "severity": "warning",
                "path": "giver",
                "line": None,
                "column": None,
                "place": "",
                "message": "缺",
                "hint": "补",
                "parts": [],
            }
        ],
        "not_checked": [{"code": "TSK001", "name": "x", "reason": "跳过"}],
        "waived": [],
    }


def test_plain_data_speak_as_the_document_does() -> None:
    """Unless another language is asked for."""
    for language in Language:
        report = check(OpsDocument(profile="charter", lang=language))
        assert report.as_data() == report.as_data(report.lang) != report.as_data("en" if report.lang == "zh" else "zh")


def test_ready_or_an_error() -> None:
    """A report without errors lets a script go on; else the error lists what was found, in words."""
    Report(findings=(FOUND,)).assert_ready()
    Report(findings=(FOUND,)).assert_ready(warnings=1)
    with pytest.raises(NotReadyError) as caught:
        Report(findings=(FOUND, FATAL)).assert_ready()
    assert str(caught.value) == "还不能定稿：1 个错误，1 个警告\n  错误 HDR001 移交人 — 缺"
    assert caught.value.in_lang("en") == "not ready: 1 error(s), 1 warning(s)\n  error HDR001 giver — lacks"
    with pytest.raises(NotReadyError, match="警告 HDR001 移交人 — 缺"):
        Report(findings=(FOUND,)).assert_ready(warnings=0)


def test_a_long_error_is_cut() -> None:
    """Twenty findings are listed, the others counted; it travels between processes."""
    with pytest.raises(NotReadyError) as caught:
        Report(findings=(FATAL,) * 23).assert_ready()
    assert str(caught.value).count("HDR001") == 20
    assert str(caught.value).endswith("……另有 3 条")
    assert str(loads(dumps(caught.value))) == str(caught.value)  # noqa: S301 - made here


def test_the_error_names_the_document() -> None:
    """It has title or file, speaks the document's language, and is one that scripts can catch."""
    document = OpsDocument(profile="charter", title="Rules", lang=Language.EN)
    with pytest.raises(OpsHandoverError, match=r"^Rules: not ready: "):
        check(document).assert_ready()
    with pytest.raises(NotReadyError, match=r"^a/b\.yaml: "):
        check(document, path="a/b.yaml").assert_ready()
