"""Rules about open items of all kinds.

What the rules on one kind of item check (a task's due date, a risk's response, a project's outlook) is
not checked here again: each missing field is reported once.
"""

import re
from collections.abc import Iterable, Iterator

from opshandover.document.columns import RecordGroup
from opshandover.document.paths import Path, child_path, written_path
from opshandover.document.people import new_owner_of, unnamed
from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    HandoverItem,
    Issue,
    OpenItem,
    OpsDocument,
    Person,
    Project,
    Record,
    Risk,
    Task,
    TaskStatus,
    WorkPlan,
)
from opshandover.model.fields import field_map
from opshandover.rules.predicates import has_any, is_generic, is_nobody, overdue
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.spec import Need
from opshandover.text import Text


@rule(
    "ITM001",
    "item-owner-missing",
    Severity.ERROR,
    on=OpenItem,
    traits=("handover",),
    pick=lambda items: items.lacking("new_owner"),
    joins="field",
    lacks=True,
    message=("“{item}”还没有完成，但没有写接手人", "'{item}' is still open, but has no new owner"),
    hint=(
        "在“接手人”写明交接后由谁负责，写真实姓名",
        "name under `new_owner` who is responsible from now on, by their real name",
    ),
)
def item_owner_missing(item: OpenItem, at: Context) -> Iterator[Hit]:
    """In a handover to several receivers, an open item has no new owner.

    Such items get lost: the giver believes that they are handed over, each receiver that another has them. A single
    receiver takes over all that names nobody else. Items inside an open item, such as the tasks of a project, go with
    it, and an item that somebody else than the giver owns stays with them. For a risk, which asks for attention rather
    than work, it is a warning.

    zh: 接收人有几位，没完成的事项却没有写交接后由谁负责。
    zh: 最容易丢的就是这些事：移交人以为交了，接收人以为归别人。接收人只有一位的，没有写别人就归这一位。项目里的任务随项目的接手人走；负责人不是移交人的，仍由他负责，不必再写。风险要的是留意，只作警告。

    Bad::
        giver: 周岩
        receivers: [王敏, 李想]
        issues: {items: [{title: 部分退款单重复, status: handling, owner: 周岩}]}
    Good::
        giver: 周岩
        receivers: [王敏, 李想]
        issues: {items: [{title: 部分退款单重复, status: handling, owner: 周岩, new_owner: 王敏}]}
    """
    nested = isinstance(at.owner, OpenItem) and at.owner.open
    if item.open and not nested and at.document.receivers and new_owner_of(item, at.document) is None:
        yield hit("new_owner", Severity.WARNING if isinstance(item, Risk) else None)


_OWNERS = ("owner", "new_owner")


def _vaguely_owned(items: RecordGroup) -> Iterable[int]:
    """The numbers of the items of a group of which an owner is no single person."""
    columns = filter(None, map(items.column_of, _OWNERS))
    owners = [(n, person.name) for column in columns for n, person in enumerate(column.contents) if person]
    vague = set(filter(is_nobody, {name for _, name in owners}))
    return {number for number, name in owners if name in vague}


@rule(
    "ITM002",
    "owner-vague",
    Severity.WARNING,
    on=OpenItem,
    pick=_vaguely_owned,
    message=("“{item}”的{field}写的不是一个具体的人", "'{field}' of '{item}' does not name one person"),
    hint=(
        "换成一个人的真实姓名；其他参与的人写在正文里",
        "give the real name of one person; mention others in the text",
    ),
)
def owner_vague(item: OpenItem, at: Context) -> Iterator[Hit]:
    """The owner of an open item is a group, "a colleague" or a placeholder.

    In a group, everyone believes that someone else takes care of it. With a name, one knows whom to ask.

    zh: 未完成事项的负责人或接手人写的是“团队”“相关同事”“待定”之类。
    zh: 一组人里每个人都以为别人在管。写了姓名，才知道该问谁。

    Bad::
        issues: {items: [{title: 部分退款单重复, status: handling, owner: 相关同事}]}
    Good::
        issues: {items: [{title: 部分退款单重复, status: handling, owner: 周岩}]}
    """
    if not item.open:
        return
    for name in _OWNERS:
        person: Person | None = getattr(item, name, None)
        if person is None or not person.name.strip():
            continue
        if is_generic(person.name) or (unnamed(person) and not _is_required(name, item, at)):
            yield hit(name)


