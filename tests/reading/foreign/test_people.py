"""Tests of persons in what people write."""

import pytest

from opshandover.model import Person
from opshandover.reading.foreign.people import are_sentences, is_called, is_name, owner_in, person_of, persons_of

PERSONS = {
    "周岩": Person(name="周岩"),
    "周岩（运营主管，13800138000）": Person(name="周岩", role="运营主管", phone="13800138000"),
    "周岩（微信 zhouyan8）": Person(name="周岩", im="zhouyan8"),
    "王五 技术部": Person(name="王五", department="技术部"),
    "摄影棚 老范 13522223333": Person(name="老范", department="摄影棚", phone="13522223333"),
    "Alice Wong <alice@example.com>": Person(name="Alice Wong", email="alice@example.com"),
    "Tom Lee (SRE, +1 415-555-0123)": Person(name="Tom Lee", role="SRE", phone="+1 415-555-0123"),
    "Jon Reyes (network) 555-0142": Person(name="Jon Reyes", role="network", phone="555-0142"),
    "王工：021-5555 1234": Person(name="王工", phone="021-5555 1234"),
    "吕薇 Vivian Lyu": Person(name="吕薇 Vivian Lyu"),
    "@piet": Person(name="@piet"),
}


@pytest.mark.parametrize("written", PERSONS)
def test_a_person_is_read_with_all_that_is_said(written: str) -> None:
    """Each word has its field."""
    assert person_of(written) == PERSONS[written]


@pytest.mark.parametrize(
    "written", ["____", "请在周五前完成对账，谢谢", "13800138000", "a@b.example c@d.example 周岩", "Order 204-5581", ""]
)
def test_what_is_no_person_stays_a_text(written: str) -> None:
    """A sentence, a number alone or two addresses are no person."""
    assert person_of(written) is None


def test_several_persons_are_several() -> None:
    """The usual signs and words stand between names; those in brackets part nothing."""
    assert [one.name for one in persons_of("周岩、李娜和王磊")] == ["周岩", "李娜", "王磊"]
    assert [one.name for one in persons_of("Alice, Bob and Carol")] == ["Alice", "Bob", "Carol"]
    assert len(persons_of("周岩（客服，早班）")) == 1


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("交报表 @piet", "piet"),
        ("完成对账（李娜）", "李娜"),
        ("由王磊跟进退款", "王磊"),
        ("Update docs - Alice Wong", "Alice Wong"),
    ],
)
def test_a_sentence_may_name_who_does_it(sentence: str, name: str) -> None:
    """The ways in which people name one person in a line."""
    assert owner_in(sentence) == Person(name=name)


@pytest.mark.parametrize("sentence", ["系统升级（测试）", "@a @b 一起看", "处理完成（周五）", "发给客户（完成）"])
def test_a_sentence_without_one_person_has_no_owner(sentence: str) -> None:
    """Words in brackets are no name, and two persons are not one."""
    assert owner_in(sentence) is None


def test_names_are_known_by_their_form() -> None:
    """A surname begins a Chinese name, and people call each other 老范."""
    assert [is_name(text) for text in ("周岩", "完成", "Ken Adams", "server")] == [True, False, True, False]
    assert is_called("老范")


@pytest.mark.parametrize(
    ("texts", "sentences"),
    [
        (["团队氛围融洽，沟通顺畅", "每周五一起复盘"], True),
        (["Advanced knowledge of Linux commands and shell scripting.", "Good at servers."], True),
        (["周岩：每周五组织大家一起复盘", "沟通顺畅，氛围融洽"], False),
        (["财务部门报销窗口 13800138000"], False),
        (["Ann Brook sees to all of the repairs."], False),
        (["店长", "前台"], False),
        ([], False),
    ],
)
def test_sentences_about_a_team_are_no_persons(texts: list[str], sentences: bool) -> None:
    """A list with a name, a number or a post in it is one of persons."""
    assert are_sentences(texts) is sentences
