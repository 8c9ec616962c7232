"""What all commands share: exit statuses and JSON output."""

from opshandover.cli.screen import output
from opshandover.reporting.plain import as_json

FINE, FOUND, BAD = 0, 1, 2
"""Exit statuses: success, a document has errors, a file or the call is invalid."""


def write_json(data: object) -> None:
    """Write data as JSON; terminal control characters are escaped."""
    output().stream.write(as_json(data))
