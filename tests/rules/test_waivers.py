"""Waivers: what they cover, when they count for nothing, and that they change no score."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.rules.built import document, person
from tests.support.documents import records
from tests.support.steps import growth

import opshandover as oh
from opshandover.findings import Finding, Report, Severity
from opshandover.model import Issue, Issues, OpsDocument, Task, Waiver, WorkProgress
from opshandover.profiles import Profile, Share
from opshandover.rules import Context, Hit, Settings, all_rules, check, hit, rule
from opshandover.spec import Need
from opshandover.text import LANGUAGES, Text

DAY = date(2026, 11, 21)
OWN = ("WAV001", "WAV002", "WAV003")


@rule("ACM001", "acme", Severity.ERROR, on=Task, message=Text("错", "wrong"), hint=Text("改", "mend"))
def acme(_task: Task, _at: Context) -> Iterator[Hit]:
    """Finds every task."""
    yield hit("title")


@rule("ACM002", "acme-two", Severity.ERROR, on=Issue, message=Text("错", "bad"), hint=Text("改", "go"))
def acme_two(_issue: Issue, _at: Context) -> Iterator[Hit]:
    """Finds every issue."""
    yield hit()


RULES = (acme, acme_two, *(r for r in all_rules() if r.code in OWN))


def with_waivers(*waivers: Waiver, tasks: int = 2, **fields: Any) -> OpsDocument:
    """A document with some tasks, an issue and these waivers."""
    progress = WorkProgress(tasks=(Task(title="t"),) * tasks)
    issues = Issues(items=(Issue(title="i"),))
    given = {"prepared_on": DAY, **fields}
    return document(work_progress=progress, issues=issues, waivers=waivers, **given)


def waiver(**fields: Any) -> Waiver:
    """A waiver that is as it should be, save for these fields."""
    return Waiver(**{"rule": "ACM001", "reason": "旧系统年底下线", "by": person("周岩"), **fields})


def ask(*waivers: Waiver, **fields: Any) -> Report:
    """Run the two rules and those about waivers."""
    return check(with_waivers(*waivers, **fields), rules=RULES)


def said(findings: tuple[Finding, ...]) -> list[str]:
    """The code and path of each."""
    return [f"{f.code} {f.path}" for f in findings]


ALL = ["ACM001 work_progress.tasks[0].title", "ACM001 work_progress.tasks[1].title"]
ISSUE = "ACM002 issues.items[0]"


@pytest.mark.parametrize("key", ["ACM001", "acm001", " acme ", "ACME"])
def test_it_covers_its_rule(key: str) -> None:
    """By code or name; what is covered is kept beside the findings, and the rest stays."""
    report = ask(waiver(rule=key))
    assert said(report.findings) == [ISSUE]
    assert said(report.waived) == ALL
    assert [f.severity for f in report.waived] == [Severity.ERROR] * 2


def test_a_waived_error_leaves_a_document_ready() -> None:
    """Errors are gates, and a waiver opens them."""
    assert not ask(waiver()).ready
    assert ask(waiver(), waiver(rule="ACM002")).ready
    assert ask(waiver(), waiver(rule="ACM002")).findings == ()


@pytest.mark.parametrize(
    ("path", "covered"),
    [
        ("work_progress", ALL),
        ("work_progress.tasks", ALL),
        ("work_progress.tasks[1]", ALL[1:]),
        (" work_progress.tasks[1].title ", ALL[1:]),
        ("work_progress.tasks[1].titl", []),
        ("work_progress.task", []),
        ("work", []),
        ("tasks[1]", []),
        ("issues", []),
    ],
)
def test_it_covers_its_place(path: str, covered: list[str]) -> None:
    """A path means the place and all inside, step by step, and not what begins alike."""
    report = ask(waiver(path=path))
    assert said(report.waived) == covered
    unused = ["WAV003 waivers[0]"] if not covered else []
    assert said(report.findings) == [*unused, *(p for p in ALL if p not in covered), ISSUE]


@pytest.mark.parametrize(
    "path", ["工作进展.任务[1]", "工作进展.任务[1].标题", "work_progress.任务【1】", " 工作进展。任务[1] "]
)
def test_its_place_may_be_typed_in_labels(path: str) -> None:
    """A path as the prompt shows it in Chinese covers the same place as one in names."""
    report = ask(waiver(path=path))
    assert said(report.waived) == ["ACM001 work_progress.tasks[1].title"]
    assert not [f for f in report.findings if f.code in OWN]


def test_ten_is_not_inside_one() -> None:
    """`tasks[1]` does not cover `tasks[10]`."""
    report = ask(waiver(path="work_progress.tasks[1]"), tasks=11)
    assert said(report.waived) == [ALL[1]]


@pytest.mark.parametrize("reason", ["", "  ", "无", "TBD", "\u200b", "N/A"])
def test_without_a_reason_it_is_refused(reason: str) -> None:
    """An error says so, and the findings stay."""
    report = ask(waiver(reason=reason))
    assert said(report.findings) == ["WAV001 waivers[0].reason", *ALL, ISSUE]
    assert report.findings[0].severity is Severity.ERROR
    assert report.waived == ()


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("ACM02", "是不是“ACM002”", "did you mean 'ACM002'"),
        ("task-undatd", "是不是“task-undated”", "did you mean 'task-undated'"),
        ("", "没有写明规则", ": no rule"),
        ("TBD", "没有写明规则", ": no rule"),
        ("ACM", "完整代码", "whole code"),
        ("WAV003", "不能豁免", "cannot be waived"),
        ("RUN001", "不能豁免", "cannot be waived"),
    ],
)
def test_a_rule_that_cannot_be_waived(key: str, zh: str, en: str) -> None:
    """It must be one rule that there is, and none about waivers or crashes."""
    (first, *rest) = ask(waiver(rule=key)).findings
    assert said((first,)) == ["WAV001 waivers[0].rule"]
    assert said(tuple(rest)) == [*ALL, ISSUE]
    assert zh in first.message["zh"]
    assert en in first.message["en"]


@pytest.mark.parametrize("key", ["a|b\n# c", "👍🏽𠮷", "\u202egnp", "x" * 10_000, "{rule}"])
def test_hostile_rules(key: str) -> None:
    """Whatever stands in place of a code is refused, shortened, in both languages."""
    finding = ask(waiver(rule=key)).findings[0]
    for lang in LANGUAGES:
        assert len(finding.message[lang]) < 300


@pytest.mark.parametrize(("until", "covers"), [(20, False), (21, True), (22, True)])
def test_it_ends(until: int, covers: bool) -> None:
    """The last day counts; afterwards the findings return with a note, and the waiver is named."""
    report = ask(waiver(until=date(2026, 11, until), path="work_progress.tasks[0]"))
    if covers:
        assert said(report.findings) == [ALL[1], ISSUE]
        return
    assert said(report.findings) == ["WAV002 waivers[0].until", *ALL, ISSUE]
    _, noted, plain, _ = report.findings
    assert noted.message["zh"] == "错（豁免已于 2026-11-20 到期）"
    assert noted.message["en"] == "wrong (a waiver of this expired on 2026-11-20)"
    assert plain.message["en"] == "wrong"
    assert noted.severity is Severity.ERROR


def test_the_documents_own_date_counts() -> None:
    """A document without a date lets no waiver expire; the clock is never asked."""
    past = waiver(until=date(1999, 1, 1))
    assert said(ask(past, prepared_on=None).waived) == ALL
    assert said(ask(past, prepared_on=date(1998, 12, 31)).waived) == ALL
    assert ask(past).waived == ()


def test_one_that_holds_beats_one_that_expired() -> None:
    """If two mean one finding, it is covered, and the old one is named alone."""
    report = ask(waiver(until=date(2026, 1, 1)), waiver())
    assert said(report.findings) == ["WAV002 waivers[0].until", ISSUE]
    assert said(report.waived) == ALL


def test_unused() -> None:
    """One that covers nothing is a finding, unless its rule was not asked."""
    doc = with_waivers(waiver(), tasks=0)
    assert said(check(doc, rules=RULES).findings) == ["WAV003 waivers[0]", ISSUE]
    for chosen in (Settings(ignore=("ACM001",)), Settings(select=("ACM002", "WAV"))):
        assert said(check(doc, config=chosen, rules=RULES).findings) == [ISSUE]


def test_unused_for_a_rule_of_another_kind_of_document() -> None:
    """A rule that never looks at such documents will never need a waiver in them."""
    charters = attrs.evolve(acme, traits=frozenset({"charter"}))
    report = check(with_waivers(waiver()), rules=(charters, *RULES[2:]))
    assert said(report.findings) == ["WAV003 waivers[0]"]


def test_settings_reach_the_rules_about_waivers() -> None:
    """They can be ignored, and their severity set, like others; waivers work all the same."""
    settings = Settings(ignore=("WAV",))
    report = check(with_waivers(waiver(), waiver(reason="")), config=settings, rules=RULES)
    assert said(report.findings) == [ISSUE]
    assert said(report.waived) == ALL
    grave = Settings(severity={"WAV003": Severity.ERROR})
    doc = with_waivers(waiver(path="nowhere"))
    assert check(doc, config=grave, rules=RULES).findings[0].severity is Severity.ERROR


def test_as_data() -> None:
    """What is waived stands in the JSON beside the findings."""
    data = ask(waiver()).as_data("en")
    assert list(data) == ["ready", "findings", "not_checked", "waived"]
    waived: Any = data["waived"]
    assert [one["code"] for one in waived] == ["ACM001", "ACM001"]


def test_a_waiver_can_be_written_in_a_file() -> None:
    """By name or by label, and it comes back as it was."""
    text = (
        "文种: daily_handover\n豁免:\n  - {规则: HDR001, 位置: receivers, 原因: 周五到岗, "
        "批准人: 周岩, 有效期至: 2026-12-01}\n"
    )
    doc = oh.loads(text, format="yaml")
    assert doc.waivers == (
        Waiver(
            rule="HDR001",
            path="receivers",
            reason="周五到岗",
            by=person("周岩"),
            until=date(2026, 12, 1),
        ),
    )
    assert oh.loads(oh.dumps(doc, format="yaml", lang="zh"), format="yaml") == doc
    assert "HDR001" not in {f.code for f in oh.check(doc).findings}
    assert "HDR001" in {f.code for f in oh.check(doc).waived}
    for name in ("markdown", "json"):
        shown = oh.export(doc, name).decode()
        assert all(part in shown for part in ("HDR001", "周五到岗", "周岩", "2026"))


@settings(max_examples=40)
@given(records(Waiver))
def test_it_never_changes_the_score(drawn: Waiver) -> None:
    """Whatever it says, score and next steps are those of the document without it."""
    doc = with_waivers()
    assert oh.score(attrs.evolve(doc, waivers=(drawn, waiver()))) == oh.score(doc)


def test_it_gives_no_points_even_where_nothing_of_the_header_is_weighed() -> None:
    """Where any filled field of the header would count, a waiver does not."""
    label = Text("甲", "a")
    bare = Profile(
        name="bare",
        label=label,
        short=label,
        purpose=label,
        handover=False,
        sections={"header": Share(Need.REQUIRED, 100)},
        weights={"title": 0, "prepared_on": 0},
    )
    assert oh.score(OpsDocument(profile="charter", waivers=(waiver(),)), bare).score == 0


@settings(max_examples=40)
@given(records(Waiver))
def test_any_waiver_can_be_checked(drawn: Waiver) -> None:
    """Nothing crashes, nothing is lost, and all can be said in both languages."""
    report = ask(drawn)
    assert not {"RUN001"} & {f.code for f in report.findings}
    others = [f for f in (*report.findings, *report.waived) if f.code not in OWN]
    assert sorted(said(tuple(others))) == sorted([*ALL, ISSUE])
    for finding in report.findings:
        for lang in LANGUAGES:
            assert finding.message[lang]


def test_many_waivers_and_findings_take_time_in_proportion() -> None:
    """No waiver is compared with each finding, nor each finding with every waiver."""

    def made(count: int) -> OpsDocument:
        waivers = [waiver(path=f"work_progress.tasks[{n}]") for n in range(count)]
        general = [waiver(rule="acme-two"), waiver(path="goals")] * count
        return with_waivers(*waivers, *general, tasks=count)

    assert growth(made, lambda document: check(document, rules=RULES), 50) < 6
