"""Lines without markup are told from others without parsing them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from opshandover.pages.blocks import Paragraph, Run
from opshandover.pages.inline import is_plain_line, plain_runs, runs_of_tokens
from opshandover.pages.markdown import prose_parser
from opshandover.pages.tokens import TokenReader

_PARTS = (
    "**",
    "甲",
    "ab",
    "3",
    " ",
    "：",
    ": ",
    "；",
    "，",
    "。",
    "(",
    ")",
    ".",
    "-",
    "+",
    "=",
    "/",
    "_",
    "*",
    "http://",
    "“",
    "%",
    "&",
    "#",
    "amp;",
    "38;",
    "'",
    '"',
    "?",
    "▲ ",
    "mailto:",
)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=12).map("".join))
def test_what_is_not_parsed_is_what_parsing_finds(text: str) -> None:
    """A line that is taken for plain has the runs that the parser would find in it."""
    reader = TokenReader(prose_parser(), {})
    if found := plain_runs(text):
        assert found == runs_of_tokens(reader.parse_line(text), other=reader.other)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=8).map("".join))
def test_a_plain_line_is_one_paragraph(text: str) -> None:
    """A line that is taken for plain is one paragraph, whatever it begins with."""
    if is_plain_line(text):
        assert TokenReader(prose_parser(), {}).read(text) == (Paragraph((Run(text),)),)


def test_most_lines_are_plain() -> None:
    """Texts and labels as a large export has them need no parsing."""
    assert plain_runs("**下一步** 看 3 号库；**负责人** 周岩")
    assert plain_runs("2026-03-02 08:30")
    assert plain_runs("▲ 已延迟")
    assert plain_runs("R&D's banner (2nd), is it ready?")
    assert not plain_runs("&#38; co")
    assert not plain_runs("a*b*")
    assert not plain_runs("**a**b")
