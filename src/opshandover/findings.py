"""The result of a check: findings, and the report that holds them."""

from enum import Enum
from typing import cast

from attrs import field, frozen

from opshandover.errors import NotReadyError
from opshandover.profiles.subject import Subject
from opshandover.showing import PageView, Showing, view_of
from opshandover.text import DEFAULT_LANG, LANGUAGES, Lang, Message, Text, joined, message


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


NOWHERE = Text("", "")
"""The place of what has none in words."""


@frozen(kw_only=True)
class Finding:
    """One thing that a rule found in one place.

    `path` is the place in the document (`work_progress.tasks[0].due`); `line` and `column` count
    from 1 and are `None` where the file's format gives no positions or there is no file; for a Word file
    `place` says in words at which heading and in which row of a table it is. A finding about several things that
    one record lacks has each of them in `parts`, with the code and path that a waiver of it names.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: Message
    hint: Message
    line: int | None = None
    column: int | None = None
    place: Text = NOWHERE
    parts: "tuple[Finding, ...]" = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all rules that have found a part of it, its own first."""
        return tuple(dict.fromkeys((self.code, *(part.code for part in self.parts))))

    def as_message(self) -> Message:
        """The finding on one line: severity, code, place and message."""
        from opshandover.document.paths import written_path  # needs the model, which a listing of rules does not

        place = Text(*(written_path(self.path, lang) for lang in LANGUAGES))
        text = Text("{severity} {code} {place} — {said}", "{severity} {code} {place} — {said}")
        return Message(text, {"severity": self.severity.label, "code": self.code, "place": place, "said": self.message})

    def as_data(self, lang: Lang) -> dict[str, object]:
        """The finding as plain data, its texts in one language."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "place": self.place[lang],
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


@frozen(kw_only=True, repr=False)
class Report(Showing):
    """The result of a check: findings in document order, and what was not checked.

    `waived` has the findings that the document's waivers cover; they count for nothing, but stay visible.
    `str()` is what `opshandover check` prints, and a notebook shows a table; `as_html` is the whole report. For
    these it knows its `subject`, which is no part of the result: reports that found the same are equal.
    """

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...] = ()
    waived: tuple[Finding, ...] = ()
    subject: Subject | None = field(default=None, eq=False)

    def __repr__(self) -> str:
        """Count instead of repeating all texts in both languages."""
        counts = ", ".join(f"{severity.value}: {self.count(severity)}" for severity in Severity)
        return f"<Report {'ready' if self.ready else 'not ready'}, {counts}>"

    @property
    def ready(self) -> bool:
        """Whether no finding is an error."""
        return not any(f.severity is Severity.ERROR for f in self.findings)

    @property
    def lang(self) -> Lang:
        """The language of the document."""
        return self.subject.document.output_lang if self.subject else DEFAULT_LANG

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity."""
        return sum(f.severity is severity for f in self.findings)

    def as_data(self, lang: Lang | None = None) -> dict[str, object]:
        """The report as plain data, its texts in one language: that of the document if not given."""
        speak = lang or self.lang
        return {
            "ready": self.ready,
            "findings": [f.as_data(speak) for f in self.findings],
            "not_checked": [n.as_data(speak) for n in self.not_checked],
            "waived": [f.as_data(speak) for f in self.waived],
        }

    def as_html(self, lang: Lang | None = None) -> str:
        """The report as one page of HTML without scripts, to be read, printed or sent as it is.

        Args:
            lang: the language of the page; that of the document if not given.
        """
        return cast("PageView", view_of(self)).page(self, lang or self.lang)

    def assert_ready(self, *, warnings: int | None = None) -> None:
        """Go on only with a document that is ready, as `opshandover check` does by its exit status.

        Args:
            warnings: how many warnings are accepted; any number if not given.

        Raises:
            NotReadyError: there are errors, or more warnings; says which.
        """
        errors = [f for f in self.findings if f.severity is Severity.ERROR]
        warned = [f for f in self.findings if f.severity is Severity.WARNING]
        too_many = warnings is not None and len(warned) > warnings
        found = [*errors, *(warned if too_many else ())]
        if not found:
            return
        name = self.subject.shown_name(self.lang) if self.subject else ""
        head = message(
            "{name}还不能定稿：{errors} 个错误，{warnings} 个警告",
            "{name}not ready: {errors} error(s), {warnings} warning(s)",
            name=message("{name}：", "{name}: ", name=name) if name else Text("", ""),
            errors=len(errors),
            warnings=len(warned),
        )
        rest = len(found) - _MOST_SHOWN
        more = (message("……另有 {n} 条", "… and {n} more", n=rest),) if rest > 0 else ()
        lines = (head, *(f.as_message() for f in found[:_MOST_SHOWN]), *more)
        raise NotReadyError(joined(lines, "\n  ", "\n  "), self.lang)


_MOST_SHOWN = 20
"""How many findings an error lists."""
