"""A configuration: its source, its settings, and which documents they apply to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from fnmatch import fnmatchcase
from functools import reduce
from pathlib import Path
from typing import Any, cast

import attrs
from attrs import frozen

from opshandover.arguments import as_path, ensure_argument, ensure_language, ensure_several
from opshandover.codec import toml
from opshandover.config import defaults, selecting, team
from opshandover.config.locate import PROJECT_FILE, TABLE, settings_file, table_in
from opshandover.config.reading import Faults, Known, table_path
from opshandover.errors import ConfigError, Fault, LoadError
from opshandover.files import read_text, resolved
from opshandover.findings import Severity
from opshandover.limits import MOST_FAULTS
from opshandover.model import OpsDocument
from opshandover.profiles import Profile, in_force
from opshandover.profiles.registry import PROFILES
from opshandover.rules import Settings, all_rules
from opshandover.rules.settings import AnyPath
from opshandover.text import Lang, Text, message


def _no_ignores() -> Mapping[str, tuple[str, ...]]:
    return {}


def _no_severities() -> Mapping[str, Severity]:
    return {}


def _no_defaults() -> Mapping[str, object]:
    return {}


def _no_days() -> Mapping[str, int]:
    return {}


@frozen(kw_only=True)
class Config:
    """What a team sets for all its documents.

    For `select`, `ignore`, `extend_select` and `severity` see `Settings`. `per_document_ignores`
    has the ignored rules by pattern of the file's path below the configuration, or of the document's
    id. `lang` is the language if neither the call nor the document has one. `freshness` has days by
    kind of document. `profiles` are the team's own kinds of document. `defaults` has values of header
    fields and sections with which new files begin, by name. `source` is the file that it was
    loaded from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_document_ignores: Mapping[str, tuple[str, ...]] = attrs.field(factory=_no_ignores, hash=False)
    severity: Mapping[str, Severity] = attrs.field(factory=_no_severities, hash=False)
    lang: Lang | None = None
    freshness: Mapping[str, int] = attrs.field(factory=_no_days, hash=False)
    profiles: tuple[Profile, ...] = ()
    defaults: Mapping[str, object] = attrs.field(factory=_no_defaults, hash=False)
    source: Path | None = None

    def __attrs_post_init__(self) -> None:
        """Ensure that programs gave what files are checked for; the settings of rules are checked as such.

        Raises:
            ArgumentError: a setting is of another type.
        """
        self._settings(())
        ensure_argument(self.per_document_ignores, Mapping, "per_document_ignores", _IGNORES, _BY_PATTERN)
        for codes in self.per_document_ignores.values():
            ensure_several(codes, str, "per_document_ignores", _IGNORES, _BY_PATTERN)
        ensure_several(self.profiles, Profile, "profiles", _PROFILES, _AS_A_TUPLE)
        ensure_language(self.lang)

    @classmethod
    def load(cls, path: AnyPath) -> "Config":
        """Load a configuration from a TOML file.

        In `pyproject.toml` it is the table `[tool.opshandover]`, otherwise the whole file.

        Raises:
            ConfigError: the file cannot be read, or has invalid settings; carries all faults at once.
        """
        place = as_path(path)
        return _build(place, *_table_in(place))

    @classmethod
    def find(cls, start: AnyPath = ".") -> "Config":
        """Load the nearest configuration upwards from a file or folder; an empty one if there is none.

        In each folder `opshandover.toml` comes before `pyproject.toml`, which counts only if it has
        the table.

        Raises:
            ConfigError: as for `load`.
        """
        place = settings_file(as_path(start, "start"))
        return cls.load(place) if place else cls()

    def in_force(self) -> AbstractContextManager[None]:
        """Make the team's kinds of document available within a block.

        Needed to load, score or export such a document: `with config.in_force(): …`.
        """
        return in_force(self.profiles)

    def settings_for(self, document: OpsDocument, path: AnyPath | None = None) -> Settings:
        """The rule settings for a document and the file that it comes from."""
        excluded = tuple(
            code
            for pattern, codes in self.per_document_ignores.items()
            if self._matches(pattern, document, path)
            for code in codes
        )
        return self._settings(excluded)

    def _settings(self, excluded: tuple[str, ...]) -> Settings:
        return Settings(
            select=self.select,
            ignore=self.ignore,
            extend_select=self.extend_select,
            excluded=excluded,
            severity=self.severity,
            freshness=self.freshness,
        )

    def _matches(self, pattern: str, document: OpsDocument, path: AnyPath | None) -> bool:
        names = [document.id] if document.id else []
        if path is not None:
            names += _matched_names(Path(path), self.source)
        return any(fnmatchcase(name, pattern) for name in names)


