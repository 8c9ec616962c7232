"""The spellings of fields and values, and what is proposed for one that is not known."""

import pytest
from tests.codec.faulty import faults, said, yaml_of

from opshandover.codec.names import (
    absence_keys,
    all_keys,
    choice_names,
    choices_of,
    field_names,
    listing,
)
from opshandover.model import NotApplicable, Nothing, OpsDocument, Record, Task
from opshandover.model.fields import field_for_key, keys_of
from opshandover.model.tasks import TaskStatus
from opshandover.spelling import fold
from opshandover.text import Text


@pytest.mark.parametrize("written", ["due", "DUE", " Due ", "截止日期", "ｄｕｅ"])
def test_a_field_has_several_spellings(written: str) -> None:
    """Its name and both labels stand for a field, whatever their case and width."""
    field = field_for_key(Task, written)
    assert field is not None
    assert field.name == "due"


@pytest.mark.parametrize("written", ["", "deadline", "due_", "截止"])
def test_a_key_that_is_near_is_no_key(written: str) -> None:
    """Only a hint guesses what was meant."""
    assert field_for_key(Task, written) is None


@pytest.mark.parametrize("cls", [OpsDocument, Task])
def test_no_spelling_stands_for_two_fields(cls: type[Record]) -> None:
    """Each field has its own name and labels, and all of them are keys of some class."""
    spellings = [(fold(one), name) for name, label in field_names(cls) for one in {name, label.zh, label.en}]
    assert dict(spellings) == keys_of(cls)
    assert {key for key, name in spellings if keys_of(cls)[key] != name} == set()
    assert set(keys_of(cls)) <= all_keys()


def test_values_and_absences_have_labels_as_well() -> None:
    """What may stand for a value or for a whole section is found by name and by label."""
    known = choices_of(TaskStatus)
    for choice in TaskStatus:
        assert {known[fold(one)] for one in (choice.value, choice.label.zh, choice.label.en)} == {choice}
    keys = absence_keys()
    assert [keys[fold(one)] for one in ("nothing", "无内容", "NOT_APPLICABLE", "不适用")] == [
        Nothing,
        Nothing,
        NotApplicable,
        NotApplicable,
    ]


def test_a_long_list_of_names_is_cut() -> None:
    """A reader sees the first names, and how many there are."""
    names = choice_names(TaskStatus)
    assert listing(names, limit=len(names)).en == ", ".join(choice.value for choice in TaskStatus)
    assert listing(names, limit=2) == Text(
        f"{names[0][1].zh}、{names[1][1].zh} 等 {len(names)} 个",
        f"{names[0][0]}, {names[1][0]} and {len(names) - 2} more",
    )


def test_hint_names_the_nearest_key_or_value() -> None:
    """A misspelt key or value is answered with the nearest that is known, in its own language."""
    assert "did you mean 'title'?" in said(yaml_of("titel: x"))[0]
    assert "是不是“截止日期”？" in faults(yaml_of("工作进展: {任务: [{截止日: 2026-01-01}]}"))[0].in_lang("zh")
    one = said(yaml_of("work_progress: {tasks: [{status: in_progres}]}"))[0]
    assert "expected one of not_started, in_progress" in one
    assert "did you mean 'in_progress'?" in one
    assert "available: profile, title" in said(yaml_of("qqq: 1"))[0]


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("work_progress: {tasks: [{status: 完成}]}", "已完成"),
        ("work_progress: {tasks: [{status: todo}]}", "not_started"),
        ("work_progress: {tasks: [{status: WIP}]}", "in_progress"),
        ("work_progress: {tasks: [{status: 搁置}]}", "已延迟"),
        ("issues: {items: [{status: 未解决}]}", "待处理"),
        ("issues: {items: [{status: unresolved}]}", "open"),
        ("issues: {items: [{status: closed}]}", "resolved"),
        ("sign_off: {signatures: [{decision: 不同意接收}]}", "拒绝接收"),
        ("state: 终稿", "定稿"),
        ("work_progress: {tasks: [{status: 未完成}]}", None),
        ("work_progress: {tasks: [{priority: 紧急}]}", None),
        ("ignore: [x]", None),
    ],
)
def test_another_word_for_a_value_is_answered_with_it(fields: str, meant: str | None) -> None:
    """Words that people use lead to the value, before spelling is compared; never to the opposite."""
    (one,) = said(yaml_of(fields))
    assert (f"did you mean '{meant}'?" in one) if meant else ("did you mean" not in one)
