"""The seal of a Word file agrees with its entries as they were written, and with nothing else."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hypothesis import given
from hypothesis import strategies as st

from opshandover.ooxml.seal import seal_of

PARTS = st.dictionaries(st.text("ab", min_size=1, max_size=3), st.binary(max_size=3), max_size=4)
METHODS = st.sampled_from((ZIP_STORED, ZIP_DEFLATED))


def entries_of(parts: Mapping[str, bytes], method: int) -> list[ZipInfo]:
    """What the directory of a file says, once it was read again; it is the same as while it was written."""
    data = BytesIO()
    with ZipFile(data, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
        written = seal_of(file.infolist())
    with ZipFile(data) as file:
        assert seal_of(file.infolist()) == written
        return file.infolist()


@given(PARTS, PARTS, METHODS, METHODS)
def test_other_parts_have_another_seal(
    parts: Mapping[str, bytes], others: Mapping[str, bytes], one: int, another: int
) -> None:
    """Only the same names with the same contents in the same order have one seal, however they are packed."""
    equal = list(parts.items()) == list(others.items())
    assert (seal_of(entries_of(parts, one)) == seal_of(entries_of(others, another))) == equal
