"""The command `rules`: all rules in lines, one rule on a page, both for programs."""

import json

import pytest
from tests.cli.calls import call

from opshandover.rules import all_rules
from opshandover.rules.page import page_of
from opshandover.text import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rules_are_listed(lang: Lang) -> None:
    """Each rule has a line with code, severity, name and what it is about."""
    lines = call("rules", "--lang", lang).stdout.splitlines()
    for rule, line in zip(all_rules(), lines, strict=True):
        assert line.startswith(rule.code)
        assert rule.name in line
        assert rule.severity.label[lang] in line
        assert line.endswith(page_of(rule).text[lang].splitlines()[0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_rule_has_a_page(lang: Lang) -> None:
    """With a code in either case, or a name, a rule is explained with both examples."""
    rule = all_rules()[0]
    pages = {call("rules", key, "--lang", lang).stdout for key in (rule.code.lower(), rule.name)}
    (page,) = pages
    assert page_of(rule).bad.splitlines()[0] in page
    assert page_of(rule).good.splitlines()[0] in page
    assert page_of(rule).text[lang].splitlines()[0] in page


def test_every_page_can_be_shown() -> None:
    """No rule has a page that breaks the command."""
    for rule in all_rules():
        for lang in LANGUAGES:
            assert call("rules", rule.code, "--lang", lang).exit_code == 0


def test_rules_as_json() -> None:
    """The same for programs."""
    data = json.loads(call("rules", "--format", "json").stdout)
    assert [one["code"] for one in data] == [rule.code for rule in all_rules()]
    one = json.loads(call("rules", all_rules()[0].code, "--format", "json").stdout)
    assert set(one) == {*data[0], "text", "bad", "good"}


def test_an_unknown_rule() -> None:
    """The nearest rule is named."""
    result = call("rules", all_rules()[0].name + "x", "--lang", "en")
    assert result.exit_code == 2
    assert all_rules()[0].name in result.stderr
