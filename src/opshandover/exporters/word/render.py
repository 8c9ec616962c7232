"""A page of blocks becomes a Word file."""

from opshandover.blocks import Page
from opshandover.exporters.word import look
from opshandover.exporters.word.body import BodyWriter
from opshandover.exporters.word.numbering import Numbering
from opshandover.exporters.word.package import TextPart, add_part, document_part, pack
from opshandover.exporters.word.runs import Links, RunWriter
from opshandover.exporters.word.styles import styles_xml
from opshandover.exporters.word.xml import template


def render(page: Page, *, header_text: str = "", page_numbers: bool = True) -> bytes:
    """Gives the bytes of a .docx file.

    Args:
        page: the document, laid out.
        header_text: what stands at the top of every page, in place of organisation and kind.
        page_numbers: whether the pages are numbered at their foot.
    """
    document = document_part()
    runs = RunWriter(page.lang, Links(document))
    numbering = Numbering(page.lang)
    body = "".join(BodyWriter(runs, numbering).page(page))
    add_part(document, "styles.xml", styles_xml(page.lang))
    add_part(document, "numbering.xml", numbering.xml())
    for name in ("settings.xml", "fontTable.xml"):
        add_part(document, name, template(name).substitute())
    add_part(document, "theme/theme1.xml", template("theme.xml").substitute(_colours_and_fonts()))
    header = runs.plain(header_text or _default_header(page))
    document.text = template("document.xml").substitute(
        body=body,
        references=_references(document, header, page_numbers=page_numbers),
        width=look.PAGE_WIDTH,
        height=look.PAGE_HEIGHT,
        margin=look.MARGIN,
        top=look.MARGIN_TOP,
        edge=look.EDGE,
    )
    return pack(document, page)


def _colours_and_fonts() -> dict[str, str]:
    return {name.lower(): value for name, value in vars(look).items() if isinstance(value, str)}


def _default_header(page: Page) -> str:
    organisation = dict(page.properties).get("organisation", "")
    return " · ".join(part for part in (organisation, page.kind) if part)


def _references(document: TextPart, header: str, *, page_numbers: bool) -> str:
    number = add_part(document, "header.xml", template("header.xml").substitute(runs=header))
    references = f'<w:headerReference w:type="default" r:id="{number}"/>'
    if page_numbers:
        number = add_part(document, "footer.xml", template("footer.xml").substitute())
        references += f'<w:footerReference w:type="default" r:id="{number}"/>'
    return references
