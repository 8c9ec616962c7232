"""Ways to fill a company's file, to look into the result, and to read why a file is refused."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.exporters.word.opened import Opened, opened, page_of, para, value
from tests.exporters.word.samples import rich_page
from tests.exporters.word.templates import written
from tests.support.docx_lint import W, lint

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.word.render import render
from opshandover.pages.blocks import Page
from opshandover.text import LANGUAGES


def made(folder: Path, data: bytes, page: Page | None = None) -> Opened:
    """Writes a page into a template, and opens the file, which must be sound."""
    result = render(page or rich_page(), company_file=written(folder, data))
    assert lint(result) == []
    return opened(result)


def definition_of(file: Opened, number: str) -> Any:
    """The definition of the numbering that a paragraph or a style refers to."""
    (bound,) = (e for e in file.find("./w:num", "word/numbering.xml") if value(e, "numId") == number)
    definition = value(bound.find(f"{W}abstractNumId"))
    (abstract,) = (
        e for e in file.find("./w:abstractNum", "word/numbering.xml") if value(e, "abstractNumId") == definition
    )
    return abstract


def styles_of(file: Opened) -> dict[str, str]:
    """The names of a file's styles by their ids."""
    found = file.find("./w:style", "word/styles.xml")
    return {value(style, "styleId"): value(style.find(f"{W}name")) for style in found}


def used_styles(file: Opened) -> set[str]:
    """The ids of all styles that the text names."""
    names = ("pStyle", "rStyle", "tblStyle")
    return {value(each) for name in names for each in file.find(f".//w:{name}")}


def headers_in(file: Opened) -> str:
    """The text of all headers and footers."""
    names = [name for name in file.parts if re.match(r"word/(header|footer)\d*\.xml$", name)]
    return "".join(file.text(name) for name in names)


def document_with(text: str) -> oh.OpsDocument:
    """A document with one section of the author's own."""
    return oh.loads(
        f"schema_version: 1\nprofile: daily_handover\ntitle: 交接\nextra:\n  - title: 图\n    body: '{text}'\n",
        format="yaml",
    )


def reason(path: str) -> str:
    """The reason why a file is refused; both languages name the option, the file and some advice."""
    with pytest.raises(OptionError) as caught:
        render(page_of(para("文")), company_file=path)
    for lang, comma in (("zh", "；"), ("en", "; ")):
        assert lang in LANGUAGES
        assert comma in caught.value.in_lang("zh" if lang == "zh" else "en")
    assert Path(path).name[:40] in caught.value.in_lang("zh")
    return str(caught.value)
