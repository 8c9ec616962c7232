"""Advice that several readers give is advice that helps."""

import pytest
from tests.codec.faulty import faults

from opshandover.codec import loads
from opshandover.codec.hints import IN_QUOTES, full_width_colon, space_after_colon
from opshandover.text import Message


@pytest.mark.parametrize(
    ("faulty", "hint", "mended"),
    [
        ("profile：charter", full_width_colon(), "profile: charter"),
        ("profile: charter\ntitle：x", full_width_colon(), "profile: charter\ntitle: x"),
        ("profile: charter\ngiver: 姓名：周岩", full_width_colon(), "profile: charter\ngiver: {姓名: 周岩}"),
        ("profile: charter\ngiver: {name：x}", full_width_colon(), "profile: charter\ngiver: {name: x}"),
        ("profile:charter", space_after_colon(), "profile: charter"),
        ("profile: charter\ngiver: {name:x}", space_after_colon(), "profile: charter\ngiver: {name: x}"),
        ("profile: charter\ntitle: a: b", IN_QUOTES, "profile: charter\ntitle: 'a: b'"),
        ("profile: charter\n? [a]\n: b", IN_QUOTES, "profile: charter\n? 'title'\n: b"),
    ],
)
def test_the_same_mistake_is_answered_alike(faulty: str, hint: Message, mended: str) -> None:
    """Wherever it is found, by the parser or in the data: the hint is the same, and who follows it can go on."""
    assert hint in [fault.hint for fault in faults(faulty)]
    assert loads(mended, format="yaml").profile == "charter"
