"""Word files in an office program: what it prints shows every text."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.word.samples import rich_page
from tests.support.docx_lint import lint
from tests.support.office import plain, printed
from tests.support.pages import texts_in

from opshandover import load
from opshandover.blocks import Page
from opshandover.exporters.word.render import render
from opshandover.layout import lay_out
from opshandover.text import Lang

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))

pytestmark = pytest.mark.office


def missing(page: Page, folder: Path) -> list[str]:
    """Gives the texts of a page that are not printed, having looked at the file's soundness."""
    docx = render(page)
    assert lint(docx) == []
    shown = printed(docx, folder)
    return [text for text in texts_in(page) if plain(text) not in shown]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_text_is_printed(lang: Lang, tmp_path: Path) -> None:
    """LibreOffice opens nearly anything, so that what counts is the text in its PDF."""
    assert missing(evolve(rich_page(), lang=lang), tmp_path) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_text_of_the_examples_is_printed(path: Path, tmp_path: Path) -> None:
    """Documents of all five kinds lose nothing on their way onto paper."""
    document = load(path)
    lang: Lang = "en" if path.stem.endswith(".en") else "zh"
    assert missing(lay_out(document, lang), tmp_path) == []
