"""Rules about missing or empty sections, and about values that cannot be right."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import cast

from opshandover.caching import per_class
from opshandover.document.paths import child_path
from opshandover.document.required import empty, holds_example
from opshandover.findings import Severity
from opshandover.model import NotApplicable, Nothing, OpsDocument, Period, Record, Shift, SignOff
from opshandover.model.fields import Field, fields_of, is_section, section_fields
from opshandover.placeholders import says_nothing
from opshandover.rules.required import required_missing, section_need
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.spec import Need, Spec
from opshandover.text import Text

_SEVERITIES = {Need.REQUIRED: Severity.ERROR, Need.RECOMMENDED: Severity.WARNING, Need.OPTIONAL: Severity.INFO}


@rule(
    "GEN001",
    "section-missing",
    Severity.ERROR,
    on=OpsDocument,
    joins="field",
    message=("文档缺少{need}的部分：{field}", "missing {need} sections: {field}"),
    hint=(
        "补上；确实没有内容时写“无内容”，不适用时写“不适用”，并说明原因",
        "add them; if there is nothing to report write `nothing`, if a section does not apply `not_applicable`, "
        "each with the reason",
    ),
)
def section_missing(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """Sections that this kind of document needs are missing; one finding names all of them.

    A reader cannot tell a forgotten section from one with nothing to report. Missing required sections are an error,
    missing recommended ones an info once the document is final, and not reported in short kinds. A section declared `nothing` or
    `not_applicable`, with a reason, counts as present, and a waiver of one section takes it out of the list. A sign-off
    is not missed before the document is final.

    zh: 缺少这种文档需要的部分，合在一起报告。
    zh: 忘了写和确实没有，看起来是一样的。必备的部分缺失时文档不能定稿；建议的部分缺失，定稿时只作提示，简短的文种不提示。
    zh: 说明原因的“无内容”或“不适用”也算回答；豁免其中一个部分，它就不再列出。交接确认在定稿前不要求。

    Bad::
        title: 11 月 21 日早班交接
    Good::
        overview: {summary: 大促第二天，订单量为平日的三倍，客服排队已恢复正常}
        changes: {nothing: 大促封网期间不做变更}
        work_progress: {tasks: [{title: 核对退款单, status: done, result: 420 单全部核对}]}
        issues: {nothing: 本班没有收到新的问题}
        risks: {items: [{title: 晚高峰客服人手不足, response: 19 点前调两名售前支援}]}
        work_plan: {tasks: [{title: 回访昨日投诉客户, status: not_started}]}
        data_analysis: {metrics: [{name: 退款率, value: 1.8, unit: "%"}]}
        goals: {not_applicable: 目标写在每月的工作总则里}
        resources: {items: [{name: 晚班客服, allocation: 8 人}]}
        systems: {items: [{name: 工单系统, purpose: 受理和分派客户问题}]}
        documents: {items: [{title: 退款处理手册, location: 知识库的“售后”栏目}]}
        team: {members: [{person: 王敏, role: 晚班组长}]}
        contacts: {items: [{person: 李想, relationship: 支付渠道的值班联系人}]}
        projects: {not_applicable: 本班不负责项目}
        customers: {nothing: 没有需要单独跟进的客户}
        partners: {not_applicable: 由商务部门单独交接}
        responsibilities: {not_applicable: 岗位职责见工作总则，没有变化}
        routine_work: {not_applicable: 日常工作按排班表进行，没有变化}
        processes: {not_applicable: 流程没有变化}
        culture: {not_applicable: 双方在同一个班组}
        training: {not_applicable: 接班人已经在岗两年}
        support: {not_applicable: 交班人明天仍在岗，可以当面问}
        notes: {nothing: 没有其他要注意的事情}
    """
    for field in section_fields(type(document)):
        need = section_need(at, field.name)
        early = field.type is SignOff and not at.final
        if early or getattr(document, field.name) is not None:
            continue
        if need is Need.REQUIRED:
            yield hit(field.name, need=Text("必备", "required"))
        elif need is Need.RECOMMENDED and at.final and not at.profile.brief:
            yield hit(field.name, Severity.INFO, need=Text("建议", "recommended"))


@rule(
    "GEN003",
    "section-empty",
    Severity.WARNING,
    on=OpsDocument,
    message=("“{field}”部分只有标题，没有内容", "the section '{field}' is empty"),
    hint=(
        "写上内容；确实没有时写“无内容”并说明原因，空话和“无”“同上”不算内容",
        "fill it in, or write `nothing` with the reason; a placeholder such as TBD does not count",
    ),
)
def section_empty(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """A section is present, but has no values, or only placeholders.

    The reader cannot tell whether there is nothing to report or whether nobody has looked. The severity is that of a
    missing section: an error where this kind of document requires it, a warning where it recommends it, else an
    info.

    zh: 某一部分只有标题，或只写了“无”“待补充”之类的占位文字。
    zh: 读的人不知道是确实没有，还是没有人看过。严重程度与缺少这一部分相同。

    Bad::
        issues: {items: []}
    Good::
        issues: {nothing: 本班没有收到新的问题}
    """
    for field in section_fields(type(document)):
        value = getattr(document, field.name)
        if is_section(value) and empty(value) and not holds_example(value):
            yield hit(field.name, _SEVERITIES[section_need(at, field.name)])


@rule(
    "GEN004",
    "absence-unexplained",
    Severity.WARNING,
    on=Record,
    among=lambda cls: cls in (Nothing, NotApplicable),
    covers=("reason",),
    joins="sections",
    message=("没有说明原因：{sections}", "no reason is given: {sections}"),
    hint=(
        "写一句原因，例如查过什么、为什么不需要；“无”“待定”不是原因",
        "give the reason in a sentence: what was checked, or why it is not needed; a placeholder is not a reason",
    ),
)
def absence_unexplained(absence: Record, at: Context) -> Iterator[Hit]:
    """Sections are declared `nothing` or `not_applicable` without a real reason; one finding names all of them.

    The statement counts because somebody has checked; the reason is the evidence. The severity is that of a missing
    section, but no more than a warning in short kinds of document.

    zh: 有的部分写了“无内容”或“不适用”，却没有真正的原因，合在一起报告。
    zh: 这种声明之所以算回答，是因为有人确认过；原因正是确认过的证明。严重程度与缺少这一部分相同，简短的文种里最多是警告。

    Bad::
        issues: {nothing: 无}
    Good::
        issues: {nothing: 查过工单系统和客服群，本班没有新问题}
    """
    if at.field and isinstance(absence, (Nothing, NotApplicable)) and says_nothing(absence.reason):
        severity = _SEVERITIES[section_need(at, at.field.name)]
        if at.profile.brief and severity is Severity.ERROR:
            severity = Severity.WARNING
        label, what = at.field.label, absence.label
        sections = Text(f"“{label.zh}”写着“{what.zh}”", f"'{label.en}' says '{what.en}'")
        yield hit(child_path(at.path, "reason"), severity, beside=True, sections=sections)


@per_class
def _bounded(cls: type[Record]) -> tuple[Field, ...]:
    """The fields of a class whose numbers have bounds."""
    return tuple(f for f in fields_of(cls) if f.spec.ge is not None or f.spec.le is not None)


@rule(
    "GEN005",
    "number-out-of-range",
    Severity.ERROR,
    on=Record,
    among=lambda cls: bool(_bounded(cls)),
    message=(
        "“{item}”的{field}不在允许的范围内：应为{allowed}",
        "the {field} of '{item}' is out of range: must be {allowed}",
    ),
    hint=("核对数字和单位后改正", "check the number and its unit, and correct it"),
)
def number_out_of_range(record: Record, _at: Context) -> Iterator[Hit]:
    """A number is out of the range of its field, such as a progress of 150 %.

    It is usually a typing error or a wrong unit, and all calculations with it go wrong. It counts as empty in the
    score.

    zh: 数字超出了该字段可能的范围，例如进度 150%。
    zh: 多半是笔误或单位不对，用它计算的人会跟着出错；评分时按没有填写处理。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, progress: 150}]}
    Good::
        work_progress: {tasks: [{title: 核对退款单, progress: 50}]}
    """
    for field in _bounded(type(record)):
        value = getattr(record, field.name)
        for number in cast("tuple[object, ...]", value) if field.many else (value,):
            if not _in_range(number, field.spec):
                yield hit(field.name, allowed=_allowed(field.spec))


def _in_range(value: object, spec: Spec) -> bool:
    if not isinstance(value, (int, Decimal)):
        return True
    return (spec.ge is None or value >= spec.ge) and (spec.le is None or value <= spec.le)


def _allowed(spec: Spec) -> Text:
    ge, le, unit = spec.ge, spec.le, spec.unit
    if ge is not None and le is not None:
        return Text(f" {ge} 到 {le}{unit}", f"from {ge} to {le}{unit}")
    if ge is not None:
        return Text(f"不小于 {ge}{unit} 的数", f"{ge}{unit} or more")
    return Text(f"不大于 {le}{unit} 的数", f"{le}{unit} or less")


@rule(
    "GEN006",
    "period-inverted",
    Severity.ERROR,
    on=Period,
    message=("时段的结束日期（{end}）早于开始日期（{start}）", "the period ends ({end}) before it starts ({start})"),
    hint=("核对两个日期并改正", "check both dates and correct them"),
)
def period_inverted(period: Period, _at: Context) -> Iterator[Hit]:
    """The end of a period is before its start.

    Nobody can tell which of the two is wrong, so nobody knows which days are covered. A period of a single day
    starts and ends on that day.

    zh: 时段的结束日期早于开始日期。
    zh: 看不出哪个日期写错了，也就不知道覆盖哪几天。只有一天的时段，开始和结束写同一天。

    Bad::
        period: {start: 2026-11-21, end: 2026-11-01}
    Good::
        period: {start: 2026-11-01, end: 2026-11-21}
    """
    if period.start and period.end and period.end < period.start:
        yield hit("end", start=period.start, end=period.end)


@rule(
    "GEN007",
    "shift-inverted",
    Severity.ERROR,
    on=Shift,
    message=(
        "班次的结束时间（{end}）不晚于开始时间（{start}）",
        "the shift's end ({end}) is not after its start ({start})",
    ),
    hint=(
        "核对两个时间；跨过零点的夜班，结束时间写第二天的日期",
        "check both times; a night shift past midnight ends on the next day",
    ),
)
def shift_inverted(shift: Shift, _at: Context) -> Iterator[Hit]:
    """A shift ends before it starts, or at the same time.

    The usual cause is a night shift whose end has the date of its start; then nobody knows which hours the document
    covers.

    zh: 班次的结束时间不晚于开始时间。
    zh: 常见原因是跨零点的夜班把结束时间写成了当天，这样就不知道文档说的是哪几个小时。

    Bad::
        shift: {name: 夜班, start: 2026-11-21 22:00, end: 2026-11-21 06:00}
    Good::
        shift: {name: 夜班, start: 2026-11-21 22:00, end: 2026-11-22 06:00}
    """
    start, end = shift.start, shift.end
    if start and end and _comparable(start, end) and end <= start:
        yield hit("end", start=start.strftime("%m-%d %H:%M"), end=end.strftime("%m-%d %H:%M"))


def _comparable(start: datetime, end: datetime) -> bool:
    """Whether both times have a time zone, or neither has."""
    return (start.utcoffset() is None) == (end.utcoffset() is None)


RULES = (*rules_of(__name__), required_missing)
