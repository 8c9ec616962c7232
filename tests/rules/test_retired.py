"""Codes that were given up are never used again, and lead to what covers them now."""

import pytest
from tests.rules.built import document, with_task

from opshandover.document.required import required_of
from opshandover.errors import UnknownNameError
from opshandover.findings import Severity
from opshandover.model import Asset, Assets, OpsDocument, Person, Task, TaskStatus, Waiver
from opshandover.model.fields import field_map
from opshandover.rules import Settings, all_rules, check, rule_named
from opshandover.rules.retired import RETIRED, Retired
from opshandover.testing.requiring import single_findings

EACH = pytest.mark.parametrize("old", RETIRED, ids=lambda old: old.name)
TITLED = {"title": "离职交接"}
LAPTOP = Assets(assets=(Asset(name="电脑"),))


def of_rule(code: str, doc: OpsDocument, settings: Settings | None = None) -> list[str]:
    """The paths of what one rule finds."""
    return [f.path for f in single_findings(check(doc, config=settings)) if f.code == code]


@EACH
def test_no_live_rule_uses_a_retired_code_or_name(old: Retired) -> None:
    """A code stays free for good, a name as well; a rule that was renamed keeps its code."""
    codes = {rule.code for rule in all_rules()}
    assert (old.code in codes) is old.renamed
    assert old.name not in {rule.name for rule in all_rules()}
    assert old.now in codes


@EACH
def test_what_a_retired_rule_asked_for_is_required(old: Retired) -> None:
    """The rule on required fields can only take over what is required."""
    for cls, names in old.fields.items():
        assert {field_map(cls)[name] for name in names} <= set(required_of(cls))


@EACH
def test_a_retired_rule_leads_to_the_one_that_covers_it(old: Retired) -> None:
    """Asked for by code or name, the rule of today is shown, and selected."""
    for key in (old.code, old.name, old.name.upper()):
        assert rule_named(key).code == old.now
        assert Settings(select=(key,)).asks(rule_named(old.now))
        Settings(select=(key,), ignore=(key,), severity={key: Severity.INFO}).ensure_known(all_rules())
    with pytest.raises(UnknownNameError):
        Settings(ignore=(old.name + "x",)).ensure_known(all_rules())


def test_ignoring_a_retired_rule_leaves_out_what_it_asked_for() -> None:
    """And nothing else of the rule that covers it."""
    doc = document("offboarding", assets=LAPTOP, **TITLED)
    everything = of_rule("GEN008", doc)
    assert {"assets.assets[0].keeper", "assets.assets[0].return_to"} <= {*everything}
    for key in ("AST002", "asset-access-unassigned", "AST"):
        less = of_rule("GEN008", doc, Settings(ignore=(key,)))
        assert less == [path for path in everything if not path.startswith("assets.assets[0]")]
    kept = Settings(ignore=("AST",), extend_select=("AST002",))
    assert of_rule("GEN008", doc, kept) == everything
    assert of_rule("GEN008", doc, Settings(select=("GEN008",))) == everything


def test_an_old_name_of_a_rule_means_the_rule() -> None:
    """Whatever is set for the old name holds for the new one, and for what the rule asked then."""
    task = Task(title="核对退款单", status=TaskStatus.NOT_STARTED)
    doc = with_task(task, **TITLED)
    settings = Settings(ignore=("task-unassigned",))
    assert (of_rule("TSK001", doc), of_rule("GEN008", doc)) == (
        ["work_progress.tasks[0].due"],
        ["work_progress.tasks[0].owner"],
    )
    assert of_rule("TSK001", doc, settings) == of_rule("GEN008", doc, settings) == []
    grave = Settings(severity={"task-unassigned": Severity.INFO})
    assert [f.severity for f in single_findings(check(doc, config=grave)) if f.code == "TSK001"] == [Severity.INFO]


def test_a_waiver_of_a_retired_rule_covers_what_that_found() -> None:
    """It holds for the records that the rule looked at, and refuses nothing."""
    task = Task(title="核对退款单", owner=Person(name="周岩"))
    waiver = Waiver(rule="AST002", reason="设备由行政部统一登记", by=Person(name="周岩"))
    doc = with_task(task, "offboarding", assets=LAPTOP, waivers=(waiver,), **TITLED)
    report = check(doc)
    assert [f.path for f in report.waived] == ["assets.assets[0]"]
    assert "work_progress.tasks[0].status" in [f.path for f in single_findings(report)]
    assert not any(f.code.startswith("WAV") for f in report.findings)


def test_a_waiver_of_a_retired_rule_that_covers_nothing_is_unused() -> None:
    """Findings of the covering rule elsewhere do not make it used."""
    waiver = Waiver(rule="AST002", reason="设备由行政部统一登记")
    doc = with_task(Task(title="a"), waivers=(waiver,), **TITLED)
    assert [f.code for f in check(doc).findings if f.code.startswith("WAV")] == ["WAV003"]