def _is_required(name: str, item: OpenItem, at: Context) -> bool:
    """Whether another rule reports a person of an item who is not named."""
    if name == "new_owner":
        return at.profile.handover and bool(at.document.receivers) and new_owner_of(item, at.document) is None
    return field_map(type(item))[name].spec.need is Need.REQUIRED


@rule(
    "ITM003",
    "no-next-step",
    Severity.ERROR,
    on=OpenItem,
    traits=("handover",),
    pick=lambda items: items.lacking("next_step", "approach", "content", "remaining"),
    covers=("approach",),
    joins="field",
    lacks=True,
    message=("“{item}”还没有完成，但没有写接下来做什么", "'{item}' is still open, but has no next step"),
    hint=(
        "在“下一步”写一个具体动作：找谁、做什么",
        "give one specific action under `next_step`: whom to contact, what to do",
    ),
)
def no_next_step(item: OpenItem, at: Context) -> Iterator[Hit]:
    """In a handover, a task in progress, an open issue or a handover item has no next step.

    The receiver has to find out again what the giver already knows. A task that is not started, or only planned, needs
    none: its title is the action. What remains of a task and the approach to an issue say it as well. A task at 100 %
    is checked by TSK006; risks and projects have rules of their own.

    zh: 交接文档里，进行中的任务、未解决的问题或交接事项没有写下一步动作。
    zh: 接收人知道有事没完，却要把移交人已经弄清的事重新弄清一遍。未开始或只是计划的任务，标题就是动作；写了任务的剩余工作、问题的解决思路也可以。进度 100% 的任务由 TSK006 检查，风险和项目另有规则。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: in_progress}]}
    Good::
        work_progress:
          tasks:
            - title: 核对退款单
              status: in_progress
              next_step: 向支付渠道要 11 月 20 日的对账文件，核对剩下的 80 单
    """
    if not item.open or isinstance(item, (Risk, Project)):
        return
    if isinstance(item, Task) and (_waits_for_start(item, at) or item.progress == 100):
        return
    if not has_any(item, "next_step", "approach", "content", "remaining"):
        yield hit("next_step")


def _waits_for_start(task: Task, at: Context) -> bool:
    """Whether a task is not started: it says so, or is one of a plan without a status."""
    return task.status is TaskStatus.NOT_STARTED or (task.status is None and isinstance(at.owner, WorkPlan))


@presence_rule(
    "ITM004",
    "no-due",
    Severity.WARNING,
    on=HandoverItem,
    asks=(("due", "next_check", "scheduled_on"),),
    traits=("handover",),
    thorough=True,
    message=("“{item}”没有截止日期，也没有下次检查的日期", "'{item}' has no due date and no next check"),
    hint=(
        "写“截止日期”；定不下来就写“下次检查”",
        "give `due`, or `next_check` if there is no due date",
    ),
)
def no_due(item: HandoverItem, _at: Context) -> bool:
    """In a handover, an item that is handed over has neither a due date nor a next check.

    Items without a date are put off in favour of items with one. Tasks, issues and projects have rules of their own
    for the date; a risk is watched by its warning signs.

    zh: 交接文档里要移交的事项，既没有截止日期，也没有下次检查的日期。
    zh: 没有日期的事总是让位给有日期的事。任务、问题和项目另有规则要求日期，风险据预警信号留意即可。

    Bad::
        handover_plan: {items: [{title: 移交供应商账期}]}
    Good::
        handover_plan: {items: [{title: 移交供应商账期, next_check: 2026-11-23}]}
    """
    return item.open


_EXPLANATIONS = {Issue: "resolution_progress", Project: "situation", HandoverItem: "difficulties", Risk: "description"}
"""The field in which each kind of item explains a delay; tasks have rules of their own."""


def _explains(cls: type[Record]) -> str | None:
    return next((name for kind, name in _EXPLANATIONS.items() if issubclass(cls, kind)), None)


