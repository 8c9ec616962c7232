"""The report as JSON, the form that scripts rely on."""

from collections.abc import Sequence

from opshandover.reporting.checked import Checked, Looked
from opshandover.reporting.plain import as_json
from opshandover.text import Lang


def write(looked: Sequence[Looked], _lang: Lang) -> str:
    """Gives the report of one file as it is, those of several as an object by file.

    A file that could not be read has no report. Where there is none at all, nothing is written.
    """
    reports = {one.name: one.report.as_data(one.lang) for one in looked if isinstance(one, Checked)}
    if not reports:
        return ""
    return as_json(reports if len(looked) > 1 else next(iter(reports.values())))
