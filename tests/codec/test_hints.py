"""Advice that several readers give is advice that helps."""

import pytest
from tests.codec.faulty import faults

from opshandover.codec import loads
from opshandover.codec.hints import IN_QUOTES, full_width_colon, space_after_colon, with_colon
from opshandover.text import Message


@pytest.mark.parametrize(
    ("faulty", "hint", "mended"),
    [
        ("profile：charter", full_width_colon(), "profile: charter"),
        ("profile: charter\ntitle：x", with_colon("title", "x", wide=True), "profile: charter\ntitle: x"),
        (
            "profile: charter\ngiver: 姓名：周岩",
            with_colon("姓名", "周岩", wide=True),
            "profile: charter\ngiver: {姓名: 周岩}",
        ),
        (
            "profile: charter\ngiver: {name：x}",
            with_colon("name", "x", wide=True),
            "profile: charter\ngiver: {name: x}",
        ),
        ("profile:charter", space_after_colon(), "profile: charter"),
        (
            "profile: charter\ngiver: {name:x}",
            with_colon("name", "x", wide=False),
            "profile: charter\ngiver: {name: x}",
        ),
        ("profile: charter\ntitle: a: b", IN_QUOTES, "profile: charter\ntitle: 'a: b'"),
        ("profile: charter\n? [a]\n: b", IN_QUOTES, "profile: charter\n? 'title'\n: b"),
    ],
)
def test_the_same_mistake_is_answered_alike(faulty: str, hint: Message, mended: str) -> None:
    """Wherever it is found, by the parser or in the data: the hint is the same, and who follows it can go on."""
    assert hint in [fault.hint for fault in faults(faulty)]
    assert loads(mended, format="yaml").profile == "charter"


def test_a_colon_is_shown_as_yaml_has_it() -> None:
    """The line can be copied, and holds no secret."""
    assert with_colon(" 移交人 ", " 郝静", wide=False)["zh"] == "冒号后面要有一个半角空格：移交人: 郝静"
    assert "Gs2025" not in with_colon("密码", "Gs2025!xQ9", wide=True)["en"]
