"""Word files (.docx), for people who read, fill in and sign on paper or in an office program."""

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from attrs import field, fields, frozen

from opshandover.exporters.registry import Want
from opshandover.exporters.word.design import Look
from opshandover.exporters.word.limits import at_most, is_folder
from opshandover.exporters.word.themes import Paper, Theme, look_of
from opshandover.findings import Report
from opshandover.layout.view import View
from opshandover.model.document import OpsDocument
from opshandover.model.header import DocumentState
from opshandover.ooxml.refusal import ensure_silent
from opshandover.text import Lang

_DECIDED = {"template": "decides"}
"""Marks the options that a company's own file decides on."""


@frozen(kw_only=True)
class WordExporter:
    """Writes a document as a Word file, from parts that the package itself brings.

    Equal documents give equal bytes: no date comes from the clock. `theme` is how it is got up:
    modern, formal as GB/T 9704-2012 has it, or plain; `paper` is A4 or Letter. `colour`, six
    hexadecimal digits, gives the modern theme its tones, dark enough to be read. `view` is
    everything or a memo of one page; `findings` adds what a check of the document finds.
    `placeholders` stand where something required is missing; without them nothing does.

    `header_text` and `footer_text` stand on every page, with `logo`, the file of a picture, and
    `page_numbers`; `mark` says how confidential the document is, in the header and above the title.
    `watermark` writes across every page of a document in the state of a draft that it is one.
    `contents` lists the headings with their pages, which are estimates until Word works them out:
    on F9, or with `refresh` when it opens the file, for which it asks leave first. Pictures in the
    text and the logo are read from `folder`, or else from the one that the document's files lie in,
    the working directory where that is not known, and from nowhere else.

    `template` is the company's own Word file (.docx or .dotx, without macros): the document is
    written into it and takes over its styles, fonts, page, header and footer, so that options
    about these cannot be given as well. Its text is replaced, but for what stands before and after
    a paragraph that holds nothing but `{{opshandover}}` (or `{{content}}`, `{{正文}}`): a cover
    page stays so.
    """

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    theme: Theme = field(default=Theme.MODERN, metadata=_DECIDED)
    paper: Paper = field(default=Paper.A4, metadata=_DECIDED)
    colour: str = field(default="", metadata=_DECIDED)
    header_text: str = field(default="", validator=at_most(200), metadata=_DECIDED)
    footer_text: str = field(default="", validator=at_most(200), metadata=_DECIDED)
    mark: str = field(default="", validator=at_most(40))
    logo: Path | None = field(default=None, metadata=_DECIDED)
    page_numbers: bool = field(default=True, metadata=_DECIDED)
    watermark: bool = field(default=False, metadata=_DECIDED)
    contents: bool = field(default=False)
    refresh: bool = field(default=False)
    folder: Path | None = field(default=None, validator=is_folder)
    template: Path | None = field(default=None)
    view: View = field(default=View.FULL)
    findings: bool = field(default=False)
    placeholders: bool = field(default=True)

    def __attrs_post_init__(self) -> None:
        """Refuses options that contradict one another, before anything is written."""
        self.look()
        if self.template:
            own = [option for option in fields(WordExporter) if option.metadata == _DECIDED]
            ensure_silent(o.name for o in own if getattr(self, o.name) != o.default)

    @property
    def wants(self) -> Collection[Want]:
        """A check, for the findings at the end, and the folder of the pictures."""
        return (Want.FOLDER, Want.REPORT) if self.findings else (Want.FOLDER,)

    def look(self) -> Look:
        """Gives the fonts, colours and measures that the options ask for."""
        return look_of(self.theme, self.paper, self.colour)

    def export(
        self, document: OpsDocument, *, lang: Lang, report: Report | None = None, folder: Path | None = None
    ) -> bytes:
        """Gives the document as the bytes of a .docx file."""
        from opshandover.codec import canonical
        from opshandover.exporters.word.header_footer import Furniture
        from opshandover.exporters.word.render import render
        from opshandover.layout import lay_out
        from opshandover.ooxml.baseline import Baseline

        return render(
            lay_out(
                document,
                lang,
                view=self.view,
                report=report,
                placeholders=self.placeholders,
            ),
            self.look(),
            furniture=Furniture(
                header_text=self.header_text,
                footer_text=self.footer_text,
                mark=self.mark,
                logo=str(self.logo or ""),
                page_numbers=self.page_numbers,
                watermark=self.watermark and document.state is DocumentState.DRAFT,
                contents=self.contents,
                refresh=self.refresh,
                folder=str(self.folder or folder or ""),
            ),
            baseline=Baseline(
                json=canonical(document),
                id=document.id,
                lang=lang,
                view=self.view.value,
                theme=self.theme.value,
            ),
            company_file=str(self.template or ""),
        )
