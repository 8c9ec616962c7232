"""Find the file with a team's settings, without loading them.

Cheap to import: `opshandover --help` only needs to know whether there is such a file.
"""

import os
import re
from pathlib import Path
from typing import cast

from opshandover.errors import LoadError, warn
from opshandover.files import decode, read_bytes
from opshandover.text import message

OWN_FILE = "opshandover.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "opshandover")
"""The table of the settings in a project's file; in `opshandover.toml` they are at the top level."""

_MENTIONED = re.compile(rb"""^[ \t]*(?:\[[ \t]*)?["']?tool["']?[ \t]*(?:\.[ \t]*["']?opshandover|\]|=)""", re.MULTILINE)
"""What a file with the table has at the beginning of a line, however it is written."""


def settings_file(start: str | os.PathLike[str] = ".") -> Path | None:
    """The nearest file with settings upwards from a file or folder.

    In each folder `opshandover.toml` comes before `pyproject.toml`, which counts only if it has the
    table. A file that cannot be read is warned of; a folder that is gone has none.
    """
    try:
        at = Path(start).absolute()
    except OSError:  # the current folder was deleted
        return None
    for folder in (at, *at.parents):
        for file, counts in ((folder / OWN_FILE, Path.is_file), (folder / PROJECT_FILE, _has_settings)):
            try:
                if counts(file):
                    return file
            except OSError as cause:
                _warn_of(file, cause.strerror or type(cause).__name__)
    return None


def _warn_of(file: Path, why: object) -> None:
    warn(
        message(
            "无法读取 {file}（{why}），其中的设置不生效",
            "cannot read {file} ({why}); its settings are not applied",
            file=file,
            why=why,
        )
    )


def table_in(data: object) -> dict[str, object] | None:
    """The table with the settings in the data of a project's file."""
    for key in TABLE:
        data = cast("dict[str, object]", data).get(key) if isinstance(data, dict) else None
    return cast("dict[str, object]", data) if isinstance(data, dict) else None


def _has_settings(project: Path) -> bool:
    """Whether a project's file has the table, or may have it but is broken."""
    if not project.is_file():
        return False
    try:
        data = read_bytes(project)
    except LoadError as cause:
        _warn_of(project, cause.faults[0].problem)
        return False
    if not _MENTIONED.search(data):
        return False
    try:
        text = decode(data, project)
    except LoadError:
        return True
    from opshandover.codec import toml  # heavy, and not needed where no file speaks of such a table

    raw = toml.read(text)
    return bool(raw.faults) or table_in(raw.data) is not None
