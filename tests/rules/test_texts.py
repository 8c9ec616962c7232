"""Rules about the texts themselves."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.asked import document as loaded
from tests.rules.asked import found
from tests.rules.built import document

from opshandover.rules import check
from opshandover.rules.texts import (
    character_unreadable,
    example_left,
    filler,
    local_path,
    placeholder_left,
    sign_ambiguous,
    text_vague,
)

PIECES = (
    *" \n.:/\\_-~（【[](]，×xX\x07Kſ1", "C:", "file://", "/Users/", "~/Desktop", "我的", "电脑", "笔记本", "桌面",
    "微信", "QQ", "qq", "聊天记录", "群聊", "WeChat", "Telegram", "chat", "history", "direct", "message", "lorem",
    "ipsum", "Person", "Name", "your", "here", "click", "tap", "to", "enter", "点击", "此处输入", "请", "填写", "在此",
    "补充", "待", "姓名", "某", "TBD", "t.b.", "do", "be", "fixme", "follow", "coming", "pending", "placeholder",
    "fill", "insert", "choose", "asdf", "qwerty", "__", "](",
)  # fmt: skip


def title(text: str) -> str:
    """A document that has only a title, quoted as JSON, which YAML can read."""
    return f"title: {json.dumps(text)}"


@pytest.mark.parametrize(
    "text",
    [
        r"D:\交接\报表.xlsx",
        r"文件在 c:\temp\a.doc",
        "E:/交接/报表",
        "/Users/zhou/Desktop/a.xlsx",
        "~/Desktop/a.xlsx",
        "file:///home/a",
        "放在我的电脑桌面",
    ],
)
def test_own_disk_is_found(text: str) -> None:
    """Both systems' paths, in or out of a sentence, and the words for them."""
    assert found(local_path, title(text)) == ["warning title"]


@pytest.mark.parametrize(
    "text",
    [
        r"\\fileserver\ops\报表.xlsx",
        r"装在 C:\Program Files\Client",
        "https://api.example.com/Users/12",
        "http://example.com/a:b",
        "比例 A:B 为 3:1",
        "/srv/ops/reports",
        "/home/deploy/app",
        r"服务器上的 D:\logs\*.csv 别删",
        r"D:\logs\2026 不要删，月底审计要用",
        r"脚本每晚清理 D:\logs\*.csv",
        r"Don't remove D:\logs on the batch host",
        "客户用微信联系",
        "公司电脑两台",
    ],
)
def test_shared_places_are_not(text: str) -> None:
    """Servers, addresses and programs are reachable for others; a chat as such is no place."""
    assert found(local_path, title(text)) == []


@pytest.mark.parametrize(
    ("place", "count"),
    [
        ("运营群的微信聊天记录", 1),
        ("见QQ群文件", 1),
        ("WeChat", 1),
        ("企业微信微盘/运营", 0),
        ("腾讯QQ文档", 0),
    ],
)
def test_chat_is_no_place_for_a_file(place: str, count: int) -> None:
    """Where a file is kept, a chat program is not an answer, but its shared drive is."""
    text = f"documents: {{items: [{{title: 手册, location: {place}}}]}}"
    assert len(found(local_path, text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet",
        "详见[手册]()",
        "see [the guide](#)",
        "Person Name",
        "TBD",
        "待补充",
        "【请填写】",
        "xxx",
        "负责人：______",
        "单击或点击此处输入文字",
    ],
)
def test_placeholder_is_found(text: str) -> None:
    """What templates leave behind, as a whole text or inside one."""
    assert found(placeholder_left, title(text)) == ["warning title"]


@pytest.mark.parametrize("text", ["无", "none", "N/A", "第 3 版待定稿", "to be continued on Monday", "- [x] 完成"])
def test_answers_are_no_placeholders(text: str) -> None:
    """A plain none is an answer, and a sentence may hold such words."""
    assert found(placeholder_left, title(text)) == []


def test_placeholder_is_an_error_when_final() -> None:
    """A draft may still have gaps."""
    assert found(placeholder_left, "title: TBD\nstate: final") == ["error title"]
    assert found(placeholder_left, "title: TBD\nstate: draft") == ["warning title"]


HOLLOW = "work_progress: {summary: 同上}\nissues: {nothing: 无}\n"


def test_half_of_the_sections_hollow() -> None:
    """Half is enough, one of three is not, and two sections are too few to tell."""
    full = "overview: {summary: 一切正常}\n"
    assert len(found(filler, HOLLOW + full)) == 1
    assert found(filler, HOLLOW) == []
    assert found(filler, HOLLOW + full + "notes: {items: [盯退款]}\nrisks: {items: [断货]}\n") == []


def test_empty_section_is_not_filler() -> None:
    """A section without any word is reported as empty, not as filler."""
    empty = "overview: {}\nissues: {}\nrisks: {}\n"
    assert found(filler, empty) == []


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1f", "\ufffe"])
def test_characters_without_meaning_are_found(character: str) -> None:
    """Control characters and what is no character, wherever they stand."""
    assert found(character_unreadable, title(f"a{character}b")) == ["warning title"]


