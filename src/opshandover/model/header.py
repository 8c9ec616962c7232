"""The header: who hands over what to whom, for which period, and the state of the document."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Period, ProfileName, Prose, Record, Shift, record
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import DEFAULT_LANG, LANGUAGES, Lang, Text


class DocumentState(Choice):
    """The state of a document on its way to being signed."""

    DRAFT = "draft", "草稿", "Draft", "初稿, 起草中, 未定稿, 编写中, wip"
    FINAL = "final", "定稿", "Final", "终稿, 正式, 正式稿, 完稿, 定版, finished, published"
    SIGNED = "signed", "已签署", "Signed", "已签, 已签字, 已签名", "签字, 签署"


class Language(Choice):
    """The language that a document is written in."""

    ZH = "zh", "中文", "Chinese", "汉语, 简体中文, 华语, zh-cn, cn, mandarin"
    EN = "en", "英文", "English", "英语, 英文版, en-us, en-gb, eng"


@record(kw_only=True)
class PreviousDocument(Record):
    """The document that this one follows, and its digest."""

    label: ClassVar[Text] = Text("前一份文档", "Previous document")
    main: ClassVar[str] = "id"

    id: str = field(
        default="", metadata=spec("编号", "ID", "前一份文档的编号", "The ID of the document before", REQUIRED)
    )
    digest: str = field(
        default="", metadata=spec("摘要值", "Digest", "前一份文档内容的 SHA-256", "The SHA-256 of its content")
    )


@record(kw_only=True)
class Waiver(Record):
    """A finding that the authors accept, and why."""

    label: ClassVar[Text] = Text("豁免", "Waiver")
    main: ClassVar[str] = "rule"

    rule: str = field(
        default="",
        metadata=spec(
            "规则", "Rule", "规则的代码或名称，如 TSK003", "The code or name of a rule, such as TSK003", REQUIRED
        ),
    )
    path: str = field(
        default="",
        metadata=spec(
            "位置",
            "Path",
            "只豁免此处及其内部的问题，如 工作进展.任务[0]；不写则不限位置",
            "Only what is found there or inside, as in work_progress.tasks[0]; empty: anywhere",
        ),
    )
    reason: Prose = field(
        default="",
        metadata=spec(
            "原因", "Reason", "为什么接受这个问题；不写则豁免无效", "Why it is accepted; without it, refused", REQUIRED
        ),
    )
    by: Person | None = field(
        default=None, metadata=spec("批准人", "Granted by", "谁作的决定", "Who decided so", RECOMMENDED)
    )
    until: date | None = field(
        default=None,
        metadata=spec(
            "有效期至", "Until", "最后一天；过后问题重新报告", "The last day; then it is reported again", RECOMMENDED
        ),
    )


@record(kw_only=True)
class Header(Record):
    """The header of every document."""

    label: ClassVar[Text] = Text("文档信息", "Header")
    synonyms: ClassVar[Text] = Text(
        "基本信息, 交接信息, 交接基本信息, 交接人信息, 交接双方, 交接人员, 文档说明, 基本资料, 交接双方信息, 员工信息, 人员基本信息, 会议信息, 会议基本信息, 班次信息, 值班信息, 人员信息",
        "details, handover details, shift details, handover information, shift information, document information, employee information, employee details, meeting details, meeting information, metadata, basic information, shift info, parties, about this handover, header, general information, parties to the handover",
    )

    profile: ProfileName = field(
        metadata=spec(
            "文种",
            "Kind of document",
            "内置的或团队自定义的文种",
            "A built-in kind, or one of the team's own",
            REQUIRED,
            weight=0,
        )
    )
    title: str = field(default="", metadata=spec("标题", "Title", "文档标题", "What the document is called", REQUIRED))
    id: str = field(
        default="",
        metadata=spec(
            "编号",
            "ID",
            "文档编号，后续文档据此引用",
            "By this a later document refers to this one",
            synonyms="文档编号, 单号, 文件编号, document id, doc id, reference no",
        ),
    )
    version: str = field(
        default="",
        metadata=spec("版本", "Version", "如 1.0", "Such as 1.0", synonyms="版本号, 文档版本, rev, revision"),
    )
    lang: Language | None = field(
        default=None, metadata=spec("语言", "Language", "正文使用的语言", "The language of the text")
    )
    state: DocumentState | None = field(
        default=None, metadata=spec("状态", "State", "草稿、定稿或已签署", "Draft, final or signed")
    )
    organisation: str = field(
        default="",
        metadata=spec(
            "单位",
            "Organisation",
            "公司或机构名称",
            "The company or institution",
            synonyms="公司, 公司名称, 单位名称, 机构, company, organization, site",
        ),
    )
    department: str = field(
        default="",
        metadata=spec(
            "部门",
            "Department",
            "所属部门或班组",
            "The department or team",
            synonyms="所属部门, 班组, 科室, 所在部门, 部门名称, 小组, dept, team, unit, group, 岗位部门, 门店, 科室病区, 病区, 车间, 店铺, 组别, ward, site team, store",
        ),
    )
    period: Period | None = field(
        default=None,
        metadata=spec(
            "时段",
            "Period",
            "文档覆盖的日期范围",
            "The days that the document covers",
            synonyms="周期, 交接期间, 交接期, 时间段, 起止时间, 值班周期, 汇报周期, 起止日期, week of, reporting period, on-call period, dates covered, rotation period, handover period, 报告期, 汇报时段, 统计周期, 统计时间, 周报周期, 值班时段, week, covering, coverage",
        ),
    )
    shift: Shift | None = field(
        default=None,
        metadata=spec(
            "班次",
            "Shift",
            "按班交接时的班次",
            "The shift that hands over",
            synonyms="班别, 当班班次, 值班班次, 本班, 当班, current shift",
        ),
    )
    next_shift: Shift | None = field(
        default=None,
        metadata=spec(
            "接班班次",
            "Next shift",
            "接班的班次和起止时间",
            "The shift that takes over, and its hours",
            synonyms="下一班",
        ),
    )
    effective_on: date | None = field(
        default=None,
        metadata=spec(
            "生效日期",
            "Effective on",
            "从哪天起由接收人负责，或制度从哪天起生效",
            "From when the receiver is responsible, or the charter holds",
            synonyms="生效时间, 施行日期, 正式交接日期, 最后工作日, 离职日期, 离岗日期, 实施日期, effective, effective date, effective from, last day, last working day, leaving date, last day of work, 完成日期, 交接完成日期, start date, starts on, date of transfer",
        ),
    )
    prepared_on: date | None = field(
        default=None,
        metadata=spec(
            "编制日期",
            "Prepared on",
            "文档写成的日期",
            "The day on which the document was written",
            RECOMMENDED,
            synonyms="日期, 交接日期, 填写日期, 报告日期, 移交日期, 交班日期, 编写日期, 编制时间, 填表日期, 交接时间, 交班时间, 值班日期, 汇报日期, 创建日期, 记录日期, 文档日期, date, report date, handover date, date of handover, shift date, written on, date prepared, document date, 时间, 记录时间, 值班时间, 交接班时间, 汇报时间, 日期时间, 提交日期, 制表日期, date and time, date of report, handover date and time, when, date of shift, date of duty",
        ),
    )
    prepared_by: Person | None = field(
        default=None,
        metadata=spec(
            "编制人",
            "Prepared by",
            "写这份文档的人",
            "The person who wrote the document",
            synonyms="填写人, 作者, 编写人, 记录人, 记录, 汇报人, 填报人, 值班人, 值班员, 值班人员, 填表人, 报告人, 整理人, 撰写人, author, written by, reporter, compiled by, reported by, recorded by, note taker, minutes by, scribe, on duty, engineer on duty, 编制, 编写, 拟定, 起草, 起草人, 汇报, 填报, 提交人, 值班, 当班人, 主笔, 制表, 制表人, author name, submitted by, drafted by, duty manager, on call, primary on call, clinician, on call engineer",
        ),
    )
    updated_on: date | None = field(
        default=None,
        metadata=spec(
            "更新日期",
            "Updated on",
            "最近一次修改的日期",
            "The day of the last change",
            synonyms="更新时间, 修改日期, 最后更新, 最近更新, last updated, updated, last update, 修订日期, 修订时间, 最近修订, last revised, revised on",
        ),
    )
    reason: Prose = field(
        default="",
        metadata=spec(
            "交接事由",
            "Reason",
            "轮班、离职、调岗、休假等",
            "Shift change, leaving, new post, leave …",
            synonyms="交接原因, 离职原因, 事由, 移交原因, reason for handover, reason for leaving",
        ),
    )
    giver: Person | None = field(
        default=None,
        metadata=spec(
            "移交人",
            "Handed over by",
            "交出工作的人",
            "The person who hands over",
            synonyms="交接人, 交班人, 交班, leaving, 交出人, 移出人, 离职人, 离职人员, 离职员工, 移交方, 交接方, 原负责人, 交班人员, 移交人员, 姓名, 员工姓名, 交接人姓名, 移交人姓名, 交班者, 交班组长, 交班值班长, 移交人签字, 移交人签名, 交班人签字, 交班人签名, 交接人签字, giver, handing over, from, outgoing, outgoing engineer, outgoing lead, outgoing shift, outgoing shift lead, outgoing operator, outgoing person, off-going, departing employee, employee, employee name, handover from, handover by, outgoing on-call, previous owner, 移交, 离职, 交接方负责人, leaver, departing colleague, name of leaver, current owner, handed over from, 交, 交接班人, 交出, current project manager, handing over officer, officer handing over",
        ),
    )
    receivers: tuple[Person, ...] = field(
        default=(),
        metadata=spec(
            "接收人",
            "Received by",
            "接手工作的人，可以有几位",
            "Those who take over, one or more",
            synonyms="接班人, 接班, 接手人, 被交接人, 承接人, 接交人, 接任人, 接替人, 接收方, 接班人员, 接收人员, 接收人姓名, 接班者, 接班组长, 继任者, 新负责人, 接班值班长, 接收人签字, 接收人签名, 接班人签字, 接班人签名, 接手人签字, 接手人签名, receiver, receivers, to, incoming, incoming engineer, incoming lead, incoming shift, incoming shift lead, incoming operator, incoming person, taken over by, taking over, handing over to, successor, handover to, handed over to, recipient, incoming on-call, new owner, 接收, 接手, 接替, 交给, 交接给, 接任, taking over from me, handover recipient, relieved by, relief, handed to, passed to, taken by, 接, 接入, next on call, taking over officer, officer taking over",
        ),
    )
    witness: Person | None = field(
        default=None,
        metadata=spec(
            "监交人",
            "Witness",
            "在场监督交接的人",
            "The person who oversees the handover",
            synonyms="监督人, 见证人, 监交, 监交人员, 监交领导, 监交人签字, 监交人签名, witnessed by, overseen by, 陪同, 陪同人, 监督, 见证",
        ),
    )
    supervisor: Person | None = field(
        default=None,
        metadata=spec(
            "上级",
            "Supervisor",
            "批准交接的上级",
            "The superior who agrees to the handover",
            synonyms="直属上级, 直接上级, 部门主管, 主管, 部门负责人, 领导, 部门经理, 主管领导, 审批人, 批准人, manager, line manager, reporting manager, approved by, approver, 直属领导, 上级领导, 店长, 部门领导, 负责领导, reports to, line manager name, 带班领导, 值班领导",
        ),
    )
    previous: PreviousDocument | None = field(
        default=None,
        metadata=spec("前一份文档", "Previous document", "本文档接续的那一份", "The document that this one follows"),
    )
    manages_people: bool = field(
        default=False, metadata=spec("带团队", "Manages people", "移交人是否管理下属", "Whether the giver leads a team")
    )
    waivers: tuple[Waiver, ...] = field(
        default=(),
        metadata=spec(
            "豁免",
            "Waivers",
            "有理由接受的检查结果；不影响得分",
            "Findings that are accepted for a reason; the score is not changed by them",
        ),
    )

    @property
    def as_of(self) -> date | None:
        """The reference date of the document, by which things are overdue or outdated: the end of the shift first."""
        shift_end = self.shift.last_day if self.shift else None
        period_end = self.period.end if self.period else None
        return next((d for d in (shift_end, self.prepared_on, period_end, self.updated_on) if d), None)

    @property
    def output_lang(self) -> Lang:
        """The language to show the document in: its own, or Chinese if it says none."""
        known: dict[object, Lang] = {lang: lang for lang in LANGUAGES}
        return known.get(self.lang.value, DEFAULT_LANG) if self.lang else DEFAULT_LANG
