"""Whole Word files: every text is there, nothing breaks them, equal pages give equal bytes."""

from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.exporters.word.opened import opened, page_of, para, row, text_in, value, written
from tests.exporters.word.samples import rich_page
from tests.support.docx_lint import W, lint
from tests.support.pages import pages, texts_in

from opshandover.exporters.word import WordExporter
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Code, Column, Heading, Page, Paragraph, Role, Run, Table
from opshandover.text import Lang

HOSTILE = {
    "pipe": "a|b",
    "lines": "一\n二\r\n三",
    "tabs": "\ta\t\tb ",
    "markup": "</w:t><w:p> & \"quoted\" 'so' ]]> <!--",
    "heading": "# no heading",
    "dollar": "$body ${x} $$",
    "emoji": "👩‍👩‍👧 😀",
    "beyond": "𠮷野家",
    "right-to-left": "שלום עולם مرحبا \u202eabc\u202c",
    "spaces": "  two  spaces  ",
    "long": "长" * 10_000,
}


@settings(max_examples=50)
@given(pages())
def test_every_text_of_a_page_is_in_the_file_in_order(page: Page) -> None:
    """Nothing is dropped, doubled up or moved, and the file is sound."""
    data = render(page)
    text = opened(data).text()
    place = 0
    for wanted in map(visible, texts_in(page)):
        found = text.find(wanted, place)
        assert found >= 0, wanted
        place = found + len(wanted)
    assert lint(data) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rich_page_holds_each_text_once(lang: Lang) -> None:
    """A text that stands once on the page stands once in the file."""
    page = evolve(rich_page(), lang=lang)
    text = opened(render(page)).text()
    wanted = list(texts_in(page))
    assert len(wanted) > 60
    for each in wanted:
        assert text.count(each) == sum(other.count(each) for other in wanted), each


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_stays_as_it_is(text: str) -> None:
    """What looks like markup is text, in a heading, a paragraph and code alike."""
    file = written(Heading(level=1, text=text), para(text), Code(text=text))
    paragraphs = [text_in(each)[1:] for each in file.root()[0].findall(f"{W}p")]
    assert paragraphs[2:5] == [visible(text)] * 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b", "a␀b"),
        ("\x01\x1f", "␁␟"),
        ("a\rb", "a␍b"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\x7f\x85", "\x7f\x85"),
    ],
)
def test_forbidden_characters_are_shown(text: str, shown: str) -> None:
    """What XML cannot hold leaves a sign that something stood there."""
    assert shown in written(para(text)).text()


def test_equal_pages_give_equal_bytes() -> None:
    """Neither the clock nor the order of anything gets into the file."""
    first, second = render(rich_page()), render(rich_page())
    assert first == second
    with ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_empty_page_is_a_sound_file() -> None:
    """A page without anything still opens."""
    data = render(Page(title="", kind="", lang="zh", blocks=()))
    assert lint(data) == []
    assert opened(data).text().strip() == ""


def test_a_file_is_sound_for_a_second_judge(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An independent validator finds nothing, and python-docx opens the file."""
    audit = import_module("openxml_audit")
    path = tmp_path_factory.mktemp("word") / "rich.docx"
    path.write_bytes(render(rich_page()))
    assert audit.OpenXmlValidator().validate(str(path)).errors == []
    assert len(docx.Document(str(path)).tables) > 3


def test_properties_come_from_the_page() -> None:
    """The file tells title, kind, language, people and dates of the document."""
    page = evolve(
        page_of(),
        title="标" * 300,
        properties=(
            ("giver", "周岩\0（主管，电话 138）"),
            ("id", "HO-1"),
            ("prepared_on", "2026-11-20"),
            ("updated_on", "2026-11-21"),
        ),
    )
    known = docx.Document(BytesIO(render(page))).core_properties
    assert (known.title, known.subject, known.author) == ("标" * 255, "每日交接", "周岩␀")
    assert (known.language, known.identifier) == ("zh-CN", "HO-1")
    assert known.created == datetime(2026, 11, 20, tzinfo=UTC)
    assert known.modified == datetime(2026, 11, 21, tzinfo=UTC)


@pytest.mark.parametrize("said", ["", "yesterday", "0001-01-01"])
def test_a_page_without_a_date_gets_a_fixed_one(said: str) -> None:
    """Where there is no date that a file can hold, the clock is not asked either."""
    page = evolve(page_of(), properties=(("prepared_on", said),))
    known = docx.Document(BytesIO(render(page))).core_properties
    assert known.created == known.modified == datetime(1980, 1, 1, tzinfo=UTC)


def test_the_header_names_organisation_and_kind() -> None:
    """Without a text of the user's own, each page says whose paper it is."""
    page = evolve(page_of(), properties=(("organisation", "海川科技"),))
    assert opened(render(page)).text("word/header.xml").strip() == "海川科技 · 每日交接"


def test_options_change_header_and_footer() -> None:
    """The header's text is the user's, and page numbers can be left out."""
    file = opened(render(page_of(), page_options=PageOptions(header_text="内部 & 保密 $x", page_numbers=False)))
    assert file.text("word/header.xml").strip() == "内部 & 保密 $x"
    assert "word/footer.xml" not in file.parts


def test_page_numbers_are_fields_in_runs_of_their_own() -> None:
    """WPS shows no number when the parts of a field share a run."""
    runs = opened(render(page_of())).find(".//r", "word/footer.xml")
    kinds = [value(mark, "fldCharType") for run in runs for mark in run.findall(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * 2
    assert all(len(run) == 1 for run in runs)
    fields = [run.findtext(f"{W}instrText") for run in runs]
    assert [field.strip() for field in fields if field] == ["PAGE", "NUMPAGES"]


def test_attention_stands_in_one_box() -> None:
    """What comes first stands together, apart from the text around it."""
    file = written(para("前"), para("甲", Role.ATTENTION), para("乙", Role.ATTENTION), para("后"))
    (box,) = file.find("./body/tbl")
    assert text_in(box).split() == ["甲", "乙"]


def test_a_table_that_asks_for_attention_needs_no_box() -> None:
    """Its own bar marks it; a box round it would be a second one."""
    table = Table(columns=(Column(label="甲"),), rows=(row("乙"),), role=Role.ATTENTION)
    styles = written(table).find(".//tblStyle")
    assert [value(each) for each in styles] == ["Marked"]


def test_the_exporter_says_what_it_makes() -> None:
    """The contract of exporters: suffix, media type, options with defaults."""
    exporter = WordExporter()
    assert exporter.suffix == ".docx"
    assert exporter.media_type.endswith("wordprocessingml.document")
    assert (exporter.header_text, exporter.page_numbers) == ("", True)


def test_a_label_stays_with_what_it_leads_in() -> None:
    """A line of nothing but a label is not left alone at the foot of a page."""
    label = Paragraph(runs=(Run(text="概述", strong=True),))
    lines = written(label, para("后"), label).find(".//p")
    bound = [text_in(each) for each in lines if each.find(f"{W}pPr/{W}keepNext") is not None]
    assert [text.strip() for text in bound] == ["概述"]
