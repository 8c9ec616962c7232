"""What can be wrong with a document, and the engine that asks."""

from opshandover.rules.engine import check, with_positions
from opshandover.rules.registry import all_rules, rule_named
from opshandover.rules.rule import Hit, Place, Rule, hit, rule

__all__ = [
    "Hit",
    "Place",
    "Rule",
    "all_rules",
    "check",
    "hit",
    "rule",
    "rule_named",
    "with_positions",
]
