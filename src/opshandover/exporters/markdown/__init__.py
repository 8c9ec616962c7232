"""Markdown as GitHub reads it, for wikis, tickets and merge requests."""

from collections.abc import Collection
from typing import ClassVar

from attrs import frozen

from opshandover.exporters.registry import Want
from opshandover.findings import Report
from opshandover.layout.view import View
from opshandover.model.document import OpsDocument
from opshandover.text import Lang


@frozen
class MarkdownExporter:
    """Writes a document as Markdown.

    `front_matter` puts the head of the document before the text, as YAML with the keys and values of a file.
    `view` is the full document or a one-page memo; `findings` adds the findings of a check. `placeholders` mark
    required values that are missing, for a draft; without them nothing is shown there. `carry` puts the document
    itself into a comment at the end, so that a file that people edited is compared with what it was made from.
    """

    suffix: ClassVar[str] = ".md"
    other_suffixes: ClassVar[tuple[str, ...]] = (".markdown", ".mdown", ".mkd")
    media_type: ClassVar[str] = "text/markdown"

    front_matter: bool = True
    view: View = View.FULL
    findings: bool = False
    placeholders: bool = False
    carry: bool = False

    @property
    def wants(self) -> Collection[Want]:
        """A check, for the findings at the end."""
        return (Want.REPORT,) if self.findings else ()

    def export(self, document: OpsDocument, *, lang: Lang, report: Report | None = None) -> bytes:
        """Return the document as Markdown in UTF-8, with line feeds as line ends."""
        from opshandover.exporters.markdown.render import render
        from opshandover.layout import lay_out

        page = lay_out(document, lang, view=self.view, report=report, placeholders=self.placeholders)
        text = render(page, front_matter=self.front_matter)
        if self.carry:
            from opshandover.codec.enclosed import enclosed
            from opshandover.exporters.carrying import baseline_of

            text += f"\n{enclosed(baseline_of(self, document, lang))}\n"
        return text.encode()
