"""What is declared as required is asked, once, and not of what waits for nothing."""

from collections.abc import Iterator
from typing import Any, cast

import attrs
import pytest
from tests.rules.built import (
    BLANKS,
    ERROR,
    WARNING,
    document,
    found,
    paths,
    with_issue,
    with_project,
    with_task,
)

from opshandover.document.required import empty, is_done, required_of
from opshandover.document.walk import rewrite
from opshandover.findings import Severity
from opshandover.model import (
    AccessChange,
    Asset,
    Assets,
    Communication,
    Issue,
    IssueStatus,
    Meeting,
    Milestone,
    OpenItem,
    OpsDocument,
    Person,
    Project,
    Record,
    Task,
    TaskStatus,
    Waiver,
    WorkProgress,
)
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.profiles import Profile, all_profiles, in_force, profile_of
from opshandover.rules import all_rules, check
from opshandover.rules.required import required_missing
from opshandover.testing import a_full_document
from opshandover.testing.requiring import single_findings

EACH_PROFILE = pytest.mark.parametrize("profile", all_profiles(), ids=lambda p: p.name)


def required_fields(
    cls: type[Record] = OpsDocument, path: str = "", inside: tuple[type[Record], ...] = ()
) -> Iterator[tuple[str, type[Record], Field]]:
    """Each required field below a class with its path, in a document with one item a list."""
    if cls in inside:
        return
    required = required_of(cls)
    for field in fields_of(cls):
        at = f"{path}.{field.name}" if path else field.name
        if field in required and field.name != "profile":
            yield at, cls, field
        if field.kind in (Kind.RECORD, Kind.SECTION):
            yield from required_fields(field.record, at + "[0]" * field.many, (*inside, cls))


PLACES = {(cls, path.rpartition(".")[0].rpartition(".")[2], field): path for path, cls, field in required_fields()}
FIELDS = [(path, cls, field) for (cls, _, field), path in PLACES.items()]
"""Each required field once for every field that holds its records; where else that stands is no matter."""


def open_document(profile: Profile) -> OpsDocument:
    """A document in which everything is full, and nothing is done."""
    full = rewrite(a_full_document(profile.name), Waiver, lambda one, _f, _o: attrs.evolve(one, rule="GEN001"))
    full = rewrite(full, Milestone, lambda one, _f, _o: attrs.evolve(one, done=False))
    full = attrs.evolve(full, receivers=2 * full.receivers)  # one alone would own what names nobody
    full = rewrite(full, Asset, lambda one, _f, _o: attrs.evolve(one, returned_on=None))
    return rewrite(full, AccessChange, lambda one, _f, _o: attrs.evolve(one, done_on=None))


def changed(record: Record, path: str, *, lean: bool) -> Record:
    """A copy in which a field is empty; the record that holds it has else only what is required."""
    head, _, rest = path.partition(".")
    name = head.removesuffix("[0]")
    if not rest:
        kept = required_of(type(record))
        others = {f.name: f.default for f in fields_of(type(record)) if f not in kept} if lean else {}
        default = next(f.default for f in fields_of(type(record)) if f.name == name)
        return attrs.evolve(record, **{**others, name: default})
    value = getattr(record, name)
    inner = changed(value[0] if isinstance(value, tuple) else value, rest, lean=lean)
    return attrs.evolve(record, **{name: (inner,) if isinstance(value, tuple) else inner})


def record_at(record: Record, path: str) -> Record:
    """The record at a path, or the document itself."""
    for step in path.split(".") if path else ():
        value = getattr(record, step.removesuffix("[0]"))
        record = value[0] if isinstance(value, tuple) else value
    return record


def covered(cls: type[Record], path: str, field: Field, profile: Profile) -> bool:
    """Whether a rule asks for the field under conditions of its own."""
    rules = [rule for rule in all_rules() if rule.covers and rule.applies_to(profile)]
    around = path.rpartition(".")[0].rpartition(".")[2].removesuffix("[0]")
    own = any(field.name in rule.covers and rule.concerns(cls) for rule in rules)
    taken_over = field.name == "owner" and issubclass(cls, OpenItem)
    return own or taken_over or any(f"{around}.{field.name}" in rule.covers for rule in rules)


def asked(path: str, field: Field, profile: Profile) -> bool:
    """Whether the profile asks for a field: it gives it a weight, or leaves it as it is."""
    if "." not in path:
        return profile.weights.get(field.name, 0) > 0
    return profile.weights.get(path.replace("[0]", ""), 1) > 0


@EACH_PROFILE
def test_each_required_field_left_empty_is_found_once(profile: Profile) -> None:
    """One finding names it; where a rule has conditions, at least if nothing else is filled.

    For an approach a next step is asked; accounts are not handed over from shift to shift.
    """
    full = open_document(profile)
    sections = [f.name for f in fields_of(OpsDocument) if f.kind is Kind.SECTION]
    wrong: list[str] = []
    for path, cls, field in FIELDS:
        part = path.partition(".")[0]
        own_accounts = field.name == "credentials" and profile.handover and not profile.departure
        if own_accounts or not asked(path, field, profile):
            continue
        others: dict[str, Any] = dict.fromkeys(name for name in sections if name != part)
        only = attrs.evolve(full, **others)
        conditions = covered(cls, path, field, profile)
        for lean in (False, True) if conditions else (False,):
            changed_one = cast("OpsDocument", changed(only, path, lean=lean))
            findings = single_findings(check(changed_one))
            places = {path, path.removesuffix("approach") + "next_step" if field.name == "approach" else path}
            told = [f.code for f in findings if f.path in places or (f.code, f.path) == ("GEN003", part)]
            unsaid = (conditions and not lean) or empty(record_at(changed_one, path.rpartition(".")[0]))
            if not (0 if unsaid else 1) <= len(told) <= 1:
                wrong.append(f"{path} lean={lean}: {told}")
    assert wrong == []


