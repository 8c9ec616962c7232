"""A Word form that a person filled in is read as the document that it says."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import evolve
from lxml import etree
from tests.support.office import all_saved_again

import opshandover as oh
from opshandover.codec import canonical
from opshandover.continuity.ledger import Fate, Found
from opshandover.document.secrets import redacted
from opshandover.forms.word import word_form
from opshandover.model import (
    Contact,
    Contacts,
    DataAnalysis,
    Issue,
    Issues,
    IssueStatus,
    Metric,
    OpsDocument,
    Person,
    Shift,
    Task,
    TaskStatus,
    Team,
    WorkProgress,
)
from opshandover.model.header import Language
from opshandover.profiles import profile_named
from opshandover.text import LANGUAGES, Lang

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPED = {
    "title": "八月九日早班",
    "shift": "早班（2026-08-09 07:00 至 15:30）",
    "giver": "周岩",
    "receivers": "李敏、孙宁",
    "work_progress.tasks[0].title": "上线八月活动页",
    "work_progress.tasks[0].status": "进行中",
    "work_progress.tasks[0].next_step": "核对价格",
    "work_progress.tasks[0].due": "2026-08-10",
    "work_progress.tasks[2].title": "补发赠品",
    "work_progress.tasks[2].status": "未开始",
    "issues.items[0].title": "支付超时",
    "issues.items[0].status": "处理中",
    "issues.items[0].description": "21:30 起约 5% 的用户",
    "contacts.items[0].person": "李工",
    "contacts.items[0].emergency": "是",
}


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime.fromisoformat(f"2026-08-09T{hour:02}:{minute:02}")


FILLED = OpsDocument(
    profile="shift_handover",
    title="八月九日早班",
    lang=Language.ZH,
    shift=Shift(name="早班", start=_at(7), end=_at(15, 30)),
    giver=Person(name="周岩"),
    receivers=(Person(name="李敏"), Person(name="孙宁")),
    work_progress=WorkProgress(
        tasks=(
            Task(
                title="上线八月活动页",
                status=TaskStatus.IN_PROGRESS,
                next_step="核对价格",
                due=datetime.fromisoformat("2026-08-10").date(),
            ),
            Task(title="补发赠品", status=TaskStatus.NOT_STARTED),
        )
    ),
    issues=Issues(items=(Issue(title="支付超时", status=IssueStatus.HANDLING, description="21:30 起约 5% 的用户"),)),
    contacts=Contacts(items=(Contact(person=Person(name="李工"), emergency=True),)),
)


def filled(data: bytes, typed: Mapping[str, str], *, more_rows: int = 0) -> bytes:
    """A form with texts typed into its controls, as Word does it, and further rows in its first table of items."""
    with ZipFile(BytesIO(data)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    root: Any = etree.fromstring(parts["word/document.xml"])
    for control in root.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        text = typed.get(tag.get(f"{W}val").removeprefix("oh:")) if tag is not None else None
        if text is not None:
            showing = control.find(f"{W}sdtPr/{W}showingPlcHdr")
            showing.getparent().remove(showing)
            content = control.find(f"{W}sdtContent")
            for run in list(content):
                content.remove(run)
            etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}t").text = text
    item = next(one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtContent/{W}tr") is not None)
    for _ in range(more_rows):
        item.addnext(deepcopy(item))
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = BytesIO()
    with ZipFile(made, "w") as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return made.getvalue()


def test_what_a_person_filled_in_is_read(tmp_path: Path) -> None:
    """Chosen, picked and typed values come back; blanks that were left are not there."""
    path = tmp_path / "form.docx"
    path.write_bytes(filled(word_form(profile_named("shift_handover"), "zh"), TYPED))
    assert oh.read(path).document == FILLED
    assert oh.load(path) == FILLED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_typed_is_new_and_found_by_its_tag(lang: Lang, tmp_path: Path) -> None:
    """What was known when the form was made is kept, whether it asks for that or not; empty rows do not count."""
    known = OpsDocument(
        profile="shift_handover", shift=Shift(name="早班"), department="客服部", team=Team(org_structure="六人")
    )
    path = tmp_path / "form.docx"
    path.write_bytes(
        filled(
            word_form(profile_named("shift_handover"), lang, known),
            {at: text for at, text in TYPED.items() if at != "shift"},
        )
    )
    reading = oh.read(path)
    entries = {entry.path: (entry.fate, entry.found) for entry in reading.ledger.entries}
    assert (reading.document.department, reading.document.team) == (known.department, known.team)
    assert entries["shift.name"] == (Fate.KEPT, Found.TAG)
    typed = ("title", "giver.name", "receivers[0].name", "work_progress.tasks[1].title", "issues.items[0].description")
    assert [entries[at] for at in typed] == [(Fate.NEW, Found.TAG)] * len(typed)
    kept = {at.partition(".")[0] for at, (fate, _) in entries.items() if fate is not Fate.NEW}
    assert kept == {"profile", "lang", "department", "shift", "team"}


def test_what_was_known_keeps_its_digits_and_shows_no_secret(tmp_path: Path) -> None:
    """A form keeps what it was made of, as any other file does."""
    metric = Metric(name="耗时", value=Decimal("1.50"))
    known = OpsDocument(
        profile="offboarding", title="密码：Hunter2-0815", data_analysis=DataAnalysis(metrics=(metric,))
    )
    path = tmp_path / "form.docx"
    path.write_bytes(word_form(profile_named("offboarding"), "zh", known))
    with ZipFile(path) as file:
        assert not any(b"Hunter2" in file.read(name) for name in file.namelist())
    reading = oh.read(path)
    assert set(reading.ledger.counts) == {Fate.KEPT}
    assert canonical(reading.document) == canonical(evolve(redacted(known), lang=Language.ZH))


def test_an_empty_form_is_an_empty_document(tmp_path: Path) -> None:
    """No hint is taken for content."""
    path = tmp_path / "form.docx"
    path.write_bytes(word_form(profile_named("shift_handover"), "zh"))
    assert oh.read(path).document == OpsDocument(profile="shift_handover", lang=Language.ZH)


def test_rows_that_were_added_are_items(tmp_path: Path) -> None:
    """Word copies a row with its controls; each copy is an item of its own."""
    path = tmp_path / "form.docx"
    path.write_bytes(filled(word_form(profile_named("shift_handover"), "zh"), TYPED, more_rows=2))
    found = oh.read(path).document.work_progress
    assert isinstance(found, WorkProgress)
    assert [task.title for task in found.tasks] == ["上线八月活动页"] * 3 + ["补发赠品"]


@pytest.mark.office
def test_a_form_that_another_program_saved_is_read(tmp_path: Path) -> None:
    """LibreOffice drops the tags, and what is read is the same."""
    data = filled(word_form(profile_named("shift_handover"), "zh"), TYPED)
    (saved,) = all_saved_again({"form": data}, tmp_path).values()
    path = tmp_path / "saved.docx"
    path.write_bytes(saved)
    assert oh.read(path).document == FILLED
