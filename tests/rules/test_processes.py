"""Rules about processes."""

import pytest
from tests.rules.asked import found

from opshandover.rules.processes import (
    category_without_process,
    process_undocumented,
    step_incomplete,
)

ONE = "processes: {{items: [{{name: 退款, {}}}]}}"
AT = "processes.items[0]."
STEP = AT + "steps[0]."
FULL = "steps: [{name: 初审, operation: 核对, owner: 何佳, time: 当天}]"


@pytest.mark.parametrize("profile", ["charter", "daily_work", "offboarding"])
def test_parts_of_a_step(profile: str) -> None:
    """Time and standard are warnings; the time is asked of a final document."""
    bare = ONE.format("steps: [初审]")
    assert found(step_incomplete, bare, profile) == [f"warning {STEP}standard"]
    assert found(step_incomplete, "state: final\n" + bare, profile) == [
        f"warning {STEP}time",
        f"warning {STEP}standard",
    ]


def test_what_tells_a_time_and_a_standard() -> None:
    """A manual or the operation holds the standard, and the operation may say when."""
    one = "state: final\n" + ONE
    assert found(step_incomplete, one.format(FULL)) == []
    assert found(step_incomplete, one.format("steps: [初审], manual: 退款手册")) == [f"warning {STEP}time"]
    for time in ("下班前核对", "周会上说一次", "每班核对"):
        assert found(step_incomplete, one.format(f"steps: [{{name: 初审, operation: {time}}}]")) == []


def test_a_charter_is_a_manual() -> None:
    """Its steps say what is done; elsewhere that is no manual."""
    told = ONE.format("steps: [{name: 初审, operation: 核对}]")
    assert found(process_undocumented, told, "charter") == []
    assert found(process_undocumented, told, "offboarding") == [f"warning {AT}manual"]


@pytest.mark.parametrize("held", ["manual: 手册", "flowchart: 图", "video: 录像", FULL])
def test_process_is_written_down(held: str) -> None:
    """One of the documents will do, and so will steps in full."""
    assert found(process_undocumented, ONE.format(held), "offboarding") == []


@pytest.mark.parametrize(
    ("held", "left"),
    [
        ("manual: 手册", {"daily_work": "flowchart"}),
        ("video: 录像", {"daily_work": "flowchart", "daily_handover": "manual"}),
        ("flowchart: 图", {"daily_handover": "manual"}),
        (FULL, {"daily_handover": "manual"}),
    ],
)
def test_what_each_kind_of_document_needs(held: str, left: dict[str, str]) -> None:
    """A shift has to learn from a manual, and a day's work is drawn, or written so that it can."""
    for profile in ("daily_handover", "daily_work", "charter"):
        expected = [f"warning {AT}{left[profile]}"] if profile in left else []
        assert found(process_undocumented, ONE.format(held), profile) == expected


@pytest.mark.parametrize(("kind", "asked"), [("operation_manual", 0), ("work_manual", 0), ("sop", 0), ("template", 1)])
def test_manual_may_be_among_the_documents(kind: str, asked: int) -> None:
    """What the section on documents calls a manual is one."""
    shelf = f"documents: {{items: [{{title: 大促客服手册, kind: {kind}}}]}}\n"
    assert len(found(process_undocumented, shelf + ONE.format("steps: [初审]"))) == asked
    absent = "documents: {nothing: 没有文档}\n" + ONE.format("steps: [初审]")
    assert len(found(process_undocumented, absent)) == 1


@pytest.mark.parametrize("bare", ["steps: []", "steps: [初审]", FULL[:-1] + ", 复核]"])
def test_process_is_not_written_down(bare: str) -> None:
    """Names of steps are no procedure."""
    assert found(process_undocumented, ONE.format(bare)) == [f"warning {AT}manual"]


def test_complex_process_needs_manual_or_video() -> None:
    """Neither a drawing nor written steps teach it."""
    for held in ("flowchart: 图", FULL):
        for profile in ("charter", "daily_handover", "daily_work"):
            text = ONE.format(f"complex: true, {held}")
            assert found(process_undocumented, text, profile) == [f"warning {AT}manual"]
    for held in ("manual: 手册", "video: 录像"):
        assert found(process_undocumented, ONE.format(f"complex: true, {held}"), "charter") == []


def test_each_kind_of_routine_has_a_process() -> None:
    """A kind that comes up twice is found once; no section, no question."""
    routine = """
routine_work:
  tasks: [{category: user_feedback}, {category: user_feedback}, {category: marketing}, 巡查]
"""
    written = "processes: {items: [{name: 投放, category: marketing}]}"
    expected = ["warning processes.items"]
    assert found(category_without_process, routine + written, "daily_work") == expected
    assert found(category_without_process, routine + written, "charter") == []
    for absent in ("", "processes: {not_applicable: 没有变化}", "processes: {items: []}"):
        assert found(category_without_process, routine + absent, "daily_work") == []
    assert found(category_without_process, written, "daily_work") == []


def test_a_list_of_steps_is_a_manual_in_a_charter() -> None:
    """The steps alone are what the manual says; a process without any has none."""
    assert found(process_undocumented, ONE.format("steps: [初审, 复核]"), "charter") == []
    assert found(process_undocumented, ONE.format("tools: [Excel]"), "charter") == [f"warning {AT}manual"]
