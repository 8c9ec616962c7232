"""What all commands share: exit statuses, and JSON."""

import json
import re

from opshandover.cli.screen import output

FINE, FOUND, BAD = 0, 1, 2
"""The exit statuses: all is well, something is wrong with a document, it cannot be understood."""


def write_json(data: object) -> None:
    """Writes data as JSON; what a terminal might take for a command is escaped."""
    output().stream.write(as_json(data))


_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def as_json(data: object) -> str:
    """Gives data as JSON, readable and safe to show."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
