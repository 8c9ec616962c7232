"""Placeholders: what is required and missing is asked for where it belongs, and nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.shown import in_markdown, in_word, rows_of
from tests.support.documents import documents
from tests.support.examples import EXAMPLES

import opshandover as oh
from opshandover.document.walk import walk
from opshandover.errors import OptionError
from opshandover.layout import View
from opshandover.layout import lay_out as laid_out
from opshandover.model.base import Level, NotApplicable, Nothing
from opshandover.model.document import OpsDocument
from opshandover.model.handover import HandoverItem, HandoverPhase, HandoverPlan
from opshandover.model.issues import Issue, Issues, IssueStatus
from opshandover.model.people import Person
from opshandover.model.risks import Risk, Risks
from opshandover.model.tasks import Overview, Task, TaskStatus, WorkProgress
from opshandover.pages.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Role,
    Table,
    text_of,
)
from opshandover.spec import Need
from opshandover.text import LANGUAGES, Lang

lay_out = partial(laid_out, placeholders=True)
DRAFT = "draft.zh.yaml"
ZHOU = Person(name="周岩")
DONE, RUNNING = TaskStatus.DONE, TaskStatus.IN_PROGRESS


def asked(page: Page) -> dict[str, str]:
    """The texts with which a page asks for values, by the paths of these."""
    return dict(_asked(page.blocks))


def _asked(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Paragraph(role=Role.PLACEHOLDER):
                yield block.path, text_of(block.runs)
            case ListBlock():
                yield from _asked(tuple(b for item in block.items for b in item.blocks))
            case Quote():
                yield from _asked(block.blocks)
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from _in_cell(cell)
            case Facts():
                for fact in block.items:
                    yield from _in_cell(fact.cell)
            case _:
                pass


def _in_cell(cell: Cell) -> Iterator[tuple[str, str]]:
    found = dict(_asked(cell.blocks))
    assert cell.role is not Role.PLACEHOLDER or [cell.path] == list(found)
    yield from found.items()


def inside(page: Page, section: str) -> Mapping[str, str]:
    """The texts with which a page asks for values of one section."""
    found = asked(page)
    return {path: text for path, text in found.items() if path.startswith(f"{section}.")}


def handover(**sections: Any) -> OpsDocument:
    """A daily handover with some sections."""
    return evolve(OpsDocument(profile="daily_handover"), **sections)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_complete_examples_ask_for_nothing(path: Path, lang: Lang) -> None:
    """Only the draft has something to be filled in: an owner, a response, whole sections."""
    found = asked(lay_out(oh.load(path), lang))
    dates = found.pop("", None)
    if path.name != DRAFT:
        assert found == {}
        return
    assert dates
    assert {"receivers", "resources", "work_progress.tasks[0].owner"} <= set(found)
    assert "risks.items[0].response" in found
    assert not {"overview.focus", "data_analysis.reports"} & set(found)


def test_a_hole_in_a_column_is_asked_for() -> None:
    """A cell without a required value has a placeholder at the path of the value."""
    tasks = (Task(title="甲", status=RUNNING, owner=ZHOU), Task(title="乙", status=RUNNING))
    page = lay_out(handover(work_progress=WorkProgress(tasks=tasks)), "zh")
    assert inside(page, "work_progress") == {"work_progress.tasks[1].owner": "待填写"}


def test_what_nobody_filled_becomes_a_column() -> None:
    """A required field that is empty in all records has a column to be filled in."""
    tasks = (Task(title="甲"), Task(title="乙"))
    page = lay_out(handover(work_progress=WorkProgress(tasks=tasks)), "en")
    (table,) = (b for b in page.blocks if isinstance(b, Table) and b.path)
    assert rows_of(table) == [
        ["Title", "Status", "Owner"],
        ["甲", "to be filled in", "to be filled in"],
        ["乙", "to be filled in", "to be filled in"],
    ]


def test_a_title_that_is_missing_is_asked_for() -> None:
    """The column of names has placeholders too, with what stands small below a name."""
    tasks = (Task(title="甲", status=RUNNING, owner=ZHOU), Task(id="T-2", status=RUNNING))
    found = inside(lay_out(handover(work_progress=WorkProgress(tasks=tasks)), "zh"), "work_progress")
    assert set(found) == {"work_progress.tasks[1].title", "work_progress.tasks[1].owner"}


def test_where_there_is_no_room_it_is_asked_for_below() -> None:
    """A field that is too long for a column is asked for with the record's other details."""
    issues = (
        Issue(title="甲", description="很长的说明。" * 20, approach="很长的思路。" * 30),
        Issue(title="乙", description="很长的说明。" * 20),
    )
    page = lay_out(handover(issues=Issues(items=issues)), "zh")
    found = inside(page, "issues")
    assert found["issues.items[1].approach"].endswith("待填写")
    assert "issues.items[0].approach" not in found


