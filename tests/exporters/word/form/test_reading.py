"""The placeholder in a company's file: where it may be, and what only looks like one."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.exporters.word.form.forms import paragraphs
from tests.exporters.word.opened import Opened, opened, page_of, para
from tests.exporters.word.templates import COVER, LAST, MARK, entry, picture, rewritten, template, with_cover, written
from tests.support.docx_lint import W, lint

from opshandover.errors import OptionError
from opshandover.exporters.word.render import render


def instead(text: str) -> bytes:
    """A template whose cover has another text in the place of the placeholder."""

    def change(document: Any) -> None:
        with_cover(document)
        (mark,) = (each for each in document.paragraphs if each.text == MARK)
        mark.text = text

    return template(change)


def taken(folder: Path, data: bytes) -> Opened:
    """Writes a document with a file as its template; the result is sound."""
    result = render(page_of(para("文")), company_file=written(folder, data))
    assert lint(result) == []
    return opened(result)


def refusal(folder: Path, data: bytes) -> tuple[str, str]:
    """The reason why a file is refused, in both languages."""
    with pytest.raises(OptionError) as caught:
        render(page_of(para("文")), company_file=written(folder, data))
    return caught.value.in_lang("zh"), caught.value.in_lang("en")


@pytest.mark.parametrize("text", ["{{正文}}", "{{ 内容 }}", "  {{opshandover}} ", "{{Content}}", "{{\t正文\u3000}}"])
def test_these_are_placeholders(tmp_path: Path, text: str) -> None:
    """Either language, blanks within and around, any case."""
    lines = taken(tmp_path, instead(text)).text().splitlines()
    assert lines.index(COVER) < lines.index("文") < lines.index(LAST)
    assert not any("{{" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("｛｛正文｝｝", "{{正文}}"),
        ("｛{ 内容 }｝", "{{正文}}"),
        ("{{正文}", "{{正文}}"),
        ("{正文}", "{{正文}}"),
        ("{ {正文} }", "{{正文}}"),
        ("{{{正文}}}", "{{正文}}"),
        ("{{正\u200b文}}", "{{正文}}"),
        ("${正文}", "{{正文}}"),
        ("【【正文】】", "{{正文}}"),
        ("<<正文>>", "{{正文}}"),
        ("《《内容》》", "{{正文}}"),
        ("{{交接内容}}", "{{正文}}"),
        ("文档：｛｛正文｝｝", "{{正文}}"),
        ("{{handover}}", "{{opshandover}}"),
        ("{{Handover_Document}}", "{{opshandover}}"),
        ("{{ops-handover}}", "{{opshandover}}"),
        ("{{opshandovr}}", "{{opshandover}}"),
        ("{{contnet}}", "{{opshandover}}"),
        ("{{body}}", "{{opshandover}}"),
        ("[[content]]", "{{opshandover}}"),
        ("{%content%}", "{{opshandover}}"),
    ],
)
def test_what_looks_like_one_is_refused(tmp_path: Path, text: str, meant: str) -> None:
    """The cover would be lost without a word; the message shows the place and how it is written."""
    zh, en = refusal(tmp_path, instead(text))
    assert "像是占位符" in zh
    assert f"请写成 {meant}" in zh
    assert f"write {meant}," in en
    assert "in the text looks like" in en


@pytest.mark.parametrize(
    "text",
    [
        "【正文】",
        "《内容》",
        "（正文）",
        "正文",
        "{}",
        "{{ }}",
        "[content]",
        "内容：{正文}",
        "{a}",
    ],
)
def test_other_texts_in_brackets_are_texts(tmp_path: Path, text: str) -> None:
    """Titles in brackets and other marks; without a placeholder the whole text is replaced."""
    assert COVER not in taken(tmp_path, instead(text)).text()


CONTROL = "<w:sdt {ns}><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def _wrapped(inside: str, *, times: int = 1) -> bytes:
    """A template whose cover has content controls around some paragraphs."""

    def change(document: Any) -> None:
        with_cover(document)
        (mark,) = (each for each in document.paragraphs if each.text == MARK)
        xml = inside
        for _ in range(times):
            xml = CONTROL.format(ns=nsdecls("w"), inside=xml)
        mark._p.addprevious(parse_xml(xml))
        mark._p.getparent().remove(mark._p)

    return template(change)


@pytest.mark.parametrize("times", [1, 3])
def test_a_placeholder_may_be_in_a_content_control(tmp_path: Path, times: int) -> None:
    """Word puts one around a cover; what is beside the placeholder stays where it was."""
    inside = PARAGRAPH.format("前") + PARAGRAPH.format(MARK) + PARAGRAPH.format("后")
    file = taken(tmp_path, _wrapped(inside, times=times))
    lines = [line for line in file.text().splitlines() if line in (COVER, "前", "文", "后", LAST)]
    assert lines == [COVER, "前", "文", "后", LAST]
    assert file.find(".//w:body/w:sdt") == []


def test_a_control_within_the_line_goes_with_it(tmp_path: Path) -> None:
    """The placeholder is the text of the control."""
    run = CONTROL.format(ns=nsdecls("w"), inside=f"<w:r><w:t>{MARK}</w:t></w:r>")
    file = taken(tmp_path, _wrapped(f"<w:p>{run}</w:p>"))
    assert "{{" not in file.text()
    assert COVER in file.text()


BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>{}</w:p>"
)


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        (BOX.format(PARAGRAPH.format(MARK), ""), "'{{ 正文 }}' in a text box"),
        (BOX.format(PARAGRAPH.format("框"), f"<w:r><w:t>{MARK}</w:t></w:r>"), "'{{ 正文 }}' in the text"),
        (f"<w:tbl><w:tr><w:tc>{PARAGRAPH.format(MARK)}</w:tc></w:tr></w:tbl>", "'{{ 正文 }}' in a table"),
        (PARAGRAPH.format(MARK) * 2, "'{{ 正文 }}' in the text; '{{ 正文 }}' in the text"),
        (PARAGRAPH.format(f"内容：{MARK}"), "'内容：{{ 正文 }}' in the text"),
    ],
)
def test_elsewhere_it_is_refused_with_the_place(tmp_path: Path, inside: str, place: str) -> None:
    """In a box, beside a box that would be lost, in a table, twice, in a sentence."""
    zh, en = refusal(tmp_path, _wrapped(inside))
    assert "not in a paragraph of its own" in en
    assert place in en
    assert "{{opshandover}}" in zh


@pytest.mark.parametrize("text", [MARK, "｛｛正文｝｝"])
def test_a_header_is_no_place_for_it(tmp_path: Path, text: str) -> None:
    """The braces would be on every page."""

    def change(document: Any) -> None:
        assert isinstance(document, docx.document.Document)
        with_cover(document)
        document.sections[-1].footer.paragraphs[0].text = text

    assert "a footer" in refusal(tmp_path, template(change))[1]


def test_a_footnote_is_no_place_for_marks(tmp_path: Path) -> None:
    """Nor is a comment: the braces would go out in them."""
    assert "in a footnote: marks are not filled there" in refusal(tmp_path, with_footnote(paragraphs("{{title}}")))[1]


def with_footnote(inside: str) -> bytes:
    """A template whose text refers to a footnote with some paragraphs in it."""
    data = template(with_cover)
    notes = f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="3">{inside}</w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = entry(data, "[Content_Types].xml").replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    rels = entry(data, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    body = entry(data, "word/document.xml").replace(
        "封面".encode(), '</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:t>封面'.encode(), 1
    )
    return rewritten(
        data,
        {
            "word/footnotes.xml": notes.encode(),
            "[Content_Types].xml": types,
            "word/_rels/document.xml.rels": rels,
            "word/document.xml": body,
        },
    )


def test_a_picture_beside_it_is_not_lost(tmp_path: Path) -> None:
    """A logo in the same paragraph would go with the placeholder."""

    def change(document: Any) -> None:
        with_cover(document)
        logo = tmp_path / "logo.png"
        logo.write_bytes(picture())
        (mark,) = (each for each in document.paragraphs if each.text == MARK)
        mark.add_run().add_picture(str(logo))
        mark._p.xpath(".//wp:docPr")[0].set("id", "9")

    assert "not in a paragraph of its own" in refusal(tmp_path, template(change))[1]
