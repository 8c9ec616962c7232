"""The rules that check a document, and the engine that runs them."""

from opshandover.rules.engine import check, with_positions
from opshandover.rules.registry import all_rules, rule_named
from opshandover.rules.rule import Context, Hit, Outcome, Rule, hit, rule
from opshandover.rules.settings import Settings

__all__ = [
    "Context",
    "Hit",
    "Outcome",
    "Rule",
    "Settings",
    "all_rules",
    "check",
    "hit",
    "rule",
    "rule_named",
    "with_positions",
]
