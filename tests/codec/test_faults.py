"""What is no valid document is refused, with all faults at once, each with place and advice."""

import re
from pathlib import Path

import pytest

from opshandover import codec
from opshandover.codec.versions import upgrade
from opshandover.errors import Fault, LoadError, UnknownNameError
from opshandover.text import LANGUAGES


def faults(text: str, name: str = "yaml") -> tuple[Fault, ...]:
    """Gives the faults of a text that must have some."""
    with pytest.raises(LoadError) as caught:
        codec.loads(text, format=name)
    return caught.value.faults


def said(text: str, name: str = "yaml") -> list[str]:
    """Gives the faults of a text as lines in English."""
    return [f.in_lang("en") for f in faults(text, name)]


def json_of(fields: str) -> str:
    """Gives a JSON document with some fields beside its profile."""
    return f'{{"profile": "daily_work", {fields}}}'


def yaml_of(fields: str) -> str:
    """Gives a YAML document with some fields beside its profile."""
    return f"profile: daily_work\n{fields}\n"


def test_all_faults_come_at_once_in_the_order_of_the_text() -> None:
    """Seven faults of different kinds are reported together, each with line and column."""
    text = """\
文种: 日常交接
标提: 夜班
编制日期: 2026-13-45
移交人: [周岩]
工作进展:
  任务:
    - 标题: 对账
      状态: 差不多了
      负责人: {姓名: 王五, 手机号: 1}
    - 标题: 发货
      标题: 再发货
    -
风险与应急: 无
"""
    assert [(f.line, f.column, f.path) for f in faults(text)] == [
        (2, 1, "标提"),
        (3, 1, "prepared_on"),
        (4, 1, "giver"),
        (8, 7, "work_progress.tasks[0].status"),
        (9, 21, "work_progress.tasks[0].owner.手机号"),
        (11, 7, "工作进展.任务[1].标题"),
        (12, 6, "work_progress.tasks[2]"),
        (13, 1, "risks"),
    ]


def test_hint_names_the_nearest_key_or_value() -> None:
    """A misspelt key or value is answered with the nearest that is known, in its own language."""
    assert "did you mean 'title'?" in said(yaml_of("titel: x"))[0]
    assert "是不是“截止日期”？" in faults(yaml_of("工作进展: {任务: [{截止日: 2026-01-01}]}"))[0].in_lang("zh")
    one = said(yaml_of("work_progress: {tasks: [{status: in_progres}]}"))[0]
    assert "expected one of not_started, in_progress" in one
    assert "did you mean 'in_progress'?" in one
    assert "available: profile, title" in said(yaml_of("qqq: 1"))[0]


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("work_progress: {tasks: [{status: 完成}]}", "已完成"),
        ("work_progress: {tasks: [{status: todo}]}", "not_started"),
        ("work_progress: {tasks: [{status: WIP}]}", "in_progress"),
        ("work_progress: {tasks: [{status: 搁置}]}", "已延迟"),
        ("issues: {items: [{status: 未解决}]}", "待处理"),
        ("issues: {items: [{status: unresolved}]}", "open"),
        ("issues: {items: [{status: closed}]}", "resolved"),
        ("sign_off: {signatures: [{decision: 不同意接收}]}", "拒绝接收"),
        ("state: 终稿", "定稿"),
        ("work_progress: {tasks: [{status: 未完成}]}", None),
        ("work_progress: {tasks: [{priority: 紧急}]}", None),
        ("ignore: [x]", None),
    ],
)
def test_another_word_for_a_value_is_answered_with_it(fields: str, meant: str | None) -> None:
    """Words that people use lead to the value, before spelling is compared; never to the opposite."""
    (one,) = said(yaml_of(fields))
    assert (f"did you mean '{meant}'?" in one) if meant else ("did you mean" not in one)


