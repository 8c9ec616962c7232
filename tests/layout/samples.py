"""A daily handover as people write it, in Chinese, for the tests of the layout."""

from datetime import date, datetime
from decimal import Decimal

from opshandover.model.base import Cadence, Level, Money, Nothing, Priority, ReviewCycle, Shift
from opshandover.model.data import DataAnalysis, DataDomain, DataReport, Metric
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.documents import DocumentRef, Documents
from opshandover.model.header import DocumentState
from opshandover.model.issues import Issue, IssueKind, Issues, IssueStatus
from opshandover.model.people import Contact, ContactKind, Contacts, Member, Person, Team
from opshandover.model.planning import Campaign, WorkPlan
from opshandover.model.risks import Risk, RiskKind, Risks
from opshandover.model.systems import CredentialRef, System, SystemKind, Systems
from opshandover.model.tasks import Event, Overview, Task, TaskStatus, WorkProgress

ZHOU = Person(name="周岩", role="运营主管", department="客服部", phone="13800000001")
LIN = Person(name="林珊", role="运营专员", phone="13800000002")
SUN = Person(name="孙宁")


def daily_handover() -> OpsDocument:
    """Builds the handover of an early shift in customer operations."""
    return OpsDocument(
        profile="daily_handover",
        title="客服运营早班交接",
        id="KF-2026-1121-A",
        state=DocumentState.FINAL,
        department="客服部",
        shift=Shift(
            name="早班",
            start=datetime.fromisoformat("2026-11-21T08:00"),
            end=datetime.fromisoformat("2026-11-21T16:00"),
        ),
        prepared_on=date(2026, 11, 21),
        reason="轮班交接",
        giver=ZHOU,
        receivers=(LIN, SUN),
        overview=Overview(
            summary="今天共接入会话 **1,284** 单，退款链路上午故障 40 分钟，已恢复；晚班重点是补发赔付短信。",
            focus=("补发赔付短信", "盯住退款成功率"),
            events=(
                Event(title="双十一返场", on=date(2026, 11, 20), outcome="会话量比平日高三成"),
                Event(title="退款链路故障", on=date(2026, 11, 21), description="支付网关证书过期"),
            ),
        ),
        work_progress=WorkProgress(
            summary="十项任务完成七项。",
            tasks=(
                Task(
                    title="补发赔付短信",
                    status=TaskStatus.IN_PROGRESS,
                    progress=60,
                    owner=LIN,
                    priority=Priority.URGENT_IMPORTANT,
                    due=date(2026, 11, 21),
                    remaining="还有 318 位客户未收到短信，名单在共享盘“赔付/1121”。",
                    next_step="18:00 前分两批发送，发送后抽查 20 条。",
                    id="T-101",
                ),
                Task(
                    title="更新退货政策话术",
                    status=TaskStatus.DELAYED,
                    progress=30,
                    owner=SUN,
                    priority=Priority.IMPORTANT_NOT_URGENT,
                    due=date(2026, 11, 19),
                    reason_unfinished="法务尚未确认第三条。",
                    next_step="催法务，明早十点前拿到书面答复。",
                    id="T-102",
                ),
                Task(
                    title="整理差评标签",
                    status=TaskStatus.DONE,
                    progress=100,
                    owner=ZHOU,
                    result="归并为 12 个标签，已导入工单系统。",
                    id="T-103",
                ),
            ),
            coordination=("技术部每小时同步一次退款成功率",),
            next_steps=("先发短信", "再催法务", "最后核对会话量"),
        ),
        issues=Issues(
            items=(
                Issue(
                    title="退款接口超时",
                    kind=IssueKind.SYSTEM_FAULT,
                    status=IssueStatus.HANDLING,
                    description="09:10 起退款请求大量超时，09:50 恢复。\n\n- 影响约 420 单\n- 客户已在群里得到说明",
                    reported_on=date(2026, 11, 21),
                    affected_users=420,
                    root_cause="支付网关的证书过期，监控没有覆盖证书有效期。",
                    actions_taken=("更换证书", "补上证书到期的监控"),
                    owner=ZHOU,
                    customer_informed=True,
                    due=date(2026, 11, 22),
                    next_step="核对 420 单是否全部退款成功。",
                ),
                Issue(
                    title="仓库发错赠品",
                    kind=IssueKind.COMPLAINT,
                    status=IssueStatus.OPEN,
                    description="三位客户收到错误的赠品。",
                    affected_users=3,
                    owner=SUN,
                ),
            )
        ),
        risks=Risks(
            items=(
                Risk(
                    title="晚高峰人手不足",
                    kind=RiskKind.RESOURCE_SHORTAGE,
                    likelihood=Level.HIGH,
                    impact=Level.MEDIUM,
                    response="提前开通两名兼职坐席。",
                    contingency="排队超过 50 人时启用自助退款入口，并电话通知周岩。",
                    owner=LIN,
                ),
            ),
            review=ReviewCycle(cadence=Cadence.WEEKLY, next=date(2026, 11, 27)),
        ),
        work_plan=WorkPlan(
            tasks=(
                Task(title="夜间值守排班", owner=LIN, due=date(2026, 11, 22)),
                Task(title="周报数据核对", owner=SUN, due=date(2026, 11, 24)),
            ),
            campaigns=(
                Campaign(
                    name="会员日",
                    budget=Money(amount=Decimal(12000)),
                    scheduled_on=date(2026, 11, 28),
                ),
            ),
        ),
        data_analysis=DataAnalysis(
            metrics=(
                Metric(
                    name="会话量",
                    value=Decimal(1284),
                    previous=Decimal(987),
                    target=Decimal(1200),
                    unit="单",
                ),
                Metric(
                    name="首次响应时间",
                    value=Decimal(28),
                    previous=Decimal(31),
                    target=Decimal(30),
                    unit="秒",
                    lower_is_better=True,
                ),
                Metric(
                    name="退款成功率",
                    value=Decimal("96.4"),
                    previous=Decimal("99.1"),
                    target=Decimal(99),
                    unit="%",
                    cause="上午链路故障 40 分钟。",
                ),
            ),
            reports=(
                DataReport(
                    title="双十一返场日报",
                    domains=(DataDomain.TRAFFIC, DataDomain.CUSTOMER_FEEDBACK),
                    interpretation="流量集中在 20:00 之后，夜班压力大于早班。",
                    findings=("夜间会话占 46%", "退款类咨询翻倍"),
                ),
            ),
        ),
        resources=Nothing(reason="本班资源充足，无变化"),
        systems=Systems(
            items=(
                System(
                    name="工单系统",
                    kind=SystemKind.CRM,
                    purpose="处理客户工单",
                    credentials=(
                        CredentialRef(
                            account="kf-lead",
                            vault_ref="密码库/客服/工单",
                            holder=ZHOU,
                            transferred=True,
                        ),
                    ),
                    receiver_trained=True,
                ),
                System(name="排班表", purpose="查看与调整班次", permissions=("编辑", "导出")),
            )
        ),
        documents=Documents(
            items=(
                DocumentRef(
                    title="退款故障复盘",
                    location="共享盘/复盘/1121",
                    version="0.3",
                    updated_on=date(2026, 11, 21),
                    verified=True,
                ),
                DocumentRef(
                    title="退货政策话术",
                    location="共享盘/话术",
                    updated_on=date(2026, 11, 18),
                    verified=False,
                ),
            )
        ),
        team=Team(
            members=(
                Member(
                    person=LIN,
                    role="晚班组长",
                    duties=("排班", "赔付审核"),
                    focus="赔付短信",
                    communication_style="先发消息，急事打电话",
                ),
                Member(person=SUN, role="话术专员", duties=("话术维护",)),
            )
        ),
        contacts=Contacts(
            items=(
                Contact(
                    person=Person(name="赵工", department="技术部", phone="8021"),
                    kind=ContactKind.COLLEAGUE,
                    relationship="退款链路故障",
                    emergency=True,
                ),
                Contact(
                    person=Person(name="吴琳", department="法务部", email="wulin@example.com"),
                    kind=ContactKind.COLLEAGUE,
                    relationship="退货政策",
                ),
            )
        ),
        extra=(FreeSection(title="班组通知", body="明天上午 **消防演练**，请提前下楼。\n\n1. 关电脑\n2. 带工牌"),),
    )
