"""A page of our own says what its document says, as far as it is visible."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import NOTHING, evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import documents
from tests.support.examples import EXAMPLES
from tests.support.visible import visible

import opshandover as oh
from opshandover.codec import loads
from opshandover.document.walk import walk
from opshandover.layout import lay_out
from opshandover.model import (
    DocumentRef,
    Goal,
    GoalKind,
    Goals,
    Issue,
    Issues,
    KpiPreset,
    Metric,
    NotApplicable,
    Nothing,
    OpsDocument,
    Person,
    Project,
    Projects,
    Task,
    WorkProgress,
)
from opshandover.model.base import Record
from opshandover.model.document import FreeSection
from opshandover.model.fields import Field, Kind, fields_of, main_field, section_fields
from opshandover.pages.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
)
from opshandover.profiles import profile_names
from opshandover.reading.normal import normal
from opshandover.reading.own import Place, read_page, reading_of
from opshandover.testing.samples import a_document, a_full_document, a_task, each_document
from opshandover.text import LANGUAGES, Lang

LANGS: list[Lang] = list(LANGUAGES)


def assert_reads_back(document: OpsDocument, lang: Lang) -> None:
    """The law: what is visible says all that the document says, and nothing else."""
    reading = reading_of(visible(lay_out(document, lang)))
    assert reading.document == normal(document, lang)
    assert not reading.left


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_read_back(path: Path, lang: Lang) -> None:
    """Each document that the project ships comes back from its page."""
    assert_reads_back(loads(path.read_text("utf-8"), format="yaml"), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_samples_read_back(lang: Lang) -> None:
    """So do those with every field filled in, with hostile texts, and with empty or absent sections."""
    full = (a_full_document(name) for name in profile_names())
    for document in (*(document for _, document in each_document()), *full):
        assert_reads_back(document, lang)


@settings(max_examples=300)
@given(documents(), st.sampled_from(LANGS))
def test_any_document_reads_back(document: OpsDocument, lang: Lang) -> None:
    """Any document comes back from what is visible of its page."""
    assert_reads_back(document, lang)


@pytest.mark.nightly
@settings(max_examples=20_000)
@given(documents(), st.sampled_from(LANGS))
def test_any_of_very_many_documents_reads_back(document: OpsDocument, lang: Lang) -> None:
    """The same with as many documents as a night has time for."""
    assert_reads_back(document, lang)


WORDS = (
    *("周岩", "Ann", "12", "12 %", "2026-01-01", "自 2026-01-01", "是", "无", "T-101", "上线。", " ", "\n", "\n\n"),
    *("、", "，", "；", "：", ", ", "; ", ": ", "（", "）", " (", ")", "·", " · "),
    *("负责人", "标题", "Owner", "说明", "待填写", "见下", "see below", "任务 1", "Task 1", "沿自 x", "电话 1"),
    *("优先级矩阵", "不适用", "风险", "以下各项相同：", "**负责人** x", "**", "`", "- ", "# ", "> ", "| a |\n|---|\n"),
)
"""What a page gives a meaning of its own: its signs, its labels, and the signs of Markdown."""


def of_signs() -> st.SearchStrategy[str]:
    """Draws texts that are made of what could be mistaken for a part of the page."""
    return st.lists(st.sampled_from(WORDS), max_size=5).map("".join)


@st.composite
def mistakable(draw: st.DrawFn) -> OpsDocument:
    """Draws a document with several records in its tables, and texts that could be mistaken."""
    text = of_signs()
    people = st.builds(Person, name=text, role=text, department=text, phone=text)
    tasks = st.builds(
        Task,
        title=text,
        owner=people,
        new_owner=st.none() | people,
        remaining=text,
        next_step=text,
        support_needed=st.lists(text, max_size=3).map(tuple),
        id=text,
        carried_from=text,
    )
    issues = st.builds(Issue, title=text, description=text, owner=people, guidance=text)
    section = st.builds(WorkProgress, summary=text, tasks=st.lists(tasks, max_size=4).map(tuple))
    return OpsDocument(
        profile=draw(st.sampled_from(profile_names())),
        title=draw(text),
        giver=draw(people),
        work_progress=draw(section),
        issues=draw(st.builds(Issues, items=st.lists(issues, max_size=4).map(tuple)) | st.builds(Nothing, reason=text)),
        risks=draw(st.none() | st.builds(NotApplicable, reason=text)),
        extra=draw(st.lists(st.builds(FreeSection, title=text, body=text), max_size=2).map(tuple)),
    )


@given(mistakable(), st.sampled_from(LANGS))
def test_texts_that_could_be_mistaken_read_back(document: OpsDocument, lang: Lang) -> None:
    """A name with a comma, a title that is a label, prose with a bold label: each is told from the page's own."""
    assert_reads_back(document, lang)


