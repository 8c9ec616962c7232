"""JSON is written as the standard library writes it, and read more strictly."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.codec.faulty import faults
from tests.support.documents import texts
from tests.support.patience import one_in

from opshandover.codec.json import write

SIMPLE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    texts(),
)
DATA = st.dictionaries(
    texts(),
    st.recursive(SIMPLE, lambda inner: st.one_of(st.lists(inner), st.dictionaries(texts(), inner)), max_leaves=20),
)


@one_in(2)
@given(DATA)
def test_json_is_written_as_the_standard_library_writes_it(data: dict[str, Any]) -> None:
    """The indented text is the same, letter by letter, and reads back as the same data."""
    assert write(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert json.loads(write(data)) == data


def test_duplicate_keys_are_faults_in_json_too() -> None:
    """No format keeps the last of two equal keys silently."""
    text = '{\n "profile": "daily_work",\n "giver": {"name": "a", "name": "b"},\n "title": "x", "title": "y"}'
    assert [(f.line, f.column, f.path) for f in faults(text, "json")] == [
        (3, 25, "giver.name"),
        (4, 16, "title"),
    ]
