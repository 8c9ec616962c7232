"""Colours derived from one, so that all text in them can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.colours import READABLE, contrast
from opshandover.errors import OptionError
from opshandover.exporters.word import WordExporter
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.themes import Paper, Theme, design_of


@given(st.from_regex(r"\A#?[0-9a-fA-F]{6}\Z"))
def test_text_in_any_colour_can_be_read(colour: str) -> None:
    """White, yellow or grey: what is derived has a contrast of 4.5 on every ground there is."""
    design = design_of(Theme.MODERN, Paper.A4, colour)
    for text in (design.accent, design.ink, design.quiet, design.link, design.faint):
        for ground in ("FFFFFF", design.tint, design.pale):
            assert contrast(text, ground) >= READABLE


def test_the_modern_theme_is_derived_from_its_own_colour() -> None:
    """Its tones are those that its accent gives, so that there is one way to derive them."""
    assert Design().coloured(Design().accent) == Design()
    assert design_of(Theme.MODERN, Paper.A4, "") == Design()


def test_a_dark_colour_stays_as_it_is() -> None:
    """What can be read is not changed; what cannot is darkened and keeps its hue."""
    assert design_of(Theme.MODERN, Paper.A4, "#7a1f3d").accent == "7A1F3D"
    yellow = design_of(Theme.MODERN, Paper.A4, "FFE000").accent
    red, green, blue = (int(yellow[at : at + 2], 16) for at in (0, 2, 4))
    assert red > green > blue == 0


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("000000", "FFFFFF", 21.0), ("767676", "FFFFFF", 4.54), ("FF0000", "FFFFFF", 4.0)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, wanted: float) -> None:
    """Known pairs give known values, in either order."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize(
    "given",
    ["red", "#12345", "1234567", "12 456", "#", "ＦＦ００００", "1F4E6g", "1F4E63\n", "a\0<"],
)
def test_what_is_no_colour_is_refused(given: str) -> None:
    """The error says in both languages what was expected, before anything is written."""
    with pytest.raises(OptionError) as caught:
        WordExporter(colour=given)
    for lang in ("zh", "en"):
        assert "colour" in caught.value.in_lang(lang)
        assert "1F4E63" in caught.value.in_lang(lang)
