"""Findings, and the report that holds them."""

from attrs import evolve

from opshandover.findings import Finding, NotChecked, Report, Severity
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
                "message": "缺",
                "hint": "补",
                "parts": [],
            }
        ],
        "not_checked": [{"code": "TSK001", "name": "x", "reason": "跳过"}],
        "waived": [],
    }
