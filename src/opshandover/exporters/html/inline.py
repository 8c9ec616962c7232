"""Runs of text as HTML, with links and pictures."""

import re
from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby

from attrs import define, evolve, field

from opshandover.exporters.picture_folder import MOST_IN_ALL, TOO_MUCH, PictureFolder
from opshandover.exporters.pictures import path_of
from opshandover.html import NOTHING, Html, element, escaped, joined, with_breaks
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.pages.addresses import link_addresses, safe_address
from opshandover.pages.blocks import Image, Page, Run, Runs, text_of
from opshandover.text import LANGUAGE_TAGS, Lang, Text

_SHOWN = ("image/png", "image/jpeg", "image/gif", "image/bmp")
_NOT_IN_BROWSERS = Text("浏览器不能显示这种格式，请另存为 PNG", "browsers do not show this format; save it as PNG")
_EMU_PER_PIXEL = 9525
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@define
class InlineWriter:
    """Writes runs; `content_lang` is the language of the document's own texts, `lang` that of labels."""

    lang: Lang
    content_lang: str
    pictures: PictureFolder
    _bytes: int = field(default=0, init=False)

    @classmethod
    def of(cls, page: Page, folder: str) -> "InlineWriter":
        """Return the writer for a page, with pictures from a folder."""
        return cls(page.lang, page.text_property("lang") or page.lang, PictureFolder(page.lang, folder))

    def html(self, runs: Runs) -> Html:
        """Return runs one after another, those of one link in one; a strong one before a blank of its own is a label."""
        parts = link_addresses(runs)
        nexts = (*(run.text for run in parts[1:]), "")
        links = groupby(zip(parts, nexts, strict=True), key=lambda pair: pair[0].link)
        return joined(self._link(list(pairs), link) for link, pairs in links)

    def lang_of(self, text: str) -> str:
        """Return the language tag of a text if it is not that of the page, so that it is read aloud as it should be."""
        is_chinese = _HAN.search(text) is not None
        if self.content_lang == self.lang or not text.strip() or is_chinese != (self.content_lang == "zh"):
            return ""
        return LANGUAGE_TAGS.get(self.content_lang, "")

    def element(self, name: str, runs: Runs, before: Html = NOTHING, **attributes: str) -> Html:
        """Return an element that holds runs, with its language if that is another one."""
        return element(name, before, self.html(runs), lang=self.lang_of(text_of(runs)), **attributes)

    def _link(self, pairs: Sequence[tuple[Run, str]], link: str) -> Html:
        """Return runs that have the same link, or none, each with the text of the next one."""
        address = safe_address(link) if link else ""
        text = "".join(run.text for run, _ in pairs)
        bare = bool(link) and not text and not any(run.image for run, _ in pairs)
        last = pairs[-1][0]
        if bare:  # a link without text could neither be seen nor followed
            pairs = [(evolve(last, text=link), "")]
        elif link and not address and link != text:
            marks = PUNCTUATION[self.lang]
            pairs = [*pairs, (Run(marks.opening + link + marks.closing, path=last.path), "")]
        content = joined(self._run(run, is_label=run.strong and after == " " and not link) for run, after in pairs)
        if address and any(run.image or run.text.strip() for run, _ in pairs):  # blanks within a link are only blanks
            return element("a", content, href=address, class_="bare" if bare else "")
        return content

    def _run(self, run: Run, *, is_label: bool) -> Html:
        address = safe_address(run.image.address) if run.image and not run.link else ""
        content = self._picture(run, run.image) if run.image else with_breaks(run.text)
        for name, holds in (("code", run.code), ("s", run.strike), ("em", run.emphasis)):
            content = element(name, content) if holds and content else content
        if run.strong and content:
            content = element("strong", content, class_="label" if is_label else "")
        if address:
            content = element("a", content, href=address)
        return element("span", content, data_path=run.path) if run.path else content

    def _picture(self, run: Run, image: Image) -> Html:
        """Return a picture, or if it cannot be shown, its text, its address and the reason.

        Its data stand in the page wherever it is shown, and count each time.
        """
        about = {"data_address": image.address or " ", "data_text": run.text}
        found = self.pictures.read(path_of(image.address))
        if not isinstance(found, Text) and found.content_type not in _SHOWN:
            found = _NOT_IN_BROWSERS
        if not isinstance(found, Text) and self._bytes + len(found.data) > MOST_IN_ALL:
            found = TOO_MUCH
        if isinstance(found, Text):
            missing = self.pictures.missing(image, run.text, found)
            why = element("span", escaped(missing.why), class_="placeholder")
            return element("span", escaped(missing.text), why, **about, data_title=image.title)
        self._bytes += len(found.data)
        return element(
            "img",
            src=f"data:{found.content_type};base64,{b64encode(found.data).decode()}",
            alt=self.pictures.alternative(image, run.text),
            title=image.title,
            **about,
            width=str(max(1, found.width // _EMU_PER_PIXEL)),
            height=str(max(1, found.height // _EMU_PER_PIXEL)),
        )
