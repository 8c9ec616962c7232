"""Marks over the runs that Word splits them into."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.exporters.word.form.forms import NAMESPACES, fill, paragraphs, refusal, table
from tests.exporters.word.opened import text_in
from tests.support.docx_lint import W

from opshandover.exporters.word.form.place import has_marks, place_marks


def run(text: str, properties: str = "") -> str:
    """A run with a text that keeps its blanks."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_split_mark_is_one_and_keeps_the_format_of_its_first_run(tmp_path: Path) -> None:
    """Word splits runs at spelling, languages and edits; what is around the mark stays as it is."""
    body = (
        f"<w:p>{run('前 ', '<w:i/>')}{run('{{gi', '<w:b/>')}<w:proofErr w:type='spellStart'/>{run('ver.')}"
        f"<w:bookmarkStart w:id='4' w:name='y'/>{run('name}}', '<w:i/>')}<w:bookmarkEnd w:id='4'/>{run(' 后')}</w:p>"
    )
    file = fill(tmp_path, body)
    assert file.text().strip("\n") == "前 何秋实 后"
    (found,) = (each for each in file.find(".//w:r") if text_in(each) == "何秋实")
    assert found.find(f"{W}rPr/{W}b") is not None
    assert found.find(f"{W}rPr/{W}i") is None


@settings(max_examples=60)
@given(
    text=st.lists(st.sampled_from(["{{giver.name}}", "{{id}}", "前", " ", "{", "}", "后。"]), max_size=8).map("".join),
    cuts=st.lists(st.integers(0, 60), max_size=8),
)
def test_any_way_to_split_runs(text: str, cuts: list[int]) -> None:
    """The same marks are found, and the text between them is the same."""
    places = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    pieces = [text[a:b] for a, b in pairwise(places)]
    whole, split = (
        etree.fromstring(f"<w:body {NAMESPACES}><w:p>{''.join(map(run, parts))}</w:p></w:body>")
        for parts in ([text], pieces)
    )
    marks, others = place_marks(whole)[0], place_marks(split)[0]
    assert [one.mark for one in marks] == [one.mark for one in others]
    assert text_in(whole) == text_in(split)
    assert has_marks(text) is bool(marks)


@pytest.mark.parametrize(
    ("block", "header", "said"),
    [
        (table(("a", "b"), ("{{givr}}", "")), "", "'{{givr}}' in a table (table 2, row 2)"),
        (paragraphs("人：{{givr}}"), "", "'{{givr}}' in the text"),
        ("", "{{givr}}", "'{{givr}}' in a header"),
    ],
)
def test_faults_have_their_place(tmp_path: Path, block: str, header: str, said: str) -> None:
    """Tables are counted from the beginning of the text."""
    assert said in refusal(tmp_path, table(("x", "y")), block, header=header)
