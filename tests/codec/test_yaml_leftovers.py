"""What a starter left below a value is passed over; what somebody wrote there is named by its lines."""

import re

import pytest
from tests.codec.faulty import faults

from opshandover.codec import loads
from opshandover.codec.short_starter import short_starter
from opshandover.codec.yaml_leftovers import without_leftovers
from opshandover.model import NotApplicable, Nothing
from opshandover.profiles import profile_named
from opshandover.text import Lang

STARTERS: dict[Lang, str] = {
    "zh": short_starter(profile_named("shift_handover"), "zh"),
    "en": short_starter(profile_named("shift_handover"), "en"),
}


def put(written: str, lang: Lang = "zh") -> str:
    """The starter with some text in place of its heading of the issues."""
    return re.sub("(?m)^(问题反馈|issues):.*$", lambda _: written, STARTERS[lang])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("written", "lang", "absence"),
    [
        ("问题反馈: {无内容: 今晚没有投诉}", "zh", Nothing(reason="今晚没有投诉")),
        ("问题反馈: {无内容: 今晚没有投诉}  # 已经发生的问题", "zh", Nothing(reason="今晚没有投诉")),
        ("问题反馈: 无", "zh", Nothing(reason="")),
        ("问题反馈:\n  无内容: 今晚没有投诉", "zh", Nothing(reason="今晚没有投诉")),
        ("问题反馈:\n  不适用:", "zh", NotApplicable(reason="")),
        ("issues: {nothing: no complaint}", "en", Nothing(reason="no complaint")),
        ("issues:\n  nothing: no complaint", "en", Nothing(reason="no complaint")),
    ],
)
def test_the_advice_of_a_starter_loads(written: str, lang: Lang, absence: object, newline: str) -> None:
    """An absence may be put at the heading of a section whose example lines still stand below."""
    assert loads(put(written, lang).replace("\n", newline), format="yaml").issues == absence


def test_all_sections_at_once_and_lines_stay_where_they_are() -> None:
    """Several sections can be stated absent; a fault behind them has the line of the file."""
    text = re.sub("(?m)^(问题反馈|工作进展):.*$", r"\1: 无", STARTERS["zh"])
    assert loads(text, format="yaml").work_progress == Nothing(reason="")
    (fault,) = faults(f"{text}优先级: x")
    assert fault.line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        (put("问题反馈: 无").replace("（示例）一句话说明出了什么问题", "卡单"), 22, "23–30"),
        ("profile: charter\n移交人: 周岩\n  电话: 138\n\n标题: x\n", 2, "3"),
        ("profile: charter\nissues: none\n  items:\n    - title: Stuck\n", 2, "3–4"),
    ],
)
def test_content_below_a_value_is_named_by_its_lines(text: str, line: int, lines: str) -> None:
    """The one error says which lines are in the way of the value, and what can be done."""
    (fault,) = faults(text)
    assert fault.line == line
    assert f"请删去第 {lines} 行" in fault.in_lang("zh")
    assert f"delete line {lines}, or move the value below" in fault.in_lang("en")


def test_content_beside_an_absence_is_refused() -> None:
    """An item of which the title was filled in is content, though other texts of it are examples."""
    text = put("问题反馈:\n  无内容: 没有").replace("（示例）一句话说明出了什么问题", "卡单")
    (fault,) = faults(text)
    assert fault.problem["en"] == "nothing else can stand beside '无内容'"


def test_only_unused_lines_below_a_section_go() -> None:
    """Prose of several lines and fields that are no section stay."""
    text = "标题: a\n  b\n问题反馈: 无\n  问题:\n\n移交人: x\n  y:\n"
    assert without_leftovers(text, lambda _: True) == "标题: a\n  b\n问题反馈: 无\n\n\n移交人: x\n  y:\n"
    assert without_leftovers(text, lambda _: False) == text
