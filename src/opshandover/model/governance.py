"""Governance: what a charter is for, whom it binds, and how it is changed."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, ReviewCycle, Section, record
from opshandover.model.people import Person
from opshandover.spec import Need, spec
from opshandover.text import Text


@record(kw_only=True)
class Definition(Record):
    """What a term means in this document."""

    label: ClassVar[Text] = Text("术语", "Definition")

    term: str = field(
        default="",
        metadata=spec(
            "名称", "Term", Need.REQUIRED, hint=Text("文中使用的词", "The word as it is used here")
        ),
    )
    meaning: str = field(
        default="",
        metadata=spec(
            "含义",
            "Meaning",
            Need.REQUIRED,
            hint=Text("在本文档中指什么", "What it stands for in this document"),
        ),
    )


@record(kw_only=True)
class Governance(Section):
    """The provisions about the charter itself."""

    label: ClassVar[Text] = Text("总则与修订", "General provisions and revision")
    hint: ClassVar[Text] = Text(
        "总则的目的、范围、解释和修订办法", "Purpose, scope, interpretation and how it is revised"
    )

    purpose: Prose = field(
        default="",
        metadata=spec(
            "目的",
            "Purpose",
            Need.REQUIRED,
            hint=Text("为什么制定这份总则", "What the charter is meant to bring about"),
        ),
    )
    scope: Prose = field(
        default="",
        metadata=spec(
            "适用范围",
            "Scope",
            Need.RECOMMENDED,
            hint=Text(
                "对哪些部门、岗位和事务有效", "The departments, posts and matters that it binds"
            ),
        ),
    )
    definitions: tuple[Definition, ...] = field(
        default=(),
        metadata=spec(
            "术语定义",
            "Definitions",
            hint=Text("容易误解的词逐个说明", "Each term that could be misread"),
        ),
    )
    decision_rules: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "决策规则",
            "Decision rules",
            hint=Text("什么事由谁决定、怎样决定", "Who decides what, and in which way"),
        ),
    )
    revision: ReviewCycle | None = field(
        default=None,
        metadata=spec(
            "修订周期",
            "Revision cycle",
            Need.REQUIRED,
            hint=Text("多久修订一次，下次是哪天", "How often it is revised, and when next"),
        ),
    )
    revision_triggers: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "修订条件",
            "Revision triggers",
            Need.RECOMMENDED,
            hint=Text(
                "市场或公司出现什么变化时修订",
                "Changes of market or company that call for a revision",
            ),
        ),
    )
    amendment: Prose = field(
        default="",
        metadata=spec(
            "修订程序",
            "Amendment",
            hint=Text(
                "由谁提出、谁批准、怎样公布",
                "Who proposes a change, who approves it, how it is made known",
            ),
        ),
    )
    interpreter: Person | None = field(
        default=None,
        metadata=spec(
            "解释人",
            "Interpreter",
            hint=Text("条文有疑问时由谁解释", "Who says what a clause means when in doubt"),
        ),
    )
