"""Lines on a terminal: where they may be broken, and what is not let through."""

import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from tests.support.documents import HOSTILE

from opshandover.cli.screen import Screen
from opshandover.plain_text import printable


@given(st.text(max_size=60) | st.sampled_from(HOSTILE))
def test_printable(text: str) -> None:
    """What is shown has no character that commands, hides or turns, and is one line."""
    shown = printable(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def test_printable_keeps_what_is_harmless() -> None:
    """Texts that people write are shown as they are, emoji made of several included."""
    text = "交接 𠮷 👨‍👩‍👧 مرحبا é | # <b>"
    assert printable(text) == text


def test_a_pipe_gets_whole_lines() -> None:
    """Without a terminal, lines are neither broken nor coloured."""
    stream = io.StringIO()
    Screen(stream).line("a" * 500, ("b" * 500, "bold red"), hang=4)
    assert stream.getvalue() == "a" * 500 + "b" * 500 + "\n"
