"""Which value of a document a tag or a bookmark of ours means."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, cast

from opshandover.codec.baseline import Baseline
from opshandover.codec.formats import format_named
from opshandover.document.paths import child_path
from opshandover.model.base import Nothing, Record, Section
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.ooxml.anchors import BOOKMARKS, TAG, digest

_NUMBERED = re.compile(r"__\d+\Z")
_PART = re.compile(r"/\d+\Z")
_INDEX = re.compile(r"_(\d+)(?=_|\Z)")
_HASHED = re.compile(r"_[0-9a-f]{16}\Z")


class Names:
    """The names in a file that was made from a baseline; names that are hashes are looked up in it."""

    def __init__(self, baseline: Baseline | None) -> None:
        """Keep the baseline; it is only read if there is a hash."""
        self._json = baseline.json if baseline else "{}"

    def tagged(self, tag: str) -> str:
        """The path that a tag stands for; empty if it is not ours."""
        if not tag.startswith(TAG):
            return ""
        path = _PART.sub("", tag.removeprefix(TAG))
        return self._hashed.get(path[1:], "") if path.startswith("#") else path

    def marked(self, name: str) -> tuple[str, str]:
        """The kind of a bookmark and the path that it stands for; empty if it is not ours."""
        kind = next((kind for kind in BOOKMARKS if name.startswith(kind)), "")
        if not kind:
            return "", ""
        stem = _NUMBERED.sub("", name)
        if _HASHED.search(stem):
            return kind, self._hashed.get(stem.rpartition("_")[2], "")
        return kind, _path(stem.removeprefix(kind))

    @cached_property
    def _hashed(self) -> Mapping[str, str]:
        """The path for each hash in a tag or a bookmark."""
        found: dict[str, str] = {}
        for path in _paths(format_named("json").read(self._json).data, ""):
            found[digest(path)] = path
        return found


def _paths(data: object, path: str) -> Iterator[str]:
    """All paths in the data of a document."""
    children: Iterable[tuple[str | int, object]] = ()
    if isinstance(data, dict):
        children = cast("dict[str | int, object]", data).items()
    elif isinstance(data, list):
        children = enumerate(cast("list[object]", data))
    for step, value in children:
        place = child_path(path, step)
        yield place
        yield from _paths(value, place)


@cache
def _path(stem: str) -> str:
    """The path whose signs were replaced in the name of a bookmark; empty if no field is called so."""
    before, _, last = stem.rpartition("_")
    if last.isdecimal() and before:
        above = _path_in(OpsDocument, before)
        return f"{above}[{int(last)}]" if above else ""
    return _path_in(OpsDocument, stem)


@cache
def _path_in(cls: Any, stem: str) -> str:
    """The path within a class of records, longer names of fields first."""
    if issubclass(cls, Section) and stem in field_map(Nothing):
        return stem
    for name in sorted(field_map(cls), key=len, reverse=True):
        if not stem.startswith(name):
            continue
        field, path, rest = field_map(cls)[name], name, stem[len(name) :]
        index = _INDEX.match(rest) if field.many else None
        if index:
            path, rest = f"{name}[{int(index[1])}]", rest[index.end() :]
        if not rest:
            return path
        if (
            rest[0] == "_"
            and issubclass(cast("type", field.type), Record)
            and (inner := _path_in(cast("Any", field.type), rest[1:]))
        ):
            return f"{path}.{inner}"
    return ""
