"""The report as JSON, for scripts."""

from collections.abc import Sequence

from opshandover.reporting.checked import Checked, FileResult
from opshandover.reporting.plain import as_json, unique_name
from opshandover.text import Lang


def write(file_results: Sequence[FileResult], _lang: Lang) -> str:
    """The report of a single file as it is, those of several files in an object by file name.

    A file that could not be read has no report. Without any report, nothing is written.
    """
    reports: dict[str, object] = {}
    for one in file_results:
        if isinstance(one, Checked):
            reports[unique_name(one.name, reports)] = one.report.as_data(one.lang)
    if not reports:
        return ""
    return as_json(reports if len(file_results) > 1 else next(iter(reports.values())))
