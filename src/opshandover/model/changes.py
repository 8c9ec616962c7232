"""Changes: what was changed during a shift, is being changed or will be."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, When, record
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class ChangeStatus(Choice):
    """The status of a change."""

    DONE = (
        "done",
        "已完成",
        "Done",
        "完成, 搞定, 已搞定, 已执行, 已实施, 做完, 做完了, 完成了, 已上线, 已发布, 上线了, deployed, released, closed, finished, complete, completed",
    )
    RUNNING = (
        "running",
        "进行中",
        "Running",
        "执行中, 实施中, 执行, 正在执行, 在做, 正在做, 发布中, 灰度中, deploying, underway, doing, wip, in progress, ongoing",
        "未完成, 没完成, 做了一半, 待确认, 等待中, not done, unfinished, waiting",
    )
    SCHEDULED = (
        "scheduled",
        "已安排",
        "Scheduled",
        "未开始, 没开始, 还没开始, 没做, 还没做, 未做, 未执行, 未实施, 待执行, 待实施, 待办, 已排期, 已计划, 计划中, todo, to do, planned, pending, not started, upcoming",
        "未完成, 没完成, 待跟进, 待确认, 等待中, 暂停, 搁置, not done, unfinished, waiting, on hold, paused",
    )


@record(kw_only=True)
class Change(Record):
    """One change to a system in operation."""

    label: ClassVar[Text] = Text("变更", "Change")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "impact"

    title: str = field(
        default="",
        metadata=spec(
            "标题",
            "Title",
            "改了什么，写明对象",
            "What is changed, and on what",
            REQUIRED,
            synonyms="变更, 变更内容, 内容, 名称, 变更名称, 事项, change, what, description, summary",
        ),
    )
    status: ChangeStatus | None = field(
        default=None,
        metadata=spec(
            "状态",
            "Status",
            "已完成、进行中还是已安排",
            "Done, running or scheduled",
            REQUIRED,
            synonyms="变更状态, state",
        ),
    )
    scheduled_on: When | None = field(
        default=None,
        metadata=spec(
            "时间",
            "Scheduled on",
            "执行或计划执行的时刻",
            "When it is or was to be carried out",
            RECOMMENDED,
            synonyms="日期, 变更时间, 执行时间, 计划时间, 上线时间, 发布时间, time, when, date, scheduled, window",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "谁执行并盯住结果",
            "Who carries it out and watches over it",
            REQUIRED,
            synonyms="执行人, 操作人, 变更人, who, by, implementer, engineer",
        ),
    )
    impact: Prose = field(
        default="",
        metadata=spec(
            "影响",
            "Impact",
            "影响哪些业务、用户和时段",
            "Which services and users notice it, and when",
            RECOMMENDED,
            synonyms="影响范围, 备注, 说明, effect, notes",
        ),
    )
    rollback: Prose = field(
        default="",
        metadata=spec(
            "回退办法",
            "Rollback",
            "出错时怎样恢复原状",
            "How to undo it when it fails",
            synonyms="回退, 回滚, 回退方案, 回滚方案, back-out, rollback plan",
        ),
    )
    result: Prose = field(
        default="",
        metadata=spec(
            "结果",
            "Result",
            "执行后的情况和验证",
            "What came of it, and how that was checked",
            synonyms="执行结果, outcome",
        ),
    )


@record(kw_only=True)
class Changes(Section):
    """The changes that the next shift needs to know about."""

    label: ClassVar[Text] = Text("变更与班次", "Changes and shifts")
    hint: ClassVar[Text] = Text(
        "本班做过、正在做和已安排的变更", "The changes done, running and scheduled in this shift"
    )
    synonyms: ClassVar[Text] = Text(
        "变更, 变更记录, 变更情况, 变更事项, 发布记录, 上线记录, 系统变更, 发布, 上线, 上线内容, 发布计划, 上线计划, 变更操作, 维护计划, 近期变更, 变更与发布, 修改记录, 更新内容, 更新日志, 修改内容, 版本记录, 改动, 变更历史, 改动内容, 本次改动, 版本更新, 代码变更, 变动, 变动情况, 调整, 调整事项, 通知, 新通知, 最新通知, 上级通知, 政策变化, 话术更新, 价格调整, 修订记录, 版本历史, 班次调整, 换班, 公告, 通告, 公告通知, 最新公告, 规则变动, 规则调整, 政策调整, 改价, 上下架, 调课, 调班, 排课与调课, 人事变动, 促销及价签变动, 价签变动, 价签, 主要操作, 计划操作, 本班主要操作, 今日计划操作, 夜间操作, 主要改动, 最近改动, 今日更新, 本次更新, 更新记录",
        "changes, change log, changelog, deployments, deploys, releases, maintenance, planned maintenance, scheduled maintenance, recent changes, changes made, planned changes, upcoming changes, change requests, files changed, files modified, modified files, code changes, commits, recent commits, what changed, summary of changes, changes summary, bug fixes, fixes applied, key changes, git history, releases and deployments, version history, release history, new this week, what is new, what's new, policy changes, revision history, document history, schedule changes, shift changes, rota changes, price changes, notices, bulletins, rule changes, policy updates, news for the team, recent updates",
    )
    stems: ClassVar[Text] = Text(
        "本班操作, 主要操作, 计划操作, 夜间操作, 作业票, 检修, 变更, 补上, 改动, 更新内容, 调整",
        "planned works, what changed, change window",
    )

    items: tuple[Change, ...] = field(
        default=(),
        metadata=spec(
            "变更", "Changes", "本班已做、正在做和下一班要做的", "Those done, those running and those to come", REQUIRED
        ),
    )
