"""Lines that an editor has wrapped, and lines that a writer has ended."""

import pytest

from opshandover.pages.blocks import Paragraph, text_of
from opshandover.pages.markdown import blocks_of

LONG = "The main sale ended at midnight and service never stopped, so that nobody"


def shown(markdown: str) -> str:
    """The text of the only paragraph."""
    (paragraph,) = blocks_of(markdown)
    assert isinstance(paragraph, Paragraph)
    return text_of(paragraph.runs)


def test_a_wrapped_line_goes_on() -> None:
    """Words are parted by a space, also where the markup changes beside the break."""
    assert shown(f"{LONG}\nwas waiting.") == f"{LONG} was waiting."
    assert shown(f"{LONG} **was\nwaiting**.") == f"{LONG} was waiting."
    assert shown(f"{LONG}\n**was** waiting.") == f"{LONG} was waiting."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Building 4\nRoom 12", "Building 4\nRoom 12"),
        (f"{LONG}  \nwas waiting.", f"{LONG}\nwas waiting."),
        (f"{LONG}\\\nwas waiting.", f"{LONG}\nwas waiting."),
        ("双十一主会场" * 12 + "\n第二行", "双十一主会场" * 12 + "\n第二行"),
        (f"{LONG}\n第二行", f"{LONG}\n第二行"),
        (f"Issue: {LONG}\nNext step: call them", f"Issue: {LONG}\nNext step: call them"),
        ("short\nlines\nbelow one another", "short\nlines\nbelow one another"),
    ],
)
def test_a_line_that_was_ended_stays_so(text: str, lines: str) -> None:
    """Short lines, breaks that are asked for, Chinese on either side, and lines that begin with a label."""
    assert shown(text) == lines


def test_a_long_text_is_wrapped_many_times() -> None:
    """Each line is looked at for itself."""
    assert shown("\n".join([LONG] * 500)) == " ".join([LONG] * 500)
