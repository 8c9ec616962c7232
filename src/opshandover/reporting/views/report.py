"""A report as people read it: at the prompt, printed by a script, in a notebook."""

from collections.abc import Iterator, Sequence

from opshandover.document.paths import written_path
from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.reporting.checked import Checked
from opshandover.reporting.excerpts import Excerpts
from opshandover.reporting.html import page as html_page
from opshandover.reporting.html.notebook import report_fragment
from opshandover.reporting.labels import NOT_CHECKED, STYLES, WAIVED, shown_severity, verdict
from opshandover.styled import WIDEST, Line, line, plain
from opshandover.text import Lang
from opshandover.text_width import cells, padded


def text(report: Report) -> str:
    """What the prompt prints, without colour."""
    return plain(report_lines(report, report.lang))


def fragment(report: Report) -> str:
    """The findings in a table, for a notebook."""
    return report_fragment(report, report.lang)


def page(report: Report, lang: Lang) -> str:
    """The whole report as one page of HTML."""
    return html_page([Checked(name="", report=report, lang=lang)], lang)


def report_lines(report: Report, lang: Lang, width: int = WIDEST) -> Iterator[Line]:
    """A report most serious first, then in the order of the file.

    Neither a hint nor a line of the file is shown twice in a row.

    Args:
        report: the report.
        lang: the language to speak.
        width: how wide a line of the file may be, in cells.
    """
    if report.subject:
        yield line((report.subject.shown_name(lang), "bold"))
    findings = sorted(report.findings, key=lambda f: (f.severity.rank, f.line or 0, f.column or 0))
    positions = [f"{f.line}:{f.column}" if f.line else "-" for f in findings]
    column = max(map(len, positions), default=0) if any(f.line for f in findings) else 0
    excerpts = Excerpts.of(report.subject) if report.subject else None
    hint = ""
    shown: tuple[str, ...] | None = None
    for finding, position in zip(findings, positions, strict=True):
        first = _finding(finding, f"  {position.rjust(column)}  " if column else "  ", lang)
        yield first
        last_shown, shown = shown, None
        if excerpts:
            shown = excerpts.around(finding.line, finding.column, width - first.hang - len(_BAR))
        shown = (finding.place[lang],) if finding.place[lang] else shown
        for one in shown if shown and shown != last_shown else ():
            yield line(" " * first.hang, (f"{_BAR}{one}", "dim"))
        last_hint, hint = hint, finding.hint[lang]
        if hint and hint != last_hint:
            yield line(" " * first.hang, (f"→ {hint}", "dim"), hang=first.hang + 2)
    yield from _not_checked(report.not_checked, lang)
    yield from _waived(report.waived, lang)
    style = "bold green" if report.ready else STYLES[Severity.ERROR]
    yield line("  ", (verdict(report, lang), style), hang=2)


def _finding(finding: Finding, head: str, lang: Lang) -> Line:
    """The first line of a finding; what follows is indented as its continuation."""
    severity = shown_severity(finding.severity, lang)
    widest = max(cells(shown_severity(s, lang)) for s in Severity)
    return line(
        head,
        (padded(severity, widest), STYLES[finding.severity]),
        "  ",
        (written_path(finding.path, lang), "cyan"),
        f" — {finding.message[lang]}" if finding.path else finding.message[lang],
        (f"  {' + '.join(finding.codes)}", "dim"),
        hang=len(head) + 2,
    )


def _not_checked(skipped: Sequence[NotChecked], lang: Lang) -> Iterator[Line]:
    """What was not checked, rules with the same reason together."""
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.reason[lang], []).append(one.code)
    for reason, rules in by_reason.items():
        yield line("  ", NOT_CHECKED[lang].format(reason=reason, rules=", ".join(rules)), hang=4)


def _waived(waived: Sequence[Finding], lang: Lang) -> Iterator[Line]:
    """How many findings the document waives, and of which rules."""
    if waived:
        rules = ", ".join(dict.fromkeys(f.code for f in waived))
        yield line("  ", WAIVED[lang].format(n=len(waived), rules=rules), hang=4)


_BAR = "| "
