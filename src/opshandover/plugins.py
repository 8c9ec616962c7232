"""Finds what distributions register under a group of entry points.

Names are found without importing anything; one thing is loaded when it is asked for. Every failure
names the distribution, the entry point and the cause.
"""

import difflib
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, EntryPoint, distributions

from attrs import frozen

from opshandover.errors import DuplicateNameError, PluginLoadError, UnknownNameError
from opshandover.redaction import excerpt
from opshandover.text import SILENCE, Message, Text, message

LONGEST_CAUSE = 300
"""How much is shown of what somebody else's code says about its failure, in characters."""


@frozen(kw_only=True)
class Plugins:
    """All that is registered under one group; `kind` is what one of them is called."""

    group: str
    kind: Text
    load_error: type[PluginLoadError] = PluginLoadError

    def names(self) -> tuple[str, ...]:
        """Gives all names in alphabetical order, importing nothing."""
        return tuple(sorted({e.name for e, _ in self._entries()}))

    def distribution(self, name: str) -> str:
        """Gives the name of the distribution that registers `name`."""
        return self._find(name)[1]

    def load(self, name: str) -> object:
        """Imports and gives what is registered as `name`.

        A module that ends the program when it is imported does not end this one.

        Raises:
            UnknownNameError: nothing has that name; the message lists what there is.
            DuplicateNameError: two distributions register different things under that name.
            PluginLoadError: importing it failed, for whatever reason.
        """
        entry, distribution = self._find(name)
        try:
            return entry.load()
        except (Exception, SystemExit) as cause:
            raise self.failure(name, distribution, told(cause)) from cause

    def failure(self, name: str, distribution: str, cause: object) -> PluginLoadError:
        """Gives the error that says why `name` of `distribution` cannot be used."""
        return self.load_error(
            message(
                "无法加载{kind}“{name}”（来自 {distribution}）：{cause}",
                "cannot load the {kind} '{name}' of {distribution}: {cause}",
                kind=self.kind,
                name=name,
                distribution=distribution,
                cause=cause,
            )
        )

    def unknown(self, name: str, known: Iterable[str]) -> UnknownNameError:
        """Gives the error for a name that nobody registered, with the nearest that is known."""
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
                    "{kind}“{name}”被多个发行包注册：{distributions}；请卸载其中之一",
                    "the {kind} '{name}' is registered by several distributions: {distributions}; "
                    "uninstall all but one",
                    kind=self.kind,
                    name=name,
                    distributions=", ".join(sorted({d for _, d in found})),
                )
            )
        return found[0]


def told(cause: BaseException) -> str:
    """Says in one line what another's code raised, without the secrets that it may have had."""
    return excerpt(f"{type(cause).__name__}: {cause}", LONGEST_CAUSE)


def unknown_name(kind: Text, name: str, known: Iterable[str]) -> Message:
    """Says that a name is not known, lists those that are, and names the nearest."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    suggestion = message("；是不是“{near}”？", "; did you mean '{near}'?", near=near[0]) if near else SILENCE
    return message(
        "没有名为“{name}”的{kind}；可用的有：{names}{suggestion}",
        "there is no {kind} named '{name}'; there are: {names}{suggestion}",
        kind=kind,
        name=excerpt(name, 80),
        names=", ".join(names),
        suggestion=suggestion,
    )


@cache
def _entries_of(group: str, path: tuple[str, ...]) -> tuple[tuple[EntryPoint, str], ...]:
    """Reads the entry points of all distributions on `path`, the first of each name alone."""
    seen: set[str] = set()
    entries: list[tuple[EntryPoint, str]] = []
    for distribution in distributions(path=list(path)):
        name = distribution.metadata["Name"] or ""
        known_as = re.sub(r"[-_.]+", "-", name).lower()
        if name and known_as in seen:
            continue
        seen.add(known_as)
        entries += [(e, name) for e in _registered(distribution, name) if e.group == group]
    return tuple(entries)


def _registered(distribution: Distribution, name: str) -> Iterable[EntryPoint]:
    try:
        return tuple(distribution.entry_points)
    except Exception as cause:
        raise PluginLoadError(
            message(
                "无法读取发行包 {name} 的入口点列表：{cause}",
                "cannot read the list of entry points of {name}: {cause}",
                name=name or "?",
                cause=told(cause),
            )
        ) from cause
