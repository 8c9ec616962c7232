"""Write a page of blocks as one HTML file that loads nothing and runs nothing."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from opshandover.colours import ACCENT
from opshandover.exporters.html.body import BodyWriter, Entry
from opshandover.exporters.html.inline import InlineWriter
from opshandover.exporters.html.style import style_sheet
from opshandover.html import NOTHING, Html, element, escaped, joined, with_breaks
from opshandover.pages.blocks import Page
from opshandover.text import LANGUAGE_TAGS, Text

_MAIN, _CONTENTS = "main-text", "contents-list"
"""Ids that no value has: names of fields have no hyphen."""
_SKIP = Text("跳到正文", "Skip to the text")
_CONTENTS_TITLE = Text("目录", "Contents")
_FEWEST = 4
"""The minimum number of sections for which a contents list is of use."""
_LISTED = (2, 3)
"""The levels of headings that are listed."""


def render(page: Page, *, colour: str = ACCENT, mark: str = "", contents: bool = True, folder: str = "") -> str:
    """Return the page as HTML.

    Args:
        page: the document, laid out.
        colour: the accent colour.
        mark: the confidentiality label above the title.
        contents: whether there may be a contents list.
        folder: the folder of the pictures.
    """
    writer = BodyWriter(InlineWriter.of(page, folder))
    header = _header(page, writer, mark)
    main = element("main", writer.sections(page.blocks), id=_MAIN)
    nav = _contents(writer.entries, page) if contents and not page.compact else NOTHING
    skip = element("a", escaped(_SKIP[page.lang]), class_="skip", href=f"#{_MAIN}")
    names = " ".join(name for name, holds in (("listed", nav), ("compact", page.compact)) if holds)
    body = element("body", skip, joined((header, nav, main), "\n"), class_=names)
    head = _head(page.title if page.title.strip() else page.kind, Html(style_sheet(colour)))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=LANGUAGE_TAGS[page.lang])}\n"


def _head(title: str, css: Html) -> Html:
    """Return the head of the file: nothing is loaded, nothing runs, and the only style sheet is this one."""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content="opshandover"),
        element("title", escaped(" ".join(title.split()))),
        element("style", css),
    )


def _header(page: Page, writer: BodyWriter, mark: str) -> Html:
    """Return the head of the page: label, title, and kind if the title does not name it."""
    title = page.title if page.title.strip() else page.kind
    path = "title" if page.text_property("title") else ""
    marks = writer.anchors.marks(path)
    named = not page.kind.strip() or page.kind in title
    return element(
        "header",
        element("p", escaped(mark), class_="mark") if mark.strip() else NOTHING,
        element("h1", with_breaks(title), id=marks.id, data_path=path, lang=writer.inline.lang_of(title)),
        NOTHING if named else element("p", escaped(page.kind), class_="kind"),
    )


def _contents(entries: Sequence[Entry], page: Page) -> Html:
    """Return the contents list; nothing if there is little to list."""
    listed = [entry for entry in entries if entry.level in _LISTED]
    if sum(entry.level == _LISTED[0] for entry in listed) < _FEWEST:
        return NOTHING
    title = element("p", escaped(_CONTENTS_TITLE[page.lang]), id=_CONTENTS)
    links = (
        element("li", element("a", escaped(entry.text), href=f"#{entry.anchor}"), class_=f"level-{entry.level}")
        for entry in listed
    )
    return element("nav", title, element("ol", *links), aria_labelledby=_CONTENTS)
