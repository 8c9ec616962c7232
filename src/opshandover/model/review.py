"""Review: what went well, what did not, and what is learned from it."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Section, record
from opshandover.model.communication import Meeting
from opshandover.model.issues import Issue
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Review(Section):
    """A review of the work of the day, the project or the period."""

    label: ClassVar[Text] = Text("总结与反思", "Review and reflection")
    hint: ClassVar[Text] = Text(
        "做得好的、待改进的，以及学到的经验", "What went well, what should change, and what was learned"
    )

    done_well: tuple[str, ...] = field(
        default=(),
        metadata=spec("做得好的", "Done well", "值得保持的做法和成果", "What worked and should be kept", REQUIRED),
    )
    to_improve: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "待改进的", "To improve", "下次要改的地方和办法", "What to do otherwise next time, and how", REQUIRED
        ),
    )
    completion: Prose = field(
        default="",
        metadata=spec("完成情况", "Completion", "对照计划完成了多少", "How much of the plan was done", RECOMMENDED),
    )
    issues: tuple[Issue, ...] = field(
        default=(), metadata=spec("遇到的问题", "Issues", "期间的问题及解决办法", "What came up, and how it was solved")
    )
    lessons: tuple[str, ...] = field(
        default=(),
        metadata=spec("经验教训", "Lessons", "别人也用得上的经验", "What others can learn from it", RECOMMENDED),
    )
    gains: tuple[str, ...] = field(
        default=(), metadata=spec("收获", "Gains", "学到了什么、有哪些成长", "What was learned or won personally")
    )
    member_feedback: tuple[str, ...] = field(
        default=(),
        metadata=spec("成员反馈", "Feedback from members", "团队成员的看法", "How the members of the team see it"),
    )
    leader_feedback: tuple[str, ...] = field(
        default=(),
        metadata=spec("上级反馈", "Feedback from leaders", "领导的评价和要求", "What the superiors think and ask for"),
    )
    meetings: tuple[Meeting, ...] = field(
        default=(),
        metadata=spec(
            "总结会议", "Review meetings", "复盘会的时间和结论", "When it was talked over, and with what outcome"
        ),
    )
