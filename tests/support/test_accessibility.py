"""The lint for accessibility names each of the faults that are put into a good file."""

import re

import pytest
from tests.exporters.word.templates import entry, rewritten
from tests.support.accessibility import contrast, inaccessible
from tests.support.examples import FOLDER

import opshandover as oh

_BODY, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
WITH_CHART = FOLDER / "daily_work.zh.yaml"
_EMPTY = "<w:p/><w:p/><w:sectPr>"
BREAKS = {
    "the file has no title": (_CORE, "<dc:title>.*?</dc:title>", "<dc:title> </dc:title>"),
    "the file has no language": (_CORE, "<dc:language>.*?</dc:language>", ""),
    "texts have no language": (_STYLES, "<w:lang [^>]*>", ""),
    "without alternative text": (_BODY, '<w:tblDescription w:val="[^"]*"/>', ""),
    "its head is not marked": (_BODY, "<w:tblHeader/>", ""),
    "cells are merged": (
        _BODY,
        "<w:tblHeader/></w:trPr><w:tc><w:tcPr>(<w:tcW [^>]*>)",
        r'<w:tblHeader/></w:trPr><w:tc><w:tcPr>\1<w:gridSpan w:val="2"/>',
    ),
    "does not say that it is for layout": (_BODY, 'w:firstColumn="1"', 'w:firstColumn="0"'),
    "has no alternative text": (_BODY, 'descr="[^"]*"', 'descr=""'),
    "comes after level": (_BODY, '"Heading1"', '"Heading3"'),
    "without a text": (_BODY, '(<w:pStyle w:val="Heading1"/>.*?)<w:t>[^<]*</w:t>', r"\1"),
    "empty paragraphs": (_BODY, "<w:sectPr>", _EMPTY),
    "a link without a text": (_BODY, "<w:sectPr>", '<w:p><w:hyperlink w:anchor="x"/></w:p><w:sectPr>'),
    "contrast": (_STYLES, '<w:color w:val="[^"]*"/>', '<w:color w:val="AAAAAA"/>'),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_each_fault_is_named(fault: str) -> None:
    """What is broken on purpose is found, and nothing is found before that."""
    good = oh.export(oh.load(WITH_CHART), "word")
    assert inaccessible(good) == []
    name, pattern, instead = BREAKS[fault]
    text = entry(good, name).decode()
    broken, count = re.subn(pattern, instead, text, count=0, flags=re.DOTALL)
    assert count
    found = inaccessible(rewritten(good, {name: broken.encode()}))
    assert any(fault in each for each in found)


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21 to 1, whichever comes first; a colour on itself is 1 to 1."""
    assert contrast("000000", "FFFFFF") == contrast("FFFFFF", "auto") == pytest.approx(21)
    assert contrast("1F4E63", "1F4E63") == pytest.approx(1)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
