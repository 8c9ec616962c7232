"""The plugins that distributions register under a group of entry points.

Listing names imports nothing; a plugin is imported when it is asked for. Every error names the
distribution, the entry point and the cause. What is broken stops nothing but itself: it is named in a
warning.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib.metadata import Distribution, EntryPoint, distributions
from typing import TypeVar

from attrs import frozen

from opshandover.errors import DuplicateNameError, OpsHandoverError, PluginLoadError, UnknownNameError, warn
from opshandover.redaction import excerpt
from opshandover.spelling import nearest
from opshandover.text import Message, Text, message, shown

MAX_CAUSE = 300
"""The most that is shown of an error message of foreign code, in characters."""
OWN = "opshandover"
"""The name of our own distribution, which is also how the names of our groups begin."""

Plugin = TypeVar("Plugin")


@frozen(kw_only=True)
class Plugins:
    """All plugins of one entry point group; `kind` is what one of them is called."""

    group: str
    kind: Text
    load_error: type[PluginLoadError] = PluginLoadError

    def names(self) -> tuple[str, ...]:
        """All names in alphabetical order; imports nothing."""
        return tuple(sorted({e.name for e, _ in self._entries()}))

    def distribution(self, name: str) -> str:
        """The name of the distribution that registers `name`."""
        return self._find(name)[1]

    def load(self, name: str) -> object:
        """Import and return the plugin registered as `name`.

        Whatever the import raises is caught, `SystemExit` too, but for `KeyboardInterrupt`.

        Raises:
            UnknownNameError: no plugin has that name; the message lists the available ones.
            DuplicateNameError: two distributions register different things under that name.
            PluginLoadError: the import failed, for whatever reason.
        """
        return self._load(*self._find(name))

    def each(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Name, distribution and loader of all plugins, our own first, for a group whose names need not differ."""
        for entry, distribution in sorted(self._entries(), key=lambda one: (one[1] != OWN, one[0].name)):
            yield entry.name, distribution, partial(self._load, entry, distribution)

    def usable(self, load: Callable[[str], Plugin]) -> Iterator[Plugin]:
        """What `load` returns for each name, without those for which it fails; they are warned of."""
        for name in self.names():
            try:
                yield load(name)
            except (PluginLoadError, DuplicateNameError) as cause:
                warn(cause.message)

    def _load(self, entry: EntryPoint, distribution: str) -> object:
        try:
            return entry.load()
        except KeyboardInterrupt:
            raise
        except BaseException as cause:
            raise self.failure(entry.name, distribution, cause_text(cause)) from cause

    def failure(self, name: str, distribution: str, cause: object) -> PluginLoadError:
        """The error that says why `name` of `distribution` cannot be used."""
        return self.load_error(
            message(
                "无法加载{kind}“{name}”（来自 {distribution}）：{cause}",
                "cannot load {kind} '{name}' of {distribution}: {cause}",
                kind=self.kind,
                name=name,
                distribution=distribution,
                cause=cause,
            )
        )

    def unknown(self, name: str, known: Iterable[str]) -> UnknownNameError:
        """The error for a name that is not registered, with the closest known name."""
        return UnknownNameError(unknown_name(self.kind, name, known))

    def _entries(self) -> tuple[tuple[EntryPoint, str], ...]:
        return _entries_of(self.group, tuple(sys.path))

    def _find(self, name: str) -> tuple[EntryPoint, str]:
        found = [(e, d) for e, d in self._entries() if e.name == name]
        if not found:
            raise self.unknown(name, self.names())
        if len({e.value for e, _ in found}) > 1:
            raise DuplicateNameError(
                message(
                    "{kind}“{name}”被多个软件包重复注册：{distributions}；请只保留一个",
                    "{kind} '{name}' is registered by several distributions: {distributions}; uninstall all but one",
                    kind=self.kind,
                    name=name,
                    distributions=", ".join(sorted({d for _, d in found})),
                )
            )
        return found[0]


def cause_text(cause: BaseException) -> str:
    """An exception raised by foreign code as one line, with secrets masked."""
    try:
        # attrs puts the field, its type and the value behind what it says of a value of a wrong type
        said = str(cause.args[0] if isinstance(cause, TypeError) and len(cause.args) > 1 else cause)
    except KeyboardInterrupt:
        raise
    except BaseException:  # the exception itself is foreign code
        said = "?"
    return excerpt(said if isinstance(cause, OpsHandoverError) else f"{type(cause).__name__}: {said}", MAX_CAUSE)


_NONE = Text("（无）", "none")


def unknown_name(kind: Text | Message, given: object, known: Iterable[str]) -> Message:
    """The message for an unknown name, or for what is no name at all: what is available, and the closest match."""
    names = sorted(set(known))
    name = given if isinstance(given, str) else shown(given)
    near = nearest(name, names)
    others = ", ".join(one for one in names if one != near) or _NONE
    if near is None:
        return message(
            "未知的{kind}“{name}”；可用：{others}",
            "unknown {kind} '{name}'; available: {others}",
            kind=kind,
            name=excerpt(name, 80),
            others=others,
        )
    return message(
        "未知的{kind}“{name}”；是不是“{near}”？还可用：{others}",
        "unknown {kind} '{name}'; did you mean '{near}'? also available: {others}",
        kind=kind,
        name=excerpt(name, 80),
        near=near,
        others=others,
    )


def _entries_of(group: str, path: tuple[str, ...]) -> tuple[tuple[EntryPoint, str], ...]:
    entries, problems = _all_entries(path)
    for problem in problems:
        warn(problem)
    return tuple((entry, name) for entry, name in entries if entry.group == group)


@cache
def _all_entries(path: tuple[str, ...]) -> tuple[tuple[tuple[EntryPoint, str], ...], tuple[Message, ...]]:
    """The entry points in our groups of all distributions on `path`, and what could not be read.

    Of several distributions with one name, the first counts. Only those with a group of ours are read
    further than that: most of the hundreds that may be installed have none.
    """
    seen: set[str] = set()
    entries: list[tuple[EntryPoint, str]] = []
    problems: list[Message] = []
    for distribution in distributions(path=list(path)):
        name = ""
        try:
            name = _normalized_name(distribution)
            if name and name in seen:
                continue
            seen.add(name)
            if f"{OWN}." in (distribution.read_text("entry_points.txt") or ""):
                name = distribution.name or name
                entries += [(e, name) for e in distribution.entry_points if e.group.startswith(f"{OWN}.")]
        except Exception as cause:  # whatever broken metadata cause, in any of several libraries
            problems.append(
                message(
                    "无法读取软件包 {name} 的入口点：{cause}",
                    "cannot read the entry points of {name}: {cause}",
                    name=excerpt(name) or "?",
                    cause=cause_text(cause),
                )
            )
    return tuple(entries), tuple(problems)


def _normalized_name(distribution: Distribution) -> str:
    """The name of a distribution as package indexes compare it; its folder tells it without reading the metadata."""
    known: object = getattr(distribution, "_normalized_name", None)
    name = known if isinstance(known, str) else distribution.metadata["Name"] or ""
    return re.sub(r"[-_.]+", "-", name).lower()
