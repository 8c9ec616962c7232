"""The cells of a column taken together say what each would say alone."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.exporters.word.opened import cell, para

from opshandover.exporters.picture_folder import PictureFolder
from opshandover.exporters.word.columns import CellColumn
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.drawing import Drawings
from opshandover.exporters.word.measure import TextMeasurer
from opshandover.exporters.word.package import document_part
from opshandover.exporters.word.runs import Links, RunWriter
from opshandover.ooxml.ids import Ids
from opshandover.pages.blocks import Cell, Role, Run
from opshandover.testing import HOSTILE_TEXTS
from opshandover.text import LANGUAGES, Lang

LOOK = Design()
RULER = TextMeasurer.of(LOOK)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE_TEXTS),
        st.text(max_size=20),
        st.text("甲a \n\r\t&<>\"'·—\x00\ud800\uffff", max_size=8),
    ),
    max_size=8,
)


def writer(lang: Lang) -> RunWriter:
    """A writer of runs into an empty document."""
    return RunWriter(lang, Links(document_part()), LOOK, Drawings(Ids(0), LOOK, PictureFolder(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(texts=TEXTS)
@example(texts=["a\r", "\nb"])
@example(texts=["a", "", " b"])
@example(texts=[])
@settings(max_examples=200)
def test_many_texts_are_written_as_each_is(lang: Lang, texts: list[str]) -> None:
    """To escape them together is quicker, and changes nothing."""
    runs = writer(lang)
    assert runs.plain_each(texts) == [runs.xml((Run(text),)) for text in texts]


@given(texts=TEXTS, width=st.integers(200, 4000), most=st.integers(1, 16))
@settings(max_examples=200)
def test_long_cells_are_those_that_take_many_lines(texts: list[str], width: int, most: int) -> None:
    """To count lines only where a text may fill so many passes none over."""
    cells = [cell(text) for text in texts]
    long = CellColumn.of(cells).long(RULER, width, most)
    alone = {n for n, each in enumerate(cells) if RULER.is_long(each.blocks, width, most)}
    assert set(long) == alone


def test_equal_contents_are_held_once() -> None:
    """What stands in many cells is looked at once; what is more than text is told apart."""
    shared, other = (para("甲"),), (para("乙"), para("丙"))
    column = CellColumn.of([Cell(blocks=shared), Cell(blocks=other), Cell(blocks=shared)])
    assert list(column.bare.values()) == ["甲"]
    assert list(column.rest.values()) == [other]
    assert column.texts() == {"甲", "乙", "丙"}
    assert column.keys[0] == column.keys[2] != column.keys[1]


def test_a_role_makes_more_of_a_text() -> None:
    """A paragraph with a role is written with its style."""
    quiet = Cell(blocks=(para("甲", role=Role.METADATA),))
    column = CellColumn.of([quiet])
    assert (column.bare, list(column.rest.values())) == ({}, [quiet.blocks])
