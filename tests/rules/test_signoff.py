"""Rules about the end of a handover."""

import pytest
from tests.rules.asked import found

from opshandover.rules.signoff import (
    accepted_not_understood,
    confirmed_late,
    critical_open,
    no_closing_summary,
    nothing_learnt,
)

TAKEN = """
state: %s
handover_plan: {items: [{title: 口径%s}]}
sign_off: {signatures: [{role: receiver, person: 王敏, decision: accepted, opinion: "%s"}]}
"""
TASK = "work_progress: {tasks: [{title: 补发漏单, status: %s, priority: %s}]}"
RISK = "risks: {items: [{title: 断货, likelihood: high, impact: %s}]}"
CLOSING = """
state: %s
sign_off:
  summary: "%s"
  signatures: [{role: receiver, person: 王敏, decision: accepted, opinion: "%s"}]
"""


def test_understanding_has_to_be_confirmed() -> None:
    """What is not understood is an error; silence, also a placeholder, is a warning."""
    where = "handover_plan.items[0].understood"
    no = TAKEN % ("final", ", understood: false", "都懂了")
    assert found(accepted_not_understood, no) == [f"error {where}"]
    for opinion in ("", "无"):
        silent = TAKEN % ("signed", "", opinion)
        assert found(accepted_not_understood, silent, "offboarding") == [f"warning {where}"]


def test_understanding_may_stand_in_either_place() -> None:
    """The item or the opinion beside the signature says it; a draft need not."""
    assert found(accepted_not_understood, TAKEN % ("final", "", "已逐项核对并理解")) == []
    assert found(accepted_not_understood, TAKEN % ("final", ", understood: true", "")) == []
    assert found(accepted_not_understood, TAKEN % ("draft", ", understood: false", "")) == []


def test_understanding_is_asked_of_who_has_accepted() -> None:
    """Without a receiver's decision, that is what HDR009 asks for."""
    refused = (TAKEN % ("final", "", "")).replace("accepted", "refused")
    assert found(accepted_not_understood, refused) == []
    witness = (TAKEN % ("final", "", "")).replace("role: receiver", "role: witness")
    assert found(accepted_not_understood, witness) == []


def test_offboarding_ends_with_a_summary() -> None:
    """Summary, memo or a meeting that looks back; only once the document is final."""
    bare = CLOSING % ("final", "", "")
    assert found(no_closing_summary, bare, "offboarding") == ["warning sign_off.summary"]
    assert found(no_closing_summary, bare) == []
    assert found(no_closing_summary, CLOSING % ("draft", "", ""), "offboarding") == []
    assert found(no_closing_summary, CLOSING % ("final", "全部确认", ""), "offboarding") == []
    memo = bare.replace('summary: ""', "memo: {title: 交接备忘录}")
    assert found(no_closing_summary, memo, "offboarding") == []


@pytest.mark.parametrize("open_item", [TASK % ("in_progress", "urgent_important"), RISK % "high"])
def test_critical_things_have_to_be_settled(open_item: str) -> None:
    """Silence about something critical is found; a summary or an opinion answers it."""
    once = ["warning sign_off.summary"]
    assert found(critical_open, open_item + CLOSING % ("final", "", "")) == once
    assert found(critical_open, open_item + CLOSING % ("final", "TBD", "无")) == once
    assert found(critical_open, open_item + CLOSING % ("final", "由陈洁决定", "")) == []
    assert found(critical_open, open_item + CLOSING % ("final", "", "14 点前排完")) == []
    assert found(critical_open, open_item + CLOSING % ("draft", "", "")) == []


@pytest.mark.parametrize(
    "settled",
    [TASK % ("done", "urgent_important"), TASK % ("in_progress", "important_not_urgent"), RISK % "medium"],
)
def test_other_things_need_no_agreement(settled: str) -> None:
    """What is done, not urgent or not grave does not have to be settled together."""
    assert found(critical_open, settled + CLOSING % ("final", "", "")) == []


SIGNED = """
state: %s
%s
sign_off: {signatures: [{role: %s, person: 王敏, decision: accepted%s}]}
"""
LATE = ["warning sign_off.signatures[0].on"]


@pytest.mark.parametrize(
    "end",
    [
        "effective_on: 2026-11-16",
        "effective_on: 2026-12-31\nhandover_plan: {period: {end: 2026-11-16}}",
        "effective_on: 2026-11-16\nhandover_plan: {period: {start: 2026-11-01}}",
        "effective_on: 2026-11-16\nhandover_plan: {nothing: 当面交接}",
    ],
)
def test_confirmation_is_prompt(end: str) -> None:
    """A week after the end is prompt, a day more is not, unless an opinion explains it."""
    for day, expected in (("2026-11-23", []), ("2026-11-24", LATE), ("2026-11-10", [])):
        text = SIGNED % ("final", end, "receiver", f", on: {day}")
        assert found(confirmed_late, text, "offboarding") == expected
        assert found(confirmed_late, text, "daily_handover") == []
        other = SIGNED % ("final", end, "supervisor", f", on: {day}")
        assert found(confirmed_late, other, "offboarding") == []
    told = SIGNED % ("final", end, "receiver", ", on: 2026-12-20, opinion: 出差，期间由郑伟民负责")
    assert found(confirmed_late, told, "offboarding") == []


def test_confirmation_has_a_day() -> None:
    """Once the document is final; of a signed one HDR010 asks, and an unknown end is never late."""
    for state, expected in (("draft", []), ("final", LATE), ("signed", [])):
        assert found(confirmed_late, SIGNED % (state, "", "receiver", ""), "offboarding") == expected
    dated = SIGNED % ("final", "", "receiver", ", on: 2030-01-01")
    assert found(confirmed_late, dated, "offboarding") == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("title: 交接", 1),
        ("notes: {items: [{kind: focus, text: 先看周报}]}", 1),
        ("notes: {items: [{kind: lesson, text: 权限早申请}]}", 0),
        ("review: {done_well: [按期]}", 1),
        ("review: {lessons: [权限早申请]}", 0),
        ("review: {to_improve: [权限早申请]}", 0),
        ("review: {nothing: 一切顺利}", 1),
    ],
)
def test_each_handover_teaches_something(told: str, asked: int) -> None:
    """A hint where nobody looked back: not beside the signatures, in the review or the notes."""
    hint = ["info sign_off.feedback"] * asked
    text = SIGNED % ("final", told, "receiver", "")
    assert found(nothing_learnt, text, "offboarding") == hint
    assert found(nothing_learnt, text, "daily_handover") == []
    assert found(nothing_learnt, text.replace("final", "draft"), "offboarding") == []
    for more in ("feedback: [权限早申请]", "retrospective: {title: 复盘}"):
        answered = text.replace("{signatures", "{" + more + ", signatures")
        assert found(nothing_learnt, answered, "offboarding") == []
