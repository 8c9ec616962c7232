"""The rule about information that may have gone stale before it is handed on."""

from collections.abc import Iterator, Mapping
from datetime import date

from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    DataReport,
    DocumentKind,
    DocumentRef,
    OpsDocument,
    Period,
    Research,
)
from opshandover.rules.documents import is_contract
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text

LIVES: Mapping[DocumentKind, int] = {
    DocumentKind.OPERATIONS_REPORT: 31,
    DocumentKind.ANALYSIS_REPORT: 31,
    DocumentKind.MARKET_REPORT: 92,
}
"""For how many days a document that reports on something is the latest, at least."""
LIFE = 365
"""The same for all other documents, and for research."""

_RECORDS = frozenset(
    {
        DocumentKind.CONTRACT,
        DocumentKind.MEETING_MINUTES,
        DocumentKind.MEMO,
        DocumentKind.PROJECT_FILE,
        DocumentKind.PROJECT_PLAN,
        DocumentKind.PROJECT_SUMMARY,
    }
)
"""Documents that record what was said or agreed once, and do not age."""
_SHELVES = ("documents.", "processes.", "systems.", "training.")
"""The sections whose documents are there to be used; others only prove something."""


@rule(
    "GEN002",
    "information-outdated",
    Severity.WARNING,
    on=OpsDocument,
    message=("资料“{name}”{what}", "'{name}' {what}"),
    hint=(
        "换成最新的版本，或写明统计时段、更新日期；内容仍然有效的文档，核对后写 verified: true",
        "use the latest one, or give its period or the day of its last change; if a document still holds, "
        "check it and write `verified: true`",
    ),
)
def information_outdated(document: OpsDocument, at: Place) -> Iterator[Hit]:
    """Figures, research or a document are old, or nothing says how old they are.

    Decisions made on old figures go wrong without anyone noticing. Figures are old 7 days after their period in
    daily documents, 30 in an offboarding or communication record and 365 in a charter; as many days are added as
    their period has, so that the report on October holds until the one on November is there. Other documents get a
    year, reports among them less; contracts, minutes and the like do not age, nor does what was checked. Age counts
    up to the document's own date.

    zh: 数据报告、调研或文档已经过时，或看不出是什么时候的。
    zh: 按旧数据做决定，错了也没有人察觉。数据在时段结束后，日常文档 7 天、离职交接和沟通记录 30 天、总则 365 天视为过时；
    zh: 时段本身有多长，就再宽限多长，因此 10 月的月报到 11 月的月报出来之前都有效。其他文档为一年，其中报告更短；
    zh: 合同、纪要等不会过时，核对过的也不再提示。天数一律算到文档自己的日期。

    Bad::
        prepared_on: 2026-11-21
        data_analysis: {reports: [{title: 国庆周数据, period: {start: 2026-10-01, end: 2026-10-07}}]}
    Good::
        prepared_on: 2026-11-21
        data_analysis: {reports: [{title: 11 月第 3 周数据, period: {start: 2026-11-13, end: 2026-11-19}}]}
    """
    for path, report in records_in(document, DataReport):
        yield from _report(report, path, at)
    for path, research in records_in(document, Research):
        subject = research.subject.label if research.subject else research.label
        yield from _aged(f"{path}.conducted_on", subject, research.conducted_on, LIFE, at)
    for path, ref in records_in(document, DocumentRef):
        if path.startswith(_SHELVES) and not _lasting(ref):
            limit = max(LIVES.get(ref.kind, LIFE) if ref.kind else LIFE, at.settings.days_fresh(at.profile))
            title = ref.title.strip() or ref.label
            yield from _aged(f"{path}.updated_on", title, ref.updated_on, limit, at)


def _lasting(ref: DocumentRef) -> bool:
    """Says whether a document cannot be too old, or was found to be still right."""
    return bool(ref.verified) or ref.kind in _RECORDS or is_contract(ref)


def _report(report: DataReport, path: str, at: Place) -> Iterator[Hit]:
    """Asks a report for its age; without a period of its own, it shares the document's."""
    periods = [p for p in (report.period, *(m.period for m in report.metrics)) if p]
    dates = [p.end or p.start for p in periods]
    if report.document:
        dates.append(report.document.updated_on)
    latest = max((d for d in dates if d), default=None)
    name = report.title.strip() or report.label
    if latest is None:
        if not (at.document.period or at.document.shift):
            yield hit(f"{path}.period", name=name, what=Text("没有写统计时段", "has no period"))
        return
    limit = at.settings.days_fresh(at.profile) + max((_days(p) for p in periods), default=0)
    yield from _aged(f"{path}.period", name, latest, limit, at)


def _days(period: Period) -> int:
    start, end = period.start, period.end
    return (end - start).days + 1 if start and end and end > start else 1


def _aged(path: str, name: str | Text, day: date | None, limit: int, at: Place) -> Iterator[Hit]:
    """Yields a hit if that day lies more than so many days before the document's own."""
    if day and at.as_of and (age := (at.as_of - day).days) > limit:
        what = Text(
            f"是 {day} 的，距文档日期 {age} 天，已超过 {limit} 天",
            f"is from {day}, {age} days before the document's date, which is more than {limit}",
        )
        yield hit(path, name=name, what=what)


RULES = rules_of(__name__)