def _with_prose_alone(text: str) -> Iterator[OpsDocument]:
    """Documents with nothing but a text in one field of prose, of each section and each record in one."""

    def of(section: Field, **values: Any) -> OpsDocument:
        content: dict[str, Any] = {section.name: section.record(**values)}
        return OpsDocument(profile="charter", **content)

    for section in section_fields(OpsDocument):
        for field in fields_of(section.record):
            if field.kind is Kind.PROSE and not field.many:
                yield of(section, **{field.name: text})
            elif field.kind is Kind.RECORD:
                for inner in fields_of(field.record):
                    if inner.kind is Kind.PROSE and not inner.many:
                        record: Any = field.record(**{inner.name: text})
                        yield of(section, **{field.name: (record,) if field.many else record})


def _in_common() -> Iterator[OpsDocument]:
    """Documents with three records in a list that have one value in common, for each field of each list."""
    full = a_full_document("charter")
    for section in section_fields(OpsDocument):
        for field in fields_of(section.record):
            if field.kind is not Kind.RECORD or not field.many:
                continue
            record = getattr(getattr(full, section.name), field.name)[0]
            must = {one.name: getattr(record, one.name) for one in fields_of(field.record) if one.default is NOTHING}
            for inner in fields_of(field.record):
                given = {**must, inner.name: getattr(record, inner.name)}
                names = [{field.record.main: f"第 {i} 项"} if _is_named(field.record) else {} for i in range(3)]
                records = tuple(field.record(**{**given, **name}) for name in names)
                content: dict[str, Any] = {section.name: section.record(**{field.name: records})}
                yield OpsDocument(profile="charter", **content)


@pytest.mark.parametrize("lang", LANGS)
def test_a_wide_figure_keeps_its_unit(lang: Lang) -> None:
    """Below its table as well, with the note that lower is better."""
    unit = "次每千名用户"
    metric = Metric(name="投诉", preset=KpiPreset.RETENTION, value=Decimal(0), unit=unit, lower_is_better=True)
    metric = evolve(metric, target=Decimal("-100000000000.00001"))
    for metrics in ((metric,), (Metric(), metric), (metric, evolve(metric, name="退款"))):
        assert_reads_back(OpsDocument(profile="charter", goals=Goals(kpis=metrics)), lang)


def _is_named(cls: type[Record]) -> bool:
    main = main_field(cls)
    return main is not None and main.kind is Kind.TEXT


def test_what_all_rows_have_in_common_reads_back() -> None:
    """Said once above their table or in a column of its own."""
    for at, document in enumerate(_in_common()):
        assert_reads_back(document, LANGUAGES[at % 2])


@pytest.mark.parametrize("text", ["**周岩**", "# 概述", "**概述** **周岩**"])
def test_bold_prose_alone_is_no_title(text: str) -> None:
    """A label before bold prose is not the title of a record, whichever field has it."""
    for document in _with_prose_alone(text):
        for lang in LANGUAGES:
            assert_reads_back(document, lang)


@pytest.mark.parametrize(
    "people",
    [
        (Person(name="周岩", email=")", im="zy"),),
        (Person(name="周岩", role="店长）", im="zy"), Person(name="林晓雯", role="（", im="lxw")),
    ],
)
def test_brackets_within_the_details_of_people_read_back(people: tuple[Person, ...]) -> None:
    """Where they would end the details of a person, people are not on one line."""
    for lang in LANGUAGES:
        assert_reads_back(OpsDocument(profile="charter", receivers=people), lang)


def test_a_placeholder_that_all_rows_have_is_no_text() -> None:
    """What a page shows in an empty field is an empty field, also where it is said once for all."""
    blank = Task(next_step="待填写", owner=Person())
    tasks = (blank, blank, evolve(blank, remaining="周岩"))
    assert_reads_back(OpsDocument(profile="charter", work_progress=WorkProgress(tasks=tasks)), "zh")


def test_a_text_that_seems_to_lead_below_reads_back() -> None:
    """A cell says so of a long text; one that says it itself, with blanks or without, is in no cell."""
    for text in ("见下", " 见下"):
        tasks = (Task(owner=Person(name="周岩")), Task(next_step=text, owner=Person(name="周岩")))
        assert_reads_back(OpsDocument(profile="charter", work_progress=WorkProgress(tasks=tasks)), "zh")


GOALS = (Goal(), Goal(statement="上线", kind=GoalKind.SALES, specific="```\na\n```"))
DUE = date(2026, 11, 29)


@pytest.mark.parametrize(
    "project",
    [
        Project(due=DUE, goals=(Goal(), evolve(GOALS[1], specific="a\n\n---\n\nb"))),
        Project(due=DUE, goals=GOALS, documents=(DocumentRef(), DocumentRef())),
    ],
    ids=["a rule in prose", "a heading of a field below that of a row"],
)
def test_what_stands_below_a_table_between_fields_reads_back(project: Project) -> None:
    """The table needs no label, and what is too long for its cells comes before the next field."""
    for lang in LANGUAGES:
        assert_reads_back(OpsDocument(profile="charter", projects=Projects(items=(project,))), lang)


