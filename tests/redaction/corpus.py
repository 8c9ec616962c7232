"""Lines with marked secrets, and what is asked of the search that is there for them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from opshandover.redaction import MASK, Span, find_secrets, redact
from opshandover.redaction.folding import fold

DATA = Path(__file__).parents[1] / "data"
MARKED = re.compile("⟦([^⟧]*)⟧")


def corpus(name: str) -> list[str]:
    """Reads the lines of a file of examples."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    signs = str.maketrans({"¦": None, "↵": "\n", "⇥": "\t"})
    return [line.translate(signs) for line in lines if line and not line.startswith("#")]


def assert_finds(search: Callable[[str], Iterator[Span]], marked: str) -> None:
    """One search finds exactly what is marked; with all of them it is hidden, once and for all."""
    text = MARKED.sub(r"\1", marked)
    folded = fold(text)
    spans = (folded.original(span) for span in search(folded.text))
    assert {text[slice(*span)] for span in spans} == set(MARKED.findall(marked))
    hidden = redact(text)
    assert hidden == MARKED.sub(MASK, marked)
    assert redact(hidden) == hidden


def assert_passes(search: Callable[[str], Iterator[Span]], line: str) -> None:
    """Neither the search nor any other raises an alarm."""
    assert [*search(fold(line).text)] == []
    assert find_secrets(line) == ()
