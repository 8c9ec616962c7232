"""The version of the file format, and the migrations from older ones."""

from collections.abc import Callable, Mapping
from typing import Any

from opshandover.codec.scalars import WrongValueError, integer, integer_text, show_value
from opshandover.errors import Fault
from opshandover.spelling import fold
from opshandover.text import Text, message

SCHEMA_VERSION = 1
"""The version that this library writes."""

VERSION_KEY = "schema_version"
VERSION_LABEL = Text("格式版本", "Schema version")
SCHEMA_KEY = "$schema"
"""A key for editors; it is not part of the document."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: Mapping[int, Migration] = {}
"""For each older version, the migration to the next one, on the data of a file."""


def upgrade(
    data: dict[str, Any],
    *,
    textual: bool,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    newest: int = SCHEMA_VERSION,
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The data of a file without the keys about the file itself, migrated to the newest version.

    A file without a version has the newest.
    """
    known = {fold(one) for one in (VERSION_KEY, VERSION_LABEL.zh, VERSION_LABEL.en)}
    rest = {k: v for k, v in data.items() if k != SCHEMA_KEY and fold(k) not in known}
    entries = [(k, v) for k, v in data.items() if fold(k) in known]
    editors = data.get(SCHEMA_KEY, "")
    if editors is not None and not isinstance(editors, str):
        problem = message("应为文字", "expected a text")
        return rest, (Fault(path=SCHEMA_KEY, problem=problem, got=show_value(editors)),)
    if not entries:
        return rest, ()
    if len(entries) > 1:
        problem = message("格式版本重复", "duplicate schema version")
        return rest, (Fault(path=entries[1][0], problem=problem),)
    key, written = entries[0]
    try:
        version = (integer_text if textual else integer)(written)
    except WrongValueError as cause:
        return rest, (Fault(path=key, problem=cause.problem, got=cause.got),)
    if not 1 <= version <= newest:
        return {}, (_unsupported(key, written, version > newest),)
    for step in range(version, newest):
        rest = migrations[step](rest)
    return rest, ()


def _unsupported(key: str, written: object, newer: bool) -> Fault:
    if newer:
        return Fault(
            path=key,
            problem=message(
                "文件由更新版本的 opshandover 生成，本版本最高支持 {newest}",
                "written by a newer opshandover; this one supports versions up to {newest}",
                newest=SCHEMA_VERSION,
            ),
            got=show_value(written),
            hint=message("请升级 opshandover", "upgrade opshandover"),
        )
    return Fault(
        path=key,
        problem=message("应为不小于 1 的版本号", "expected a version number of 1 or more"),
        got=show_value(written),
    )
