"""A team's own kinds of document: what may be changed, and what holds where."""

import asyncio
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.patience import PATIENCE

import opshandover as oh
from opshandover.config.config import Config
from opshandover.config.team import shared_out
from opshandover.errors import ConfigError, ContentError, DuplicateNameError, UnknownNameError
from opshandover.model import DocumentState, OpsDocument
from opshandover.profiles import Profile, Share, all_profiles, in_force, profile_named, profile_of
from opshandover.profiles.registry import profile_names
from opshandover.spec import Need
from opshandover.text import Text

NIGHT = """
[profile.night_shift]
based-on = "daily_handover"
label = {zh = "夜班交接", en = "Night shift"}
short = "夜班"
purpose = {zh = "夜班交给早班", en = "The night hands over to the morning"}
drop = ["culture", "培训与知识传承"]

[profile.night_shift.sections]
issues = {weight = 8}
"持续改进" = {need = "recommended", weight = 4}
goals = {need = "required"}

[profile.night_shift.weights]
"work_progress.tasks.owner" = 5
"问题反馈.问题.根本原因" = 2
title = 0
"""


def load(folder: Path, text: str) -> Config:
    """Reads a configuration."""
    path = folder / "opshandover.toml"
    path.write_text(text, encoding="utf-8")
    return Config.load(path)


def faults(folder: Path, text: str) -> dict[str, str]:
    """All that is wrong with a configuration."""
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    assert len(caught.value.faults) == len({f.path for f in caught.value.faults})
    return {f.path: f.in_lang("zh") + f.in_lang("en") for f in caught.value.faults}


def night(folder: Path) -> Profile:
    """The night shift's profile."""
    (profile,) = load(folder, NIGHT).profiles
    return profile


def test_what_a_profile_becomes(tmp_path: Path) -> None:
    """What is said is changed, and all else is as in the kind that it is based on."""
    base, made = profile_of("daily_handover"), night(tmp_path)
    assert (made.name, made.based_on, made.kind) == ("night_shift", *("daily_handover",) * 2)
    assert made.label == Text("夜班交接", "Night shift")
    assert made.short == Text("夜班", "夜班")
    assert made.handover is base.handover
    kept = set(base.sections) - {"culture", "training"}
    assert set(made.sections) == kept | {"improvement"}
    assert made.sections["issues"] == Share(Need.REQUIRED, 8)
    assert made.sections["improvement"] == Share(Need.RECOMMENDED, 4)
    assert made.sections["goals"].need is Need.REQUIRED
    others = kept - {"issues"}
    assert all(abs(made.sections[k].weight - base.sections[k].weight) <= 1 for k in others)
    changed = {"work_progress.tasks.owner": 5, "issues.items.root_cause": 2, "title": 0}
    assert made.weights == {**base.weights, **changed}
    assert sum(share.weight for share in made.sections.values()) == 100


def test_little_is_needed(tmp_path: Path) -> None:
    """What it is based on and a label are enough; the rest is taken over."""
    text = '[profile.own]\nbased-on = "工作总则"\nlabel = "Our rules"\n'
    (made,) = load(tmp_path, text).profiles
    base = profile_of("charter")
    assert (made.sections, made.weights, made.purpose) == (
        base.sections,
        base.weights,
        base.purpose,
    )
    assert made.label == made.short == Text("Our rules", "Our rules")
    assert made.kind == "charter"


def test_what_a_profile_is_can_be_changed(tmp_path: Path) -> None:
    """Traits are inherited, and each may be set or taken away."""
    text = '[profile.own]\nbased-on = "offboarding"\nlabel = "Own"\n'
    (made,) = load(tmp_path, text).profiles
    assert made.traits == profile_of("offboarding").traits == {"handover", "departure"}
    (made,) = load(tmp_path, f"{text}departure = false\nworkday = true\n").profiles
    assert made.traits == {"handover", "workday"}


