"""Write a document into a company's file: what its marks ask for, and the rest in the place of the document."""

from typing import cast

from attrs import evolve

from opshandover.document.paths import section_of
from opshandover.errors import OptionError
from opshandover.exporters.word.body import BodyWriter
from opshandover.exporters.word.company.filling import CompanyFile
from opshandover.exporters.word.contents import contents_of
from opshandover.exporters.word.form.fill import HERE, Filler, Source, kept_apart
from opshandover.exporters.word.form.left_out import not_shown, report_left_out
from opshandover.exporters.word.form.program import Document
from opshandover.exporters.word.form.rest import rest_of_page
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.left_out import LeftOut
from opshandover.exporters.word.runs import Links
from opshandover.exporters.word.sections import section_xml
from opshandover.exporters.word.tables import GAP
from opshandover.ooxml.template_errors import template_error
from opshandover.pages.blocks import Page
from opshandover.text import Text, message


def fill_company(
    company: CompanyFile, page: Page, writer: BodyWriter, page_options: PageOptions, source: Source | None
) -> Page:
    """Write the main part of a company's file, and its headers and footers; return the page that is in it.

    Args:
        company: the file, opened for this document.
        page: the document, laid out; with a source only what it is called.
        writer: writes the blocks of the main part.
        page_options: the options outside the text.
        source: what the marks of the file are filled from; it may be left out if there are none.

    Raises:
        OptionError: an option needs a place for the document and there is none, or content is left out that must not.
    """
    titled = True
    if source:
        filler = Filler(source=source, body=writer, ids=writer.anchors.ids, adapt=company.adapt)
        pieces = filler.write(company.program, writer.runs)
        in_text = frozenset(filler.shown)
        for part, program in company.around:
            written = filler.write(program, evolve(writer.runs, links=Links(part)))
            part.pieces = list(kept_apart(written, company.adapt(GAP)))
        asked = HERE in pieces or source.left_out is not LeftOut.IGNORE
        left = not_shown(source.document, filler.shown) if asked else []
        taken = company.program.taken
        if HERE in pieces:
            page = rest_of_page(source.page(), taken, in_text, left)
            titled = "title" not in in_text or not source.document.title.strip()
            left = [path for path in left if section_of(path) in taken]
        elif source.in_document:
            raise _no_place(company.path, source.in_document)
        report_left_out(company.path, source.document, left, source.left_out)
    else:
        pieces = [HERE if isinstance(step, Document) else cast("str", step) for step in company.program.steps]
    body = _document(page, writer, page_options, titled=titled) if HERE in pieces else []
    if writer.comments:
        if not writer.comments.has_places:
            raise _no_place(company.path, ("comments",))
        pieces = writer.comments.put_into(pieces)
    if HERE in pieces:
        at = pieces.index(HERE)
        pieces[at : at + 1] = map(company.adapt, body)
    company.document.pieces = list(kept_apart(pieces, company.adapt(GAP)))
    return page


def _document(page: Page, writer: BodyWriter, page_options: PageOptions, *, titled: bool) -> list[str]:
    """Return the document in pieces, with what the options put above its title and before its first part.

    It is written after all else, so that every place for a comment is known.
    """
    contents = contents_of(page.blocks, writer.runs, writer.anchors.ids) if page_options.contents else None
    writer = evolve(writer, contents=contents)
    body = [*page_options.above_title(writer.runs), *writer.page(page, titled=titled)]
    body = writer.comments.put_into(body) if writer.comments else body
    return contents.put_into(body, section_xml(writer.runs.design)) if contents else body


def _no_place(path: str, options: tuple[str, ...]) -> OptionError:
    problem = message(
        "其中没有放文档的位置，选项 {names} 没有作用",
        "it has no place for the document, so that option {names} has no effect",
        names=", ".join(options),
    )
    return template_error(path, problem, _ADD)


_ADD = Text("请加一段 {{正文}}，或去掉这些选项", "add a paragraph {{opshandover}}, or leave the options out")
