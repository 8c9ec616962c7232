"""The look of a value and its link to a keyword add up."""

import pytest

from opshandover.redaction.points import BESIDE, COLON, FAR, IS, NEAR, secret_at

LINKS = (FAR, BESIDE, NEAR, IS, COLON)


@pytest.mark.parametrize(
    ("value", "kind", "least"),
    [
        ("Gs2025!x", "open", FAR),
        ("mendian88", "open", BESIDE),
        ("Harbour!", "open", NEAR),
        ("harbour", "open", IS),
        ("4471", "codes", BESIDE),
        ("4kq9-zt27", "codes", BESIDE),
        ("9d3f1a7c5b2e", "strict", BESIDE),
        ("seven otters juggle plums", "open", IS),
    ],
)
def test_the_less_a_value_looks_like_a_secret_the_closer_it_must_be(value: str, kind: str, least: int) -> None:
    """From the least link on, the value is one; with a weaker link it is none."""
    assert {link: secret_at(value, 0, kind, link) for link in LINKS} == {
        link: (0, len(value)) if link >= least else None for link in LINKS
    }


@pytest.mark.parametrize("value", ["2026-03-05", "required", "/etc/app.conf", "12 位", "${PASS}", "保管人李娜"])
def test_what_is_harmless_is_none_however_close(value: str) -> None:
    """Dates, remarks, paths, quantities and variables stay behind a colon too."""
    assert [secret_at(value, 0, kind, COLON) for kind in ("open", "codes", "strict")] == [None] * 3


def test_a_word_said_of_passwords_is_none_unless_behind_a_colon() -> None:
    """`is plural` speaks of one, `: plural` states it."""
    assert secret_at("plural", 0, "open", IS) is None
    assert secret_at("plural", 0, "open", COLON) == (0, 6)
