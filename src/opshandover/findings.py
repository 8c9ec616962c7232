"""The result of a check: findings, and the report that holds them."""

from enum import Enum

from attrs import frozen

from opshandover.text import Lang, Message, Text


class Severity(Enum):
    """How serious a finding is. A document with errors is not ready."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Text:
        """The name of the severity for people."""
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """The position in the order of severity, most serious first."""
        return list(Severity).index(self)


_LABELS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}


@frozen(kw_only=True)
class Finding:
    """One thing that a rule found in one place.

    `path` is the place in the document (`work_progress.tasks[0].due`); `line` and `column` count
    from 1 and are `None` where the file's format gives no positions or there is no file. A finding about
    several things that one record lacks has each of them in `parts`, with the code and path that a waiver
    of it names.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: Message
    hint: Message
    line: int | None = None
    column: int | None = None
    parts: "tuple[Finding, ...]" = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all rules that have found a part of it, its own first."""
        return tuple(dict.fromkeys((self.code, *(part.code for part in self.parts))))

    def as_data(self, lang: Lang) -> dict[str, object]:
        """The finding as plain data, its texts in one language."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "message": self.message[lang],
            "hint": self.hint[lang],
            "parts": [{"code": part.code, "severity": part.severity.value, "path": part.path} for part in self.parts],
        }


@frozen(kw_only=True)
class NotChecked:
    """A rule that could not be run, and why: not the same as a rule that passed."""

    code: str
    name: str
    reason: Message

    def as_data(self, lang: Lang) -> dict[str, object]:
        """The rule and the reason as plain data, in one language."""
        return {"code": self.code, "name": self.name, "reason": self.reason[lang]}


@frozen(kw_only=True)
class Report:
    """The result of a check: findings in document order, and what was not checked.

    `waived` has the findings that the document's waivers cover; they count for nothing, but stay visible.
    """

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...] = ()
    waived: tuple[Finding, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether no finding is an error."""
        return not any(f.severity is Severity.ERROR for f in self.findings)

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity."""
        return sum(f.severity is severity for f in self.findings)

    def as_data(self, lang: Lang) -> dict[str, object]:
        """The report as plain data, its texts in one language."""
        return {
            "ready": self.ready,
            "findings": [f.as_data(lang) for f in self.findings],
            "not_checked": [n.as_data(lang) for n in self.not_checked],
            "waived": [f.as_data(lang) for f in self.waived],
        }
