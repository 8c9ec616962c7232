"""Values that no field allows are named, however they came into a document."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from tests.support.documents import documents

from opshandover import check, dumps, export, score
from opshandover.document.columns import record_groups
from opshandover.document.verify import ensure
from opshandover.errors import ContentError
from opshandover.model import DataAnalysis, Metric, OpsDocument, Person, Task, WorkProgress
from opshandover.model.base import TYPES_ARE_RIGHT


@pytest.fixture(autouse=True)
def unchecked() -> Iterator[None]:
    """Records are made as by a reader that says it has checked the types, and has not."""
    token = TYPES_ARE_RIGHT.set(True)
    yield
    TYPES_ARE_RIGHT.reset(token)


def with_task(**values: Any) -> Any:
    """A section with one task, made when the test runs."""
    return lambda: WorkProgress(tasks=(Task(**values),))


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"title": 3}, "title: expected str, got int"),
    ({"receivers": [Person()]}, "receivers: expected a tuple, got list"),
    ({"receivers": ("李雯",)}, "receivers[0]: expected Person, got str"),
    ({"receivers": (None,)}, "receivers[0]: expected Person, got NoneType"),
    ({"giver": "李雯"}, "giver: expected Person, got str"),
    ({"title": None}, "title: expected str, got NoneType"),
    ({"prepared_on": datetime.fromisoformat("2026-01-01")}, "prepared_on: expected date, got"),
    ({"manages_people": 1}, "manages_people: expected bool, got int"),
    ({"work_progress": with_task(progress=True)}, "expected int, got bool"),
    ({"work_progress": Task()}, "work_progress: expected WorkProgress | Nothing | NotApplicable, got Task"),
    ({"work_progress": with_task(due="2026-11-29")}, "due: expected date | datetime, got str"),
    ({"title": "\ud800"}, "title: contains a lone surrogate"),
    (
        {"data_analysis": DataAnalysis(metrics=(Metric(value=Decimal("NaN")),))},
        "data_analysis.metrics[0].value: the number is out of bounds",
    ),
]


@pytest.mark.parametrize(("values", "said"), WRONG)
def test_wrong_value_is_named_by_path(values: dict[str, Any], said: str) -> None:
    """Each wrong value is named with where it is, what belongs there, and what it is."""
    made = {name: value() if callable(value) else value for name, value in values.items()}
    with pytest.raises(ContentError) as caught:
        ensure(OpsDocument(profile="daily_work", **made))
    assert said in str(caught.value)


def test_all_wrong_values_are_named_at_once() -> None:
    """One error names every wrong value, in both languages."""
    values: dict[str, Any] = {"title": 3, "version": 1, "receivers": []}
    with pytest.raises(ContentError, match=r"3 value\(s\).*title.*version.*receivers") as caught:
        ensure(OpsDocument(profile="daily_work", **values))
    assert "3 个值" in caught.value.in_lang("zh")


@pytest.mark.parametrize("use", [check, score, lambda d: dumps(d, format="json"), lambda d: export(d, "json")])
def test_nothing_is_made_of_a_document_with_wrong_values(use: Any) -> None:
    """Whatever is asked of the document, the wrong value is said first."""
    values: dict[str, Any] = {"receivers": [Person(name="李雯")]}
    with pytest.raises(ContentError, match="receivers"):
        use(OpsDocument(profile="daily_handover", **values))


@settings(max_examples=30)
@given(documents())
def test_every_document_of_the_right_types_is_let_through(document: OpsDocument) -> None:
    """No valid document is refused, and all of it is given back in groups."""
    held = [(group.of, group.records) for group in ensure(document)]
    assert held == [(group.of, group.records) for group in record_groups(document)]
