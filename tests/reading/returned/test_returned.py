"""A Word file that people edited: the edits come back and nothing else, and the account adds up."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path as File
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.reading.returned.edited import (
    add_row,
    copy_row,
    delete_row,
    embolden,
    insert_after,
    move_row,
    replace,
    replace_everywhere,
    returned,
    rewritten,
    set_style,
    tick,
)
from tests.support.documents import documents
from tests.support.examples import EXAMPLES, FOLDER, READY

import opshandover as oh
from opshandover import codec
from opshandover.continuity.ledger import Fate, Found
from opshandover.document.paths import Path
from opshandover.document.secrets import redacted
from opshandover.errors import ArgumentError, LoadError
from opshandover.importers.word import WordImporter
from opshandover.model.base import Money
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.handover import HandoverStatus
from opshandover.model.people import Person
from opshandover.model.resources import Resource, Resources
from opshandover.model.tasks import Task, TaskStatus, WorkProgress
from opshandover.reading.result import Part
from opshandover.reading.returned import read_returned
from opshandover.remarks import RemarkKind
from opshandover.testing import a_document

DAILY = oh.load(READY)
SECRET = "Hunter2x9!kQ"  # noqa: S105 - what must stay
OPTIONS: tuple[dict[str, Any], ...] = (
    {"theme": "formal"},
    {"theme": "plain", "placeholders": True},
    {"view": "memo"},
    {"findings": True, "comments": True},
    {"contents": True, "mark": "内部"},
)


def put(document: OpsDocument, **values: Any) -> OpsDocument:
    """A document with other values; `__` stands for a point, `_0_` for an index."""
    for path, value in values.items():
        document = Path.parse(path.replace("__", ".")).put(document, value)
    return document


def tasks_of(document: OpsDocument) -> tuple[Task, ...]:
    """The tasks of a document."""
    assert isinstance(document.work_progress, WorkProgress)
    return document.work_progress.tasks


def with_tasks(document: OpsDocument, *tasks: Task) -> OpsDocument:
    """A document with other tasks."""
    return Path.parse("work_progress.tasks").put(document, tasks)


def fates(part: Part) -> dict[str, int]:
    """The account."""
    return {fate.value: n for fate, n in part.ledger.counts.items()}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_that_nobody_edited_is_its_document(path: File, lang: Any) -> None:
    """Every example, in both languages, with the options in turn: all is kept, and nothing is said."""
    document = oh.load(path)
    plain: dict[str, Any] = {}
    for options in (plain, OPTIONS[(EXAMPLES.index(path) + (lang == "en")) % len(OPTIONS)]):
        part = read_returned(WordImporter().parse(oh.export(document, "word", lang=lang, **options)))
        assert part.document == redacted(document)
        assert part.ledger.adds_up
        assert set(fates(part)) == {"kept"}
        assert not [remark for remark in part.remarks if remark.kind is not RemarkKind.ASKED]


@settings(max_examples=100)
@given(documents())
def test_any_document_comes_back(document: OpsDocument) -> None:
    """Whatever it holds, and with its secrets where it is at hand."""
    comes_back(document)


@pytest.mark.nightly
@settings(max_examples=20_000)
@given(documents())
def test_very_many_documents_come_back(document: OpsDocument) -> None:
    """The same, as often as a night has time for."""
    comes_back(document)


def comes_back(document: OpsDocument) -> None:
    """Assert that a document is the same after it was a Word file."""
    part = read_returned(WordImporter().parse(oh.export(document, "word")), document)
    assert part.document == document
    assert part.ledger.adds_up
    assert set(part.ledger.counts) <= {Fate.KEPT}


def test_a_text_that_was_changed() -> None:
    """In a cell, in a line of several values, in a list, in a form; one value each, the rest as it was."""
    edits = {
        "work_progress.tasks[0].title": (replace_everywhere("接完双十一当晚的排队会话", "接完会话"), "接完会话"),
        "work_progress.next_steps[1]": (replace("外呼和退款审核分两组做", "外呼"), "09:00 起外呼"),
        "work_progress.tasks[2].status": (replace("进行中", "已完成", last=True), TaskStatus.DONE),
        "work_progress.tasks[0].progress": (replace("100%", "95 %"), 95),
        "changes.items[1].scheduled_on": (
            replace("2026-11-12 10:00", "2026年11月13日 9:00", last=True),
            datetime.fromisoformat("2026-11-13 09:00"),
        ),
        "title": (replace("双十一夜班交接", "夜班交接"), DAILY.title.replace("双十一夜班交接", "夜班交接")),
    }
    for path, (edit, value) in edits.items():
        part = returned(DAILY, edit)
        assert part.document == Path.parse(path).put(redacted(DAILY), value), path
        assert [entry.path for entry in part.ledger.entries if entry.fate is Fate.CHANGED] == [path]
    everything = returned(DAILY, *(edit for edit, _ in edits.values()))
    assert everything.ledger.counts[Fate.CHANGED] == len(edits)


def test_people_shifts_and_amounts_are_read_in_the_form_in_which_they_are_shown() -> None:
    """A detail of a person, one more person, the hours of a shift."""
    part = returned(
        DAILY,
        replace("林晓雯（夜班客服主管，电话 010-5550-0142）", "林晓雯（夜班主管，电话 010-5550-0000）"),
        replace("电话 010-5550-0157）", "电话 010-5550-0157）、何佳"),
        replace("夜班（2026-11-11 22:00 至 2026-11-12 08:00）", "早班（2026-11-12 08:00 至 18:00）"),
    )
    assert part.document.giver == Person(name="林晓雯", role="夜班主管", phone="010-5550-0000")
    assert part.document.receivers == (*DAILY.receivers, Person(name="何佳"))
    assert part.document.shift
    assert (part.document.shift.name, part.document.shift.end) == ("早班", datetime.fromisoformat("2026-11-12 18:00"))


def test_prose_returns_as_markdown() -> None:
    """Words changed, words made bold, a paragraph typed below: its marks stay, and no other text changes."""
    summary = DAILY.overview.summary if isinstance(DAILY.overview, oh.model.Overview) else ""
    part = returned(DAILY, replace("当晚没有停服", "当晚停服 5 分钟"), insert_after("当晚停服", "另起一段。"))
    new = summary.replace("当晚没有停服", "当晚停服 5 分钟") + "\n\n另起一段。"
    assert part.document == put(redacted(DAILY), overview__summary=new)
    bold = returned(DAILY, embolden("排班够用，问题在线路")).document
    assert bold == redacted(DAILY)  # it was bold already
    part = returned(DAILY, embolden("白班产能"))
    (before, after) = (str(Path.parse("risks.items[0].description").get(each)) for each in (DAILY, part.document))
    assert after == f"**{before}**"


@pytest.mark.parametrize(
    "text",
    [
        "## 甲处\n\n文",
        "文\n\n- ### 甲处\n\n  文\n\n> # 乙",
        "> 甲处\n> 文",
        "> - 甲处\n> - 乙",
        "甲处\n\n---\n\n乙",
        "---\n\n甲处",
        "甲处\n\n---",
        "- **重点**：甲处\n- **说明**：乙",
        "1. 甲处\n2. 乙\n   - 丙",
        "- [ ] 甲处\n- [x] 乙",
        "| 甲处 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "```\n甲处\n```",
        "乙\n\n> 甲处",
        "甲处\n\n```\n0\n```\n\n```\n1\n```",
    ],
)
def test_prose_of_any_shape_returns_with_its_words_changed(text: str) -> None:
    """A quotation, a divider or a list stays what it is, in a section, in a table and in a section of one's own."""
    tasks = (Task(title="一", next_step=text), Task(title="二", next_step="别的"))
    for document in (
        oh.OpsDocument(profile="charter", team=oh.model.Team(org_structure=text)),
        oh.OpsDocument(profile="charter", work_progress=oh.model.WorkProgress(tasks=tasks)),
        oh.OpsDocument(profile="charter", extra=(oh.model.FreeSection(title="附", body=text),)),
    ):
        changed = oh.dumps(document, format="json").replace("甲处", "新处")
        part = returned(document, replace("甲处", "新处"))
        assert part.document == oh.loads(changed, format="json")
        assert part.ledger.counts[Fate.CHANGED] == 1


