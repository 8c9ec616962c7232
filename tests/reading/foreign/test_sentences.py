"""Tests of what sentences say of the head of a document."""

import pytest
from tests.support.foreign import imported

from opshandover.reading.foreign import read_foreign
from opshandover.reading.foreign.sentences import said_in


def test_a_sentence_tells_fields_of_the_header() -> None:
    """Several of them, each with the name in it; other sentences tell none."""
    told = {
        name: next(filter(None, found.groups())) for name, found in said_in("Written by Orla Fenwick for Desh Patel")
    }
    assert told == {"giver": "Orla Fenwick", "receivers": "Desh Patel"}
    assert not [*said_in("The pump was repaired.")]


@pytest.mark.parametrize(
    "said",
    [
        "写于 2026-03-14，交给接手的同学（苏醒）。—— 田甜",
        "Written by Orla Fenwick for Desh Pattanaik, 2 May 2026.",
        "Hi Desh, this is all that I could think of. — Orla Fenwick",
    ],
)
def test_a_sentence_names_both_sides(said: str) -> None:
    """As a letter or a note does, in a greeting and a signature."""
    (part,) = read_foreign(imported(f"# 交接\n\n{said}\n\n## 待办\n\n- a\n"))
    found = part.document
    assert found.giver is not None
    assert found.giver.name in ("田甜", "Orla Fenwick")
    assert [one.name for one in found.receivers] in (["苏醒"], ["Desh Pattanaik"], ["Desh"])
