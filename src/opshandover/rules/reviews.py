"""Rules about looking back: what has to be looked at again, and what a review has to tell."""

from collections.abc import Iterator
from datetime import timedelta

from opshandover.document.required import empty, lacking
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    Communication,
    Culture,
    DataAnalysis,
    FeedbackMechanism,
    Goals,
    Horizon,
    MeetingKind,
    OpsDocument,
    Record,
    Review,
    ReviewCycle,
    RoutineWork,
    Section,
    WorkCategory,
    WorkPlan,
)
from opshandover.profiles import Trait
from opshandover.rules.predicates import filled
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text

_SHORT = timedelta(days=7)
_BRIEF = (Horizon.DAILY, Horizon.WEEKLY)
"""A plan for no more than this is looked at again when the next one is made."""

_REVIEWED: tuple[tuple[str, str, tuple[Trait, ...]], ...] = (
    ("work_plan", "review", ("workday", "charter")),
    ("goals", "items", ("workday", "charter")),
    ("processes", "items", ("workday", "charter")),
    ("risks", "review", ("charter",)),
    ("data_analysis", "reports", ("workday", "charter")),
    ("quality_standards", "items", ("charter",)),
    ("performance", "review", ("workday", "charter")),
    ("training", "review", ("charter",)),
    ("resources", "review", ("conversation", "charter")),
    ("improvement", "review", ("workday", "charter")),
)
"""What is looked at again regularly, the field that says how often, and who has to say so."""


@rule(
    "CAD001",
    "no-review-cycle",
    Severity.WARNING,
    on=OpsDocument,
    traits=("charter", "conversation", "workday"),
    message=("“{section}”没有写多久{what}一次", "'{section}' does not say how often it is {what}"),
    hint=("写明频率（cadence）或下一次的日期（next）", "give the `cadence`, or the day of the `next` time"),
)
def no_review_cycle(document: OpsDocument, at: Place) -> Iterator[Hit]:
    """Something that has to be looked at again does not say how often, or when next.

    Rules and goals that nobody comes back to are out of date without anyone noticing. It is asked once for each
    section: in a charter of all that lasts, in daily work of plan, goals, figures, processes, performance and
    improvement, in communication of resources; besides, of every way to collect feedback, and of team activities.
    What holds for a week or less needs none, the next plan looks back on it. Figures are looked at regularly if a
    report, a study or the way to share them says how often, or else a meeting about figures or a routine task of
    analysis.

    zh: 需要定期回头看的内容，没有写频率，也没有写下一次的日期。
    zh: 没有人回头看的规则和目标，过时了也没有人发现。每个部分只问一次：总则里问所有长期有效的内容，每日工作问计划、目标、数据、流程、绩效和改进，日常沟通问资源；另外还有反馈的收集和团队活动。一周以内的计划和目标不要求，下一份计划自然会回顾。数据的频率可以写在报告、调研或共享方式里，也可以写在数据分析会或数据分析类的日常任务里。

    Bad::
        profile: charter
        processes: {items: [{name: 退款审核}]}
    Good::
        profile: charter
        processes: {items: [{name: 退款审核, review: {cadence: yearly, next: 2027-11-15}}]}
    """
    for name, where, traits in _REVIEWED:
        section = getattr(document, name)
        asked = not at.profile.traits.isdisjoint(traits) and isinstance(section, Section)
        if asked and not empty(section) and where not in _lacks(section) and not _returns(section, at):
            yield _hit(f"{name}.{where}", section, Text("检查", "reviewed"))
    for path, mechanism in records_in(document, FeedbackMechanism):
        times = (mechanism.cadence, *(channel.cadence for channel in mechanism.channels))
        if not empty(mechanism) and not any(times):
            yield _hit(f"{path}.cadence", mechanism, Text("收集", "used"))
    activities = document.culture.activities if isinstance(document.culture, Culture) else ()
    if activities and not any(filled(event, "on", "description") for event in activities):
        yield hit("culture.activities", section=Culture.label, what=Text("办活动", "celebrated"))


def _lacks(section: Section) -> list[str]:
    return [field.name for field in lacking(section)]


