"""The tables of fonts: what they claim is not believed, and little is unpacked."""

import struct
import tracemalloc
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from tests.support.fonts import CHINESE, font, with_table

from opshandover.exporters.word.font_tables import family_names, open_font, subset


def characters(kind: int, claimed: int, *, platform: int = 3) -> bytes:
    """A table of characters that claims to have many, in a few bytes."""
    head = struct.pack(">HHHHL", 0, 1, platform, 10, 12)
    if kind == 12:
        groups = struct.pack(">LLL", 0, 0xFFFFFFFF, 0) * claimed
        return head + struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, claimed) + groups
    ends, starts = b"\xff\xff" * claimed, bytes(2 * claimed)
    fixed = struct.pack(">HHHHHHH", 4, 16 + 8 * claimed, 0, 2 * claimed, 0, 0, 0)
    return head + fixed + ends + bytes(2) + starts + bytes(4 * claimed)


@pytest.mark.parametrize("table", [characters(12, 3), characters(4, 1000), characters(4, 1, platform=1), bytes(4)])
def test_claims_are_not_unpacked(table: bytes) -> None:
    """A table that stands for gigabytes, or has no characters for Windows, is refused, at the cost of its bytes."""
    opened = open_font(with_table(font(), "cmap", table))
    tracemalloc.start()
    with pytest.raises(ValueError, match="no usable table of characters"):
        subset(opened, "ab", shaping=True)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_glyphs_that_overlap_are_refused() -> None:
    """A file in which each glyph is the whole file is not unpacked."""
    data = font(characters="ab")
    opened = open_font(with_table(data, "loca", struct.pack(">4H", 0, 8, 0, 8)))
    with pytest.raises(ValueError, match="overlapping"):
        subset(opened, "ab", shaping=True)


def test_too_many_names_are_refused() -> None:
    """Names may lie above one another, so their number is limited."""
    with pytest.raises(ValueError, match="too many names"):
        family_names(open_font(with_table(font(), "name", struct.pack(">HHH", 0, 2001, 6))))


@pytest.mark.parametrize("postscript", [False, True])
def test_a_font_is_reduced_to_some_characters_and_dated_as_before(postscript: bool) -> None:
    """The characters asked for are there, the size shrinks, and no clock is read."""
    data = font(characters=CHINESE, chinese=True, postscript=postscript)
    reduced = open_font(data)
    subset(reduced, "海a龘", shaping=False)
    packed = BytesIO()
    reduced.save(packed)
    result = TTFont(BytesIO(packed.getvalue()))
    assert set(result.getBestCmap()) == {ord("海"), ord("a")}
    assert len(packed.getvalue()) < len(data)
    assert result["head"].modified == TTFont(BytesIO(data))["head"].modified
