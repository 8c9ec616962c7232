"""All rules that are registered, in the order of their codes."""

import sys
from functools import cache
from typing import cast

from opshandover.errors import DuplicateNameError, UnknownNameError
from opshandover.plugins import Plugins, unknown_name
from opshandover.rules.retired import RETIRED
from opshandover.rules.rule import Rule
from opshandover.text import Text, message

RULES = Plugins(group="opshandover.rules", kind=Text("规则组", "group of rules"))


def all_rules() -> tuple[Rule, ...]:
    """All rules; each entry point of the group names a tuple of them.

    Raises:
        PluginLoadError: a group cannot be loaded, or holds something that is not a rule.
        DuplicateNameError: two rules have one code or one name.
    """
    return _rules_on(tuple(sys.path))


@cache
def _rules_on(_path: tuple[str, ...]) -> tuple[Rule, ...]:
    found: dict[str, tuple[Rule, str]] = {}
    for group in RULES.names():
        rules, distribution = RULES.load(group), RULES.distribution(group)
        for rule in cast("tuple[object, ...]", rules if isinstance(rules, tuple) else (rules,)):
            if not isinstance(rule, Rule):
                kind = type(rule).__name__
                cause = message("应为规则的元组，其中有 {kind}", "expected a tuple of rules, found {kind}", kind=kind)
                raise RULES.failure(group, distribution, cause)
            for key in (rule.code, rule.name):
                if key in found:
                    raise _duplicate(key, found[key][1], distribution)
                found[key] = rule, distribution
    return tuple(sorted({r.code: r for r, _ in found.values()}.values(), key=lambda r: r.code))


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
