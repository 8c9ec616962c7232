"""The command `check`."""

from collections.abc import Sequence

from opshandover.cli.cells import cells, padded
from opshandover.cli.run.common import FINE, FOUND, write_json
from opshandover.cli.run.files import Opened, each, opened
from opshandover.cli.run.wording import (
    COUNTED,
    NOT_CHECKED,
    NOT_READY,
    READY,
    STYLES,
    counted,
    shown_severity,
)
from opshandover.cli.screen import Screen, aside, output
from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.scoring import score
from opshandover.text import Lang, Text


def run(
    files: Sequence[str],
    format: str,  # noqa: A002 - it bears the option's name
    fail_under: int | None,
    previous: str | None,
    lang: Lang | None,
) -> int:
    """Checks files; see the command's help."""
    before = opened(previous, lang).document if previous else None
    reports: dict[str, object] = {}

    def work(one: Opened) -> int:
        report = one.checked(before)
        if format == "json":
            reports[one.name] = report.as_data(one.lang)
        else:
            show(output(), one.name, report, one.lang)
        status = FINE if report.ready else FOUND
        return max(status, under(one, fail_under))

    status = each(files, lang, work)
    if format == "json" and reports:
        several = len(dict.fromkeys(files)) > 1
        write_json(reports if several else next(iter(reports.values())))
    return status


def under(one: Opened, least: int | None) -> int:
    """Says whether the score of a document is below what is asked for, and gives the status."""
    if least is None:
        return FINE
    got = score(one.document).score
    if got is not None and got >= least:
        return FINE
    aside().line(
        UNDER[one.lang].format(file=one.name, score="-" if got is None else got, least=least)
    )
    return FOUND


def show(screen: Screen, name: str, report: Report, lang: Lang) -> None:
    """Writes a report for people: the gravest first, then in the order of the file.

    A hint is not said twice in a row.
    """
    screen.line((name, "bold"))
    findings = sorted(report.findings, key=lambda f: (f.severity.rank, f.line or 0, f.column or 0))
    positions = [f"{f.line}:{f.column}" if f.line else "-" for f in findings]
    column = max(map(len, positions), default=0)
    hint = ""
    for finding, position in zip(findings, positions, strict=True):
        said, hint = hint, finding.hint[lang]
        _show_finding(screen, finding, position.rjust(column), "" if said == hint else hint, lang)
    _show_not_checked(screen, report.not_checked, lang)
    verdict = READY if report.ready else NOT_READY
    style = STYLES[Severity.ERROR] if not report.ready else "bold green"
    numbers = counted(report, lang)
    screen.line("  ", (COUNTED[lang].format(numbers=numbers, verdict=verdict[lang]), style), hang=2)
    screen.line()


def _show_finding(screen: Screen, finding: Finding, position: str, hint: str, lang: Lang) -> None:
    severity = shown_severity(finding.severity, lang)
    widest = max(cells(shown_severity(s, lang)) for s in Severity)
    head = f"  {position}  "
    hang = len(head) + 2
    screen.line(
        head,
        (padded(severity, widest), STYLES[finding.severity]),
        "  ",
        (finding.code, "bold"),
        f" {finding.name}  ",
        (finding.path, "cyan"),
        f" — {finding.message[lang]}" if finding.path else f"— {finding.message[lang]}",
        hang=hang,
    )
    if hint:
        screen.line(" " * hang, (f"→ {hint}", "dim"), hang=hang + 2)


def _show_not_checked(screen: Screen, skipped: Sequence[NotChecked], lang: Lang) -> None:
    """Writes what was not checked, the rules with one reason together."""
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.reason[lang], []).append(f"{one.code} {one.name}")
    for reason, rules in by_reason.items():
        screen.line("  ", NOT_CHECKED[lang].format(reason=reason, rules=", ".join(rules)), hang=4)


UNDER = Text(
    "{file}：得分 {score}，低于要求的 {least}", "{file}: the score is {score}, below {least}"
)