# The traps of the converter, each once.


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('"title": 3', "expected a text, got 3"),
        ('"title": true', "expected a text, got true"),
        ('"receivers": "李雯"', "expected a list, got '李雯'"),
        ('"receivers": {"name": "李雯"}', "expected a list, got {…}"),
        ('"receivers": [null]', "expected a non-empty item"),
        ('"manages_people": "false"', "expected true or false, got 'false'"),
        ('"manages_people": 0', "expected true or false, got 0"),
        ('"giver": []', "expected the keys and values of 'Person', got […]"),
        ('"shift": {"start": "2026-01-01"}', "expected a date and time, got '2026-01-01'"),
        ('"prepared_on": 20260101', "expected a date, got 20260101"),
        ('"period": "上周"', "expected the keys and values of 'Period', got '上周'"),
        ('"work_progress": {"tasks": [{"progress": 3.9}]}', "expected a whole number, got 3.9"),
        ('"work_progress": {"tasks": [{"progress": true}]}', "expected a whole number, got true"),
        ('"work_progress": {"tasks": [{"progress": "60"}]}', "expected a whole number, got '60'"),
        ('"work_progress": []', "expected a section (keys and values), got […]"),
        ('"data_analysis": {"metrics": [{"value": "1,200"}]}', "expected a number, got '1,200'"),
        ('"data_analysis": {"metrics": [{"value": true}]}', "expected a number, got true"),
        ('"state": ""', "expected one of draft, final, signed, got ''"),
        ('"risks": {"nothing": 3}', "expected a text, got 3"),
        ('"title": "\\ud800"', "contains a lone surrogate"),
    ],
)
def test_json_values_are_never_coerced(fields: str, expected: str) -> None:
    """A value of another type than the field's is a fault, however near it is."""
    (one,) = said(json_of(fields), "json")
    assert expected in one


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("work_progress: {tasks: [{progress: 3.9}]}", "expected a whole number, got '3.9'"),
        ("work_progress: {tasks: [{progress: ６０．５}]}", "expected a whole number, got '６０．５'"),
        ("manages_people: maybe", "expected true or false (yes / no), got 'maybe'"),
        ("prepared_on: 明天", "expected a date, got '明天'"),
        ("prepared_on: 2026-02-30", "expected a valid date, got '2026-02-30'"),
        ("shift: {start: 2026-02-28 25:00}", "expected a valid date and time"),
        ("giver: 姓名：周岩", "use ': ' (ASCII colon and space) after a key"),
        ("- 1", "expected keys and values at the top level, got […]"),
        ("!!python/object:os.system {}", "YAML tags (!) are not supported"),
        ("title: &a x", "YAML anchors (&) are not supported"),
        ("title: *a", "YAML aliases (*) are not supported"),
        ("title: !x y", "YAML tags (!) are not supported"),
        ("? [a, b]\n: c", "a key must be text"),
    ],
)
def test_yaml_texts_are_converted_by_their_field_or_refused(fields: str, expected: str) -> None:
    """A text that does not say what its field holds is a fault."""
    lines = said(fields if fields[0] in "-!" else yaml_of(fields))
    assert any(expected in line for line in lines), lines


def test_yaml_scalars_stay_the_texts_they_are() -> None:
    """What other readers turn into numbers, truths and dates is the text that was written."""
    written = [
        "22:30",
        "1.10",
        "no",
        "0755",
        "+8610123",
        "2026-01-01",
        "1e3",
        ".inf",
        "0x1F",
        "1_0",
    ]
    for one in written:
        assert codec.loads(yaml_of(f"title: {one}"), format="yaml").title == one
        assert codec.loads(yaml_of(f"giver: {one}"), format="yaml").giver is not None


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_left_empty_is_the_same_as_left_out(empty: str) -> None:
    """A key without a value counts as not given; a quoted empty text is one that is empty."""
    document = codec.loads(yaml_of(f"title: {empty}\ngiver: {empty}\nrisks: {empty}"), format="yaml")
    assert document == codec.loads("profile: daily_work", format="yaml")
    assert codec.loads(json_of('"title": null, "risks": null'), format="json") == document


def test_same_field_by_name_and_by_label_is_a_fault() -> None:
    """A file that gives a field twice under two spellings is faulty."""
    (one,) = said(yaml_of("title: a\n标题: b"))
    assert "same field as 'title'" in one


def test_duplicate_keys_are_faults_in_json_too() -> None:
    """No format keeps the last of two equal keys silently."""
    text = '{\n "profile": "daily_work",\n "giver": {"name": "a", "name": "b"},\n "title": "x", "title": "y"}'
    assert [(f.line, f.column, f.path) for f in faults(text, "json")] == [
        (3, 25, "giver.name"),
        (4, 16, "title"),
    ]


