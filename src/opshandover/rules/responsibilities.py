"""Rules about posts: their duties, scope and boundaries.

A post may have an entry for each of its duties; what one of them says applies to the post.
"""

import re
from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import OpsDocument, Responsibilities, Responsibility, Risks, RoutineWork
from opshandover.profiles import Profile
from opshandover.rules.predicates import has_any, has_figure, names_time
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

Entries = list[tuple[int, Responsibility]]

_BOUNDS = re.compile(
    r"不(?:含|包括|包含|处理|负责|涉及|管|归)|除外|以外|归|转|由.{1,12}(?:负责|处理)"
    r"|\b(?:not|except|excluding|without|other than|only)\b",
    re.IGNORECASE,
)


def _posts(items: tuple[Responsibility, ...]) -> list[Entries]:
    """The entries of each post; an entry without a post is on its own."""
    posts: dict[object, Entries] = {}
    for i, entry in enumerate(items):
        key = i if empty(entry.post) else _plain(entry.post)
        posts.setdefault(key, []).append((i, entry))
    return list(posts.values())


def _plain(text: str) -> str:
    return "".join(text.split()).casefold().strip("。.；;，,")


def _name_of(entry: Responsibility) -> str | Text:
    return next((t for t in (entry.post, entry.duty) if t.strip()), entry.label)


def _any_has(entries: Entries, *names: str) -> bool:
    return any(has_any(entry, *names) for _, entry in entries)


def _hit(i: int, entry: Responsibility, field: str, severity: Severity | None = None) -> Hit:
    return hit(f"items[{i}].{field}", severity, post=_name_of(entry))


@rule(
    "RSP001",
    "post-incomplete",
    Severity.ERROR,
    on=Responsibilities,
    joins="field",
    lacks=True,
    covers=("items.post", "items.duty", "items.scope"),
    message=("岗位“{post}”没有写{field}", "the post '{post}' has no {field}"),
    hint=(
        "写明岗位负责什么、范围多大、用什么指标或成果衡量",
        "give the duties of the post, their scope, and the indicators or results that measure them",
    ),
)
def post_incomplete(section: Responsibilities, at: Context) -> Iterator[Hit]:
    """A post has no name, duty or scope, or no indicator, standard or expected result.

    A duty without scope is claimed by two people or by none; one without a result can be neither done nor missed.
    Missing tasks are a warning in daily work, and for each duty in an offboarding handover. Scope and result may be
    given with any duty of the post, and are not asked for in short kinds of document, where a post need be named
    only once.

    zh: 岗位没有写名称、职责、职责范围，或没有任何指标、标准或预期成果。
    zh: 没有范围的职责，要么两个人都管，要么没有人管；没有成果的职责，谈不上做好做坏。没有列出具体工作，每日工作里为警告，离职交接要求每条职责都列出（警告）。范围和成果，同一岗位有几条职责时其中一条写了即可，简短的文种不要求，岗位也只要写一次。

    Bad::
        responsibilities: {items: [{post: 质检专员, duty: 抽检服务质量}]}
    Good::
        responsibilities:
          items:
            - post: 质检专员
              duty: 抽检服务质量
              tasks: [每人每月抽 8 次, 每周反馈会]
              scope: 自有坐席和外包坐席
              expected_result: 同类错误次月减半
    """
    said_once = at.profile.brief and any(has_any(entry, "post") for entry in section.items)
    for entries in _posts(section.items):
        for i, entry in entries:
            if empty(entry.post) and not said_once:
                yield _hit(i, entry, "post")
            if not has_any(entry, "duty", "tasks"):
                yield _hit(i, entry, "duty")
        if at.profile.brief:
            continue
        first, entry = entries[0]
        if not _any_has(entries, "scope", "boundary"):
            yield _hit(first, entry, "scope")
        if not _any_has(entries, "kpis", "expected_result", "standard"):
            yield _hit(first, entry, "expected_result")
        yield from _without_tasks(entries, at.profile)


def _without_tasks(entries: Entries, profile: Profile) -> Iterator[Hit]:
    """A hit for a post without tasks or, in an offboarding handover, for each duty without."""
    if profile.departure:
        for i, entry in entries:
            if not has_any(entry, "tasks", "routine"):
                yield _hit(i, entry, "tasks", Severity.WARNING)
    elif profile.workday and not _any_has(entries, "tasks", "routine"):
        yield _hit(*entries[0], "tasks", Severity.WARNING)


