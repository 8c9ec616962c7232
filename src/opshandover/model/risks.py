"""Risks: what may happen, its warning signs, and the response."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Level, Prose, ReviewCycle, Section, record
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.resources import Resource
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class RiskKind(Choice):
    """What a risk threatens, or where it comes from."""

    MARKET = "market", "市场", "Market"
    TECHNICAL = "technical", "技术", "Technical"
    FINANCIAL = "financial", "财务", "Financial"
    PROJECT_DELAY = "project_delay", "进度", "Project delay"
    RESOURCE_SHORTAGE = "resource_shortage", "资源", "Resource shortage"
    QUALITY = "quality", "质量", "Quality"
    SUPPLY_CHAIN = "supply_chain", "供应链", "Supply chain"
    HANDOVER = "handover", "交接自身", "The handover itself"
    OTHER = "other", "其他", "Other", "其它, others"


class RiskStatus(Choice):
    """The status of a risk."""

    WATCHED = (
        "watched",
        "监控中",
        "Watched",
        "监控, 观察中, 关注中, 跟踪中, 未消除, 盯着, 在盯, 留意, 留意中, open, watching, monitored, monitoring",
    )
    OCCURRED = "occurred", "已发生", "Occurred", "发生, 发生了, 已出现, 出现了, happened"
    CLOSED = (
        "closed",
        "已消除",
        "Closed",
        "消除, 解除, 已解除, 已关闭, 关闭, 已解决, 没有了, 不会发生了, resolved, done, gone",
        "mitigated",
    )


@record(kw_only=True)
class Risk(OpenItem):
    """Something that may go wrong."""

    label: ClassVar[Text] = Text("风险", "Risk")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "description"

    title: str = field(
        default="",
        metadata=spec("标题", "Title", "一句话说明可能出什么事", "What may happen, in a few words", REQUIRED),
    )
    kind: RiskKind | None = field(
        default=None, metadata=spec("类别", "Kind", "属于哪类风险", "What sort of risk it is", RECOMMENDED)
    )
    status: RiskStatus | None = field(
        default=None, metadata=spec("状态", "Status", "还在监控、已发生还是已消除", "Still watched, occurred, or gone")
    )
    description: Prose = field(
        default="",
        metadata=spec(
            "描述",
            "Description",
            "在什么情况下会发生",
            "Under what circumstances it would happen",
            RECOMMENDED,
            synonyms="说明, 风险描述, 备注, details, notes",
        ),
    )
    likelihood: Level | None = field(
        default=None,
        metadata=spec(
            "可能性",
            "Likelihood",
            "发生的可能有多大",
            "How likely it is",
            REQUIRED,
            synonyms="概率, 发生概率, probability, chance",
        ),
    )
    impact: Level | None = field(
        default=None,
        metadata=spec(
            "影响程度",
            "Impact",
            "发生后影响有多大",
            "How bad it would be",
            REQUIRED,
            synonyms="等级, 风险等级, 严重程度, 级别, severity, level",
        ),
    )
    impact_description: Prose = field(
        default="",
        metadata=spec(
            "影响说明",
            "Effects",
            "会影响哪些工作、客户或收入",
            "Which work, customers or income would suffer",
            RECOMMENDED,
            synonyms="影响, 后果, 可能影响, 影响范围, effect, consequence, consequences",
        ),
    )
    warning_signs: tuple[str, ...] = field(
        default=(), metadata=spec("预警信号", "Warning signs", "出现什么迹象就要警惕", "What shows that it is coming")
    )
    measures_taken: tuple[str, ...] = field(
        default=(),
        metadata=spec("已采取措施", "Measures taken", "为防止它已经做了什么", "What has been done to prevent it"),
    )
    response: Prose = field(
        default="",
        metadata=spec(
            "应对策略",
            "Response",
            "怎样避免或减轻",
            "How to avoid it or make it less bad",
            REQUIRED,
            synonyms="应对, 应对措施, 应对办法, 对策, 措施, 防范措施, 建议, 处理办法, mitigation, measures, what to do, mitigations, plan",
        ),
    )
    contingency: Prose = field(
        default="",
        metadata=spec(
            "应急预案",
            "Contingency plan",
            "一旦发生，第一步做什么、找谁",
            "What to do first, and whom to call, if it happens",
            RECOMMENDED,
        ),
    )
    guidance: Prose = field(
        default="",
        metadata=spec(
            "处理指引", "Guidance", "接收人要注意和会做什么", "What the receiver must watch and be able to do"
        ),
    )
    emergency_resources: tuple[Resource, ...] = field(
        default=(),
        metadata=spec(
            "应急资源", "Emergency resources", "备用的人手、资金和设备", "People, money and equipment in reserve"
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "由谁盯着这个风险",
            "Who keeps an eye on it",
            RECOMMENDED,
            synonyms="责任人, 跟进人, who, responsible",
        ),
    )

    @property
    def open(self) -> bool:
        """Whether the risk is still to be monitored or handled."""
        return self.status is not RiskStatus.CLOSED


@record(kw_only=True)
class Risks(Section):
    """What may happen, and how the team is prepared."""

    label: ClassVar[Text] = Text("风险与应急", "Risks and contingency")
    hint: ClassVar[Text] = Text(
        "可能发生的事、影响和应急预案", "What may happen, how bad it would be, and the plan for it"
    )
    synonyms: ClassVar[Text] = Text(
        "风险, 风险点, 潜在风险, 风险提示, 风险与应对, 应急, 应急预案, 应急措施, 应急处置, 应急方案, 应急处理, 预案, 隐患, 安全隐患, 风险评估, 风险预警, 主要风险, 风险防范, 风险说明, 安全, 安全生产, 安全风险, 安全与5s, 消防安全, 预警, 风险与隐患, 风险事项, 应急联系与处理, 突发事件处理, 应急处置流程, 紧急情况处理, 安全与免责, 免责, 要防的, 合规, 灾备, 数据安全, 信息安全, 信息安全要求, 防汛, 防台, 防火",
        "risks, risk, potential risks, contingency, contingency plan, contingencies, known risks, risks and mitigations, emergency plan, emergency procedures, risk register, emergencies, in an emergency, risks and concerns, hazards, safety hazards, security, security concerns, what could go wrong, watch points, risk areas, red flags, hot spots, compliance, worries, my worries, what might go wrong, single points of failure, if something breaks, disaster recovery, business continuity, dr plan, continuity plan, continuity, compliance risks, emergency protocols",
    )
    stems: ClassVar[Text] = Text(
        "风险, 隐患, 应急, 要防, 可能出问题, 防汛, 防台, 防火, 防灾, 万一, 事故预想, 危险点, 突发, 雨季, 高温, 安全事故, 担心",
        "risk, emergency, contingency, worst case, might go wrong, could go wrong, keeps me up, worries, single point, if something, there's a fire, in case of, what if, worried, worry",
    )

    items: tuple[Risk, ...] = field(
        default=(),
        metadata=spec("风险", "Risks", "逐个风险写清影响和应对", "Each with its impact and response", REQUIRED),
    )
    review: ReviewCycle | None = field(
        default=None, metadata=spec("定期检查", "Review", "多久重新评估一次", "How often the risks are assessed again")
    )
