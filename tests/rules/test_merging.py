"""What one record lacks is one finding, and every part of it keeps its own code and path."""

from datetime import date
from typing import Any

import attrs
from tests.rules.built import ERROR, INFO, WARNING, document, person, with_task

from opshandover.findings import Finding, Severity
from opshandover.model import (
    DocumentState,
    OpsDocument,
    Process,
    Processes,
    ProcessStep,
    Responsibilities,
    Responsibility,
    Risk,
    Risks,
    Task,
    TaskStatus,
    Waiver,
    WorkProgress,
)
from opshandover.rules import Settings, check

AT = "work_progress.tasks[0]"
LATE = Task(title="核对退款单", status=TaskStatus.DELAYED, due=date(2026, 11, 20))


def about(doc: OpsDocument, path: str = AT, settings: Settings | None = None) -> list[Finding]:
    """The findings about one record."""
    return [f for f in check(doc, config=settings).findings if f.path.startswith(path)]


def late(**fields: Any) -> OpsDocument:
    """A handover with a delayed task of which nothing is told."""
    return with_task(LATE, prepared_on=date(2026, 11, 21), receivers=(person("王敏"), person("李想")), **fields)


def test_a_delayed_task_draws_one_finding() -> None:
    """Four rules miss something: one sentence, at the task, with the codes and paths that waivers name."""
    (finding,) = about(late())
    assert (finding.path, finding.severity) == (AT, ERROR)
    assert finding.message["zh"] == "任务“核对退款单”缺少：负责人、接手人、下一步、未完成原因、预计完成"
    assert finding.message["en"].startswith("Task '核对退款单': missing Owner, New owner")
    assert finding.codes == ("GEN008", "ITM001", "ITM003", "TSK002", "TSK003")
    places = {(part.code, part.path) for part in finding.parts}
    assert ("TSK003", f"{AT}.expected_finish") in places
    assert finding.as_data("en")["parts"] == [
        {"code": part.code, "severity": "error", "path": part.path} for part in finding.parts
    ]


def test_a_waiver_takes_out_its_part() -> None:
    """Of one rule, of one field, or all of it: the rest stays, and a single rest has the text of its rule."""
    waivers = tuple(Waiver(rule=code, path=AT, reason="由主管决定") for code in ("GEN008", "ITM001", "ITM003"))
    (two,) = about(late(waivers=waivers))
    assert two.message["zh"] == "任务“核对退款单”缺少：未完成原因、预计完成"
    reason = Waiver(rule="TSK002", path=f"{AT}.reason_unfinished", reason="原因在工单里")
    (one,) = about(late(waivers=(*waivers, reason)))
    assert (one.code, one.path, one.parts) == ("TSK003", f"{AT}.expected_finish", ())
    assert one.message["zh"] == "延迟的任务“核对退款单”没有写预计完成"
    report = check(late(waivers=(*waivers, reason)))
    assert not [f for f in report.findings if f.code.startswith("WAV")]
    assert [f.codes for f in report.waived] == [("GEN008", "ITM001", "ITM003", "TSK002")]


def test_settings_hold_for_the_parts() -> None:
    """A rule that is ignored is left out; one that is made an info stands apart from what has to be changed."""
    (finding,) = about(late(), settings=Settings(ignore=("ITM", "GEN008")))
    assert finding.codes == ("TSK002", "TSK003")
    split = about(late(), settings=Settings(ignore=("ITM", "GEN008"), severity={"TSK003": Severity.INFO}))
    assert [(f.code, f.severity, f.path) for f in split] == [
        ("TSK002", ERROR, f"{AT}.reason_unfinished"),
        ("TSK003", INFO, f"{AT}.expected_finish"),
    ]


def test_the_gravest_part_gives_severity_and_code() -> None:
    """A warning beside an error is part of the error."""
    risk = Risk(title="断货", description="年底停产")
    final = document(risks=Risks(items=(risk,)), giver=person("周岩"), state=DocumentState.FINAL)
    (finding,) = about(final, "risks")
    assert (finding.code, finding.severity) == ("GEN008", ERROR)
    assert {part.severity for part in finding.parts} == {ERROR, WARNING}


def test_items_that_a_section_rule_finds_are_records_of_their_own() -> None:
    """Each post that lacks something else has its finding, also where the rule looks at all posts at once."""
    posts = Responsibilities(items=(Responsibility(post="质检"), Responsibility(post="客服", duty="回复")))
    found = about(document("offboarding", responsibilities=posts), "responsibilities")
    assert [f.path for f in found] == ["responsibilities.items[0]", "responsibilities.items[1]"]
    assert "质检" in found[0].message["zh"]


def steps(*given: ProcessStep) -> list[Finding]:
    """What is said of the steps of a process in a charter."""
    processes = Processes(items=(Process(name="发货", steps=given),))
    return about(document("charter", processes=processes, state=DocumentState.FINAL), "processes.items[0].steps")


def test_steps_that_lack_the_same_draw_one_finding() -> None:
    """Nine steps with a name alone are one sentence, which names some; its parts keep the place of each."""
    (finding,) = steps(*(ProcessStep(name=name) for name in "接打拣检核装贴称交"))
    assert finding.path == "processes.items[0].steps"
    assert finding.message["zh"] == "流程步骤“接”、“打”、“拣”等 9 项缺少：操作、负责人、时间要求、标准"
    assert finding.message["en"] == "Process step '接', '打', '拣' and 6 more: missing Operation, Owner, Time, Standard"
    assert len(finding.parts) == 36
    assert ("PRC001", "processes.items[0].steps[8].time") in {(part.code, part.path) for part in finding.parts}


def test_steps_that_lack_something_else_stay_apart() -> None:
    """What is missing is said of those only that lack it."""
    told = ProcessStep(name="拣", operation="按单拣货", owner=person("何佳"))
    assert [f.message["zh"] for f in steps(told, ProcessStep(name="核"), attrs.evolve(told, name="装"))] == [
        "流程步骤“拣”、“装”缺少：时间要求",
        "流程步骤“核”缺少：操作、负责人、时间要求、标准",
    ]


def test_open_items_stay_apart() -> None:
    """Each task is a matter of its own, though many lack the same."""
    progress = WorkProgress(tasks=(LATE, attrs.evolve(LATE, title="回访客户")))
    assert [f.path for f in about(document(work_progress=progress), "work_progress.tasks")] == [AT, AT[:-2] + "1]"]


def test_the_header_is_no_record() -> None:
    """Who, to whom and when are findings of their own."""
    codes = {f.code for f in check(document(state=DocumentState.DRAFT)).findings}
    assert {"HDR001", "HDR002", "HDR003", "GEN008"} <= codes