@rule(
    "RSP002",
    "duty-without-measure",
    Severity.ERROR,
    on=Responsibilities,
    thorough=True,
    joins="field",
    lacks=True,
    traits=("charter",),
    message=("岗位“{post}”没有写{field}", "the post '{post}' has no {field}"),
    hint=(
        "每条职责写明标准、成果和时间节点；每个岗位写明日常、专项、应急三种情形怎样处理",
        "give each duty a standard, a result and a time, and say for each post how routine, special and "
        "emergency work is handled",
    ),
)
def duty_without_measure(section: Responsibilities, at: Context) -> Iterator[Hit]:
    """In a final charter, a duty cannot be measured, or a post does not cover all situations.

    Performance is evaluated by the charter, so each duty needs a standard, or an expected result with a figure, and a
    time (a warning). A time in the standard or the result counts. How routine, special and emergency work is handled
    is checked once for each post, as a warning; listed tasks may replace the routine, and the charter's contingency
    plans the emergency. In a draft, one measure for each post is enough, which RSP001 asks for.

    zh: 总则定稿时，职责没有写工作标准（写了带数字的预期成果也可以）或时间节点（警告），或岗位没有写日常、专项、应急怎样处理（警告）。
    zh: 草稿里每个岗位有一项衡量即可，由 RSP001 检查。总则是考核的依据，每条职责都要能衡量。标准或成果里写了时间的，不再要求时间节点；写了具体工作的，不再要求日常处理；总则里有应急预案的，不再要求应急处理。

    Bad::
        state: final
        responsibilities:
          items: [{post: 质检专员, duty: 抽检服务质量, kpis: [{name: 质检合格率, target: 95, unit: "%"}]}]
    Good::
        state: final
        responsibilities:
          items:
            - post: 质检专员
              duty: 抽检服务质量
              standard: 两人评分相差不超过 5 分
              expected_result: 同类错误次月减半
              time_node: 每月 3 日前出报告
              routine: 每人每月抽 8 次
              special: 大促期间抽检加倍，由组长排班
              emergency: 发现泄露客户信息，立即报经理
    """
    for entries in _posts(section.items) if at.final else ():
        for i, entry in entries:
            if empty(entry.standard) and not has_figure(entry.expected_result):
                yield _hit(i, entry, "standard")
            if has_any(entry, "kpis") and empty(entry.expected_result):
                yield _hit(i, entry, "expected_result")
            if empty(entry.time_node) and not _timed(entry):
                yield _hit(i, entry, "time_node", Severity.WARNING)
        first, entry = entries[0]
        if not _any_has(entries, "routine", "tasks"):
            yield _hit(first, entry, "routine", Severity.WARNING)
        if not _any_has(entries, "special"):
            yield _hit(first, entry, "special", Severity.WARNING)
        if not _any_has(entries, "emergency") and not _has_contingencies(at.document):
            yield _hit(first, entry, "emergency", Severity.WARNING)


def _timed(entry: Responsibility) -> bool:
    """Whether one of the texts that describe the duty contains a time."""
    texts = (entry.standard, entry.expected_result, entry.routine, *entry.tasks)
    return any(names_time(text) for text in texts)


def _has_contingencies(document: OpsDocument) -> bool:
    risks = document.risks
    return isinstance(risks, Risks) and any(has_any(risk, "contingency") for risk in risks.items)


