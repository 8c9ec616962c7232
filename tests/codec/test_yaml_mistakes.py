"""An error in YAML names the line that has to be changed, the sign that is in the way, and the mend."""

import pytest

from opshandover.codec import dumps, loads
from opshandover.codec.plain import plain
from opshandover.errors import Fault, LoadError
from opshandover.model import SignOff

FIRST = "profile: daily_work\n"


def faults(text: str) -> tuple[Fault, ...]:
    """The faults of a document with these lines below its first."""
    with pytest.raises(LoadError) as caught:
        loads(FIRST + text, format="yaml")
    return caught.value.faults


SIGNS = ["*", "**", "&", "!", "|", ">", "@", "`", "%", "- ", "? ", ", ", "]", "}", "{", "["]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "place", ["title: {}", "work_progress:\n  tasks:\n    - title: {}", "giver: {{name: a}}\ntitle: {}"]
)
def test_value_that_begins_with_a_sign(sign: str, place: str) -> None:
    """Whatever sign a text begins with, the fault names it at its place and proposes quotes, which help."""
    text = f"{sign}重点**：先查 x"
    fault = faults(place.format(text) + "\nversion: 1")[0]
    assert fault.line == 2 + place.count("\n")
    closing = {"[": "]", "{": "}"}.get(sign, sign[0])
    assert f"'{closing}'" in fault.problem["en"] or f"({sign[0]})" in fault.problem["en"]
    assert "quotes" in fault.hint["en"]
    assert "引号" in fault.hint["zh"]
    assert loads(FIRST + place.format(f"'{text}'"), format="yaml")


MENDS = {
    "title: “a: b”": (2, "': ' inside a text", "no quotation marks in YAML"),
    "title: a: b": (2, "': ' inside a text", "quotes"),
    "id: 1\ntitle: 50% off: now": (3, "': ' inside a text", "quotes"),
    "giver:\n\tname: x": (3, "YAML syntax error", "indent with spaces, not tabs"),
    "giver:\n  name: x\n\tphone: 1": (4, "YAML syntax error", "indent with spaces, not tabs"),
    "title:x\nid: 1": (2, "YAML syntax error", "ordinary space after the colon"),
    "id: 1\ntitle:\u3000x\nversion: 1": (3, "YAML syntax error", "ordinary space after the colon"),
    "id: 1\ntitle：x\nversion: 1": (3, "YAML syntax error", "ASCII colon"),
    "receivers:\n- a\n-b\nid: 1": (4, "YAML syntax error", "space after '-'"),
    "title: 'x\nid: 1\nversion: 2": (2, "quotation mark here is not closed", "closing mark"),
    'id: 1\ntitle: "x\nversion: 2': (3, "quotation mark here is not closed", "closing mark"),
    'title: "a" b\nid: 1': (2, "more text follows", "quotes"),
    "title: [a] b\nid: 1": (2, "more text follows", "quotes"),
    "receivers: [a, b\nid: 1": (2, "closing ']' is missing", "add it"),
    "giver: {name: a\nid: 1": (2, "closing '}' is missing", "add it"),
    "id: 1\ngiver: [": (3, "closing ']' is missing", "add it"),
    "giver: {name: 甲，phone: 2}": (2, "wide comma", "ASCII comma"),
    "giver: {name: 甲，phone：2}": (2, "wide comma", "ASCII comma"),
    "receivers: [甲，乙]": (2, "wide comma", "[甲, 乙]"),
    "receivers:\n- 甲，乙": (3, "several people", "[a, b]"),
    "receivers:\n  - 丙\n  - 王敏（主管）、周岩（组长）": (4, "several people", "[a, b]"),
    "receivers: [王敏（主管）、周岩（组长）]": (2, "several people", "[a, b]"),
    "接收人: 甲、乙": (2, "several people", "a line each"),
    "团队与组织:\n  成员:\n    - Amy Lee、Tom": (4, "several people", "a line each"),
    "work_progress: {tasks: []}\ncommunication: {meetings: [{attendees: 甲；乙}]}": (
        3,
        "several people",
        "[a, b]",
    ),
    "receivers: [甲、乙]": (2, "wide comma", "[甲, 乙]"),
    "豁免: [{规则: SEC001, 位置: 问题反馈.问题[0].描述, 原因: 是测试，不是密码}]": (
        2,
        "a bracket inside a text",
        "quotes",
    ),
    "receivers: [a{b}]": (2, "a bracket inside a text", "quotes"),
    "移交人:\n　　部门: 客服部": (3, "indented with wide", "ordinary spaces"),
    "移交人:\n　　- 甲\nid: 1": (3, "indented with wide", "ordinary spaces"),
    "移交人:\n\u00a0\u00a0姓名: 甲": (3, "indented with wide", "ordinary spaces"),
    "receivers:\n - b\n  - c": (3, "indented too far", "align"),
    "giver: {name: Code, dashboards and on-call}": (2, "comma before 'dashboards and on-call'", "quotes"),
    "giver: {name:x, phone: 1}": (2, "unknown field", "ordinary space after the colon"),
    "giver: {name：x, phone: 1}": (2, "unknown field", "ASCII colon"),
    "title: |\nfirst line\nid: 1": (2, "YAML syntax error", "indent each line"),
    "title: a\n---\nb": (3, "a single YAML document", "indent or quote '---'"),
    "title: {{handover}}": (2, "expected a text", "quotes"),
    "title: a\x0bb": (2, "U+000B", "remove"),
    "id: 1\ntitle: a\ufeffb": (3, "U+FEFF", "remove"),
    "id: 1\ntitle: a\x00b": (3, "U+0000", "remove"),
    "id: 1\ntitle: a\ud800b": (3, "U+D800", "remove"),
}


