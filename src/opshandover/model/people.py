"""People: who does what, how to reach them, and the team."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Person(Record):
    """A person, with enough data to be found."""

    label: ClassVar[Text] = Text("人员", "Person")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "role"

    name: str = field(
        default="",
        metadata=spec(
            "姓名",
            "Name",
            "真实姓名，不写“相关同事”",
            "The real name, not “the team”",
            REQUIRED,
            synonyms="名字, 联系人, 人员, 名称, 对接人, 成员, 负责人, contact, person, who, contact person",
        ),
    )
    role: str = field(
        default="",
        metadata=spec(
            "职务",
            "Role",
            "岗位或职务",
            "The post that the person holds",
            synonyms="职位, 岗位, 角色, 身份, position, title, job title",
        ),
    )
    department: str = field(
        default="",
        metadata=spec(
            "部门",
            "Department",
            "所在部门",
            "The department of the person",
            synonyms="单位, 公司, 所属部门, 所属单位, 团队, company, team, organisation, organization",
        ),
    )
    phone: str = field(
        default="",
        metadata=spec(
            "电话",
            "Phone",
            "手机或分机",
            "A mobile number or an extension",
            in_starter=True,
            synonyms="手机, 联系电话, 手机号, 分机, 电话号码, 联系方式, 手机号码, 电话分机, mobile, tel, telephone, phone number, cell, extension, ext",
        ),
    )
    email: str = field(
        default="",
        metadata=spec(
            "邮箱",
            "Email",
            "工作邮箱",
            "The address at work",
            synonyms="电子邮箱, 邮件, 邮箱地址, e-mail, email address, mail",
        ),
    )
    im: str = field(
        default="",
        metadata=spec(
            "即时通讯",
            "Messenger",
            "企业微信、钉钉等账号",
            "The name in the team's messenger",
            synonyms="微信, 企业微信, 钉钉, qq, 飞书, im, 微信号, slack, wechat, teams, slack handle, handle",
        ),
    )


class ContactKind(Choice):
    """To which side a contact belongs."""

    CUSTOMER = "customer", "客户", "Customer"
    SUPPLIER = "supplier", "供应商", "Supplier"
    PARTNER = "partner", "合作伙伴", "Partner"
    COLLEAGUE = "colleague", "同事", "Colleague"
    LEADER = "leader", "部门领导", "Head of the own department"
    DEPARTMENT_HEAD = "department_head", "其他部门负责人", "Head of another department"


@record(kw_only=True)
class Contact(Record):
    """A person to contact, and for what."""

    label: ClassVar[Text] = Text("联系人", "Contact")
    main: ClassVar[str] = "person"
    rest: ClassVar[str] = "relationship"

    person: Person | None = field(
        default=None, metadata=spec("人员", "Person", "姓名和联系方式", "The name and how to reach them", REQUIRED)
    )
    kind: ContactKind | None = field(
        default=None,
        metadata=spec(
            "类别",
            "Kind",
            "对方是客户、供应商还是同事",
            "Customer, supplier, colleague …",
            RECOMMENDED,
            synonyms="类型, type",
        ),
    )
    relationship: str = field(
        default="",
        metadata=spec(
            "关系",
            "Relationship",
            "什么事情找这个人",
            "What one turns to this person for",
            RECOMMENDED,
            in_starter=True,
            synonyms="事项, 对接内容, 对接事项, 负责内容, 负责事项, 备注, 说明, 找他做什么, 职责, 负责, 业务, 用途, 负责业务, responsible for, purpose, for, reason, notes, about, what for, regarding, remarks, topic, when to contact",
        ),
    )
    emergency: bool = field(
        default=False,
        metadata=spec(
            "紧急联系人",
            "Emergency contact",
            "出急事时先找这个人",
            "To be called first when it is urgent",
            in_starter=True,
        ),
    )

    @property
    def internal(self) -> bool:
        """Whether the contact belongs to one's own organisation."""
        inside = (ContactKind.COLLEAGUE, ContactKind.LEADER, ContactKind.DEPARTMENT_HEAD)
        return self.kind in inside


