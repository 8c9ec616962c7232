"""The labels and punctuation that the layout adds to the content of a document."""

from collections.abc import Mapping

from attrs import frozen

from opshandover.model.base import Choice, Level, Priority
from opshandover.model.changes import ChangeStatus
from opshandover.model.issues import IssueStatus
from opshandover.model.projects import ProjectStatus
from opshandover.model.risks import RiskStatus
from opshandover.model.tasks import TaskStatus
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
class Punctuation:
    """The punctuation of one language."""

    comma: str
    pause: str
    semicolon: str
    colon: str
    opening: str
    closing: str


PUNCTUATION: Mapping[Lang, Punctuation] = {
    "zh": Punctuation("，", "、", "；", "：", "（", "）"),
    "en": Punctuation(", ", ", ", "; ", ": ", " (", ")"),
}

SYMBOLS: Mapping[Choice, str] = {
    Priority.URGENT_IMPORTANT: "▲▲",
    Priority.IMPORTANT_NOT_URGENT: "▲",
    Priority.URGENT_NOT_IMPORTANT: "△",
    Priority.DEFERRABLE: "▽",
    Level.HIGH: "▲",
    Level.MEDIUM: "◆",
    Level.LOW: "▽",
    TaskStatus.DONE: "√",
    TaskStatus.DELAYED: "▲",
    IssueStatus.RESOLVED: "√",
    ProjectStatus.DONE: "√",
    ProjectStatus.DELAYED: "▲",
    ChangeStatus.DONE: "√",
    RiskStatus.OCCURRED: "▲",
    RiskStatus.CLOSED: "√",
}
"""The symbol before the label of a choice that ranks items or marks one as done or late.

It is easy to spot by its shape; the label has the meaning, so that nothing depends on the symbol.
"""

BULLET = "•"
"""The start of a line without a symbol."""

SIGN_HERE = Text("签字（盖章）", "Signature or seal")
DATE_TO_WRITE = Text("年    月    日", "YYYY-MM-DD")
FIRST_THINGS = Text("接手先看", "First things first")
IN_FOCUS = Text("需要关注", "Needs attention")
TAKES_OVER = Text(
    "负责人是{giver}、没有另写接手人的，由{receiver}接手。",
    "{receiver} takes over what {giver} owns, unless a new owner is named.",
)
AND_MORE = Text("另有 {number} 项，见下文（{where}）", "and {number} more below ({where})")
ALSO_OPEN = Text("其他未完成", "Also open")
OVERDUE = Text("已逾期 {days} 天", "overdue by {days} days")
A_DAY_OVERDUE = Text("已逾期 1 天", "overdue by 1 day")
TIME_HAS_PASSED = Text("已过时间", "its time has passed")
DUE_TODAY = Text("当日到期", "due on the day")
DUE_NEXT_SHIFT = Text("下一班内到期", "due before the next shift ends")
DUE_NEXT_DAY = Text("次日到期", "due on the next day")
DELAYED = Text("已延迟", "delayed")
HIGH_RISK = Text("高风险", "high risk")
OPEN_ISSUE = Text("问题未解决", "issue still open")
DETAILS = Text("说明", "Details")
SAME_FOR_ALL = Text("以下各项相同：", "The same for all: ")
SEE_BELOW = Text("见下", "see below")
ITEM = Text("事项", "Item")
WHY = Text("原因", "Why")
MATRIX = Text("优先级矩阵", "Priority matrix")
URGENT = Text("紧急", "Urgent")
NOT_URGENT = Text("不紧急", "Not urgent")
IMPORTANT = Text("重要", "Important")
NOT_IMPORTANT = Text("不重要", "Not important")
NOTHING_HERE = Text("无", "none")
AND_MORE_ABOVE = Text("另有 {number} 项，见任务列表", "and {number} more, in the list of tasks")
FINDINGS = Text("检查结果", "Findings")
FINDINGS_COUNT = Text("检查发现 {number} 处：{counts}。", "The check found {number}: {counts}.")
COUNTED = Text("{what} {number} 处", "{what} {number}")
NO_FINDINGS = Text("检查没有发现问题。", "The check found nothing wrong.")
NOT_CHECKED = Text("{number} 条规则未检查：{codes}", "{number} rule(s) not checked: {codes}")
WAIVED = Text("文档声明豁免的 {number} 处：{codes}", "Waived in the document, {number} in all: {codes}")
SEVERITY = Text("程度", "Severity")
RULE = Text("规则", "Rule")
LOCATION = Text("位置", "Place")
FINDING = Text("问题与建议", "What was found, and what to do")
WHOLE_DOCUMENT = Text("整份文档", "the whole document")
HANDOVER_MEMO = Text("交接备忘录", "Handover memo")
SUMMARY_MEMO = Text("工作摘要", "Summary")
CONTENTS = Text("交接内容", "What is handed over")
OUTLOOK = Text("概况", "At a glance")
FIGURES = Text("关键数据", "Key figures")
AGAINST_TARGET = Text("关键指标完成情况（目标值 = 100%）", "Key figures in percent of their targets (target = 100%)")
NOT_DRAWN = Text("另有 {number} 项未入图，见上表", "{number} more in the table above")
OUTSTANDING_ACCESS = Text("权限和物品待办", "Outstanding access and assets")
TO_GIVE_BACK = Text("归还", "give back")
WHOM_TO_ASK = Text("有事找谁", "Whom to ask")
AGREEMENTS = Text("约定与决定", "Agreements and decisions")
AND_MORE_ENTRIES = Text("另有 {number} 项，见全文", "and {number} more, in the full document")
AND_MORE_WHERE = Text("另有 {number} 项，见全文（{where}）", "and {number} more, in the full document ({where})")
BREAKDOWN = Text("目标分解", "Goal breakdown")
COVERAGE = Text("{all} 个目标中有 {number} 个已分解到任务。", "{number} of {all} goals are broken down into tasks.")
NO_TASKS = Text("没有任务", "no tasks")
TASKS_DONE = Text("任务（完成 / 共）", "Tasks (done / all)")
CONFIRMED = Text("已确认 {number} / {all}", "{number} of {all} confirmed")
NO_PHASE = Text("未分阶段", "No phase")
NUMBER = Text("序号", "No.")
GROUP = Text("分组", "Group")
TO_FOLLOW_UP = Text("跟进清单", "To follow up")
ALSO_TO_FOLLOW_UP = Text("另需跟进", "Also to follow up")
CHECK_DUE = Text("到了检查日期", "due for a check")
UNANSWERED = Text("提问未答复", "not answered yet")
