"""Rules about posts and their duties."""

import pytest
from tests.rules.asked import found

from opshandover.rules.responsibilities import (
    division_unclear,
    duties_overlap,
    duty_without_measure,
    post_incomplete,
)

ITEMS = "responsibilities: {{items: [{}]}}\n"
AT = "responsibilities.items"


def test_parts_of_a_post() -> None:
    """Name, duty, scope and result are errors; a short kind asks for name and duty."""
    assert found(post_incomplete, ITEMS.format("{holder: 韩笑}")) == [
        f"error {AT}[0].post",
        f"error {AT}[0].duty",
        f"error {AT}[0].scope",
        f"error {AT}[0].expected_result",
    ]
    brief = found(post_incomplete, ITEMS.format("{holder: 韩笑, tasks: [抽检]}"), "offboarding_brief")
    assert brief == [f"error {AT}[0].post"]


def test_duties_of_one_post_share_what_is_said() -> None:
    """The scope of a post may stand with any of its duties, however the post is spaced."""
    text = ITEMS.format(
        "{post: 质检 专员, duty: 抽检}, {post: 质检专员, duty: 反馈, scope: 全员, kpis: [合格率], tasks: [周会]}"
    )
    assert found(post_incomplete, text) == []
    apart = ITEMS.format("{duty: 抽检}, {duty: 反馈, scope: 全员, kpis: [合格率], tasks: [周会]}")
    assert len([f for f in found(post_incomplete, apart) if "[0]" in f]) == 3


def test_measures_of_a_duty() -> None:
    """Each duty has standard and time, each post of a final charter three situations; only in a charter."""
    text = "state: final\n" + ITEMS.format("{post: 质检, duty: 抽检, kpis: [合格率]}")
    assert found(duty_without_measure, text, "offboarding") == []
    assert found(duty_without_measure, text, "charter") == [
        f"error {AT}[0].standard",
        f"error {AT}[0].expected_result",
        f"warning {AT}[0].time_node",
        f"warning {AT}[0].routine",
        f"warning {AT}[0].special",
        f"warning {AT}[0].emergency",
    ]


def test_result_is_asked_once() -> None:
    """Where neither figures nor a result are given, the other rule asks."""
    text = ITEMS.format("{post: 质检, duty: 抽检}")
    assert f"error {AT}[0].expected_result" not in found(duty_without_measure, text, "charter")


@pytest.mark.parametrize(
    "standard",
    [
        "电话 20 秒内接起",
        "每月 3 日前出报告",
        "当天结案",
        "两个工作日内答复",
        "within 2 hours",
        "daily",
    ],
)
def test_time_within_the_standard_counts(standard: str) -> None:
    """A standard that names a time needs no time node beside it."""
    text = "state: final\n" + ITEMS.format(f"{{post: 坐席, duty: 接待, standard: {standard}}}")
    assert f"warning {AT}[0].time_node" not in found(duty_without_measure, text, "charter")


@pytest.mark.parametrize("standard", ["客户满意", "评分相差不超过 5 分", "polite"])
def test_no_time_is_read_into_a_standard(standard: str) -> None:
    """Numbers of another sort are no time."""
    text = "state: final\n" + ITEMS.format(f"{{post: 坐席, duty: 接待, standard: {standard}}}")
    assert f"warning {AT}[0].time_node" in found(duty_without_measure, text, "charter")


def test_situations_may_be_said_elsewhere() -> None:
    """Tasks are the routine, and contingency plans are for emergencies."""
    text = "state: final\n" + ITEMS.format(
        "{post: 坐席, duty: 接待, time_node: 当天, tasks: [答复], special: 组长排班}"
    )
    text += "risks: {items: [{title: 中断, contingency: 切到备用号码}]}"
    assert "warning" not in "".join(found(duty_without_measure, text, "charter"))


def test_same_duty_of_two_posts() -> None:
    """The second post is told; the same post may split its duty into entries."""
    one = "{post: 接待, duty: 处理退款, boundary: 其他归售后}"
    two = "{post: 售后, duty: 处理 退款。, boundary: 其他归接待}"
    assert found(duties_overlap, ITEMS.format(f"{one}, {two}"), "charter") == [f"warning {AT}[1].duty"]
    assert found(duties_overlap, ITEMS.format(f"{one}, {one}"), "charter") == []


@pytest.mark.parametrize("scope", ["产品故障转技术部", "退款，不含电话", "only refunds", "付款归财务"])
def test_scope_may_draw_the_boundary(scope: str) -> None:
    """A scope that leaves something to others is a boundary."""
    entry = "{{post: 售后, duty: 退款, scope: {}}}"
    bounded, unbounded = (ITEMS.format(entry.format(s)) for s in (scope, "退款工单"))
    assert found(duties_overlap, bounded, "charter") == []
    assert found(duties_overlap, unbounded, "charter") == []
    assert found(duties_overlap, "state: final\n" + unbounded, "charter") == [f"warning {AT}[0].boundary"]
    assert found(duties_overlap, "state: final\n" + bounded, "charter") == []


def test_work_that_a_duty_consists_of() -> None:
    """A warning in a day's work, and for each duty when the giver leaves."""
    text = ITEMS.format(
        "{post: 质检, duty: 抽检, scope: 全员, kpis: [合格率]}, {post: 质检, duty: 反馈}, "
        "{post: 质检, duty: 周会, routine: 每周一开}"
    )
    told = text.replace(", routine: 每周一开", "")
    assert found(post_incomplete, text, "charter") == []
    assert found(post_incomplete, told, "charter") == []
    assert found(post_incomplete, text, "daily_work") == []
    assert found(post_incomplete, told, "daily_work") == [f"warning {AT}[0].tasks"]
    leaving = [f"warning {AT}[{i}].tasks" for i in range(2)]
    assert found(post_incomplete, text, "offboarding") == leaving


def test_a_day_asks_for_overlaps_but_for_no_boundary() -> None:
    """Where the work of one day is described, a post needs no scope to end."""
    text = ITEMS.format("{post: 甲, duty: 处理退款}, {post: 乙, duty: 处理 退款。}")
    assert found(duties_overlap, text, "daily_work") == [f"warning {AT}[1].duty"]
    assert found(duties_overlap, text, "offboarding") == []


DIVISION = "routine_work: {{division: [{}]}}"


def test_parts_of_the_day_are_clear() -> None:
    """Somebody, some work and some goal: each that is missing is one finding."""
    where = "warning routine_work.division[0]."
    bare = DIVISION.format("{scope: 全店}")
    every = [where + name for name in ("post", "duty", "expected_result")]
    assert found(division_unclear, bare, "daily_work") == every
    assert found(division_unclear, bare, "daily_handover") == []
    for goal in (
        "kpis: [回复率]",
        "standard: 两小时内",
        "supports_goal: 好评率",
        "expected_result: 清零",
    ):
        clear = DIVISION.format(f"{{holder: 何佳, tasks: [回复差评], {goal}}}")
        assert found(division_unclear, clear, "daily_work") == []


@pytest.mark.parametrize(("one", "other"), [("post", "post"), ("holder", "holder"), ("post", "holder")])
def test_no_part_of_the_day_belongs_to_two(one: str, other: str) -> None:
    """Whether posts or people are named, one duty has one of them."""
    text = DIVISION.format(
        f"{{{one}: 早班, duty: 回复差评, standard: 两小时内}}, {{{other}: 店长, duty: 回复 差评。, standard: 当天}}"
    )
    twice = ["warning routine_work.division[1].duty"]
    assert found(division_unclear, text, "daily_work") == twice
    assert found(division_unclear, text.replace("店长", "早班"), "daily_work") == []
