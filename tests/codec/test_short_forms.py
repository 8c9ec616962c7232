"""What people write in short means the same as the long form."""

from typing import Any

import pytest
from tests.codec.faulty import faults, json_of, said, yaml_of

from opshandover import check, score
from opshandover.codec import dumps, loads
from opshandover.codec.names import absence_words
from opshandover.codec.short_forms import is_key_of_main, takes_prose
from opshandover.document.walk import walk
from opshandover.model import Contact, Issues, NotApplicable, Nothing, OpsDocument, Person
from opshandover.model.fields import Kind, field_map, fields_of, section_fields
from opshandover.spelling import fold


def read(fields: str) -> OpsDocument:
    """The document of some fields in YAML."""
    return loads(yaml_of(fields), format="yaml")


SAME = [
    ("接收人: 张凯", "接收人: [张凯]"),
    ("接收人: {姓名: 张凯, 电话: 138}", "接收人: [{姓名: 张凯, 电话: 138}]"),
    ("工作进展: {任务: {标题: 对账, 所需支持: 财务对账，周一给}}", "工作进展: {任务: [{标题: 对账, 所需支持: ['财务对账，周一给']}]}"),
    ("work_progress: {tasks: Publish the page}", "work_progress: {tasks: [{title: Publish the page}]}"),
    ("training: {sessions: {topics: workflow}}", "training: {sessions: [{topics: [workflow]}]}"),
    ("contacts: {items: 李娜}", "contacts: {items: [{person: {name: 李娜}}]}"),
    ("support: {contact: {name: 李娜}}", "support: {contact: {person: {name: 李娜}}}"),
    ("support: {contact: {姓名: 李娜, 电话: 138, 关系: 前任}}", "support: {contact: {person: {name: 李娜, phone: 138}, relationship: 前任}}"),
    ("support: {contact: {person: 李娜, phone: 138}}", "support: {contact: {person: {name: 李娜, phone: 138}}}"),
    ("support: {contact: {person: {name: 李娜}, phone: 138}}", "support: {contact: {person: {name: 李娜, phone: 138}}}"),
    ("support: {contact: {relationship: 前任, phone: }}", "support: {contact: {relationship: 前任}}"),
    ("注意事项: 3号耳机坏了", "注意事项: {提示: [{内容: 3号耳机坏了}]}"),
    ("notes: [Headset 3 is broken, {kind: lesson, text: Ask twice}]", "notes: {items: [Headset 3 is broken, {kind: lesson, text: Ask twice}]}"),
    ("重要联系人: [陈丽, {姓名: 李娜, 电话: 138}]", "重要联系人: {联系人: [{人员: 陈丽}, {人员: {姓名: 李娜, 电话: 138}}]}"),
    ("team: {members: {name: 李娜, role: 客服}}", "team: {members: [{person: 李娜, role: 客服}]}"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "long"), SAME)
def test_the_short_form_is_read_as_the_long_one(short: str, long: str) -> None:
    """One value is a list of one; the fields of a main record may stand in the record that has it."""
    document = read(short)
    assert document == read(long)
    assert loads(dumps(document, format="json"), format="json") == document


def test_other_formats_take_one_value_for_a_list() -> None:
    """JSON and TOML take it as YAML does, and what is written is a list."""
    from_json = loads(json_of('"receivers": "张凯"'), format="json")
    assert from_json == loads('profile = "daily_work"\nreceivers = "张凯"\n', format="toml") == read("receivers: 张凯")
    assert from_json.receivers == (Person(name="张凯"),)
    assert "receivers:\n- 张凯" in dumps(from_json, format="yaml").replace("  - ", "- ")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("receivers: 张凯、王敏", "these seem to be several people, and would be one name; give each an item"),
        ("receivers: '张凯，王敏'", "write several as [张凯, 王敏]"),
        ("receivers: Li Na, Wang Min", "write several as [Li Na, Wang Min]"),
        (
            "receivers: 'John Smith, Ops'",
            "write several as [John Smith, Ops], one person as {name: John Smith, role: Ops}",
        ),
        ("contacts: 陈丽 138", "expected a section (keys and values), got '陈丽 138'; write {items: […]}; or"),
        ("work_progress: [对账]", "write {tasks: […]}; or {nothing: reason} if there is nothing to report"),
        ("issues: 无\n问题反馈: 无", "issues  '问题反馈' is the same field as 'issues'"),
        ("问题反馈: 无\nissues: 无", "issues  'issues' is the same field as '问题反馈'"),
        (
            "support: {contact: {姓名: 李娜, 微信: abc}}",
            "unknown field; available: name, role, department, phone, email, im, ",
        ),
        ("training: {sessions: {topics: 'workflow, tools'}}", "write several as [workflow, tools]"),
        ("overview: {focus: {a: b}}", "expected a list, got {…}; start each item with '- '"),
        (
            "support: {contact: {person: {name: 李娜}, name: 王敏}}",
            "support.contact.name  'name' is the same field as 'person.name'",
        ),
        ("support: {contact: {name: 李娜, 姓名: 王敏}}", "same field as 'name'"),
        ("support: {contact: {name: 李娜, colour: red}}", "support.contact.colour  unknown field"),
        ("issues: {nothing: 都好, items: [{title: 卡单}]}", "nothing else can stand beside 'nothing'"),
        ("issues: {nothing: 都好, not_applicable: 不用}", "nothing else can stand beside"),
        ("issues: 无法登录后台", "expected a section (keys and values), got '无法登录后台'"),
        ("issues: 无，除了卡单", "expected a section (keys and values)"),
        ("issues: 待补充", "expected a section (keys and values)"),
        ("issues: {nothing: [a]}", "expected a text"),
    ],
)
def test_what_may_mean_something_else_is_refused(fields: str, expected: str) -> None:
    """Two names in one text, a field given twice, content beside the word that there is none."""
    assert any(expected in line for line in said(yaml_of(fields))), said(yaml_of(fields))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("work_progress:\n  tasks:\n    title: x\n    status: 快了", (5, 5)),
        ("support:\n  contact:\n    relationship: x\n    phone: [1]", (5, 5)),
        ("notes:\n  - a\n  - kind: x", (4, 5)),
        ("contacts:\n  - 陈丽\n  - name: [x]", (4, 5)),
    ],
)
def test_faults_in_short_forms_have_their_line(fields: str, place: tuple[int, int]) -> None:
    """The path is that of the long form, the line that of the file."""
    (fault,) = faults(yaml_of(fields))
    assert (fault.line, fault.column) == place