def test_one_record_has_facts_to_fill_in() -> None:
    """What is long is told what belongs there; what is short is not."""
    risk = Risk(title="缺人", likelihood=Level.HIGH, impact=Level.LOW)
    found = inside(lay_out(handover(risks=Risks(items=(risk,))), "zh"), "risks")
    assert found["risks.items[0].response"] == "待填写：怎样避免或减轻"


def test_optional_things_are_not_asked_for() -> None:
    """Neither optional fields, nor required ones of a section that is merely recommended."""
    filled = Task(title="甲", status=RUNNING, owner=ZHOU)
    page = lay_out(
        handover(work_progress=WorkProgress(tasks=(filled,)), overview=Overview(summary="早班")),
        "zh",
    )
    assert not inside(page, "work_progress")
    assert not inside(page, "overview")


def test_what_is_done_or_absent_waits_for_nothing() -> None:
    """Items that are closed, and sections said to be empty or not to apply, are left alone."""
    page = lay_out(
        handover(
            work_progress=WorkProgress(tasks=(Task(title="甲", status=DONE), Task(status=DONE))),
            issues=Issues(items=(Issue(title="乙", status=IssueStatus.RESOLVED),)),
            risks=Nothing(),
            work_plan=NotApplicable(),
        ),
        "zh",
    )
    for section in ("work_progress", "issues", "risks", "work_plan"):
        assert not inside(page, section)
        assert section not in asked(page)


def test_boxes_ask_as_well() -> None:
    """The handover items of a checklist have their placeholders behind their box."""
    items = (
        HandoverItem(title="账号", phase=HandoverPhase.PREPARATION),
        HandoverItem(phase=HandoverPhase.PREPARATION, due=date(2026, 11, 21)),
    )
    plan = HandoverPlan(items=items)
    page = lay_out(OpsDocument(profile="offboarding", handover_plan=plan), "zh")
    found = inside(page, "handover_plan")
    assert {"handover_plan.items[0].owner", "handover_plan.items[1].title"} <= set(found)
    assert "handover_plan.items[0].title" not in found
    assert "**负责人** _待填写_" in in_markdown(page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", View)
def test_placeholders_are_for_drafts(lang: Lang, view: View) -> None:
    """Unless one asks for a draft nothing is asked for; the head and the table to sign keep their blanks."""
    draft = oh.load(EXAMPLES[0].parent / DRAFT)
    page = laid_out(draft, lang, view=view)
    assert set(asked(page)) == {""}
    labels = [f.label for b in page.blocks if isinstance(b, Facts) for f in b.items]
    assert {"zh": "接收人", "en": "Received by"}[lang] in labels
    assert any(b.role is Role.SIGNATURE for b in page.blocks if isinstance(b, Table))
    headings = {b.path for b in page.blocks if isinstance(b, Heading)}
    assert "resources" not in headings
    empty = laid_out(OpsDocument(profile="charter", risks=Risks()), lang)
    assert not [b for b in empty.blocks if isinstance(b, Heading)]


@pytest.mark.parametrize("name", ["word", "markdown"])
def test_exporters_have_the_option(name: str) -> None:
    """Both take it by name; wrong values are refused in words."""
    draft = oh.load(EXAMPLES[0].parent / DRAFT)
    shown, hidden = (oh.export(draft, name, placeholders=flag) for flag in (True, False))
    assert shown != hidden == oh.export(draft, name)
    assert name != "markdown" or "待填写".encode() not in hidden
    with pytest.raises(OptionError, match="placeholders"):
        oh.export(draft, name, placeholders="maybe")


def test_formats_show_what_is_asked_for() -> None:
    """In Word the label stays outside of what is typed over; in Markdown it is set apart."""
    items = (HandoverItem(title="账号", phase=HandoverPhase.PREPARATION),)
    plan = HandoverPlan(items=(*items, *items))
    page = lay_out(OpsDocument(profile="offboarding", handover_plan=plan), "zh")
    assert "_待填写_" in in_markdown(page)
    word = in_word(page)
    (path, *_) = inside(page, "handover_plan")
    (control,) = (
        sdt for sdt in word.find(".//sdt") for tag in sdt.findall("./{*}sdtPr/{*}tag") if f"oh:{path}" in tag.values()
    )
    assert control.find("./{*}sdtPr/{*}showingPlcHdr") is not None
    assert "".join(control.itertext()) == "待填写"


@settings(max_examples=40)
@given(documents(), st.sampled_from(LANGUAGES))
def test_hiding_loses_nothing(document: OpsDocument, lang: Lang) -> None:
    """Only what is required is asked for, and hiding it takes away nothing that is filled."""
    shown = asked(lay_out(document, lang))
    hidden = laid_out(document, lang)
    assert not {path for path in asked(hidden) if path}
    needs = {n.path: n.field.spec.need for n in walk(document, object) if n.field and "." in n.path}
    fields = {path: needs[path] for path in shown if path in needs}
    records = {path for path in fields if path.endswith("]")}
    assert all(fields[path] is Need.REQUIRED for path in set(fields) - records)
