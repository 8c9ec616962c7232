"""What stands around the text on every page: the header and the footer."""

from attrs import frozen

from opshandover.blocks import Page
from opshandover.exporters.word.package import TextPart, add_part
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.xml import template


@frozen(kw_only=True)
class Furniture:
    """What a caller wants around the text.

    `header_text` stands at the top of every page, in place of organisation and kind.
    """

    header_text: str = ""
    page_numbers: bool = True

    def references(self, document: TextPart, page: Page, runs: RunWriter) -> str:
        """Adds the parts, and gives what refers to them in the section's properties."""
        header = runs.plain(self.header_text or _default_header(page))
        number = add_part(document, "header.xml", template("header.xml").substitute(runs=header))
        references = f'<w:headerReference w:type="default" r:id="{number}"/>'
        if self.page_numbers:
            number = add_part(document, "footer.xml", template("footer.xml").substitute())
            references += f'<w:footerReference w:type="default" r:id="{number}"/>'
        return references


def _default_header(page: Page) -> str:
    organisation = dict(page.properties).get("organisation", "")
    return " · ".join(part for part in (organisation, page.kind) if part)
