"""All rules that are registered, in the order of their codes."""

import sys
from collections import ChainMap
from collections.abc import Iterator
from functools import cache
from typing import cast

from opshandover.errors import DuplicateNameError, OpsHandoverError, UnknownNameError, warn
from opshandover.findings import NotChecked
from opshandover.plugins import Plugins, unknown_name
from opshandover.rules.retired import RETIRED
from opshandover.rules.rule import Rule
from opshandover.text import Text, message

RULES = Plugins(group="opshandover.rules", kind=Text("规则组", "group of rules"))

UNUSABLE = "RUN002"
"""The code under which reports list a group of rules that cannot be used."""


def all_rules() -> tuple[Rule, ...]:
    """All rules; each entry point of the group names a tuple of them.

    A group that cannot be loaded, or has a rule with the code or name of another, is left out as a whole and
    warned of; `unusable_rules` says so in reports.
    """
    rules, unusable = _rules_on(tuple(sys.path))
    for one in unusable:
        warn(one.reason)
    return rules


def unusable_rules() -> tuple[NotChecked, ...]:
    """The groups of rules that are registered, but cannot be used."""
    return _rules_on(tuple(sys.path))[1]


@cache
def _rules_on(_path: tuple[str, ...]) -> tuple[tuple[Rule, ...], tuple[NotChecked, ...]]:
    found: dict[str, tuple[Rule, str]] = {}
    unusable: list[NotChecked] = []
    for group, distribution, load in RULES.each():
        try:
            own: dict[str, tuple[Rule, str]] = {}
            for rule in _rules_in(group, distribution, load()):
                for key in (rule.code, rule.name):
                    other, owner = ChainMap(own, found).get(key, (rule, ""))
                    if other is not rule:
                        raise _duplicate(key, owner, distribution)
                    own[key] = rule, distribution
        except OpsHandoverError as cause:
            unusable.append(NotChecked(code=UNUSABLE, name=group, reason=cause.message))
        else:
            found |= own
    return tuple(sorted({r.code: r for r, _ in found.values()}.values(), key=lambda r: r.code)), tuple(unusable)


def _rules_in(group: str, distribution: str, loaded: object) -> Iterator[Rule]:
    """The rules that an entry point names.

    Raises:
        PluginLoadError: there is something else among them.
    """
    for rule in cast("tuple[object, ...]", loaded if isinstance(loaded, tuple) else (loaded,)):
        if not isinstance(rule, Rule):
            kind = type(rule).__name__
            cause = message("应为规则的元组，其中有 {kind}", "expected a tuple of rules, found {kind}", kind=kind)
            raise RULES.failure(group, distribution, cause)
        yield rule


def rule_named(written: str) -> Rule:
    """The rule with that code (in either case) or name; of a retired one, the rule that covers it now.

    Raises:
        UnknownNameError: no rule has it; the message names the nearest.
    """
    by_key = {key: r for r in all_rules() for key in (r.code, r.name)}
    by_key |= {key: by_key[old.now] for old in RETIRED if old.now in by_key for key in (old.code, old.name)}
    for key in (written, written.upper(), written.lower()):
        if key in by_key:
            return by_key[key]
    raise UnknownNameError(unknown_name(Text("规则", "rule"), written, by_key))


def _duplicate(key: str, first: str, second: str) -> DuplicateNameError:
    return DuplicateNameError(
        message(
            "规则“{key}”被注册了两次：{first}、{second}",
            "the rule '{key}' is registered twice: by {first} and by {second}",
            key=key,
            first=first,
            second=second,
        )
    )
