"""Every rule that is shipped keeps the contract of rules, and the style of ours."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from opshandover import rules as package
from opshandover.codec.names import ABSENCES, all_keys
from opshandover.rules import Rule, all_rules
from opshandover.rules.crashed import rule_crashed
from opshandover.testing import check_rule

PLACE = re.compile(r"\{[^{}]*\}")
WORD = re.compile(r"[a-z_]+")
RULES = all_rules()
EACH = pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)


def test_the_contract() -> None:
    """What is shipped passes what the authors of other rules have to pass: pages, examples, names, hostile documents."""
    check_rule(*(rule for rule in RULES if rule.code != rule_crashed.code))


@EACH
def test_chinese_names_fields_by_their_labels(rule: Rule) -> None:
    """No name of a field, of a section's absence or of a value that only English files need is asked for in Chinese."""
    names = all_keys() | set(ABSENCES) | {"true", "false"}
    for text in (rule.message, rule.hint):
        said = PLACE.sub("", text.zh)
        assert not [word for word in WORD.findall(said) if word in names]


def test_codes_and_names_are_unique() -> None:
    """No two rules share a code or a name, so that both can select."""
    keys = [key for rule in RULES for key in (rule.code, rule.name)]
    assert len(keys) == len(set(keys))


def test_every_rule_that_is_written_is_registered() -> None:
    """A function with the decorator is enough; there is no list to add it to."""
    modules = (import_module(f"{package.__name__}.{one.name}") for one in iter_modules(package.__path__))
    written = {rule.code for module in modules for rule in vars(module).values() if isinstance(rule, Rule)}
    assert written == {rule.code for rule in RULES}


def test_rules_come_in_the_order_of_their_codes() -> None:
    """The list of rules reads the same on every machine."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes)
