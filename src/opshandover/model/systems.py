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
            synonyms="密码, 口令, 密码位置, 密码存放, 密码保管, 凭据位置, password, pwd, passwd, secret, credentials, credential location",
        ),
    )
    holder: Person | None = field(
        default=None,
        metadata=spec(
            "持有人",
            "Holder",
            "目前谁在使用这个账号",
            "Who uses the account at present",
            RECOMMENDED,
            synonyms="使用人, 当前使用人, 保管人, 账号负责人, held by, owner, used by",
        ),
    )
    granted_by: Person | None = field(
        default=None,
        metadata=spec(
            "授权人",
            "Granted by",
            "由谁开通访问",
            "Who can grant the access",
            RECOMMENDED,
            synonyms="开通人, 审批人, 管理员, 申请找谁, 联系人, ask, requested from, admin contact",
        ),
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
    rest: ClassVar[str] = "operation"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "系统或工具的名称",
            "What the system or tool is called",
            REQUIRED,
            synonyms="系统名称, 平台, 平台名称, 系统, 应用, 应用名称, 服务, 服务器, 工具, 网站, 环境, 主机, 主机名, 站点, system, platform, tool, service, server, application, app, host, environment, site",
        ),
    )
    kind: SystemKind | None = field(
        default=None, metadata=spec("类别", "Kind", "如数据库、即时通讯", "Database, messenger …")
    )
    purpose: str = field(
        default="",
        metadata=spec(
            "用途",
            "Purpose",
            "用它来做什么工作",
            "The work that is done with it",
            REQUIRED,
            synonyms="说明, 作用, 功能, 用处, 描述, used for, use, description, what for",
        ),
    )
    addresses: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "地址",
            "Addresses",
            "网址、主机或路径",
            "Where it is: URL, host or path, one or more",
            synonyms="网址, 链接, 访问地址, 登录地址, url, ip, ip地址, 域名, 后台地址, 主机地址, 服务器地址, 路径, 端口, 登录网址, 系统地址, 部署地址, 部署路径, 测试地址, 生产地址, 线上地址, address, link, hostname, path, port, endpoint, location, website",
        ),
    )
    credentials: tuple[CredentialRef, ...] = field(
        default=(),
        metadata=spec(
            "登录凭据",
            "Credentials",
            "账号和保管位置",
            "The accounts and where their secrets are kept",
            REQUIRED,
            synonyms="账号, 帐号, 账户, 用户名, 登录名, 登录账号, 用户, 管理员账号, 登录帐号, 账号名, account, username, user name, user, login, login name, user id",
        ),
    )
    permissions: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "权限",
            "Permissions",
            "能看什么、能改什么",
            "What one may see and change in it",
            synonyms="角色权限, 权限级别, access level, role",
        ),
    )
    operation: Prose = field(
        default="",
        metadata=spec(
            "操作说明",
            "Operation",
            "常用操作的步骤",
            "The steps of what is done most often",
            REQUIRED,
            synonyms="使用说明, 操作, 备注, 操作步骤, 使用方法, notes, remarks, how to, usage",
        ),
    )
    guide: DocumentRef | None = field(
        default=None,
        metadata=spec(
            "使用手册",
            "Guide",
            "详细说明在哪份文档",
            "The document that explains it at length",
            synonyms="手册, 文档, 使用文档, docs, documentation, manual",
        ),
    )
    cautions: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "使用注意",
            "Cautions",
            "容易出错或不能做的操作",
            "What goes wrong easily or must not be done",
            synonyms="注意事项, 注意, caution, warnings",
        ),
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
    synonyms: ClassVar[Text] = Text(
        "系统, 账号, 帐号, 账户, 系统账号, 账号密码, 帐号密码, 账号信息, 账号清单, 账号与权限, 账号权限, 账号及权限, 系统权限, 平台账号, 服务器, 服务器信息, 服务器清单, 服务器账号, 系统清单, 系统列表, 系统信息, 环境, 环境信息, 环境地址, 环境说明, 常用工具, 工具, 系统地址, 平台, 平台地址, 平台信息, 数据库, 数据库信息, 部署信息, 部署环境, 登录信息, 登录方式, 访问方式, 访问地址, 域名, 常用网址, 后台, 常用系统, 系统架构, 系统说明, 技术栈, 线上环境, 测试环境, 生产环境, 开发环境, 运行环境, 账号交接, 账号移交, 环境变量, 配置, 配置说明, 配置信息, 环境配置, 环境要求, 依赖, 接口, 接口说明, 监控, 端口, 服务列表, 技术架构, 架构, 整体架构, 项目架构, 架构说明, 技术选型, 数据库设计, 第三方服务, 系统功能, 系统介绍说明, 使用系统, 用到的系统, 相关系统, 线上地址, 项目地址, 部署地址, 服务清单, 部署架构, 网络, 网络情况, 软件, 系统状态, 系统运行, 系统运行情况, 后台地址, 登录地址, 账号密码在哪, 工具账号, 平台账号密码, 店铺账号, 账户信息, 账号情况, 设备与系统, 客户端, 依赖服务, 依赖项, 上下游系统, 办公软件, 域名与证书, 中间件, vpn, 堡垒机, 前端, 后端, 测试账号, 日志, 日志位置, 证书, 证书管理, 密钥, 密钥管理, 云服务器, 云资源, 外部依赖, 服务架构, 数据库表, 数据表, 表结构, 数据库结构, 核心架构, 系统组成, 运行架构, 服务器环境, 软硬件环境, 伺服器, 网域, 使用者名称, 连线, 资料库, 网路, 软体, 应用系统, 数据中心",
        "systems, accounts, access, credentials, logins, passwords, tools, servers, server, environments, environment, infrastructure, accounts and access, system access, access and credentials, tools and access, access and tools, platforms, software, services, hosts, login details, login, tooling, logins and passwords, accounts and passwords, databases, system overview, architecture, tech stack, applications, access details, configuration, config, environment variables, env vars, requirements, dependencies, prerequisites, technology, technologies, stack, technical stack, technology stack, components, integrations, monitoring, dashboards, api, apis, endpoints, environment setup, services and tools, key systems, systems and tools, system architecture, technical architecture, hosting, domains, database, external services, urls, system status, systems status, third-party services, tools we use, tools used, system health, system accounts, network, passwords and access, platform access, accounts list, shared accounts, tool access, systems we use, software access, services it depends on, upstream and downstream, vpn, apps, ci/cd, backend, frontend, front end, back end, subscriptions, licences, licenses, test users, test accounts, logs, logging, log files, key management, secrets, secrets management, certificate management, helm charts, clusters, data stores, domain names, deployment environments, third party services, third party dependencies, external dependencies, observability, storage, building blocks, basic building blocks, authentication, authentication and authorization, authorization, security considerations, security model, auth, entry points, production, computation, club website, website",
    )
    stems: ClassVar[Text] = Text(
        "账号, 密码, 登录, 登陆, 账号都在, 账号在哪, 账号都在这, 账号都在哪, 服务器, 证书, 伺服器, 网域, 连线",
        "password, login, log in, access, credential, account, log into, sign in, permissions, logins, certificate, cluster",
    )

    items: tuple[System, ...] = field(
        default=(),
        metadata=spec(
            "系统", "Systems", "逐个写明用途和登录方式", "Each system with its purpose and how to log in", REQUIRED
        ),
    )