@rule(
    "ITM005",
    "overdue-unexplained",
    Severity.WARNING,
    on=OpenItem,
    among=lambda cls: _explains(cls) is not None,
    pick=lambda items: items.lacking(_explains(items.of) or ""),
    message=(
        "“{item}”在文档日期之前已到期（{due}），但“{field}”没有说明原因",
        "'{item}' was due on {due}, before the date of the document, but '{field}' does not say why it is still open",
    ),
    hint=(
        "写明卡在哪里，并给出新的日期；已经完成就更新状态",
        "say what blocks it and give a new date; if it is finished, update its status",
    ),
)
def overdue_unexplained(item: OpenItem, at: Context) -> Iterator[Hit]:
    """An open item was due before the document's own date, and gives no reason.

    The receiver cannot tell whether it is blocked, forgotten or finished. Overdue tasks are checked by TSK002.

    zh: 未完成的事项在文档日期之前已经到期，却没有说明原因。
    zh: 接收人分不清是卡住了、忘了，还是早就做完了。超期的任务由 TSK002 检查。

    Bad::
        prepared_on: 2026-11-21
        issues: {items: [{title: 部分退款单重复, status: handling, due: 2026-11-18}]}
    Good::
        prepared_on: 2026-11-21
        issues:
          items:
            - title: 部分退款单重复
              status: handling
              due: 2026-11-18
              resolution_progress: 支付渠道 11 月 24 日才能提供日志，原因还没有查清
    """
    if not overdue(item, at):
        return
    field = _explains(type(item))
    if field and empty(getattr(item, field)):
        yield hit(field, due=item.due)


@rule(
    "ITM006",
    "id-duplicate",
    Severity.ERROR,
    on=OpsDocument,
    message=("编号“{id}”已经用于 {first}，不能再指另一件事", "the ID '{id}' is already used by {first}"),
    hint=("给其中一项换一个编号", "give one of the two another ID"),
)
def id_duplicate(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """Two different items of a document have the same ID.

    The next handover matches items by their IDs, and would match the wrong one. The same item may appear in two
    sections.

    zh: 同一份文档里，两件不同的事用了同一个编号。
    zh: 下一份交接靠编号找到同一件事，编号重复就会跟错。同一件事可以在两个部分里出现。

    Bad::
        work_progress: {tasks: [{id: T-1, title: 核对退款单}, {id: T-1, title: 回访投诉客户}]}
    Good::
        work_progress: {tasks: [{id: T-1, title: 核对退款单}, {id: T-2, title: 回访投诉客户}]}
    """
    seen: dict[str, tuple[str, OpenItem]] = {}
    for path, item in records_in(document, OpenItem):
        if not (key := item.id.strip()):
            continue
        first_path, first = seen.setdefault(key, (path, item))
        if item is first:
            continue
        same_list = Path.parse(first_path).parent == Path.parse(path).parent
        if same_list or _kind_and_name(item) != _kind_and_name(first):
            first_place = Text(written_path(first_path, "zh"), written_path(first_path, "en"))
            yield hit(child_path(path, "id"), id=key, first=first_place)


_NOT_YET = re.compile(
    r"还没|还未|尚未|没有?(?:解决|做完|到货|下单|弄好)|还[会要得差剩]|仍(?:然|会|在|需|未)"
    r"|\bnot yet\b|\bstill (?:not|open|waiting|needs?|to)\b|\bremains? to\b",
    re.IGNORECASE,
)
_OUTLOOK = ("next_step", "remaining", "approach", "resolution_progress", "reason_unfinished")
"""The fields that say how an item stands."""


@rule(
    "ITM007",
    "closed-but-open",
    Severity.WARNING,
    on=OpenItem,
    traits=("handover",),
    message=(
        "“{item}”写的是已经了结，{field}里却说还有事没完",
        "'{item}' is closed, but its '{field}' says that something is left",
    ),
    hint=(
        "没完就改回未完成的状态，剩下的另写一条也可以",
        "set it back to an open status, or enter what is left as an item of its own",
    ),
)
def closed_but_open(item: OpenItem, _at: Context) -> Iterator[Hit]:
    """In a handover, an item is done or solved, but its own text, or what remains, says that something is to be done.

    Nobody looks again at what is closed, so the rest is lost.

    zh: 交接文档里，事项标为已完成或已解决，文字里却说还有事没做。
    zh: 标为了结的事没有人再看，剩下的那一点就丢了。

    Bad::
        issues: {items: [{title: 打包线皮带跑偏, status: resolved, approach: 先调正了，还会跑偏，新皮带采购还没下单}]}
    Good::
        issues: {items: [{title: 打包线皮带跑偏, status: handling, approach: 先调正了，还会跑偏，新皮带采购还没下单}]}
    """
    if item.open:
        return
    said = (name for name in _OUTLOOK if _NOT_YET.search(str(getattr(item, name, ""))))
    name = "remaining" if has_any(item, "remaining") else next(said, None)
    if name:
        yield hit(name)


def _kind_and_name(item: OpenItem) -> tuple[type[OpenItem], object]:
    return type(item), getattr(item, item.main, None)


RULES = rules_of(__name__)
