"""Write a page of blocks as a Word file."""

from opshandover.exporters.word.body import BodyWriter
from opshandover.exporters.word.compact import compact
from opshandover.exporters.word.company.document import fill_company
from opshandover.exporters.word.company.opening import open_company
from opshandover.exporters.word.contents import contents_of
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.drawing import Drawings
from opshandover.exporters.word.form.fill import Source
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.numbering import Numbering
from opshandover.exporters.word.package import add_part, document_part, pack
from opshandover.exporters.word.runs import Links, RunWriter
from opshandover.exporters.word.styles import styles_xml
from opshandover.ooxml.anchors import Anchors
from opshandover.ooxml.baseline import Baseline
from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import template
from opshandover.pages.blocks import Page

_BODY = "\0"


def render(
    page: Page,
    design: Design | None = None,
    page_options: PageOptions | None = None,
    baseline: Baseline | None = None,
    *,
    company_file: str = "",
    source: Source | None = None,
) -> bytes:
    """Return the bytes of a .docx file.

    Args:
        page: the document, laid out; with a source and a company's file only what it is called.
        design: its fonts, colours and measures.
        page_options: header, footer and other options outside the body.
        baseline: the document itself, stored for those who read edits back.
        company_file: a Word file whose styles, page, header and footer are used instead of ours.
        source: the document itself, for the marks in that file.

    Raises:
        OptionError: the company's file cannot be used.
    """
    design, page_options = design or Design(), page_options or PageOptions()
    company = open_company(company_file, design, page.lang, refresh=page_options.refresh) if company_file else None
    design = company.design if company else compact(design) if page.compact else design
    document = company.document if company else document_part()
    ids = Ids(company.last_id if company else 0)
    drawings = Drawings(ids, page.lang, design, page_options.folder)
    runs = RunWriter(page.lang, Links(document), design, drawings)
    numbering = Numbering(page.lang, design)
    anchors = Anchors(ids, design.symbols)
    if company:
        writer = BodyWriter(runs, numbering, anchors)
        page = fill_company(company, page, writer, page_options, source)
        company.add_numbering(numbering.xml())
        return pack(document, page, baseline, company.put_beside)
    contents = contents_of(page.blocks, runs, ids) if page_options.contents else None
    writer = BodyWriter(runs, numbering, anchors, contents)
    body = [*page_options.above_title(runs), *writer.page(page)]
    body = contents.put_into(body) if contents else body
    add_part(document, "styles.xml", styles_xml(design, page.lang))
    add_part(document, "numbering.xml", numbering.xml())
    for name in ("settings.xml", "fontTable.xml"):
        values = {**design.values(), "update_fields": page_options.on_opening()}
        add_part(document, name, template(name).substitute(values))
    add_part(document, "theme/theme1.xml", template("theme.xml").substitute(design.values()))
    references = page_options.references(document, page, runs)
    frame = template("document.xml").substitute(design.values(), body=_BODY, references=references)
    before, after = frame.split(_BODY)
    document.pieces = (before, *body, after)
    return pack(document, page, baseline)
