"""The style sheet is readable on light and dark screens in any colour."""

import re

from hypothesis import given
from hypothesis import strategies as st

from opshandover.colours import READABLE, contrast
from opshandover.exporters.html.style import style_sheet


def variables(css: str) -> list[dict[str, str]]:
    """The colours of each block of variables, light before dark."""
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): #([0-9A-F]{6});", block)) for block in blocks]


@given(st.from_regex(r"\A[0-9A-F]{6}\Z"))
def test_text_can_be_read_on_every_ground(colour: str) -> None:
    """The contrast is at least 4.5, on light and on dark screens."""
    light, dark = variables(style_sheet(colour))
    assert light.keys() == dark.keys()
    for shades in (light, dark):
        for text in ("ink", "accent", "quiet", "faint", "link"):
            for ground in ("ground", "tint", "pale"):
                assert contrast(shades[text], shades[ground]) >= READABLE, (text, ground)
        for text in ("ink", "quiet", "alert", "link"):
            assert contrast(shades[text], shades["alert-ground"]) >= READABLE, text


def test_nothing_is_loaded() -> None:
    """No address of any kind, and nothing that is not well-formed in a strict parser."""
    css = style_sheet("1F4E63")
    assert "url(" not in css
    assert "@import" not in css
    assert not re.search(r"[<&]", css)