@pytest.mark.parametrize("text", ["", "a\tb", "两\n行", "\u202eabc"])
def test_characters_with_meaning_are_left_alone(text: str) -> None:
    """Tabs, line feeds, rare characters, signs of direction."""
    assert found(character_unreadable, title(text)) == []


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_the_quick_looks_let_nothing_pass(text: str) -> None:
    """Whatever a rule finds when it is asked about every text, it finds behind its patterns too."""
    doc = document(title=text)
    for rule in (local_path, placeholder_left):
        everywhere = attrs.evolve(rule, where=None)
        assert check(doc, rules=[rule]).findings == check(doc, rules=[everywhere]).findings


def summary(text: str) -> str:
    """A document that has only a text in Markdown."""
    return f"overview: {{summary: {json.dumps(text)}}}"


@pytest.mark.parametrize(
    "text",
    [
        "# 1 号机停机",
        "今晨：\n## 12号机",
        "- 5 台",
        "> 50 单先审\n> 其余的后审",
        "入口是 __main__",
        "单价*数量*折扣",
        "这*很重要*的",
    ],
)
def test_signs_with_two_meanings_are_told(text: str) -> None:
    """A colleague would ask which is meant; a name that is never Markdown is not asked about."""
    assert found(sign_ambiguous, summary(text)) == ["info overview.summary"]
    assert found(sign_ambiguous, title(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        *("# 概述", "#1 号机", "- 5 台\n- 6 台", "- 已审 5 台", "> 50 单先审", "> 客户说：50 单", "> 50 单\n> 60 单"),
        *(
            "__init__.py",
            "`__main__`",
            "**重点**",
            "3*5*2",
            "长*宽*高",
            "138****0142",
            r"D:\_x_\*.csv",
            "-5℃",
            "见 *重点* 处",
        ),
    ],
)
def test_plain_signs_are_not_asked_about(text: str) -> None:
    """What a text says plainly is no question."""
    assert found(sign_ambiguous, summary(text)) == []


ITEM = "work_progress: {{tasks: [{{title: {0}, status: in_progress, owner: {1}}}]}}"


@pytest.mark.parametrize("mark", ["（示例）", "(example) ", "( Example )", "【示例】", "(示例)"])
def test_examples_are_found(mark: str) -> None:
    """However the mark was retyped, an item has one finding for all of its examples."""
    assert found(example_left, ITEM.format(f'"{mark}核对"', "周岩")) == ["error work_progress.tasks[0]"]
    assert found(example_left, ITEM.format("核对退款单", f'"{mark}周岩"')) == ["error work_progress.tasks[0].owner"]
    assert found(example_left, f'giver: "{mark}周岩"\nnotes: {{items: [{{text: "{mark}甲"}}]}}') == [
        "error giver",
        "error notes.items[0]",
    ]


@pytest.mark.parametrize(
    "text", ["示例：客户问退款时先查订单", "退款话术（示例）", "Example: a refund", "for example, x"]
)
def test_examples_in_texts_are_content(text: str) -> None:
    """Only the mark at the beginning makes a starter's example, not the word."""
    assert found(example_left, ITEM.format(json.dumps(text), "周岩")) == []


def test_nothing_else_is_said_of_an_example() -> None:
    """Findings of other records stay, and so does what is found in the text itself."""
    text = "work_progress: {tasks: [{title: （示例）核对, owner: 周岩, remaining: '密码 Abc@12345678'}, {title: 补发}]}"
    places = [(f.code, f.path) for f in check(loaded(text)).findings]
    inside = {place for place in places if place[1].startswith("work_progress.tasks[0]")}
    assert inside == {("TXT006", "work_progress.tasks[0]"), ("SEC001", "work_progress.tasks[0].remaining")}
    assert any(path.startswith("work_progress.tasks[1]") for _, path in places)


def test_a_section_of_examples_is_not_called_empty() -> None:
    """The examples are what is wrong with it, not that it has nothing or filler."""
    summaries = "".join(f"{key}: {{summary: （示例）概述}}\n" for key in ("overview", "work_progress"))
    codes = [f.code for f in check(loaded(summaries + "risks: {items: [{title: （示例）甲}]}")).findings]
    assert not {"GEN003", "TXT002", "TXT003"} & set(codes)
    assert codes.count("TXT006") == 3


def test_vague_phrases_are_found_where_more_is_asked() -> None:
    """In a next step, a reason and a note, as the whole text; a result may well be that all is normal."""
    text = """
work_progress: {tasks: [{title: 跟进, next_step: 继续跟进, result: 一切正常}, {title: 对账, next_step: 周岩继续跟进}]}
issues: {nothing: 一切正常}
notes: {items: [注意安全]}
"""
    assert found(text_vague, text) == [
        "warning work_progress.tasks[0].next_step",
        "warning issues.reason",
        "warning notes.items[0].text",
    ]


def test_a_place_and_an_address_are_more_than_their_kind() -> None:
    """The shared drive without a folder, and a chat without an account, lead nowhere."""
    text = """
documents: {items: [{title: 手册, location: 在共享盘}, {title: 模板, location: 共享盘/售后/模板}]}
contacts: {items: [{person: {name: 李想, im: 有事微信我}}, {person: {name: 何佳, im: 企业微信 hejia}}]}
"""
    assert set(found(text_vague, text)) == {
        "warning documents.items[0].location",
        "warning contacts.items[0].person.im",
    }
