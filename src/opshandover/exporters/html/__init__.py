"""HTML files (.html), to read in a browser, on a phone, or printed."""

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from attrs import field, frozen

from opshandover.colours import ACCENT, colour_of
from opshandover.exporters.limits import at_most, is_folder
from opshandover.exporters.registry import Want
from opshandover.findings import Report
from opshandover.layout.view import View
from opshandover.model.document import OpsDocument
from opshandover.text import Lang


@frozen(kw_only=True)
class HtmlExporter:
    """Writes a document as one HTML file, which loads nothing from elsewhere and runs no script.

    It follows the reader's choice of a light or a dark screen, fits a phone, and prints on A4 paper. A list of contents
    is beside the text if the document is long, unless `contents` is off. Each section, item and value has an anchor
    (`#work_progress.tasks.0`), so that a link can lead to it.

    `colour`, six hexadecimal digits, is the accent colour, darkened until it is readable; `mark` is the confidentiality
    label above the title. `view` is the full document or a one-page memo; `findings` adds the findings of a check.
    `placeholders` mark required values that are missing, for a draft; without them nothing is shown there. Pictures are
    read from `folder`, by default the folder of the document's file or else the working directory, and from nowhere
    else. `carry` puts the document itself into a comment at the end, for whoever reads the file back.
    """

    suffix: ClassVar[str] = ".html"
    other_suffixes: ClassVar[tuple[str, ...]] = (".htm",)
    media_type: ClassVar[str] = "text/html"

    colour: str = ""
    mark: str = field(default="", validator=at_most(40))
    contents: bool = True
    folder: Path | None = field(default=None, validator=is_folder)
    view: View = View.FULL
    findings: bool = False
    placeholders: bool = False
    carry: bool = False

    def __attrs_post_init__(self) -> None:
        """Reject an invalid colour before anything is written."""
        self._accent()

    @property
    def wants(self) -> Collection[Want]:
        """A report for the findings at the end, and the folder of the pictures."""
        return (Want.FOLDER, Want.REPORT) if self.findings else (Want.FOLDER,)

    def _accent(self) -> str:
        return colour_of(self.colour) if self.colour else ACCENT

    def export(
        self, document: OpsDocument, *, lang: Lang, report: Report | None = None, folder: Path | None = None
    ) -> bytes:
        """Return the document as HTML in UTF-8."""
        from opshandover.exporters.html.render import render
        from opshandover.layout import lay_out

        page = lay_out(document, lang, view=self.view, report=report, placeholders=self.placeholders)
        where = str(self.folder or folder or "")
        text = render(page, colour=self._accent(), mark=self.mark, contents=self.contents, folder=where)
        if self.carry:
            from opshandover.codec.enclosed import enclosed
            from opshandover.exporters.carrying import baseline_of

            text += f"{enclosed(baseline_of(self, document, lang))}\n"
        return text.encode()
