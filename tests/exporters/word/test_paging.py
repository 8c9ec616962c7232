"""The pages on which headings are estimated to stand."""

from pathlib import Path

import pytest
from tests.exporters.word.listed import entries, listed
from tests.exporters.word.opened import opened, para
from tests.support.docx_lint import W
from tests.support.examples import EXAMPLES
from tests.support.office import has_latin_fonts, page_lines

import opshandover as oh
from opshandover.exporters.word.paging import pages_of
from opshandover.pages.blocks import Block, Heading
from opshandover.profiles import profile_of
from opshandover.text import Lang


def test_later_headings_are_on_later_pages() -> None:
    """Thirty long paragraphs take more than one page, each heading stays with its text."""
    content: list[Block] = []
    for n in range(10):
        content += [Heading(level=1, text=str(n)), *[para("长文" * 200)] * 3]
    pages = [int(page) for _, _, page in entries(listed(*content))]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert 8 <= pages[-1] <= 10


@pytest.mark.office
@pytest.mark.parametrize("turn", [pytest.param(0), pytest.param(1, marks=pytest.mark.nightly)])
def test_pages_are_right_but_for_the_ends_of_pages(turn: int, tmp_path: Path) -> None:
    """In an office program with other fonts, no heading is farther off than one page, in either theme in turn.

    Where not even the letters are as wide as those that were measured, ten pages may become more:
    three are what English set in a Chinese font has taken.
    """
    most = 1 if has_latin_fonts() else 4
    files: dict[str, bytes] = {}
    for at, path in enumerate(EXAMPLES):
        theme = ("modern", "formal")[(at + turn) % 2]
        lang: Lang = "en" if path.stem.endswith(".en") else "zh"
        document = oh.load(path)
        if not profile_of(document.profile).brief:  # has few pages, or one
            files[path.stem] = oh.export(document, "word", lang=lang, contents=True, theme=theme)
    assert len(files) > 5
    for name, sheets in page_lines(files, tmp_path).items():
        listed_here = entries(opened(files[name]))
        assert len(listed_here) > 1
        assert len(sheets) > 1
        for _, text, page in listed_here:
            true = [n for n, lines in enumerate(sheets, start=1) if "".join(text.split()) in lines]
            assert min(abs(int(page) - each) for each in true) <= most, (name, text)


def marked(names: str, kept: str = "") -> str:
    """The XML of lines of 1000 twips, each with a bookmark, two to a page; those in `kept` stay with the next."""
    spacing = '<w:spacing w:line="1000" w:lineRule="exact"/>'
    margins = '<w:pgMar w:left="1000" w:right="500" w:top="400" w:bottom="100"/>'
    section = f'<w:sectPr><w:pgSz w:w="6500" w:h="3000"/>{margins}</w:sectPr>'
    lines = (
        f"<w:p><w:pPr>{'<w:keepNext/>' if name in kept else ''}{spacing}</w:pPr>"
        f'<w:bookmarkStart w:name="{name}"/></w:p>'
        for name in names
    )
    return f'<w:document xmlns:w="{W[1:-1]}"><w:body>{"".join(lines)}{section}</w:body></w:document>'


def test_a_page_is_full_when_nothing_more_fits() -> None:
    """What stays with the next line goes with it to the next page, if it fits on a page at all."""
    styles = f'<w:styles xmlns:w="{W[1:-1]}"/>'
    assert pages_of(marked("abcde"), styles) == {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3}
    assert pages_of(marked("abcd", kept="b"), styles) == {"a": 1, "b": 2, "c": 2, "d": 3}
    assert pages_of(marked("abcd", kept="abcd"), styles) == {"a": 1, "b": 1, "c": 2, "d": 2}
