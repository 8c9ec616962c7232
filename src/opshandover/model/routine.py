"""Routine work: recurring work, who does it, and what to do if it goes wrong."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, Section, record
from opshandover.model.responsibilities import Responsibility
from opshandover.model.tasks import Task
from opshandover.spec import REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Question(Record):
    """A frequent or expected question, with its answer."""

    label: ClassVar[Text] = Text("问答", "Question and answer")
    main: ClassVar[str] = "question"
    rest: ClassVar[str] = "answer"

    question: str = field(
        default="",
        metadata=spec(
            "问题",
            "Question",
            "用提问人的原话",
            "In the words of the person who asks",
            REQUIRED,
            synonyms="问, 疑问, q",
        ),
    )
    answer: Prose = field(
        default="",
        metadata=spec(
            "答复",
            "Answer",
            "可以直接照做的回答",
            "An answer that can be acted on",
            synonyms="回答, 答, 解答, 处理, 处理方法, 解决方法, 解决办法, a, reply, solution, fix, response",
        ),
    )
    asked_on: date | None = field(
        default=None, metadata=spec("提问日期", "Asked on", "哪天提出", "The day on which it was asked")
    )
    answered_on: date | None = field(
        default=None, metadata=spec("答复日期", "Answered on", "哪天答复", "The day on which it was answered")
    )


@record(kw_only=True)
class RoutineWork(Section):
    """The work that recurs every day."""

    label: ClassVar[Text] = Text("日常工作安排", "Routine work")
    hint: ClassVar[Text] = Text("每天、每周固定要做的事和分工", "What is done every day or week, and by whom")
    synonyms: ClassVar[Text] = Text(
        "日常工作, 日常事务, 日常运维, 日常任务, 例行工作, 常规工作, 每日工作, 固定工作, 周期性工作, 定期工作, 日常巡检, 巡检, 巡检情况, 巡检记录, 日常检查, 例行检查, 日常维护, 日常操作, 值班任务, 每日任务, 每日巡检, 定时任务, 日常管理, 每日检查, 每日检查项, 检查项, 检查清单, 日检, 每周检查, 周期任务, 每日必做, 每日事项, 日常事项, 例行任务, 例行事项, 定期任务, 每周任务, 每月任务, 每月工作, 日常流程, 日常职责, 值班内容, 巡查情况, 巡查, 打扫卫生, 卫生情况, 卫生, 检查, 巡房, 巡检要点, 检查情况, 检查要点, 值守, 开店流程, 闭店流程, 开班前, 班前准备, 班前检查, 班中检查, 班后检查, 开店检查, 闭店检查, 清洁, 清洁卫生, 保洁, 固定动作, 定期事项, 每日流程, 日常, 交接检查, 点检, 设备点检, 卫生检查, 巡逻, 巡视, 值勤, 执勤, 消杀, 上架, 陈列, 卫生陈列, 消毒, 保养, 设备保养, 关门前检查, 开门前检查, 月底要做什么, 周报月报, 周报, 月报, 出勤与工时, 工时, 每周运营sop, 日常sop",
        "routine, routine tasks, daily tasks, recurring tasks, regular tasks, daily checks, daily routine, recurring work, recurring duties, day to day, day-to-day work, weekly tasks, regular duties, regular work, daily duties, monthly tasks, scheduled jobs, cron jobs, checks, regular checks, daily operations, recurring responsibilities, regular activities, daily work, daily activities, weekly routine, monthly routine, opening checklist, closing checklist, recurring activities, ongoing responsibilities, ongoing duties, regular maintenance, housekeeping, daily checklist, rounds, opening, closing, opening tasks, closing tasks, opening duties, closing duties, before the shift, during the shift, after the shift, end of shift checklist, start of shift checklist, every day, every week, cleaning, cleaning checklist, inspection, inspections, pre-shift checks, patrols, rounds completed, receiving, dispatch, servicing, month-end close, month end close, operational tasks, recurring jobs, regular jobs, your week, month by month, typical flow, scrum rhythm, daily rhythm, weekly rhythm, annual activities, annual maintenance, maintenance notes, support schedule, duty schedule, support times, support hours, shift times",
    )
    stems: ClassVar[Text] = Text(
        "每天, 每日, 每周, 每月, 日常, 例行, 定期, 巡检, 固定要, 固定做, 周期, 月底, 一天, 一周, 关门检查, 开门检查, 收尾检查",
        "daily, weekly, monthly, every day, every week, every morning, routine, recurring, day to day, regular stuff, regular things, regularly, each day, each week, on mondays, rhythm, common, my week, my day, schedule of shifts",
    )

    tasks: tuple[Task, ...] = field(
        default=(),
        metadata=spec("日常任务", "Tasks", "写明频率、时间和负责人", "Each with how often, when and who", REQUIRED),
    )
    division: tuple[Responsibility, ...] = field(
        default=(),
        metadata=spec("分工", "Division of work", "哪个岗位负责哪些日常工作", "Which post does which part of it"),
    )
    department_cooperation: tuple[str, ...] = field(
        default=(), metadata=spec("部门配合", "Cooperation", "和哪些部门怎样配合", "How other departments take part")
    )
    troubleshooting: tuple[Question, ...] = field(
        default=(),
        metadata=spec(
            "常见问题",
            "Troubleshooting",
            "出问题时怎么办",
            "What to do when something goes wrong",
            synonyms="faq, 常见故障, 故障排查, 问题排查, 常见问题及处理, 常见问题及解决方法, 常见问题及解决办法, 常见问题处理, 常见问题解答, 常见故障处理, 问答, 疑难解答, faqs, common issues, common problems, frequently asked questions, common errors, q&a, questions and answers, 常见情况处理, 常见问题与处理, 常见异常, common faults, common faults and fixes, common jams and fixes, quick fixes, known fixes",
        ),
    )
