"""Open a company's file for a document."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from opshandover.exporters.word.comments import NO_COMMENTS, first_unused_id
from opshandover.exporters.word.company.active_content import ActiveContentError, active_content_error
from opshandover.exporters.word.company.colour import company_colour
from opshandover.exporters.word.company.filling import CompanyFile
from opshandover.exporters.word.company.frame import (
    Frame,
    NamespaceClashError,
    build_frame,
    declarations_of,
    declared,
    last_id_in,
)
from opshandover.exporters.word.company.kinds import PACKAGE_PARTS, is_kept, main_part
from opshandover.exporters.word.company.numbers import greatest_ids
from opshandover.exporters.word.company.page import MeasureError, with_page_of
from opshandover.exporters.word.company.parts import CopiedParts
from opshandover.exporters.word.company.properties import add_missing_properties
from opshandover.exporters.word.company.relations import Archive, BrokenError
from opshandover.exporters.word.company.settings import adapted_settings, left_behind
from opshandover.exporters.word.company.styles import MergedStyles, merge_styles
from opshandover.exporters.word.company.unknown_properties import without_unknown_properties
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.form.program import Program, program_of
from opshandover.exporters.word.form.reading import FormError, faults_beside, read_part
from opshandover.exporters.word.form.structure import told
from opshandover.exporters.word.package import document_part
from opshandover.exporters.word.sections import section_xml
from opshandover.exporters.word.styles import styles_xml
from opshandover.ooxml.archive import parts_in, read_file
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.template_errors import BAD_XML, damaged_template, template_error, warn_of_omission
from opshandover.ooxml.tree import BadXmlError, Element, W, parse
from opshandover.ooxml.xml import template
from opshandover.text import Lang, Message, Text


def open_company(
    path: str, design: Design, lang: Lang, *, refresh: bool = False, commented: bool = False
) -> CompanyFile:
    """Open a company's file.

    Args:
        path: the file, a .docx or .dotx without macros.
        design: the design of our own styles and tables, where the company has none.
        lang: the language of the document.
        refresh: whether Word is to update all fields when it opens the result.
        commented: whether the document has comments.

    Raises:
        OptionError: it cannot be used as a template; says why, and what to do.
    """
    data = read_file(path)
    try:
        company = _opened(path, data, design, lang, refresh=refresh)
    except (BadXmlError, NamespaceClashError) as cause:
        raise damaged_template(path, BAD_XML) from cause
    except BrokenError as cause:
        raise damaged_template(path, str(cause)) from cause
    except ActiveContentError as cause:
        raise active_content_error(path, cause.places) from cause
    except FormError as cause:
        raise template_error(path, *told(cause.faults)) from cause
    except MeasureError as cause:
        raise template_error(path, _WRONG_PAGE, _SET_PAGE) from cause
    if company.left_behind:
        warn_of_omission(path, company.left_behind)
    return company.copy(commented=commented)


_WRONG_PAGE = Text(
    "页面尺寸无法读取，或者页边距之间没有正文空间", "its page size or margins cannot be read, or leave no room for text"
)
_SET_PAGE = Text("请在 Word 的“页面设置”中修改后重新保存", "correct them in Word under Page Setup and save it again")


_MOST_OPEN = 4
"""How many files are kept open: a team has a form or two, in two languages."""


@lru_cache(maxsize=_MOST_OPEN)
def _opened(path: str, data: bytes, design: Design, lang: Lang, *, refresh: bool) -> CompanyFile:
    """Open a file once for all documents that are written into it; what is in it decides, not when it was saved."""
    archive = Archive(without_unknown_properties(parts_in(path, data)))
    name = main_part(path, archive)
    root = parse(archive.entries[name])
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise BrokenError(name)
    ours = template("document.xml").substitute(body="", section=section_xml(design))
    frame = build_frame(root, ours)
    relations = [r for r in archive.relations(name) if is_kept(r, frame, archive)]
    theirs = _CompanyParts(archive, {r.type: r.target for r in reversed(relations)})
    their_styles = theirs.part(RELATIONSHIP_TYPE.STYLES)
    colour = company_colour(their_styles, theirs.part(RELATIONSHIP_TYPE.THEME))
    design = with_page_of(design.coloured(colour) if colour else design, frame.section)
    their_numbering = theirs.part(RELATIONSHIP_TYPE.NUMBERING) or _NO_NUMBERING
    offsets = greatest_ids(their_numbering)
    styles = merge_styles(their_styles or _NO_STYLES, styles_xml(design, lang), offsets.number)
    settings = theirs.part(RELATIONSHIP_TYPE.SETTINGS) or _our_settings(design)
    numbering = TextPart("/word/numbering.xml", CONTENT_TYPE.WML_NUMBERING)
    document = document_part()
    document.partname = PackURI(f"/{name}")
    copied = CopiedParts(archive, {name: document})
    copied.relate_main(
        document,
        relations,
        frame.relations,
        {
            RELATIONSHIP_TYPE.STYLES: _part("styles", CONTENT_TYPE.WML_STYLES, styles.part),
            RELATIONSHIP_TYPE.NUMBERING: numbering,
            RELATIONSHIP_TYPE.SETTINGS: _part(
                "settings", CONTENT_TYPE.WML_SETTINGS, adapted_settings(settings, refresh=refresh)
            ),
            **dict(_notes(theirs, frame)),
        },
    )
    add_missing_properties(
        (copied.part(r.target) for r in relations if r.type == RELATIONSHIP_TYPE.CUSTOM_XML), archive
    )
    beside = tuple((r.type, copied.part(r.target)) for r in archive.relations("") if r.kind in PACKAGE_PARTS)
    copied.judge(document, frame.root)
    copied.judge(numbering, parse(their_numbering))
    if copied.refused:
        raise ActiveContentError(copied.refused)
    comments = _comments(theirs, copied)
    faults = [*frame.form.structure.faults]
    around = [*_around(copied, ours, faults)]
    if faults:
        raise FormError(faults)
    return CompanyFile(
        path=path,
        document=document,
        design=_with_numbering(_with_type_sizes(design, styles), styles),
        last_id=last_id_in((frame.root, *(root for _, root, _ in around))),
        program=frame.program,
        around=tuple((part, program) for part, _, program in around if program),
        styles=styles,
        numbering=numbering,
        their_numbering=their_numbering,
        comments=comments,
        their_comments=comments.blob,
        first_comment=first_unused_id(comments.blob),
        offsets=offsets,
        beside=beside,
        left_behind=left_behind(settings),
    )


_NOTES = (
    (RELATIONSHIP_TYPE.FOOTNOTES, "footnote", CONTENT_TYPE.WML_FOOTNOTES),
    (RELATIONSHIP_TYPE.ENDNOTES, "endnote", CONTENT_TYPE.WML_ENDNOTES),
)
_NO_STYLES = f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode()
_NO_NUMBERING = f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()


@frozen
class _CompanyParts:
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


def _notes(theirs: _CompanyParts, frame: Frame) -> Iterator[tuple[str, Part]]:
    """Yield the parts of notes, with only the notes that the kept text refers to."""
    for kind, name, content_type in _NOTES:
        data = theirs.part(kind)
        if data is not None:
            yield kind, _part(f"{name}s", content_type, frame.notes(name, data))


def _comments(theirs: _CompanyParts, copied: CopiedParts) -> Part:
    """Return the part of the comments; if there is none, a new one, which is not yet related to anything."""
    if theirs.part(RELATIONSHIP_TYPE.COMMENTS) is not None:
        return copied.part(theirs.names[RELATIONSHIP_TYPE.COMMENTS])
    new = _part("comments", CONTENT_TYPE.WML_COMMENTS, NO_COMMENTS)
    new.partname = copied.unused_name(new.partname)
    return new


def _our_settings(design: Design) -> bytes:
    return template("settings.xml").substitute(design.values(), update_fields="", embedding="").encode()


def _with_type_sizes(design: Design, styles: MergedStyles) -> Design:
    """Return a design with the type sizes of the company's file."""
    return evolve(
        design,
        body=evolve(design.body, size=styles.body_size),
        table_text=evolve(design.table_text, size=styles.table_size),
    )


