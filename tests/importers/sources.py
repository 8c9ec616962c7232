"""Documents as people write them, with the headings that a reader sees in them. All of it is invented."""

SOURCES = {
    "offboarding by project": (
        """# 会员积分商城

- 背景：老会员流失，**上线兑换**留人
- 源码：`git@git.example:mall/points.git`
- 文档：[需求说明](https://kb.example/mall/prd "2026 版")
- 测试环境：http://10.0.8.21:8080/points
- 分支：
  - master 线上
  - feature/gift_card 礼品卡，还没合

# 门店对账小程序

- 负责人：何苗
- **文档：** 见共享盘 `D:\\移交\\对账.docx`
- 待办
    1. 补跑 9 月 3 日
    2. 和财务对一遍差额

# 其他
无
""",
        ["# 会员积分商城", "# 门店对账小程序", "# 其他"],
    ),
    "items without a heading": (
        """移交人：韩雪
接收人：罗文

1、每周一拉取退货数据
   口径问：陶然
2、公众号后台
   账号 ops_main，password: ask 陶然
3、快递合同 10 月底到期
""",
        [],
    ),
    "commands and accounts": (
        """## 服务器
【账号】deploy，【地址】10.2.3.4

| 用途 | 命令 |
|:--|--:|
| 启动 | `nohup java -jar app.jar > out.log 2>&1 &` |
| 说明 | 密码在密码库，不写在这里 | 多出一格 |
| 缺一格 |

```bash
ssh deploy@<host> -p 22
tail -f out.log | grep ERROR
```

mysql -h db.example -u reader
""",
        ["服务器"],
    ),
    "diary": (
        """#### 07-10
- 上线活动页
---
#### 07-11

---
#### 07-12
请假
---
""",
        ["# 07-10", "# 07-11", "# 07-12"],
    ),
    "weeks with underlines": (
        """第三周
===

周一
---
完成对账，共 3 处差异
金额：1,024.50 元
---
周二
---
无
""",
        ["第三周", "# 周一", "# 周二"],
    ),
    "bold lines as headings": (
        """**【日报】3 月 2 日**

**一、今日完成**
1. 回访 18 位客户
2. 处理投诉 2 起

**二、明日计划**

- 对账
- 培训

**三、问题**
无
""",
        ["# 【日报】3 月 2 日", "# 一、今日完成", "# 二、明日计划", "# 三、问题"],
    ),
    "one row with breaks": (
        """| 今日工作 | 明日计划 | 备注 |
|---|---|---|
| 1. 盘点<br>2. 补货<br/>共 30 箱 | 催货 | • 仓门坏了<br>• 已报修 |
""",
        [],
    ),
    "minutes of two meetings": (
        """##周例会
时间：3 月 2 日 14:00
地点：二楼

####一、决议
<table>
<thead><tr><th>事项</th><th>截止</th><th>责任人</th></tr></thead>

<tr><td rowspan="2">换供应商</td><td>3 月 9 日</td><td>周岩</td></tr>
<tr><td colspan="2">表决：5 票同意<br>1 票弃权</td></tr>
</table>

---

##临时会
<p align="center">议题：<b>断网</b>应急</p>
<!-- 录音在行政 -->
""",
        ["# 周例会", "### 一、决议", "# 临时会"],
    ),
    "interview": (
        """# 访谈：老仓管

**问：** 夜里谁值班？

> 我和小魏轮流，
> 一人一周。

问：备用钥匙在哪？
答：值班室第二个抽屉（？）

* [x] 看过现场
* [ ] 补拍照片 ![门锁](img/lock.png "新锁")
""",
        ["访谈：老仓管"],
    ),
    "charter": (
        """群管理章程

**第一章 总则**

**第一条** 本群用于值班联络。

**第三条** 夜间只发急事。

**第二章 附则**

**第二条** 解释权归行政部。
""",
        ["# 第一章 总则", "# 第二章 附则"],
    ),
    "manual with emoji": (
        """---
title: 开店手册
tags: [门店, "早班"]
updated: 2026-03-02
time: 07:30
---

# 🏪 开店手册

## ⏰ 开门前

- [ ] 开总闸
- [X] 验钞机通电

## 🧾 收银

步骤：

1. 登录
   ```
   POS> open 1
   ```
2. 领备用金[^1]

| 键 | 值 |
|---|---|
| 备用金 | 500 元 |
| 柜号 | A\\|B |

[^1]: 零钱不足找值班经理。
""",
        ["🏪 开店手册", "# ⏰ 开门前", "# 🧾 收银"],
    ),
    "english shift": (
        """**Shift:** Night, 26 Nov
**From:** Maya   **To:** Tom

| Metric | Value |
| --- | ---: |
| Calls | 112 |
| SLA | 97.5 % |

**Issue 1**

Card reader on desk 2 drops the line. Provider ticket #48812, ETA tonight.

**Issue 2**

Lift stops at floor 4 - use the right one.

Signature: ______
""",
        ["# Issue 1", "# Issue 2"],
    ),
    "english on call": (
        """---
oncall: "@maya"
week: 48
---
# On-call handover

| Who | Handle |
|-----|--------|
| primary | @maya |
| secondary | @tom_b |

## Open questions

* Why did `billing-worker` restart 3x? See [runbook][rb].
* [INC-311] and [INC-311] again

Still failing:

    $ kubectl get pods -n billing

[rb]: https://wiki.example/billing 'Billing runbook'
[unused]: https://wiki.example/old
""",
        ["On-call handover", "# Open questions"],
    ),
    "narrative": (
        """Leaving notes
=============

I kept the numbers in the [sheet], the rest is in people's heads.

Not done
--------

Everything below is done, despite the heading.

Vendor list
~~~~~~~~~~~

Acme &amp; Sons <b>first</b>, then H<sub>2</sub>O Ltd. <kbd>Ctrl</kbd>+C

[sheet]: <https://sheets.example/a b> "Numbers"
""",
        ["Leaving notes", "# Not done"],
    ),
}
