"""Systems: the systems in use, and how the receiver gets access without a secret in the document."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.model.documents import DocumentRef
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class SystemKind(Choice):
    """The general purpose of a system."""

    PROJECT_MANAGEMENT = "project_management", "项目管理", "Project management"
    COLLABORATION_PLATFORM = "collaboration_platform", "协作平台", "Collaboration platform"
    DATABASE = "database", "数据库", "Database"
    INFORMATION_SYSTEM = "information_system", "信息系统", "Information system"
    OFFICE_SOFTWARE = "office_software", "办公软件", "Office software"
    INTERNAL_MANAGEMENT = "internal_management", "内部管理系统", "Internal management"
    DATA_ANALYSIS = "data_analysis", "数据分析工具", "Data analysis"
    CRM = "crm", "客户关系管理", "Customer relations"
    INSTANT_MESSAGING = "instant_messaging", "即时通讯", "Instant messaging"
    AUTOMATION = "automation", "自动化", "Automation"
    TASK_ASSIGNMENT = "task_assignment", "任务分配", "Task assignment"
    FEEDBACK_TRACKING = "feedback_tracking", "反馈跟踪", "Feedback tracking"
    RESEARCH_TOOL = "research_tool", "调研工具", "Research tool"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class License(Record):
    """A software licence, and where the installer is kept."""

    label: ClassVar[Text] = Text("许可", "Licence")
    main: ClassVar[str] = "software"

    software: str = field(
        default="",
        metadata=spec("软件", "Software", "软件名称和版本", "The name and version of the software", REQUIRED),
    )
    installer_ref: str = field(
        default="",
        metadata=spec("安装包位置", "Installer", "安装包从哪里取", "Where the installer is found", RECOMMENDED),
    )
    license_ref: str = field(
        default="",
        metadata=spec(
            "授权文件位置",
            "Licence document",
            "授权书存放处，不写密钥",
            "Where the licence is kept, never the key itself",
            RECOMMENDED,
        ),
    )


@record(kw_only=True)
class CredentialRef(Record):
    """An account and how to obtain its secret; the secret itself never belongs in a document."""

    label: ClassVar[Text] = Text("登录凭据", "Credential")
    main: ClassVar[str] = "account"

    account: str = field(
        default="",
        metadata=spec("账号", "Account", "登录名，不写密码", "The name to log in with, never the password", REQUIRED),
    )
    vault_ref: str = field(
        default="",
        metadata=spec(
            "保管位置",
            "Kept in",
            "密码库中的条目名称",
            "The entry of the vault that holds the secret",
            REQUIRED,
            guards_secret=True,
        ),
    )
    holder: Person | None = field(
        default=None,
        metadata=spec("持有人", "Holder", "目前谁在使用这个账号", "Who uses the account at present", RECOMMENDED),
    )
    granted_by: Person | None = field(
        default=None, metadata=spec("授权人", "Granted by", "由谁开通访问", "Who can grant the access", RECOMMENDED)
    )
    transferred: bool | None = field(
        default=None,
        metadata=spec("已移交", "Transferred", "接收人是否已能登录", "Whether the receiver can log in by now"),
    )
    transferred_on: date | None = field(
        default=None,
        metadata=spec("移交日期", "Transferred on", "哪天移交给接收人", "The day on which the receiver got it"),
    )
    rotate_on_handover: bool | None = field(
        default=None,
        metadata=spec(
            "交接时更换",
            "Rotate on handover",
            "交接时要不要换密码",
            "Whether the secret is to be changed at the handover",
        ),
    )


@record(kw_only=True)
class System(Record):
    """A system or tool used in the work."""

    label: ClassVar[Text] = Text("系统", "System")
    main: ClassVar[str] = "name"

    name: str = field(
        default="", metadata=spec("名称", "Name", "系统或工具的名称", "What the system or tool is called", REQUIRED)
    )
    kind: SystemKind | None = field(
        default=None, metadata=spec("类别", "Kind", "如数据库、即时通讯", "Database, messenger …")
    )
    purpose: str = field(
        default="", metadata=spec("用途", "Purpose", "用它来做什么工作", "The work that is done with it", REQUIRED)
    )
    addresses: tuple[str, ...] = field(
        default=(),
        metadata=spec("地址", "Addresses", "网址、主机或路径", "Where it is: URL, host or path, one or more"),
    )
    credentials: tuple[CredentialRef, ...] = field(
        default=(),
        metadata=spec(
            "登录凭据", "Credentials", "账号和保管位置", "The accounts and where their secrets are kept", REQUIRED
        ),
    )
    permissions: tuple[str, ...] = field(
        default=(), metadata=spec("权限", "Permissions", "能看什么、能改什么", "What one may see and change in it")
    )
    operation: Prose = field(
        default="",
        metadata=spec("操作说明", "Operation", "常用操作的步骤", "The steps of what is done most often", REQUIRED),
    )
    guide: DocumentRef | None = field(
        default=None,
        metadata=spec("使用手册", "Guide", "详细说明在哪份文档", "The document that explains it at length"),
    )
    cautions: tuple[str, ...] = field(
        default=(),
        metadata=spec("使用注意", "Cautions", "容易出错或不能做的操作", "What goes wrong easily or must not be done"),
    )
    licenses: tuple[License, ...] = field(
        default=(),
        metadata=spec("许可", "Licences", "需要安装的软件和授权", "Software to be installed and its licence"),
    )
    receiver_trained: bool | None = field(
        default=None,
        metadata=spec(
            "接收人已掌握",
            "Receiver trained",
            "接收人能否独立使用",
            "Whether the receiver can use it alone",
            RECOMMENDED,
        ),
    )


@record(kw_only=True)
class Systems(Section):
    """The systems and accounts that pass to the receiver."""

    label: ClassVar[Text] = Text("系统与账号", "Systems and access")
    hint: ClassVar[Text] = Text(
        "系统的用途、账号、保管位置和操作方法，不写密码",
        "What each system is for, the account, where the secret is kept; never a password",
    )

    items: tuple[System, ...] = field(
        default=(),
        metadata=spec(
            "系统", "Systems", "逐个写明用途和登录方式", "Each system with its purpose and how to log in", REQUIRED
        ),
    )
