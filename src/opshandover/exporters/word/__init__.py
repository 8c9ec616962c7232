"""Word files (.docx), for people who read, fill in and sign on paper or in an office program."""

from typing import ClassVar

from attrs import field, frozen

from opshandover.model.document import OpsDocument
from opshandover.text import Lang


@frozen(kw_only=True)
class WordExporter:
    """Writes a document as a Word file in A4, from parts that the package itself brings.

    Equal documents give equal bytes: no date comes from the clock.
    """

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )

    header_text: str = field(default="")
    page_numbers: bool = field(default=True)

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Gives the document as the bytes of a .docx file."""
        from opshandover.exporters.word.render import render
        from opshandover.layout import lay_out

        return render(
            lay_out(document, lang),
            header_text=self.header_text,
            page_numbers=self.page_numbers,
        )
