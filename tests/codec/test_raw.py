"""What all formats share: numbers within limits, lines as an editor counts them, faults that are safe to show."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.faulty import yaml_of

from opshandover import codec
from opshandover.codec import loads
from opshandover.codec.raw import HugeNumber, Lines, decimal_number, whole_number
from opshandover.errors import LoadError


@given(
    st.lists(st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"]), max_size=6),
    st.sampled_from(["yaml", "json"]),
)
def test_lines_are_those_of_an_editor(breaks: list[str], name: str) -> None:
    """Characters that only YAML takes for the end of a line stay in the text, and count no line."""
    before = "".join(f"a{one}b" for one in breaks if one in "\u2028\u2029\x85")
    space = "".join(one for one in breaks if one not in "\u2028\u2029\x85")
    lines = len(space.replace("\r\n", "\n"))
    text = {
        "yaml": f"profile: daily_work\ntitle: '{before}'\n{space}prepared_on: x",
        "json": f'{{"profile": "daily_work",\n"title": "{before}",\n{space}"prepared_on": "x"}}',
    }[name]
    with pytest.raises(LoadError) as caught:
        loads(text, format=name)
    (fault,) = caught.value.faults
    assert fault.line == 3 + lines
    sound = text.replace('"x"', "null").replace("_on: x", "_on:")
    assert loads(sound, format=name).title == before


@given(st.text(st.sampled_from("ab\n\r\u2028"), max_size=30), st.lists(st.integers(0, 29), max_size=6))
def test_lines_may_be_asked_for_in_any_order(text: str, order: list[int]) -> None:
    """A position does not depend on those that were asked for before."""
    lines = Lines(text)
    for index in (at for at in order if at < len(text)):
        before = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if text[index - 1 : index + 1] != "\r\n":
            assert (lines.mark(index).line, lines.mark(index).column) == (len(before), len(before[-1]) + 1)


def test_the_line_around_a_character() -> None:
    """A line ends before its break, whichever that is."""
    lines = Lines("ab\r\ncd\u2028e\nf")
    assert [lines.around(index) for index in (1, 5, 9)] == [("ab", 0), ("cd\u2028e", 4), ("f", 9)]


@pytest.mark.parametrize(
    ("written", "value"),
    [("1.50", Decimal("1.50")), ("1e3", Decimal(1000)), ("0." + "0" * 39 + "1", Decimal("1e-40")), ("-0", Decimal(0))],
)
def test_numbers_keep_the_digits_that_were_written(written: str, value: Decimal) -> None:
    """No float comes between a number and its value."""
    assert decimal_number(written) == value
    assert str(decimal_number("1.50")) == "1.50"


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity", "1e999999999", "1e-41", "1" * 41, "1" * 100_000])
def test_a_number_beyond_the_limits_is_kept_as_written(written: str) -> None:
    """It fits no field, and the fault can still show it."""
    assert decimal_number(written) == HugeNumber(written)
    assert str(decimal_number(written)) == written


def test_a_long_whole_number_is_not_converted() -> None:
    """Conversion takes time that grows with the square of the digits."""
    assert whole_number("9" * 40) == 10**40 - 1
    assert whole_number("9" * 41) == HugeNumber("9" * 41)


def test_faults_are_shown_shortened_and_in_both_languages() -> None:
    """A long value is cut; the text exists in Chinese and English."""
    with pytest.raises(LoadError) as caught:
        codec.loads(yaml_of(f"prepared_on: {'长' * 10_000}"), format="yaml")
    assert len(str(caught.value)) < 300
    assert "应为日期" in caught.value.in_lang("zh")
