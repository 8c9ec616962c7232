"""Find the file with a team's settings, without loading them.

Cheap to import: `opshandover --help` only needs to know whether there is such a file.
"""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import cast

from opshandover.errors import LoadError
from opshandover.files import decode, read_bytes

OWN_FILE = "opshandover.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "opshandover")
"""The table of the settings in a project's file; in `opshandover.toml` they are at the top level."""

_MENTIONED = re.compile(rb"""^[ \t]*(?:\[[ \t]*)?["']?tool["']?[ \t]*(?:\.[ \t]*["']?opshandover|\]|=)""", re.MULTILINE)
"""What a file with the table has at the beginning of a line, however it is written."""


def settings_file(start: str | os.PathLike[str] = ".") -> Path | None:
    """The nearest file with settings upwards from a file or folder.

    In each folder `opshandover.toml` comes before `pyproject.toml`, which counts only if it has the
    table. A folder that cannot be looked into, or is gone, has none.
    """
    with suppress(OSError):  # the working directory was deleted
        at = Path(start).absolute()
        for folder in (at, *at.parents):
            own, project = folder / OWN_FILE, folder / PROJECT_FILE
            if _is_file(own):
                return own
            if _is_file(project) and _has_settings(project):
                return project
    return None


def table_in(data: object) -> dict[str, object] | None:
    """The table with the settings in the data of a project's file."""
    for key in TABLE:
        data = cast("dict[str, object]", data).get(key) if isinstance(data, dict) else None
    return cast("dict[str, object]", data) if isinstance(data, dict) else None


def _is_file(path: Path) -> bool:
    with suppress(OSError):  # no permission to look into the folder
        return path.is_file()
    return False


def _has_settings(project: Path) -> bool:
    """Whether a project's file has the table, or may have it but is broken."""
    try:
        data = read_bytes(project)
        if not _MENTIONED.search(data):
            return False
        text = decode(data, project)
    except LoadError:
        return True
    from opshandover.codec import toml  # heavy, and not needed where no file speaks of such a table

    raw = toml.read(text)
    return bool(raw.faults) or table_in(raw.data) is not None
