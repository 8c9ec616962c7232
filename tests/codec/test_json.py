"""How plain data is written as JSON."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import texts

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
    st.recursive(SIMPLE, lambda inner: st.one_of(st.lists(inner), st.dictionaries(texts(), inner))),
)


@settings(max_examples=50)
@given(DATA)
def test_json_is_written_as_the_standard_library_writes_it(data: dict[str, Any]) -> None:
    """The indented text is the same, letter by letter, and reads back as the same data."""
    assert write(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert json.loads(write(data)) == data
