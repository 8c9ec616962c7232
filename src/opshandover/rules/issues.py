"""Rules about issues: their impact, and what has been done about them."""

import re
from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Issue, IssueKind, Issues, IssueStatus, OpenItem
from opshandover.rules.predicates import has_any, has_figure, missing, says_when
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_DONE = ("actions_taken", "emergency_action", "response", "resolution_progress")
"""The fields that say what has been done about an issue; one of them is enough."""


@presence_rule(
    "ISS001",
    "issue-incomplete",
    Severity.WARNING,
    on=Issue,
    asks=((*_DONE, "next_step"),),
    thorough=True,
    message=("问题“{item}”没有写{field}", "the issue '{item}' has no {field}"),
    hint=("写清已经做过什么", "say what has been done so far"),
)
def issue_incomplete(issue: Issue, at: Context) -> bool:
    """An issue that is being handled does not say what has been done so far.

    The receiver starts from scratch, and repeats what has already failed. A next step tells where it stands. An issue that is not being handled yet is
    not checked (but see ISS006), nor are issues that are only mentioned under a project or a customer.

    zh: 问题没有写清已经做过什么。
    zh: 接收人只能从头查起，把试过没用的办法再试一遍。写了下一步，就看得出做到哪里。还没开始处理的问题不要求已采取的措施（另见 ISS006）。项目或客户里顺带提到的问题可以从简。

    Bad::
        issues: {items: [{title: 支付回调偶发超时, status: handling}]}
    Good::
        issues: {items: [{title: 支付回调偶发超时, status: handling, actions_taken: [已报障给支付渠道]}]}
    """
    return isinstance(at.owner, Issues) and issue.status in (IssueStatus.HANDLING, IssueStatus.RESOLVED)


@presence_rule(
    "ISS002",
    "complaint-incomplete",
    Severity.ERROR,
    on=Issue,
    asks=("affected_users", ("response", "customer_informed", "actions_taken")),
    unless={"affected_users": lambda issue, _: has_figure(f"{issue.title}{issue.description}")},
    severities={"affected_users": Severity.WARNING},
    message=("投诉“{item}”没有写{field}", "the complaint '{item}' has no {field}"),
    hint=(
        "写明影响多少人、怎样答复；只有一位客户就写 1",
        "give the number of affected users and the response; write 1 for a single customer",
    ),
)
def complaint_incomplete(issue: Issue, _at: Context) -> bool:
    """A complaint has no number of affected users, or no response to the customer.

    If the receiver tells the same customer something different, the complaint escalates. What was done counts as a
    response, a figure in the text as a number; that is a warning.

    zh: 投诉没有写影响了多少人（警告），或没有写怎样答复客户。
    zh: 接手的人给同一位客户不同的说法，只会让投诉升级。写了已采取的措施也算答复，文字里有数字就不再要求人数。

    Bad::
        issues: {items: [{title: 赠品漏发, kind: complaint}]}
    Good::
        issues:
          items:
            - {title: 赠品漏发, kind: complaint, affected_users: 37, response: 已答复三天内补发，并赠十元券}
    """
    return issue.kind is IssueKind.COMPLAINT


@rule(
    "ISS003",
    "recurring-issue-unsolved",
    Severity.ERROR,
    on=Issue,
    joins="field",
    lacks=True,
    message=("问题“{item}”反复出现，却没有写{field}", "the recurring issue '{item}' has no {field}"),
    hint=("写明为什么会再次发生，以及怎样让它不再发生", "say why it recurs, and what would solve it for good"),
)
def recurring_issue_unsolved(issue: Issue, _at: Context) -> Iterator[Hit]:
    """A recurring issue has no root cause, or no lasting solution.

    Without them the next shift has to solve the same problem again. The approach of an open issue is required anyway.

    zh: 反复出现的问题没有写根本原因，或没有写长久的解决办法。
    zh: 没有这两项，下一班还会处理同一个问题。未解决问题的解决思路本来就是必填的。

    Bad::
        issues: {items: [{title: 库存同步延迟, status: handling, recurring: true}]}
    Good::
        issues:
          items:
            - title: 库存同步延迟
              status: handling
              recurring: true
              root_cause: 夜间全量同步与订单高峰重叠
    """
    if issue.recurring:
        yield from missing(issue, "root_cause")
        if not issue.open:
            yield from missing(issue, "approach")


