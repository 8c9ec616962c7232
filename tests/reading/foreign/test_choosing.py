"""Tests of the section that is chosen for a heading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.model import OpsDocument
from opshandover.model.fields import section_fields
from opshandover.pages.blocks import Run
from opshandover.reading.foreign import choosing
from opshandover.reading.foreign.choosing import chosen, is_apart, likest_home, may_gather, taken_apart
from opshandover.reading.foreign.homes import Home
from opshandover.reading.foreign.leaves import Leaf, Line
from opshandover.reading.foreign.likeness import ITEM, Likeness
from opshandover.reading.foreign.mapping import EXTRA
from opshandover.reading.foreign.outline import Node
from opshandover.text import LANGUAGES

SECTIONS = [section.name for section in section_fields(OpsDocument)]


def _node(heading: str) -> Node:
    return Node(leaf=Leaf((Run(heading),), 1), level=1)


@pytest.fixture
def like(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How likely each section is, whatever the heading."""
    given: dict[str, float] = {}

    def likest(_: object) -> tuple[Likeness, ...]:
        rest = dict.fromkeys((*SECTIONS, EXTRA, ITEM), 0.0) | given
        return tuple(Likeness(*one) for one in sorted(rest.items(), key=lambda one: -one[1]))

    monkeypatch.setattr(choosing, "likest", likest)
    monkeypatch.setattr(choosing, "likest_sections", lambda seen: tuple(x for x in likest(seen) if x.section != ITEM))
    return given


@pytest.mark.parametrize("section", section_fields(OpsDocument), ids=lambda one: one.name)
def test_a_label_is_its_section_unless_all_else_speaks_against_it(like: dict[str, float], section: object) -> None:
    """Who writes the label of a section means that section."""
    like |= {"issues": 0.5, "notes": 0.5}
    labels = [section.label[lang] for lang in LANGUAGES]  # type: ignore[attr-defined]
    assert {home.section for label in labels if (home := chosen(_node(label)))} == {section.name}  # type: ignore[attr-defined]


def test_a_synonym_gives_way_only_to_what_is_very_likely(like: dict[str, float]) -> None:
    """待办事项 is work in progress, unless all that stands there speaks for another section."""
    like |= {"work_plan": 0.55, "work_progress": 0.45}
    assert _section("待办事项") == "work_progress"
    like |= {"work_plan": 0.95, "work_progress": 0.05}
    assert _section("待办事项") == "work_plan"


def test_a_label_gives_way_to_what_is_all_but_certain(like: dict[str, float]) -> None:
    """“Resources” above a list of links are documents; above anything less clear they are resources."""
    like |= {"documents": 0.8, "resources": 0.2}
    assert _section("Resources") == "resources"
    like |= {"documents": 0.96, "resources": 0.04}
    assert _section("Resources") == "documents"


def test_a_guess_is_what_is_likest(like: dict[str, float]) -> None:
    """A weak word does not stand against what is likelier, and no guess is as sure as a declared word."""
    like |= {"processes": 0.95, "issues": 0.05}
    home = chosen(_node("机房服务器问题"))
    assert home is not None
    assert (home.section, home.certainty) == ("processes", 0.85)
    assert home.more == "机房服务器问题"


def test_a_weak_word_decides_between_what_is_about_as_likely(like: dict[str, float]) -> None:
    """服务器问题 ends in a word for problems; another section that is hardly likelier does not take it."""
    like |= {"routine_work": 0.35, "issues": 0.3}
    assert _section("机房服务器问题") == "issues"
    like |= {"routine_work": 0.6, "issues": 0.3}
    assert _section("机房服务器问题") == "routine_work"


def test_what_is_like_nothing_has_no_home(like: dict[str, float]) -> None:
    """It is kept word for word where no section is likely, or none at all is likelier."""
    like |= dict.fromkeys(SECTIONS[:10], 0.1)
    assert likest_home(_node("甲乙丙")) is None
    like.clear()
    like |= {EXTRA: 0.7, "notes": 0.3}
    assert likest_home(_node("甲乙丙")) is None
    like |= {EXTRA: 0.3, "notes": 0.4}
    assert likest_home(_node("甲乙丙")) == Home(path=("notes",), certainty=0.4, more="甲乙丙")


def test_a_heading_below_a_section_is_apart_if_it_is_likelier_than_an_item(like: dict[str, float]) -> None:
    """Words of areas part the risks of a section that is sure; what only looks like an item stays one."""
    risks = Home(path=("risks",), certainty=1.0)
    like |= {ITEM: 0.1, "processes": 0.8, "risks": 0.1}
    assert is_apart(_node("怎样上报"), risks)
    assert not is_apart(_node("人员"), risks)
    like |= {ITEM: 0.9, "processes": 0.1, "risks": 0.0}
    assert not is_apart(_node("怎样上报"), risks)


def test_what_has_the_fields_of_an_item_is_one(like: dict[str, float]) -> None:
    """Two lines below a heading are labelled as a task is, so it is one, whatever its words are like."""
    like |= {"team": 0.9, ITEM: 0.1}
    plan, named = Home(path=("work_plan",), certainty=1.0), _node("员工故事")
    assert is_apart(named, plan)
    for line in ("负责人：苏醒", "截止日期：12月5日"):
        named.content.append(Line(Leaf((Run(line),), 2)))
    assert not is_apart(named, plan)


def test_the_part_of_an_item_is_apart_if_it_is_surely_a_section(like: dict[str, float]) -> None:
    """Lessons below the name of a project are lessons; its state is a field of it."""
    like |= {"review": 0.9, ITEM: 0.1}
    project = Home(path=("projects",), certainty=0.9, single=True)
    assert is_apart(_node("总结和思考"), project)
    assert not is_apart(_node("现状"), project)


def test_a_section_in_an_item_is_taken_out_as_well(like: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lessons below the name of a project, however deep; a state is a field of it. What has fields is an item, and keeps them."""
    like |= {"review": 0.9, ITEM: 0.1}
    section, project, lessons, state = map(_node, ("项目", "官网改版", "总结和思考", "现状"))
    home = Home(path=("projects",), certainty=1.0)
    monkeypatch.setattr(choosing, "is_apart", lambda child, at: child is not project and is_apart(child, at))
    section.children, project.children = [project], [lessons, state]
    assert taken_apart(section, home) == [lessons]
    assert (section.children, project.children) == ([project], [state])
    project.children = [lessons, state]
    project.content += [Line(Leaf((Run(line),), 2)) for line in ("负责人：苏醒", "目标：上线")]
    assert not taken_apart(section, home)


def test_only_what_looks_like_an_item_may_gather_sections(like: dict[str, float]) -> None:
    """A heading that is surely a section keeps what stands below it."""
    like |= {ITEM: 0.9, "processes": 0.1}
    assert may_gather(_node("甲"), Home(path=("notes",), certainty=0.5))
    like |= {ITEM: 0.1, "processes": 0.9}
    assert not may_gather(_node("甲"), Home(path=("notes",), certainty=0.5))
    assert may_gather(_node("甲"), Home(path=("handover_plan",), certainty=1.0))
    assert may_gather(_node("甲"), None)


@given(st.text(max_size=40))
def test_any_heading_has_a_section_of_ours_or_none(heading: str) -> None:
    """Whatever the text."""
    home = chosen(_node(heading))
    assert home is None or home.section in SECTIONS
    assert home is None or 0 < home.certainty <= 1


def _section(heading: str) -> str:
    home = chosen(_node(heading))
    return home.section if home else EXTRA
