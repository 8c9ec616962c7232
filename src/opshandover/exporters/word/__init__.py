"""Word files (.docx), for people who read, fill in and sign on paper or in an office program."""

from typing import ClassVar

from attrs import field, frozen

from opshandover.findings import Report
from opshandover.layout.view import View
from opshandover.model.document import OpsDocument
from opshandover.text import Lang


@frozen(kw_only=True)
class WordExporter:
    """Writes a document as a Word file in A4, from parts that the package itself brings.

    Equal documents give equal bytes: no date comes from the clock. `view` is everything or a memo
    of one page; `findings` adds what a check of the document finds.
    """

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )

    header_text: str = field(default="")
    page_numbers: bool = field(default=True)
    view: View = field(default=View.FULL)
    findings: bool = field(default=False)

    def export(self, document: OpsDocument, *, lang: Lang, report: Report | None = None) -> bytes:
        """Gives the document as the bytes of a .docx file."""
        from opshandover.exporters.word.furniture import Furniture
        from opshandover.exporters.word.render import render
        from opshandover.layout import lay_out

        return render(
            lay_out(document, lang, view=self.view, report=report if self.findings else None),
            furniture=Furniture(header_text=self.header_text, page_numbers=self.page_numbers),
        )
