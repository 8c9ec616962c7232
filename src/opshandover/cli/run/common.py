"""What all commands share: exit statuses, and JSON."""

from opshandover.cli.screen import output
from opshandover.reporting.plain import as_json

FINE, FOUND, BAD = 0, 1, 2
"""The exit statuses: all is well, something is wrong with a document, it cannot be understood."""


def write_json(data: object) -> None:
    """Writes data as JSON; what a terminal might take for a command is escaped."""
    output().stream.write(as_json(data))
