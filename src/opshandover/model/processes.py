"""Processes: how recurring work is done, step by step, by whom and to which standard."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, ReviewCycle, Section, record
from opshandover.model.documents import DocumentRef
from opshandover.model.people import Person
from opshandover.model.tasks import WorkCategory
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class ProcessStep(Record):
    """One step of a process."""

    label: ClassVar[Text] = Text("流程步骤", "Process step")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "operation"

    name: str = field(
        default="",
        metadata=spec(
            "步骤",
            "Step",
            "这一步叫什么，如“初审”",
            "What the step is called, such as “first check”",
            REQUIRED,
            synonyms="环节, 内容, 操作内容, action, what",
        ),
    )
    operation: Prose = field(
        default="",
        metadata=spec(
            "操作",
            "Operation",
            "具体怎么做，在哪里做",
            "What is done, and where",
            RECOMMENDED,
            synonyms="说明, 具体操作, 备注, 命令, details, notes, command",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "由谁执行这一步",
            "Who carries out the step",
            REQUIRED,
            synonyms="责任人, 执行人, who, responsible",
        ),
    )
    time: str = field(
        default="",
        metadata=spec(
            "时间要求",
            "Time",
            "何时做或多久内做完",
            "When it is done, or within what time",
            RECOMMENDED,
            synonyms="时间, 时限, when, duration",
        ),
    )
    standard: str = field(
        default="", metadata=spec("标准", "Standard", "做到什么程度算完成", "What counts as done", RECOMMENDED)
    )


@record(kw_only=True)
class Process(Record):
    """A recurring piece of work that is always done in the same way."""

    label: ClassVar[Text] = Text("流程", "Process")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "steps"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "流程的通用叫法",
            "What everybody calls the process",
            REQUIRED,
            synonyms="流程, 流程名称, process, procedure",
        ),
    )
    category: WorkCategory | None = field(
        default=None, metadata=spec("类别", "Category", "属于哪一类工作", "The kind of work it belongs to")
    )
    steps: tuple[ProcessStep, ...] = field(
        default=(),
        metadata=spec("步骤", "Steps", "按先后顺序逐步写", "One after the other, in order", RECOMMENDED, weight=3),
    )
    complex: bool = field(
        default=False, metadata=spec("复杂流程", "Complex", "光看文字学不会的流程", "Cannot be learnt from text alone")
    )
    manual: DocumentRef | None = field(
        default=None,
        metadata=spec("操作手册", "Manual", "手册或 SOP 在哪里", "Where the manual or SOP is kept", RECOMMENDED),
    )
    flowchart: DocumentRef | None = field(
        default=None, metadata=spec("流程图", "Flowchart", "流程图文件在哪里", "Where the drawing is kept")
    )
    video: DocumentRef | None = field(
        default=None,
        metadata=spec("视频教程", "Video", "复杂流程的演示视频", "A recording that shows a complex process"),
    )
    tools: tuple[str, ...] = field(
        default=(), metadata=spec("工具", "Tools", "用到的软件和表格", "Software and sheets that it needs")
    )
    bottlenecks: tuple[str, ...] = field(
        default=(), metadata=spec("瓶颈", "Bottlenecks", "容易卡住或变慢的环节", "Where it gets stuck or slow")
    )
    adaptation: Prose = field(
        default="",
        metadata=spec("灵活调整", "Adaptation", "什么情况下可以怎样变通", "When and how one may depart from it"),
    )
    review: ReviewCycle | None = field(
        default=None, metadata=spec("定期检查", "Review", "多久检查一次流程是否合用", "How often it is looked at again")
    )


@record(kw_only=True)
class Processes(Section):
    """The processes that the work follows."""

    label: ClassVar[Text] = Text("工作流程", "Processes")
    hint: ClassVar[Text] = Text(
        "每个流程的步骤、负责人、时间和标准", "The steps of each process, with owner, time and standard"
    )
    synonyms: ClassVar[Text] = Text(
        "流程, 操作流程, 操作步骤, 业务流程, 操作说明, 操作手册, 操作规程, 标准流程, 步骤, 部署流程, 发布流程, 部署步骤, 使用说明, 操作指南, 处理流程, 办理流程, 启动步骤, 工作流程说明, 运维手册, 上线流程, 审批流程, 部署说明, 部署方式, 启动方式, 安装步骤, 操作方法, 重启步骤, 流程说明, 运维操作, 常用命令, 常用操作, 备份与恢复, 备份, 构建与部署, 启动, 运行, 安装, 快速开始, 使用方法, 构建, 打包, 本地运行, 测试, 测试方法, 启动项目, 运行方式, 运行方法, 启动服务, 项目启动, 项目部署, 部署文档, 开发流程, 环境搭建, 本地开发, 搭建, 编译, 操作, 发版流程, 更新流程, 申请流程, 报修流程, 业务说明, 业务逻辑, 实现方式, 实现思路, 工作方法, 作业流程, 作业步骤, 交接要求, 交接程序, 工作程序, 服务流程, 活动流程, 活动管理, 退换货流程, 处理方法, 处理办法说明, 交接班流程, 交接班程序, 作业指导, 怎么处理, 操作要点, 具体流程, 内容与要求, 交接班内容, 管理要求, 管理规定, 话术, 常用话术, 标准话术, 话术模板, 本地启动, 启动与停止, 编译运行, 作业规范, 变更管理办法, 发布管理办法, 作业程序, 测试命令, 调试, 调试方法, 分支策略, 分支管理, 发布方式, 上线步骤, 回滚, 回滚步骤, 恢复, 恢复步骤, 故障恢复, 健康检查, 排查步骤, 排查方法, 日志查看, 查看日志, 启动命令, 命令, 命令清单, 快速启动, 快速上手, 本地部署, 生产部署, 部署与运行, 部署运维, 部署, 持续集成, 流水线, 数据迁移, 使用教程, 教程, 使用指南, 用法, 接手步骤, 运行命令, 服务启动, 如何运行, 运行步骤, 打包发布, 构建部署, 安装部署, 安装与运行, 开发指南, 开发调试, 重启服务, 重启, 升级步骤, 操作教程, 考勤与打卡, 财务报销, 请假, 出差管理, 入会程序",
        "processes, procedures, procedure, process, workflow, workflows, how to, how-to, how-tos, how tos, steps, sop, sops, standard operating procedures, deployment, deployment process, runbook, runbooks, playbook, playbooks, instructions, deployment steps, common commands, operations, getting started, setup, installation, how it works, backups, backup and restore, how to deploy, commands, useful commands, key commands, quick start, quickstart, running, build, usage, testing, how to run, how to test, how to use, how to resume, how to continue, development, local development, release process, commands to run, verification, verification steps, quick commands, development workflow, maintenance procedures, resume instructions, running locally, deploying, running the app, opening procedure, closing procedure, start-up, shutdown, day-to-day operations, how we work, method, work instructions, operating procedure, handling, handling of complaints, escalation process, escalation procedure, shift procedure, emergency steps, response steps, scripts, call scripts, how i do it, tests, install, approval flow, how requests come in, intake, intake process, troubleshooting, failover, failover details, failback, rollback, rollback details, rollback process, release, release details, data recovery, data recovery details, recovery, build and deploy, build process, ci, ci/cd pipeline, pipelines, github actions, continuous integration, local setup, local development setup, dev setup, development setup, running the project, run, start, contributing, git workflow, branching, branching strategy, branch strategy, migrations, database migrations, debugging, health checks, health check, smoke test, restore, running it, running it day to day, day to day running, upgrading, updating, restarting, configuring, building, deploying to production, first steps, quick guide, user guide, how to run it, local testing, deployment guide, deployment instructions, setup instructions, installation guide, setup guide, build instructions, backlog management, release management, change management",
    )
    stems: ClassVar[Text] = Text(
        "步骤, 怎么, 如何, 操作, 几步, 命令, 教程, 指南, 排查, 回滚, 流水线, 部署",
        "how to, how do, how we, procedure, step by step, deploy, run the, ritual, when it doesn't, troubleshoot, rollback, roll back, failover, restore, recovery, install, configur, github action, ci/cd, pipeline",
    )

    items: tuple[Process, ...] = field(
        default=(), metadata=spec("流程", "Processes", "逐个流程写清步骤", "Each process with its steps", REQUIRED)
    )
