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
        metadata=spec("编号", "ID", "文档编号，后续文档据此引用", "By this a later document refers to this one"),
    )
    version: str = field(default="", metadata=spec("版本", "Version", "如 1.0", "Such as 1.0"))
    lang: Language | None = field(
        default=None, metadata=spec("语言", "Language", "正文使用的语言", "The language of the text")
    )
    state: DocumentState | None = field(
        default=None, metadata=spec("状态", "State", "草稿、定稿或已签署", "Draft, final or signed")
    )
    organisation: str = field(
        default="", metadata=spec("单位", "Organisation", "公司或机构名称", "The company or institution")
    )
    department: str = field(default="", metadata=spec("部门", "Department", "所属部门或班组", "The department or team"))
    period: Period | None = field(
        default=None, metadata=spec("时段", "Period", "文档覆盖的日期范围", "The days that the document covers")
    )
    shift: Shift | None = field(
        default=None, metadata=spec("班次", "Shift", "按班交接时的班次", "The shift that hands over")
    )
    next_shift: Shift | None = field(
        default=None,
        metadata=spec("接班班次", "Next shift", "接班的班次和起止时间", "The shift that takes over, and its hours"),
    )
    effective_on: date | None = field(
        default=None,
        metadata=spec(
            "生效日期",
            "Effective on",
            "从哪天起由接收人负责，或制度从哪天起生效",
            "From when the receiver is responsible, or the charter holds",
        ),
    )
    prepared_on: date | None = field(
        default=None,
        metadata=spec(
            "编制日期", "Prepared on", "文档写成的日期", "The day on which the document was written", RECOMMENDED
        ),
    )
    prepared_by: Person | None = field(
        default=None, metadata=spec("编制人", "Prepared by", "写这份文档的人", "The person who wrote the document")
    )
    updated_on: date | None = field(
        default=None, metadata=spec("更新日期", "Updated on", "最近一次修改的日期", "The day of the last change")
    )
    reason: Prose = field(
        default="",
        metadata=spec("交接事由", "Reason", "轮班、离职、调岗、休假等", "Shift change, leaving, new post, leave …"),
    )
    giver: Person | None = field(
        default=None, metadata=spec("移交人", "Handed over by", "交出工作的人", "The person who hands over")
    )
    receivers: tuple[Person, ...] = field(
        default=(),
        metadata=spec("接收人", "Received by", "接手工作的人，可以有几位", "Those who take over, one or more"),
    )
    witness: Person | None = field(
        default=None, metadata=spec("监交人", "Witness", "在场监督交接的人", "The person who oversees the handover")
    )
    supervisor: Person | None = field(
        default=None, metadata=spec("上级", "Supervisor", "批准交接的上级", "The superior who agrees to the handover")
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
