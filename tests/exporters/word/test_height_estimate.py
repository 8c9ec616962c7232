"""How high content is, estimated from its XML and its styles."""

from typing import Any

import pytest
from lxml import etree

from opshandover.exporters.word.design import CELL_SIDE
from opshandover.exporters.word.height_estimate import HeightEstimator, Segment

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {NAMESPACE}>
<w:style w:styleId="Normal"><w:pPr><w:spacing w:after="60" w:line="300" w:lineRule="exact"/></w:pPr>
<w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:styleId="Head"><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="40"/></w:pPr></w:style>
<w:style w:styleId="Item"><w:basedOn w:val="Normal"/><w:pPr><w:contextualSpacing/></w:pPr></w:style>
</w:styles>"""
WIDTH = 2000
"""Room for ten Chinese characters of ten points."""


def parsed(xml: str) -> Any:
    """A body of some elements."""
    return etree.fromstring(f"<w:body {NAMESPACE}>{xml}</w:body>")


def segments(xml: str) -> list[Segment]:
    """The segments of a body of some elements."""
    return list(HeightEstimator(etree.fromstring(STYLES)).segments(parsed(xml), WIDTH))


def line(text: str = "甲", style: str = "Normal", more: str = "") -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def row(text: str, properties: str) -> str:
    """A row of one cell."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{WIDTH + 2 * CELL_SIDE}"/></w:tcPr>{line(text)}</w:tc>'
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cell}</w:tr>"


def test_a_style_is_what_it_is_based_on_and_its_own() -> None:
    """A heading has the line of the text, its own distance, and stays with what follows."""
    assert segments(line() + line(style="Head")) == [
        Segment(height=300, before=0),
        Segment(height=300, before=100, keep=True),
    ]


def test_a_paragraph_may_differ_from_its_style() -> None:
    """Its own spacing counts, and items of a list stand close to one another."""
    (only,) = segments(line(more='<w:spacing w:before="500" w:line="700" w:lineRule="exact"/>'))
    assert (only.height, only.before) == (700, 500)
    assert [each.before for each in segments(line(style="Item") * 2 + line())] == [0, 0, 60]


@pytest.mark.parametrize(
    ("characters", "heights"), [(10, [300]), (30, [900]), (31, [600, 600]), (60, [600, 300, 300, 600])]
)
def test_a_long_paragraph_is_split_between_lines(characters: int, heights: list[int]) -> None:
    """No first and no last line stands alone."""
    assert [each.height for each in segments(line("长" * characters))] == heights


def test_the_head_of_a_table_comes_again() -> None:
    """Each row knows how high the head is; a row that may be split is split, another is not."""
    head, whole, *parts = segments(
        f"<w:tbl>{row('头', '<w:tblHeader/>')}{row('长' * 30, '<w:cantSplit/>')}{row('长' * 30, '')}</w:tbl>"
    )
    assert (head.keep, head.head, whole.head) == (True, 0, head.height)
    assert whole.height > 3 * 300
    assert len(parts) == whole.height // 240
    assert sum(part.height for part in parts) == pytest.approx(whole.height)


def test_bookmarks_are_where_their_paragraph_begins() -> None:
    """The first lines of a long paragraph have them, the others do not."""
    long = line("长" * 60).replace("<w:r>", '<w:bookmarkStart w:name="here"/><w:r>')
    assert [each.marks for each in segments(long)] == [("here",), (), (), ()]
