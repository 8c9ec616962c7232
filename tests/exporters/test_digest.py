"""The digest: what matters in a few lines, never longer than it may be."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import documents

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.digest import DigestExporter
from opshandover.model import (
    Change,
    Changes,
    ChangeStatus,
    Communication,
    Contact,
    Contacts,
    DataAnalysis,
    Decision,
    DocumentState,
    Issue,
    Issues,
    Level,
    Meeting,
    Metric,
    Note,
    Notes,
    Nothing,
    OpsDocument,
    Person,
    Priority,
    Project,
    Projects,
    Risk,
    Risks,
    SignatoryRole,
    Signature,
    SignDecision,
    SignOff,
    Task,
    TaskStatus,
    WorkProgress,
)
from opshandover.plain_text import clean, shortened, width
from opshandover.profiles.registry import PROFILES
from opshandover.testing import HOSTILE_TEXTS, a_document, a_task, check_exporter
from opshandover.text import LANGUAGES, Lang

DAY = date(2026, 11, 21)
MORE = re.compile(r"（另有 (\d+) 条未列出，见全文）\n\Z")


def digest(document: OpsDocument, lang: Lang = "zh", limit: int = 0) -> str:
    """The digest as text."""
    return DigestExporter(limit=limit).export(document, lang=lang).decode()


def with_tasks(tasks: Sequence[Task], **fields: Any) -> OpsDocument:
    """A handover of that day with some tasks."""
    progress = WorkProgress(tasks=tuple(tasks))
    return OpsDocument(profile="daily_handover", title="夜班", prepared_on=DAY, work_progress=progress, **fields)


def late(title: str, **fields: Any) -> Task:
    """A task that was due the day before."""
    return Task(title=title, due=date(2026, 11, 20), **fields)


def test_the_contract() -> None:
    """Every kind of document, hostile texts and both languages are borne, with a limit as well."""
    check_exporter("digest")
    check_exporter("digest", limit=400)
    assert DigestExporter.suffix == ".txt"


def test_a_whole_digest() -> None:
    """All that a reader asks for stands there, in order, without the markup of prose."""
    ann = Person(name="周岩", phone="138", role="主管")
    task = late(
        "补发赠品",
        priority=Priority.URGENT_IMPORTANT,
        owner=Person(name="林晓"),
        new_owner=Person(name="何佳"),
        next_step="先 **核对** 到货数：\n- 杯子\n- 面单",
    )
    document = with_tasks(
        [task, Task(title="归档", status=TaskStatus.DONE)],
        state=DocumentState.FINAL,
        giver=Person(name="林晓"),
        receivers=(ann,),
        issues=Nothing(reason="查过了"),
        risks=Risks(items=(Risk(title="积压", impact=Level.HIGH, next_check=DAY),)),
        changes=Changes(items=(Change(title="改为预售", status=ChangeStatus.DONE, owner=ann),)),
        communication=Communication(meetings=(Meeting(title="例会", decisions=(Decision(content="暂停 *投放*"),)),)),
        contacts=Contacts(items=(Contact(person=ann, relationship="断网", emergency=True), Contact())),
        notes=Notes(items=(Note(text="3 号机 **不要**用"),)),
    )
    assert digest(document).splitlines() == [
        "夜班",
        "运营日常交接 · 2026-11-21",
        "林晓 → 周岩",
        "任务：未完成 1，已完成 1；未解决问题：0；风险：1（高 1）",
        "",
        "接手先看：",
        "▲▲ 补发赠品（已逾期 1 天，紧急且重要）；接手人：何佳；截止日期：2026-11-20；"
        "下一步：先 核对 到货数： 杯子；面单",
        "▲ 积压（高风险）；接手人：周岩；下次检查：2026-11-21",
        "",
        "有事找谁：",
        "• 周岩（主管，电话 138）；断网；紧急联系人",
        "",
        "注意事项：",
        "• 3 号机 不要用",
        "",
        "变更与决定：",
        "• 改为预售（已完成，周岩）",
        "• 暂停 投放",
        "",
        "状态：定稿；接收人尚未确认：周岩",
    ]


def test_a_report_says_what_was_done() -> None:
    """A day's report is posted for its results and figures, of which many do not hide what needs attention."""
    done = tuple(Task(title=f"巡店 {n}", status=TaskStatus.DONE, result="*5* 处改好") for n in range(8))
    metrics = (Metric(name="成交率", value=Decimal("21.5"), target=Decimal(20), unit="%"), Metric(name="客诉"))
    report = OpsDocument(
        profile="daily_report",
        title="日报",
        prepared_on=DAY,
        work_progress=WorkProgress(tasks=(*done, late("补货"))),
        data_analysis=DataAnalysis(metrics=metrics),
    )
    lines = digest(report).splitlines()
    at = lines.index("已完成：")
    assert lines[at + 1] == "• 巡店 0：5 处改好"
    assert lines[at + 6 : at + 12] == [
        "• 巡店 5：5 处改好",
        "• 另有 2 项，见全文",
        "",
        "关键数据：",
        "• 成交率：21.5%，√ 已达标",
        "",
    ]
    assert lines.index("需要关注：") > at
    assert "已完成：" not in digest(attrs.evolve(report, profile="daily_handover"))