FOREIGN: tuple[Block, ...] = (
    Paragraph((Run("手写的一段"),)),
    Paragraph((Run("手写的标签", strong=True), Run(" 值"))),
    Heading(2, "手写的标题"),
    Heading(1, "手写的章节"),
    Quote((Paragraph((Run("手写的引文"),)),)),
)
"""What a person may add to a page by hand."""


def _written(page: Page) -> Iterator[str]:
    """The texts of the blocks that were added."""
    return (text for block in page.blocks if block in FOREIGN for text in _texts((block,)))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text=text):
                yield text
            case Paragraph(runs=runs):
                yield from (run.text.strip() for run in runs)
            case Quote(blocks=inner):
                yield from _texts(inner)
            case ListBlock(items=items):
                yield from (text for item in items for text in _texts(item.blocks))
            case Facts(items=facts):
                yield from (text for fact in facts for text in (fact.label, *_texts(fact.cell.blocks)))
            case Table(rows=rows):
                yield from (text for row in rows for cell in row.cells for text in _texts(cell.blocks))
            case _:
                pass


@cache
def _page_of(path: Path, lang: Lang) -> Page:
    return visible(lay_out(loads(path.read_text("utf-8"), format="yaml"), lang))


@settings(max_examples=60)
@given(st.data(), st.sampled_from(EXAMPLES), st.sampled_from(LANGS))
def test_what_is_added_by_hand_is_never_dropped(data: st.DataObject, path: Path, lang: Lang) -> None:
    """A text between things is in the document, or among what is left."""
    page = _page_of(path, lang)
    blocks = list(page.blocks)
    for block in data.draw(st.lists(st.sampled_from(FOREIGN), min_size=1, max_size=3)):
        blocks.insert(data.draw(st.integers(0, len(blocks))), block)
    edited = Page(page.title, page.kind, page.lang, tuple(blocks))
    reading = reading_of(edited)
    kept = " ".join(node.value for node in walk(reading.document, str))
    left = " ".join(_texts(reading.left))
    for text in _written(edited):
        assert text in kept or text in left


def test_records_have_the_line_or_the_row_where_they_stand() -> None:
    """A finding can point at the line of a file, or at a heading and the row below it."""
    document = a_document("daily_work", work_progress=WorkProgress(tasks=(a_task(), a_task(title="乙", id="T-2"))))
    places = reading_of(visible(lay_out(document, "zh"))).places
    assert places["work_progress.tasks[1]"] == Place(line=0, heading="工作进展", row=2)


def test_the_other_language_and_another_order_are_read_as_well() -> None:
    """Labels are understood in either language, and sections wherever they stand."""
    blocks = (
        Heading(1, "问题反馈"),
        Table(
            columns=(Column("Title"), Column("负责人")),
            rows=(_row("退款慢", "周岩"), _row("漏单", "林珊")),
        ),
        Heading(1, "Work progress"),
        Paragraph((Run("Summary：", strong=True), Run(" 七项完成"))),
    )
    document = read_page(Page("交接", "", "zh", blocks), profile="daily_work")
    assert document.issues == Issues(
        items=(Issue(title="退款慢", owner=Person(name="周岩")), Issue(title="漏单", owner=Person(name="林珊")))
    )
    assert document.work_progress == WorkProgress(summary="七项完成")


def _row(*texts: str) -> Row:
    return Row(tuple(Cell((Paragraph((Run(text),)),)) for text in texts))


@pytest.mark.parametrize("depth", range(3))
def test_a_text_of_the_header_like_a_record_reads_back(depth: int, tmp_path: Path) -> None:
    """A line with labels below it stands in a quotation beside its label, and one that is quoted in one more."""
    reason = "\n".join(f"{'> ' * depth}{line}" for line in ("换岗", "- **原因** 升职", "- **日期** 未定"))
    document = OpsDocument(profile="charter", reason=reason)
    for lang in LANGS:
        assert_reads_back(document, lang)
        for suffix in (".md", ".html"):
            path = tmp_path / f"file{suffix}"
            oh.export(document, "markdown" if suffix == ".md" else "html", path, lang)
            assert oh.read(path).document == normal(document, lang)


@pytest.mark.parametrize(
    "title", ["First things first", "需跟进的其他事项", "不适用", "自由章节", "工作进展", "Sign-off"]
)
@pytest.mark.parametrize("body", ["", "***", "文"])
def test_a_section_of_ones_own_may_be_titled_like_any_other(title: str, body: str) -> None:
    """It has a line below it if it has no text, and is never taken for what repeats others."""
    for lang in LANGS:
        assert_reads_back(OpsDocument(profile="charter", extra=(FreeSection(title=title, body=body),)), lang)
