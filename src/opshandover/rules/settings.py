"""What a team sets about the rules: which are asked, how grave they are, how old is too old."""

import difflib
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import attrs
from attrs import frozen

from opshandover.errors import UnknownNameError
from opshandover.findings import Severity
from opshandover.model import OpsDocument
from opshandover.profiles import Profile
from opshandover.redaction import excerpt
from opshandover.rules.retired import RETIRED
from opshandover.text import Message, message

AnyPath = str | os.PathLike[str]
_UNMATCHED, _ALL, _EXACT = -1, 0, 1_000
"""How closely a selector means a rule; a prefix counts as many as it has characters."""


class Named(Protocol):
    """What has a code and a name; a rule."""

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
    codes (`TSK`). Of two selectors that mean a rule, the closer one wins; of two that are equally
    close, `ignore`.

    `select` has what is asked, all if it is empty; `extend_select` has what is asked as well;
    `ignore` what is not, and `excluded` what is not in any case. `severity` replaces whatever
    severity a finding would have. `freshness` has by kind of document how many days it is fresh.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = attrs.field(factory=_no_severities, hash=False)
    freshness: Mapping[str, int] = attrs.field(factory=_no_days, hash=False)

    def asks(self, rule: Named) -> bool:
        """Whether a rule is asked."""
        if _closest(self.excluded, rule) > _UNMATCHED:
            return False
        base = _selected(self.select, rule) if self.select else _ALL
        return max(base, _selected(self.extend_select, rule)) > _closest(self.ignore, rule)

    def ignores(self, rule: Named) -> bool:
        """Whether a rule is left out on purpose, not only for not being among those selected."""
        if _closest(self.excluded, rule) > _UNMATCHED:
            return True
        return _closest(self.ignore, rule) >= max(_ALL, _closest(self.extend_select, rule))

    def severity_of(self, rule: Named) -> Severity | None:
        """How grave all findings of a rule are, if that is set."""
        found = max(self.severity, key=lambda s: _closeness(s, rule), default=None)
        if found is None or _closeness(found, rule) == _UNMATCHED:
            return None
        return self.severity[found]

    def days_fresh(self, profile: Profile) -> int:
        """For how many days what a kind of document reports is fresh, also by what it is based on."""
        return next(
            (self.freshness[n] for n in (profile.name, profile.kind) if n in self.freshness), profile.days_fresh
        )

    def ensure_known(self, rules: Sequence[Named]) -> None:
        """Makes sure that all selectors mean some rule.

        Raises:
            UnknownNameError: one does not; the message names the nearest.
        """
        groups = (self.select, self.ignore, self.extend_select, self.excluded, self.severity)
        for selector in (one for group in groups for one in group):
            if unknown := unknown_selector(selector, rules):
                raise UnknownNameError(unknown)


def unknown_selector(selector: str, rules: Iterable[Named]) -> Message | None:
    """Says that a selector means none of the rules, and which is nearest, if it is so."""
    known = tuple(rules)
    if any(_closeness(selector, rule) > _UNMATCHED for rule in RETIRED):
        return None
    if any(_closeness(selector, rule) > _UNMATCHED for rule in known):
        return None
    said = message(
        "没有代码、名称或代码开头为“{selector}”的规则",
        "no rule has '{selector}' as its code, its name or the beginning of its code",
        selector=excerpt(selector),
    )
    families = sorted({rule.code[:3] for rule in known})
    written = selector.strip()
    for spelling, keys in (
        (written.upper(), [*families, *(rule.code for rule in known)]),
        (written.lower(), [rule.name for rule in known]),
    ):
        if close := difflib.get_close_matches(spelling, keys, n=1):
            return message(
                "{said}；是不是“{near}”？",
                "{said}; did you mean '{near}'?",
                said=said,
                near=close[0],
            )
    return said


def _selected(selectors: tuple[str, ...], rule: Named) -> int:
    """How closely a rule is selected, also by the code or name of one that it covers now."""
    covered = [old for old in RETIRED if old.now == rule.code]
    named = any(_closeness(one, old) == _EXACT for one in selectors for old in covered)
    return _EXACT if named else _closest(selectors, rule)


def _closest(selectors: Iterable[str], rule: Named) -> int:
    return max((_closeness(one, rule) for one in selectors), default=_UNMATCHED)


def _closeness(selector: str, rule: Named) -> int:
    written = selector.strip()
    names = (rule.name, *(old.name for old in RETIRED if old.renamed and old.code == rule.code))
    if written.upper() == rule.code or written.lower() in names:
        return _EXACT
    if written and rule.code.startswith(written.upper()):
        return len(written)
    return _UNMATCHED


class Configuration(Protocol):
    """What may be given to a check in place of settings."""

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The team's own kinds of document."""
        ...

    def settings_for(self, document: OpsDocument, path: AnyPath | None = None) -> Settings:
        """Gives the settings that hold for a document, and for the file that it stands in."""
        ...
