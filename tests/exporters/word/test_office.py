"""Word files in an office program: what it prints shows every text."""

import subprocess
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.word.samples import rich_page
from tests.support.examples import EXAMPLES
from tests.support.office import all_printed, pages_of, plain
from tests.support.pages import texts_in
from tests.support.patience import PATIENCE

import opshandover as oh
from opshandover.document.walk import walk
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.layout import lay_out
from opshandover.model.fields import Kind
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Page
from opshandover.pages.markdown import blocks_of
from opshandover.text import LANGUAGES, Lang

COLUMNS = 100
WIDE = "\n".join(
    f"| {' | '.join(cells)} |"
    for cells in (
        [f"列{n}" for n in range(COLUMNS)],
        ["---"] * COLUMNS,
        [f"值{n}" for n in range(COLUMNS)],
    )
)

pytestmark = pytest.mark.office


LOOKS = tuple(product(Theme, LANGUAGES)) * 4
"""Every theme in every language, again and again."""


def exported(path: Path) -> oh.OpsDocument:
    """An example as exporters get it: its secrets blacked out."""
    text = oh.export(oh.load(path), "json").decode()
    return oh.loads(text, format="json")


def written_in(document: oh.OpsDocument) -> Iterator[str]:
    """Every text that somebody wrote into a document, whatever the layout makes of it."""
    for node in walk(document, object, filled=True):
        kind = node.field.kind if node.field else None
        match node.value:
            case str() as text if kind is Kind.TEXT:
                yield text
            case str() as text if kind is Kind.PROSE:
                yield from texts_in(Page(title="", kind="", lang="zh", blocks=blocks_of(text)))
            case _:
                pass


def wide_page(lang: Lang) -> Page:
    """A page of a table that has more columns than fit side by side."""
    return Page(title="宽表", kind="", lang=lang, blocks=blocks_of(WIDE))


@pytest.mark.parametrize("turn", [pytest.param(0), *(pytest.param(n, marks=pytest.mark.nightly) for n in range(1, 6))])
def test_every_text_is_printed(turn: int, tmp_path: Path) -> None:
    """Documents of all kinds lose nothing on their way onto paper, each in a theme and a language in turn.

    LibreOffice opens nearly anything, so that what counts is the text in its PDF.
    """
    looks = dict(zip([*(path.stem for path in EXAMPLES), "rich", "wide"], islice(LOOKS, turn, None), strict=False))
    documents = {path.stem: exported(path) for path in EXAMPLES}
    pages = {name: lay_out(document, looks[name][1]) for name, document in documents.items()}
    pages |= {"rich": evolve(rich_page(), lang=looks["rich"][1]), "wide": wide_page(looks["wide"][1])}
    wanted = {name: [*texts_in(page)] for name, page in pages.items()}
    for name, document in documents.items():
        wanted[name] += written_in(document)
    files = {name: render(page, design_of(looks[name][0], Paper.A4, "")) for name, page in pages.items()}
    shown = all_printed(files, tmp_path)
    for name, texts in wanted.items():
        missing = [text for text in texts if plain(visible(text)) not in shown[name]]
        assert (name, missing) == (name, [])
        assert len(texts) > 20


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_broken(lang: Lang, tmp_path: Path) -> None:
    """English words stay whole in a Chinese document, too."""
    word = "overcommunicated"
    page = Page(title="甲", kind="", lang=lang, blocks=blocks_of(f"乙 {word * 2} " + f"{word} " * 60))
    assert pages_of(render(page), tmp_path) == 1
    read = ["pdftotext", "-layout", "page.pdf", "-"]
    done = subprocess.run(read, cwd=tmp_path, check=True, capture_output=True, timeout=PATIENCE)
    words = [one for one in done.stdout.decode().split() if one.isascii() and one.isalpha()]
    assert words == [word * 2, *[word] * 60]
