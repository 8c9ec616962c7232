"""Open a company's file for a document."""

import re
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from opshandover.exporters.word.colours import coloured
from opshandover.exporters.word.company.filling import Company
from opshandover.exporters.word.company.frame import (
    ClashError,
    Frame,
    MarkError,
    frame,
    free_from,
)
from opshandover.exporters.word.company.kinds import BESIDE, main_part, stays
from opshandover.exporters.word.company.numbers import offsets
from opshandover.exporters.word.company.page import MeasureError, on_the_page
from opshandover.exporters.word.company.parts import Archive, BrokenError, Taken
from opshandover.exporters.word.company.properties import with_properties
from opshandover.exporters.word.company.settings import adapted
from opshandover.exporters.word.company.styles import Styles, merged
from opshandover.exporters.word.design import Look
from opshandover.exporters.word.package import document_part
from opshandover.exporters.word.styles import styles_xml
from opshandover.ooxml.archive import read_parts
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.template_errors import BAD_XML, damaged_template, template_error
from opshandover.ooxml.tree import BadXmlError, Element, W, parse
from opshandover.ooxml.xml import template
from opshandover.text import Lang, Text

_THEME_COLOUR = (
    ".//{http://schemas.openxmlformats.org/drawingml/2006/main}accent1"
    "/{http://schemas.openxmlformats.org/drawingml/2006/main}srgbClr"
)
_COLOUR = re.compile("[0-9A-Fa-f]{6}")


def open_company(path: str, look: Look, lang: Lang, *, refresh: bool = False) -> Company:
    """Open a company's file.

    Args:
        path: the file, a .docx or .dotx without macros.
        look: the design of our own styles and tables, where the company has none.
        lang: the language of the document.
        refresh: whether Word is to update all fields when it opens the result.

    Raises:
        OptionError: it cannot be used as a template; says why, and what to do.
    """
    try:
        return _opened(path, look, lang, refresh=refresh)
    except (BadXmlError, ClashError) as cause:
        raise damaged_template(path, BAD_XML) from cause
    except BrokenError as cause:
        raise damaged_template(path, str(cause)) from cause
    except MarkError as cause:
        raise template_error(path, _WRONG_MARK, _MOVE_MARK) from cause
    except MeasureError as cause:
        raise template_error(path, _WRONG_PAGE, _SET_PAGE) from cause


_WRONG_MARK = Text(
    "占位符 {{opshandover}} 不止一个，或者没有单独成段",
    "the placeholder {{opshandover}} occurs more than once, or is not in a paragraph of its own",
)
_MOVE_MARK = Text(
    "请只保留一个，在正文中单独成段（不要放在表格或文本框里）",
    "keep only one, in a paragraph of its own, outside tables and text boxes",
)
_WRONG_PAGE = Text(
    "页面尺寸无法读取，或者页边距之间没有正文空间",
    "its page size or margins cannot be read, or leave no room for text",
)
_SET_PAGE = Text("请在 Word 的“页面设置”中修改后重新保存", "correct them in Word under Page Setup and save it again")


