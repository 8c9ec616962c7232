"""Figures with their unit and their remark."""

from decimal import Decimal

import pytest

from opshandover.layout.records import list_blocks
from opshandover.layout.words.units import companion_names, has_companions, notes_on, text_after, unit_of
from opshandover.layout.words.values import inline_record, shown_fields
from opshandover.model.data import Metric
from opshandover.model.people import Contact
from opshandover.pages.blocks import (
    Paragraph,
    Table,
    text_of,
)


def test_figures_have_their_unit_beside_them() -> None:
    """A unit stands behind each figure; that less is better is a remark on the target."""
    fast = Metric(name="响应", value=Decimal(38), target=Decimal(30), unit="秒", lower_is_better=True)
    rate = Metric(name="应答率", value=Decimal("91.2"), target=Decimal(95), unit="%")
    table, _ = list_blocks((fast, rate), "x", "zh", 2)
    assert isinstance(table, Table)
    said = [
        ["/".join(text_of(b.runs) for b in c.blocks if isinstance(b, Paragraph)) for c in row.cells]
        for row in table.rows
    ]
    assert said == [
        ["响应", "38 秒", "30 秒/越低越好", "× 超出 8 秒"],
        ["应答率", "91.2%", "95%", "× 还差 3.8 个百分点"],
    ]
    assert text_of(inline_record(fast, "en")) == (
        "响应; Value: 38 秒; Target: 30 秒 (Lower is better); Against target: × over by 8 秒"
    )


@pytest.mark.parametrize("unit", ["一个长得放不进一格的计量单位", "单\n位"])
def test_an_odd_unit_has_a_place_of_its_own(unit: str) -> None:
    """A unit that would not read well behind a figure is shown like any other field."""
    metric = Metric(name="甲", value=Decimal(1), unit=unit)
    assert unit_of(metric, "value") == ""
    assert "unit" in {field.name for field, _ in shown_fields(metric)}


def test_a_remark_is_on_the_target_or_on_the_first_figure() -> None:
    """That less is better is said once; without figures, unit and remark stand for themselves."""
    both = Metric(value=Decimal(3), target=Decimal(2), lower_is_better=True)
    assert notes_on(both, "target", "en") == (("lower_is_better", "Lower is better"),)
    assert notes_on(both, "value", "en") == ()
    alone = Metric(value=Decimal(3), unit="%", lower_is_better=True)
    assert text_of(text_after(alone, "value", "zh")) == "%（越低越好）"
    assert companion_names(alone) == {"unit", "lower_is_better"}
    assert companion_names(Metric(unit="%", lower_is_better=True)) == frozenset()


def test_other_records_have_no_companions() -> None:
    """Only figures have something that is shown with them."""
    assert has_companions(Metric)
    assert not has_companions(Contact)
    assert text_after(Contact(relationship="a"), "relationship", "zh") == ()
