"""Markdown as GitHub reads it, for wikis, tickets and merge requests."""

from typing import ClassVar

from attrs import frozen

from opshandover.exporters.markdown.render import render
from opshandover.layout import lay_out
from opshandover.model.document import OpsDocument
from opshandover.text import Lang


@frozen
class MarkdownExporter:
    """Writes a document as Markdown.

    `front_matter` puts the document's properties before the text, as YAML.
    """

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"

    front_matter: bool = True

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Gives the document as Markdown in UTF-8, with line feeds as line ends."""
        page = lay_out(document, lang)
        return render(page, front_matter=self.front_matter).encode()
