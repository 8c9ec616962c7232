"""A record refuses values of a wrong type when it is made, and takes what has one meaning."""

import threading
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import given
from tests.support.documents import documents

from opshandover.document.walk import walk
from opshandover.errors import ContentError
from opshandover.model import (
    Issue,
    Language,
    Metric,
    OpsDocument,
    Person,
    Record,
    Shift,
    Task,
    TaskStatus,
    WorkProgress,
)
from opshandover.model.base import record
from opshandover.model.fields import fields_of

DOCUMENT = {"profile": "daily_work"}
WRONG: list[tuple[type[Record], dict[str, Any], str, str]] = [
    (Task, {"title": 3}, "Task.title: expected str, got int 3", "str(3)"),
    (Task, {"title": None}, "Task.title: expected str, got NoneType", "leave title out"),
    (Task, {"progress": "60"}, "Task.progress: expected int, got str '60'", "int('60')"),
    (Task, {"progress": True}, "Task.progress: expected int, got bool", "int(…)"),
    (Task, {"progress": 0.5}, "Task.progress: expected int, got float 0.5", "int(0.5)"),
    (Task, {"status": "nonsense"}, "Task.status: expected TaskStatus, got str 'nonsense'", "TaskStatus.DONE"),
    (Task, {"due": "2026-11-28"}, "Task.due: expected date | datetime, got", "date.fromisoformat('2026-11-28')"),
    (Task, {"due": "2026-11-28 09:30"}, "got str '2026-11-28 09:30'", "datetime.fromisoformat('2026-11-28 09:30')"),
    (Task, {"due": "11月28日"}, "got str '11月28日'", "date(2026, 11, 28)"),
    (Task, {"owner": "李雯"}, "Task.owner: expected Person, got str '李雯'", "Person(name='李雯')"),
    (Task, {"owner": {"name": "李雯"}}, "Task.owner: expected Person, got dict", "Person(…)"),
    (Task, {"owner": Person}, "Task.owner: expected Person, got class Person", "Person(…)"),
    (Task, {"support_needed": "设计"}, "Task.support_needed: expected a tuple, got str '设计'", "('设计',)"),
    (Task, {"support_needed": {"设计"}}, "Task.support_needed: expected a tuple, got set", "(str(…),)"),
    (Task, {"support_needed": [3]}, "Task.support_needed[0]: expected str, got int 3", "str(3)"),
    (Shift, {"start": date(2026, 1, 1)}, "Shift.start: expected datetime, got date 2026-01-01", "datetime("),
    (Metric, {"value": 1.5}, "Metric.value: expected Decimal, got float 1.5", "Decimal('1.5')"),
    (Issue, {"recurring": 1}, "Issue.recurring: expected bool, got int 1", "True | False"),
    (OpsDocument, {"profile": None}, "OpsDocument.profile: expected str, got NoneType", "str(…)"),
    (OpsDocument, {**DOCUMENT, "receivers": ("李雯",)}, "receivers[0]: expected Person", "Person(name='李雯')"),
    (OpsDocument, {**DOCUMENT, "receivers": Person()}, "receivers: expected a tuple, got Person", "(Person(…),)"),
    (OpsDocument, {**DOCUMENT, "receivers": (None,)}, "receivers[0]: expected Person, got NoneType", "leave receivers"),
    (OpsDocument, {**DOCUMENT, "prepared_on": datetime.fromisoformat("2026-01-01")}, "expected date, got", "date()"),
    (OpsDocument, {**DOCUMENT, "work_progress": Task()}, "expected WorkProgress | Nothing | NotApplicable", "WorkProg"),
]


@pytest.mark.parametrize(("cls", "values", "said", "mend"), WRONG)
def test_a_wrong_type_is_refused_at_once(cls: Any, values: dict[str, Any], said: str, mend: str) -> None:
    """The error names class, field, what was expected and given, and what to write."""
    with pytest.raises(ContentError) as caught:
        cls(**values)
    assert said in str(caught.value)
    assert mend in str(caught.value)
    assert "应为 " in caught.value.in_lang("zh")


def test_evolving_is_making_a_new_record() -> None:
    """The usual way to edit refuses a wrong type as well."""
    with pytest.raises(ContentError, match=r"Task\.due: expected date"):
        attrs.evolve(Task(title="a"), due="tomorrow")  # type: ignore[arg-type]


def test_all_wrong_values_are_named_at_once() -> None:
    """One error has a line for each, in both languages."""
    values: dict[str, Any] = {"title": 3, "due": "2026-11-28", "owner": "李雯", "status": "已完成"}
    with pytest.raises(ContentError) as caught:
        Task(**values)
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "Task.title",
        "Task.owner",
        "Task.due",
    ]
    assert caught.value.in_lang("zh").count("\n") == 2


@pytest.mark.parametrize("written", ["done", "已完成", "Done", "完成", "closed"])
def test_a_status_is_taken_by_its_words(written: Any) -> None:
    """The name, the labels and the synonyms that files may have stand for the value."""
    assert Task(status=written).status is TaskStatus.DONE


def test_a_language_is_taken_by_its_name() -> None:
    """`lang="zh"` means what it says everywhere else."""
    name: Any = "zh"
    assert OpsDocument(profile="daily_work", lang=name).lang is Language.ZH


class Pair(NamedTuple):
    """A tuple of a class of its own."""

    one: Person
    two: Person


@pytest.mark.parametrize("several", [list, tuple, lambda pair: Pair(*pair)])
def test_a_list_is_taken_for_a_tuple(several: Callable[[Any], Any]) -> None:
    """The record holds a plain tuple, so that it stays a value that nobody changes."""
    people = (Person(name="a"), Person(name="b"))
    document = OpsDocument(profile="daily_work", receivers=several(people))
    assert document.receivers == people
    assert type(document.receivers) is tuple
    assert hash(document)


def test_no_secret_is_shown() -> None:
    """What is a secret by itself, or behind the name of its field, is not in the error."""
    token: Any = "ghp_" + "a1B2" * 9
    with pytest.raises(ContentError, match="got str") as caught:
        Task(progress=token)
    assert "a1B2a1B2" not in str(caught.value)


def test_a_class_of_a_plugin_is_checked_with_its_own_fields() -> None:
    """A class made of another inherits the check and not its list of fields."""

    @record(kw_only=True)
    class Ticket(Task):
        extra: int = attrs.field(default=0, metadata=attrs.fields(Task).progress.metadata)

    wrong: Any = "x"
    with pytest.raises(ContentError, match=r"Ticket\.extra: expected int, got str 'x'"):
        Ticket(extra=wrong)
    with pytest.raises(ContentError, match=r"Ticket\.title"):
        Ticket(title=wrong.encode())
    task: Task = Ticket(title="a")
    assert WorkProgress(tasks=(task,)).tasks == (task,)


@given(documents())
def test_every_record_can_be_made_again_from_its_values(document: OpsDocument) -> None:
    """No value that a document holds is refused or changed."""
    for node in walk(document, Record):
        values = {field.name: getattr(node.value, field.name) for field in fields_of(type(node.value))}
        assert type(node.value)(**values) == node.value


def test_loading_elsewhere_does_not_switch_the_check_off() -> None:
    """A reader vouches for its own records alone."""
    import opshandover as oh

    wrong: Any = 3
    refused: list[bool] = []

    def other() -> None:
        with pytest.raises(ContentError):
            Task(title=wrong)
        refused.append(True)

    oh.loads('{"profile": "daily_work", "work_progress": {"tasks": [{"title": "a"}]}}', format="json")
    other()
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert refused == [True, True]
    assert Metric(value=Decimal(1)).value == 1
