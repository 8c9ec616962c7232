"""All rules that are registered, also by other distributions."""

import sys
from pathlib import Path

import pytest

from opshandover.errors import OpsHandoverWarning, UnknownNameError
from opshandover.rules import all_rules, rule_named


def test_rules_are_found_by_code_and_name() -> None:
    """Either case of the code will do, and a slip of the pen is answered with the nearest."""
    assert rule_named("tsk001") is rule_named("TSK001") is rule_named("task-undated")
    with pytest.raises(UnknownNameError, match="TSK001"):
        rule_named("TSK0O1")


PLUGIN = '''
from opshandover.findings import Severity
from opshandover.rules.rule import rule
from opshandover.text import Text

@rule("{code}", "{name}", Severity.INFO, on=str, message=Text("甲", "a"), hint=Text("乙", "b"))
def plugin(value, at):
    """Finds nothing."""
    return ()

RULES = {rules}
'''


def install(folder: Path, code: str, name: str, rules: str = "(plugin,)") -> None:
    """Writes a distribution that registers a group of rules."""
    module = f"rules_plugin_{folder.name}"
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[opshandover.rules]\n{module} = {module}:RULES\n")
    source = PLUGIN.format(code=code, name=name, rules=rules)
    (folder / f"{module}.py").write_text(source, encoding="utf-8")


@pytest.mark.parametrize(("code", "name"), [("TSK001", "new-name"), ("ZZZ001", "task-undated")])
def test_a_doubled_code_or_name_leaves_the_second_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, name: str
) -> None:
    """Another distribution cannot override a rule in silence; both are named."""
    folder = tmp_path / f"doubled_{code.lower()}"
    install(folder, code, name)
    monkeypatch.syspath_prepend(str(folder))
    with pytest.warns(OpsHandoverWarning, match="by opshandover and by rules_plugin_doubled"):
        assert "ZZZ001" not in {rule.code for rule in all_rules()}


def test_rules_of_other_distributions_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new code of another package is asked like the built-in ones, and gone with its package."""
    folder = tmp_path / "good"
    install(folder, "ZZZ009", "brand-new")
    with monkeypatch.context() as patch:
        patch.syspath_prepend(str(folder))
        assert rule_named("brand-new").code == "ZZZ009"
    assert "ZZZ009" not in {r.code for r in all_rules()}
    assert str(folder) not in sys.path


def test_what_is_no_rule_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A group that holds something else is left out, and its distribution named."""
    folder = tmp_path / "wrong"
    install(folder, "ZZZ010", "never-seen", rules="(42,)")
    monkeypatch.syspath_prepend(str(folder))
    with pytest.warns(OpsHandoverWarning, match="rules_plugin_wrong"):
        assert rule_named("TSK001") in all_rules()
