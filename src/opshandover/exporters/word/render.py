"""Write a page of blocks as a Word file."""

from collections.abc import Sequence
from pathlib import Path

from opshandover.codec.baseline import Baseline
from opshandover.exporters.picture_folder import PictureFolder
from opshandover.exporters.word.body import BodyWriter
from opshandover.exporters.word.comments import Comments, Remark
from opshandover.exporters.word.compact import compact
from opshandover.exporters.word.company.document import fill_company
from opshandover.exporters.word.company.opening import open_company
from opshandover.exporters.word.contents import contents_of
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.drawing import Drawings
from opshandover.exporters.word.fonts import EMBEDDING, embedded_fonts
from opshandover.exporters.word.form.fill import Source
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.numbering import Numbering
from opshandover.exporters.word.package import add_part, document_part, modified_on, pack
from opshandover.exporters.word.revisions import Revision, Revisions
from opshandover.exporters.word.runs import Links, RunWriter
from opshandover.exporters.word.sections import END_OF_LANDSCAPE, Sections
from opshandover.exporters.word.styles import styles_xml
from opshandover.exporters.word.themes import Landscape
from opshandover.ooxml.anchors import Anchors, Prompts
from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import template
from opshandover.pages.blocks import Page
from opshandover.text import LANGUAGE_TAGS

_BODY = "\0"


def render(
    page: Page,
    design: Design | None = None,
    page_options: PageOptions | None = None,
    baseline: Baseline | None = None,
    *,
    company_file: str = "",
    source: Source | None = None,
    landscape: Landscape = Landscape.AUTO,
    remarks: Sequence[Remark] = (),
    revisions: Sequence[Revision] = (),
    fonts: Path | None = None,
    prompts: Prompts | None = None,
) -> bytes:
    """Return the bytes of a .docx file.

    Args:
        page: the document, laid out; with a source and a company's file only what it is called.
        design: its fonts, colours and measures.
        page_options: header, footer and other options outside the body.
        baseline: the document itself, stored for those who read edits back.
        company_file: a Word file whose styles, page, header and footer are used instead of ours. Its pages are
            never turned: its headers and footers are made for the page that they are on.
        source: the document itself, for the marks in that file.
        landscape: whether tables that are too wide for the page get landscape pages; compact pages do not.
        remarks: what is said about values in comments.
        revisions: other wordings of values that have a remark, as tracked changes.
        fonts: a font file, or a folder of them, to be embedded; not beside a company's file.
        prompts: how the blanks of a form are filled in, by their paths; the rows of its tables can be repeated.

    Raises:
        OptionError: the company's file or a font cannot be used.
    """
    design, page_options = design or Design(), page_options or PageOptions()
    asked = {"refresh": page_options.refresh, "commented": bool(remarks)}
    company = open_company(company_file, design, page.lang, **asked) if company_file else None
    design = company.design if company else compact(design) if page.compact else design
    embedded = embedded_fonts(fonts, design) if fonts else None
    design = embedded.design if embedded else design
    document = company.document if company else document_part()
    ids = Ids(company.last_id if company else 0)
    drawings = Drawings(ids, design, PictureFolder(page.lang, page_options.folder))
    runs = RunWriter(page.lang, Links(document), design, drawings)
    numbering = Numbering(page.lang, design)
    anchors = Anchors(ids, design.symbols, prompts=prompts or {}, language=LANGUAGE_TAGS[page.lang])
    comments = Comments(remarks, modified_on(page), company.first_comment if company else 0) if remarks else None
    if comments and revisions:
        comments.revisions = Revisions(revisions, runs, ids)
    if company:
        writer = BodyWriter(runs, numbering, anchors, comments=comments)
        page = fill_company(company, page, writer, page_options, source)
        company.add_numbering(numbering.xml())
        if comments:
            company.add_comments(comments, runs)
        return pack(document, page, baseline, company.put_beside)
    contents = contents_of(page.blocks, runs, ids) if page_options.contents else None
    turns = landscape is Landscape.AUTO and not page.compact
    writer = BodyWriter(runs, numbering, anchors, contents, turns=turns, comments=comments)
    body = [*page_options.above_title(runs), *writer.page(page)]
    body = comments.put_into(body) if comments else body
    add_part(document, "styles.xml", styles_xml(design, page.lang))
    add_part(document, "numbering.xml", numbering.xml())
    for name in ("settings.xml", "fontTable.xml"):
        values = {
            **design.values(),
            "update_fields": page_options.on_opening(),
            "embedding": EMBEDDING if embedded else "",
        }
        add_part(document, name, template(name).substitute(values))
    add_part(document, "theme/theme1.xml", template("theme.xml").substitute(design.values()))
    if comments:
        add_part(document, "comments.xml", comments.part(runs))
    references = page_options.references(document, page, runs)
    turned = page_options.landscape_references(document, page, runs) if END_OF_LANDSCAPE in body else ""
    sections = Sections(design=design, references=references, landscape_references=turned)
    body, last = sections.put_into(body)
    body = contents.put_into(body, last) if contents else body
    before, after = template("document.xml").substitute(body=_BODY, section=last).split(_BODY)
    document.pieces = (before, *body, after)
    return pack(
        document,
        page,
        baseline,
        embedded.put_into if embedded else None,
        sealed=not (remarks or prompts),  # what is said about values, and what is filled in, is on the page alone
    )