def test_headings_within_a_text_return_with_their_level() -> None:
    """The style says the level, and is all that a person changes to have another one, or none."""
    document = oh.OpsDocument(profile="charter", team=oh.model.Team(org_structure="# 甲\n\n文\n\n### 乙"))
    for edits, text in (
        ((), "# 甲\n\n文\n\n### 乙"),
        ((set_style("乙", "TextHeading2"),), "# 甲\n\n文\n\n## 乙"),
        ((set_style("甲", ""),), "甲\n\n文\n\n### 乙"),
        ((replace("乙", "丙"), insert_after("丙", "末")), "# 甲\n\n文\n\n### 丙\n\n末"),
    ):
        expected = oh.OpsDocument(profile="charter", team=oh.model.Team(org_structure=text))
        assert returned(document, *edits).document == expected


@pytest.mark.parametrize("text", ["```\n0\n```\n```\n1\n```", "- 甲\n\n  ```\n  0\n  ```\n  ```\n  1\n  ```"])
def test_code_below_code_is_unchanged(text: str) -> None:
    """A Word file shows no border between them; that is no change."""
    comes_back(oh.OpsDocument(profile="charter", team=oh.model.Team(org_structure=text)))


def test_rows_that_were_deleted_added_moved_and_copied() -> None:
    """Each is what became of an item, with all that it holds."""
    first, second, third, *rest = tasks_of(redacted(DAILY))
    gone = returned(DAILY, delete_row(third.title))
    assert gone.document == with_tasks(redacted(DAILY), first, second, *rest)
    assert gone.ledger.counts[Fate.CLOSED] > 1
    moved = returned(DAILY, move_row(first.title, below=third.title))
    assert moved.document == with_tasks(redacted(DAILY), second, third, first, *rest)
    assert set(fates(moved)) == {"kept"}
    added = returned(DAILY, add_row(first.title, "新任务", "进行中", "10%", "何佳", "2026-11-13", "成果 做了一半"))
    task = tasks_of(added.document)[1]
    assert (task.title, task.status, task.progress, task.result) == ("新任务", TaskStatus.IN_PROGRESS, 10, "做了一半")
    assert added.document == with_tasks(redacted(DAILY), first, task, second, third, *rest)
    assert added.ledger.counts[Fate.NEW] == 6
    copied = returned(DAILY, copy_row(second.title, "另一项"))
    new = evolve(second, title="另一项")
    assert copied.document == with_tasks(redacted(DAILY), first, second, new, third, *rest)


