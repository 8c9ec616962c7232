"""The command `diff`."""

from opshandover.cli.run.common import FINE, FOUND, write_json
from opshandover.cli.run.files import open_file
from opshandover.cli.screen import output
from opshandover.continuity.comparing import diff
from opshandover.reporting.views.diff import diff_lines
from opshandover.text import Lang


def run(*, old: str, new: str, format: str, exit_code: bool, named: str | None, lang: Lang | None) -> int:
    """Compare two versions; see the command's help."""
    before, after = (open_file(file, lang, named) for file in (old, new))
    with after.config.in_force():
        found = diff(before.document, after.document)
        if format == "json":
            write_json(found.as_data(after.lang))
        else:
            output().lines(diff_lines(found, after.lang))
    return FOUND if found and exit_code else FINE