_CAUSE = re.compile(
    r"因为|由于|原因|起因|导致|老化|旧了|坏了|磨损|松动|过期|误删|配错|满了"
    r"|\b(?:because|caused? by|due to|root cause|worn|expired|misconfigured)\b",
    re.IGNORECASE,
)


def _names_cause(issue: Issue) -> bool:
    """Whether another text of an issue says what caused it."""
    texts = (issue.description, issue.approach, issue.resolution_progress, *issue.actions_taken)
    return any(_CAUSE.search(text) for text in texts)


_REQUIRED_BY_KIND = {
    IssueKind.SYSTEM_FAULT: ("root_cause", "emergency_action"),
    IssueKind.STAFF_TURNOVER: ("response",),
    IssueKind.MARKET_FLUCTUATION: ("response",),
}
"""The fields that each kind of issue needs, beyond those of every issue."""


@rule(
    "ISS004",
    "issue-kind-incomplete",
    Severity.ERROR,
    on=Issue,
    joins="field",
    lacks=True,
    message=("“{item}”是{kind}类问题，没有写{field}", "the issue '{item}' ({kind}) has no {field}"),
    hint=(
        "系统故障写根本原因和应急处理，人员变动写谁来顶替，市场波动写怎样调整",
        "system faults: root cause and emergency action; staff turnover: who steps in; market fluctuation: "
        "how plans change",
    ),
)
def issue_kind_incomplete(issue: Issue, _at: Context) -> Iterator[Hit]:
    """An issue lacks what its kind requires.

    A system fault needs a root cause and an emergency action, staff turnover a plan for who steps in, a market
    fluctuation a response; actions taken and the approach count as well, and so does a cause named in the text. While a fault is not resolved, its cause may
    still be unknown, so a missing root cause is only a warning.

    zh: 某一类问题缺少处理它所必需的内容：系统故障要有根本原因和应急处理，人员变动要有补位安排，市场波动要有应对调整。
    zh: 写了已采取的措施或解决思路也可以，文字里说了原因也算。故障还没有解决时，原因可能尚未查明，只给出警告。

    Bad::
        issues:
          items:
            - title: 大促期间下单页打不开
              kind: system_fault
              status: resolved
              root_cause: 网关连接数耗尽
    Good::
        issues:
          items:
            - title: 大促期间下单页打不开
              kind: system_fault
              status: resolved
              root_cause: 网关连接数耗尽
              emergency_action: 先切到备用网关，再限流
    """
    for name in _REQUIRED_BY_KIND.get(issue.kind, ()) if issue.kind else ():
        answers = (name,) if name == "root_cause" else (name, "actions_taken", "approach")
        said = name == "root_cause" and (issue.recurring or _names_cause(issue))
        if not has_any(issue, *answers) and not said:
            unknown_yet = name == "root_cause" and issue.open
            yield hit(name, Severity.WARNING if unknown_yet else None, kind=issue.kind.label if issue.kind else "")


@presence_rule(
    "ISS005",
    "issue-unowned",
    Severity.WARNING,
    on=Issue,
    asks=(("owner", "new_owner"), ("due", "next_check")),
    unless={
        "owner": lambda _, at: at.profile.handover,
        "due": lambda issue, at: says_when(issue.next_step) or (at.profile.brief and has_any(issue, "next_step")),
    },
    message=("未解决的问题“{item}”没有写{field}", "the open issue '{item}' has no {field}"),
    hint=(
        "写明由谁跟进、哪天再看；定不下截止日期就写下次检查",
        "say who follows it up and when; without a due date, give the next check",
    ),
)
def issue_unowned(issue: Issue, at: Context) -> bool:
    """An open issue has no owner, or no date for its follow-up.

    Issues without an owner and a date are often remembered only when the customer complains again. A next step that
    says when is a date; in short kinds of document any next step is enough. In a handover, a missing new owner is
    reported by ITM001; challenges of a project are handed over with the project.

    zh: 未解决的问题没有写由谁跟进，或没有写哪天跟进。
    zh: 没有人名和日期的问题，往往要等客户再次投诉才被想起。下一步写明了什么时候做就算日期，简短的文种里有下一步即可。交接文档里缺少接手人由 ITM001 报告；项目的难点随项目走。

    Bad::
        issues: {items: [{title: 支付回调偶发超时, status: handling, owner: 周岩}]}
    Good::
        issues: {items: [{title: 支付回调偶发超时, status: handling, owner: 周岩, next_check: 2026-11-22}]}
    """
    return issue.open and not isinstance(at.owner, OpenItem)


