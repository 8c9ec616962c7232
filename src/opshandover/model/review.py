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
    synonyms: ClassVar[Text] = Text(
        "总结, 复盘, 反思, 工作总结, 心得, 经验总结, 今日总结, 小结, 心得体会, 回顾, 工作小结, 工作回顾, 总结复盘, 本周总结, 工作反思, 今日小结, 总结与展望, 工作感想, 经验分享, 感想, 感悟, 体会, 收获, 收获与体会, 经验教训, 经验与体会, 工作体会, 本周收获, 今日收获, 一点心得, 思考, 所思所想, 小感悟, 复盘与思考, 得失, 感受, 学习与收获, 学习收获, 结论, 本周结论, 点评, 导师点评, 总结和思考",
        "review, retrospective, reflection, retro, wrap-up, wrap up, postmortem, post-mortem, looking back, reflections, learnings, what we learned, insights, closing thoughts, final thoughts, conclusion, reflections and lessons, retrospective notes, lessons from the shift, personal reflections, what i learned, thoughts, my thoughts, mistakes i made, mistakes, what i got wrong, lowlights, shout-outs, shoutouts, kudos, things i'd do differently, what i'd do differently, what i took away, what we took away, talking points, takeaways, self-assessment, conclusions, exit interview, key insights, key takeaways",
    )
    stems: ClassVar[Text] = Text(
        "总结, 复盘, 心得, 反思, 点评, 收获",
        "retrospective, lessons, learned, do differently, done differently, reflection, talking point, self-assessment, takeaway, went well, did well, would improve, lesson",
    )
    rest: ClassVar[str] = "completion"

    done_well: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "做得好的",
            "Done well",
            "值得保持的做法和成果",
            "What worked and should be kept",
            REQUIRED,
            synonyms="亮点, 成绩, 成果, 做得好, 工作亮点, 主要成绩, went well, what went well, wins, successes",
        ),
    )
    to_improve: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "待改进的",
            "To improve",
            "下次要改的地方和办法",
            "What to do otherwise next time, and how",
            REQUIRED,
            synonyms="待改进, 不足, 存在不足, 需改进, 改进点, 做得不好的, 待改进的地方, went badly, what didn't go well, what could be better, areas for improvement",
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
        metadata=spec(
            "经验教训",
            "Lessons",
            "别人也用得上的经验",
            "What others can learn from it",
            RECOMMENDED,
            synonyms="经验, 教训, 经验与教训, lessons learned, lessons learnt, key learnings, learnings, takeaways",
        ),
    )
    gains: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "收获",
            "Gains",
            "学到了什么、有哪些成长",
            "What was learned or won personally",
            synonyms="个人收获, 成长, learned",
        ),
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
