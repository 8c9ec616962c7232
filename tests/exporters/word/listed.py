"""A page with a table of contents, and its entries."""

import re

from tests.exporters.word.opened import Opened, opened, page_of, text_in, value
from tests.support.docx_lint import W, lint

from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.pages.blocks import Block
from opshandover.text import Lang


def listed(*content: Block, lang: Lang = "zh", refresh: bool = False) -> Opened:
    """Writes blocks with a table of contents into a file that is sound, and opens it."""
    page_options = PageOptions(contents=True, refresh=refresh)
    data = render(page_of(*content, lang=lang), page_options=page_options)
    assert lint(data) == []
    return opened(data)


def entries(file: Opened) -> list[tuple[str, str, str]]:
    """Style, text and page of each entry."""
    found: list[tuple[str, str, str]] = []
    for line in file.find("./body/p"):
        style = line.find(f"{W}pPr/{W}pStyle")
        if style is not None and re.fullmatch(r"TOC\d", value(style)):
            text, page = text_in(line)[1:].rsplit("\t", 1)
            found.append((value(style), text, page))
    return found