def test_profile_is_required_and_known() -> None:
    """A document must say what kind it is, by a name or label that a profile has."""
    assert "required field missing" in said("title: x")[0]
    assert "did you mean 'daily_work'?" in said("profile: daily_wrok")[0]
    for written in ("charter", "运营工作总则", "工作总则", "operating charter"):
        assert codec.loads(f"profile: {written}", format="yaml").profile == "charter"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("[" * 100_000, "yaml", "nested deeper than 64 levels"),
        ("[" * 100_000, "json", "nested deeper than 64 levels"),
        ("a = " + "[" * 100_000, "toml", "nested deeper than 64 levels"),
        ("{" * 100_000, "yaml", "nested deeper than 64 levels"),
        ("", "yaml", "the file is empty"),
        (" \n\n", "json", "the file is empty"),
        ("{", "json", "JSON syntax"),
        ('{"profile": NaN}', "json", "expected a text, got NaN"),
        ("a: b: c", "yaml", "means the end of a key"),
        ("profile: x\n密码：abc", "yaml", "use ': ' (ASCII colon and space) after a key"),
        ("a:\n\t- b", "yaml", "indent with spaces"),
        ("a: b\n---\nc: d", "yaml", "expected a single YAML document"),
        ("a = ", "toml", "TOML syntax"),
        ('标题 = "x"', "toml", "put non-ASCII keys in quotes"),
        ("一句话", "yaml", "expected keys and values at the top level"),
        ("标题：夜班交接", "yaml", "use ': ' (ASCII colon and space) after a key"),
    ],
)
def test_text_that_cannot_be_understood_is_one_clear_fault(text: str, name: str, expected: str) -> None:
    """Whatever the text is, the answer is a fault, never another exception."""
    (one,) = said(text, name)
    assert expected in one


def test_reasons_of_the_parsers_are_told_in_chinese_too() -> None:
    """What PyYAML, json and tomllib say in English is said in Chinese to readers of Chinese."""
    for text, name in (("a: b: c", "yaml"), ("a: [b", "yaml"), ("{", "json"), ("a = ", "toml")):
        said_in_zh = faults(text, name)[0].problem["zh"]
        assert not re.search("[a-z]{4}", said_in_zh), said_in_zh


def test_version_of_the_file_is_checked() -> None:
    """A newer file is refused as a whole; a version that is none is a fault."""
    (newer,) = said("schema_version: 2\nprofile: daily_work\nunknown: 1")
    assert "written by a newer opshandover" in newer
    assert "upgrade" in newer
    assert "expected a version number of 1 or more" in said("schema_version: 0\nprofile: daily_work")[0]
    assert "expected a whole number" in said("格式版本: 一\nprofile: daily_work")[0]
    assert codec.loads("格式版本: 1\nprofile: daily_work\n$schema: x.json", format="yaml")


