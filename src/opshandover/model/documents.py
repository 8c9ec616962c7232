"""Documents: what is written down, where it is kept, and how reliable it is."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class DocumentKind(Choice):
    """The kind of content of a document."""

    PROJECT_PLAN = "project_plan", "项目计划书", "Project plan"
    PROJECT_FILE = "project_file", "项目文件", "Project file"
    PROJECT_SUMMARY = "project_summary", "项目总结", "Project summary"
    MEETING_MINUTES = "meeting_minutes", "会议记录", "Meeting minutes"
    CUSTOMER_RECORD = "customer_record", "客户资料", "Customer record"
    MARKET_REPORT = "market_report", "市场报告", "Market report"
    ANALYSIS_REPORT = "analysis_report", "分析报告", "Analysis report"
    OPERATIONS_REPORT = "operations_report", "运营报告", "Operations report"
    WORK_DOCUMENT = "work_document", "工作文档", "Work document"
    CONTRACT = "contract", "合同协议", "Contract"
    SPREADSHEET = "spreadsheet", "表格", "Spreadsheet"
    MEMO = "memo", "备忘录", "Memo"
    PROCESS_DOCUMENT = "process_document", "流程文档", "Process document"
    OPERATION_MANUAL = "operation_manual", "操作手册", "Operation manual"
    WORK_MANUAL = "work_manual", "工作手册", "Work manual"
    SOP = "sop", "标准作业程序", "Standard operating procedure"
    FLOWCHART = "flowchart", "流程图", "Flowchart"
    VIDEO_TUTORIAL = "video_tutorial", "视频教程", "Video tutorial"
    TRAINING_MATERIAL = "training_material", "培训资料", "Training material"
    TEMPLATE = "template", "模板", "Template"
    JOB_DESCRIPTION = "job_description", "岗位说明书", "Job description"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class DocumentRef(Record):
    """A document, identified so that it can be opened and distinguished from older versions."""

    label: ClassVar[Text] = Text("文档", "Document")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "description"

    title: str = field(
        default="",
        metadata=spec(
            "标题",
            "Title",
            "文档的全名",
            "Its full name",
            REQUIRED,
            synonyms="文档名称, 文件名称, 文件名, 资料名称, 名称, 文档, 文件, 资料, document, name, file",
        ),
    )
    kind: DocumentKind | None = field(
        default=None, metadata=spec("类型", "Kind", "如合同、手册、模板", "Contract, manual, template …")
    )
    category: str = field(
        default="",
        metadata=spec("归档分类", "Category", "归档时放在哪一类", "The group it is filed under", RECOMMENDED),
    )
    description: Prose = field(
        default="",
        metadata=spec(
            "说明",
            "Description",
            "里面有什么、什么时候用",
            "What is in it, and when it is needed",
            synonyms="备注, 内容, 用途, 描述, notes, remarks, purpose",
        ),
    )
    location: str = field(
        default="",
        metadata=spec(
            "存放位置",
            "Location",
            "链接、文件夹或档案柜",
            "A link, a folder or a cabinet",
            REQUIRED,
            synonyms="位置, 地址, 链接, 存放路径, 路径, 存放地址, 存放处, 网址, 目录, link, url, path, where, address",
        ),
    )
    version: str = field(
        default="",
        metadata=spec(
            "版本", "Version", "当前有效的版本号", "The version that is in force", RECOMMENDED, synonyms="版本号"
        ),
    )
    updated_on: date | None = field(
        default=None,
        metadata=spec(
            "更新日期",
            "Updated on",
            "内容最后修改的日期",
            "The day of the last change",
            RECOMMENDED,
            synonyms="更新时间, 最后更新, updated, last updated",
        ),
    )
    changes: tuple[str, ...] = field(
        default=(), metadata=spec("更新记录", "Changes", "每次改了什么", "What each version changed")
    )
    verified: bool | None = field(
        default=None,
        metadata=spec("已核对", "Verified", "是否查过内容完整、准确", "Whether someone found it complete and right"),
    )


@record(kw_only=True)
class Documents(Section):
    """The documents that are handed over, in the order of the archive."""

    label: ClassVar[Text] = Text("文档资料", "Documents")
    hint: ClassVar[Text] = Text(
        "移交的文件、存放位置和版本，按类别排列",
        "The files handed over, where they are kept and in which version, by category",
    )
    synonyms: ClassVar[Text] = Text(
        "文档, 资料, 文件, 文档清单, 资料清单, 文件清单, 相关文档, 相关资料, 相关文件, 参考资料, 资料移交, 文件移交, 文档地址, 文档链接, 知识库, 参考文档, 参考链接, 相关链接, 链接, 附件, 文件资料, 资料文件, 档案, 代码仓库, 仓库, 仓库地址, 代码地址, 代码, 源码, 项目文档, 工作文档, 重要文件, 重要文档, 资料存放, 文档交接, 资料交接, 参考, 电子文档, 纸质资料, 资料位置, 目录结构, 项目结构, 文件结构, 文件说明, 工程结构, 关键文件, 代码结构, 项目文件, 文件列表, 目录说明, 重要资料, 相关代码, 资料地址, 常用链接, 文档说明, 接口文档, 文件位置, 文件存放, 台账, 报表与台账, 模板, 常用模板, 表格, 常用表格, 网盘, 共享盘, 文件夹, 资料在哪, 相关附件, 交接资料, 交接文件, 文件交接清单, 素材, 素材库, 合同, 合同文件, 单据, 记录表, 表单, 记录与表单, 相关记录, 记录, 材料, 文件材料, 附件清单, 相关表单, 账本, 凭证, 交接单据, 设计稿, 关键文件位置, 关键代码位置, 代码位置, api 文档",
        "documents, documentation, docs, references, reference, links, useful links, important links, resources and links, files, repositories, repository, repos, code, attachments, materials, related documents, key documents, further reading, knowledge base, wiki, links and resources, useful resources, important files, documents and files, source code, related links, where things are, key files, file structure, directory structure, project structure, folder structure, files to read, files to review, code structure, repo structure, codebase, key links, file locations, where to find things, important documents, reference documents, file map, code locations, see also, shared folders, folders, templates, forms, manuals, guides, shared drive, contracts, spreadsheets, dashboards and docs, useful documents, paperwork, where files live, where things live, runbook links, dashboards and runbooks, agreements, records, record forms, paper files, archive, filing, directory layout, useful references, api endpoints, api reference, api documentation, write-up, write-ups",
    )
    stems: ClassVar[Text] = Text(
        "资料, 文档, 在哪, 链接, 网盘, 存放, 放在哪, 存在哪, 都在这, 放这",
        "document, link, where to find, where is, where are, where the, where things, folder, reference, wiki, resources, where we keep, where, runbook",
    )

    items: tuple[DocumentRef, ...] = field(
        default=(),
        metadata=spec(
            "文档", "Documents", "逐份写明位置和版本", "Each document with its location and version", REQUIRED
        ),
    )
