"""Reports to be written: of real documents, and of texts that formats give a meaning of their own."""

from opshandover.errors import Fault, LoadError, UnknownNameError
from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.model import OpsDocument, System, Systems
from opshandover.reporting import Checked, Unreadable
from opshandover.rules import check
from opshandover.text import Lang, message

HIDDEN = "Tr0ub4dor-and-3"


def finding(text: str = "it is wrong", **fields: object) -> Finding:
    """A finding whose texts hold `text`."""
    values: dict[str, object] = {
        "code": "TSK001",
        "name": "task-unassigned",
        "severity": Severity.ERROR,
        "path": "work_progress.tasks[0].owner",
        "message": message("不对：{text}", "wrong: {text}", text=text),
        "hint": message("改正：{text}", "mend: {text}", text=text),
        "line": 3,
        "column": 7,
        **fields,
    }
    return Finding(**values)  # type: ignore[arg-type]  # a test names the fields that matter


def checked(*findings: Finding, name: str = "a.yaml", lang: Lang = "en", **fields: object) -> Checked:
    """A file with these findings."""
    report = Report(findings=findings, **fields)  # type: ignore[arg-type]  # as above
    return Checked(name=name, report=report, lang=lang)


def mixed(lang: Lang = "en") -> Checked:
    """A file with findings of each severity, one that is waived, and a rule not asked."""
    return checked(
        *(finding(f"no. {i}", severity=severity, line=i + 1, column=i + 1) for i, severity in enumerate(Severity)),
        name="folder/mixed.yaml",
        lang=lang,
        waived=(finding("let be", code="HDR001", name="receiver-missing", path="receivers"),),
        not_checked=(
            NotChecked(
                code="XXX001",
                name="compares-two",
                reason=message("没有前一份", "no document before"),
            ),
        ),
    )


def unread(lang: Lang = "en") -> Unreadable:
    """A file with two faults, one of them with a place."""
    faults = (
        Fault(
            path="tasks[0].titel",
            problem=message("未知字段", "unknown field"),
            line=4,
            column=5,
        ),
        Fault(path="", problem=message("内容不全", "not whole"), got="a: b, 100%"),
    )
    return Unreadable(name="bad.yaml", error=LoadError("bad.yaml", faults), lang=lang)


def unknown(lang: Lang = "en") -> Unreadable:
    """A file of which no single place is wrong."""
    return Unreadable(name="bad.txt", error=UnknownNameError(message("格式不明", "format not known")), lang=lang)


def real(lang: Lang = "en") -> Checked:
    """Checks a document in which much is missing, and a secret is not."""
    systems = Systems(items=(System(name="商城后台", operation=f"password: {HIDDEN}"),))
    document = OpsDocument(profile="daily_handover", title=f"password: {HIDDEN}", systems=systems)
    return Checked(name="real.yaml", report=check(document), lang=lang)
