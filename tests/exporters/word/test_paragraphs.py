"""Paragraphs, with what is said of their room and their place."""

import pytest

from opshandover.exporters.word import design
from opshandover.exporters.word.paragraphs import BlockContext, ListMarker, numbering_properties, paragraph
from opshandover.pages.blocks import Align


@pytest.mark.parametrize(
    ("context", "properties"),
    [
        (BlockContext(), ""),
        (BlockContext(style="Quote", keep=True), '<w:pStyle w:val="Quote"/><w:keepNext/>'),
        (BlockContext(left=300), '<w:ind w:left="300"/>'),
        (BlockContext(align=Align.END), '<w:jc w:val="right"/>'),
    ],
)
def test_a_paragraph_says_no_more_than_it_has_to(context: BlockContext, properties: str) -> None:
    """What its style says already is not repeated."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    assert paragraph("<w:r/>", context) == f"<w:p>{inside}<w:r/></w:p>"


def test_an_item_hangs_by_its_marker() -> None:
    """The marker stands before the text, where the text around the list begins."""
    numbered = ListMarker(numbering=numbering_properties(1, 4))
    assert paragraph("x", BlockContext(left=700, hanging=400), marker=numbered) == (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'
        '<w:ind w:left="700" w:hanging="400"/></w:pPr>x</w:p>'
    )
    assert 'w:hanging="300"/></w:pPr>☐x' in paragraph(
        "x", BlockContext(left=300, hanging=300), marker=ListMarker(sign="☐")
    )


def test_a_drawing_has_a_line_as_high_as_it_is() -> None:
    """A line of fixed height would cut it off, an indented first line push it over the margin."""
    written = paragraph("<w:r><w:drawing></w:drawing></w:r>", BlockContext())
    assert '<w:spacing w:line="240" w:lineRule="auto"/>' in written
    assert 'w:firstLine="0"' in written
    assert '<w:jc w:val="left"/>' in written


def test_a_heading_can_be_taken_out_of_its_numbering() -> None:
    """The numbering that counts nothing takes the place of that of its style."""
    assert f'<w:numId w:val="{design.NO_NUMBERS}"/>' in paragraph("x", BlockContext(), unnumbered=True)


def test_there_is_always_room() -> None:
    """However deep lists are nested, some width is left for text."""
    context = BlockContext(width=design.LEAST_ROOM + 100, left=50)
    assert (context.room, context.indented(400)) == (design.LEAST_ROOM + 50, 100)
    assert BlockContext(width=100, left=90).room == design.LEAST_ROOM
    assert BlockContext(width=100, left=10).indented(400) == 50


@pytest.mark.parametrize("width", [100, 950, 1000, 1100, 9000])
def test_what_is_nested_is_indented_by_steps_that_differ(width: int) -> None:
    """Code less than quotations, quotations less than lists: so one sees, and reads, what belongs to what."""
    context = BlockContext(width=width, step=design.TABLE_LIST_STEP)
    steps = [context.indented(design.CODE_STEP), context.quoted().left, context.indented(context.step)]
    assert 0 < steps[0] < steps[1] < steps[2]
