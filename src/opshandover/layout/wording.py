"""The words and marks of punctuation that the layout adds to what a document says."""

from collections.abc import Mapping

from attrs import frozen

from opshandover.model.base import Choice, Level, Priority
from opshandover.text import Lang, Text

YES = Text("是", "yes")
NO = Text("否", "no")
NO_REASON = Text("未写原因", "no reason given")
EMPTY = Text("待填写", "to be filled in")
TO_BE_FILLED_IN = Text("待填写：{hint}", "To be filled in: {hint}")
SPAN = Text("{start} 至 {end}", "{start} to {end}")
SINCE = Text("自 {start}", "from {start}")
UNTIL = Text("至 {end}", "until {end}")
NUMBERED = Text("{label} {number}", "{label} {number}")


@frozen
class Marks:
    """The marks of punctuation of one language."""

    comma: str
    pause: str
    semicolon: str
    colon: str
    opening: str
    closing: str


MARKS: Mapping[Lang, Marks] = {
    "zh": Marks("，", "、", "；", "：", "（", "）"),
    "en": Marks(", ", ", ", "; ", ": ", " (", ")"),
}

SIGNS: Mapping[Choice, str] = {
    Priority.URGENT_IMPORTANT: "▲▲",
    Priority.IMPORTANT: "▲",
    Priority.URGENT: "△",
    Priority.DEFERRABLE: "▽",
    Level.HIGH: "▲",
    Level.MEDIUM: "◆",
    Level.LOW: "▽",
}
"""The sign before the word of a choice that ranks things, so that the eye finds it by shape."""

SIGN_HERE = Text("签字", "Signature")
DATE_TO_WRITE = Text("年    月    日", "YYYY-MM-DD")
FIRST_THINGS = Text("接手先看", "First things first")
IN_FOCUS = Text("需要关注", "Needs attention")
AND_MORE = Text("另有 {number} 项，见下文各节", "and {number} more, in the sections below")
OVERDUE = Text("已逾期 {days} 天", "overdue by {days} days")
A_DAY_OVERDUE = Text("已逾期 1 天", "overdue by 1 day")
DUE_TODAY = Text("当日到期", "due on the day")
HIGH_RISK = Text("高风险", "high risk")
OPEN_ISSUE = Text("问题未解决", "issue still open")
DETAILS = Text("说明", "Details")
ITEM = Text("事项", "Item")
WHY = Text("原因", "Why")
