"""Parts of the company's file and their relationships."""

from io import BytesIO
from pathlib import Path

import docx
from lxml import etree
from tests.exporters.word.company.filled import (
    document_with,
    made,
)
from tests.exporters.word.opened import opened, page_of, value
from tests.exporters.word.templates import (
    MARK,
    SAMPLE,
    entry,
    picture,
    rewritten,
    template,
    written,
)
from tests.support.docx_lint import W, lint
from tests.support.examples import FOLDER

import opshandover as oh
from opshandover.pages.blocks import Paragraph, Run


def test_their_parts_stay_as_they_are(tmp_path: Path, plain_template: bytes) -> None:
    """Theme, fonts and defaults are the company's, and so is every style that it has."""
    file = made(tmp_path, plain_template)
    for name in ("word/theme/theme1.xml", "word/fontTable.xml", "word/header1.xml"):
        assert file.parts[name] == entry(plain_template, name)
    theirs = etree.fromstring(entry(plain_template, "word/styles.xml"))
    ours = file.root("word/styles.xml")
    for old, new in zip(theirs, ours[: len(theirs)], strict=True):
        assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


def test_pictures_of_both_have_their_own_names(tmp_path: Path, plain_template: bytes) -> None:
    """Both are called image1.png at home; none may take the other's place."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG" + picture()[4:])
    document = document_with("![图](a.png)")
    path = written(tmp_path, plain_template)
    data = oh.export(document, "word", template=path, folder=str(tmp_path))
    assert lint(data) == []
    media = [name for name in opened(data).parts if name.startswith("word/media/")]
    assert len(media) == 2


def test_charts_of_both_have_their_own_names(tmp_path: Path) -> None:
    """An earlier export with a chart serves as a template: both charts stay, each with its own workbook."""
    document = oh.load(FOLDER / "daily_work.zh.yaml")
    data = oh.export(document, "word")
    for count in (2, 3):
        company = docx.Document(BytesIO(data))
        company.add_paragraph(MARK)
        company.save(str(tmp_path / "template.docx"))
        data = oh.export(document, "word", template=tmp_path / "template.docx")
        assert lint(data) == []
        names = list(opened(data).parts)
        assert sum(name.startswith("word/charts/") and name.endswith(".xml") for name in names) == count
        assert sum(name.endswith(".xlsx") for name in names) == count


def test_a_bare_file_gets_what_it_lacks(tmp_path: Path) -> None:
    """No styles, no numbering, no settings, no size of the page: ours stand in for them."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = f'<w:document xmlns:w="{name[1:-1]}"><w:body><w:p/></w:body></w:document>'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    bare = {
        "word/document.xml": body.encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}"/>'.encode(),
    }
    file = made(tmp_path, rewritten(template(), bare))
    assert {"word/styles.xml", "word/numbering.xml", "word/settings.xml"} & set(file.parts) == set()
    (section,) = file.find(".//w:sectPr")
    assert value(section.find(f"{W}pgSz"), "w") == "11906"


def test_links_do_not_take_ids_of_theirs(tmp_path: Path) -> None:
    """A link of ours and a picture of the cover are told apart."""

    def change(document: object) -> None:
        assert isinstance(document, docx.document.Document)
        document.add_paragraph(MARK)

    link = Paragraph(runs=(Run(text="看板", link="https://example.com/board"),))
    file = made(tmp_path, template(change), page_of(link))
    assert "https://example.com/board" in file.parts["word/_rels/document.xml.rels"].decode()
    assert SAMPLE in file.text()
    assert b"a:blip" in file.parts["word/document.xml"]
