"""What a check says: findings, and the report that holds them."""

from enum import Enum

from attrs import frozen

from opshandover.text import Lang, Message, Text


class Severity(Enum):
    """How grave a finding is. Errors keep a document from being ready."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Text:
        """The severity as a word for people."""
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """The place in the order of gravity, the gravest first."""
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
    from 1 and are `None` where the file's format gives no positions or there is no file.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: Message
    hint: Message
    line: int | None = None
    column: int | None = None

    def as_data(self, lang: Lang) -> dict[str, object]:
        """Gives the finding as plain data, its texts in one language."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "message": self.message[lang],
            "hint": self.hint[lang],
        }


@frozen(kw_only=True)
class NotChecked:
    """A rule that could not be asked, and why: never the same as a rule that passed."""

    code: str
    name: str
    reason: Message

    def as_data(self, lang: Lang) -> dict[str, object]:
        """Gives the rule and the reason as plain data, in one language."""
        return {"code": self.code, "name": self.name, "reason": self.reason[lang]}


@frozen(kw_only=True)
class Report:
    """The answer to a check: findings in the order of the document, and what was not checked.

    `waived` has what the document's waivers cover; it counts for nothing, but is not hidden.
    """

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...] = ()
    waived: tuple[Finding, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether no finding is an error; errors are gates, not minus points."""
        return not any(f.severity is Severity.ERROR for f in self.findings)

    def count(self, severity: Severity) -> int:
        """Counts the findings of one severity."""
        return sum(f.severity is severity for f in self.findings)

    def as_data(self, lang: Lang) -> dict[str, object]:
        """Gives the report as plain data, its texts in one language."""
        return {
            "ready": self.ready,
            "findings": [f.as_data(lang) for f in self.findings],
            "not_checked": [n.as_data(lang) for n in self.not_checked],
            "waived": [f.as_data(lang) for f in self.waived],
        }
