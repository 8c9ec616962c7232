"""Rules about reviews: how often something is reviewed, and what a review must say."""

from collections.abc import Iterator
from datetime import timedelta

from opshandover.document.dates import is_before
from opshandover.document.paths import child_path
from opshandover.document.required import empty, lacking
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    Communication,
    Culture,
    DataAnalysis,
    FeedbackMechanism,
    Goals,
    Governance,
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
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_SHORT = timedelta(days=7)
_BRIEF = (Horizon.DAILY, Horizon.WEEKLY)
"""The horizons of plans and goals that are reviewed when the next plan is made."""

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
"""The sections that need regular review, the field for its frequency, and the traits that require it."""


@rule(
    "CAD001",
    "no-review-cycle",
    Severity.WARNING,
    on=OpsDocument,
    joins="section",
    thorough=True,
    traits=("charter", "conversation", "workday"),
    message=("“{section}”没有写多久{what}一次", "'{section}' does not say how often it is {what}"),
    hint=("写明“频率”或“下次”的日期", "give the `cadence`, or the date of the `next` time"),
)
def no_review_cycle(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """A section that needs regular review has neither a frequency nor the date of the next review.

    Rules and goals that nobody reviews become outdated without anyone noticing. One finding names the sections: in a
    charter everything that lasts, unless the charter as a whole says when it is revised; once they are final, in daily work plan, goals, figures, processes, performance and improvement; in
    communication records resources; besides, every feedback mechanism and team activities. Plans and goals for a
    week or less need none: the next plan reviews them. The frequency for figures may be that of a report, a study,
    the data sharing, a data review meeting or a routine task of data analysis.

    zh: 需要定期回头看的内容，没有写频率，也没有写下一次的日期。
    zh: 没有人回头看的规则和目标，过时了也没有人发现。一条里列出所有这样的部分：总则里问所有长期有效的内容（写了总则整体的修订周期或修订条件的不再问）；定稿后，每日工作问计划、目标、数据、流程、绩效和改进，日常沟通问资源；另外还有反馈的收集和团队活动。一周以内的计划和目标不要求，下一份计划自然会回顾。数据的频率可以写在报告、调研或共享方式里，也可以写在数据分析会或数据分析类的日常任务里。

    Bad::
        profile: charter
        processes: {items: [{name: 退款审核}]}
    Good::
        profile: charter
        processes: {items: [{name: 退款审核, review: {cadence: yearly, next: 2027-11-15}}]}
    """
    governance = document.governance
    revised = isinstance(governance, Governance) and has_any(governance, "revision", "revision_triggers")
    lasting = () if revised or not (at.profile.charter or at.final) else _REVIEWED
    for name, field, traits in lasting:
        section = getattr(document, name)
        if at.profile.traits.isdisjoint(traits) or not isinstance(section, Section) or empty(section):
            continue
        if field not in {f.name for f in lacking(section)} and not _is_reviewed(section, at):
            yield _hit(child_path(name, field), section, Text("检查", "reviewed"))
    for path, mechanism in records_in(document, FeedbackMechanism):
        cadences = (mechanism.cadence, *(channel.cadence for channel in mechanism.channels))
        if not empty(mechanism) and not any(cadences):
            yield _hit(child_path(path, "cadence"), mechanism, Text("收集", "used"))
    activities = document.culture.activities if isinstance(document.culture, Culture) else ()
    if activities and not any(has_any(event, "on", "description") for event in activities):
        yield hit("culture.activities", section=Culture.label, what=Text("办活动", "held"))


def _hit(path: str, record: Record, what: Text) -> Hit:
    return hit(path, section=record.label, what=what)


def _is_reviewed(section: Section, at: Context) -> bool:
    """Whether a section says when it is reviewed, or is too short-lived to need it."""
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
    """Whether a frequency of data analysis is given, in the section or elsewhere."""
    communication, routine = document.communication, document.routine_work
    meetings = communication.meetings if isinstance(communication, Communication) else ()
    tasks = routine.tasks if isinstance(routine, RoutineWork) else ()
    cadences = [report.cadence for report in section.reports]
    cadences += [study.cadence for study in section.research]
    cadences += [section.sharing.cadence] if section.sharing else []
    cadences += [m.cadence for m in meetings if m.kind is MeetingKind.DATA_REVIEW]
    cadences += [task.cadence for task in tasks if task.category is WorkCategory.DATA_ANALYSIS]
    return any(cadences)


@rule(
    "CAD002",
    "review-overdue",
    Severity.WARNING,
    on=ReviewCycle,
    message=(
        "下一次检查定在 {next}，文档写成或生效时已经过了",
        "the next review is due on {next}, before the document was written or takes effect",
    ),
    hint=(
        "检查过就写上“上次”和新的“下次”；没有检查就改定日期",
        "if it took place, set `last` and a new `next`; if it did not, set another date",
    ),
)
def review_overdue(cycle: ReviewCycle, at: Context) -> Iterator[Hit]:
    """The next review is dated before the document, its last update, or the day from which a charter holds.

    A charter, goal or plan that is not reviewed as agreed may be taken as valid long after it is outdated.

    zh: 约定的下一次检查，早于文档编制、更新或总则生效的日期。
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
    starts = at.document.effective_on if at.profile.charter else None
    days = [day for day in (at.as_of, at.document.updated_on, starts) if day]
    if cycle.next and days and is_before(cycle.next, max(days)):
        yield hit("next", next=cycle.next)


@presence_rule(
    "REV001",
    "review-one-sided",
    Severity.WARNING,
    on=Review,
    thorough=True,
    asks=("done_well", "to_improve"),
    traits=("conversation", "workday"),
    message=("总结没有写“{field}”", "the review has nothing under '{field}'"),
    hint=(
        "做得好的和要改的都写，各一条具体的就够",
        "write both what went well and what to improve; one specific point each is enough",
    ),
)
def review_one_sided(review: Review, _at: Context) -> bool:
    """A review says only what went well, or only what to improve.

    Good practice is lost and problems recur if they are not written down. The issues of the day and their solutions
    are checked by the rules about issues.

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
