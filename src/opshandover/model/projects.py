"""Projects: the purpose of each, its progress, and the way forward."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Section, record
from opshandover.model.documents import DocumentRef
from opshandover.model.goals import Goal
from opshandover.model.issues import Issue
from opshandover.model.items import OpenItem
from opshandover.model.people import Contact, Person
from opshandover.model.risks import Risk
from opshandover.model.tasks import Milestone, Task
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class ProjectKind(Choice):
    """The kind of undertaking."""

    PROJECT = "project", "项目", "Project"
    ACTIVITY = "activity", "活动", "Activity"


class ProjectStatus(Choice):
    """The status of a project."""

    PLANNED = (
        "planned",
        "筹备中",
        "Planned",
        "未开始, 未启动, 待启动, 计划中, 待办, 没开始, 还没开始, 没做, 还没做, 未做, 没动, todo, to do, not started, pending",
        "未完成, 没完成, 待跟进, not done, unfinished, incomplete",
    )
    RUNNING = (
        "running",
        "进行中",
        "Running",
        "推进中, 执行中, 处理中, 跟进中, 做了一半, 在做, 正在做, 正在进行, 已开始, 在推进, started, underway, active, doing, wip, in progress, ongoing",
        "未完成, 没完成, 待跟进, 待确认, 等待中, not done, unfinished, incomplete, waiting",
    )
    DELAYED = (
        "delayed",
        "已延迟",
        "Delayed",
        "延期, 已延期, 延迟, 延误, 逾期, 已逾期, 超期, 推迟, late, overdue, postponed",
    )
    PAUSED = (
        "paused",
        "已暂停",
        "Paused",
        "暂停, 搁置, 挂起, 中止, on hold, suspended",
        "blocked, stuck, waiting, 卡住, 阻塞, 受阻, 等待中",
    )
    DONE = (
        "done",
        "已完成",
        "Done",
        "完成, 搞定, 已搞定, 做完, 做完了, 完成了, 搞定了, 结项, 已结项, 结束, 已结束, 已关闭, closed, finished, complete, completed",
        "ok, okay",
    )
    CANCELLED = "cancelled", "已取消", "Cancelled", "取消, 终止, 作废, canceled, dropped, abandoned"


@record(kw_only=True)
class Project(OpenItem):
    """An undertaking with a goal and an end."""

    label: ClassVar[Text] = Text("项目", "Project")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "situation"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "项目的正式名称",
            "The official name",
            REQUIRED,
            synonyms="项目名称, 项目, 项目名, project, project name",
        ),
    )
    kind: ProjectKind | None = field(
        default=None, metadata=spec("类别", "Kind", "是项目还是活动", "A project or an activity")
    )
    status: ProjectStatus | None = field(
        default=None,
        metadata=spec(
            "状态",
            "Status",
            "目前处于哪个阶段",
            "The stage that it is in",
            REQUIRED,
            synonyms="项目状态, 当前状态, state",
        ),
    )
    progress: int | None = field(
        default=None,
        metadata=spec(
            "进度",
            "Progress",
            "整体完成的百分比",
            "How much of the whole is done",
            RECOMMENDED,
            unit="%",
            ge=0,
            le=100,
            synonyms="完成度, 项目进度, 完成率, completion",
        ),
    )
    situation: Prose = field(
        default="",
        metadata=spec(
            "现状",
            "Present state",
            "已完成什么、正在做什么、卡在哪里",
            "What is done, what is under way, what is stuck",
            RECOMMENDED,
            synonyms="当前进展, 进展, 项目进展, 项目现状, 当前状态说明, 情况, 说明, 备注, 描述, current state, notes, details, current status, description",
        ),
    )
    background: Prose = field(
        default="",
        metadata=spec(
            "背景",
            "Background",
            "为什么立项",
            "Why it was started",
            RECOMMENDED,
            synonyms="项目背景, 项目介绍, 简介, 介绍, 项目简介, 项目描述, context, introduction, about",
        ),
    )
    goals: tuple[Goal, ...] = field(
        default=(),
        metadata=spec(
            "目标",
            "Goals",
            "要达到的结果，尽量可衡量",
            "What is to be reached, measurable if possible",
            REQUIRED,
            synonyms="项目目标, goal, objective, objectives",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "对结果负责的人",
            "Who answers for the result",
            REQUIRED,
            synonyms="项目负责人, 责任人, 项目经理, pm, lead, project lead, project manager",
        ),
    )
    members: tuple[Person, ...] = field(
        default=(),
        metadata=spec(
            "成员",
            "Members",
            "参与的同事",
            "The colleagues who take part",
            RECOMMENDED,
            synonyms="项目成员, 参与人, 参与人员, 开发人员, 开发, 协作人, team, people, developers",
        ),
    )
    counterparts: tuple[Contact, ...] = field(
        default=(),
        metadata=spec(
            "对接人",
            "Counterparts",
            "每个相关部门或外部方的联系人",
            "Whom to turn to in each department or company",
            synonyms="业务方, 联系人, 产品, 产品经理, 接口人, 需求方, 业务对接人, contacts, contact, stakeholders, point of contact",
        ),
    )
    departments: tuple[str, ...] = field(
        default=(), metadata=spec("相关部门", "Departments", "参与的部门", "The departments that take part")
    )
    tasks: tuple[Task, ...] = field(
        default=(),
        metadata=spec(
            "任务",
            "Tasks",
            "已完成和待完成的任务",
            "What has been done and what is still to do",
            RECOMMENDED,
            synonyms="待办, 待办事项, 未完成, 后续任务, todo, to do, open tasks",
        ),
    )
    milestones: tuple[Milestone, ...] = field(
        default=(), metadata=spec("里程碑", "Milestones", "关键节点和日期", "The turning points and their dates")
    )
    key_results: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "关键成果", "Key results", "已经取得的成果，最好带数字", "What has been achieved, with numbers if possible"
        ),
    )
    challenges: tuple[Issue, ...] = field(
        default=(),
        metadata=spec(
            "难点",
            "Challenges",
            "遇到的困难和解决建议",
            "The difficulties, and how to solve them",
            synonyms="问题, 遗留问题, 存在问题, 困难, 已知问题, issues, known issues, problems, open issues",
        ),
    )
    risks: tuple[Risk, ...] = field(
        default=(),
        metadata=spec("风险", "Risks", "可能影响项目的事", "What may get in the way", synonyms="风险点, risk"),
    )
    future_focus: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "后续重点",
            "Future focus",
            "今后最该关注的方面",
            "What matters most from now on",
            synonyms="后续计划, 后续工作, 后续安排",
        ),
    )
    suggestions: tuple[str, ...] = field(
        default=(),
        metadata=spec("建议", "Suggestions", "对项目今后的建议", "Advice for the time to come", synonyms="advice"),
    )
    documents: tuple[DocumentRef, ...] = field(
        default=(),
        metadata=spec(
            "相关文档",
            "Documents",
            "计划书、总结等在哪里",
            "Where the plan, summaries and the like are kept",
            synonyms="文档, 资料, 文档地址, 源码, 代码, 代码地址, 仓库, 仓库地址, git地址, git, 代码仓库, 源码地址, 需求文档, 设计文档, 接口文档, 文档链接, docs, repository, repo, source, code, links, documentation",
        ),
    )

    @property
    def open(self) -> bool:
        """Whether the project is still to be continued."""
        return self.status not in (ProjectStatus.DONE, ProjectStatus.CANCELLED)


@record(kw_only=True)
class Projects(Section):
    """The projects and activities that the work consists of."""

    label: ClassVar[Text] = Text("项目总结", "Projects")
    hint: ClassVar[Text] = Text(
        "每个项目的目标、现状、难点和后续安排", "The goals, state, difficulties and future of each project"
    )
    synonyms: ClassVar[Text] = Text(
        "项目, 项目情况, 项目列表, 项目清单, 负责项目, 负责的项目, 项目进展, 项目进度, 在研项目, 在建项目, 项目交接, 项目概况, 参与项目, 项目信息, 在手项目, 项目现状, 在跟项目, 手上项目, 重点项目, 活动项目, 进行中的项目, 项目交接清单, 项目组合",
        "projects, active projects, current projects, project status, project list, ongoing projects, initiatives, key projects, project overview, project handover, project updates, live projects, project portfolio, campaigns running, key initiatives, grants, ongoing grants, programmes, programs",
    )
    stems: ClassVar[Text] = Text(
        "在做的项目, 手上的项目, 项目有, 进行中的项目",
        "campaigns, projects i, initiatives, live projects, ongoing",
    )

    items: tuple[Project, ...] = field(
        default=(),
        metadata=spec(
            "项目", "Projects", "正在进行和刚结束的项目", "Those under way and those just finished", REQUIRED
        ),
    )
