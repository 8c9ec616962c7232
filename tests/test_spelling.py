"""A proposal has the spelling that was meant, and never the opposite meaning."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from opshandover.codec.names import (
    choice_names,
    did_you_mean,
    field_names,
    related_to,
)
from opshandover.model import Choice, OpsDocument
from opshandover.model.choice import choice_for, choices_of, spellings_of
from opshandover.spelling import fold, nearest, slip_of

CHOICES = sorted(Choice.__subclasses__(), key=lambda cls: cls.__name__)
KEYS = [one for name, label in field_names(OpsDocument) for one in (name, label.zh, label.en)]
TASK = ["not_started", "未开始", "in_progress", "进行中", "delayed", "已延迟", "done", "已完成"]
ISSUE = ["open", "待处理", "handling", "处理中", "resolved", "已解决"]
DECISION = ["accepted", "同意接收", "accepted_with_remarks", "有保留接收", "refused", "拒绝接收"]
PRIORITY = [
    "urgent_important",
    "紧急且重要",
    "important_not_urgent",
    "重要不紧急",
    "urgent_not_important",
    "紧急不重要",
]


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("titel", KEYS, "title"),
        ("reciever", KEYS, "receivers"),
        ("prepard_on", KEYS, "prepared_on"),
        ("ＴＩＴＬＥ", KEYS, "title"),
        ("标提", KEYS, "标题"),
        ("编制日", KEYS, "编制日期"),
        ("移交", ["移交人", "标题"], "移交人"),
        ("操作方法", ["操作说明", "说明"], "操作说明"),
        ("in_progres", TASK, "in_progress"),
        ("未开使", TASK, "未开始"),
        ("没开始", TASK, "未开始"),
        ("未处理", ISSUE, "待处理"),
        ("exprt", ["check", "export", "exporters"], "export"),
    ],
)
def test_misspelt_names_are_found(written: str, known: list[str], meant: str) -> None:
    """What differs in a letter or a character is proposed."""
    assert nearest(written, known) == meant


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("未完成", TASK),
        ("待完成", TASK),
        ("快完成", TASK),
        ("部分完成", TASK),
        ("已开始", TASK),
        ("todo", TASK),
        ("undone", TASK),
        ("not done", TASK),
        ("not_done", TASK),
        ("notdone", TASK),
        ("biweekly", ["weekly", "monthly"]),
        ("交接人", ["移交人", "接收人", "监交人"]),
        ("未解决", ISSUE),
        ("无法解决", ISSUE),
        ("待解决", ISSUE),
        ("unresolved", ISSUE),
        ("不同意接收", DECISION),
        ("不接收", DECISION),
        ("unaccepted", DECISION),
        ("non-accepted", DECISION),
        ("紧急", PRIORITY),
        ("重要", PRIORITY),
        ("ignore", ["sign_off", "select"]),
        ("disabled", ["enabled"]),
        ("include", ["exclude"]),
        ("increase", ["decrease"]),
        ("internal", ["external"]),
        ("上级", ["下级"]),
        ("收件人", ["发件人"]),
        ("移交人", ["接交人"]),
        ("x", ["xy"]),
        ("长" * 10_000, KEYS),
    ],
)
def test_no_opposite_and_no_guess_is_proposed(written: str, known: list[str]) -> None:
    """What negates a word, is not so yet, or only shares letters with it, is no misspelling of it."""
    assert nearest(written, known) is None


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("未开使", TASK, "未开始"),
        ("in_progres", TASK, "in_progress"),
        ("doen", TASK, "done"),
        ("紧急又重要", PRIORITY, "紧急且重要"),
        ("不紧急", PRIORITY, None),
        ("每两周", ["每周", "每月"], None),
        ("按期", ["按需"], None),
        ("weekdays", ["weekly"], None),
        ("完成中", TASK, None),
    ],
)
def test_only_a_slip_stands_for_another_value(written: str, known: list[str], meant: str | None) -> None:
    """One wrong character is a slip; one more, one less or half of them may be another meaning."""
    assert slip_of(written, known) == meant


@pytest.mark.parametrize("cls", CHOICES)
@given(st.data())
def test_negation_of_any_value_never_proposes_it(cls: type[Choice], data: st.DataObject) -> None:
    """Whatever the enumeration, a value with a negation before it does not lead back to it."""
    choice = data.draw(st.sampled_from(list(cls)))
    for written, bare in (
        (data.draw(st.sampled_from("未不没无非")) + choice.label.zh.removeprefix("已"), choice.label.zh),
        (data.draw(st.sampled_from(("not ", "not_", "un", "in", "non-", "dis", "no "))) + choice.value, choice.value),
    ):
        assert choice_for(cls, written) is not choice
        assume(choice_for(cls, written) is None and fold(written) not in related_to(cls))
        hint = did_you_mean(written, choice_names(cls))
        assert hint is None or hint.values["name"] != bare, (written, hint)


@pytest.mark.parametrize("cls", CHOICES)
def test_synonyms_are_words_of_their_own(cls: type[Choice]) -> None:
    """No word belongs to two values, none is given twice, and what is only near a value is not accepted for any."""
    words = [(key, choice) for choice in cls for key in {*map(fold, spellings_of(choice))}]
    assert len(dict(words)) == len(words)
    assert all(choices_of(cls)[key] is choice for key, choice in words)
    assert all(choice_for(cls, key.replace(" ", sep)) is choice for key, choice in words for sep in " -_")
    for choice in cls:
        assert len({*map(fold, choice.synonyms)}) == len(choice.synonyms)
        assert not any(choice_for(cls, word) for word in choice.related)


NEGATIONS = (*"未不没无非", "没有", "尚未", "not ", "not-", "un", "in", "non-", "dis", "no ")


@pytest.mark.parametrize("cls", CHOICES)
def test_no_synonym_negates_another_of_its_value(cls: type[Choice]) -> None:
    """A word and its negation never stand for the same value: 未完成 is not 已完成."""
    for choice in cls:
        words = {fold(word) for word in spellings_of(choice)}
        for word in words | {word.removeprefix("已") for word in words}:
            for negation in NEGATIONS:
                assert choice_for(cls, negation + word) is not choice, (negation, word)


def test_every_known_name_leads_to_itself() -> None:
    """A name that is known is its own nearest."""
    for name in KEYS:
        assert fold(nearest(name, KEYS) or "") == fold(name)
