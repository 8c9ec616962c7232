"""Profiles and rules of other distributions."""

import sys

import attrs
import pytest
from tests.plugins.fakes import GOOD_PROFILE, GOOD_RULES, PROFILES, RULES, Fake

import opshandover as oh
from opshandover.errors import DuplicateNameError, OpsHandoverWarning, PluginLoadError, UnknownNameError
from opshandover.profiles import all_profiles, profile_named, profile_of
from opshandover.profiles import registry as profiles
from opshandover.rules import all_rules, rule_named
from opshandover.rules import registry as rules
from opshandover.testing import a_document
from opshandover.text import LANGUAGES

BROKEN = {
    "import nowhere_to_be_found": "ModuleNotFoundError",
    "class Thing(:": "SyntaxError",
    "raise SystemExit(3)": "SystemExit: 3",
    "class Own(BaseException): pass\nraise Own('mine')": "Own: mine",
    "class Bad(Exception):\n    def __str__(self): raise SystemExit(3)\nraise Bad": "Bad: ?",
}
ONE = GOOD_RULES.format(code="ZZZ901", name="acme-rule")


def _said(error: oh.OpsHandoverError, *parts: str) -> None:
    for lang in LANGUAGES:
        for part in parts:
            assert part in error.in_lang(lang)


def test_a_good_profile_is_used(fake: Fake) -> None:
    """It can be asked for by name and by label, checked and scored; the others stay."""
    fake(PROFILES, "night", GOOD_PROFILE)
    assert profile_of("night") in all_profiles()
    for written in ("night", "夜班交接单", "夜班单", " NIGHT SHEET "):
        assert profile_named(written) is profile_of("night")
    document = oh.loads('{"profile": "夜班单", "issues": {"nothing": "无新问题"}}', format="json")
    assert document.profile == "night"
    oh.check(document)
    assert [s.key for s in oh.score(document).sections][:2] == ["header", "issues"]
    oh.export(document, "markdown")


def test_listing_profiles_and_rules_imports_nothing(fake: Fake) -> None:
    """Names come from the lists of the distributions alone."""
    modules = {fake(group, "night", "raise AssertionError") for group in (PROFILES, RULES)}
    assert "night" in profiles.PROFILES.names()
    assert "night" in rules.RULES.names()
    profile_of("charter")
    assert not modules & set(sys.modules)


@pytest.mark.parametrize(("source", "cause"), BROKEN.items())
def test_broken(fake: Fake, source: str, cause: str) -> None:
    """Who asks for it gets an error with name, distribution and cause; for the others it is a warning and left out."""
    fake(PROFILES, "night", source)
    with pytest.raises(PluginLoadError) as caught:
        profile_of("night")
    _said(caught.value, "night", "acme-plugin", cause)
    with pytest.warns(OpsHandoverWarning, match="acme-plugin"):
        assert "charter" in [profile.name for profile in all_profiles()]
    with pytest.warns(OpsHandoverWarning, match="night"):
        assert profile_named("运营日常交接").name == "daily_handover"


@pytest.mark.parametrize(("source", "cause"), BROKEN.items())
def test_broken_rules(fake: Fake, source: str, cause: str) -> None:
    """The other rules run; the report lists the group as not checked, with distribution and cause."""
    fake(RULES, "strict", source, distribution="acme-rules")
    with pytest.warns(OpsHandoverWarning, match="acme-rules"):
        report = oh.check(attrs.evolve(a_document(), title=""))
    assert report.findings
    (skipped,) = [one for one in report.not_checked if one.name == "strict"]
    assert skipped.code == "RUN002"
    assert "acme-rules" in skipped.reason["zh"]
    assert cause in skipped.reason["zh"]


@pytest.mark.parametrize("source", ["Thing = 1", "Thing = {}", "class Thing: ..."])
def test_wrong(fake: Fake, source: str) -> None:
    """Something that is no profile is an error that names its type."""
    fake(PROFILES, "night", source)
    with pytest.raises(PluginLoadError) as caught:
        profile_of("night")
    _said(caught.value, "night", "acme-plugin", "Profile")
    assert "应为 Profile，实际为" in caught.value.in_lang("zh")


@pytest.mark.parametrize("source", ["Thing = 1", "Thing = {}", "class Thing: ..."])
def test_what_is_no_rule(fake: Fake, source: str) -> None:
    """A group that holds something else is left out and named."""
    fake(RULES, "strict", source, distribution="acme-rules")
    with pytest.warns(OpsHandoverWarning, match="strict.*acme-rules"):
        assert rule_named("SEC001") in all_rules()


def test_doubled_profiles(fake: Fake) -> None:
    """Two distributions with one profile name: the error names both."""
    for distribution in ("acme-plugin", "zenith-plugin"):
        fake(PROFILES, "night", GOOD_PROFILE, distribution=distribution)
    with pytest.raises(DuplicateNameError) as caught:
        profile_of("night")
    _said(caught.value, "night", "acme-plugin, zenith-plugin")
    assert profile_of("charter").name == "charter"


def test_unknown_names(fake: Fake) -> None:
    """The nearest known name is given, with all there are."""
    fake(PROFILES, "night", GOOD_PROFILE)
    with pytest.raises(UnknownNameError) as caught:
        profile_named("nigth")
    _said(caught.value, "night", "charter, communication", "nigth")
    with pytest.raises(UnknownNameError) as caught:
        rule_named("no-such-rule")
    _said(caught.value, "no-such-rule")


