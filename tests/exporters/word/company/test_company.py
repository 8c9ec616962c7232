"""A company's own Word file: its look, page, header and footer stay, the text is ours."""

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree
from tests.exporters.word.company.filled import headers_in, made, styles_of
from tests.exporters.word.opened import value
from tests.exporters.word.samples import rich_page
from tests.exporters.word.templates import (
    FOOTER,
    HEADER,
    SAMPLE,
    Change,
    entry,
    picture,
    template,
    with_chinese_ids,
    with_cover,
    written,
)
from tests.support.docx_lint import W
from tests.support.office import plain, printed, saved_again
from tests.support.pages import pages, texts_in
from tests.support.patience import one_in

from opshandover.exporters.word.render import render
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Page

HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
QUOTES = str.maketrans("", "", "“”")
"""Where they come from another font they are printed before or after the rest of their line."""


def test_the_text_is_ours_and_what_stands_around_it_is_theirs(tmp_path: Path, plain_template: bytes) -> None:
    """The sample goes with its pictures; header, logo, footer and page stay."""
    file = made(tmp_path, plain_template)
    assert "支付回调延迟" in file.text()
    assert SAMPLE not in file.text()
    assert HEADER in headers_in(file)
    assert FOOTER in headers_in(file)
    (logo,) = (name for name in file.parts if name.startswith("word/media/"))
    assert file.parts[logo] == picture()
    assert b"graphic" not in file.parts["word/document.xml"]
    (theirs,) = etree.fromstring(entry(plain_template, "word/document.xml")).iter(f"{W}sectPr")
    (ours,) = file.find(".//w:sectPr")
    assert [value(ours.find(f"{W}pgMar"), side) for side in ("left", "top")] == [
        value(theirs.find(f"{W}pgMar"), side) for side in ("left", "top")
    ]


def test_equal_input_gives_equal_bytes(tmp_path: Path, plain_template: bytes) -> None:
    """No clock and no chance, with a template as without."""
    path = written(tmp_path, plain_template)
    assert render(rich_page(), company_file=path) == render(rich_page(), company_file=path)


@one_in(10)
@given(page=pages())
def test_every_text_is_there(tmp_path: Path, plain_template: bytes, page: Page) -> None:
    """Nothing is dropped or moved, whatever the page holds."""
    text = made(tmp_path, plain_template, page).text()
    place = 0
    for wanted in map(visible, texts_in(page)):
        found = text.find(wanted, place)
        assert found >= 0, wanted
        place = found + len(wanted)


@pytest.mark.office
@pytest.mark.parametrize("change", [with_cover, with_chinese_ids])
def test_every_text_is_printed(tmp_path: Path, change: Change) -> None:
    """LibreOffice shows all of it, in the fonts and between the margins of the template."""
    page = rich_page()
    docx_file = render(page, company_file=written(tmp_path, template(change)))
    shown = printed(docx_file, tmp_path).translate(QUOTES)
    wanted = (plain(text).translate(QUOTES) for text in texts_in(page))
    assert [text for text in wanted if text not in shown] == []


@pytest.mark.office
def test_a_template_saved_by_libreoffice_serves(tmp_path: Path, plain_template: bytes) -> None:
    """It writes styles, numberings and settings in its own way."""
    file = made(tmp_path, saved_again(plain_template, tmp_path))
    assert HEADER in headers_in(file)
    names = [name.casefold() for name in styles_of(file).values()]
    assert names.count("heading 1") == 1