@record(kw_only=True)
class Member(Record):
    """A member of the team, with what the receiver needs to know."""

    label: ClassVar[Text] = Text("成员", "Member")
    main: ClassVar[str] = "person"
    rest: ClassVar[str] = "work_progress"

    person: Person | None = field(
        default=None, metadata=spec("人员", "Person", "成员姓名", "The member's name", REQUIRED)
    )
    role: str = field(
        default="",
        metadata=spec(
            "角色",
            "Role",
            "在团队中的角色",
            "The part played in the team",
            REQUIRED,
            synonyms="岗位, 职务, 职位, position, title",
        ),
    )
    duties: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "职责",
            "Duties",
            "负责哪些事",
            "What the member is responsible for",
            RECOMMENDED,
            synonyms="负责, 负责内容, 工作内容, 分工, 负责事项, responsibilities, responsible for, area, areas",
        ),
    )
    focus: str = field(
        default="",
        metadata=spec(
            "工作重点",
            "Focus",
            "目前主要在做什么",
            "What most of the time goes to at present",
            RECOMMENDED,
            synonyms="当前工作, working on, current focus",
        ),
    )
    communication_style: str = field(
        default="",
        metadata=spec(
            "沟通方式", "Communication style", "怎样沟通最顺畅", "How talking to them works best", RECOMMENDED
        ),
    )
    past_collaboration: Prose = field(
        default="",
        metadata=spec(
            "过往协作", "Past collaboration", "以前合作的经验", "What working together has shown", RECOMMENDED
        ),
    )
    strengths: str = field(default="", metadata=spec("特长", "Strengths", "擅长什么", "What the member is good at"))
    recommended_for: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "推荐合作事项", "Recommended for", "哪些事适合找这位成员", "Work for which to turn to this member"
        ),
    )
    work_progress: Prose = field(
        default="",
        metadata=spec("工作进展", "Work progress", "手上工作做到哪一步", "How far the member's own work has come"),
    )
    cooperation_items: tuple[str, ...] = field(
        default=(),
        metadata=spec("需配合事项", "Matters to cooperate on", "需要双方配合的事", "What has to be done together"),
    )


@record(kw_only=True)
class Team(Section):
    """Who belongs to the team, how it is led, and whom the receiver can contact."""

    label: ClassVar[Text] = Text("团队与组织", "Team")
    hint: ClassVar[Text] = Text(
        "成员的角色、职责和合作方式，以及接收人可以找谁", "The members, their duties, and whom the receiver can turn to"
    )
    synonyms: ClassVar[Text] = Text(
        "团队, 团队成员, 人员, 成员, 人员情况, 团队介绍, 组织架构, 人员安排, 值班人员, 值班安排, 排班, 排班表, 值班表, 人员配置, 团队情况, 人员分工, 出勤, 出勤情况, 考勤, 当班人员, 人员出勤, 人员信息, 项目成员, 人员状况, 在岗人员, 班组人员, 当班人员情况, 人员变动, 人手, 人力情况, 当班人手, 组织机构, 组织, 机构设置, 组织结构, 人员编制, 到岗情况, 考勤情况, 人员到岗, 请假情况, 缺勤, 班组情况, 团队分工, 在岗, 小组, 管理小组, 委员会, 成员名单, 花名册, 岗位设置, 到岗, 离岗, 机构, 管理团队, 交接班人员, 司机, 员工, 店员, 客服, 教师, 护士, 主播, 班组, 请假调休, 调休, 组员, 组员情况, 下属情况, 下属, 编制, 班次安排, 值班制度, 排班规则, 我们是谁, 团队结构, 技能清单, 核心成员, 选举, 换届",
        "team, team members, people, members, staff, who's who, org chart, organisation, on call, on-call, on-call rotation, on-call schedule, rota, roster, on duty, attendance, staff on duty, crew, who is on call, rotation, personnel, staffing, staff notes, shift team, personnel changes, who is in, who is in today, who's in today, who's in, who's on, who is on shift, staffing notes, team structure, org structure, staffing levels, staffing for next shift, absences, sickness, absence, headcount today, agents on shift, who is off, who is away, our people, committee, management team, on site, who is here, volunteers, crew on shift, who is who, manpower, people out, drivers, nurses, teachers, direct reports, my reports, working hours, shifts, coverage, holidays, leave, opening hours, who we are, who's around, who is around, manning, skill inventory, team skills, skills, team member skills, skill matrix, team composition, officers, contributions, contributors, directors, board of directors, committees, elections, board elections, board of directors elections, who's involved, who is involved",
    )
    stems: ClassVar[Text] = Text(
        "值班, 排班, 成员, 谁管, 谁负责, 手下的, 班干部, 谁在管, 现任, 任职, 支委, 班子成员, 组织架构",
        "on call, who is on, team, rota, who's around, who is around, moderators, mods, skill, officer",
    )
    rest: ClassVar[str] = "org_structure"

    members: tuple[Member, ...] = field(
        default=(), metadata=spec("成员", "Members", "逐人写明角色和职责", "Each member with role and duties", REQUIRED)
    )
    org_structure: Prose = field(
        default="", metadata=spec("组织架构", "Organisation", "汇报关系和分组", "Who reports to whom", RECOMMENDED)
    )
    managers: tuple[Contact, ...] = field(
        default=(), metadata=spec("管理者", "Managers", "直属和相关领导", "The managers that matter here")
    )
    plan: Prose = field(
        default="", metadata=spec("团队计划", "Team plan", "团队接下来的安排", "What the team is to do next")
    )
    receiver_contacts: tuple[Contact, ...] = field(
        default=(),
        metadata=spec(
            "接收人的对接人",
            "Contacts for the receiver",
            "接收人可以直接联系的人",
            "Whom the receiver can turn to directly",
            RECOMMENDED,
        ),
    )


