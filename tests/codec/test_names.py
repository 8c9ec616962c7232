"""The spellings of fields and values, and what is proposed for one that is not known."""

import pytest
from tests.codec.faulty import faults, said, yaml_of

from opshandover.codec import dumps, loads
from opshandover.codec.names import (
    absence_keys,
    all_keys,
    choice_meant,
    choice_names,
    field_names,
    listing,
)
from opshandover.model import (
    AssetKind,
    Choice,
    HandoverStatus,
    IssueStatus,
    NotApplicable,
    Nothing,
    OpsDocument,
    Record,
    SignDecision,
    Task,
    TaskStatus,
)
from opshandover.model.choice import choice_for, choices_of
from opshandover.model.fields import field_for_key, keys_of
from opshandover.spelling import fold
from opshandover.text import Text


@pytest.mark.parametrize("written", ["due", "DUE", " Due ", "截止日期", "ｄｕｅ"])
def test_a_field_has_several_spellings(written: str) -> None:
    """Its name and both labels stand for a field, whatever their case and width."""
    field = field_for_key(Task, written)
    assert field is not None
    assert field.name == "due"


@pytest.mark.parametrize("written", ["", "deadline", "due_", "截止"])
def test_a_key_that_is_near_is_no_key(written: str) -> None:
    """Only a hint guesses what was meant."""
    assert field_for_key(Task, written) is None


@pytest.mark.parametrize("cls", [OpsDocument, Task])
def test_no_spelling_stands_for_two_fields(cls: type[Record]) -> None:
    """Each field has its own name and labels, and all of them are keys of some class."""
    spellings = [(fold(one), name) for name, label in field_names(cls) for one in {name, label.zh, label.en}]
    assert dict(spellings) == {key: field.name for key, field in keys_of(cls).items()}
    assert {key for key, name in spellings if keys_of(cls)[key].name != name} == set()
    assert set(keys_of(cls)) <= all_keys()


def test_values_and_absences_have_labels_as_well() -> None:
    """What may stand for a value or for a whole section is found by name and by label."""
    known = choices_of(TaskStatus)
    for choice in TaskStatus:
        assert {known[fold(one)] for one in (choice.value, choice.label.zh, choice.label.en)} == {choice}
    keys = absence_keys()
    assert [keys[fold(one)] for one in ("nothing", "无内容", "NOT_APPLICABLE", "不适用")] == [
        Nothing,
        Nothing,
        NotApplicable,
        NotApplicable,
    ]


@pytest.mark.parametrize(
    ("cls", "written", "value"),
    [
        (TaskStatus, "完成", TaskStatus.DONE),
        (TaskStatus, "Done", TaskStatus.DONE),
        (TaskStatus, "closed", TaskStatus.DONE),
        (TaskStatus, "待办", TaskStatus.NOT_STARTED),
        (TaskStatus, "TODO", TaskStatus.NOT_STARTED),
        (TaskStatus, "to-do", TaskStatus.NOT_STARTED),
        (TaskStatus, "处理中", TaskStatus.IN_PROGRESS),
        (TaskStatus, "in-progress", TaskStatus.IN_PROGRESS),
        (TaskStatus, "In Progress ", TaskStatus.IN_PROGRESS),
        (TaskStatus, "延期", TaskStatus.DELAYED),
        (TaskStatus, "搞定", TaskStatus.DONE),
        (TaskStatus, "做了一半", TaskStatus.IN_PROGRESS),
        (TaskStatus, "待跟进", TaskStatus.NOT_STARTED),
        (IssueStatus, "待跟进", IssueStatus.OPEN),
        (IssueStatus, "在跟", IssueStatus.HANDLING),
        (IssueStatus, "未解决", IssueStatus.OPEN),
        (IssueStatus, "closed", IssueStatus.RESOLVED),
        (HandoverStatus, "ｄｏｎｅ", HandoverStatus.DELIVERED),
        (AssetKind, "其它", AssetKind.OTHER),
        *(
            (TaskStatus, word, None)
            for word in ("未完成", "没完成", "not done", "快完成", "blocked", "搁置", "完成了吗", "待确认", "ok", "")
        ),
        *((SignDecision, word, None) for word in ("未同意", "not accepted", "不确认")),
        *((IssueStatus, word, None) for word in ("无法解决", "部分解决", "re-opened")),
    ],
)
def test_words_that_people_use_for_a_value(cls: type[Choice], written: str, value: Choice | None) -> None:
    """Exact synonyms are the value; what says more, less or the opposite is not."""
    assert choice_for(cls, written) is value


def test_what_is_only_near_a_value_is_proposed() -> None:
    """The error names the value that may be meant; a synonym is written as the value it stands for."""
    (line,) = said(yaml_of("work_progress: {tasks: [{title: x, status: blocked}]}"))
    assert "did you mean 'delayed'?" in line
    document = loads(yaml_of("工作进展: {任务: [{标题: x, 状态: 完成}]}"), format="yaml")
    assert "status: done" in dumps(document, format="yaml")
    assert "状态: 已完成" in dumps(document, format="yaml", lang="zh")