@pytest.mark.parametrize(
    ("written", "absence"),
    [
        *(
            (word, Nothing)
            for word in ("无", "没有", "暂无。", "（无）", "none", "None.", "NIL", "nothing", "/", "“无”")
        ),
        *((word, NotApplicable) for word in ("不适用", "N/A", "n/a.", "不涉及", "Not applicable")),
    ],
)
def test_a_bare_word_for_a_section_says_that_it_is_absent(written: str, absence: Any) -> None:
    """It loads as an absence without a reason, which the rule on reasons reports and the score counts as missing."""
    document = read(f"issues: '{written}'")
    assert document.issues == absence(reason="")
    (found,) = [finding for finding in check(document).findings if finding.code == "GEN004"]
    assert found.path == "issues.reason"
    unsaid, reasoned = read(""), read("issues: {nothing: 查过工单系统，本班没有新问题}")
    assert score(document).score == score(unsaid).score
    assert (score(reasoned).score or 0) > (score(document).score or 0)
    assert loads(dumps(document, format="yaml"), format="yaml") == document


@pytest.mark.parametrize("key", ["不适用", "无内容", "没有内容", "无", "nothing", "not_applicable", "none"])
def test_keys_left_empty_beside_an_absence(key: str) -> None:
    """What a starter leaves unused says nothing: empty keys, items of empty keys, the other absence."""
    block = f"issues:\n  {key}: 本班没有\n  summary:\n  items:\n    - title:\n      owner: {{name: , phone: ''}}\n    -\n  other: []"
    issues = read(block).issues
    assert isinstance(issues, (Nothing, NotApplicable))
    assert issues.reason == "本班没有"
    assert read(f"issues: {{{key}: }}").issues == type(issues)(reason="")
    assert read("issues: {nothing: , 不适用: 不归我们管}").issues == NotApplicable(reason="不归我们管")


def test_a_word_for_an_absence_is_no_sentence_of_a_section() -> None:
    """A section that takes a sentence is absent with the words for it; one that has names takes no sentence."""
    assert read("注意事项: 无").notes == Nothing(reason="")
    taking = [field.name for field in section_fields(OpsDocument) if takes_prose(field.record)]
    assert taking == ["notes"]


def test_no_word_for_an_absence_is_a_key_of_a_section() -> None:
    """A key of a section and the word that it has no content cannot be confused."""
    for field in section_fields(OpsDocument):
        for word in absence_words():
            known = (f.name for f in fields_of(field.record))
            assert word not in map(fold, known)
            assert word not in (fold(label) for f in fields_of(field.record) for label in (f.label.zh, f.label.en))


def test_only_records_with_a_record_as_main_field_are_opened() -> None:
    """A field of a contact's own is its own, though a person has one of that name."""
    assert is_key_of_main(Contact, "电话")
    assert not is_key_of_main(Person, "电话")
    assert not is_key_of_main(Issues, "title")
    assert field_map(Contact)[Contact.main].kind is Kind.RECORD
    assert len(list(walk(read("team: {members: {name: 李娜, role: 客服}}"), Person))) == 1


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ("communication: {meetings: [{name: Weekly}]}", "title"),
        ("work_progress: {tasks: [{subject: a}]}", "title"),
        ("work_progress: {tasks: [{名称: a}]}", "标题"),
        ("systems: {items: [{title: WMS}]}", "name"),
    ],
)
def test_what_names_a_record_is_proposed_by_its_key(fields: str, key: str) -> None:
    """Name, title and subject are one thing to people; each kind of record calls it by one of them."""
    (fault,) = faults(f"profile: meeting_notes\n{fields}")
    assert fault.hint["en"] == f"did you mean '{key}'?"


@pytest.mark.parametrize("written", ["标题:补货", "标题：补货", "title:x"])
def test_a_key_without_its_space_is_no_title(written: str) -> None:
    """YAML takes it for a text; a title that begins with an address or has a space after the colon is one."""
    (fault,) = faults(f"profile: shift_handover\nwork_progress: {{tasks: ['{written}']}}")
    assert ": " in fault.hint["en"].rpartition("colon")[2]
    for title in ("标题: 补货", "title://x"):
        assert loads(f"profile: shift_handover\nwork_progress: {{tasks: ['{title}']}}", format="yaml").work_progress
