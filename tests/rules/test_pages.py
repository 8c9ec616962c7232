"""Every rule's page is complete, and its two examples do what they are there for."""

import re
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

from opshandover import rules as package
from opshandover.codec import loads
from opshandover.codec.names import ABSENCES, all_keys
from opshandover.findings import Report
from opshandover.model import OpsDocument
from opshandover.profiles import all_profiles, profile_of
from opshandover.rules import Rule, all_rules, check
from opshandover.rules.crashed import rule_crashed
from opshandover.rules.page import page_of
from opshandover.text import LANGUAGES, Text

PLACE = re.compile(r"\{[^{}]*\}")
WORD = re.compile(r"[a-z_]+")
CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
RULES = all_rules()
EACH = pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
SHOWN = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.code != rule_crashed.code], ids=lambda r: r.code
)
"""Every rule but that of the engine itself: no document makes a rule crash."""


def load(rule: Rule, example: str) -> OpsDocument:
    """Load an example, which leaves out the profile where any of the rule's will do."""
    able = [profile.name for profile in all_profiles() if rule.applies_to(profile)]
    profile = "daily_handover" if "daily_handover" in able else able[0]
    if not re.search(r"^profile:", example, re.MULTILINE):
        example = f"profile: {profile}\n{example}"
    return loads(example, format="yaml")


def ask(rule: Rule, document: OpsDocument) -> Report:
    """Run a single rule; one that compares two documents gets an empty one to compare with."""
    previous = OpsDocument(profile=document.profile) if rule.needs_previous else None
    return check(document, previous, rules=[rule])


@SHOWN
def test_the_bad_example_is_found(rule: Rule) -> None:
    """The rule finds something in its bad example, and nothing crashes."""
    report = ask(rule, load(rule, page_of(rule).bad))
    assert {f.code for f in report.findings} == {rule.code}


@SHOWN
def test_the_good_example_is_clean(rule: Rule) -> None:
    """The rule finds nothing in its good example."""
    assert ask(rule, load(rule, page_of(rule).good)).findings == ()


@SHOWN
def test_findings_can_be_said_in_both_languages(rule: Rule) -> None:
    """Message and hint of each finding fill all their places, and point to a place."""
    for finding in ask(rule, load(rule, page_of(rule).bad)).findings:
        for lang in LANGUAGES:
            assert finding.message[lang].strip()
            assert finding.hint[lang].strip()
            assert not re.search(r"[{}]", finding.message[lang])


@EACH
def test_both_languages_have_the_same_places(rule: Rule) -> None:
    """A value that one language shows is shown by the other as well."""
    for text in (rule.message, rule.hint):
        assert places(text.zh) == places(text.en)


def places(text: str) -> set[str]:
    """The names of a text's places."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@EACH
def test_each_language_is_itself(rule: Rule) -> None:
    """English is free of Chinese characters and their punctuation, and Chinese is not English."""
    prose = page_of(rule).text
    for text in (rule.message, rule.hint, prose):
        assert_languages(text)


@EACH
def test_chinese_names_fields_by_their_labels(rule: Rule) -> None:
    """No name of a field, of a section's absence or of a value that only English files need is asked for in Chinese."""
    names = all_keys() | set(ABSENCES) | {"true", "false"}
    for text in (rule.message, rule.hint):
        said = PLACE.sub("", text.zh)
        assert not [word for word in WORD.findall(said) if word in names]


def assert_languages(text: Text) -> None:
    """Fails unless both are there, each in its own script."""
    assert text.en.strip()
    assert not CJK.search(text.en)
    assert CJK.search(text.zh)


@EACH
def test_code_and_name_are_well_formed(rule: Rule) -> None:
    """A code has three letters and three digits, a name lower-case words with hyphens."""
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


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


@SHOWN
def test_examples_are_written_for_a_known_profile(rule: Rule) -> None:
    """Both examples are of a kind of document that the rule is asked about."""
    page = page_of(rule)
    for example in (page.bad, page.good):
        assert rule.applies_to(profile_of(load(rule, example).profile))
