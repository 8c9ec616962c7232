"""The lint of Word files sees the faults that it is there for."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.exporters.word.opened import page_of, para
from tests.support.docx_lint import lint

from opshandover.exporters.word.render import render

END = b"<w:sectPr>"
BREAKS = {
    "a table cell does not end in a paragraph": b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "bookmark 1 has no other end": b'<w:bookmarkStart w:id="1" w:name="a"/>',
    "bookmark name a comes twice": b'<w:bookmarkStart w:id="1" w:name="a"/>' * 2,
    "control 7 comes twice": b'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr></w:sdt>' * 2,
    "rId99 is used, but leads nowhere": b'<w:hyperlink r:id="rId99"/>',
    "two tables without a paragraph between them become one": b"<w:tbl/>" * 2,
    "pPr: ['jc', 'pStyle']": b"<w:p><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>",
}


def test_a_good_file_has_no_faults() -> None:
    """What the exporter writes is the measure."""
    assert lint(render(page_of(para("文")))) == []


@pytest.mark.parametrize(("fault", "xml"), BREAKS.items(), ids=BREAKS.keys())
def test_a_fault_in_the_body_is_seen(fault: str, xml: bytes) -> None:
    """Each fault put into a good file is named."""
    assert f"word/document.xml: {fault}" in lint(_changed({"word/document.xml": (END, xml + END)}))


def test_faults_of_the_package_are_seen() -> None:
    """An entry twice, a relationship to nothing, custom XML without its properties."""
    data = _changed({"word/_rels/document.xml.rels": (b"settings.xml", b"nothing.xml")})
    stream = BytesIO(data)
    with ZipFile(stream, "a") as package:
        package.writestr("customXml/item1.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            package.writestr("word/styles.xml", package.read("word/styles.xml"))
    faults = lint(stream.getvalue())
    assert "word/styles.xml: twice in the file" in faults
    assert "customXml/item1.xml: no properties beside it" in faults
    assert any("word/nothing.xml, which is not there" in fault for fault in faults)


def _changed(changes: dict[str, tuple[bytes, bytes]]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(render(page_of(para("文"))))) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            old, new = changes.get(name, (b"", b""))
            data = source.read(name)
            assert old in data
            target.writestr(name, data.replace(old, new, 1) if old else data)
    return stream.getvalue()
