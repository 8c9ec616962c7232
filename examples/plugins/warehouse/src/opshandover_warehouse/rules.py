"""What a warehouse asks of the handover of a shift."""

import re
from collections.abc import Iterator
from decimal import Decimal

import opshandover as oh
from opshandover.model import DataAnalysis, Issue, Metric, OpsDocument
from opshandover.rules import Context, Hit, hit, rule

__all__ = ["RULES"]

_DIFFERENCE = re.compile(r"盘[亏盈点]|账实不符|[多少短缺]货|stock (?:count|difference)|shortage|surplus", re.IGNORECASE)
_STORES = (
    (re.compile(r"冷藏|chill", re.IGNORECASE), Decimal(2), Decimal(8)),
    (re.compile(r"冷冻|freez|frozen", re.IGNORECASE), Decimal(-30), Decimal(-18)),
)
"""How cold stores are called, and the lowest and highest temperature that they may have, in degrees Celsius."""
_COUNTED = re.compile(r"盘点|差异|count", re.IGNORECASE)


@rule(
    "WHS001",
    "count-difference-unassigned",
    oh.Severity.ERROR,
    on=Issue,
    traits=("handover",),
    joins="field",
    message=oh.Text("库存差异“{item}”没有写{field}", "the stock difference '{item}' has no {field}"),
    hint=oh.Text("写明由谁、最迟哪天查清", "name who finds the cause, and by which day"),
)
def count_difference_unassigned(issue: Issue, _at: Context) -> Iterator[Hit]:
    """A stock difference that is still open has nobody who looks into it, or no day by which it is explained.

    After the next stock count nobody can tell any more on which shift the goods went missing.

    zh: 还没有查清的库存差异，没有写负责人或截止日期。
    zh: 再盘一次之后，就说不清货是哪一班少的了。

    Bad::

        issues:
          items: [{title: A03-12 盘亏 6 箱, status: open}]

    Good::

        issues:
          items: [{title: A03-12 盘亏 6 箱, status: open, owner: 罗一凡, due: 2026-11-27}]
    """
    if not issue.open or not _DIFFERENCE.search(issue.title):
        return
    if issue.owner is None and issue.new_owner is None:
        yield hit("owner")
    if issue.due is None and issue.next_check is None:
        yield hit("due")


@rule(
    "WHS002",
    "cold-chain-broken",
    oh.Severity.ERROR,
    on=Metric,
    message=oh.Text(
        "“{item}”为 {value}℃，应在 {least} 至 {most}℃ 之间，没有写{field}",
        "'{item}' is {value} °C, expected {least} to {most} °C, and has no {field}",
    ),
    hint=oh.Text("写明原因，以及受影响的货怎样处理", "give the cause, and what becomes of the goods"),
)
def cold_chain_broken(metric: Metric, _at: Context) -> Iterator[Hit]:
    """A cold store is too warm or too cold, and nothing says why.

    The next shift must know whether the goods may still leave the house.

    zh: 冷库温度超出范围，没有写原因。
    zh: 接班的人要知道这批货还能不能发。

    Bad::

        data_analysis:
          metrics: [{name: 2 号冷藏库温度, value: 11, unit: ℃}]

    Good::

        data_analysis:
          metrics:
            - {name: 2 号冷藏库温度, value: 4, unit: ℃}
            - {name: 3 号冷冻库温度, value: -12, unit: ℃, cause: 10:20 到 10:50 化霜，货已移至 4 号库}
    """
    value = metric.value
    if value is None or not value.is_finite() or metric.cause.strip():
        return
    for store, least, most in _STORES:
        if store.search(metric.name) and not least <= value <= most:
            yield hit("cause", value=value, least=least, most=most)


@rule(
    "WHS003",
    "shift-not-counted",
    oh.Severity.WARNING,
    on=OpsDocument,
    traits=("handover",),
    message=oh.Text("本班没有写盘点结果", "the shift has no result of a stock count"),
    hint=oh.Text(
        "在“数据分析”的“关键指标”里写盘点差异，没有差异写 0", "give the difference as a metric, 0 if there is none"
    ),
)
def shift_not_counted(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """The handover of a warehouse shift has figures, but none of a stock count.

    A difference that is not seen at the change of a shift cannot be traced to one.

    zh: 仓储交班写了数据，但没有盘点结果。
    zh: 交班时没有对过账，差异就分不清是哪一班的。

    Bad::

        profile: warehouse_shift
        data_analysis:
          metrics: [{name: 出库单量, value: 1240}]

    Good::

        profile: warehouse_shift
        data_analysis:
          metrics: [{name: 出库单量, value: 1240}, {name: 循环盘点差异, value: 0, unit: 箱}]
    """
    figures = document.data_analysis
    if at.profile.kind != "warehouse_shift" or not isinstance(figures, DataAnalysis):
        return
    if figures.metrics and not any(_COUNTED.search(metric.name) for metric in figures.metrics):
        yield hit("data_analysis.metrics")


RULES = (count_difference_unassigned, cold_chain_broken, shift_not_counted)
