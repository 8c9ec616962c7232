"""How headings begin that speak of work to be done, of what is done, and of how something is done, whatever they end in."""

import re

_NOT_TASKS = "问题|故障|缺陷|异常|风险|[改修优]|解决|issue|problem|risk|bug|defect|incident|question|concern|alert"
_DO = (
    "configure install create add remove delete restart rotate enable disable connect submit upload download review "
    "check update prepare verify ensure"
).split()
_DO_OR_NAME = (
    "access build change debug deploy edit export generate import make migrate modify publish query reboot recover "
    "release renew replace reset restore run scale set shut start stop switch test troubleshoot uninstall upgrade use "
    "view"
).split()
"""Verbs that name a thing as well, “access control”, and so only tell what to do as “accessing …”."""
_DOING = "|".join(f"{verb.removesuffix('e')}{verb[-1]}?ing" for verb in (*_DO, *_DO_OR_NAME))
_TO_DO = "|".join(
    (*_DO, "set up", "make sure", "log ?in(?:to)?", "sign in", "turn (?:on|off)", "fill (?:in|out)", "clean(?: up)?")
)
"""How a heading begins that tells people to do something."""
_DOING_ZH = "|".join(
    "配置 设置 修改 添加 删除 重启 启动 停止 更新 升级 上传 下载 导入 导出 创建 清空 备份 恢复 安装 部署 发布 运行 "
    "编译 打包 切换 查询 执行 一键".split()
)
"""How a heading begins that tells how something is done."""
_NOT_DONE = "|".join(
    "情况 记录 内容 信息 地址 架构 环境 事项 问题 任务 计划 方案 清单 列表 要求 状态 结果 人员 人 数据 日志".split()
)
"""How a heading ends that names a thing, though it begins so."""
OPENINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"[\u4e00-\u9fff]{0,3}(?:未|没|待|尚未|还没)[\u4e00-\u9fff]{1,5}(?:事项|事宜|工作|任务|的事|事情)"
            rf"|(?:未|待|没|尚未|还没|在途|在办|遗留|剩余)(?!.*(?:{_NOT_TASKS}))[\u4e00-\u9fff]{{2,8}}"
            rf"|(?:outstanding|pending|unfinished|remaining|incomplete)\b(?!.*\b(?:{_NOT_TASKS})).+"
        ),
        "work_progress",
    ),
    (re.compile(r"for (?:the |our )?(?:next|tomorrow|incoming|day|morning|night|early|late)\b.*"), "work_plan"),
    (re.compile(r"what (?:is|are|this|it)\b.+|什么(?:是|叫).+|.+是(?:什么|做什么的|干什么的)"), "overview"),
    (
        re.compile(r".*\b(?:work|tasks?|planned|upcoming)\b.* (?:next|coming) (?:week|month|sprint|quarter)\b.*"),
        "work_plan",
    ),
    (re.compile(r"(?:.* )?work\b.* (?:completed|initiated|done)\b.*"), "work_progress"),
    (
        re.compile(
            rf"(?:{_DOING})\b[ /].+"
            r"|(?!during|regarding|concerning|following|including|(?:some|any|every|no)thing|morning|evening|pending|missing)"
            r"[a-z]{2,}ing (?:the|an?|your|our|new) .+"
            r"|(?:before|after|during|at the (?:start|beginning|end) of) (?!any|every|all ).+"
            rf"|(?:{_TO_DO})\b(?!s? ?(?:of|on|results?|plan)\b) .+"
            r"|.{0,6}(?:程序|软件|工具|系统|设备|平台|仪器|服务器)的?(?:使用|操作|启动|安装|部署)"
            r"|(?:访问|使用|登录|进入) ?[a-z].*|.{2,16}的(?:更新|升级|备份|恢复|迁移|安装|部署|配置|启动|停止)"
            rf"|查?看[^的]{{2,14}}|(?:{_DOING_ZH})(?!.*(?:{_NOT_DONE})$)[^的]{{1,14}}"
        ),
        "processes",
    ),
)
"""Each with the section that it leads to; the first that fits counts."""
