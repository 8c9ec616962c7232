"""Tests of the place that a heading stands for."""

import pytest

from opshandover.model import OpsDocument
from opshandover.model.fields import section_fields
from opshandover.model.header import Header
from opshandover.model.tasks import TaskStatus
from opshandover.reading.foreign.homes import (
    EXACT_WORD,
    FIELD,
    FIRST,
    PART,
    STEM,
    WHOLE,
    field_named,
    home_of,
    vocabulary,
)
from opshandover.reading.foreign.labels import normal
from opshandover.text import LANGUAGES

PLACES = {
    "一、待办事项": ("work_progress", EXACT_WORD),
    "📌 注意事项": ("notes", 1.0),
    "1.2 系统账号": ("systems", EXACT_WORD),
    "Key contacts": ("contacts", 1.0),
    "What's left": ("work_progress", EXACT_WORD),
    "明日工作安排": ("work_plan", WHOLE),
    "Notes 备忘": ("notes", EXACT_WORD),
    "机房服务器问题": ("issues", PART),
    "Safety incidents": ("issues", PART),
    "Project team": ("team", PART),
    "Project contact person": ("contacts", STEM),
    "Risk assessment": ("risks", STEM),
    "手上没收尾的": ("work_progress", STEM),
    "要认识的人": ("contacts", STEM),
    "How do I restart it": ("processes", STEM),
    "第五条 适用范围": ("governance", FIELD),
    "第八章 执行": ("governance", EXACT_WORD),
    "Restoring the database after a failure": ("processes", FIRST),
    "重启打印服务": ("processes", FIRST),
    "Step 2 — Hand in the badge": ("processes", FIRST),
    "What is on call": ("overview", FIRST),
    "Known issues — the till and its printer": ("issues", FIRST),
    "Summary of the work completed by each member of the crew": ("work_progress", FIRST),
}


@pytest.mark.parametrize("heading", PLACES)
def test_headings_of_people_have_a_place(heading: str) -> None:
    """Exact words are sure, words among others likely, and the end of a heading is a guess."""
    home = home_of(heading)
    assert home is not None
    assert (home.section, home.certainty) == PLACES[heading]


@pytest.mark.parametrize("section", section_fields(OpsDocument), ids=lambda field: field.name)
def test_every_label_leads_to_its_section(section: object) -> None:
    """No synonym of another section takes the label of one away."""
    for lang in LANGUAGES:
        home = home_of(section.label[lang])  # type: ignore[attr-defined]
        assert home is not None
        assert home.path == (section.name,)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "heading",
    [
        "张三",
        "2026-07-10",
        "会员小程序",
        "Arrivals",
        "客服夜班交接记录",
        "心情",
        "The coffee machine",
        "客服机器人升级",
        "Checkout redesign",
        "",
    ],
)
def test_names_days_and_titles_have_none(heading: str) -> None:
    """A person, a day, a thing or the title of a whole is no section."""
    assert home_of(heading) is None


def test_a_state_is_given_to_all_tasks_below() -> None:
    """A heading may be the status of what stands below it."""
    done, running = home_of("今日已完成工作"), home_of("In progress")
    assert done is not None
    assert running is not None
    assert (done.status, running.status) == (TaskStatus.DONE, TaskStatus.IN_PROGRESS)


def test_one_item_is_told_from_the_list() -> None:
    """A number or a name of its own makes a heading one of the items."""
    single = [
        home is not None and home.single
        for home in map(home_of, ("Issue 2: no water", "Project B", "订单系统", "系统"))
    ]
    assert single == [True, True, True, False]


def test_a_field_is_named_by_its_label_or_a_synonym_in_either_language() -> None:
    """Labels in both languages at once name a field as well."""
    found = [field_named(Header, label) for label in ("交班人", "Outgoing", "Received by 接收人", "天气")]
    assert [field and field.name for field in found] == ["giver", "giver", "receivers", None]


@pytest.mark.parametrize("section", section_fields(OpsDocument), ids=lambda field: field.name)
def test_every_synonym_of_a_section_leads_to_it(section: object) -> None:
    """No word is declared for two sections, of which one would never get it."""
    words = [word for lang in LANGUAGES for word in section.record.synonyms[lang].split(", ") if word]  # type: ignore[attr-defined]
    assert {vocabulary()[normal(word)][0] for word in words} <= {(section.name,)}  # type: ignore[attr-defined]
