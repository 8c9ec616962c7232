"""The settings of rules: which are run, with which severity, and how old figures may be."""

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol, runtime_checkable

import attrs
from attrs import frozen

from opshandover.arguments import ensure_argument, ensure_several
from opshandover.errors import UnknownNameError
from opshandover.findings import Severity
from opshandover.model import OpsDocument
from opshandover.profiles import Profile
from opshandover.redaction import excerpt
from opshandover.rules.retired import RETIRED
from opshandover.spelling import nearest
from opshandover.text import Message, Text, message

AnyPath = str | os.PathLike[str]
_UNMATCHED, _ALL, _EXACT = -1, 0, 1_000
"""How closely a selector matches a rule; a prefix counts as many as it has characters."""


class Named(Protocol):
    """A rule, as far as selectors see it: a code and a name."""

    @property
    def code(self) -> str:
        """Three letters and three digits."""
        ...

    @property
    def name(self) -> str:
        """The same in words."""
        ...


def _no_severities() -> Mapping[str, Severity]:
    return {}


def _no_days() -> Mapping[str, int]:
    return {}


@frozen(kw_only=True)
class Settings:
    """The settings that hold for one document.

    Rules are selected by code (`TSK003`), by name (`task-unassigned`) or by the beginning of their
    codes (`TSK`). Of two selectors that match a rule, the closer one wins; of two that are equally
    close, `ignore`.

    `select` has the rules to run, all if it is empty; `extend_select` has more of them; `ignore`
    those not to run, and `excluded` those not to run in any case. `severity` replaces the severity of
    findings. `freshness` has by profile for how many days figures count as fresh.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = attrs.field(factory=_no_severities, hash=False)
    freshness: Mapping[str, int] = attrs.field(factory=_no_days, hash=False)

    def __attrs_post_init__(self) -> None:
        """Ensure that programs gave what files are checked for.

        Raises:
            ArgumentError: a setting is of another type.
        """
        for name in ("select", "ignore", "extend_select", "excluded"):
            ensure_several(getattr(self, name), str, name, _SELECTORS, _IN_BRACKETS)
        for name, of in (("severity", Severity), ("freshness", int)):
            ensure_argument(getattr(self, name), Mapping, name, _TABLE, _BY_NAME)
            ensure_several(getattr(self, name), of, name, _TABLE, _BY_NAME)

    def asks(self, rule: Named) -> bool:
        """Whether a rule is run."""
        if _closest(self.excluded, rule) > _UNMATCHED:
            return False
        base = _selected(self.select, rule) if self.select else _ALL
        return max(base, _selected(self.extend_select, rule)) > _closest(self.ignore, rule)

    def ignores(self, rule: Named) -> bool:
        """Whether a rule is explicitly left out, not merely outside the selection."""
        if _closest(self.excluded, rule) > _UNMATCHED:
            return True
        return _closest(self.ignore, rule) >= max(_ALL, _closest(self.extend_select, rule))

    def severity_of(self, rule: Named) -> Severity | None:
        """The severity of all findings of a rule, if that is set."""
        found = max(self.severity, key=lambda s: _closeness(s, rule), default=None)
        if found is None or _closeness(found, rule) == _UNMATCHED:
            return None
        return self.severity[found]

    def days_fresh(self, profile: Profile) -> int:
        """For how many days figures count as fresh in a profile, set for it or for the one that it is based on."""
        return next(
            (self.freshness[n] for n in (profile.name, profile.kind) if n in self.freshness), profile.days_fresh
        )

    def ensure_known(self, rules: Sequence[Named]) -> None:
        """Ensure that each selector matches a rule.

        Raises:
            UnknownNameError: one does not; the message names the nearest.
        """
        groups = (self.select, self.ignore, self.extend_select, self.excluded, self.severity)
        for selector in chain.from_iterable(groups):
            if unknown := unknown_selector(selector, rules):
                raise UnknownNameError(unknown)


_SELECTORS = Text("规则代码或名称的元组", "a tuple of codes or names of rules")
_IN_BRACKETS = Text('例如 ("TSK003",)', 'such as ("TSK003",)')
_TABLE = Text("字典", "a dictionary")
_BY_NAME = Text(
    '例如 severity={"TSK003": Severity.INFO}、freshness={"daily_work": 7}',
    'such as severity={"TSK003": Severity.INFO}, freshness={"daily_work": 7}',
)


def unknown_selector(selector: str, rules: Iterable[Named]) -> Message | None:
    """The message that a selector matches no rule, with the nearest; `None` if it matches one."""
    known = tuple(rules)
    if any(_closeness(selector, rule) > _UNMATCHED for rule in (*RETIRED, *known)):
        return None
    unknown = message(
        "没有代码、名称或代码开头为“{selector}”的规则",
        "no rule has '{selector}' as its code, its name or the beginning of its code",
        selector=excerpt(selector),
    )
    families = sorted({rule.code[:3] for rule in known})
    near = nearest(selector, (*families, *(rule.code for rule in known), *(rule.name for rule in known)))
    if near:
        return message("{unknown}；是不是“{near}”？", "{unknown}; did you mean '{near}'?", unknown=unknown, near=near)
    return unknown


def _selected(selectors: tuple[str, ...], rule: Named) -> int:
    """How closely a rule is selected, also by the code or name of a retired one that it covers."""
    covered = [old for old in RETIRED if old.now == rule.code]
    named = any(_closeness(selector, old) == _EXACT for selector in selectors for old in covered)
    return _EXACT if named else _closest(selectors, rule)


def _closest(selectors: Iterable[str], rule: Named) -> int:
    return max((_closeness(selector, rule) for selector in selectors), default=_UNMATCHED)


def _closeness(selector: str, rule: Named) -> int:
    written = selector.strip()
    names = (rule.name, *(old.name for old in RETIRED if old.renamed and old.code == rule.code))
    if written.upper() == rule.code or written.lower() in names:
        return _EXACT
    if written and rule.code.startswith(written.upper()):
        return len(written)
    return _UNMATCHED


@runtime_checkable
class Configuration(Protocol):
    """A configuration, from which a check takes settings and profiles."""

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The team's own profiles."""
        ...

    def settings_for(self, document: OpsDocument, path: AnyPath | None = None) -> Settings:
        """The settings for a document and for its file."""
        ...