def _hit(path: str, record: Record, what: Text) -> Hit:
    return hit(path, section=record.label, what=what)


def _returns(section: Section, at: Place) -> bool:
    """Says whether a section tells when it is looked at again, or is too short-lived to."""
    if any(cycle.cadence or cycle.next for _, cycle in records_in(section, ReviewCycle)):
        return True
    if isinstance(section, DataAnalysis):
        return _analysed_regularly(section, at.document)
    if isinstance(section, Goals):
        return bool(section.items) and all(goal.horizon in _BRIEF for goal in section.items)
    if not isinstance(section, WorkPlan):
        return False
    span = at.document.period
    days = span.end - span.start if span and span.start and span.end else None
    return section.horizon in _BRIEF or (days is not None and days < _SHORT)


def _analysed_regularly(section: DataAnalysis, document: OpsDocument) -> bool:
    """Says whether anything tells how often figures are looked at: in the section or outside."""
    talks, routine = document.communication, document.routine_work
    meetings = talks.meetings if isinstance(talks, Communication) else ()
    tasks = routine.tasks if isinstance(routine, RoutineWork) else ()
    often = [report.cadence for report in section.reports]
    often += [study.cadence for study in section.research]
    often += [section.sharing.cadence] if section.sharing else []
    often += [m.cadence for m in meetings if m.kind is MeetingKind.DATA_REVIEW]
    often += [task.cadence for task in tasks if task.category is WorkCategory.DATA_ANALYSIS]
    return any(often)


@rule(
    "CAD002",
    "review-overdue",
    Severity.WARNING,
    on=ReviewCycle,
    message=(
        "下一次检查定在 {next}，文档写成时已经过了",
        "the next review was to be on {next}, before the document was written",
    ),
    hint=(
        "检查过就写上这一次（last）和新的下一次（next）；没有检查就改定日期",
        "if it took place, set `last` and a new `next`; if it did not, agree on another day",
    ),
)
def review_overdue(cycle: ReviewCycle, at: Place) -> Iterator[Hit]:
    """The day of the next review lies before the day of the document, or of its last update.

    A charter, a goal or a plan that promises to be looked at again, and then is not, is taken to be in force long
    after it has stopped to be true.

    zh: 约定的下一次检查，早于文档编制或更新的日期。
    zh: 说好要回头看却没有看，早已过时的总则、目标和计划还会被当成有效。

    Bad::
        profile: charter
        prepared_on: 2026-11-16
        updated_on: 2027-12-01
        governance: {purpose: 统一各班组的交接做法, revision: {cadence: yearly, next: 2027-11-15}}
    Good::
        profile: charter
        prepared_on: 2026-11-16
        updated_on: 2027-12-01
        governance:
          purpose: 统一各班组的交接做法
          revision: {cadence: yearly, last: 2027-11-30, next: 2028-11-15}
    """
    days = [day for day in (at.as_of, at.document.updated_on) if day]
    if cycle.next and days and cycle.next < max(days):
        yield hit("next", next=cycle.next)


@presence_rule(
    "REV001",
    "review-one-sided",
    Severity.ERROR,
    on=Review,
    asks=("done_well", "to_improve"),
    traits=("conversation", "workday"),
    message=("总结没有写“{field}”", "the review has nothing under '{field}'"),
    hint=(
        "做得好的和要改的都写，各一条具体的就够",
        "write both what went well and what to do otherwise; one definite point each is enough",
    ),
)
def review_one_sided(review: Review, _at: Place) -> bool:
    """A review tells only what went well, or only what did not.

    What worked is lost if it is not written down, and what did not comes back. The problems of the day with their
    solutions are asked by the rules about issues.

    zh: 总结只写了做得好的，或只写了待改进的。
    zh: 好的做法不写下来就丢了，不好的不写下来还会再来。当天的问题和解法由“问题反馈”的规则检查。

    Bad::
        profile: daily_work
        review: {done_well: [三单破损当天补发]}
    Good::
        profile: daily_work
        review: {done_well: [三单破损当天补发], to_improve: [报名前先核对资质的有效期]}
    """
    return not empty(review)


RULES = rules_of(__name__)