def test_a_copied_row_has_no_id_of_its_own() -> None:
    """An id stands for one item; the copy is asked to get another."""
    part = returned(DAILY, copy_row("灰色 1.8 米四件套超卖 86 单WT-1112-01", "新问题"))
    first, new, *_ = Path.parse("issues.items").get(part.document)
    assert (first.id, new.title, new.id) == ("WT-1112-01", "新问题", "")
    assert "WT-1112-01" in "".join(remark.message["zh"] for remark in part.remarks if remark.kind is RemarkKind.ASKED)


def test_a_box_that_was_cleared_or_ticked() -> None:
    """It says whether an item of the handover is confirmed."""
    document = oh.load(FOLDER / "offboarding.zh.yaml")
    items = Path.parse("handover_plan.items").get(document)
    n = next(n for n, item in enumerate(items) if item.status is HandoverStatus.CONFIRMED)
    part = returned(document, tick(items[n].title))
    where = Path.parse(f"handover_plan.items[{n}].status")
    assert part.document == where.put(redacted(document), HandoverStatus.PENDING)


def test_lines_of_lists_are_added_and_deleted() -> None:
    """A list of texts has one item more or less."""
    steps = Path.parse("work_progress.next_steps")
    old = steps.get(DAILY)
    part = returned(DAILY, insert_after(old[0], "10:00 开会"))
    assert part.document == steps.put(redacted(DAILY), (old[0], "10:00 开会", old[1]))


def test_what_has_no_home_is_kept_word_for_word() -> None:
    """A paragraph that nothing belongs to stands in a free section, and is said; so is a new heading with its text."""
    part = returned(DAILY, insert_after("优先级矩阵", "没人认领的*一*段"))
    assert part.document == evolve(
        redacted(DAILY), extra=(FreeSection(title="未归位的内容", body=part.document.extra[-1].body),)
    )
    assert "没人认领的" in part.document.extra[-1].body
    assert [remark.kind for remark in part.remarks] == [RemarkKind.LEFT]
    assert part.ledger.counts[Fate.LEFT] == 1


@pytest.mark.parametrize("text", ["\x1e", " ", "\u3000", "\x85", "a\r\nb", "☐ 甲", "　前后　"])
def test_texts_that_show_little_stay_as_they_are(text: str) -> None:
    """What is blank for a program may be a sign for a reader, and the other way round."""
    document = with_tasks(
        evolve(a_document(), title=text), Task(title="甲", next_step=text, result=text), Task(title=text)
    )
    part = returned(document)
    assert part.document == redacted(document)
    assert set(fates(part)) == {"kept"}


def test_what_cannot_be_read_is_asked_about() -> None:
    """The old value stays, and what was typed is not lost."""
    part = returned(DAILY, replace_everywhere("2026-11-12 01:20", "下周三"))
    assert Path.parse("changes.items[0].scheduled_on").get(part.document) == datetime.fromisoformat("2026-11-12 01:20")
    assert part.document.extra[-1].body == "下周三"
    assert [remark.path for remark in part.remarks if remark.kind is RemarkKind.ASKED] == [
        "changes.items[0].scheduled_on"
    ]


def test_text_that_is_computed_is_not_taken_over() -> None:
    """What is shown a second time is read where it stands first; whoever edits the copy is told."""
    part = returned(DAILY, replace("已逾期 1 天，已延迟", "没事"))
    assert part.document == redacted(DAILY)
    assert [remark.kind for remark in part.remarks] == [RemarkKind.DROPPED]


