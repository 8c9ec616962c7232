"""What is derived from figures."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.opened import opened
from tests.support.pages import texts_in

from opshandover.exporters.markdown.render import render
from opshandover.exporters.word.render import render as word
from opshandover.layout import lay_out
from opshandover.layout.words.metrics import derived_of
from opshandover.model.base import Period
from opshandover.model.data import DataAnalysis, Metric
from opshandover.model.document import OpsDocument


@pytest.mark.parametrize(
    ("value", "previous", "unit", "zh", "en"),
    [
        ("103.2", "100", "", "▲ 上升 +3.2%", "▲ up +3.2%"),
        ("90", "100", "单", "▼ 下降 -10.0% × 变差", "▼ down -10.0% × worse"),
        ("-90", "-100", "", "▲ 上升 +10.0%", "▲ up +10.0%"),
        ("96.4", "99.1", "%", "▼ 下降 -2.7 个百分点 × 变差", "▼ down -2.7 points × worse"),
        ("5.0", "5", "", "持平", "unchanged"),
    ],
)
def test_a_figure_is_compared_with_the_one_before(value: str, previous: str, unit: str, zh: str, en: str) -> None:
    """The change has a sign and a word, and a flag when it is for the worse; without a target nobody said what is."""
    metric = Metric(value=Decimal(value), previous=Decimal(previous), target=Decimal(1000), unit=unit)
    assert (derived_of(metric)[0].text["zh"], derived_of(metric)[0].text["en"]) == (zh, en)
    (undirected,) = derived_of(evolve(metric, target=None))
    assert undirected.text["en"] == en.removesuffix(" × worse")


@pytest.mark.parametrize(("value", "said"), [("28", "▼ down -9.7%"), ("34", "▲ up +9.7% × worse"), ("31", "unchanged")])
def test_less_may_be_better(value: str, said: str) -> None:
    """Where lower is better, a fall is good and it is the rise that is flagged."""
    metric = Metric(value=Decimal(value), previous=Decimal(31), lower_is_better=True)
    assert [derived.text["en"] for derived in derived_of(metric)] == [said]


@pytest.mark.parametrize(("value", "said"), [("28", "√ reached"), ("32", "× over by 2 秒")])
def test_a_target_may_be_a_limit(value: str, said: str) -> None:
    """Where lower is better, the target is reached from above."""
    metric = Metric(value=Decimal(value), target=Decimal(30), unit="秒", lower_is_better=True)
    assert [derived.text["en"] for derived in derived_of(metric)] == [said]


@pytest.mark.parametrize(
    ("value", "target", "unit", "zh", "en"),
    [
        ("1284", "1200", "单", "√ 已达标", "√ reached"),
        ("1200", "1200.0", "单", "√ 已达标", "√ reached"),
        ("1156", "1200", "单", "× 还差 44 单", "× short by 44 单"),
        ("96.4", "99", "%", "× 还差 2.6 个百分点", "× short by 2.6 points"),
        ("1", "2", "a|b\n# c", "× 还差 1", "× short by 1"),
        ("0", "1e30", "", "× 未达标", "× missed"),
    ],
)
def test_a_figure_is_held_against_its_target(value: str, target: str, unit: str, zh: str, en: str) -> None:
    """Reached or missed has a mark and a word, and what is missing is a number with its unit."""
    metric = Metric(value=Decimal(value), target=Decimal(target), unit=unit)
    assert [derived.text["zh"] for derived in derived_of(metric)] == [zh]
    assert [derived.text["en"] for derived in derived_of(metric)] == [en]


@pytest.mark.parametrize(("value", "previous"), [("1", None), (None, "1"), ("1", "0"), ("NaN", "1")])
def test_no_change_is_made_up(value: str | None, previous: str | None) -> None:
    """Where there is nothing to compare with, nothing is said."""
    metric = Metric(
        value=None if value is None else Decimal(value),
        previous=None if previous is None else Decimal(previous),
    )
    assert derived_of(metric) == ()


def test_a_table_and_single_facts_say_the_same() -> None:
    """One figure alone is judged in the words in which several are."""
    bad = Metric(name="x", value=Decimal(1), previous=Decimal(2), target=Decimal(3))
    alone, among = DataAnalysis(metrics=(bad,)), DataAnalysis(metrics=(bad, bad))
    for section in (alone, among):
        page = lay_out(OpsDocument(profile="daily_work", data_analysis=section), "en")
        for text in ("▼ down -50.0% × worse", "× short by 2"):
            assert text in list(texts_in(page))
            assert text in render(page)
            assert text in opened(word(page)).text()


@given(st.decimals(), st.decimals(), st.sampled_from(["", "%"]), st.booleans())
def test_any_figures_can_be_compared(value: Decimal, other: Decimal, unit: str, lower: bool) -> None:
    """No figure, however large or odd, breaks the page or fills it with digits."""
    metric = Metric(value=value, previous=other, target=other, unit=unit, lower_is_better=lower)
    for derived in derived_of(metric):
        assert len(derived.text["zh"]) < 30


def test_other_records_derive_nothing() -> None:
    """Only figures are compared."""
    assert derived_of(Period()) == ()
