"""What is kept of the company's main part round the place of the text."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.exporters.word.company.filled import made
from tests.exporters.word.opened import opened, page_of, value
from tests.exporters.word.templates import (
    COVER,
    LAST,
    MARK,
    Change,
    entry,
    rewritten,
    template,
    with_cover,
    written,
)
from tests.support.docx_lint import W, lint
from tests.support.examples import READY

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.pages.blocks import Heading


def test_a_cover_stays_before_the_text_and_a_remark_after_it(tmp_path: Path) -> None:
    """What stands round the mark is kept, with its section, and the mark is not printed."""
    file = made(tmp_path, template(with_cover))
    text = file.text()
    assert text.index(COVER) < text.index("支付回调延迟") < text.index(LAST)
    assert "{{" not in text
    assert len(file.find(".//w:sectPr")) == 2


def test_a_mark_that_ends_a_section_still_ends_it(tmp_path: Path) -> None:
    """The settings of a section stand in its last paragraph, which may be the mark's."""

    def change(document: object) -> None:
        assert isinstance(document, docx.document.Document)
        document.paragraphs[0].text = MARK
        document.add_section()
        document.element.body.remove(document.paragraphs[1]._p)
        (section,) = document.element.body.findall(f".//{W}p/{W}pPr/{W}sectPr")
        properties = document.paragraphs[0]._p.get_or_add_pPr()
        old = section.getparent().getparent()
        properties.append(section)
        old.getparent().remove(old)

    file = made(tmp_path, template(change))
    assert len(file.find(".//w:sectPr")) == 2
    (ending,) = file.find("./w:body/w:p/w:pPr/w:sectPr")
    assert "".join(ending.getparent().getparent().itertext()) == ""


def _twice(document: object) -> None:
    assert isinstance(document, docx.document.Document)
    document.add_paragraph(MARK)
    document.add_paragraph(MARK)


def _in_a_cell(document: object) -> None:
    assert isinstance(document, docx.document.Document)
    document.add_table(1, 1).cell(0, 0).text = MARK


def _in_a_sentence(document: object) -> None:
    assert isinstance(document, docx.document.Document)
    document.add_paragraph(f"内容：{MARK}")


@pytest.mark.parametrize("change", [_twice, _in_a_cell, _in_a_sentence])
def test_a_mark_that_cannot_be_followed_is_refused(tmp_path: Path, change: Change) -> None:
    """Two marks, or one in a table or a sentence: the message says where it belongs."""
    with pytest.raises(OptionError, match="not in a paragraph of its own"):
        made(tmp_path, template(change))


def test_headers_of_the_section_before_are_taken_over(tmp_path: Path) -> None:
    """The last section has no header of its own where it goes on with that of the one before."""

    def change(document: object) -> None:
        assert isinstance(document, docx.document.Document)
        document.add_section()

    file = made(tmp_path, template(change))
    (section,) = file.find(".//w:sectPr")
    assert [etree.QName(e).localname for e in section[:2]] == ["headerReference", "footerReference"]


def test_what_is_kept_of_an_export_is_but_text(tmp_path: Path) -> None:
    """A mark behind an earlier export keeps its words, not the signs by which they are read back."""
    document = oh.load(READY)
    earlier = docx.Document(BytesIO(oh.export(document, "word")))
    earlier.add_paragraph(MARK)
    stored = BytesIO()
    earlier.save(stored)
    result = oh.export(document, "word", template=written(tmp_path, stored.getvalue()))
    assert lint(result) == []
    file, fresh = opened(result), opened(oh.export(document, "word"))
    for found, name in ((".//w:tag", "val"), (".//w:bookmarkStart", "name")):
        once = [value(each, name) for each in fresh.find(found)]
        assert [value(each, name) for each in file.find(found)] == once
        assert len(once) > 20
    assert file.text().count("沈一鸣") == 2 * fresh.text().count("沈一鸣") > 0


def test_notes_of_the_sample_go_with_it(tmp_path: Path, plain_template: bytes) -> None:
    """A note that nothing refers to would travel on unseen."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    notes = (
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:type="separator" w:id="-1"><w:p/>'
        '</w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>旧注</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Rel'
    override = (
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    data = rewritten(
        plain_template,
        {
            "word/footnotes.xml": notes.encode(),
            rels: entry(plain_template, rels).replace(b"</Rel", relation.encode()),
            types: entry(plain_template, types).replace(b"</Types>", override.encode()),
        },
    )
    notes_left = made(tmp_path, data).find("./w:footnote", "word/footnotes.xml")
    assert [value(note, "id") for note in notes_left] == ["-1"]


def test_ids_of_both_differ(tmp_path: Path) -> None:
    """A bookmark, a control or a drawing of the cover has an id that ours are counted from."""

    def change(document: object) -> None:
        assert isinstance(document, docx.document.Document)
        with_cover(document)
        first = document.paragraphs[0]._p
        for name, attributes in (("Start", {"name": "cover"}), ("End", {})):
            mark = etree.SubElement(first, f"{W}bookmark{name}")
            for key, text in ({"id": "3"} | attributes).items():
                mark.set(f"{W}{key}", text)

    page = page_of(*(Heading(level=1, text=f"第{n}", path=f"section_{n}") for n in range(4)))
    file = made(tmp_path, template(change), page)
    starts = [value(e, "id") for e in file.find(".//w:bookmarkStart")]
    assert len(starts) == len(set(starts)) == 5
