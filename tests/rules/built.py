"""Short ways to build a document and to ask one rule about it."""

from typing import Any

from opshandover.findings import Severity
from opshandover.model import (
    Issue,
    Issues,
    OpsDocument,
    Person,
    Project,
    Projects,
    Task,
    WorkProgress,
)
from opshandover.rules import Rule, check
from opshandover.testing.requiring import single_findings

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
HANDOVERS = ("daily_handover", "offboarding")
OTHERS = ("charter", "communication", "daily_work")
BLANKS = ("", "  ", "\u200b", "无", "TBD", "待定", "N/A", "……")


def found(rule: Rule, document: OpsDocument) -> list[tuple[str, Severity]]:
    """The path and severity of all that the rule finds; a crash of the rule fails the test."""
    findings = single_findings(check(document, rules=[rule]))
    assert {f.code for f in findings} <= {rule.code}
    return [(f.path, f.severity) for f in findings]


def paths(rule: Rule, document: OpsDocument) -> list[str]:
    """The paths alone."""
    return [path for path, _ in found(rule, document)]


def document(profile: str = "daily_handover", **fields: Any) -> OpsDocument:
    """A document of which only these fields are given."""
    return OpsDocument(profile=profile, **fields)


def with_task(task: Task, profile: str = "daily_handover", **fields: Any) -> OpsDocument:
    """A document with one task: `work_progress.tasks[0]`."""
    return document(profile, work_progress=WorkProgress(tasks=(task,)), **fields)


def with_issue(issue: Issue, profile: str = "daily_handover", **fields: Any) -> OpsDocument:
    """A document with one issue: `issues.items[0]`."""
    return document(profile, issues=Issues(items=(issue,)), **fields)


def with_project(project: Project, profile: str = "daily_handover", **fields: Any) -> OpsDocument:
    """A document with one project: `projects.items[0]`."""
    return document(profile, projects=Projects(items=(project,)), **fields)


def person(name: str, **fields: str) -> Person:
    """A person."""
    return Person(name=name, **fields)
