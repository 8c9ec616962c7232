"""The table of tasks: what stands in it, and that no text can break it."""

import csv
import io
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import opshandover as oh
from opshandover.model import (
    Goal,
    Goals,
    HandoverItem,
    HandoverPlan,
    HandoverStatus,
    Issue,
    Issues,
    IssueStatus,
    OpsDocument,
    Priority,
    Project,
    Projects,
    ProjectStatus,
    Risk,
    Risks,
    Task,
    TaskStatus,
    WorkPlan,
    WorkProgress,
)
from opshandover.plain_text import clean
from opshandover.redaction import redact
from opshandover.testing import HOSTILE_TEXTS, a_person, a_task, check_exporter
from opshandover.text import LANGUAGES, Lang

Rows = list[dict[str, str]]
HEADS = {
    "zh": "种类 部分 编号 标题 状态 进度 优先级 负责人 接手人 截止日期 下次检查 下一步 位置".split(),
    "en": "Kind|Section|ID|Title|Status|Progress|Priority|Owner|New owner|Due|Next check|Next step|Place".split("|"),
}
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1", "＋86 138", "－5", "＠SUM(A1)")
HIDDEN_BEFORE = (
    *"\ufeff\u200b\u00ad\u061c\u3164\u034f\u115f\u1160\u17b4\u180e\u200e\u202e\u2060\u2064\u2800\u3000\ufe0f\uffa0",
    "\U000e0041",
    "\u00a0\u00ad \u3164",
)
"""What shows nothing, and comes before a sign."""


