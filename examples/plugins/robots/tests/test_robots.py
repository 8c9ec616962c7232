"""Messages for group robots: limits in bytes, marks, mentions, and hostile texts that stay texts."""

import json
import re
from datetime import date
from typing import Any

import pytest
from opshandover_robots import DingTalkExporter, WeComExporter
from opshandover_robots.marks import text

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.model import Issue, Issues, Note, Notes, Task, WorkProgress
from opshandover.testing import HOSTILE_TEXTS, a_document, a_full_document, a_task, check_exporter

NAMES = ("wecom", "dingtalk")
OURS = re.compile(r'<font color="(?:info|comment|warning)">|</font>|<@[\w.@-]+>')
"""The tags that are no text of the document."""


def content(document: oh.OpsDocument, name: str = "wecom", **options: Any) -> str:
    """The text of a message in Chinese."""
    payload: dict[str, Any] = json.loads(oh.export(document, name, lang="zh", **options))
    assert payload["msgtype"] == "markdown"
    return str(payload["markdown"]["content" if name == "wecom" else "text"])


def with_tasks(*tasks: Task, **fields: Any) -> oh.OpsDocument:
    """A handover of some tasks."""
    return a_document(prepared_on=date(2026, 11, 21), work_progress=WorkProgress(tasks=tasks), **fields)


@pytest.mark.parametrize(("name", "full"), [("wecom", True), ("dingtalk", False)])
def test_the_contract(name: str, full: bool) -> None:
    """Every kind of document, hostile texts and both languages are borne, as digest and in full."""
    check_exporter(name, full=full)


def test_a_message_for_wecom() -> None:
    """First things come first, in the colour of a warning; who is mentioned comes last."""
    lines = content(a_document(), mention="zhouyan, lin.xw，zhouyan").split("\n")
    assert lines[0] == "## 八月第一周运营交接"
    assert lines[1] == '<font color="comment">运营日常交接 · 2026-08-01</font>'
    first = lines.index('### <font color="warning">接手先看</font>')
    assert "退款到账慢" in lines[first + 1]
    assert lines[-1] == "<@zhouyan><@lin.xw>"


def test_a_message_for_dingtalk() -> None:
    """The title is there for the list of conversations, and those who are mentioned stand in the text as well."""
    data = oh.export(a_document(), "dingtalk", lang="en", mobiles="13800001111", user_ids="u1", everyone="yes")
    payload = json.loads(data)
    assert payload["markdown"]["title"] == "八月第一周运营交接"
    assert payload["at"] == {"atMobiles": ["13800001111"], "atUserIds": ["u1"], "isAtAll": True}
    said = payload["markdown"]["text"]
    assert said.startswith("## 八月第一周运营交接\n\n")
    assert "\n\n### First things first\n\n" in said
    assert said.endswith("\n\n@13800001111 @u1")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("full", [False, True])
def test_limits_are_in_bytes(name: str, full: bool) -> None:
    """However much there is, the message fits, is nearly full, ends with a count, and has whole lines only."""
    tasks = (a_task(id=f"T-{i}", title=f"第 {i} 项 👩‍👩‍👧 ＊｛｝ https://例.cn/{i}?a=(1)") for i in range(120))
    document = with_tasks(*tasks)
    whole = content(document, name, full=full, limit=10_000_000).split("\n")
    for limit in (900, 4096, 20_000) if full else (900, 2000):
        data = oh.export(document, name, lang="zh", full=full, limit=limit)
        said = content(document, name, full=full, limit=limit)
        size = len(said.encode()) if name == "wecom" else len(data)
        assert size <= limit
        *lines, last = said.rstrip("\n").split("\n")
        assert re.fullmatch(r"（另有 \d+ 条未列出，见全文）", last)
        assert set(lines) <= set(whole)
        assert size > limit - 700


def test_limits_by_default() -> None:
    """The limits are those of the vendors: the content in WeCom, the whole body in DingTalk."""
    document = with_tasks(*(a_task(id=f"T-{i}", next_step="长" * 200) for i in range(100)))
    assert len(content(document).encode()) <= 4096
    assert len(oh.export(document, "dingtalk", full=True)) <= 20_000
    assert WeComExporter().limit == 4096
    assert DingTalkExporter().limit == 20_000


