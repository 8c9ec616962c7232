"""Data: figures, research, their meaning, and who receives them."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from attrs import field

from opshandover.model.base import Cadence, Choice, Period, Prose, Record, Section, record
from opshandover.model.channels import Channel
from opshandover.model.documents import DocumentRef
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class DataDomain(Choice):
    """What figures measure."""

    USER_BEHAVIOUR = "user_behaviour", "用户行为", "User behaviour"
    USAGE_HABIT = "usage_habit", "使用习惯", "Usage habits"
    TRAFFIC = "traffic", "流量", "Traffic"
    CONVERSION = "conversion", "转化", "Conversion"
    PRODUCT_USAGE = "product_usage", "产品使用", "Product usage"
    SALES = "sales", "销售", "Sales"
    USER_ACTIVITY = "user_activity", "活跃度", "User activity"
    USER_GROWTH = "user_growth", "用户增长", "User growth"
    MARKET_TREND = "market_trend", "市场趋势", "Market trend"
    MARKET_SHARE = "market_share", "市场份额", "Market share"
    COMPETITOR = "competitor", "竞争对手", "Competitors"
    COST = "cost", "成本", "Cost"
    CUSTOMER_FEEDBACK = "customer_feedback", "客户反馈", "Customer feedback"
    OPERATIONS = "operations", "运营状况", "Operations"


class KpiPreset(Choice):
    """Common indicators."""

    RETENTION = "retention", "留存", "Retention"
    USER_GROWTH = "user_growth", "用户增长率", "User growth rate"
    CONVERSION = "conversion", "转化率", "Conversion rate"
    CUSTOMER_SATISFACTION = "customer_satisfaction", "客户满意度", "Customer satisfaction"
    SALES = "sales", "销售额", "Sales"
    SALES_GROWTH = "sales_growth", "销售增长率", "Sales growth rate"
    PRODUCTION_EFFICIENCY = "production_efficiency", "生产效率", "Production efficiency"
    USER_ACTIVITY = "user_activity", "活跃度", "User activity"
    MARKET_SHARE = "market_share", "市场份额", "Market share"
    OPERATING_COST = "operating_cost", "运营成本", "Operating cost"
    SERVICE_EFFICIENCY = "service_efficiency", "服务效率", "Service efficiency"
    COST_CONTROL = "cost_control", "成本控制", "Cost control"
    RESPONSE_TIME = "response_time", "响应时间", "Response time"
    RESOLUTION_RATE = "resolution_rate", "解决率", "Resolution rate"
    FEATURE_COMPLETENESS = "feature_completeness", "功能完整性", "Feature completeness"
    PERFORMANCE_TEST = "performance_test", "性能测试", "Performance test"
    USER_EXPERIENCE = "user_experience", "用户体验", "User experience"


class AnalysisMethod(Choice):
    """The method of analysis."""

    TREND = "trend", "趋势", "Trend"
    COMPARISON = "comparison", "对比", "Comparison"
    REGRESSION = "regression", "回归", "Regression"
    OTHER = "other", "其他", "Other", "其它, others"


class ResearchSubject(Choice):
    """The subject of research."""

    MARKET = "market", "市场", "Market"
    COMPETITOR = "competitor", "对手", "Competitors"
    USER_NEEDS = "user_needs", "用户需求", "User needs"
    INDUSTRY = "industry", "行业", "Industry"


class ResearchMethod(Choice):
    """The method of research."""

    QUESTIONNAIRE = "questionnaire", "问卷", "Questionnaire"
    INTERVIEW = "interview", "访谈", "Interview"
    DATA_ANALYSIS = "data_analysis", "数据分析", "Data analysis"


@record(kw_only=True)
class Metric(Record):
    """A figure with what it was before and what it is to be.

    One type serves what is to be reached, what was measured and what people are judged by; so
    whether the value or the target is the one that counts depends on the section.
    """

    label: ClassVar[Text] = Text("指标", "Metric")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "cause"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "如“七日留存率”",
            "Such as “seven-day retention”",
            REQUIRED,
            synonyms="指标, 指标名称, 数据项, 项目, 监控项, metric, indicator, measure, kpi",
        ),
    )
    preset: KpiPreset | None = field(
        default=None, metadata=spec("常用指标", "Preset", "属于哪一个通用指标", "The common indicator that it is")
    )
    value: Decimal | None = field(
        default=None,
        metadata=spec(
            "当前值",
            "Value",
            "本期实际数值",
            "The figure measured this time",
            in_starter=True,
            synonyms="数值, 值, 实际, 本期, 今日, 实际值, 本班, 当日, 结果, actual, current, this shift, today, result, reading",
        ),
    )
    previous: Decimal | None = field(
        default=None,
        metadata=spec(
            "上期值",
            "Previous",
            "上一期的实际数值",
            "The figure measured the time before",
            synonyms="上期, 昨日, 上周, 上班, 上月, yesterday, last shift, last week, last",
        ),
    )
    target: Decimal | None = field(
        default=None,
        metadata=spec(
            "目标值",
            "Target",
            "预期达到的数值",
            "The figure to be reached",
            in_starter=True,
            synonyms="目标, 计划, 标准, 阈值, goal, plan, threshold, sla",
        ),
    )
    unit: str = field(
        default="", metadata=spec("单位", "Unit", "如 %、万元、人次", "Such as %, CNY, visits", synonyms="units")
    )
    lower_is_better: bool = field(
        default=False,
        metadata=spec(
            "越低越好", "Lower is better", "成本、响应时间等应勾选", "Set it for costs, response times and the like"
        ),
    )
    period: Period | None = field(
        default=None, metadata=spec("统计时段", "Period", "数值覆盖哪段时间", "The days that the figure covers")
    )
    domain: DataDomain | None = field(
        default=None, metadata=spec("数据范围", "Domain", "流量、销售、成本等", "Traffic, sales, cost …")
    )
    cause: Prose = field(
        default="",
        metadata=spec(
            "变化原因",
            "Cause",
            "为什么下降或未达标",
            "Why it fell or missed the target",
            synonyms="备注, 说明, 原因, notes, remarks, comment, comments",
        ),
    )
    suggestion: Prose = field(
        default="", metadata=spec("改进建议", "Suggestion", "怎样让它回升", "What would bring it back")
    )


@record(kw_only=True)
class DataReport(Record):
    """Figures of one period and what they mean."""

    label: ClassVar[Text] = Text("数据报告", "Data report")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "interpretation"

    title: str = field(default="", metadata=spec("标题", "Title", "报告名称", "What the report is called", REQUIRED))
    domains: tuple[DataDomain, ...] = field(
        default=(), metadata=spec("数据范围", "Domains", "报告涉及哪些数据", "What the figures are about")
    )
    period: Period | None = field(
        default=None,
        metadata=spec("统计时段", "Period", "数据从哪天到哪天", "From which day to which day", RECOMMENDED),
    )
    metrics: tuple[Metric, ...] = field(
        default=(), metadata=spec("指标", "Metrics", "报告中的主要数值", "The main figures of the report", RECOMMENDED)
    )
    source: str = field(
        default="",
        metadata=spec(
            "数据来源", "Source", "从哪个系统或渠道取数", "The system or channel that the data comes from", RECOMMENDED
        ),
    )
    methods: tuple[AnalysisMethod, ...] = field(
        default=(), metadata=spec("分析方法", "Methods", "趋势、对比还是回归", "Trend, comparison, regression …")
    )
    tool: str = field(
        default="", metadata=spec("分析工具", "Tool", "用什么软件分析", "The software used for the analysis")
    )
    interpretation: Prose = field(
        default="", metadata=spec("数据解读", "Interpretation", "这些数值说明什么", "What the figures mean", REQUIRED)
    )
    findings: tuple[str, ...] = field(
        default=(),
        metadata=spec("主要发现", "Findings", "最值得注意的几点", "The few points that matter most", REQUIRED),
    )
    suggestions: tuple[str, ...] = field(
        default=(),
        metadata=spec("改进建议", "Suggestions", "据此应调整什么", "What should change because of it", RECOMMENDED),
    )
    opportunities: tuple[str, ...] = field(
        default=(), metadata=spec("机会", "Opportunities", "数据显示的新机会", "Chances that the figures show")
    )
    shared_with: tuple[str, ...] = field(
        default=(), metadata=spec("共享对象", "Shared with", "发给哪些团队", "The teams that receive it")
    )
    cadence: Cadence | None = field(
        default=None, metadata=spec("频率", "Cadence", "多久出一次报告", "How often the report is made")
    )
    document: DocumentRef | None = field(
        default=None, metadata=spec("报告文档", "Document", "完整报告在哪里", "Where the whole report is found")
    )


@record(kw_only=True)
class Research(Record):
    """Research on the market, competitors or users, and the conclusions."""

    label: ClassVar[Text] = Text("调研", "Research")

    subject: ResearchSubject | None = field(
        default=None,
        metadata=spec("调研对象", "Subject", "市场、对手还是用户", "Market, competitors, users …", REQUIRED),
    )
    methods: tuple[ResearchMethod, ...] = field(
        default=(),
        metadata=spec("调研方式", "Methods", "问卷、访谈或数据", "Questionnaire, interview or data", RECOMMENDED),
    )
    conducted_on: date | None = field(
        default=None,
        metadata=spec("调研日期", "Conducted on", "哪天完成", "The day on which it was finished", RECOMMENDED),
    )
    findings: tuple[str, ...] = field(
        default=(), metadata=spec("主要发现", "Findings", "得到哪些结论", "What it has shown", REQUIRED)
    )
    implication: Prose = field(
        default="",
        metadata=spec(
            "策略影响", "Implication", "策略因此怎样调整", "How the strategy changes because of it", RECOMMENDED
        ),
    )
    cadence: Cadence | None = field(
        default=None, metadata=spec("频率", "Cadence", "多久调研一次", "How often it is repeated")
    )


@record(kw_only=True)
class DataAnalysis(Section):
    """The figures of the work, their meaning, and how they are shared."""

    label: ClassVar[Text] = Text("数据分析", "Data analysis")
    hint: ClassVar[Text] = Text(
        "数据报告、解读、发现，以及指标下降的原因和建议",
        "Reports with their meaning, and why figures fell and what to do about it",
    )
    listed: ClassVar[str] = "metrics"
    synonyms: ClassVar[Text] = Text(
        "数据, 数据情况, 数据统计, 关键数据, 运营数据, 经营数据, 指标, 数据指标, 数据报表, 数据汇总, 核心数据, 核心指标, 业务数据, 当日数据, 今日数据, 监控数据, 监控指标, 关键指标, 运行数据, 数据概况, 运行指标, 数据复盘, 营收, 营业额, 营业情况, 销售, 销售额, 业绩, 销售情况, 销售数据, 产量, 产量情况, 统计, 报表, 流水, 经营情况, 接待量, 客流, 在院情况, 本班数据, 本周数据, 数据表现, 运营指标, 战报, 检测量, 访问量, 销量, 订单量, 业务量, 工作量, 呼入量, 话务, 话务情况, 出库量, 客流量, 成交, 转化, 留存, 出租率, 入住, 入住率, 床位, 在院人数, 产能, 进出库, 收支, 账目, 数据战报, 收银, 对账, 结账, 日结, 收银对账, 流量, 转化率, 投放数据, 粉丝增长, 粉丝, 阅读量, 投放, 广告投放, 直播数据, 曝光, 主要参数, 主要工艺参数, 工艺参数, 盘点结果, 项目统计, 代码统计, 评测结果, 实验结果, 结果分析",
        "metrics, data, key metrics, figures, numbers, statistics, stats, analytics, key figures, shift metrics, performance metrics, kpis, kpi, key performance indicators, measurements, readings, sales, sales figures, revenue, occupancy, volumes, call volumes, traffic, output, production figures, queue status, queue stats, queue, throughput, takings, today's numbers, headline numbers, by the numbers, scoreboard, targets vs actuals, census, bed state, attendance figures, headcount figures, takings and till, roi, conversion, conversions, campaign results, results of campaigns, reach, results, preliminary results, key results, benchmarks, orders, usage statistics, performance results",
    )
    stems: ClassVar[Text] = Text(
        "卖了多少, 卖得怎么样, 作业量, 业务量, 投流, 标本量, 检测量, 客流量, 车流量, 盘点结果, 工艺参数, 统计, 实验结果",
        "what sold, how much, volumes, the numbers, figures, sales, statistic, preliminary result, experiment",
    )

    reports: tuple[DataReport, ...] = field(
        default=(),
        metadata=spec(
            "数据报告",
            "Reports",
            "每份报告附解读和发现",
            "Each report with its meaning and findings",
            RECOMMENDED,
            weight=3,
        ),
    )
    metrics: tuple[Metric, ...] = field(
        default=(),
        metadata=spec(
            "关键指标",
            "Metrics",
            "日常跟踪的数值",
            "The figures watched day by day",
            RECOMMENDED,
            weight=2,
            in_starter=True,
        ),
    )
    research: tuple[Research, ...] = field(
        default=(),
        metadata=spec("调研", "Research", "市场、对手和用户调研", "What is known of market, competitors and users"),
    )
    norms: tuple[str, ...] = field(
        default=(),
        metadata=spec("数据规范", "Norms", "采集和分析须遵守的规则", "The rules for collecting and analysing data"),
    )
    sharing: Channel | None = field(
        default=None,
        metadata=spec("共享机制", "Sharing", "数据通过什么渠道公开", "The channel by which others see the data"),
    )