def test_a_good_rule_is_asked(fake: Fake) -> None:
    """It finds what it looks for, can be had by code and name, and speaks both languages."""
    fake(RULES, "strict", ONE)
    rule = rule_named("zzz901")
    assert rule is rule_named("acme-rule")
    (finding,) = [f for f in oh.check(a_document()).findings if f.code == "ZZZ901"]
    assert finding.path == "work_progress.tasks[0].title"
    assert finding.message["zh"] == "标题不行"
    assert finding.message["en"] == "Title will not do"


@pytest.mark.parametrize(("code", "name"), [("ZZZ901", "other"), ("ZZZ902", "acme-rule")])
def test_doubled_rules(fake: Fake, code: str, name: str) -> None:
    """No two rules have one code, nor one name: the group of the second is left out, and the first stays."""
    fake(RULES, "strict", ONE)
    other = GOOD_RULES.format(code=code, name=name)
    fake(RULES, "tidy", other, distribution="zenith-plugin")
    with pytest.warns(OpsHandoverWarning, match="acme-plugin.*zenith-plugin"):
        rules = all_rules()
    assert [rule.name for rule in rules if rule.code.startswith("ZZZ")] == ["acme-rule"]


def test_a_plugin_cannot_replace_a_rule_of_ours(fake: Fake) -> None:
    """Our rules come first, whatever the names of the groups are."""
    fake(RULES, "aaa", GOOD_RULES.format(code="SEC001", name="mine"))
    with pytest.warns(OpsHandoverWarning, match="SEC001"):
        assert rule_named("SEC001").name != "mine"


def test_a_rule_that_fails_to_select_and_a_message_with_a_gap(fake: Fake) -> None:
    """Neither takes the check down: the rule is asked of everything, and its message is shown as it is."""
    source = GOOD_RULES.format(code="ZZZ901", name="acme-rule").replace(
        "on=Task,", "on=Task, pick=lambda group: 1 / 0,"
    )
    fake(RULES, "strict", source.replace("will not do", "will not {{do}}".replace("{{", "{").replace("}}", "}")))
    (finding,) = [f for f in oh.check(a_document()).findings if f.code == "ZZZ901"]
    assert finding.message["en"] == "{field} will not {do}"


@pytest.mark.parametrize("error", ["SystemExit", "GeneratorExit", "Own"])
def test_a_rule_that_wants_to_end_the_program(fake: Fake, error: str) -> None:
    """It is a finding like any other failure of a rule, also if it fails while it selects; all others go on."""
    body = "raise SomeError\n        yield".replace("SomeError", error)
    source = ONE.replace('yield hit("title")', body).replace("@rule", "class Own(BaseException): ...\n\n    @rule", 1)
    fake(RULES, "strict", source.replace("on=Task,", f"on=Task, among=lambda of: (_ for _ in ()).throw({error}),"))
    findings = oh.check(attrs.evolve(a_document(), title="")).findings
    assert {"RUN001", "GEN008"} <= {code for finding in findings for code in finding.codes}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"ZZZ901"', "901", "'code' must be <class 'str'>"),
        ('"acme-rule"', "None", "'name' must be"),
        ("Severity.WARNING", '"warning"', "'severity' must be"),
        ("on=Task", 'on="Task"', "'on' must be"),
        ('message=Text("{field}不行", "{field} will not do")', 'message="no"', "'message' must be"),
        ("on=Task,", "on=Task, joins=7,", "'joins' must be"),
        ("on=Task,", 'on=Task, covers="title",', "'covers' must be"),
    ],
)
def test_rules_of_wrong_types(fake: Fake, old: str, new: str, says: str) -> None:
    """A group with one is left out and its field named; the check goes on."""
    assert old in ONE
    fake(RULES, "strict", ONE.replace(old, new))
    with pytest.warns(OpsHandoverWarning, match="strict.*acme-plugin"):
        report = oh.check(attrs.evolve(a_document(), title=""))
    assert report.findings
    (skipped,) = [one for one in report.not_checked if one.name == "strict"]
    assert says in skipped.reason["en"]
    assert "Attribute(" not in skipped.reason["en"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('label=Text("夜班交接单", "Night sheet")', 'label="x"'),
        ("Share(Need.REQUIRED, 60)", "60"),
        ("Need.REQUIRED, 60", "Need.REQUIRED, 60.0"),
        ("handover=True", 'handover=True, weights={"title": "x"}'),
        ("Need.REQUIRED, 60", '"required", 60'),
    ],
)
def test_profiles_of_wrong_types(fake: Fake, old: str, new: str) -> None:
    """Who asks for it gets an error; all others are there, and documents of theirs are checked and scored."""
    assert old in GOOD_PROFILE
    fake(PROFILES, "night", GOOD_PROFILE.replace(old, new))
    with pytest.raises(PluginLoadError) as caught:
        profile_of("night")
    _said(caught.value, "night", "acme-plugin", "must be")
    with pytest.warns(OpsHandoverWarning, match="acme-plugin"):
        assert "charter" in [profile.name for profile in all_profiles()]


@pytest.mark.parametrize("select", ["where=lambda texts: 1 / 0", "where=lambda texts: (1 / 0 for _ in texts)"])
def test_a_rule_on_texts_that_fails_to_select(fake: Fake, select: str) -> None:
    """It is asked of every text instead, also if it fails only when it is asked for what it selects."""
    fake(RULES, "strict", ONE.replace("on=Task", f"on=str, {select}"))
    assert [f for f in oh.check(a_document()).findings if "ZZZ901" in f.codes]


def test_a_path_that_changes(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found on one path is not taken for what is on another."""
    fake(RULES, "strict", ONE)
    assert rule_named("ZZZ901")
    monkeypatch.undo()
    with pytest.raises(UnknownNameError):
        rule_named("ZZZ901")