def _matched_names(path: Path, source: Path | None) -> list[str]:
    """The names that a pattern is matched with: the file name, and the path below the configuration."""
    full = resolved(path)
    root = resolved(source).parent if source else resolved(".")
    below = [full.relative_to(root).as_posix()] if full.is_relative_to(root) else []
    return [path.name, *below]


def _table_in(path: Path) -> tuple[dict[str, object], str]:
    """The table with the settings, and the text of its file."""
    try:
        written = read_text(path)
        raw = toml.read(written)
    except LoadError as cause:
        raise ConfigError(cause.source, cause.faults) from cause
    if raw.faults:
        raise ConfigError(str(path), raw.faults)
    if path.name != PROJECT_FILE:
        return cast("dict[str, object]", raw.data), written
    table = table_in(raw.data)
    if table is None:
        problem = message("文件中没有 [tool.opshandover] 表", "the file has no table [tool.opshandover]")
        raise ConfigError(str(path), (Fault(path="", problem=problem),))
    return table, written


_IGNORES = Text("字典", "a dictionary")
_BY_PATTERN = Text('例如 {"2026/*": ("TSK003",)}', 'such as {"2026/*": ("TSK003",)}')
_PROFILES = Text("文种对象（Profile）的元组", "a tuple of kinds of document (Profile)")
_AS_A_TUPLE = Text("例如 (profile,)", "such as (profile,)")

Reader = Callable[[Faults, str, object, Known], object]
_KEYS: Mapping[str, tuple[str, Reader]] = {
    "select": ("select", selecting.selectors),
    "ignore": ("ignore", selecting.selectors),
    "extend-select": ("extend_select", selecting.selectors),
    "per-document-ignores": ("per_document_ignores", selecting.per_document),
    "severity": ("severity", selecting.severities),
    "freshness": ("freshness", selecting.freshness),
    "lang": ("lang", selecting.language),
    "profile": ("profiles", team.profiles),
    "defaults": ("defaults", defaults.defaults),
}
"""The settings: key in the file, attribute of `Config`, and reader."""


def _build(path: Path, table: dict[str, object], written: str) -> Config:
    """The configuration of a table, if all settings are valid."""
    faults = Faults(below=".".join((*TABLE, "")) if path.name == PROJECT_FILE else "")
    own = table.get("profile")
    names = cast("dict[str, object]", own) if isinstance(own, dict) else ()
    known = Known(rules=all_rules(), profiles=tuple({**dict.fromkeys(PROFILES.names()), **dict.fromkeys(names)}))
    values: dict[str, Any] = {"source": path}
    for at, key, value in faults.known("", table, _KEYS):
        attribute, read = _KEYS[key]
        values[attribute] = read(faults, at, value, known)
    if faults.found:
        raise ConfigError(str(path), tuple(_with_lines(faults.found[:MOST_FAULTS], written)))
    return Config(**values)


def _with_lines(faults: Iterable[Fault], written: str) -> Iterator[Fault]:
    """The faults with the lines of their keys, or of the nearest key or table around them."""
    lines = {reduce(table_path, keys, ""): line for keys, line in toml.key_lines(written).items()}
    for fault in faults:
        around = [path for path in lines if fault.path == path or fault.path.startswith((f"{path}.", f"{path}["))]
        yield attrs.evolve(fault, line=lines[max(around, key=len)]) if around else fault