_IMPACT = re.compile(
    r"影响|受阻|无法|不能|损失|中断|停|失败|延误|拖延|延期|用户|客户|顾客|投诉|订单|\d"
    r"|affect|impact|cannot|can't|unable|los[et]|outage|down\b|fail|delay|customer|user|order",
    re.IGNORECASE,
)


@rule(
    "ISS006",
    "issue-no-impact",
    Severity.WARNING,
    on=Issue,
    joins="what",
    lacks=True,
    thorough=True,
    message=("从问题“{item}”看不出{what}", "the issue '{item}' does not say {what}"),
    hint=(
        "写明影响了谁、多少，以及先做了什么；还没处理就写明在等什么",
        "say who is affected and how much, and what was done first; if nothing, what it waits for",
    ),
)
def issue_no_impact(issue: Issue, at: Context) -> Iterator[Hit]:
    """An issue with a description does not mention its impact, or one without a status what was done about it.

    Without the impact, nobody can set priorities. The number of affected users, or a mention in the text, is enough;
    complaints are checked for the number by ISS002, issues that are being handled for what was done by ISS001.

    zh: 问题写了描述，却看不出影响了什么；或者没有写状态，也看不出做过什么。
    zh: 不知道影响就排不了先后。写了影响人数，或文字里提到影响即可；投诉的人数由 ISS002 检查，处理中的问题做过什么由 ISS001 检查。

    Bad::
        issues:
          items:
            - title: 后台报表页样式错乱
              description: 升级浏览器之后出现
              approach: 等前端修复
    Good::
        issues:
          items:
            - title: 后台报表页样式错乱
              status: open
              description: 升级浏览器之后出现，只影响内部查看
              approach: 等前端修复
              actions_taken: [已提工单 WEB-204]
    """
    if not isinstance(at.owner, Issues):
        return
    text = " ".join((issue.title, issue.description, issue.response, issue.resolution_progress))
    checked = issue.kind is not IssueKind.COMPLAINT and not empty(issue.description)
    if checked and issue.affected_users is None and not _IMPACT.search(text):
        yield hit("affected_users", what=Text("影响了谁、多少", "who is affected and how much"))
    if issue.status is None and not has_any(issue, *_DONE):
        yield hit("actions_taken", what=Text("已经做过什么", "what has been done about it"))


@presence_rule(
    "ISS007",
    "issue-no-approach",
    Severity.ERROR,
    on=Issue,
    asks=(("approach", "next_step", "response", "guidance"),),
    traits=("workday", "conversation", "charter"),
    message=("问题“{item}”没有写打算怎样解决", "the issue '{item}' does not say how it is to be solved"),
    hint=("写解决思路或下一步", "give the approach, or the next step"),
)
def issue_no_approach(issue: Issue, _at: Context) -> bool:
    """An open issue has neither an approach nor a next step.

    It is known to everybody, and nobody does anything about it. Handovers are checked by ITM003.

    zh: 未解决的问题既没有解决思路，也没有下一步。
    zh: 人人都知道有这个问题，却没有人去做什么。交接文档由 ITM003 检查。

    Bad::
        profile: daily_work
        issues: {items: [{title: 支付回调偶发超时, status: handling}]}
    Good::
        profile: daily_work
        issues: {items: [{title: 支付回调偶发超时, status: handling, next_step: 向渠道要 11 月 21 日的日志}]}
    """
    return issue.open


RULES = rules_of(__name__)