@pytest.mark.parametrize("name", NAMES)
def test_a_limit_that_is_too_small(name: str) -> None:
    """It is an error that says what would do."""
    with pytest.raises(OptionError, match="at least") as caught:
        oh.export(a_document(), name, limit=10)
    least = int(str(caught.value.message.values["least"]))
    assert oh.export(a_document(), name, limit=least)
    with pytest.raises(OptionError, match="above 0"):
        oh.export(a_document(), name, limit=0)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("wecom", {"mention": "a><@all"}),
        ("wecom", {"mention": "周岩"}),
        ("dingtalk", {"mobiles": "138 0000 1111"}),
        ("dingtalk", {"user_ids": "a b"}),
    ],
)
def test_names_that_are_none(name: str, options: dict[str, Any]) -> None:
    """What would break the mark of a mention is refused."""
    with pytest.raises(OptionError, match="not valid"):
        oh.export(a_document(), name, **options)


@pytest.mark.parametrize("hostile", [*HOSTILE_TEXTS, "<@all>", "# 大\n> 引\n- 项\n1. 一", "a\n===\nb", "~~x~~ __y__"])
@pytest.mark.parametrize("name", NAMES)
def test_hostile_titles_are_text(name: str, hostile: str) -> None:
    """In a title nothing is a mark: no tag, mention, link, picture, heading or emphasis comes of it."""
    said = content(with_tasks(Task(title=hostile, due=date(2026, 11, 20)), title=hostile), name)
    said = OURS.sub("", said)
    assert "<" not in said
    assert "`" not in said
    assert "**" not in said
    lines = [line for line in said.split("\n") if line]
    assert lines[0].startswith("## ")
    for line in lines[1:]:
        assert not re.match(r"\s*(#(?!## )|>|[=+]|-{2,}|- *-)", line), line
    for label, address in re.findall(r"\[([^\]]*)\]\(([^)]*)\)", said):
        assert address.startswith("http"), label


def test_text_of_all_kinds() -> None:
    """Marks become their twins where they could act; what cannot act stays as it is typed."""
    assert text("**粗** `码` [a](b) <@all> snake_case _斜_ 3 > 2 a-b 1.5") == (
        "＊＊粗＊＊ ｀码｀ ［a］(b) ＜@all> snake_case ＿斜＿ 3 > 2 a-b 1.5"
    )
    assert text("# 题\n- 项\n+ 项\n12. 项\n> 引\n---") == "＃ 题\n－ 项\n＋ 项\n１２. 项\n＞ 引\n－--"
    assert text("&lt; & a\x00b\u202ec") == "＆lt; & a\ufffdb\ufffdc"


def test_links_are_whole() -> None:
    """An address can be followed, also with brackets in it; half of one, or one of another scheme, is text."""
    good = with_tasks(Task(title="看 https://example.cn/a-(b)?c=1 再办", due=date(2026, 11, 20)))
    assert "[https://example.cn/a-(b)?c=1](https://example.cn/a-%28b%29?c=1)" in content(good)
    cut = with_tasks(Task(title="看 https://example.cn/" + "a" * 200, due=date(2026, 11, 20)))
    assert "](" not in content(cut)
    notes = Notes(items=(Note(text="[存放处](//nas/x) 和 [表](https://a.cn/1 '名')"),))
    assert "[表](https://a.cn/1)" in content(with_tasks(notes=notes), full=True)


def test_marks_of_prose() -> None:
    """Bold text keeps its mark in both, without punctuation inside; what a robot does not render is text."""
    notes = Notes(items=(Note(text="**先核对：**数量 *再* 签收 `CMD` ~~旧~~ ![图](https://a.cn/b.png)"),))
    document = with_tasks(notes=notes)
    wecom, dingtalk = (content(document, name, full=True) for name in NAMES)
    assert "**先核对**：数量 再 签收 `CMD` 旧 [图](https://a.cn/b.png)" in wecom
    assert "**先核对**：数量 *再* 签收 CMD 旧 ![图](https://a.cn/b.png)" in dingtalk


@pytest.mark.parametrize("name", NAMES)
def test_a_full_document(name: str) -> None:
    """Every block that a page can have is written; a table becomes a line for each row."""
    said = content(a_full_document(), name, full=True, limit=10_000_000)
    assert said.count("真实的内容") > 400
    assert "|" not in said


def test_secrets_stay_out() -> None:
    """As in every export, secrets are masked before the exporter gets the document."""
    issue = Issue(title="登录失败 password: Night#2026")
    for name in NAMES:
        assert "Night#2026" not in content(a_document(issues=Issues(items=(issue,))), name, full=True)
