"""A page that holds every kind of block, as a real handover would use them."""

from tests.exporters.word.opened import cell, fact, item, para

from opshandover.pages.blocks import (
    Align,
    Cell,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Table,
)


def rich_page() -> Page:
    """A page with blocks of most kinds, as a handover has them."""
    return Page(
        title="客服中心运营日交接单（11 月 20 日）",
        kind="每日运营交接",
        lang="zh",
        properties=(
            ("organisation", "海川科技有限公司"),
            ("id", "HO-2026-1120"),
            ("prepared_on", "2026-11-20"),
            ("giver", "周岩（运营主管）"),
            ("version", "1.0"),
        ),
        blocks=(
            Facts(
                across=2,
                role=Role.METADATA,
                items=(
                    fact("编号", "HO-2026-1120"),
                    fact("状态", "定稿"),
                    fact("单位", "海川科技有限公司"),
                    fact("部门", "客户服务部 · 运营组"),
                    fact("时段", "2026-11-20 至 2026-11-20"),
                    fact("编制日期", "2026-11-20"),
                    fact("移交人", "周岩（运营主管，客服部，电话 138 0000 0000）"),
                    fact(
                        "接收人",
                        "林晓雨（运营专员，客服部，电话 139 0000 0000，邮箱 lin.xiaoyu@example.com）；陈默（值班经理）",
                    ),
                    Fact(label="监交人", cell=cell("待填写", Role.PLACEHOLDER)),
                ),
            ),
            Heading(level=1, text="先做什么", role=Role.ATTENTION),
            Paragraph(runs=(Run(text="接手先看", strong=True),), role=Role.ATTENTION),
            Paragraph(
                runs=(
                    Run(text="支付回调延迟", strong=True),
                    Run(text="：已逾期 2 天，▲▲ 紧急且重要（负责人：周岩；截止：2026-11-18）"),
                ),
                role=Role.ATTENTION,
            ),
            Paragraph(
                runs=(
                    Run(text="大客户合同续签", strong=True),
                    Run(text="：今天到期（负责人：林晓雨；截止：2026-11-20）"),
                ),
                role=Role.ATTENTION,
            ),
            Heading(level=1, text="工作进展", role=Role.SECTION),
            Paragraph(
                runs=(
                    Run(text="本日重点是双十一售后的收尾，"),
                    Run(text="退款积压已降到 120 单", strong=True),
                    Run(text="；仍需关注"),
                    Run(text="“支付回调延迟”", emphasis=True),
                    Run(text="问题，日志在 "),
                    Run(text="/var/log/pay/callback.log", code=True),
                    Run(text="，看板见"),
                    Run(text="运营看板", link="https://example.com/board?a=1&b=2"),
                    Run(text="，"),
                    Run(text="旧看板已停用", strike=True),
                    Run(text="。"),
                )
            ),
            Heading(level=2, text="任务"),
            Table(
                columns=(
                    Column(label="任务", share=3),
                    Column(label="状态"),
                    Column(label="优先级", share=2),
                    Column(label="进度", align=Align.END),
                    Column(label="负责人"),
                    Column(label="截止"),
                    Column(label="下一步", share=4),
                ),
                rows=tuple(
                    Row(cells=tuple(cell(x) for x in texts))
                    for texts in [
                        (
                            "处理支付回调延迟",
                            "进行中",
                            "▲▲ 紧急且重要",
                            "60%",
                            "周岩",
                            "2026-11-18",
                            "联系支付平台技术支持，确认重试队列是否恢复，并在群内同步结果",
                        ),
                        (
                            "大客户合同续签",
                            "进行中",
                            "▲ 重要不紧急",
                            "80%",
                            "林晓雨",
                            "2026-11-20",
                            "法务意见返回后寄出盖章件",
                        ),
                        (
                            "知识库更新",
                            "未开始",
                            "可后延",
                            "0%",
                            "陈默",
                            "2026-12-01",
                            "整理 12 条新问答",
                        ),
                    ]
                ),
            ),
            Heading(level=3, text="处理支付回调延迟"),
            Facts(
                items=(
                    fact("背景", "双十一期间回调量达到平时的 8 倍，队列消费能力不足。"),
                    fact("已做", "扩容消费者到 12 个；重试间隔由 60 秒改为 15 秒。"),
                    Fact(
                        label="遗留",
                        cell=Cell(
                            blocks=(
                                ListBlock(
                                    items=(
                                        item("补偿脚本尚未验证"),
                                        item(
                                            "对账差异 17 单，",
                                            ListBlock(
                                                ordered=True,
                                                items=(item("导出差异"), item("逐单核对")),
                                            ),
                                        ),
                                    )
                                ),
                            )
                        ),
                    ),
                )
            ),
            Heading(level=4, text="处理步骤"),
            ListBlock(
                ordered=True,
                items=(
                    item("登录跳板机，确认队列长度"),
                    item(
                        "执行补偿脚本：",
                        Code(
                            text="cd /opt/pay\n./retry.sh --since 2026-11-18 \\\n\t--limit 500   # 每批 500 单",
                            language="sh",
                        ),
                        "完成后在群内回复“已补偿”。",
                    ),
                    item(
                        "核对对账结果",
                        ListBlock(
                            items=(
                                item("金额一致"),
                                item("笔数一致", ListBlock(items=(item("含退款"),))),
                            )
                        ),
                    ),
                ),
            ),
            para("随后重新开始的编号："),
            ListBlock(ordered=True, start=3, items=(item("第三步"), item("第四步"))),
            ListBlock(items=(item("交接材料已上传", checked=True), item("权限已转移", checked=False))),
            Quote(
                blocks=(
                    para("客户反馈：退款到账时间比承诺的慢了两天，希望说明原因。"),
                    para("—— 12 月 3 日回访"),
                )
            ),
            Heading(level=1, text="风险", role=Role.SECTION),
            Table(
                role=Role.RISK,
                columns=(
                    Column(label="风险", share=3),
                    Column(label="可能性"),
                    Column(label="影响"),
                    Column(label="应对", share=3),
                ),
                rows=(
                    Row(
                        cells=(
                            cell("支付平台再次限流"),
                            cell("▲ 高", Role.RISK),
                            cell("▲ 高"),
                            cell("提前一天申请提额，准备人工补单"),
                        )
                    ),
                ),
            ),
            para("若周末再次积压超过 500 单，立即电话通知值班经理。", role=Role.RISK),
            Heading(level=1, text="客户与合作伙伴", role=Role.SECTION),
            para("本班确认没有需要报告的内容：当日无客户投诉升级。", Role.NOTHING),
            Heading(level=1, text="系统与权限", role=Role.SECTION),
            para("（必填，待填写）", Role.PLACEHOLDER),
            Divider(),
            Heading(level=1, text="交接确认", role=Role.SECTION),
            Table(
                role=Role.SIGNATURE,
                columns=(
                    Column(label="角色"),
                    Column(label="姓名"),
                    Column(label="意见", share=3),
                    Column(label="签字", share=2),
                    Column(label="日期", share=2),
                ),
                rows=tuple(
                    Row(
                        cells=(
                            cell(a),
                            cell(b),
                            Cell(blocks=()),
                            Cell(blocks=(), role=Role.SIGNATURE),
                            cell("　　年　　月　　日", Role.PLACEHOLDER),
                        )
                    )
                    for a, b in (
                        ("移交人", "周岩"),
                        ("接收人", "林晓雨"),
                        ("接收人", "陈默"),
                        ("监交人", ""),
                    )
                ),
            ),
        ),
    )
