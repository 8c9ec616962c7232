"""What can be wrong with a document, and the engine that asks."""

from opshandover.rules.engine import check, with_positions
from opshandover.rules.registry import all_rules, rule_named
from opshandover.rules.rule import Hit, Outcome, Place, Rule, hit, rule
from opshandover.rules.settings import Settings

__all__ = [
    "Hit",
    "Outcome",
    "Place",
    "Rule",
    "Settings",
    "all_rules",
    "check",
    "hit",
    "rule",
    "rule_named",
    "with_positions",
]