@record(kw_only=True)
class Contacts(Section):
    """The people inside and outside whom the work depends on."""

    label: ClassVar[Text] = Text("重要联系人", "Key contacts")
    hint: ClassVar[Text] = Text(
        "内部和外部的关键联系人，至少一位紧急联系人",
        "The people inside and outside that matter, one of them for emergencies",
    )
    synonyms: ClassVar[Text] = Text(
        "联系人, 联系方式, 通讯录, 对接人, 接口人, 干系人, 紧急联系人, 相关人员, 联系人信息, 联系人清单, 联系人列表, 关键联系人, 外部联系人, 内部联系人, 主要联系人, 对接人员, 常用联系人, 相关联系人, 联系电话, 常用电话, 联络人, 关键人员, 对接部门, 业务对接人, 紧急联系方式, 相关负责人, 对接联系人, 对接信息, 联系人员, 业务联系人, 项目联系人, 供应商联系人, 联系人名单, 对接方, 主要对接人, 紧急电话, 电话表, 谁能帮你, 外部单位, 求助电话, 电话, 对接群和人, 领导和同事, 关键关系",
        "contacts, contact, contact list, contact information, contact details, contact info, stakeholders, key stakeholders, key people, points of contact, emergency contacts, who to contact, who to ask, escalation contacts, escalation, escalation path, important contacts, useful contacts, people to know, escalation matrix, who to call, contacts and escalation, key people and contacts, people to contact, escalation contact, internal contacts, external contacts, client contacts, vendor contact, support contacts, contact persons, team contacts, relationships, relationships to maintain, emergency numbers, phone list, telephone numbers, escalate to, phone numbers, ask these people, useful people, on-call numbers, on call numbers",
    )
    stems: ClassVar[Text] = Text(
        "联系, 认识, 对接人, 找谁, 通讯录, 有事找, 找他, 找她, 联络, 的人, 打交道, 谁能找, 能找谁",
        "contact, who to, people to, who can help, phone number, stakeholder, who knows, reach, to call, whom to, ask whom, ask who, people worth, worth knowing, on-call numbers, phone numbers, escalation",
    )

    items: tuple[Contact, ...] = field(
        default=(),
        metadata=spec(
            "联系人", "Contacts", "姓名、联系方式、找他做什么", "Name, how to reach them, what for", REQUIRED
        ),
    )