def _opened(path: str, look: Look, lang: Lang, *, refresh: bool) -> Company:
    archive = Archive(read_parts(path))
    name = main_part(path, archive)
    root = parse(archive.entries[name])
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise BrokenError(name)
    around = frame(root, template("document.xml").substitute(look.values(), body="", references=""))
    relations = [r for r in archive.relations(name) if stays(r, around, archive)]
    theirs = _Theirs(archive, {r.type: r.target for r in reversed(relations)})
    look = on_the_page(_coloured(look, theirs.part(RELATIONSHIP_TYPE.THEME)), around.section)
    their_numbering = theirs.part(RELATIONSHIP_TYPE.NUMBERING) or _NO_NUMBERING
    suffix = offsets(their_numbering)
    styles = merged(theirs.part(RELATIONSHIP_TYPE.STYLES) or _NO_STYLES, styles_xml(look, lang), suffix.number)
    settings = theirs.part(RELATIONSHIP_TYPE.SETTINGS) or _our_settings(look)
    numbering = TextPart("/word/numbering.xml", CONTENT_TYPE.WML_NUMBERING)
    document = document_part()
    document.partname = PackURI(f"/{name}")
    taken = Taken(archive, {name: document})
    taken.relate_main(
        document,
        relations,
        around.relations(),
        {
            RELATIONSHIP_TYPE.STYLES: _part("styles", CONTENT_TYPE.WML_STYLES, styles.part),
            RELATIONSHIP_TYPE.NUMBERING: numbering,
            RELATIONSHIP_TYPE.SETTINGS: _part(
                "settings", CONTENT_TYPE.WML_SETTINGS, adapted(settings, refresh=refresh)
            ),
            **dict(_notes(theirs, around)),
        },
    )
    for relation in relations:
        if relation.type == RELATIONSHIP_TYPE.CUSTOM_XML:
            with_properties(taken.part(relation.target), archive)
    return Company(
        document=document,
        look=_counted(_sized(look, styles), styles),
        last_id=free_from(_roots(around, taken)),
        frame=around,
        styles=styles,
        numbering=numbering,
        their_numbering=their_numbering,
        offsets=suffix,
        beside=tuple((r.type, taken.part(r.target)) for r in archive.relations("") if r.kind in BESIDE),
    )


_NOTES = (
    (RELATIONSHIP_TYPE.FOOTNOTES, "footnote", CONTENT_TYPE.WML_FOOTNOTES),
    (RELATIONSHIP_TYPE.ENDNOTES, "endnote", CONTENT_TYPE.WML_ENDNOTES),
)
_NO_STYLES = f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode()
_NO_NUMBERING = f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()


@frozen
class _Theirs:
    """The parts of the company's file that ours are merged into, by type of relationship."""

    archive: Archive
    names: Mapping[str, str]

    def part(self, kind: str) -> bytes | None:
        """Return a part, if there is one; its root element must match the type."""
        name = self.names.get(kind)
        if name is None:
            return None
        data = self.archive.entries.get(name, b"")
        called = kind.rsplit("/", 1)[-1]
        if not data or etree.QName(parse(data)).localname != called:
            raise BrokenError(name or called)
        return data


def _part(name: str, content_type: str, data: bytes) -> Part:
    return Part(PackURI(f"/word/{name}.xml"), content_type, data)


def _notes(theirs: _Theirs, around: Frame) -> Iterator[tuple[str, Part]]:
    """Yield the parts of notes, with only the notes that the kept text refers to."""
    for kind, name, content_type in _NOTES:
        data = theirs.part(kind)
        if data is not None:
            yield kind, _part(f"{name}s", content_type, around.notes(name, data))


def _our_settings(look: Look) -> bytes:
    return template("settings.xml").substitute(look.values(), update_fields="").encode()


def _sized(look: Look, styles: Styles) -> Look:
    """Return a design with the type sizes of the company's file."""
    return evolve(
        look,
        body=evolve(look.body, size=styles.body_size),
        table_text=evolve(look.table_text, size=styles.table_size),
    )


def _counted(look: Look, styles: Styles) -> Look:
    """Return a design that numbers headings only if the heading styles are ours."""
    return look if styles.numbered else evolve(look, chinese_numbers=(), english_numbers=())


def _coloured(look: Look, theme: bytes | None) -> Look:
    """Return a design in the first accent colour of the company's theme, if it has one."""
    accent = None if theme is None else parse(theme).find(_THEME_COLOUR)
    colour = "" if accent is None else str(accent.get("val", ""))
    return coloured(look, colour.upper()) if _COLOUR.fullmatch(colour) else look


def _roots(around: Frame, taken: Taken) -> Iterator[Element]:
    yield around.root
    for part in taken.made.values():
        if part.content_type in (CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER):
            yield parse(part.blob)
