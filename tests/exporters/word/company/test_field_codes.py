"""Fields that only show what the document knows, and all others."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.support.docx_lint import W

from opshandover.exporters.word.company.field_codes import harmful_fields


def field(*code: str, result: str = "", kind: str = "instrText") -> str:
    """Writes a field whose code is split into runs; what begins with `<` is another field."""
    runs = "".join(
        part if part.startswith("<") else f"<w:r><w:{kind}>{part.replace('&', '&amp;')}</w:{kind}></w:r>"
        for part in code
    )
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end"))
    return f"{begin}{runs}{separate}{result}{end}"


def harmful(xml: str) -> list[str]:
    """The fields of a paragraph that are refused."""
    return list(harmful_fields(etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{xml}</w:p>')))


@pytest.mark.parametrize(
    "keyword",
    "DDEAUTO DDE INCLUDEPICTURE INCLUDETEXT INCLUDE LINK IMPORT MACROBUTTON EMBED DATABASE RD PRINT ASK FILLIN CONTROL"
    " HTMLACTIVEX AUTOTEXT ADDIN SOMETHING".split(),
)
def test_what_loads_runs_or_asks_is_found(keyword: str) -> None:
    """However it is written: in one element, split over runs, in lower case, deleted in a tracked change."""
    simple = f'<w:fldSimple w:instr="  {keyword} x"/>'
    split = field(keyword[:2], keyword[2:], ' "x"')
    for xml in (simple, split, field(f"\n {keyword.lower()} x"), field(keyword, kind="delInstrText")):
        assert harmful(xml) == [keyword]


@pytest.mark.parametrize(
    "code",
    [
        " PAGE ",
        r" PAGE  \* MERGEFORMAT",
        r'TOC \o "1-3" \h \z \u',
        r'DATE \@ "yyyy年M月d日"',
        "= SUM(ABOVE)",
        "=1+2",
        r"EQ \o\ac(○,1)",
        "styleref 标题",
        'HYPERLINK "https://a.example/b?c=1&d"',
        "HYPERLINK mailto:a@a.example",
        r'HYPERLINK \l "_Toc1"',
        r'HYPERLINK \l _Toc1 \o "见 file:///x"',
        r'HYPERLINK "https://a.example" \t "_blank" \h',
        "HYPERLINK",
    ],
)
def test_what_shows_the_document_is_harmless(code: str) -> None:
    """Page numbers, contents, dates, sums, marks, links to the web and within the document."""
    assert harmful(field(code)) == []
    assert harmful(field(code, result=field(r"PAGEREF _Toc1 \h"))) == []


@pytest.mark.parametrize(
    "code",
    [
        'HYPERLINK "file:///c:/x.exe"',
        r'HYPERLINK "\\\\share\\x"',
        r"HYPERLINK \\share\x",
        r'HYPERLINK \t "_blank" "ms-word:x"',
        r'HYPERLINK \h "x.docx"',
        r"HYPERLINK \n javascript:x",
    ],
)
def test_other_links_are_found(code: str) -> None:
    """Files, shares and programs, also behind a switch."""
    assert harmful(field(code)) == ["HYPERLINK"]


def test_a_field_within_a_field_completes_no_keyword() -> None:
    """Nothing is known of a keyword or an address that another field has to work out first."""
    quote = field("QUOTE 68 68 69")
    assert harmful(field(quote, "AUTO x")) == ["…AUTO"]
    assert harmful(field("I", quote, "F x")) == ["I…F"]
    assert harmful(field("HYPERLINK ", quote)) == ["HYPERLINK"]
    assert harmful(field("IF 1=1 ", field("DDE x"), quote)) == ["DDE"]


def test_a_field_without_an_end_is_found() -> None:
    """Neither its end nor its beginning has to be there."""
    assert harmful('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r>') == ["DDE"]
    assert harmful("<w:r><w:instrText>DDE</w:instrText></w:r>") == ["DDE"]
    assert harmful(field("")) == ["{ }"]


@given(st.lists(st.sampled_from(["begin", "separate", "end", "DDE", "PAGE ", " "]), max_size=12))
def test_any_order_gives_an_answer(steps: list[str]) -> None:
    """Beginnings, ends and codes in any order; a keyword that is refused is found where a field begins with it."""
    xml = "".join(
        f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'
        if step in ("begin", "separate", "end")
        else f'<w:r><w:instrText xml:space="preserve">{step}</w:instrText></w:r>'
        for step in steps
    )
    found = harmful(xml)
    if ("begin", "DDE") in pairwise(steps):
        assert any(keyword.startswith("DDE") for keyword in found)
