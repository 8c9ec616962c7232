"""What is saved loads as the same document."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import documents

from opshandover.codec import dumps, loads
from opshandover.model import (
    Metric,
    OpsDocument,
    Shift,
)
from opshandover.model.data import DataAnalysis
from opshandover.text import Lang

each_format = pytest.mark.parametrize("name", ["json", "yaml"])
namings = st.sampled_from([None, "zh", "en"])


@each_format
@settings(max_examples=300)
@given(document=documents(), lang=namings)
def test_dumped_document_loads_as_the_same(document: OpsDocument, name: str, lang: Lang | None) -> None:
    """Any document, in any way of naming, comes back equal."""
    assert loads(dumps(document, format=name, lang=lang), format=name) == document


@pytest.mark.nightly
@each_format
@settings(max_examples=20_000)
@given(document=documents(), lang=namings)
def test_very_many_documents_load_as_the_same(document: OpsDocument, name: str, lang: Lang | None) -> None:
    """The same at length."""
    assert loads(dumps(document, format=name, lang=lang), format=name) == document


@pytest.mark.parametrize("value", ["0", "-12.5", "0.1", "12345678901234567890.123456789", "1E+30", "1e-7", "98.60"])
@each_format
def test_decimals_stay_exact(value: str, name: str) -> None:
    """No number loses a digit, not even one that no float can hold."""
    document = OpsDocument(
        profile="daily_work",
        data_analysis=DataAnalysis(metrics=(Metric(name="x", value=Decimal(value)),)),
    )
    assert loads(dumps(document, format=name), format=name) == document


def test_dates_and_times_come_back() -> None:
    """Dates are written as ISO dates, moments with their time and offset."""
    document = OpsDocument(
        profile="daily_handover",
        prepared_on=date(2026, 1, 2),
        shift=Shift(name="夜班", start=datetime.fromisoformat("2026-01-02T22:30:00+08:00")),
    )
    written = dumps(document, format="yaml")
    assert "prepared_on: 2026-01-02\n" in written
    assert "start: 2026-01-02 22:30:00+08:00\n" in written
    assert loads(written, format="yaml") == document
