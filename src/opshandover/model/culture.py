"""Culture: the team's values, rules of conduct and recognition."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.model.people import Person
from opshandover.model.tasks import Event
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class NormKind(Choice):
    """What a rule of conduct is about."""

    RESPECT = "respect", "尊重", "Respect"
    PUNCTUAL_TRUSTWORTHY = "punctual_trustworthy", "守时守信", "Punctual and reliable"
    CONFIDENTIALITY = "confidentiality", "保密", "Confidentiality"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Norm(Record):
    """A rule of conduct for everyone."""

    label: ClassVar[Text] = Text("准则", "Norm")
    main: ClassVar[str] = "statement"

    kind: NormKind | None = field(
        default=None,
        metadata=spec("类别", "Kind", "属于尊重、守信还是保密", "Respect, reliability or confidentiality", RECOMMENDED),
    )
    statement: str = field(
        default="",
        metadata=spec(
            "内容", "Statement", "一句话说清应当怎样做", "In one sentence, what everyone does or avoids", REQUIRED
        ),
    )


@record(kw_only=True)
class Recognition(Record):
    """Public recognition of one person."""

    label: ClassVar[Text] = Text("表彰", "Recognition")
    main: ClassVar[str] = "person"

    person: Person | None = field(
        default=None, metadata=spec("人员", "Person", "受到表彰的人", "Who is praised", REQUIRED)
    )
    reason: str = field(default="", metadata=spec("事由", "Reason", "因为什么具体事迹", "For what exactly", REQUIRED))
    on: date | None = field(
        default=None, metadata=spec("日期", "Date", "哪天宣布的", "The day it was announced", RECOMMENDED)
    )


@record(kw_only=True)
class Culture(Section):
    """The values of the team, and the conduct that is expected."""

    label: ClassVar[Text] = Text("文化与行为规范", "Culture and conduct")
    hint: ClassVar[Text] = Text("团队的价值观、氛围和行为要求", "What the team believes in, and how its members behave")
    synonyms: ClassVar[Text] = Text(
        "文化, 团队文化, 行为准则, 价值观, 团队建设, 企业文化, 要求, 工作要求, 基本要求, 纪律, 工作纪律, 行为规范, 服务礼仪, 仪容仪表, 行为要求, 群规, 社区规范, 禁止事项, 规定, 权利, 行为, 言行, 会员行为, 规则, 领导要求, 上级要求, 工作作风, 保密要求, 保密, 廉洁, 廉洁自律, 着装, 我们信什么, 我们相信什么, 冲突解决, 团队规则, 愿景使命, 使命与价值观, 员工行为准则, 职业道德",
        "culture, values, code of conduct, team culture, rules of conduct, conduct, house rules, discipline, community rules, community guidelines, expected behaviour, our values, behaviour, confidentiality, dress code, secrecy, what we believe, what we believe in, ground rules, working agreement, working agreements, team norms, norms, team agreement, conflict resolution, resolving conflicts, team attitude, behaviour agreement, behavior agreement, communication agreement, work-life balance, team expectations, expectations, team participation, participation, personal accountability, research principles, conflict or missed expectation resolution",
    )
    stems: ClassVar[Text] = Text(
        "愿景, 使命, 价值观, 职业道德, 行为准则, 福利",
        "ground rule, conflict resolution, behaviour, behavior, work-life, our values, agreement",
    )
    listed: ClassVar[str] = "norms"

    values: tuple[str, ...] = field(
        default=(),
        metadata=spec("价值观", "Values", "团队认同的几条原则", "The few principles that the team holds to", REQUIRED),
    )
    mission: Prose = field(
        default="", metadata=spec("使命", "Mission", "团队为什么存在、要做成什么", "What the team is there for")
    )
    atmosphere: Prose = field(
        default="",
        metadata=spec(
            "团队氛围",
            "Atmosphere",
            "大家平时怎样相处和做事",
            "How people get along and go about their work",
            RECOMMENDED,
        ),
    )
    norms: tuple[Norm, ...] = field(
        default=(),
        metadata=spec(
            "行为准则",
            "Rules of conduct",
            "待人、守信、保密方面的要求",
            "What is expected in manners, reliability and discretion",
            RECOMMENDED,
        ),
    )
    activities: tuple[Event, ...] = field(
        default=(),
        metadata=spec(
            "团队活动", "Team activities", "团建、庆祝等活动及时间", "Outings, celebrations and the like, with dates"
        ),
    )
    recognitions: tuple[Recognition, ...] = field(
        default=(), metadata=spec("表彰记录", "Recognitions", "谁因什么受到表彰", "Who has been praised, and for what")
    )
    success_cases: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "成功案例", "Success cases", "体现团队文化的真实例子", "True stories that show the culture at work"
        ),
    )
    leader_role: Prose = field(
        default="", metadata=spec("领导示范", "Role of leaders", "管理者怎样带头践行", "How leaders set the example")
    )