def read(data: bytes) -> Rows:
    """Reads a table as any other program would."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def table(document: OpsDocument, lang: Lang = "zh", *, every: bool = False) -> Rows:
    """Exports the table and reads it again."""
    return read(oh.export(document, "tasks", lang=lang, every=every))


def with_tasks(*tasks: Task) -> OpsDocument:
    """A document with these tasks and nothing else."""
    return OpsDocument(profile="daily_work", work_progress=WorkProgress(tasks=tasks))


def everything() -> OpsDocument:
    """A document with an open and a closed item of each kind."""
    return OpsDocument(
        profile="offboarding",
        work_progress=WorkProgress(tasks=(a_task(), Task(title="做完", status=TaskStatus.DONE))),
        projects=Projects(
            items=(
                Project(name="改版", tasks=(Task(title="灰度"),)),
                Project(name="旧版", status=ProjectStatus.DONE),
            )
        ),
        goals=Goals(items=(Goal(statement="续费", tasks=(Task(title="回访"),)),)),
        issues=Issues(items=(Issue(title="超卖"), Issue(title="磕瘪", status=IssueStatus.RESOLVED))),
        risks=Risks(items=(Risk(title="断货", next_check=date(2026, 11, 22)),)),
        handover_plan=HandoverPlan(
            items=(
                HandoverItem(title="账号"),
                HandoverItem(title="钥匙", status=HandoverStatus.CONFIRMED),
            )
        ),
    )


def test_the_contract_is_kept() -> None:
    """Every document in both languages, with and without what is closed."""
    check_exporter("tasks")
    check_exporter("tasks", every=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_heads_come_from_the_declarations(lang: Lang) -> None:
    """The first line names the columns, also where nothing else is to be told."""
    data = oh.export(OpsDocument(profile="charter"), "tasks", lang=lang)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == ",".join(HEADS[lang]) + "\r\n"


def test_all_that_is_open_is_there() -> None:
    """Each kind of item is found wherever it stands, in the order of the document."""
    rows = table(everything())
    assert [(row["种类"], row["部分"], row["标题"], row["位置"]) for row in rows] == [
        ("任务", "工作进展", "上线八月活动页", "work_progress.tasks[0]"),
        ("项目", "项目总结", "改版", "projects.items[0]"),
        ("任务", "项目总结", "灰度", "projects.items[0].tasks[0]"),
        ("任务", "目标与指标", "回访", "goals.items[0].tasks[0]"),
        ("问题", "问题反馈", "超卖", "issues.items[0]"),
        ("风险", "风险与应急", "断货", "risks.items[0]"),
        ("交接事项", "交接计划", "账号", "handover_plan.items[0]"),
    ]


def test_what_is_closed_is_asked_for() -> None:
    """With the option, also as text, closed items stand between the others."""
    titles = [row["标题"] for row in table(everything(), every=True)]
    assert len(titles) == 11
    assert {"做完", "旧版", "磕瘪", "钥匙"} < set(titles)
    assert read(oh.export(everything(), "tasks", every="true")) == table(everything(), every=True)


def test_values_are_those_of_a_tool() -> None:
    """A person is a name, a day is written as in ISO 8601, a choice in the language asked for."""
    task = a_task(priority=Priority.URGENT_IMPORTANT, new_owner=a_person(name="王敏"))
    (row,) = table(with_tasks(task), "en")
    assert row["Status"] == "In progress"
    assert row["Priority"] == "Urgent and important"
    assert row["Progress"] == "60"
    assert (row["Owner"], row["New owner"]) == ("周岩", "王敏")
    assert (row["Due"], row["Next check"]) == ("2026-08-05", "")
    assert row["Next step"] == "8 月 3 日前确认 **三张** 主图"


def test_an_item_mentioned_twice_has_one_line() -> None:
    """Its ID makes it one, of one kind; without an ID, equal items are two."""
    task = Task(id="T-1", title="核对")
    document = OpsDocument(
        profile="daily_work",
        work_progress=WorkProgress(tasks=(task, attrs.evolve(task, id=""))),
        work_plan=WorkPlan(tasks=(attrs.evolve(task, id=" T-1 "), attrs.evolve(task, id=""))),
        issues=Issues(items=(Issue(id="T-1", title="核对"),)),
    )
    assert [row["位置"] for row in table(document)] == [
        "work_progress.tasks[0] work_plan.tasks[0]",
        "work_progress.tasks[1]",
        "work_plan.tasks[1]",
        "issues.items[0]",
    ]


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=lambda text: ascii(text[:12]))
def test_texts_stay_in_their_cell(text: str) -> None:
    """Whatever a text holds, the table has its columns, and the text is the same but for signs."""
    task = Task(title=text, next_step=text, owner=a_person(name=text))
    rows = table(with_tasks(task, Task(title="后面的一项")))
    assert [row["标题"] for row in rows] == [clean(text), "后面的一项"]
    assert rows[0]["下一步"] == rows[0]["负责人"] == clean(text)
    assert None not in rows[0]


@pytest.mark.parametrize("formula", [*FORMULAS, *(f"{hidden}=1" for hidden in HIDDEN_BEFORE)], ids=ascii)
def test_formulas_are_only_text(formula: str) -> None:
    """No cell begins with what a spreadsheet would work out."""
    task = Task(id=formula, title=formula, owner=a_person(name=formula), next_step=formula)
    (row,) = table(with_tasks(task))
    for head in ("编号", "标题", "负责人", "下一步"):
        assert row[head] == f"'{formula}"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (";=1+1", "';'=1+1"),
        ("查库存；;@SUM(A1)", "查库存；;'@SUM(A1)"),
        ("a; -2+3;=1", "a;' -2+3;'=1"),
        ("a;＝1", "a;'＝1"),
        ("好了 ;-) 甲; - 乙; 丙", "好了 ;-) 甲; - 乙; 丙"),
        ("1-2=3 a@b.cn +86", "1-2=3 a@b.cn +86"),
        ("库存-5；温度=3", "库存-5；温度=3"),
        ("'=1", "''=1"),
        ("'a=1", "'a=1"),
    ],
)
def test_a_semicolon_may_begin_a_cell(text: str, cell: str) -> None:
    """No cell begins with a sign, whichever of both separators a spreadsheet expects; other signs stay."""
    data = oh.export(with_tasks(Task(title=text)), "tasks")
    assert read(data)[0]["标题"] == cell
    apart = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    assert not any(part.strip().startswith(("=", "@", "＝")) for row in apart for part in row)


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    """What a reader of CSV gives is what was written, secrets hidden, but for apostrophes before signs."""
    rows = table(with_tasks(*(Task(title=text) for text in texts)))
    for row, text in zip(rows, texts, strict=True):
        expected = clean(redact(text)).replace(";'", ";")
        assert row["标题"].replace(";'", ";") in (expected, f"'{expected}")
        assert not row["标题"].lstrip().startswith(("=", "+", "-", "@", "\t"))


def test_secrets_are_hidden() -> None:
    """A password in a next step is blacked out, as in every export."""
    data = oh.export(with_tasks(Task(title="登录", next_step="密码：Abc@12345")), "tasks")
    assert b"Abc@12345" not in data