@rule(
    "RSP003",
    "duties-overlap",
    Severity.WARNING,
    on=Responsibilities,
    traits=("charter", "workday"),
    message=("岗位“{post}”{what}", "the post '{post}' {what}"),
    hint=(
        "一项职责只归一个岗位；在“职责边界”写明哪些事不归本岗、归谁",
        "give a duty to one post only, and say under `boundary` what belongs to other posts, and to which",
    ),
)
def duties_overlap(section: Responsibilities, at: Context) -> Iterator[Hit]:
    """Two posts have the same duty, or a post of a final charter has no boundary.

    Between two posts, work is done twice or not at all. A scope that says what it leaves out counts as a boundary.
    The division of daily work is checked by RSP004.

    zh: 两个岗位有同一项职责，或定稿的总则里，岗位没有写职责边界。
    zh: 两个岗位相接的地方，事情要么做两遍，要么没有人做。职责范围里写了不含什么、转给谁，也算边界。当天的分工由 RSP004 检查。

    Bad::
        profile: charter
        responsibilities:
          items:
            - {post: 接待坐席, duty: 处理退款, scope: 在线渠道，不含电话}
            - {post: 售后坐席, duty: 处理退款, scope: 电话渠道，不含在线}
    Good::
        profile: charter
        responsibilities:
          items:
            - {post: 接待坐席, duty: 答复咨询, boundary: 退款转售后坐席}
            - {post: 售后坐席, duty: 处理退款, scope: 全部渠道，不含产品故障}
    """
    for i, entry in _duplicates(section.items):
        what = Text("与另一个岗位的职责相同", "has the same duty as another post")
        yield hit(f"items[{i}].duty", post=_name_of(entry), what=what)
    for entries in _posts(section.items) if at.profile.charter and at.final else ():
        bounded = any(_BOUNDS.search(entry.scope) for _, entry in entries)
        if not bounded and not _any_has(entries, "boundary"):
            i, entry = entries[0]
            what = Text("没有写职责边界", "has no boundary")
            yield hit(f"items[{i}].boundary", post=_name_of(entry), what=what)


def _duplicates(items: tuple[Responsibility, ...]) -> Iterator[tuple[int, Responsibility]]:
    """Each entry with a duty that an earlier entry of another post has."""
    seen: dict[str, str] = {}
    for i, entry in enumerate(items):
        post = entry.post if has_any(entry, "post") else entry.holder.name if entry.holder else ""
        if empty(entry.duty) or empty(post):
            continue
        if seen.setdefault(_plain(entry.duty), _plain(post)) != _plain(post):
            yield i, entry


@rule(
    "RSP004",
    "division-unclear",
    Severity.WARNING,
    on=RoutineWork,
    covers=("division.post", "division.duty"),
    traits=("workday",),
    message=("分工“{post}”{what}", "in the division of work, '{post}' {what}"),
    hint=(
        "每条分工写明归谁、做哪些事、做到什么程度；一件事只归一个人",
        "give each entry a post or holder, its tasks and its expected result; assign a task to one person only",
    ),
)
def division_unclear(section: RoutineWork, _at: Context) -> Iterator[Hit]:
    """An entry in the division of work has no post or holder, no duty or no result, or a duty is assigned twice.

    Then two people do the same work, or each waits for the other. Indicators, a standard or a supported goal may
    replace the result.

    zh: 当天的分工没有写归谁、做什么或做到什么程度，或一件事分给了两个人。
    zh: 这样不是两个人做同一件事，就是互相等。写了指标、标准或对应目标的，不再要求成果。

    Bad::
        profile: daily_work
        routine_work:
          division:
            - {post: 早班客服, duty: 回复差评, expected_result: 当天回复完}
            - {post: 店长助理, duty: 回复差评, expected_result: 没有遗漏}
    Good::
        profile: daily_work
        routine_work:
          division:
            - {post: 早班客服, duty: 回复差评, expected_result: 当天回复完}
            - {post: 店长助理, duty: 核对库存, expected_result: 断货前三天提补货单}
    """
    for i, entry in enumerate(section.division):
        if not has_any(entry, "post", "holder"):
            yield _of_division(i, "post", entry, Text("没有写归谁", "has no post or holder"))
        if not has_any(entry, "duty", "tasks", "routine"):
            yield _of_division(i, "duty", entry, Text("没有写做什么", "has no duty"))
        if not has_any(entry, "kpis", "expected_result", "standard", "supports_goal"):
            what = Text("没有写做到什么程度", "has no expected result")
            yield _of_division(i, "expected_result", entry, what)
    for i, entry in _duplicates(section.division):
        yield _of_division(i, "duty", entry, Text("分给了两个人", "has a duty that is assigned twice"))


def _of_division(i: int, field: str, entry: Responsibility, what: Text) -> Hit:
    return hit(f"division[{i}].{field}", post=_name_of(entry), what=what)


RULES = rules_of(__name__)
