"""The kind of document and its rules keep the contracts of plugins, and do what the README says."""

from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from opshandover_warehouse import WAREHOUSE_SHIFT
from opshandover_warehouse.rules import RULES

import opshandover as oh
from opshandover.model import DataAnalysis, Issue, Issues, IssueStatus, Metric, Person
from opshandover.rules import rule_named
from opshandover.testing import a_document, check_profile, check_rule

HANDOVER = Path(__file__).parent.parent / "handover.yaml"


def test_the_profile() -> None:
    """It is registered, consistent, and can be written, scored, checked and laid out."""
    check_profile("warehouse_shift")
    check_profile(WAREHOUSE_SHIFT)


def test_the_rules() -> None:
    """They are registered, explained in both languages, and bear every document."""
    check_rule(*RULES)
    assert tuple(rule_named(rule.code) for rule in RULES) == RULES


def codes(document: oh.OpsDocument) -> list[str]:
    """What the rules of this package find, each as its code and place."""
    report = oh.check(document, rules=RULES)
    return [f"{part.code} {part.path}" for finding in report.findings for part in finding.parts or (finding,)]


def test_the_example_is_ready() -> None:
    """The page in this folder is ready and has a good score."""
    document = oh.load(HANDOVER)
    assert document.profile == "warehouse_shift"
    report = oh.check(document)
    assert report.ready, report.findings
    assert not codes(document)
    assert (oh.score(document).score or 0) > 85


@pytest.mark.parametrize(
    ("issue", "lacks"),
    [
        (Issue(title="B 区盘盈 2 件"), ["owner", "due"]),
        (Issue(title="Stock difference in B", owner=Person(name="Ann")), ["due"]),
        (Issue(title="少货 3 箱", status=IssueStatus.RESOLVED), []),
        (Issue(title="叉车漏油"), []),
    ],
)
def test_stock_differences(issue: Issue, lacks: list[str]) -> None:
    """An open one needs an owner and a day; others are none of these rules' business."""
    document = a_document("shift_handover", issues=Issues(items=(issue,)))
    assert codes(document) == [f"WHS001 issues.items[0].{name}" for name in lacks]


@pytest.mark.parametrize(("value", "found"), [("2", False), ("8", False), ("8.1", True), ("1.9", True)])
def test_temperatures(value: str, found: bool) -> None:
    """The ends of the range are within it; a cause is enough."""
    warm = Metric(name="2 号冷藏库温度", value=Decimal(value), unit="℃")
    document = a_document("warehouse_shift", data_analysis=DataAnalysis(metrics=(warm, Metric(name="盘点差异"))))
    assert codes(document) == (["WHS002 data_analysis.metrics[0].cause"] if found else [])
    explained = DataAnalysis(metrics=(attrs.evolve(warm, cause="化霜"), Metric(name="盘点差异")))
    assert not codes(attrs.evolve(document, data_analysis=explained))


def test_a_shift_without_a_count() -> None:
    """It is asked of warehouse shifts alone, where there are figures at all."""
    figures = DataAnalysis(metrics=(Metric(name="出库单量"),))
    assert codes(a_document("warehouse_shift", data_analysis=figures)) == ["WHS003 data_analysis.metrics"]
    assert not codes(a_document("shift_handover", data_analysis=figures))
    assert not codes(a_document("warehouse_shift"))
