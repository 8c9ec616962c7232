"""Finds the file in which a team's settings stand, without reading what they are.

Whoever only wants to know whether there is such a file pays for nothing else.
"""

import os
import tomllib
from pathlib import Path
from typing import cast

OWN_FILE = "opshandover.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = ("tool", "opshandover")
"""Where the settings stand in a project's file; in a file of our own they stand at the top."""


def settings_file(start: str | os.PathLike[str] = ".") -> Path | None:
    """Gives the nearest file with settings upwards from a file or folder.

    In each folder `opshandover.toml` comes before `pyproject.toml`, which counts only if it has the
    table.
    """
    at = Path(start).absolute()
    for folder in (at, *at.parents):
        own, project = folder / OWN_FILE, folder / PROJECT_FILE
        if own.is_file():
            return own
        if project.is_file() and _speaks_of_us(project):
            return project
    return None


def table_in(data: object) -> dict[str, object] | None:
    """Gives the table with the settings in the data of a project's file."""
    for key in TABLE:
        data = cast("dict[str, object]", data).get(key) if isinstance(data, dict) else None
    return cast("dict[str, object]", data) if isinstance(data, dict) else None


def _speaks_of_us(project: Path) -> bool:
    """Says whether a project's file has the table, or might have it, were it not broken."""
    data = project.read_bytes()
    if TABLE[-1].encode() not in data:
        return False
    try:
        return table_in(tomllib.loads(data.decode())) is not None
    except (ValueError, RecursionError):
        return True
