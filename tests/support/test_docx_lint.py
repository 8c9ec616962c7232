"""The lint of Word files sees the faults that it is there for."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.exporters.word.opened import page_of, para
from tests.exporters.word.templates import entry, rewritten
from tests.support.docx_lint import R, W, lint
from tests.support.examples import READY

import opshandover as oh
from opshandover.exporters.word.render import render

MAIN = "word/document.xml"
END = b"<w:sectPr>"
BREAKS = {
    "a table cell does not end in a paragraph": b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "bookmark 1 has no other end": b'<w:bookmarkStart w:id="1" w:name="a"/>',
    "bookmark name a comes twice": b'<w:bookmarkStart w:id="1" w:name="a"/>' * 2,
    "control 7 comes twice": b'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr></w:sdt>' * 2,
    "tag a comes twice": (b'<w:p><w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr></w:sdt></w:p>' * 2),
    f"tag {'a' * 65} is longer than Word takes": (
        b'<w:p><w:sdt><w:sdtPr><w:tag w:val="' + b"a" * 65 + b'"/></w:sdtPr></w:sdt></w:p>'
    ),
    "a control does not stand in a paragraph itself": (
        b"<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:sdt/></w:sdtContent></w:sdt></w:p>"
    ),
    "a control for plain text: LibreOffice multiplies what is in it": (
        b"<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr></w:sdt></w:p>"
    ),
    "a control is bound to data, which hides what people type": (
        b"<w:p><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr></w:sdt></w:p>"
    ),
    "commentReference 4 comes twice": b'<w:p><w:r><w:commentReference w:id="4"/></w:r></w:p>' * 2,
    "comment 4 has no commentRangeEnd, or this no comment": b'<w:commentRangeEnd w:id="4"/>',
    "bookmark a-b has a name that Word does not take": (
        b'<w:bookmarkStart w:id="1" w:name="a-b"/><w:bookmarkEnd w:id="1"/>'
    ),
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


def an_empty_cell(root: Any) -> str:
    """Takes the content out of a cell."""
    cell = next(root.iter(f"{W}tc"))
    for paragraph in cell.findall(f"{W}p"):
        cell.remove(paragraph)
    return "a table cell does not end in a paragraph"


def a_wrong_order(root: Any) -> str:
    """Turns round what stands in the properties of a run."""
    properties = next(each for each in root.iter(f"{W}rPr") if len(each) > 1)
    properties[:] = reversed(properties)
    return f"rPr: {[etree.QName(each).localname for each in properties]}"


def a_dangling_id(root: Any) -> str:
    """Lets the header be a part that nothing is known of."""
    next(root.iter(f"{W}headerReference")).set(f"{R}id", "rId999")
    return "rId999 is used, but leads nowhere"


def equal_controls(root: Any) -> str:
    """Sets the number of one control to that of another."""
    first, second = root.findall(f".//{W}sdtPr/{W}id")[:2]
    second.set(f"{W}val", first.get(f"{W}val"))
    return f"control {first.get(f'{W}val')} comes twice"


def equal_tags(root: Any) -> str:
    """Sets the tag of one control to that of another."""
    first, second = root.findall(f".//{W}sdtPr/{W}tag")[:2]
    second.set(f"{W}val", first.get(f"{W}val"))
    return f"tag {first.get(f'{W}val')} comes twice"


def a_bookmark_without_end(root: Any) -> str:
    """Takes the end of a bookmark away."""
    end = next(root.iter(f"{W}bookmarkEnd"))
    end.getparent().remove(end)
    return f"bookmark {end.get(f'{W}id')} has no other end"


def a_bookmark_without_start(root: Any) -> str:
    """Takes the start of a bookmark away."""
    start = next(root.iter(f"{W}bookmarkStart"))
    start.getparent().remove(start)
    return f"bookmark {start.get(f'{W}id')} has no other end"


@pytest.fixture(scope="module")
def exported() -> bytes:
    """An example as a Word file."""
    return oh.export(oh.load(READY), "word")


@pytest.mark.parametrize(
    "harm",
    [
        an_empty_cell,
        a_wrong_order,
        a_dangling_id,
        equal_controls,
        equal_tags,
        a_bookmark_without_end,
        a_bookmark_without_start,
    ],
)
def test_a_file_that_is_broken_on_purpose_is_found_out(harm: Callable[[Any], str], exported: bytes) -> None:
    """Of a sound file only what was done to it is named; office programs open it all the same."""
    assert lint(exported) == []
    root = etree.fromstring(entry(exported, MAIN))
    fault = harm(root)
    broken = rewritten(exported, {MAIN: etree.tostring(root)})
    assert lint(broken) == [f"{MAIN}: {fault}"]


def test_two_entries_of_one_name_are_found_out(exported: bytes) -> None:
    """Programs that unpack such a file do not agree which of the two counts."""
    stream = BytesIO(exported)
    with (
        ZipFile(stream, "a") as package,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        package.writestr("customXml/item1.xml", package.read("customXml/item1.xml"))
    assert lint(stream.getvalue()) == ["customXml/item1.xml: twice in the file"]


@pytest.mark.parametrize(
    ("lost", "fault"),
    [
        ("customXml/_rels/item1.xml.rels", "customXml/item1.xml: no properties beside it"),
        (
            "customXml/itemProps1.xml",
            "customXml/_rels/item1.xml.rels: rId1 leads to customXml/itemProps1.xml, which is not there",
        ),
        ("word/_rels/document.xml.rels", "word/document.xml: rId1 is used, but leads nowhere"),
    ],
)
def test_a_part_that_is_lost_is_found_out(lost: str, fault: str, exported: bytes) -> None:
    """Custom XML without properties, properties that are gone, a document without relationships."""
    assert fault in lint(rewritten(exported, {lost: None}))


def _changed(changes: dict[str, tuple[bytes, bytes]]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(render(page_of(para("文"))))) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            old, new = changes.get(name, (b"", b""))
            data = source.read(name)
            assert old in data
            target.writestr(name, data.replace(old, new, 1) if old else data)
    return stream.getvalue()