def test_a_long_list_of_names_is_cut() -> None:
    """A reader sees the first names, and how many there are."""
    names = choice_names(TaskStatus)
    assert listing(names, limit=len(names)).en == ", ".join(choice.value for choice in TaskStatus)
    assert listing(names, limit=2) == Text(
        f"{names[0][1].zh}、{names[1][1].zh} 等 {len(names)} 个",
        f"{names[0][0]}, {names[1][0]} and {len(names) - 2} more",
    )


def test_hint_names_the_nearest_key_or_value() -> None:
    """A misspelt key or value is answered with the nearest that is known, in its own language."""
    assert "did you mean 'title'?" in said(yaml_of("titel: x"))[0]
    assert "是不是“截止日期”？" in faults(yaml_of("工作进展: {任务: [{截止日: 2026-01-01}]}"))[0].in_lang("zh")
    one = said(yaml_of("work_progress: {tasks: [{status: in_progres}]}"))[0]
    assert "expected one of not_started, in_progress" in one
    assert "did you mean 'in_progress'?" in one
    assert "available: profile, title" in said(yaml_of("qqq: 1"))[0]


OTHER_CADENCES = "biweekly bi-weekly bimonthly semi-monthly weekdays fortnightly 双周 每两周 每二周 隔天 每工作日 每半年 按期".split()
"""How often something may be done beside what the enumeration has."""


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("work_progress: {tasks: [{status: 搁置}]}", "已延迟"),
        ("work_progress: {tasks: [{priority: low}]}", "deferrable"),
        ("sign_off: {signatures: [{decision: 未同意}]}", "拒绝接收"),
        ("state: 签字", "已签署"),
        ("work_progress: {tasks: [{status: 未完成}]}", "未开始' or '进行中"),
        ("work_progress: {tasks: [{status: notdone}]}", "not_started' or 'in_progress"),
        ("work_progress: {tasks: [{status: 等待中}]}", "进行中' or '已延迟"),
        ("work_progress: {tasks: [{status: ok}]}", "done"),
        ("work_progress: {tasks: [{status: 完成中}]}", None),
        ("work_progress: {tasks: [{priority: 紧急}]}", "紧急且重要' or '紧急不重要"),
        ("work_progress: {tasks: [{priority: 不紧急}]}", "重要不紧急' or '可后延"),
        ("work_progress: {tasks: [{priority: not-important}]}", "urgent_not_important' or 'deferrable"),
        ("issues: {items: [{status: 已上报}]}", "待处理' or '处理中"),
        ("issues: {items: [{status: 观察中}]}", "处理中' or '已解决"),
        *((f"routine_work: {{tasks: [{{cadence: {word}}}]}}", None) for word in OTHER_CADENCES),
        ("ignore: [x]", None),
    ],
)
def test_a_word_near_a_value_is_answered_with_it(fields: str, meant: str | None) -> None:
    """Words near a value lead to it, before spelling is compared; never to the opposite."""
    (one,) = said(yaml_of(fields))
    assert (f"did you mean '{meant}'?" in one) if meant else ("did you mean" not in one)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        *(
            (word, TaskStatus.NOT_STARTED)
            for word in ("没做", "还没做", "未做", "没动", "还没开始", "not yet", "backlog")
        ),
        *((word, TaskStatus.IN_PROGRESS) for word in ("正在做", "在弄", "在跟进", "underway", "active")),
        *((word, TaskStatus.DONE) for word in ("做好了", "办完了", "搞定了", "处理完了", "fixed")),
        *((word, IssueStatus.OPEN) for word in ("没处理", "还没解决", "没修好", "not fixed")),
        *((word, IssueStatus.HANDLING) for word in ("在修", "排查中", "调查中", "investigating")),
        *((word, IssueStatus.RESOLVED) for word in ("修好了", "已修复", "解决了", "结案")),
    ],
)
def test_what_people_write_on_a_shift_is_understood(written: str, status: Choice) -> None:
    """Everyday words are synonyms of one value."""
    assert choice_for(type(status), written) is status


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("在等技术", "是不是“进行中”或“已延迟”？其余的话写进“下一步”"),
        ("还在等仓库回话", "是不是“进行中”或“已延迟”？其余的话写进“下一步”"),
        ("进行中，等技术", "是不是“进行中”？其余的话写进“下一步”"),
        ("做了一半（缺料）", "是不是“进行中”？其余的话写进“下一步”"),
        ("waiting for legal", "did you mean 'in_progress' or 'delayed'? Put the rest into `next_step`"),
        ("done - see ticket", "did you mean 'done'? Put the rest into `next_step`"),
        ("随便", ""),
    ],
)
def test_a_status_with_more_said_beside_it(written: str, proposed: str) -> None:
    """The value is proposed, and where the rest belongs; nothing is made of other words."""
    hint = choice_meant(TaskStatus, written)
    assert (hint["en" if written.isascii() else "zh"] if hint else "") == proposed
