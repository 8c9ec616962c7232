"""Word files as companies have them, built by code to be used as templates."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Mm

SAMPLE = "模板里的示例文字"
HEADER, FOOTER = "海川科技有限公司", "行政部印制"
COVER, LAST = "封面：内部文件", "附言：由行政部归档"
MARK = "{{ 正文 }}"

Change = Callable[[Any], object]


def picture() -> bytes:
    """A small PNG."""
    rows = zlib.compress(b"\0\x1f\x6e\xb4" * 8)
    size = struct.pack(">IIBBBBB", 1, 8, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def template(*changes: Change) -> bytes:
    """A file with sample text, a header with a logo, and a footer, to which a change is made."""
    document = docx.Document()
    document.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = HEADER
    section.header.paragraphs[0].add_run().add_picture(BytesIO(picture()), height=Mm(8))
    section.footer.paragraphs[0].text = FOOTER
    document.add_paragraph(SAMPLE)
    document.add_picture(BytesIO(picture()))
    for drawing in document.element.body.iter(qn("wp:docPr")):
        drawing.set("id", "2")
    for change in changes:
        change(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def written(folder: Path, data: bytes, name: str = "company.docx") -> str:
    """Writes a template, and gives its path."""
    (folder / name).write_bytes(data)
    return str(folder / name)


def rewritten(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """A file with some entries changed, added, or (`None`) left out."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        entries = {name: source.read(name) for name in source.namelist()} | dict(changes)
        for name, entry in entries.items():
            if entry is not None:
                target.writestr(name, entry)
    return stream.getvalue()


def entry(data: bytes, name: str) -> bytes:
    """An entry of a file."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(name)


def with_cover(document: Any) -> None:
    """Puts the text between a cover in a section of its own and a last remark."""
    body = document.element.body
    for paragraph in body.findall(qn("w:p")):
        body.remove(paragraph)
    document.add_paragraph(COVER)
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph(MARK)
    document.add_paragraph(LAST)


def landscape_in_columns(document: Any) -> None:
    """Turns Letter paper and sets two columns."""
    section = document.sections[0]
    section.page_width, section.page_height = Inches(11), Inches(8.5)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "600")


def with_chinese_ids(document: Any) -> None:
    """Renames the ids of styles as Word in Chinese has them; their names stay English."""
    styles = document.styles.element.findall(qn("w:style"))
    ids = {s.get(qn("w:styleId")): f"a{n}" for n, s in enumerate(styles)}
    ids |= {"Normal": "a"} | {f"Heading{level}": str(level) for level in range(1, 10)}
    numbering = document.part.numbering_part.element
    for element in (*document.styles.element.iter(), *numbering.iter(qn("w:pStyle"))):
        for attribute in (qn("w:styleId"), qn("w:val")):
            named = element.tag in {qn(f"w:{n}") for n in ("basedOn", "next", "link", "pStyle")}
            if element.get(attribute) in ids and (named or attribute == qn("w:styleId")):
                element.set(attribute, ids[element.get(attribute)])


def without_styles(*names: str) -> Change:
    """Takes styles out, with those of a paragraph's text that go with them."""

    def change(document: Any) -> None:
        for name in names:
            document.styles[name].delete()

    return change


def with_chinese_text(document: Any) -> None:
    """Sets all text as Chinese companies do: indented by two characters, justified, spaced."""
    text, lists = document.styles["Normal"], document.styles["List Paragraph"]
    indented = f'<w:ind {nsdecls("w")} w:firstLineChars="200" w:firstLine="640"/>'
    spaced = f'<w:spacing {nsdecls("w")} w:beforeLines="50" w:before="156" w:line="560"/>'
    aligned = f'<w:jc {nsdecls("w")} w:val="both"/>'
    properties = text.element.get_or_add_pPr()
    for xml in (spaced, indented, aligned):
        properties.append(parse_xml(xml))
    of_lists = lists.element.get_or_add_pPr()
    for old in of_lists.findall(qn("w:ind")):
        of_lists.remove(old)
    of_lists.insert(0, parse_xml(indented))
