"""The command `check`."""

import io
from collections.abc import Sequence
from pathlib import Path

from opshandover.cli.run.common import FINE, FOUND
from opshandover.cli.run.files import OpenedFile, for_each_file, open_file
from opshandover.cli.screen import Screen, aside, output
from opshandover.errors import OpsHandoverError
from opshandover.files import ensure_no_input, note_input, write_whole
from opshandover.findings import Report, Severity
from opshandover.reporting import Checked, FileResult, Unreadable, write
from opshandover.reporting.views.report import report_lines
from opshandover.scoring import score
from opshandover.styled import WIDEST
from opshandover.text import DEFAULT_LANG, Lang, Text


def run(
    *,
    files: Sequence[str],
    format: str,
    out: str | None,
    fail_under: int | None,
    max_warnings: int | None,
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
            screen.lines(report_lines(report, one.lang, screen.width or WIDEST))
            screen.line()
        status = max(
            FINE if report.ready else FOUND,
            threshold_status(one, fail_under),
            _warnings_status(one, report, max_warnings),
        )
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


def _warnings_status(one: OpenedFile, report: Report, most: int | None) -> int:
    """The exit status of a document's warnings: `FOUND` if they are more than the maximum."""
    number = report.count(Severity.WARNING)
    if most is None or number <= most:
        return FINE
    aside().line(_TOO_MANY.filled(one.lang, name=one.shown_name, number=number, most=most))
    return FOUND


_TOO_MANY = Text("{name}：{number} 个警告，多于允许的 {most} 个", "{name}: {number} warning(s), more than {most}")


def threshold_status(one: OpenedFile, least: int | None) -> int:
    """The exit status of a document's score: `FOUND` if it is below the minimum."""
    if least is None:
        return FINE
    card = score(one.document)
    if not card.is_below(least):
        return FINE
    aside().line(card.too_low(one.shown_name, least)[one.lang])
    return FOUND
