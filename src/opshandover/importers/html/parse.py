"""An HTML file as a page."""

import re
from pathlib import Path

from opshandover.codec.baseline import Baseline
from opshandover.codec.enclosed import is_enclosed, read_enclosed
from opshandover.collector import put_off
from opshandover.continuity.ledger import Found
from opshandover.files import too_large
from opshandover.importers.html.reader import HtmlReader
from opshandover.importers.html.tree import Element, classes_of, is_element, parsed, text_of_file
from opshandover.importers.outline import page_of
from opshandover.limits import MOST_BYTES
from opshandover.pages.blocks import Page
from opshandover.reading.imported import Beside, Imported
from opshandover.text import DEFAULT_LANG, LANGUAGE_TAGS, LANGUAGES, Lang, Text

NAME = "<html>"
"""What stands for the file in an error; who reads a file puts its name there."""

_PICTURE = re.compile(
    rb"((?:\b(?:src|href|poster|data)\s*=|url\()\s*[\"']?)data:image/[a-z+.-]{1,20};base64,[A-Za-z0-9+/=\s]*"
)
"""A picture in an attribute or a style; the same in a text is part of the text."""
_COMMENTS = Text("注释", "Comments")


def parse(data: bytes) -> Imported:
    """Return what an HTML file shows, with its comments beside it.

    Raises:
        LoadError: it is too large without its pictures, is not text, or is nested too deep.
    """
    data = _PICTURE.sub(rb"\1data:,", data)
    if len(data) > MOST_BYTES:
        raise too_large(Path(NAME))
    root = parsed(text_of_file(data, NAME), NAME)
    if root is None:
        return Imported(page=page_of(()))
    own = any(node.get("name") == "generator" and node.get("content") == "opshandover" for node in root.iter("meta"))
    with put_off():
        return _imported(root, HtmlReader(own=own))


def _imported(root: Element, reader: HtmlReader) -> Imported:
    if reader.own:
        page, found = _own_page(root, reader)
        return Imported(page=page, found=found, baseline=_baseline(root))
    page = page_of(reader.read(root))
    comments = Beside(label=_COMMENTS, blocks=tuple(reader.comments))
    return Imported(page=page, beside=(comments,) if comments.blocks else (), remarks=tuple(reader.remarks()))


def _baseline(root: Element) -> Baseline | None:
    """The document in a comment, of which the last one counts."""
    top = root.getroottree().getroot()
    nodes = [*root.iter(), *top.itersiblings()]
    texts = [node.text.strip() for node in nodes if not is_element(node) and node.text]
    found = [read_enclosed(text, NAME) for text in texts if is_enclosed(text)]
    return found[-1] if found else None


def _language(root: Element) -> Lang:
    named = root.get("lang")
    for lang in LANGUAGES:
        if LANGUAGE_TAGS[lang] == named:
            return lang
    return DEFAULT_LANG


def _own_page(root: Element, reader: HtmlReader) -> tuple[Page, tuple[tuple[str, Found], ...]]:
    """The page that our exporter wrote, and the paths that its elements name."""
    title = next((reader.plain(node) for node in root.iter("h1")), "")
    kind = next((reader.plain(node) for node in root.iter("p") if "kind" in classes_of(node)), "")
    lang = _language(root)
    main = next(root.iter("main"), None)
    blocks = reader.read(main) if main is not None else ()
    compact = any("compact" in classes_of(node) for node in root.iter("body"))
    paths = dict.fromkeys(path for node in root.iter("*") if (path := node.get("data-path")) and path[0] not in ".[")
    page = Page(title, kind, lang, blocks, compact=compact)
    return page, tuple((path, Found.TAG) for path in paths)
