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

    title: str = field(default="", metadata=spec("标题", "Title", "文档的全名", "Its full name", REQUIRED))
    kind: DocumentKind | None = field(
        default=None, metadata=spec("类型", "Kind", "如合同、手册、模板", "Contract, manual, template …")
    )
    category: str = field(
        default="",
        metadata=spec("归档分类", "Category", "归档时放在哪一类", "The group it is filed under", RECOMMENDED),
    )
    description: Prose = field(
        default="",
        metadata=spec("说明", "Description", "里面有什么、什么时候用", "What is in it, and when it is needed"),
    )
    location: str = field(
        default="",
        metadata=spec("存放位置", "Location", "链接、文件夹或档案柜", "A link, a folder or a cabinet", REQUIRED),
    )
    version: str = field(
        default="", metadata=spec("版本", "Version", "当前有效的版本号", "The version that is in force", RECOMMENDED)
    )
    updated_on: date | None = field(
        default=None,
        metadata=spec("更新日期", "Updated on", "内容最后修改的日期", "The day of the last change", RECOMMENDED),
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

    items: tuple[DocumentRef, ...] = field(
        default=(),
        metadata=spec(
            "文档", "Documents", "逐份写明位置和版本", "Each document with its location and version", REQUIRED
        ),
    )
