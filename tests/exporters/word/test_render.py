"""Whole Word files: every text is there, nothing breaks them, equal pages give equal bytes."""

from importlib import import_module

import docx
import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.exporters.word.opened import opened, page_of, para, text_in, written
from tests.exporters.word.samples import rich_page
from tests.support.chance import read_pages
from tests.support.docx_lint import W, lint
from tests.support.pages import texts_in

from opshandover.exporters.word import WordExporter
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Code, Heading, Page
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


@settings(max_examples=30)
@given(read_pages(plain=True))
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


def test_the_header_names_organisation_and_kind() -> None:
    """Without a text of the user's own, each page says whose paper it is."""
    page = evolve(page_of(), properties=(("organisation", "海川科技"),))
    assert opened(render(page)).text("word/header.xml").strip() == "海川科技 · 每日交接"


def test_options_change_header_and_footer() -> None:
    """The header's text is the user's, and page numbers can be left out."""
    file = opened(render(page_of(), page_options=PageOptions(header_text="内部 & 保密 $x", page_numbers=False)))
    assert file.text("word/header.xml").strip() == "内部 & 保密 $x"
    assert "word/footer.xml" not in file.parts


def test_the_exporter_says_what_it_makes() -> None:
    """The contract of exporters: suffix, media type, options with defaults."""
    exporter = WordExporter()
    assert exporter.suffix == ".docx"
    assert exporter.media_type.endswith("wordprocessingml.document")
    assert (exporter.header_text, exporter.page_numbers) == ("", True)