def test_placeholders_are_filled_in() -> None:
    """A place that was left to be filled in has a value when somebody typed one."""
    document = evolve(a_document(), giver=None)
    part = returned(document, replace("待填写", "周岩"), placeholders=True)
    assert part.document.giver == Person(name="周岩")
    assert part.ledger.counts[Fate.NEW] == 1
    assert returned(document, placeholders=True).document == redacted(document)


def test_secrets_stay_where_the_document_is_at_hand() -> None:
    """The file has dots; the document keeps its own, also where the text around them was edited."""
    document = with_tasks(a_document(), Task(title="甲", next_step=f"登录密码：{SECRET}，先看"), Task(title="乙"))
    alone = read_returned(WordImporter().parse(oh.export(document, "word")))
    assert alone.document == redacted(document)
    assert returned(document, against=document).document == document
    part = returned(document, replace_everywhere("先看", "后看"), against=document)
    assert tasks_of(part.document)[0].next_step == f"登录密码：{SECRET}，后看"
    other = evolve(document, title="改过的标题")
    assert returned(document, against=other).document == evolve(document, title=document.title)


def test_how_each_value_was_found_is_told() -> None:
    """By tag; where a program dropped the tags, by bookmark and label; where it dropped both, by grid."""
    data = oh.export(DAILY, "word")
    by_tag = read_returned(WordImporter().parse(data)).ledger.found
    assert by_tag[Found.TAG] > 200
    assert {Found.TAG, Found.BOOKMARK} <= set(by_tag) <= {Found.TAG, Found.BOOKMARK, Found.GRID}
    without = rewritten(data, "word/document.xml", lambda part: part.replace(b"<w:tag w:val=", b"<w:x w:val="))
    part = read_returned(WordImporter().parse(without))
    assert part.document == redacted(DAILY)
    assert Found.TAG not in part.ledger.found
    assert "标签" in "".join(remark.message["zh"] for remark in part.remarks)
    bare = rewritten(without, "word/document.xml", lambda part: part.replace(b'w:name="_oh_', b'w:name="x_'))
    part = read_returned(WordImporter().parse(bare))
    assert part.document == redacted(DAILY)
    assert set(part.ledger.found) == {Found.GRID, Found.LABEL}
    assert part.ledger.adds_up


def test_the_document_may_be_given_instead_of_the_baseline() -> None:
    """Some programs drop it."""
    data = oh.export(DAILY, "word")
    bare = rewritten(data, "customXml/item1.xml", lambda _: b"<x/>")
    imported = WordImporter().parse(bare)
    assert imported.baseline is None
    assert read_returned(imported, DAILY).document == DAILY
    with pytest.raises(ArgumentError, match="against"):
        read_returned(imported)


def test_a_baseline_of_a_newer_version_is_refused() -> None:
    """Nobody knows what it means."""
    imported = WordImporter().parse(oh.export(DAILY, "word"))
    assert imported.baseline is not None
    newer = evolve(imported.baseline, json=imported.baseline.json.replace('"schema_version":1', '"schema_version":99'))
    with pytest.raises(LoadError):
        read_returned(evolve(imported, baseline=newer))


def test_a_table_without_controls_is_read_by_its_rows() -> None:
    """A large one has none; a row that was changed, one that is gone and a new one come back."""
    tasks = tuple(Task(title=f"任务 {n}", next_step=f"第 {n} 步") for n in range(400))
    document = with_tasks(
        a_document(),
        *(
            evolve(each, owner=Person(name=f"甲{n}"), progress=n % 100, remaining=f"余 {n}", result=f"果 {n}")
            for n, each in enumerate(tasks)
        ),
    )
    part = returned(
        document, replace_everywhere("任务 7", "任务七"), delete_row("任务 300"), add_row("任务 200", "新的")
    )
    titles = [task.title for task in tasks_of(part.document)]
    expected = [f"任务 {n}".replace("任务 7", "任务七") for n in range(400) if n != 300]
    expected.insert(expected.index("任务 200") + 1, "新的")
    assert titles == expected


@pytest.mark.parametrize("currency", ["", "CNY", "USD"])
@pytest.mark.parametrize("written", ["1.50", "100.0", "0.00", "1E+3", "12345678901234567890.10", "4711"])
def test_numbers_come_back_digit_for_digit(written: str, currency: str) -> None:
    """What nobody edited is unchanged, whatever zeros it ends in; no currency is added to an amount, edited or not."""
    amount = Decimal(written)

    def costs(amount: Decimal) -> Resources:
        return Resources(items=(Resource(name="云主机", amount=Money(amount=amount, currency=currency)),))

    document = a_document(profile="offboarding", resources=costs(amount))
    part = returned(document)
    assert codec.canonical(part.document) == codec.canonical(document)
    assert set(part.ledger.counts) == {Fate.KEPT}
    assert returned(document, replace(f"{amount:f}", "7.10")).document.resources == costs(Decimal("7.10"))
