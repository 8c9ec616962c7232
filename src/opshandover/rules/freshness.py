"""The rule about outdated information."""

from collections.abc import Iterator, Mapping
from datetime import date

from opshandover.document.paths import child_path, section_of
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import DataReport, DocumentKind, DocumentRef, OpsDocument, Period, Research
from opshandover.rules.documents import is_contract
from opshandover.rules.rule import Context, Hit, called, hit, rule, rules_of
from opshandover.text import Text

LIVES: Mapping[DocumentKind, int] = {
    DocumentKind.OPERATIONS_REPORT: 31,
    DocumentKind.ANALYSIS_REPORT: 31,
    DocumentKind.MARKET_REPORT: 92,
}
"""For how many days a report counts as up to date, at least."""
LIFE = 365
"""The same for all other documents, and for research."""

_LASTING = frozenset(
    {
        DocumentKind.CONTRACT,
        DocumentKind.MEETING_MINUTES,
        DocumentKind.MEMO,
        DocumentKind.PROJECT_FILE,
        DocumentKind.PROJECT_PLAN,
        DocumentKind.PROJECT_SUMMARY,
    }
)
"""Documents that record a past event or an agreement, and do not age."""
_IN_USE = ("documents", "processes", "systems", "training")
"""The sections whose documents are used in work; others only serve as evidence."""


@rule(
    "GEN002",
    "information-outdated",
    Severity.WARNING,
    on=OpsDocument,
    message=("资料“{name}”{what}", "'{name}' {what}"),
    hint=(
        "换成最新的版本，或写明统计时段、更新日期；内容仍然有效的文档，核对后在“已核对”写“是”",
        "use the latest version, or give its period or the date of its last change; if a document is still "
        "valid, check it and write `verified: true`",
    ),
)
def information_outdated(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """Figures, research or a document are outdated, or have no date.

    Decisions based on old figures go wrong without anyone noticing. Figures are outdated 7 days after their period in
    daily documents, 30 in an offboarding handover or communication record and 365 in a charter. The length of the
    period is added, so that the report on October is valid until the one on November exists. Other documents are
    valid for a year, reports for less; contracts, minutes and the like do not age, nor do documents marked as
    verified. Age is counted up to the document's own date.

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
        yield from _outdated_report(report, path, at)
    for path, research in records_in(document, Research):
        subject = research.subject.label if research.subject else research.label
        yield from _outdated(child_path(path, "conducted_on"), subject, research.conducted_on, LIFE, at)
    for path, ref in records_in(document, DocumentRef):
        if section_of(path) in _IN_USE and not _is_lasting(ref):
            limit = max(LIVES.get(ref.kind, LIFE) if ref.kind else LIFE, at.settings.days_fresh(at.profile))
            yield from _outdated(child_path(path, "updated_on"), called(ref), ref.updated_on, limit, at)


def _is_lasting(ref: DocumentRef) -> bool:
    """Whether a document does not age, or is marked as verified."""
    return bool(ref.verified) or ref.kind in _LASTING or is_contract(ref)


def _outdated_report(report: DataReport, path: str, at: Context) -> Iterator[Hit]:
    """A hit if a report is outdated, or neither it nor the document has a period."""
    periods = [p for p in (report.period, *(m.period for m in report.metrics)) if p]
    dates = [p.end or p.start for p in periods]
    if report.document:
        dates.append(report.document.updated_on)
    latest = max((d for d in dates if d), default=None)
    if latest is None:
        if not (at.document.period or at.document.shift):
            yield hit(child_path(path, "period"), name=called(report), what=Text("没有写统计时段", "has no period"))
        return
    limit = at.settings.days_fresh(at.profile) + max((_days(p) for p in periods), default=0)
    yield from _outdated(child_path(path, "period"), called(report), latest, limit, at)


def _days(period: Period) -> int:
    start, end = period.start, period.end
    return (end - start).days + 1 if start and end and end > start else 1


def _outdated(path: str, name: str | Text, day: date | None, limit: int, at: Context) -> Iterator[Hit]:
    """A hit if a day is more than `limit` days before the document's own date."""
    if day and at.as_of and (age := (at.as_of - day).days) > limit:
        what = Text(
            f"是 {day} 的，距文档日期 {age} 天，已超过 {limit} 天",
            f"is from {day}, {age} days before the document's date (limit: {limit})",
        )
        yield hit(path, name=name, what=what)


RULES = rules_of(__name__)
