"""Governance: the purpose of a charter, its scope, and how it is amended."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, ReviewCycle, Section, record
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Definition(Record):
    """What a term means in this document."""

    label: ClassVar[Text] = Text("术语", "Definition")

    term: str = field(
        default="", metadata=spec("名称", "Term", "文中使用的词", "The word as it is used here", REQUIRED)
    )
    meaning: str = field(
        default="",
        metadata=spec("含义", "Meaning", "在本文档中指什么", "What it stands for in this document", REQUIRED),
    )


@record(kw_only=True)
class Governance(Section):
    """The provisions about the charter itself."""

    label: ClassVar[Text] = Text("总则与修订", "General provisions and revision")
    hint: ClassVar[Text] = Text(
        "总则的目的、范围、解释和修订办法", "Purpose, scope, interpretation and how it is revised"
    )
    synonyms: ClassVar[Text] = Text(
        "总则, 附则, 一般规定, 附录与修订, 附 则, 生效, 实施, 执行, 解释与生效, 附加说明, 文件目的, 编制依据, 依据, 入会与退会, 加入与退出, 章程修改, 释义, 法律依据, 议事规则, 表决规则, 工作规则, 版本说明, 文件控制, 原则, 基本原则, 工作原则, 方针, 工作方针, 终止程序, 声明, 章程的修改程序, 宗旨",
        "general provisions, provisions, charter, supplementary provisions, final provisions, miscellaneous provisions, validity, entry into effect, preamble, joining and leaving, membership, principles, guiding principles, effective date, document control, why we exist, changing this page, changes to this page, we commit, purposes, dissolution, voting, quorum, bylaws, conflict of interest, conflicts of interest, decision making, how decisions are made",
    )
    stems: ClassVar[Text] = Text(
        "为什么有我们, 怎么修改, 制度",
        "why we exist, changing this, amend",
    )
    rest: ClassVar[str] = "purpose"

    purpose: Prose = field(
        default="",
        metadata=spec(
            "目的",
            "Purpose",
            "为什么制定这份总则",
            "What the charter is meant to bring about",
            REQUIRED,
            synonyms="宗旨, 编写目的, 编制目的, 制定目的, 目的与依据, 制定依据, aim, intent",
        ),
    )
    scope: Prose = field(
        default="",
        metadata=spec(
            "适用范围",
            "Scope",
            "对哪些部门、岗位和事务有效",
            "The departments, posts and matters that it binds",
            RECOMMENDED,
            synonyms="范围, 适用对象, applicability, applies to",
        ),
    )
    definitions: tuple[Definition, ...] = field(
        default=(),
        metadata=spec(
            "术语定义",
            "Definitions",
            "容易误解的词逐个说明",
            "Each term that could be misread",
            synonyms="术语, 定义, 名词解释, 术语与定义, glossary, terms, terminology, abbreviations",
        ),
    )
    decision_rules: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "决策规则",
            "Decision rules",
            "什么事由谁决定、怎样决定",
            "Who decides what, and in which way",
            synonyms="决策, 决策机制, 权责, 审批权限, decision making, authority, decision rights, who decides, how decisions are made, 分级授权, 授权, 决策权限, 审批权限与授权, 议事决策, raci",
        ),
    )
    revision: ReviewCycle | None = field(
        default=None,
        metadata=spec(
            "修订周期", "Revision cycle", "多久修订一次，下次是哪天", "How often it is revised, and when next", REQUIRED
        ),
    )
    revision_triggers: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "修订条件",
            "Revision triggers",
            "市场或公司出现什么变化时修订",
            "Changes of market or company that call for a revision",
            RECOMMENDED,
        ),
    )
    amendment: Prose = field(
        default="",
        metadata=spec(
            "修订程序",
            "Amendment",
            "由谁提出、谁批准、怎样公布",
            "Who proposes a change, who approves it, how it is made known",
            synonyms="修订, 修改, 修订与解释, 解释与修订, 解释, 修订办法, 施行, 生效与修订, 解释权, amendments, revision, revisions, entry into force, interpretation",
        ),
    )
    interpreter: Person | None = field(
        default=None,
        metadata=spec("解释人", "Interpreter", "条文有疑问时由谁解释", "Who says what a clause means when in doubt"),
    )