def test_minutes_say_what_was_decided() -> None:
    """Decisions come first and once, and an action that nobody has taken on says so."""
    meeting = Meeting(
        title="例会",
        decisions=(Decision(content="暂停投放"),),
        actions=(Task(title="通知财务"), Task(title="改尺码表", owner=Person(name="周岩"))),
    )
    lines = digest(OpsDocument(profile="meeting_notes", communication=Communication(meetings=(meeting,)))).splitlines()
    assert lines.index("决议：") < lines.index("其他未完成：")
    assert lines.count("• 暂停投放") == 1
    assert "• 通知财务；负责人：待填写" in lines
    assert "• 改尺码表；负责人：周岩" in lines


def test_the_day_from_which_it_counts() -> None:
    """Who leaves hands over on a day that is not the one of writing."""
    document = OpsDocument(profile="offboarding_brief", title="离职", prepared_on=DAY, effective_on=date(2026, 12, 1))
    assert digest(document).splitlines()[1] == "离职简要交接 · 2026-11-21 · 生效日期：2026-12-01"


def test_the_other_language() -> None:
    """Labels and words are those of the language asked for, what people wrote stays."""
    text = digest(with_tasks([late("补发", owner=Person(name="周岩"))]), "en")
    assert "• 补发 (overdue by 1 day); New owner: 周岩; Due: 2026-11-20\n" in text
    assert "Tasks: 1 open, 0 done\n" in text
    assert "to be filled in → to be filled in\n" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES.names())
def test_every_kind_of_document(profile: str, lang: Lang) -> None:
    """An empty document of any kind has at least its name, which is said once."""
    lines = digest(OpsDocument(profile=profile), lang).splitlines()
    assert lines[0]
    assert lines.count(lines[0]) == 1


def test_an_item_is_said_once() -> None:
    """What two sections mention is counted and listed once, but task 1 is not issue 1."""
    document = with_tasks(
        [late("甲", id="1")],
        projects=Projects(items=(Project(name="乙", tasks=(late("甲甲", id="1"),)),)),
        issues=Issues(items=(Issue(title="丙", id="1"),)),
    )
    text = digest(document)
    assert "• 甲（" in text
    assert "甲甲" not in text
    assert "• 丙（" in text
    assert "任务：未完成 1，已完成 0；未解决问题：1" in text


def signed(*signatures: Signature, receivers: Sequence[str] = ("周岩",)) -> str:
    """The last line of a handover with some signatures."""
    people = tuple(Person(name=name) for name in receivers)
    section = SignOff(signatures=signatures) if signatures else None
    return digest(with_tasks([], receivers=people, sign_off=section)).splitlines()[-1]


def test_who_has_not_acknowledged() -> None:
    """A receiver has acknowledged who has declared something; a date alone declares nothing."""
    ann, role = Person(name="周岩"), SignatoryRole.RECEIVER
    yes, no = SignDecision.ACCEPTED, SignDecision.REFUSED
    silent = "接收人尚未确认：周岩"
    assert signed() == silent
    assert signed(Signature(person=ann, on=DAY)) == silent
    assert signed(Signature(role=SignatoryRole.WITNESS, person=ann, decision=yes)) == silent
    assert signed(Signature(role=role, decision=no)) == "接收人拒绝接收：周岩"
    assert "接收人" not in signed(Signature(person=ann, decision=yes))
    both = ("周岩", "林晓")
    assert signed(Signature(person=ann, decision=yes), receivers=both) == "接收人尚未确认：林晓"
    by_role = signed(Signature(role=role, decision=yes), receivers=both)
    assert by_role == "接收人尚未确认：周岩、林晓"


@given(documents(), st.integers(min_value=0, max_value=600), st.sampled_from(LANGUAGES))
@settings(max_examples=30)
def test_never_longer_than_the_limit(document: OpsDocument, limit: int, lang: Lang) -> None:
    """It keeps the limit, or says the least that would do, and that does; lines are whole."""
    whole = digest(document, lang)
    try:
        text = digest(document, lang, limit)
    except OptionError as error:
        least = int(str(error.message.values["least"]))
        assert limit < least
        assert len(digest(document, lang, least)) <= least
        with pytest.raises(OptionError):
            digest(document, lang, least - 1)
        return
    assert not limit or len(text) <= limit
    *lines, last = text.splitlines()
    assert set(lines) <= set(whole.splitlines())
    assert (text == whole) == (not limit or len(whole) <= limit)
    assert text == whole or re.search(r"\d+", last)