HEAD = '[profile.own]\nbased-on = "daily_handover"\nlabel = "Own"\n'
FAULTS: dict[str, tuple[str, str]] = {
    '[profile.own]\nlabel = "Own"': ("profile.own.based-on", "required key missing"),
    '[profile.own]\nbased-on = "charter"': ("profile.own.label", "required key missing"),
    '[profile.own]\nbased-on = "chartre"\nlabel = "Own"': (
        "profile.own.based-on",
        "did you mean 'charter'",
    ),
    "[profile]\nown = 3": ("profile.own", "keys and values"),
    '[profile."a b"]\nbased-on = "charter"\nlabel = "Own"': ('profile."a b"', "invalid name: only letters"),
    '[profile.charter]\nbased-on = "charter"\nlabel = "Own"': ("profile.charter", "choose another"),
    f'{HEAD}colour = "red"': ("profile.own.colour", "available: based-on, label"),
    f'{HEAD}short = {{zh = "甲"}}': ("profile.own.short", 'a text, or { zh = "…", en = "…" }'),
    f'{HEAD}handover = "yes"': ("profile.own.handover", "true or false"),
    f'{HEAD}short = " "': ("profile.own.short", "a text, or"),
    f'{HEAD}short = "日常沟通"': (
        "profile.own.label",
        "is already a name or label of the kind of document 'communication'",
    ),
    f'{HEAD}short = "Charter"': ("profile.own.label", "'charter'"),
    f"{HEAD}drop = 3": ("profile.own.drop", "a list of texts"),
    f'{HEAD}drop = ["cultur"]': ("profile.own.drop[0]", "did you mean 'culture'"),
    f'{HEAD}drop = ["title"]': ("profile.own.drop[0]", "unknown section"),
    f'{HEAD}drop = ["header"]': ("profile.own.drop[0]", "cannot be dropped"),
    f'{HEAD}drop = ["sign_off"]': ("profile.own.drop[0]", "the base profile has no section 'sign_off'"),
    f'{HEAD}keep = ["sign_off"]': ("profile.own.keep[0]", "to add a section, list it in `sections`"),
    f'{HEAD}keep = ["isues"]': ("profile.own.keep[0]", "did you mean 'issues'"),
    f"{HEAD}keep = 3": ("profile.own.keep", "a list of texts"),
    f'{HEAD}keep = ["issues"]\ndrop = ["risks"]': ("profile.own.keep", "either `drop` or `keep`"),
    f"{HEAD}sections.issues = {{weight = 100}}": (
        "profile.own.sections",
        "the weights given sum to 100; of 100 nothing is left for the other 23 section(s)",
    ),
    f"{HEAD}sections.issues = {{weight = 60}}\nsections.risks = {{weight = 50}}": (
        "profile.own.sections",
        "sum to 110",
    ),
    f'{HEAD}keep = ["issues"]\nsections.issues = {{weight = 50}}\nsections.header = {{weight = 49}}': (
        "profile.own",
        "sum to 99, expected 100 (1 missing): header 49, issues 50",
    ),
    f"{HEAD}sections = 3": ("profile.own.sections", "keys and values"),
    f"{HEAD}sections.isues = {{weight = 10}}": (
        "profile.own.sections.isues",
        "did you mean 'issues'",
    ),
    f"{HEAD}sections.issues = 10": ("profile.own.sections.issues", "keys and values"),
    f'{HEAD}sections.issues = {{weight = "10"}}': (
        "profile.own.sections.issues.weight",
        "a whole number",
    ),
    f"{HEAD}sections.issues = {{weight = -1}}": ("profile.own.sections.issues.weight", "0 to 100"),
    f"{HEAD}sections.issues = {{weigth = 1}}": (
        "profile.own.sections.issues.weigth",
        "did you mean 'weight'",
    ),
    f'{HEAD}sections.issues = {{need = "optional"}}': (
        "profile.own.sections.issues.need",
        "`drop`",
    ),
    f"{HEAD}sections.review = {{weight = 3}}": (
        "profile.own.sections.review.need",
        "required key missing: a new section needs",
    ),
    f"{HEAD}weights.title = 101": ("profile.own.weights.title", "0 to 100"),
    f'{HEAD}weights."work_progress.taks.owner" = 3': (
        'profile.own.weights."work_progress.taks.owner"',
        "did you mean 'tasks'",
    ),
    f"{HEAD}weights.titel = 3": ("profile.own.weights.titel", "did you mean 'title'"),
    f"{HEAD}weights.issues = 0": (
        "profile.own.weights.issues",
        "give its weight in `sections`, as in issues = { weight",
    ),
    f'{HEAD}keep = ["issues"]\nweights."客户.客户.name" = 3': (
        'profile.own.weights."客户.客户.name"',
        "no section 'customers'",
    ),
    f'{HEAD}drop = ["risks"]\nweights.risks.items.owner = 3': (
        'profile.own.weights."risks.items.owner"',
        "no section 'risks'",
    ),
    f'{HEAD}weights."title.x" = 3': ('profile.own.weights."title.x"', "a single value"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_each_fault(tmp_path: Path, text: str) -> None:
    """It is the only one, has its place, and says what to do."""
    where, says = FAULTS[text]
    found = faults(tmp_path, text)
    assert list(found) == [where]
    assert says in found[where]


def _weights(folder: Path, text: str) -> dict[str, int]:
    """The weights of the one profile of a configuration."""
    (made,) = load(folder, HEAD + text).profiles
    return {key: share.weight for key, share in made.sections.items()}


def test_what_is_kept(tmp_path: Path) -> None:
    """The header and the sections named stay, by name or label; the header is worth what it was, and the sections share the rest."""
    weights = _weights(tmp_path, 'keep = ["issues", "工作进展", "risks", "contacts"]')
    assert weights == {"header": 8, "work_progress": 36, "issues": 26, "risks": 20, "contacts": 10}
    text = HEAD.replace("daily_handover", "%s") + 'keep = ["work_progress"]'
    for base, header in (("offboarding", 7), ("meeting_notes", 15)):
        (made,) = load(tmp_path, text % base).profiles
        assert {key: s.weight for key, s in made.sections.items()} == {"header": header, "work_progress": 100 - header}


def test_weights_given_stay_as_given(tmp_path: Path) -> None:
    """The others share the rest; a section that is added without a weight gets a usual one."""
    base = {key: share.weight for key, share in profile_of("daily_handover").sections.items()}
    assert _weights(tmp_path, "") == base
    weights = _weights(tmp_path, "sections.issues = {weight = 20}")
    assert (weights["issues"], sum(weights.values())) == (20, 100)
    assert weights["work_progress"] == 12
    added = _weights(tmp_path, 'sections.review = {need = "required"}')
    assert sum(added.values()) == 100
    assert 5 <= added["review"] <= 8


@given(st.dictionaries(st.integers(), st.integers(0, 100), min_size=1, max_size=30), st.integers(0, 200))
def test_shares_are_whole_and_fair(weights: dict[int, int], total: int) -> None:
    """They sum to the total, none is off by a point or more, and what sums to it already is not changed."""
    named = {str(key): weight for key, weight in weights.items()}
    whole = sum(named.values())
    shares = shared_out(total, named)
    assert shares.keys() == named.keys()
    if whole:
        assert sum(shares.values()) == total
        assert all(abs(shares[key] - weight * total / whole) < 1 for key, weight in named.items())
    assert shared_out(whole, named) == named


def test_two_with_one_label(tmp_path: Path) -> None:
    """Two kinds of one configuration cannot be called alike, or nobody knows which is meant."""
    text = "".join(f'[profile.{name}]\nbased-on = "charter"\nlabel = "Ours"\n' for name in ("one", "two"))
    assert list(faults(tmp_path, text)) == ["profile.two.label"]


def test_dots_without_quotes_mean_the_same(tmp_path: Path) -> None:
    """TOML takes them for tables in tables, which is a slip that everyone makes."""
    dotted = load(tmp_path, f"{HEAD}weights.work_progress.tasks.owner = 5\n").profiles
    quoted = load(tmp_path, f'{HEAD}weights."work_progress.tasks.owner" = 5\n').profiles
    assert dotted == quoted


def test_all_that_asks_for_profiles_follows(tmp_path: Path) -> None:
    """Loading, checking, scoring, exporting and the schema know it while it is in force."""
    config = load(tmp_path, NIGHT)
    written = "profile: 夜班交接\ntitle: t\nculture: {nothing: 本班没有}\n"
    with pytest.raises(oh.LoadError):
        oh.loads(written, format="yaml")
    with config.in_force():
        document = oh.loads(written, format="yaml")
        assert document.profile == "night_shift"
        report = oh.check(attrs.evolve(document, state=DocumentState.FINAL))
        missing = {part.path for f in report.findings if f.code == "GEN001" for part in f.parts or (f,)}
        assert {"improvement", "goals"} <= missing
        assert not {"training", "culture"} & missing
        keys = {section.key: section.weight for section in oh.score(document).sections}
        assert keys["issues"] == 8
        assert "culture" not in keys
        assert "夜班交接" in oh.export(document, "markdown").decode()
        assert "文种: 夜班交接" in oh.dumps(document, format="yaml", lang="zh")
        assert "night_shift" in str(oh.schema())
        assert "night_shift" in profile_names()
        assert "night_shift" in [p.name for p in all_profiles()]
        assert profile_named("夜班") is profile_of("night_shift")
        with pytest.raises(UnknownNameError, match="did you mean 'night_shift'"):
            profile_of("night_shft")
    assert oh.check(document, config=config).findings
    assert "night_shift" not in str(oh.schema())
    for ask in (oh.check, oh.score):
        with pytest.raises(UnknownNameError):
            ask(document)


def test_blocks_in_blocks(tmp_path: Path) -> None:
    """The inner one adds to the outer, or replaces what has its name; afterwards all is as before."""
    one = night(tmp_path)
    other, heavier = attrs.evolve(one, name="other"), attrs.evolve(one, purpose=Text("乙", "b"))
    with in_force([one]):
        with in_force([other]):
            assert {"night_shift", "other"} <= set(profile_names())
        with in_force([heavier]):
            assert profile_of("night_shift") is heavier
        assert profile_of("night_shift") is one
        assert "other" not in profile_names()
    assert "night_shift" not in profile_names()


def test_a_doubled_name_is_an_error(tmp_path: Path) -> None:
    """Neither a registered kind nor one of the same block can be replaced in silence."""
    one = night(tmp_path)
    for profiles in ([one, one], [attrs.evolve(one, name="charter")]):
        with pytest.raises(DuplicateNameError), in_force(profiles):
            pass


@pytest.mark.parametrize(
    "changes",
    [
        {"sections": {"header": Share(Need.REQUIRED, 99)}},
        {"sections": {"header": Share(Need.REQUIRED, 101), "issues": Share(Need.REQUIRED, -1)}},
        {"sections": {"hedaer": Share(Need.REQUIRED, 100)}},
        {"weights": {"work_progress.taks": 1}},
        {"weights": {"title": -1}},
    ],
)
def test_a_profile_made_in_a_script_is_checked(tmp_path: Path, changes: Any) -> None:
    """Weights that are not 100, and names that lead nowhere, are refused there as well."""
    made: Profile = attrs.evolve(night(tmp_path), **changes)
    with pytest.raises(ContentError, match="night_shift"), in_force([made]):
        pass


def _two(folder: Path) -> tuple[Config, Config]:
    """Two configurations that mean different things by one name."""
    heavy = NIGHT.replace("issues = {weight = 8}", "issues = {weight = 10}")
    heavy = heavy.replace("weight = 4", "weight = 2")
    return load(folder, NIGHT), load(folder, heavy)


DOCUMENT = OpsDocument(profile="night_shift")


def _weight() -> int:
    """The weight of the issues in the profile that is in force."""
    return next(s.weight for s in oh.score(DOCUMENT).sections if s.key == "issues")


def test_threads_do_not_see_each_others_configuration(tmp_path: Path) -> None:
    """Two that are in force at the same moment stay apart, and a third thread sees none."""
    one, other = _two(tmp_path)
    together = Barrier(3, timeout=PATIENCE)

    def work(config: Config) -> int:
        with config.in_force():
            together.wait()
            seen = _weight()
            together.wait()
        return seen

    def bare() -> tuple[str, ...]:
        together.wait()
        seen = profile_names()
        together.wait()
        return seen

    with ThreadPoolExecutor(3) as pool:
        first, second, none = pool.submit(work, one), pool.submit(work, other), pool.submit(bare)
        assert (first.result(), second.result()) == (8, 10)
        assert "night_shift" not in none.result()


def test_tasks_do_not_see_each_others_configuration(tmp_path: Path) -> None:
    """The same for tasks that take turns in one thread."""
    one, other = _two(tmp_path)

    async def work(config: Config) -> int:
        with config.in_force():
            await asyncio.sleep(0)
            seen = _weight()
            await asyncio.sleep(0)
        return seen

    async def both() -> list[int]:
        return list(await asyncio.gather(work(one), work(other)))

    assert asyncio.run(both()) == [8, 10]


def test_exports_in_threads_know_the_profile(tmp_path: Path) -> None:
    """An executor's threads inherit nothing, so they are told; the profile can be pickled."""
    profile = night(tmp_path)
    assert pickle.loads(pickle.dumps(profile)) == profile  # noqa: S301 - our own, just made
    with in_force([profile]), ThreadPoolExecutor(2) as pool:
        paths = oh.export_many([DOCUMENT] * 3, "markdown", tmp_path / "out", executor=pool)
    assert all("夜班交接" in path.read_text("utf-8") for path in paths)
