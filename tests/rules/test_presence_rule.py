"""Rules that are said as data: which fields, of what, and when."""

import pytest
from tests.rules.built import ERROR, INFO, WARNING, found, with_task

from opshandover.document.required import required_of
from opshandover.model import Record, Task, TaskStatus
from opshandover.model.fields import field_map
from opshandover.rules import Context, Rule, all_rules, check
from opshandover.rules.presence_rule import presence_rule

AT = "work_progress.tasks[0]."


@presence_rule(
    "XXX001",
    "some-fields",
    ERROR,
    on=Task,
    asks=("goal", ("due", "next_check"), "owner", "feedback"),
    unless={"goal": lambda task, _: task.progress == 100},
    severities={"feedback": INFO},
    by_trait={"departure": WARNING},
    message=("“{title}”没有写{field}", "'{title}' has no {field}"),
    hint=("写上", "give it"),
)
def some_fields(task: Task, at: Context) -> bool:
    """Asks for some fields of what is open."""
    return task.open and at.document.title != "none"


def test_each_field_that_is_empty_is_named() -> None:
    """Of several that will do, the first is named; each may have a gravity of its own."""
    parts = [(AT + "goal", ERROR), (AT + "due", ERROR), (AT + "owner", ERROR), (AT + "feedback", INFO)]
    assert found(some_fields, with_task(Task(title="a"))) == parts
    softer = [(path, gravity if gravity is INFO else WARNING) for path, gravity in parts]
    assert found(some_fields, with_task(Task(title="a"), "offboarding")) == softer


def test_conditions_hold_for_the_rule_or_for_a_field() -> None:
    """Nothing is asked where the condition is not true, nor what is excused."""
    assert found(some_fields, with_task(Task(title="a", status=TaskStatus.DONE))) == []
    assert found(some_fields, with_task(Task(title="a"), title="none")) == []
    assert (AT + "goal", ERROR) not in found(some_fields, with_task(Task(title="a", progress=100)))


def test_the_text_may_show_fields_of_the_record() -> None:
    """The title stands in the message beside the label of what is missing."""
    message = check(with_task(Task(title="核对")), rules=[some_fields]).findings[0].message
    assert (message["zh"], message["en"]) == ("“核对”没有写目标、截止日期、负责人", "'核对' has no Goal, Due, Owner")


def test_required_fields_are_covered() -> None:
    """Whatever is required and asked here is not asked again; the page is the condition's."""
    assert some_fields.covers == ("owner",)
    assert some_fields.page == "Asks for some fields of what is open."


@pytest.mark.parametrize("rule", [r for r in all_rules() if r.covers], ids=lambda r: r.code)
def test_what_is_covered_is_required(rule: Rule) -> None:
    """A rule can only take over what would be asked otherwise, of the record or of what it holds."""
    for path in rule.covers:
        holder, _, name = path.rpartition(".")
        cls: type[Record] = field_map(rule.on)[holder].record if holder else rule.on
        classes = [c for c in (cls, *cls.__subclasses__()) if rule.concerns(c) or holder]
        assert any(name in [field.name for field in required_of(c)] for c in classes)
