"""The limits of numbers are the same wherever a number is read, built or written."""

import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from opshandover.codec import dumps, loads
from opshandover.errors import ContentError, LoadError
from opshandover.limits import DECIMAL_DIGITS, INTEGER_DIGITS, MOST_CHARACTERS, is_bounded
from opshandover.model import Metric, OpsDocument, Task, WorkProgress
from opshandover.model.data import DataAnalysis
from opshandover.testing import a_document

EDGES = [0, 1, -1, 10**INTEGER_DIGITS - 1, 10**INTEGER_DIGITS, -(10**INTEGER_DIGITS), 10**5000]
WHOLE = st.sampled_from(EDGES) | st.integers()
NUMBERS = st.decimals(allow_nan=True, allow_infinity=True) | st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-(10**9), 10**9), st.integers(-99, 99)
)


def _document(*, whole: int | None = None, number: Decimal | None = None) -> OpsDocument:
    return OpsDocument(
        profile="daily_work",
        work_progress=WorkProgress(tasks=(Task(title="x", progress=whole),)),
        data_analysis=DataAnalysis(metrics=(Metric(name="x", value=number),)),
    )


@given(WHOLE, NUMBERS, st.sampled_from(["json", "yaml"]))
def test_what_can_be_built_can_be_written_and_comes_back(whole: int, number: Decimal, name: str) -> None:
    """Every number within the limits comes back equal, and none beyond them is written."""
    document = _document(whole=whole, number=number)
    if is_bounded(whole) and is_bounded(number):
        assert loads(dumps(document, format=name), format=name) == document
    else:
        with pytest.raises(ContentError, match="out of bounds"):
            dumps(document, format=name)


NUMBERS_BEYOND = [
    "1e9999999999999999999",
    "1e99999",
    "-1e40",
    "1e-41",
    "9" * 41,
    "1" * 5_000,
    f"0.{'0' * 40}1",
    "inf",
    "nan",
    "Infinity",
    "NaN",
]


@pytest.mark.parametrize("written", NUMBERS_BEYOND)
@pytest.mark.parametrize("name", ["json", "yaml", "toml"])
def test_numbers_beyond_the_limits_are_faults(written: str, name: str) -> None:
    """Whatever the format, the fault has the number's path, or says that the text is not of that format."""
    text = {
        "json": f'{{"profile": "daily_work", "data_analysis": {{"metrics": [{{"value": {written}}}]}}}}',
        "yaml": f"profile: daily_work\ndata_analysis: {{metrics: [{{value: {written}}}]}}",
        "toml": f'profile = "daily_work"\n[[data_analysis.metrics]]\nvalue = {written}',
    }[name]
    with pytest.raises(LoadError) as caught:
        loads(text, format=name)
    (fault,) = caught.value.faults
    assert (
        fault.path == "data_analysis.metrics[0].value"
        or "syntax" in str(fault.problem["en"])
        or "too long" in str(caught.value)
    )
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("written", ["1000000000000000000", "-1000000000000000000", "9" * 5_000])
@pytest.mark.parametrize("name", ["json", "yaml"])
def test_integers_beyond_the_limits_are_faults(written: str, name: str) -> None:
    """A whole number of 19 digits is refused in every format alike."""
    text = f'{{"profile": "daily_work", "work_progress": {{"tasks": [{{"progress": {written}}}]}}}}'
    with pytest.raises(LoadError, match=rf"whole number of at most {INTEGER_DIGITS} digits"):
        loads(text, format=name)


def test_long_hexadecimal_integer_of_toml() -> None:
    """TOML bounds no hexadecimal number: it is refused by its field, and shown shortened."""
    with pytest.raises(LoadError, match="at most 18 digits, got 0xff"):
        loads(f'profile = "daily_work"\n[[work_progress.tasks]]\nprogress = 0x{"f" * 9_000}', format="toml")


def test_the_limits_are_those_of_numbers_written_out() -> None:
    """The largest and the smallest number are bounded, and so is what has digits on both sides."""
    assert is_bounded(Decimal("9" * DECIMAL_DIGITS + "." + "9" * DECIMAL_DIGITS))
    assert is_bounded(Decimal(f"1E-{DECIMAL_DIGITS}"))
    assert not is_bounded(Decimal("NaN"))
    assert not is_bounded(Decimal("-Infinity"))


@pytest.mark.parametrize("name", ["json", "yaml"])
def test_the_length_of_one_text(name: str) -> None:
    """It is the same in reading, building and writing; a longer text is a fault that says where and what to do."""
    longest = evolve(a_document(), reason="长" * MOST_CHARACTERS)
    assert loads(dumps(longest, format=name), format=name) == longest
    longer = evolve(longest, reason="长" * (MOST_CHARACTERS + 1))
    with pytest.raises(ContentError, match="reason: the text has more than 200000 characters"):
        dumps(longer, format=name)
    text = dumps(longest, format=name).replace("长" * MOST_CHARACTERS, "长" * (MOST_CHARACTERS + 1))
    with pytest.raises(LoadError) as caught:
        loads(text, format=name)
    said = caught.value.in_lang("en")
    assert re.search(r"reason  the text has more than 200000 characters.*file of its own", said)
