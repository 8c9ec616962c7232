"""The engine: which rules are asked about what, and what becomes of their answers."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from tests.rules.built import document, with_issue, with_task

from opshandover.errors import UnknownNameError
from opshandover.findings import Report, Severity
from opshandover.model import (
    Issue,
    Nothing,
    OpenItem,
    OpsDocument,
    Person,
    Record,
    Task,
    TaskStatus,
    Waiver,
    WorkProgress,
)
from opshandover.redaction.patterns import Signs
from opshandover.rules import Context, Hit, Rule, check, hit, with_positions
from opshandover.testing.requiring import single_findings
from opshandover.text import Text

DAY = date(2026, 11, 21)
PRIVATE = "what nobody else may read"


def rule_on(of: type[Any], ask: Any = None, **options: Any) -> Rule:
    """A rule on a type, which finds each value unless told otherwise."""

    def found(_value: object, _at: Context) -> Iterator[Hit]:
        yield hit()

    values: dict[str, Any] = {
        "code": "XXX001",
        "name": "any-value",
        "severity": Severity.WARNING,
        "message": Text("“{item}”的{field}不对", "{field} of '{item}' is wrong"),
        "hint": Text("改", "change it"),
        **options,
    }
    return Rule(on=of, ask=ask or found, **values)


def paths(of: type[Any], doc: OpsDocument) -> list[str]:
    """The paths of all values that a rule on this type is asked about."""
    return [f.path for f in check(doc, rules=[rule_on(of)]).findings]


def test_rules_are_asked_about_their_type_and_its_subclasses() -> None:
    """A rule on open items sees tasks and issues, a rule on tasks only these."""
    doc = attrs.evolve(with_task(Task(title="a")), issues=with_issue(Issue(title="b")).issues)
    assert paths(Task, doc) == ["work_progress.tasks[0]"]
    assert paths(OpenItem, doc) == ["work_progress.tasks[0]", "issues.items[0]"]
    assert paths(OpsDocument, doc) == [""]
    assert {"", "issues", "work_progress"} < set(paths(Record, doc))


def test_rules_on_texts_see_each_text_that_is_not_empty() -> None:
    """Texts in lists are seen one by one, with their place."""
    doc = with_task(Task(title="a", support_needed=("b", "", " ")))
    assert paths(str, doc) == [
        "profile",
        "work_progress.tasks[0].title",
        "work_progress.tasks[0].support_needed[0]",
        "work_progress.tasks[0].support_needed[2]",
    ]


def test_rules_on_other_values_see_those_that_were_given() -> None:
    """A rule on days sees each day in its place, and none where there is none."""
    work = WorkProgress(tasks=(Task(due=DAY), Task()))
    doc = document(prepared_on=DAY, work_progress=work)
    assert paths(date, doc) == ["prepared_on", "work_progress.tasks[0].due"]


def test_a_rule_on_records_may_leave_out_classes() -> None:
    """Only records of those classes are shown to it that it chooses."""
    doc = attrs.evolve(with_task(Task(title="a")), issues=with_issue(Issue(title="b")).issues)
    rule = rule_on(Record, among=lambda cls: issubclass(cls, OpenItem))
    found = [finding.path for finding in check(doc, rules=[rule]).findings]
    assert found == ["work_progress.tasks[0]", "issues.items[0]"]


def test_a_rule_with_a_pattern_sees_each_place_of_a_text_that_has_it() -> None:
    """A text that recurs is searched once, and still reported wherever it stands."""
    full = Task(title="a1", remaining="b", support_needed=("b", "a1"))
    doc = document(work_progress=WorkProgress(tasks=(full, Task(title="a1"))))
    rule = rule_on(str, where=re.compile(r"\d"))
    assert [finding.path for finding in check(doc, rules=[rule]).findings] == [
        "work_progress.tasks[0].title",
        "work_progress.tasks[0].support_needed[1]",
        "work_progress.tasks[1].title",
    ]


def test_a_rule_may_pick_texts_by_a_function() -> None:
    """It gets all different texts at once, and a text that it picks is shown to the rule once."""
    task = Task(title="z1", remaining="z", next_step="1", support_needed=("b",))
    rule = rule_on(str, where=Signs(("z",), r"\d").among)
    found = check(with_task(task), rules=[rule]).findings
    ends = [finding.path.rpartition(".")[2] for finding in found]
    assert sorted(ends) == ["next_step", "remaining", "title"]


def test_findings_come_in_reading_order() -> None:
    """The order is that of the document, whatever that of the rules."""
    doc = attrs.evolve(with_task(Task(title="a")), issues=with_issue(Issue(title="b")).issues)
    rules = [rule_on(Issue), rule_on(Task, code="XXX002", name="other-value")]
    assert [f.code for f in check(doc, rules=rules).findings] == ["XXX002", "XXX001"]


def test_waived_findings_come_in_reading_order_too() -> None:
    """What a waiver covers is listed as the document has it, however the rules were asked."""
    doc = attrs.evolve(
        with_task(Task(title="a", owner=Person(name="b"))),
        issues=with_issue(Issue(title="c")).issues,
        waivers=(Waiver(rule="XXX001", reason="知道了"),),
    )
    waived = check(doc, rules=[rule_on(Record)]).waived
    assert [finding.path for finding in waived] == [
        "",
        "waivers[0]",
        "work_progress",
        "work_progress.tasks[0]",
        "work_progress.tasks[0].owner",
        "issues",
        "issues.items[0]",
    ]


def test_a_crash_becomes_a_finding_without_its_text() -> None:
    """The rule is named, what it stumbled over is not shown, and the other rules go on."""

    def crashes(task: Task, _at: Context) -> Iterator[Hit]:
        yield hit("title")
        raise ValueError(task.title)

    report = check(with_task(Task(title=PRIVATE)), rules=[rule_on(Task, crashes), rule_on(OpsDocument)])
    crash = next(f for f in report.findings if f.code == "RUN001")
    assert [f.code for f in report.findings] == ["XXX001", "RUN001"]
    assert (crash.path, crash.severity) == ("work_progress.tasks[0]", Severity.ERROR)
    assert not report.ready
    for lang in ("zh", "en"):
        assert PRIVATE not in crash.message[lang] + crash.hint[lang]
        assert "XXX001" in crash.message[lang]
        assert "ValueError" in crash.message[lang]


def test_comparing_rules_are_not_checked_without_the_previous_document() -> None:
    """They are reported as not checked; with the document they are asked."""
    rule = rule_on(OpsDocument, needs_previous=True)
    alone = check(document(), rules=[rule])
    assert alone.findings == ()
    assert [n.code for n in alone.not_checked] == ["XXX001"]
    both = check(document(), document(), rules=[rule])
    assert (len(both.findings), both.not_checked) == (1, ())


def test_a_rule_of_another_profile_is_neither_asked_nor_unchecked() -> None:
    """What does not concern the document does not appear at all."""
    rule = rule_on(OpsDocument, traits=frozenset({"charter"}), needs_previous=True)
    assert check(document(), rules=[rule]).not_checked == ()
    assert len(check(document("charter"), document("charter"), rules=[rule]).findings) == 1


def test_severity_is_the_hits_then_the_profiles_then_the_rules() -> None:
    """The nearer statement wins."""

    def grave(_value: object, _at: Context) -> Iterator[Hit]:
        yield hit(severity=Severity.ERROR)

    by = {"departure": Severity.INFO}
    plain, own = rule_on(OpsDocument, by_trait=by), rule_on(OpsDocument, grave, by_trait=by)

    def severity(rule: Rule, profile: str) -> Severity:
        return check(document(profile), rules=[rule]).findings[0].severity

    assert severity(plain, "daily_handover") is Severity.WARNING
    assert severity(plain, "offboarding") is Severity.INFO
    assert severity(own, "offboarding") is Severity.ERROR


@pytest.mark.parametrize(
    ("field", "path", "label"),
    [
        ("title", "work_progress.tasks[0].title", "标题"),
        ("owner.name", "work_progress.tasks[0].owner.name", "姓名"),
        ("support_needed[1]", "work_progress.tasks[0].support_needed[1]", "所需支持"),
        ("", "work_progress.tasks[0]", "任务"),
    ],
)
def test_paths_and_labels_follow_the_field(field: str, path: str, label: str) -> None:
    """The path goes on from the value, and the text speaks of the field by its label."""

    def ask(_task: Task, _at: Context) -> Iterator[Hit]:
        yield hit(field)

    (finding,) = check(with_task(Task(title="核对")), rules=[rule_on(Task, ask)]).findings
    assert finding.path == path
    assert finding.message["zh"] == f"“核对”的{label}不对"


def test_a_context_knows_its_surroundings() -> None:
    """A rule is told the document, the profile, the owner and the field."""
    seen: list[Context] = []

    def ask(_task: Task, at: Context) -> Iterator[Hit]:
        seen.append(at)
        return iter(())

    doc = with_task(Task(title="a"), "offboarding")
    check(doc, rules=[rule_on(Task, ask)])
    (context,) = seen
    assert (context.document, context.profile.name, context.owner) == (
        doc,
        "offboarding",
        doc.work_progress,
    )
    assert context.field is not None
    assert context.field.name == "tasks"


def test_values_of_a_hit_show_no_secret() -> None:
    """Texts of users come out shortened and redacted, braces as they are."""

    def ask(task: Task, _at: Context) -> Iterator[Hit]:
        yield hit(what=task.title)

    text = Text("{what}", "{what}")
    rule = rule_on(Task, ask, message=text)
    (finding,) = check(with_task(Task(title="密码：Abc@12345 {0}" + "x" * 500)), rules=[rule]).findings
    assert "Abc@12345" not in finding.message["zh"]
    assert len(finding.message["zh"]) < 60


def test_positions_are_added_where_they_are_known() -> None:
    """A file's map of places gives line and column; the rest stays without."""
    rule = rule_on(Record)
    doc = document(issues=Nothing(reason="a"))
    report = with_positions(check(doc, rules=[rule]), {"issues": (7, 3)}.get)
    assert [(f.path, f.line, f.column) for f in report.findings] == [
        ("", None, None),
        ("issues", 7, 3),
    ]


def test_an_unknown_profile_is_named() -> None:
    """A document of a kind that nobody registered cannot be checked."""
    with pytest.raises(UnknownNameError, match="no-such"):
        check(document("no-such"), rules=[])


def test_an_accepted_sole_finding_hides_nothing() -> None:
    """Where a waiver accepts the example that is left, all else that is wrong with the item is still reported."""
    task = Task(title="（示例）核对退款单", status=TaskStatus.DELAYED, due=date(2026, 11, 18))
    doc = with_task(task, prepared_on=DAY)
    accepted = attrs.evolve(doc, waivers=(Waiver(rule="TXT006", reason="培训用的样张", by=Person(name="周岩")),))

    def in_task(report: Report) -> set[str]:
        return {f.code for f in single_findings(report) if f.path.startswith("work_progress.tasks[0]")}

    assert in_task(check(doc)) == {"TXT006"}
    assert in_task(check(accepted)) >= {"ITM003", "TSK002", "TSK003"}
    assert [f.code for f in check(accepted).waived] == ["TXT006"]
