"""Rules about the support after a handover, and about questions and answers."""

from collections.abc import Iterator

from opshandover.document.dates import is_before
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Question, Support
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of


@presence_rule(
    "SUP001",
    "support-no-channel",
    Severity.WARNING,
    on=Support,
    asks=(("channel", "check_ins"),),
    traits=("handover",),
    by_trait={"departure": Severity.ERROR},
    message=("后续支持没有写{field}", "the follow-up support has no {field}"),
    hint=("写明在哪里提问，或约好回访", "say where to ask questions, or arrange check-ins"),
)
def no_support_channel(support: Support, _at: Context) -> bool:
    """The support has no channel for questions.

    Most questions come up in the first weeks, and are not asked if nobody knows where. Check-ins that are arranged
    count as a channel.

    zh: 没有写通过什么渠道提问。
    zh: 问题多半在接手后的头几周出现。不知道在哪里问，就不问了。已经约好的回访也算渠道。

    Bad::
        profile: offboarding
        support: {contact: {person: {name: 周岩, phone: 021-5555-0100}, relationship: 前任}}
    Good::
        profile: offboarding
        support:
          until: 2026-12-31
          contact: {person: {name: 周岩, phone: 021-5555-0100}, relationship: 前任}
          channel: {name: 交接问答群}
    """
    return not empty(support)


@rule(
    "SUP002",
    "support-ends-early",
    Severity.WARNING,
    on=Support,
    traits=("handover",),
    message=(
        "支持只到 {until}，早于交接生效的 {start}",
        "the support ends on {until}, before the handover takes effect on {start}",
    ),
    hint=(
        "核对两个日期；支持期应从交接生效后算起",
        "check both dates; support is for the time after the handover takes effect",
    ),
)
def support_ends_early(support: Support, at: Context) -> Iterator[Hit]:
    """The support ends before the receiver is responsible.

    Then it covers no day on which a question could come up.

    zh: 支持在接收人开始负责之前就结束了。
    zh: 这样的支持期里，还不会有人提问。

    Bad::
        profile: offboarding
        effective_on: 2026-12-01
        support: {until: 2026-11-28}
    Good::
        profile: offboarding
        effective_on: 2026-12-01
        support: {until: 2026-12-31}
    """
    until, start = support.until, at.document.effective_on
    if until and start and is_before(until, start):
        yield hit("until", until=until, start=start)


@presence_rule(
    "SUP003",
    "question-unanswered",
    Severity.WARNING,
    on=Question,
    thorough=True,
    asks=("answer",),
    traits=("handover",),
    message=("问题“{item}”没有答复", "the question '{item}' has no answer"),
    hint=(
        "写一个可以照做的答复；暂时答不了，就写谁在什么时候答复",
        "give an answer that can be acted on; if there is none yet, who answers and when",
    ),
)
def question_unanswered(question: Question, _at: Context) -> bool:
    """A question has no answer.

    Someone with the same question learns only that others had it before.

    zh: 写了问题，却没有写答复。
    zh: 下次再遇到的人，只知道别人也问过。

    Bad::
        routine_work: {troubleshooting: [{question: 打印机不出小票怎么办}]}
    Good::
        routine_work:
          troubleshooting: [{question: 打印机不出小票怎么办, answer: 换到 2 号机，再报修 8001}]
    """
    return has_any(question, "question")


RULES = rules_of(__name__)
