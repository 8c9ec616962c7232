"""Settings: which rules are asked, how grave their findings are, and how old is too old."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.built import document

import opshandover as oh
from opshandover.errors import UnknownNameError
from opshandover.findings import Severity
from opshandover.model import DataAnalysis, DataReport, OpsDocument, Period
from opshandover.profiles import Profile, in_force, profile_of
from opshandover.rules import Settings, all_rules, check, rule_named
from opshandover.text import LANGUAGES

RULES = all_rules()
CODES = frozenset(rule.code for rule in RULES)
TSK = frozenset(code for code in CODES if code.startswith("TSK"))


def asked(**settings: Any) -> frozenset[str]:
    """The codes of all rules that are asked under these settings."""
    chosen = Settings(**settings)
    return frozenset(rule.code for rule in RULES if chosen.asks(rule))


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({}, CODES),
        ({"select": ("TSK",)}, TSK),
        ({"select": ("tsk",)}, TSK),
        ({"select": ("TSK001",)}, {"TSK001"}),
        ({"select": ("tsk001",)}, {"TSK001"}),
        ({"select": (" task-undated ",)}, {"TSK001"}),
        ({"select": ("TSK00",)}, {c for c in TSK if c.startswith("TSK00")}),
        ({"ignore": ("TSK",)}, CODES - TSK),
        ({"ignore": ("task-undated",)}, CODES - {"TSK001"}),
        ({"select": ("TSK",), "ignore": ("TSK001",)}, TSK - {"TSK001"}),
        ({"select": ("TSK001",), "ignore": ("TSK",)}, {"TSK001"}),
        ({"select": ("TSK",), "ignore": ("TSK",)}, set[str]()),
        ({"select": ("TSK",), "extend_select": ("SEC001",)}, TSK | {"SEC001"}),
        ({"extend_select": ("SEC001",)}, CODES),
        ({"ignore": ("TSK",), "extend_select": ("TSK001",)}, (CODES - TSK) | {"TSK001"}),
        ({"extend_select": ("TSK001",), "ignore": ("TSK001",)}, CODES - {"TSK001"}),
        ({"extend_select": ("TSK001",), "excluded": ("TSK",)}, CODES - TSK),
    ],
)
def test_selection(settings: dict[str, Any], codes: frozenset[str]) -> None:
    """The closer selector wins; of two that are as close, `ignore`; `excluded` over all."""
    assert asked(**settings) == codes


_SELECTORS = st.lists(st.sampled_from(sorted({*CODES, *(c[:n] for c in CODES for n in (1, 3, 4, 5))})), max_size=4).map(
    tuple
)


@given(_SELECTORS, _SELECTORS, _SELECTORS)
def test_selecting_more_never_asks_less(
    select: tuple[str, ...], ignore: tuple[str, ...], extend: tuple[str, ...]
) -> None:
    """`extend_select` adds, `ignore` and `excluded` take away, the order does not matter."""
    base = asked(select=select, ignore=ignore)
    assert base <= asked(select=select, ignore=ignore, extend_select=extend)
    assert base <= asked(select=select)
    assert asked(select=select, excluded=ignore) <= base
    assert base == asked(select=select[::-1], ignore=ignore[::-1])


@pytest.mark.parametrize("where", ["select", "ignore", "extend_select", "excluded", "severity"])
@pytest.mark.parametrize(
    ("written", "nearest"),
    [("TKS001", "TSK001"), ("task-undatd", "task-undated"), ("TXS", "TXT")],
)
def test_a_selector_that_means_nothing(where: str, written: str, nearest: str) -> None:
    """It is an error, which names the nearest in both languages, wherever it stands."""
    value: Any = {written: Severity.INFO} if where == "severity" else (written,)
    settings = Settings(**{where: value})
    with pytest.raises(UnknownNameError) as caught:
        check(document(), config=settings)
    for lang in LANGUAGES:
        assert written in caught.value.in_lang(lang)
        assert nearest in caught.value.in_lang(lang)


@pytest.mark.parametrize("written", ["", " ", "TSK0011", "*", "🙂", "x" * 10_000])
def test_nonsense_selects_nothing(written: str) -> None:
    """What is no code and no name is refused, and shown shortened."""
    with pytest.raises(UnknownNameError) as caught:
        check(document(), config=Settings(select=(written,)))
    assert len(str(caught.value)) < 300


def test_selection_in_a_check() -> None:
    """Findings of what is not asked are not there, and it is not said to be unchecked."""
    titled = document(title="早班交接")
    report = check(titled, config=Settings(select=("HDR",)))
    assert report.findings
    assert {f.code[:3] for f in report.findings} == {"HDR"}
    everything = {f.code for f in check(titled).findings}
    less = {f.code for f in check(titled, config=Settings(ignore=("HDR",))).findings}
    assert less == {code for code in everything if not code.startswith("HDR")}


@pytest.mark.parametrize("key", ["HDR001", "hdr001", "receiver-missing", "HDR", "HDR0"])
def test_severity(key: str) -> None:
    """What is set replaces the severity, by code, name or beginning, and so decides on ready."""
    settings = Settings(select=("HDR001",), severity={key: Severity.INFO})
    report = check(document(), config=settings)
    assert [f.severity for f in report.findings] == [Severity.INFO]
    assert report.ready


def test_the_closer_severity_wins() -> None:
    """A family may be set, and one of it otherwise, in whatever order."""
    both = {"HDR001": Severity.ERROR, "HDR": Severity.INFO}
    for severity in (both, dict(reversed(both.items()))):
        settings = Settings(select=("HDR",), severity=severity)
        grave = {f.code: f.severity for f in check(document(), config=settings).findings}
        assert grave.pop("HDR001") is Severity.ERROR
        assert set(grave.values()) == {Severity.INFO}


def test_settings_of_rules_that_are_given() -> None:
    """Rules given to a check are known to its settings, together with those registered."""
    own = attrs.evolve(rule_named("HDR001"), code="ACM001", name="acme")
    assert check(document(), config=Settings(ignore=("ACM",)), rules=[own]).findings == ()
    assert check(document(), config=Settings(ignore=("TSK",)), rules=[own]).findings


REPORT = DataAnalysis(
    reports=(DataReport(title="周报", period=Period(start=date(2026, 11, 1), end=date(2026, 11, 1))),)
)


def outdated(profile: str, freshness: Mapping[str, int]) -> bool:
    """Whether a report of 1 November is found old on the 11th."""
    doc = OpsDocument(profile=profile, prepared_on=date(2026, 11, 11), data_analysis=REPORT)
    settings = Settings(select=("GEN002",), freshness=freshness)
    return bool(check(doc, config=settings).findings)


def test_freshness() -> None:
    """The days that are set count, the team's kind before that which it is based on."""
    base = profile_of("daily_handover")
    night = attrs.evolve(base, name="night", based_on=base.name)
    assert outdated("daily_handover", {})
    assert not outdated("daily_handover", {"daily_handover": 14})
    assert outdated("daily_handover", {"daily_work": 14})
    assert not outdated("charter", {})
    assert outdated("charter", {"charter": 3})
    with in_force([night]):
        assert outdated("night", {})
        assert not outdated("night", {"daily_handover": 14})
        assert outdated("night", {"daily_handover": 14, "night": 2})
        assert not outdated("night", {"daily_handover": 2, "night": 14})


def test_rules_know_what_a_teams_profile_is_based_on() -> None:
    """A rule for offboarding handovers holds for a team's own kind of them, also in severity."""
    base = profile_of("offboarding")
    own: Profile = attrs.evolve(base, name="own", based_on=base.name, label=base.label)
    with in_force([own]):
        findings = oh.check(document("own")).findings
    expected = oh.check(document("offboarding")).findings
    assert [(f.code, f.path, f.severity) for f in findings] == [(f.code, f.path, f.severity) for f in expected]
