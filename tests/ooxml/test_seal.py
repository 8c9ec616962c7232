"""The seal of a Word file agrees with its parts as they were written, and with nothing else."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from opshandover.ooxml.seal import Seal, seal_of

PARTS = st.dictionaries(st.text("ab/", max_size=3), st.binary(max_size=3), max_size=4)


@given(PARTS, st.integers(1, 3))
def test_parts_written_in_chunks_have_the_seal_of_those_read(parts: Mapping[str, bytes], size: int) -> None:
    """What is written passes as it is, and in whatever chunks it comes, the seal is the same."""
    seal = Seal()
    for name, content in parts.items():
        chunks = [content[at : at + size] for at in range(0, len(content), size)]
        assert b"".join(seal.passing(name, chunks)) == content
    assert str(seal) == seal_of(parts)


@given(PARTS, PARTS)
def test_other_parts_have_another_seal(parts: Mapping[str, bytes], others: Mapping[str, bytes]) -> None:
    """Only the same names with the same contents in the same order have one seal."""
    assert (seal_of(parts) == seal_of(others)) == (list(parts.items()) == list(others.items()))
