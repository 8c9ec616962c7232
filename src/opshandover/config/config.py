"""A configuration: where it stands, what it sets, and for which documents."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, cast

import attrs
from attrs import frozen

from opshandover.codec import toml
from opshandover.config import selecting, team
from opshandover.config.locate import PROJECT_FILE, TABLE, settings_file, table_in
from opshandover.config.reading import Faults, Known
from opshandover.errors import ConfigError, Fault, LoadError
from opshandover.files import read_text
from opshandover.findings import Severity
from opshandover.model import OpsDocument
from opshandover.profiles import Profile, in_force
from opshandover.profiles.registry import PROFILES
from opshandover.rules import Settings, all_rules
from opshandover.rules.settings import AnyPath
from opshandover.text import Lang, message


def _no_ignores() -> Mapping[str, tuple[str, ...]]:
    return {}


def _no_severities() -> Mapping[str, Severity]:
    return {}


def _no_days() -> Mapping[str, int]:
    return {}


@frozen(kw_only=True)
class Config:
    """What a team sets for all its documents.

    For `select`, `ignore`, `extend_select` and `severity` see `Settings`. `per_document_ignores`
    has what is not asked, by pattern of the file's path below `root` or of the document's id.
    `lang` is the language to speak where neither call nor document says. `freshness` has days by
    kind of document. `profiles` are kinds of document of the team's own. `source` is the file that
    it was read from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_document_ignores: Mapping[str, tuple[str, ...]] = attrs.field(factory=_no_ignores, hash=False)
    severity: Mapping[str, Severity] = attrs.field(factory=_no_severities, hash=False)
    lang: Lang | None = None
    freshness: Mapping[str, int] = attrs.field(factory=_no_days, hash=False)
    profiles: tuple[Profile, ...] = ()
    source: Path | None = None

    @classmethod
    def load(cls, path: AnyPath) -> "Config":
        """Reads a configuration from a TOML file.

        In `pyproject.toml` it is the table `[tool.opshandover]`, in any other file the whole.

        Raises:
            ConfigError: the file cannot be read, or something in it is not as it should be; carries
                all faults at once.
        """
        place = Path(path)
        return _made(place, _table_in(place))

    @classmethod
    def find(cls, start: AnyPath = ".") -> "Config":
        """Reads the nearest configuration upwards from a file or folder; an empty one if none is.

        In each folder `opshandover.toml` comes before `pyproject.toml`, which counts only if it has
        the table.

        Raises:
            ConfigError: as `load` does.
        """
        place = settings_file(start)
        return cls.load(place) if place else cls()

    def in_force(self) -> AbstractContextManager[None]:
        """Lets the team's kinds of document hold as long as a block runs.

        Loading, scoring and exporting such a document needs that: `with config.in_force(): …`.
        """
        return in_force(self.profiles)

    def settings_for(self, document: OpsDocument, path: AnyPath | None = None) -> Settings:
        """Gives the settings that hold for a document, and for the file that it stands in."""
        excluded = tuple(
            code
            for pattern, codes in self.per_document_ignores.items()
            if self._means(pattern, document, path)
            for code in codes
        )
        return Settings(
            select=self.select,
            ignore=self.ignore,
            extend_select=self.extend_select,
            excluded=excluded,
            severity=self.severity,
            freshness=self.freshness,
        )

    def _means(self, pattern: str, document: OpsDocument, path: AnyPath | None) -> bool:
        names = [document.id] if document.id else []
        if path is not None:
            names += _names_of(Path(path), self.source)
        return any(fnmatchcase(name, pattern) for name in names)


def _names_of(path: Path, source: Path | None) -> list[str]:
    """Gives what a pattern may call a file: by its name, or by its path below the configuration."""
    full = path.resolve()
    root = source.resolve().parent if source else Path.cwd()
    below = [full.relative_to(root).as_posix()] if full.is_relative_to(root) else []
    return [path.name, *below]


def _table_in(path: Path) -> dict[str, object]:
    """Gives the table with the settings."""
    try:
        raw = toml.read(read_text(path))
    except LoadError as cause:
        raise ConfigError(cause.source, cause.faults) from cause
    if raw.faults:
        raise ConfigError(str(path), raw.faults)
    if path.name != PROJECT_FILE:
        return cast("dict[str, object]", raw.data)
    table = table_in(raw.data)
    if table is None:
        problem = message("文件中没有 [tool.opshandover]", "there is no [tool.opshandover] in the file")
        raise ConfigError(str(path), (Fault(path="", problem=problem),))
    return table


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
}
"""What may be set: the key in a file, the attribute that it becomes, and what reads it."""


def _made(path: Path, table: dict[str, object]) -> Config:
    """Makes the configuration; either all of it is as it should be, or there is an error."""
    faults = Faults(below=".".join((*TABLE, "")) if path.name == PROJECT_FILE else "")
    own = table.get("profile")
    names = cast("dict[str, object]", own) if isinstance(own, dict) else ()
    known = Known(
        rules=all_rules(),
        profiles=tuple({**dict.fromkeys(PROFILES.names()), **dict.fromkeys(names)}),
    )
    taken: dict[str, Any] = {"source": path}
    for at, key, value in faults.known("", table, _KEYS):
        attribute, read = _KEYS[key]
        taken[attribute] = read(faults, at, value, known)
    if faults.found:
        raise ConfigError(str(path), tuple(faults.found))
    return Config(**taken)