def test_what_matters_least_is_left_out_first() -> None:
    """First goes the state, then news and contacts, then what is least pressing; the rest is counted."""
    tasks = [late(f"任务{i}") for i in range(5)]
    change = Changes(items=(Change(title="变更甲"),))
    document = with_tasks(tasks, changes=change, giver=Person(name="林晓", phone="138"), state=DocumentState.DRAFT)
    whole = digest(document)
    seen: list[list[str]] = []
    for limit in range(len(whole), 0, -1):
        try:
            text = digest(document, limit=limit)
        except OptionError:
            break
        kept = [name for name in ("任务0", "任务4", "变更甲", "138", "草稿") if name in text]
        missing = len([line for line in whole.splitlines() if line not in text])
        if found := MORE.search(text):
            headings = sum(f"\n{h}：\n" not in text for h in ("接手先看", "变更与决定", "有事找谁"))
            assert int(found[1]) == missing - headings
        if not seen or seen[-1] != kept:
            seen.append(kept)
    assert seen == [
        ["任务0", "任务4", "变更甲", "138", "草稿"],
        ["任务0", "任务4", "138"],
        ["任务0", "任务4"],
        ["任务0"],
        [],
    ]


def test_a_line_that_counts_others_counts_them_all() -> None:
    """What a limit leaves out is counted by items, also where a line stands for several."""
    open_ones = [Task(title=f"任务{i}") for i in range(20)]
    document = with_tasks(open_ones)
    assert "另有 8 项，见全文（工作进展 8）" in digest(document)
    short = digest(document, limit=150)
    found = MORE.search(short)
    assert found
    shown = sum(f"任务{i}\n" in short for i in range(20))
    assert shown + int(found[1]) == 20


def test_a_limit_that_is_too_small() -> None:
    """The error says how much the document needs; nothing is cut in the middle instead."""
    with pytest.raises(OptionError, match="at least") as caught:
        oh.export(a_document(), "digest", limit=1)
    least = int(str(caught.value.message.values["least"]))
    assert len(oh.export(a_document(), "digest", limit=least).decode()) == least
    with pytest.raises(OptionError):
        oh.export(a_document(), "digest", limit=-1)


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=lambda text: ascii(text[:12]))
def test_hostile_texts_stay_in_their_line(text: str) -> None:
    """Whatever a title holds, it takes one line, and nothing in it is invisible or turns it."""
    said = digest(with_tasks([late(text)]))
    entry = next(line for line in said.splitlines() if "已逾期" in line)
    assert entry.endswith("；截止日期：2026-11-20")
    assert {c for c in said if unicodedata.category(c) in ("Cc", "Zl", "Zp")} == {"\n"}
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e")


def test_long_texts_are_shortened() -> None:
    """A line stays a line that can be read in a chat."""
    words = "word " * 3000
    document = with_tasks([late(words, next_step=words)], receivers=(Person(name=words),) * 50)
    assert max(width(line) for line in digest(document).splitlines()) < 420
    assert "word…" in digest(document)


@given(st.text(alphabet="a周👍\U0001f3fd\u200d👩🇨🇳e\u0301 ", max_size=40), st.integers(1, 20))
def test_a_letter_is_never_cut_in_two(text: str, room: int) -> None:
    """Neither emoji made of several characters nor flags nor accents lose a part."""
    line = " ".join(clean(text).split())
    cut = shortened(text, room)
    assert width(cut.removesuffix("…")) <= room
    if cut != line:
        rest = line[len(cut) - 1 :]
        assert cut.endswith("…")
        assert len(cut) == 1 or not rest or unicodedata.category(rest[0])[0] != "M"


def test_parts_of_emoji_stay_together() -> None:
    """A family, a skin tone and a flag are shown whole or not at all."""
    assert shortened("ab👨‍👩‍👧‍👦cd", 6) == "ab…"
    assert shortened("a👍🏽b", 4) == "a…"
    assert shortened("a🇨🇳🇺🇳b", 4) in ("a🇨🇳…", "a…")


def test_secrets_are_blacked_out() -> None:
    """Secrets stay out, as in every export."""
    task = a_task(title="password: Night#2026", due=date(2020, 1, 1))
    document = attrs.evolve(a_document(), work_progress=WorkProgress(tasks=(task,)))
    assert b"Night#2026" not in oh.export(document, "digest")


def test_many_items_take_little_time() -> None:
    """Thousands of items are cut to a screenful."""
    text = digest(with_tasks([late(f"第 {i} 项") for i in range(3000)]), limit=500)
    assert len(text) <= 500
    assert MORE.search(text)
