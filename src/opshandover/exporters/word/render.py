"""A page of blocks becomes a Word file."""

from attrs import asdict

from opshandover.blocks import Page
from opshandover.exporters.word.body import BodyWriter
from opshandover.exporters.word.furniture import Furniture
from opshandover.exporters.word.look import Look
from opshandover.exporters.word.numbering import Numbering
from opshandover.exporters.word.package import add_part, document_part, pack
from opshandover.exporters.word.runs import Links, RunWriter
from opshandover.exporters.word.styles import styles_xml
from opshandover.exporters.word.xml import template

_BODY = "\0"


def render(page: Page, look: Look | None = None, furniture: Furniture | None = None) -> bytes:
    """Gives the bytes of a .docx file.

    Args:
        page: the document, laid out.
        look: its fonts, colours and measures.
        furniture: what stands around the text on every page.
    """
    look, furniture = look or Look(), furniture or Furniture()
    document = document_part()
    runs = RunWriter(page.lang, Links(document), look)
    numbering = Numbering(page.lang, look)
    body = list(BodyWriter(runs, numbering).page(page))
    add_part(document, "styles.xml", styles_xml(look, page.lang))
    add_part(document, "numbering.xml", numbering.xml())
    for name in ("settings.xml", "fontTable.xml"):
        add_part(document, name, template(name).substitute())
    add_part(document, "theme/theme1.xml", template("theme.xml").substitute(asdict(look)))
    references = furniture.references(document, page, runs)
    frame = template("document.xml").substitute(asdict(look), body=_BODY, references=references)
    before, after = frame.split(_BODY)
    document.pieces = (before, *body, after)
    return pack(document, page)