def _with_numbering(design: Design, styles: MergedStyles) -> Design:
    """Return a design that numbers headings only if the heading styles are ours."""
    return design if styles.numbered else evolve(design, chinese_numbers=(), english_numbers=())


def _around(copied: CopiedParts, ours: str, faults: list[Message]) -> Iterator[tuple[Part, Element, Program | None]]:
    """Yield headers and footers with their trees, and with their programs if they have marks."""
    for part in copied.made.values():
        if beside := _BESIDE.get(part.content_type):
            faults += faults_beside(parse(part.blob), beside)
        called = _AROUND.get(part.content_type)
        if called is None:
            continue
        root = parse(part.blob)
        form = read_part(root, called)
        faults += form.structure.faults
        marked = form.has_marks and not form.structure.faults
        yield part, root, program_of(declared(root, declarations_of(root, ours)), form) if marked else None


_AROUND = {CONTENT_TYPE.WML_HEADER: Text("页眉", "a header"), CONTENT_TYPE.WML_FOOTER: Text("页脚", "a footer")}
_BESIDE = {
    CONTENT_TYPE.WML_FOOTNOTES: Text("脚注", "a footnote"),
    CONTENT_TYPE.WML_ENDNOTES: Text("尾注", "an endnote"),
    CONTENT_TYPE.WML_COMMENTS: Text("批注", "a comment"),
}
