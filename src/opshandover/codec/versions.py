"""The version of the file format, and the steps from older ones to it."""

from collections.abc import Callable, Mapping
from typing import Any

from opshandover.codec.names import fold
from opshandover.codec.scalars import WrongValueError, described, integer, integer_text
from opshandover.errors import Fault
from opshandover.text import Text, message

SCHEMA_VERSION = 1
"""The version that this library writes."""

VERSION_KEY = "schema_version"
VERSION_LABEL = Text("格式版本", "Schema version")
SCHEMA_KEY = "$schema"
"""A key that editors look for; it says nothing about the document."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: Mapping[int, Migration] = {}
"""For each older version, the step to the one after it, on the data of a file."""


def current(
    data: dict[str, Any],
    *,
    textual: bool,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    newest: int = SCHEMA_VERSION,
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Takes the keys about the file itself out of its data, and brings the rest up to date.

    A file without a version is of the newest.
    """
    known = {fold(one) for one in (VERSION_KEY, VERSION_LABEL.zh, VERSION_LABEL.en)}
    rest = {k: v for k, v in data.items() if k != SCHEMA_KEY and fold(k) not in known}
    given = [(k, v) for k, v in data.items() if fold(k) in known]
    if not given:
        return rest, ()
    if len(given) > 1:
        problem = message("格式版本写了两次", "the schema version is given twice")
        return rest, (Fault(path=given[1][0], problem=problem),)
    key, written = given[0]
    try:
        version = (integer_text if textual else integer)(written)
    except WrongValueError as cause:
        return rest, (Fault(path=key, problem=cause.problem, got=cause.got),)
    if not 1 <= version <= newest:
        return {}, (_refused(key, written, version > newest),)
    for step in range(version, newest):
        rest = migrations[step](rest)
    return rest, ()


def _refused(key: str, written: object, newer: bool) -> Fault:
    if newer:
        return Fault(
            path=key,
            problem=message(
                "文件由更新版本的 opshandover 写成，本版本最高支持 {newest}",
                "written by a newer opshandover; this one knows versions up to {newest}",
                newest=SCHEMA_VERSION,
            ),
            got=described(written),
            hint=message("请升级 opshandover", "upgrade opshandover"),
        )
    return Fault(
        path=key,
        problem=message("应为从 1 开始的版本号", "expected a version number from 1"),
        got=described(written),
    )
