"""The part of one file: its head, what does not count, and what could not be read."""

from datetime import date

from attrs import evolve
from lxml import html
from tests.reporting.samples import checked, mixed, unknown, unread

import opshandover as oh
from opshandover.model import Person, Task, Waiver, WorkProgress
from opshandover.model.header import DocumentState
from opshandover.reporting import Checked, FileResult
from opshandover.reporting.html.part import Part

DOCUMENT = oh.OpsDocument(
    profile="daily_handover",
    title="夜班交接",
    giver=Person(name="周岩"),
    receivers=(Person(name="王敏"), Person(name="李想")),
    prepared_on=date(2026, 11, 21),
    state=DocumentState.DRAFT,
    work_progress=WorkProgress(tasks=(Task(title="核对退款单", progress=150),)),
    waivers=(Waiver(rule="GEN005", reason="按工时折算", by=Person(name="林晓雯")),),
)


def text_of(result: FileResult) -> str:
    """All that a part says."""
    return str(html.fragment_fromstring(Part(result, 1, 1).html()).text_content())


def test_the_head() -> None:
    """It has kind, title, file, date, state, people, score and verdict."""
    report = oh.check(DOCUMENT)
    part = Part(Checked(name="夜班.yaml", report=report, lang="zh"), 1, 1)
    assert (part.title, part.file, part.score) == ("夜班交接", "夜班.yaml", oh.score(DOCUMENT).score)
    said = text_of(part.result)
    for text in ("运营日常交接", "夜班.yaml", "2026-11-21", "草稿", "周岩 → 王敏，李想", "还不能定稿", str(part.score)):
        assert text in said


def test_waivers_that_applied() -> None:
    """What is waived is listed with the reason and who granted it."""
    report = oh.check(DOCUMENT)
    assert [f.code for f in report.waived] == ["GEN005"]
    said = text_of(Checked(name="", report=report, lang="zh"))
    assert "按工时折算，批准：林晓雯" in said
    assert report.waived[0].message["zh"] in said


def test_what_was_not_checked() -> None:
    """Rules are named with the reason; without a document there is no score."""
    said = text_of(mixed())
    assert "XXX001 compares-two" in said
    assert "no document before" in said
    assert "of 100" not in said


def test_files_that_cannot_be_read() -> None:
    """Each fault is there with its line, and no verdict."""
    said = text_of(unread())
    assert "unknown field" in said
    assert "line 4" in said
    assert "cannot be read" in said
    assert "format not known" in text_of(unknown())


def test_without_findings() -> None:
    """A clean document says so, and has no list."""
    said = text_of(checked())
    assert "no findings" in said
    assert "Findings" not in said


def test_nothing_to_call_it_by() -> None:
    """Without file and title it is called by its kind."""
    report = oh.check(evolve(DOCUMENT, title=""))
    assert Part(Checked(name="", report=report, lang="zh"), 1, 1).title == "运营日常交接"