@pytest.mark.parametrize("text", MENDS)
def test_mistakes_are_told_by_their_line_and_mend(text: str) -> None:
    """Each mistake that people make is one fault at its own line, with what to do about it, in both languages."""
    line, problem, hint = MENDS[text]
    fault = faults(text)[0]
    assert (fault.line, problem in fault.problem["en"], hint in fault.hint["en"]) == (line, True, True), fault
    assert fault.problem["zh"]
    assert fault.hint["zh"] != fault.hint["en"]


def test_all_colons_without_a_space_are_told_at_once() -> None:
    """Who leaves out one space leaves out more; a text below `|` may hold the same, and is passed over."""
    text = """标题:晚班
移交人：郝静
接收人: 王敏
注意事项: |
  负责人:张三
  状态：完成
工作进展:
  任务:
    - 标题:补货
      状态:完成
      下一步: 看 http://x.cn/标题:1
"""
    found = [(fault.line, fault.hint["zh"].rpartition("：")[2]) for fault in faults(text)]
    assert found == [(2, "标题: 晚班"), (3, "移交人: 郝静"), (10, "标题: 补货"), (11, "状态: 完成")]


def test_a_colon_without_a_space_is_told_beside_another_mistake() -> None:
    """The mistake at which the parser stopped is named as well."""
    found = faults('标题: "晚班\n移交人:郝静\n')
    assert "quotation mark" in found[0].problem["en"]
    assert [fault.line for fault in found] == [2, 3]


def test_directives_are_refused_but_for_the_version() -> None:
    """A directive is named with its line; the one that only says which YAML it is may stay."""
    assert loads("# x\n%YAML 1.2\n---\nprofile: daily_work", format="yaml").profile == "daily_work"
    for text in ("%TAG !a! b\n---\nprofile: daily_work", "\n%50: x"):
        with pytest.raises(LoadError, match="cannot begin with '%', which means a directive"):
            loads(text, format="yaml")


def test_a_sentence_in_brackets_may_have_wide_commas() -> None:
    """Only short names, and what looks like the next field, are taken for items that were meant to be apart."""
    text = "sign_off: {feedback: [支持期两周，够用, 很好：继续], summary: 用 admin 登录，注意：先关 VPN}"
    section = loads(FIRST + text, format="yaml").sign_off
    assert isinstance(section, SignOff)
    assert section.feedback == ("支持期两周，够用", "很好：继续")
    assert section.summary == "用 admin 登录，注意：先关 VPN"


def test_what_is_quoted_may_hold_any_sign() -> None:
    """The mend that is proposed is one: quoted texts keep wide commas, colons and signs."""
    text = "receivers: ['甲，乙', \"丙、丁\"]\ngiver: {name: '甲，电话：1'}\ntitle: '> 50 单: #1'\nissues: {nothing}"
    document = loads(FIRST + text, format="yaml")
    assert [one.name for one in document.receivers] == ["甲，乙", "丙、丁"]
    assert document.giver is not None
    assert (document.giver.name, document.title) == ("甲，电话：1", "> 50 单: #1")


def test_other_lists_and_single_persons_may_have_wide_commas() -> None:
    """Only a list of people is asked about: a team that owns a task together, and words that belong together, stay."""
    text = """
receivers: [张凯]
overview:
  focus:
    - 退货，补发
work_progress:
  tasks:
    - title: 审核、复核
      owner: 甲、乙
"""
    data = plain(loads(FIRST + text, format="yaml"), brief=True)
    assert data["overview"]["focus"] == ["退货，补发"]
    assert data["work_progress"]["tasks"] == [{"title": "审核、复核", "owner": {"name": "甲、乙"}}]


@pytest.mark.parametrize("name", ["甲，乙", "丙、丁", "Amy、Tom", "王敏（主管）；周岩"])
def test_one_person_of_that_name_can_be_written(name: str) -> None:
    """In quotes, or as a field of its own, which is how such a document is saved."""
    for text in (f"receivers:\n- '{name}'", f"receivers:\n- name: {name}"):
        document = loads(FIRST + text, format="yaml")
        assert [one.name for one in document.receivers] == [name]
        assert loads(dumps(document, format="yaml"), format="yaml") == document
