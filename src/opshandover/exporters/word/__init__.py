"""Word files (.docx), for people who read, fill in and sign on paper or in an office program."""

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

from attrs import field, fields, frozen

from opshandover.exporters.limits import at_most, is_folder
from opshandover.exporters.registry import Want
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.left_out import LeftOut
from opshandover.exporters.word.themes import Landscape, Paper, Theme, design_of
from opshandover.findings import Report
from opshandover.layout.view import View
from opshandover.model.base import Choice
from opshandover.model.document import OpsDocument
from opshandover.model.header import DocumentState
from opshandover.ooxml.template_errors import reject_options
from opshandover.text import Lang

_DECIDED = {"template": "decides"}
"""Marks the options that a template file determines."""
_IN_DOCUMENT = ("mark", "contents", "view", "findings")
"""The options that have an effect only where the document itself is written."""


@frozen(kw_only=True)
class WordExporter:
    """Writes a document as a Word file, from part templates of the package.

    Equal documents give equal bytes: no date comes from the clock. `theme` is modern, formal as in
    GB/T 9704-2012, or plain; `paper` is A4 or Letter. `colour`, six hexadecimal digits, is the accent
    colour of the modern theme, darkened until it is readable. `view` is the full document or a one-page
    memo; `findings` adds the findings of a check at the end, `comments` adds them as Word comments at the places that
    they are about, beside the comments that a template has. `placeholders` mark required values that are missing,
    for a draft; without them nothing is shown there.

    `header_text` and `footer_text` are on every page, with `logo`, a picture file, and `page_numbers`;
    `mark` is the confidentiality label, in the header and above the title. `watermark` prints DRAFT
    across every page of a document in the draft state. `contents` lists the headings with their pages,
    which are estimates until Word updates them: on F9, or with `refresh` when it opens the file, which
    Word asks the reader to confirm. A table that is too wide to be read on a portrait page is on landscape
    pages of its own, unless `landscape` is never; not in a template or on a short kind of page. Pictures in the text and the logo are read from `folder`, by default
    the folder of the document's file or else the working directory, and from nowhere else.

    `fonts` is a font file (.ttf, .otf, .ttc) or a folder of them, embedded for readers who lack the fonts: with the
    characters of the document, as far as their licences allow. Fonts with a name that the theme uses stay in
    their places; another is the Chinese or the Latin font of the text. It needs the extra `fonts`.

    `template` is the company's own Word file (.docx or .dotx, without macros): the document is written
    into it and takes over its styles, fonts, page, header and footer, so options about these cannot be
    combined with it. If its text has marks, it is kept, and they are filled: `{{giver.name}}`,
    `{{#tasks}} … {{/tasks}}`, `{{issues}}`, and `{{opshandover}}` (or `{{content}}`, `{{正文}}`) for the rest
    of the document; without any mark its text is replaced. `left_out` says what happens if a form has no
    place for some of the content: a warning, a refusal, or nothing.
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
    landscape: Landscape = field(default=Landscape.AUTO)
    folder: Path | None = field(default=None, validator=is_folder)
    fonts: Path | None = field(default=None, metadata=_DECIDED)
    template: Path | None = field(default=None)
    left_out: LeftOut = field(default=LeftOut.WARN)
    view: View = field(default=View.FULL)
    findings: bool = field(default=False)
    comments: bool = field(default=False)
    placeholders: bool = field(default=False)

    def __attrs_post_init__(self) -> None:
        """Reject options that contradict one another, before anything is written."""
        self.design()
        if self.template:
            own = [option for option in fields(WordExporter) if option.metadata == _DECIDED]
            reject_options(o.name for o in own if getattr(self, o.name) != o.default)

    @property
    def wants(self) -> Collection[Want]:
        """A report for the findings at the end or in comments, and the folder of the pictures."""
        return (Want.FOLDER, Want.REPORT) if self.findings or self.comments else (Want.FOLDER,)

    def design(self) -> Design:
        """Return the fonts, colours and measures that the options select."""
        return design_of(self.theme, self.paper, self.colour)

    def export(
        self, document: OpsDocument, *, lang: Lang, report: Report | None = None, folder: Path | None = None
    ) -> bytes:
        """Return the document as the bytes of a .docx file."""
        from opshandover.codec import canonical
        from opshandover.codec.baseline import Baseline
        from opshandover.exporters.word.comments import Remark
        from opshandover.exporters.word.form.fill import Source
        from opshandover.exporters.word.header_footer import PageOptions
        from opshandover.exporters.word.render import render
        from opshandover.layout import bare_page, lay_out
        from opshandover.layout.views.findings import finding_lines

        shown = report if self.findings else None
        found = report.findings if report and self.comments else ()
        page = partial(lay_out, document, lang, view=self.view, report=shown, placeholders=self.placeholders)
        return render(
            bare_page(document, lang) if self.template else page(),
            self.design(),
            page_options=PageOptions(
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
            baseline=Baseline(json=canonical(document), lang=lang, options=dict(self._options())),
            company_file=str(self.template or ""),
            source=Source(
                document=document,
                page=page,
                whole=partial(lay_out, document, lang, placeholders=self.placeholders),
                placeholders=self.placeholders,
                left_out=self.left_out,
                in_document=tuple(name for name, _ in self._options() if name in _IN_DOCUMENT),
            ),
            landscape=self.landscape,
            fonts=self.fonts,
            remarks=[Remark(each.path, finding_lines(each, document, lang)) for each in found],
        )

    def _options(self) -> Iterator[tuple[str, str]]:
        """Yield the options that differ from their defaults, as text; of a file or folder no more than its name."""
        for option in fields(WordExporter):
            value = getattr(self, option.name)
            if value == option.default:
                continue
            match value:
                case Path():
                    yield option.name, value.name
                case Choice():
                    yield option.name, str(value.value)
                case bool():
                    yield option.name, str(value).lower()
                case _:
                    yield option.name, str(value)
