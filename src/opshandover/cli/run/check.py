"""The command `check`."""

import io
from collections.abc import Sequence
from pathlib import Path

from opshandover.cli.run.common import FINE, FOUND
from opshandover.cli.run.excerpts import Excerpts
from opshandover.cli.run.files import OpenedFile, for_each_file, open_file
from opshandover.cli.run.labels import COUNTED, NOT_CHECKED, NOT_READY, READY, STYLES, WAIVED, counted, shown_severity
from opshandover.cli.screen import WIDEST, Screen, aside, output
from opshandover.cli.text_width import cells, padded
from opshandover.codec.positions import position_of
from opshandover.document.paths import written_path
from opshandover.errors import OpsHandoverError
from opshandover.files import ensure_no_input, note_input, write_whole
from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.reporting import Checked, FileResult, Unreadable, write
from opshandover.scoring import score
from opshandover.text import DEFAULT_LANG, Lang, Text


def run(
    *,
    files: Sequence[str],
    format: str,
    out: str | None,
    fail_under: int | None,
    previous: str | None,
    lang: Lang | None,
) -> int:
    """Check files; see the command's help."""
    names = tuple(dict.fromkeys(files))
    for name in (*names, *([previous] if previous else [])):
        note_input(Path(name))
    target = Path(out) if out and out != "-" else None
    if target:
        ensure_no_input(target)
    before = open_file(previous, lang).document if previous else None
    text = io.StringIO() if target else None
    screen = Screen(text) if text else output()
    file_results: list[FileResult] = []

    def work(one: OpenedFile) -> int:
        report = one.check(before)
        if format == TEXT:
            show(screen, one, report)
        status = max(FINE if report.ready else FOUND, threshold_status(one, fail_under))
        file_results.append(Checked(name=one.name, report=report, lang=one.lang))
        return status

    def failed(name: str, error: OpsHandoverError, speak: Lang) -> None:
        file_results.append(Unreadable(name=name, error=error, lang=speak))

    worst = for_each_file(names, lang, work, failed=failed)
    if format != TEXT:
        screen.stream.write(write(format, file_results, lang or _first_lang(file_results)))
    if target and text:
        write_whole(target, text.getvalue().encode("utf-8", errors="backslashreplace"))
    return worst


TEXT = "text"
"""The format for people; all others come from `reporting`."""


def _first_lang(file_results: Sequence[FileResult]) -> Lang:
    """The language of the first document that could be read."""
    spoken: list[Lang] = [one.lang for one in file_results if isinstance(one, Checked)]
    return spoken[0] if spoken else DEFAULT_LANG


def threshold_status(one: OpenedFile, least: int | None) -> int:
    """The exit status of a document's score: `FOUND` if it is below the minimum."""
    if least is None:
        return FINE
    got = score(one.document).score
    if got is not None and got >= least:
        return FINE
    aside().line(_BELOW.filled(one.lang, file=one.shown_name, score="-" if got is None else got, least=least))
    return FOUND


def show(screen: Screen, one: OpenedFile, report: Report) -> None:
    """Write a report for people: most serious first, then in the order of the file.

    Neither a hint nor a line of the file is shown twice in a row.
    """
    lang = one.lang
    screen.line((one.shown_name, "bold"))
    findings = sorted(report.findings, key=lambda f: (f.severity.rank, f.line or 0, f.column or 0))
    positions = [f"{f.line}:{f.column}" if f.line else "-" for f in findings]
    column = max(map(len, positions), default=0)
    excerpts = Excerpts(one.source.text, one.document, position_of(one.marks, ""))
    hint, shown = "", None
    for finding, position in zip(findings, positions, strict=True):
        hang = _show_finding(screen, finding, position.rjust(column), lang)
        room = (screen.width or WIDEST) - hang - len(_BAR)
        last_shown, shown = shown, excerpts.around(finding.line, finding.column, room)
        for line in shown if shown and shown != last_shown else ():
            screen.line(" " * hang, (f"{_BAR}{line}", "dim"))
        last_hint, hint = hint, finding.hint[lang]
        if hint and hint != last_hint:
            screen.line(" " * hang, (f"→ {hint}", "dim"), hang=hang + 2)
    _show_not_checked(screen, report.not_checked, lang)
    _show_waived(screen, report.waived, lang)
    verdict = READY if report.ready else NOT_READY
    style = STYLES[Severity.ERROR] if not report.ready else "bold green"
    numbers = counted(report, lang)
    screen.line("  ", (COUNTED[lang].format(numbers=numbers, verdict=verdict[lang]), style), hang=2)
    screen.line()


def _show_finding(screen: Screen, finding: Finding, position: str, lang: Lang) -> int:
    """Write the first line of a finding; returns the indentation of what follows."""
    severity = shown_severity(finding.severity, lang)
    widest = max(cells(shown_severity(s, lang)) for s in Severity)
    head = f"  {position}  "
    hang = len(head) + 2
    screen.line(
        head,
        (padded(severity, widest), STYLES[finding.severity]),
        "  ",
        (written_path(finding.path, lang), "cyan"),
        f" — {finding.message[lang]}" if finding.path else finding.message[lang],
        (f"  {' + '.join(finding.codes)}", "dim"),
        hang=hang,
    )
    return hang


def _show_not_checked(screen: Screen, skipped: Sequence[NotChecked], lang: Lang) -> None:
    """Write what was not checked, rules with the same reason together."""
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.reason[lang], []).append(f"{one.code} {one.name}")
    for reason, rules in by_reason.items():
        screen.line("  ", NOT_CHECKED[lang].format(reason=reason, rules=", ".join(rules)), hang=4)


def _show_waived(screen: Screen, waived: Sequence[Finding], lang: Lang) -> None:
    """Write how many findings the document waives, and of which rules."""
    if waived:
        rules = ", ".join(dict.fromkeys(f"{f.code} {f.name}" for f in waived))
        screen.line("  ", WAIVED[lang].format(n=len(waived), rules=rules), hang=4)


_BAR = "| "
_BELOW = Text("{file}：得分 {score}，低于要求的 {least}", "{file}: score {score} is below {least}")
