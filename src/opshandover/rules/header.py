"""Rules about the header of a document: who hands over to whom, and when."""

from collections.abc import Iterator

from opshandover.document.people import same_person
from opshandover.findings import Severity
from opshandover.model import Communication, Governance, HandoverPlan, OpsDocument
from opshandover.placeholders import says_nothing
from opshandover.rules.predicates import missing, names_nobody
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.rules.signing import decision_unexplained, not_acknowledged, not_signed
from opshandover.text import Text


@rule(
    "HDR001",
    "receiver-missing",
    Severity.ERROR,
    on=OpsDocument,
    covers=("receivers.name",),
    traits=("handover",),
    message=("没有写明接收人是谁", "missing receiver"),
    hint=(
        "在“接收人”写上真实姓名，不写“相关同事”“团队”",
        "give real names under `receivers`, not “the team” or “colleagues”",
    ),
)
def receiver_missing(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """A handover names no receiver, or only a group.

    Work handed to everybody is handed to nobody: no one asks, and no one confirms. Each entry without a real name is
    reported.

    zh: 交接文档没有写接收人，或只写了“团队”“相关同事”。
    zh: 交给大家等于没有交给任何人：没有人会问，也没有人会确认。没有真实姓名的每一项都会报告。

    Bad::
        giver: 周岩
    Good::
        giver: 周岩
        receivers: [王敏]
    """
    if not document.receivers:
        yield hit("receivers")
    for i, person in enumerate(document.receivers):
        if names_nobody(person):
            yield hit(f"receivers[{i}]")


@rule(
    "HDR002",
    "giver-missing",
    Severity.ERROR,
    on=OpsDocument,
    covers=("giver.name",),
    traits=("handover",),
    message=("没有写明移交人是谁", "missing giver"),
    hint=(
        "在“移交人”写上真实姓名，接收人有疑问时才知道问谁",
        "give the real name under `giver`, so that the receiver knows whom to ask",
    ),
)
def giver_missing(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """A handover names no giver, or only a group.

    If something is unclear later, there is nobody to ask, and nobody is responsible for the content.

    zh: 交接文档没有写移交人，或只写了“团队”之类。
    zh: 事后有不清楚的地方，不知道该问谁，也没有人对内容负责。

    Bad::
        receivers: [王敏]
    Good::
        giver: 周岩
        receivers: [王敏]
    """
    if names_nobody(document.giver):
        yield hit("giver")


def _dated(document: OpsDocument) -> bool:
    """Whether a document says of which day it is: a date of its own, or the days of its period, shift or plan."""
    plan = document.handover_plan
    spans = (document.period, document.shift, plan.period if isinstance(plan, HandoverPlan) else None)
    days = (document.prepared_on, document.updated_on, document.effective_on)
    return any(days) or any(span.start or span.end for span in spans if span)


@rule(
    "HDR003",
    "period-missing",
    Severity.ERROR,
    on=OpsDocument,
    traits=("handover",),
    message=("看不出交接文档是哪天的", "the handover does not say of which day it is"),
    hint=("写上“编制日期”，或在“时段”“班次”里写起止日期", "give `prepared_on`, or the days of its `period` or `shift`"),
)
def period_missing(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """A handover has no date, and neither its period nor its shift has one.

    Without a date nobody knows whether it is today's handover or last month's, and overdue items cannot be found. The
    name of a shift alone recurs every day. The period of the handover plan counts as well.

    zh: 交接文档没有编制日期，时段和班次也没有写日期。
    zh: 没有日期就分不清是今天的还是上个月的交接，也查不出哪些事情已经超期。只写“早班”看不出是哪天的早班；交接计划写了交接期也可以。

    Bad::
        giver: 周岩
        receivers: [王敏]
        shift: 早班
    Good::
        giver: 周岩
        receivers: [王敏]
        shift: 早班
        prepared_on: 2026-11-21
    """
    if not _dated(document):
        yield hit("prepared_on")


@rule(
    "HDR004",
    "self-handover",
    Severity.ERROR,
    on=OpsDocument,
    traits=("handover",),
    message=("移交人“{who}”同时又是{role}", "the giver '{who}' is also the {role}"),
    hint=(
        "改成实际接手或监交的人；如果只是同名，请写上各自的电话或邮箱",
        "name the person who really takes over or witnesses it; for two people of the same name, give the "
        "phone or email of both",
    ),
)
def self_handover(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """The giver is also a receiver or the witness.

    Then nothing is handed over, and nobody else checks it. People of the same name are distinguished if both entries
    give a phone number, an email address or a messenger name.

    zh: 移交人同时又是接收人或监交人。
    zh: 这样工作并没有转手，也没有旁人核对。同名的人，双方都写上电话、邮箱或即时通讯账号就能区分。

    Bad::
        giver: 周岩
        receivers: [周岩]
    Good::
        giver: 周岩
        receivers: [王敏]
    """
    giver = document.giver
    if giver is None:
        return
    for i, person in enumerate(document.receivers):
        if same_person(giver, person):
            yield hit(f"receivers[{i}]", who=giver.name, role=Text("接收人", "receiver"))
    if document.witness and same_person(giver, document.witness):
        yield hit("witness", who=giver.name, role=Text("监交人", "witness"))


@presence_rule(
    "HDR005",
    "witness-missing",
    Severity.WARNING,
    on=OpsDocument,
    thorough=True,
    asks=("witness",),
    traits=("departure",),
    message=("离职交接没有写监交人", "the offboarding handover has no witness"),
    hint=(
        "请一位主管或人事同事在场监督，并写在“监交人”",
        "ask a manager or someone from human resources to be present, and name them under `witness`",
    ),
)
def witness_missing(_document: OpsDocument, _at: Context) -> bool:
    """An offboarding handover has no witness.

    Once the giver has left, giver and receiver can hardly agree on what was handed over; a third person who was
    present can say. A short one is not asked for it.

    zh: 离职交接没有监交人。
    zh: 移交人离开后，双方很难再说清交了什么、没交什么，需要一位在场的第三人。简要交接不要求。

    Bad::
        profile: offboarding
        giver: 周岩
        receivers: [王敏]
    Good::
        profile: offboarding
        giver: 周岩
        receivers: [王敏]
        witness: 陈洁
    """
    return True


@rule(
    "HDR007",
    "charter-no-effect",
    Severity.WARNING,
    on=OpsDocument,
    traits=("charter",),
    message=("总则没有写明“{field}”", "the charter has no {field}"),
    hint=(
        "写明“生效日期”，以及对哪些部门和事务有效（“总则与修订”的“适用范围”）",
        "give the day from which it applies (`effective_on`), and the departments and matters (`governance.scope`)",
    ),
)
def charter_no_effect(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """A charter has no effective date, or no scope.

    Nobody follows a rule that does not say from when and to whom it applies.

    zh: 总则没有写生效日期，或没有写适用范围。
    zh: 不知道从哪天起、对谁有效的规则，没有人会照着做。

    Bad::
        profile: charter
        governance: {purpose: 统一各班组的交接做法}
    Good::
        profile: charter
        effective_on: 2026-12-01
        governance: {purpose: 统一各班组的交接做法, scope: 运营中心的所有班组和外包客服}
    """
    yield from missing(document, "effective_on")
    if isinstance(document.governance, Governance) and says_nothing(document.governance.scope):
        yield hit("governance.scope")


@presence_rule(
    "HDR008",
    "effect-missing",
    Severity.WARNING,
    on=OpsDocument,
    asks=("effective_on",),
    traits=("departure",),
    message=("没有写明从哪天起由接收人负责", "no effective date"),
    hint=("在“生效日期”写上日期", "give the day under `effective_on`"),
)
def effect_missing(_document: OpsDocument, _at: Context) -> bool:
    """An offboarding handover does not say from which day the receiver is responsible.

    Between the giver's last day and the receiver's first, work is left undone because each believes that the other
    is responsible.

    zh: 离职交接没有写从哪天起由接收人负责。
    zh: 一方还没走、另一方还没接，中间的事情双方都以为归对方管。

    Bad::
        profile: offboarding
        prepared_on: 2026-11-21
    Good::
        profile: offboarding
        prepared_on: 2026-11-21
        effective_on: 2026-12-01
    """
    return True


@rule(
    "HDR012",
    "author-missing",
    Severity.ERROR,
    on=OpsDocument,
    joins="what",
    traits=("workday", "conversation"),
    message=("看不出这份记录是{what}", "the document does not say {what}"),
    hint=(
        "写上“编制人”和“编制日期”",
        "give the author (`prepared_by`) and the day (`prepared_on`)",
    ),
)
def author_missing(document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """A report of a day or a record of talks has no author, or no date.

    Nobody knows whom to ask about it, or which day it is about. The days of meetings and talks count as a date.

    zh: 每日工作、日报、沟通记录或纪要没有写编制人，或没有日期。
    zh: 有疑问不知道问谁，也不知道说的是哪一天。会议和沟通记录写了日期也可以。

    Bad::
        profile: daily_work
        title: 店铺日报
    Good::
        profile: daily_work
        title: 店铺日报
        prepared_by: 王敏
        prepared_on: 2026-11-21
    """
    if names_nobody(document.prepared_by) and names_nobody(document.giver):
        yield hit("prepared_by", what=Text("谁写的", "who wrote it"))
    talks = document.communication
    section = talks if isinstance(talks, Communication) else Communication()
    held = [one.on for one in section.meetings] + [one.on for one in section.log]
    if not _dated(document) and not any(held):
        yield hit("prepared_on", what=Text("哪天的", "of which day it is"))


RULES = (*rules_of(__name__), not_acknowledged, not_signed, decision_unexplained)