def fields_named(doc: OpsDocument) -> list[str]:
    """What the rule says is missing, in Chinese."""
    return [f.message["zh"] for f in check(doc, rules=[required_missing]).findings if f.path != "title"]


def test_all_that_a_record_lacks_is_one_finding() -> None:
    """It stands at the record, or at the field if only one is missing, and names them by label."""
    several = with_task(Task(title="核对退款单"))
    assert fields_named(several) == ["任务“核对退款单”缺少：状态、负责人"]
    (whole,) = [f for f in check(several, rules=[required_missing]).findings if f.parts]
    assert whole.path == "work_progress.tasks[0]"
    assert [part.path for part in whole.parts] == [f"{whole.path}.status", f"{whole.path}.owner"]
    one = with_task(Task(title="核对退款单", owner=Person(name="周岩")))
    assert fields_named(one) == ["任务“核对退款单”缺少：状态"]
    assert "work_progress.tasks[0].status" in paths(required_missing, one)


def test_a_record_without_a_name_is_called_by_its_kind() -> None:
    """What it is called cannot be shown where that is what is missing."""
    assert fields_named(with_issue(Issue(guidance="看工单"))) == ["问题缺少：标题、状态、描述"]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_placeholder_fills_nothing(blank: str) -> None:
    """A title of that sort is missing, in a record and in the header."""
    doc = document(title=blank, work_progress=WorkProgress(tasks=(Task(title=blank, remaining="80 单"),)))
    missing = [f"work_progress.tasks[0].{name}" for name in ("title", "status", "owner")]
    assert found(required_missing, doc) == [(path, ERROR) for path in ("title", *missing)]


def test_gravity_follows_what_the_profile_needs() -> None:
    """An error where all that the record stands in is required, else a warning."""
    task = Task(title="核对退款单", status=TaskStatus.NOT_STARTED)

    def gravity(doc: OpsDocument) -> list[Severity]:
        return [severity for path, severity in found(required_missing, doc) if path.endswith("owner")]

    assert gravity(with_task(task)) == [ERROR]
    assert gravity(with_task(task, "offboarding")) == [WARNING]
    assert gravity(with_task(task, "charter")) == [WARNING]
    project = Project(name="改版", owner=Person(name="周岩"), goals=(), tasks=(task,))
    assert gravity(with_project(project, "offboarding")) == [WARNING]
    meeting = Communication(meetings=(Meeting(title="例会", actions=(task,)),))
    assert gravity(document("communication", communication=meeting)) == [WARNING]


def test_what_says_nothing_asks_nothing() -> None:
    """An absent record, an empty item, an empty section: whoever holds them is asked."""
    assert fields_named(document()) == []
    assert fields_named(document(assets=Assets())) == []
    assert fields_named(with_task(Task())) == []
    full = Task(title="a", status=TaskStatus.NOT_STARTED, owner=Person(name="周岩"))
    assert fields_named(document(work_progress=WorkProgress(tasks=(Task(), full)))) == []


def test_what_is_done_waits_for_nothing() -> None:
    """A finished task and a solved issue are not asked for what they lack."""
    assert fields_named(with_task(Task(title="a", status=TaskStatus.DONE))) == []
    assert fields_named(with_issue(Issue(title="a", status=IssueStatus.RESOLVED))) == []
    assert is_done(Task(status=TaskStatus.DONE))


@EACH_PROFILE
def test_the_header_is_asked_for_what_the_profile_weighs(profile: Profile) -> None:
    """A title that a kind of document does not count is not asked for."""
    assert paths(required_missing, document(profile.name)) == ["title"]
    for weights in ({k: w for k, w in profile.weights.items() if k != "title"}, {**profile.weights, "title": 0}):
        own = attrs.evolve(profile, name="own", based_on=profile.name, weights=weights)
        with in_force([own]):
            assert paths(required_missing, document("own")) == []


def rules_of(profile: Profile) -> set[str]:
    """The codes of all rules that a kind of document is asked."""
    return {rule.code for rule in all_rules() if rule.applies_to(profile)}


def test_a_handover_is_asked_all_that_handovers_are_asked() -> None:
    """A profile of one's own that says it is a handover gets the very rules of the built-in one."""
    daily, charter = profile_of("daily_handover"), profile_of("charter")
    own = attrs.evolve(charter, name="own", charter=False, handover=True)
    assert rules_of(own) == rules_of(daily) > rules_of(attrs.evolve(own, handover=False))
    leaving = attrs.evolve(own, departure=True)
    assert rules_of(leaving) == rules_of(profile_of("offboarding")) > rules_of(daily)


@EACH_PROFILE
def test_what_is_based_on_a_profile_has_its_rules(profile: Profile) -> None:
    """A team's own kind inherits what the built-in one is."""
    own = attrs.evolve(profile, name="own", based_on=profile.name)
    assert rules_of(own) == rules_of(profile)
