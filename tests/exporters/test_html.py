"""The HTML exporter: every text is in it, and nothing else than our own elements."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.exporters.html.reading import ATTRIBUTES, ELEMENTS, Element, Seen, parsed, text_in
from tests.support.chance import read_pages
from tests.support.documents import documents
from tests.support.examples import EXAMPLES
from tests.support.pages import texts_in
from tests.support.pictures import png

import opshandover as oh
from opshandover.document.secrets import redacted
from opshandover.document.walk import Node, walk
from opshandover.errors import OptionError
from opshandover.exporters.html import HtmlExporter
from opshandover.exporters.html.render import render
from opshandover.layout import View, lay_out
from opshandover.model.base import Record
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import Kind
from opshandover.pages.anchors import anchor_of
from opshandover.pages.blocks import Page
from opshandover.plain_text import clean
from opshandover.testing import HOSTILE_TEXTS, a_document, check_exporter
from opshandover.text import LANGUAGES, Lang

_EXAMPLES = settings(max_examples=60)


def assert_is_ours(html: str) -> None:
    """Both parsers see our elements and attributes only, anchors are unique, and links are of a kind to be followed."""
    root, seen = parsed(html), Seen(html)
    assert set(seen.elements) <= ELEMENTS
    assert [each.tag for each in root.iter()] == seen.elements
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES
    assert seen.others == []
    assert seen.elements.count("style") == 1
    anchors = [value for name, value in seen.attributes if name == "id"]
    assert len(anchors) == len(set(anchors))
    links = [value for name, value in seen.attributes if name == "href"]
    assert all(re.match(r"(?i)(https?|mailto|tel):", link) or link.removeprefix("#") in anchors for link in links)
    assert all(value.startswith("data:image/") for name, value in seen.attributes if name == "src")


def assert_shows(html: str, page: Page) -> None:
    """Each text of a page is in its HTML in one piece, in order."""
    found, at = text_in(parsed(html)), 0
    for text in map(clean, texts_in(page)):
        place = found.find(text, at)
        assert place >= 0, (text, found[at:])
        at = place + len(text)


@_EXAMPLES
@given(read_pages(plain=True))
def test_every_text_is_there_in_order(page: Page) -> None:
    """A reader finds every text of a page."""
    html = render(page, contents=False)
    assert_is_ours(html)
    assert_shows(html, page)


@settings(max_examples=30)
@given(documents())
def test_any_document_can_be_written(document: OpsDocument) -> None:
    """Hostile texts in any field are text."""
    for lang in LANGUAGES:
        assert_is_ours(render(lay_out(document, lang, placeholders=True)))


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_texts_are_text(text: str) -> None:
    """Title, values and labels of a page that stand in elements and in attributes."""
    assert_is_ours(HtmlExporter(mark=text[:40]).export(a_document(title=text, organisation=text), lang="en").decode())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_shown_whole(path: Path, lang: Lang) -> None:
    """Every text of the layout and every short text of the document is there, and each item has an anchor."""
    document = oh.load(path)
    html = oh.export(document, "html", lang=lang, contents=False).decode()
    assert_is_ours(html)
    assert_shows(html, lay_out(redacted(document), lang))
    root = parsed(html)
    found = text_in(root)
    missing = [node.path for node in walk(redacted(document), str) if is_short(node) and node.value not in found]
    assert missing == []
    anchors = {each.get("id") for each in root.iter()}
    shown = {each.get("data-path", "") for each in root.iter()}
    items = [node.path for node in walk(document, Record) if node.path.endswith("]")]
    of_shown = [item for item in items if any(path == item or path.startswith(f"{item}.") for path in shown)]
    assert of_shown
    assert {anchor_of(item) for item in of_shown} <= anchors
    assert {anchor_of(path) for path in shown if path and path[0] not in ".["} - anchors == runs_alone(root)


def is_short(node: Node[str]) -> bool:
    """Whether a value is a text that is shown as typed."""
    return node.field is not None and node.field.kind is Kind.TEXT and bool(node.value.strip())


def runs_alone(root: Element) -> set[str]:
    """The anchors of values that have none, since only a part of a line shows them."""
    paths = {each.get("data-path", "") for each in root.iter("span")}
    of_blocks = {each.get("data-path", "") for each in root.iter() if each.tag != "span"}
    return {anchor_of(path) for path in paths - of_blocks if path and path[0] not in ".["}


def test_options_are_honoured(tmp_path: Path) -> None:
    """View, findings, placeholders, label, colour, contents and folder are those that were asked for."""
    (tmp_path / "a.png").write_bytes(png(96, 48))
    document = a_document(risks=None, extra=(FreeSection(title="图", body="![窗口](a.png)"),))

    def made(**options: Any) -> str:
        made: bytes = oh.export(document, "html", **options)
        return made.decode()

    assert "data:image/png" in made(folder=tmp_path)
    assert "图片无法显示" in made()
    assert "内部资料" in made(mark="内部资料")
    assert "--accent: #7A1F3D" in made(colour="#7a1f3d")
    assert "<nav" in made()
    assert "<nav" not in made(contents=False)
    assert "GEN0" in made(findings=True)
    assert "GEN0" not in made()
    assert made(placeholders=True).count('class="placeholder"') > made().count('class="placeholder"')
    assert 'class="compact"' in made(view=View.MEMO)


@pytest.mark.parametrize("options", [{"colour": "red"}, {"mark": "长" * 41}, {"folder": "nowhere"}])
def test_wrong_options_are_refused(options: dict[str, Any]) -> None:
    """Before anything is written."""
    with pytest.raises(OptionError):
        oh.export(a_document(), "html", **options)


def test_the_contract_is_kept() -> None:
    """Whatever a document holds or lacks, by name and by class."""
    check_exporter(HtmlExporter, findings=False, placeholders=True)


def test_a_file_says_what_it_is_by_its_suffix() -> None:
    """The exporter is found by the name of the output."""
    assert HtmlExporter.suffix == ".html"
    assert HtmlExporter.media_type == "text/html"