def test_older_files_are_migrated_step_by_step() -> None:
    """Each step brings a file's data to the next version, before it is structured."""
    data, found = upgrade(
        {"schema_version": "1", "titel": "x"},
        textual=True,
        newest=3,
        migrations={
            1: lambda d: {"title": d["titel"]},
            2: lambda d: {**d, "profile": "daily_work"},
        },
    )
    assert (data, found) == ({"title": "x", "profile": "daily_work"}, ())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("标题: 夜班".encode("gbk"), "file encoding is GBK"),
        ("标题".encode("utf-16"), "file encoding is UTF-16"),
        (b"PK\x03\x04rest", "a zip archive or an Office file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\x00\x01\x02", "binary file, expected text"),
        (b"\xff\x00\xfe\x81", "binary file, expected text"),
        (b"", "the file is empty"),
    ],
)
def test_file_that_is_no_text_in_utf8_says_what_it_is(tmp_path: Path, data: bytes, expected: str) -> None:
    """A file in another encoding, or no text at all, is told apart."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(LoadError, match=expected) as caught:
        codec.load(path)
    assert str(path) in str(caught.value)
    with pytest.raises(LoadError, match=expected) as caught:
        codec.loads(data, format="yaml")
    assert str(caught.value).startswith("<text>")
    assert [fault.line for fault in caught.value.faults] == [None]


def test_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    """A mark that some editors put before UTF-8 is no part of the text."""
    path = tmp_path / "a.json"
    data = b'\xef\xbb\xbf{"profile": "charter"}'
    path.write_bytes(data)
    assert codec.load(path).profile == codec.loads(data, format="json").profile == "charter"


@pytest.mark.parametrize("name", [one.name for one in codec.FORMATS])
def test_bytes_say_what_their_text_says(name: str) -> None:
    """Bytes in UTF-8 load as their text does, and what is wrong in them has the same faults and lines."""
    sound = {
        "json": '{"profile": "charter", "title": "夜班"}',
        "yaml": "profile: charter\ntitle: 夜班\n",
        "toml": 'profile = "charter"\ntitle = "夜班"\n',
    }[name]
    assert codec.loads(sound.encode(), format=name) == codec.loads(sound, format=name)
    faulty = sound.replace("title", "titel")
    with pytest.raises(LoadError) as caught:
        codec.loads(faulty.encode(), format=name)
    assert caught.value.faults == faults(faulty, name)


def test_path_that_is_no_readable_file_is_named(tmp_path: Path) -> None:
    """A folder, a missing file and an unknown suffix are each said to be so."""
    folder = tmp_path / "a.yaml"
    folder.mkdir()
    with pytest.raises(LoadError, match="is a folder, not a file"):
        codec.load(folder)
    with pytest.raises(LoadError, match="does not exist"):
        codec.load(tmp_path / "none.yaml")
    with pytest.raises(LoadError, match="does not exist"):
        codec.load(tmp_path / "none.txt")
    (tmp_path / "a.txt").write_text("profile: charter", "utf-8")
    with pytest.raises(UnknownNameError, match=r"\.yaml, \.yml, \.json, \.toml"):
        codec.load(tmp_path / "a.txt")
    with pytest.raises(UnknownNameError, match="did you mean 'yaml'"):
        codec.loads("", format="yml")


@pytest.mark.parametrize(
    "fields",
    [
        "prepared_on: 密码：Abc@12345xyz",
        "systems: {items: [{名称: 后台, 密码：Abc@12345xyz}]}",
        "'password: Abc@12345xyz': 1",
        "'password: Abc@12345xyz': 1\n'password: Abc@12345xyz': 2",
        "state: 'password: Abc@12345xyz'",
        "title: x #password=Abc@12345xyz",
    ],
)
def test_secret_never_stands_in_a_fault(fields: str) -> None:
    """What was found is shown without the secret in it, be it a value, a key or a name."""
    for one in faults(yaml_of(fields)):
        for lang in LANGUAGES:
            assert "Abc@12345xyz" not in one.in_lang(lang)
    with pytest.raises(LoadError) as caught:
        codec.loads("profile: 'password: Abc@12345xyz'", format="yaml")
    assert "Abc@12345xyz" not in str(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        "title: Refund order #4711 today",
        "title: #4711",
        "receivers:\n  - 李雯 #2",
        "title: 甲\t#乙",
    ],
)
def test_text_that_yaml_would_drop_as_a_comment_is_a_fault(line: str) -> None:
    """A number sign after a space ends a plain text; what was meant is not lost silently."""
    (one,) = said(yaml_of(line))
    assert "would be dropped as a comment" in one


def test_comments_stay_comments() -> None:
    """What is written as a comment, or is quoted, or stands in a block, is what it always was."""
    text = yaml_of("title: 甲 # 说明\n# 整行\n#整行\nversion: '1 #2'\nid: a#b\nreason: |\n  第 #1 条\n  # 标题")
    document = codec.loads(text, format="yaml")
    assert (document.title, document.version, document.id) == ("甲", "1 #2", "a#b")
    assert document.reason == "第 #1 条\n# 标题\n"


def test_faults_are_shown_shortened_and_in_both_languages() -> None:
    """A long value is cut; the text exists in Chinese and English."""
    with pytest.raises(LoadError) as caught:
        codec.loads(yaml_of(f"prepared_on: {'长' * 10_000}"), format="yaml")
    assert len(str(caught.value)) < 300
    assert "应为日期" in caught.value.in_lang("zh")
