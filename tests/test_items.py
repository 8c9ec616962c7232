"""Tables of ticket systems become items, and items become rows for tables."""

import csv
import inspect
import io
import json
import pickle
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.support.documents import documents

import opshandover as oh
from opshandover.document.item_rows import KIND, PLACE, SECTION
from opshandover.document.walk import records_in
from opshandover.errors import ArgumentError, OpsHandoverError, OptionError, TableError
from opshandover.items import COLUMNS, Rows, from_rows, read_csv, read_json, rows
from opshandover.model import (
    Issue,
    IssueKind,
    Issues,
    IssueStatus,
    OpenItem,
    Person,
    Priority,
    Project,
    Projects,
    Risk,
    Risks,
    Task,
    TaskStatus,
    WorkProgress,
)
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES, Lang

JIRA = (
    "Issue key,Issue id,Summary,Issue Type,Status,Priority,Assignee,Reporter,Due Date,Labels,Labels\r\n"
    'OPS-1,10001,"Refunds are slow, again",Bug,In Progress,High,Ann Brook,Bo Lind,28/Nov/26 12:00 AM,a,b\r\n'
    '\r\nOPS-2,10002,"Two\nlines",Task,To Do,Medium,,Bo Lind,,,\r\n'
)
ZENTAO = (
    "编号,所属模块,任务名称,优先级,指派给,截止日期,任务状态,进度（%）\n"
    "12,/,上线活动页,1,周岩,2026/11/28,进行中,60\n13,/,换发月检卡,,莫小雨,0000-00-00,未开始,\n"
)
MEANINGS = {"priority": {"HIGH": "urgent_important", "medium": Priority.IMPORTANT_NOT_URGENT}}


def file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A table as another program saved it."""
    path = folder / "tickets.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_an_export_of_jira(tmp_path: Path) -> None:
    """Columns by their usual words, dates by a format, priorities by what the team says; the rest is named."""
    found = read_csv(file(tmp_path, JIRA), Task, values=MEANINGS, date_format="%d/%b/%y %I:%M %p")
    assert found.left == ("Issue id", "Issue Type", "Reporter", "Labels")
    assert found == (
        Task(
            id="OPS-1",
            title="Refunds are slow, again",
            status=TaskStatus.IN_PROGRESS,
            priority=Priority.URGENT_IMPORTANT,
            owner=Person(name="Ann Brook"),
            due=date(2026, 11, 28),
        ),
        Task(id="OPS-2", title="Two\nlines", status=TaskStatus.NOT_STARTED, priority=Priority.IMPORTANT_NOT_URGENT),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_an_export_of_zentao(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """As a browser, Excel or WPS may have saved it; an empty date of the database is none."""
    path = file(tmp_path, ZENTAO.replace(",", delimiter), encoding)
    first, second = read_csv(path, Task, values={"优先级": {"1": "紧急且重要"}})
    assert (first.id, first.title, first.progress, first.due) == ("12", "上线活动页", 60, date(2026, 11, 28))
    assert (first.status, first.priority) == (TaskStatus.IN_PROGRESS, Priority.URGENT_IMPORTANT)
    assert (second.owner, second.due, second.progress) == (Person(name="莫小雨"), None, None)


def test_all_that_does_not_fit_is_named_at_once(tmp_path: Path) -> None:
    """Each has its line and column, what was expected and found, and the argument that helps."""
    with pytest.raises(TableError) as caught:
        read_csv(file(tmp_path, JIRA), Task)
    said = [fault.in_lang("en") for fault in caught.value.faults]
    assert [(fault.line, fault.place.en) for fault in caught.value.faults] == [
        (2, "row 1  Due Date"),
        (2, "row 1  Priority"),
        (4, "row 2  Priority"),
    ]
    assert "got 'High'; did you mean 'urgent_important' or 'important_not_urgent'?" in str(caught.value)
    assert "date_format=" in said[0]
    assert "values=" in said[1]
    assert "第 1 行  Due Date  应为日期" in caught.value.in_lang("zh")
    assert isinstance(caught.value, oh.LoadError)


def test_nothing_is_made_of_a_table_with_a_fault(tmp_path: Path) -> None:
    """A table of thousands of faults ends at the limit, and a good row does not come out alone."""
    text = "title,due\n" + "a,soon\n" * 3_000
    with pytest.raises(TableError) as caught:
        read_csv(file(tmp_path, text), Task)
    assert len(caught.value.faults) == 1_000


def test_no_secret_is_shown(tmp_path: Path) -> None:
    """A cell that does not fit may hold one."""
    with pytest.raises(TableError) as caught:
        read_csv(file(tmp_path, "title,progress\na,密码：Gs2025!xy\n"), Task)
    assert "Gs2025" not in str(caught.value)


JSON_OF_A_SERVICE = {
    "total": 1,
    "issues": [{"key": "OPS-1", "fields": {"summary": "x", "status": {"name": "Done"}, "points": 40.0}}],
}
FIELDS = {"fields.summary": "title", "fields.status.name": "status", "fields.points": "progress"}


@pytest.mark.parametrize("form", ["text", "bytes", "path", "name"])
def test_the_answer_of_a_service(tmp_path: Path, form: str) -> None:
    """An object with one list of objects, given as text, bytes or a file; what lies deeper has dots."""
    text = json.dumps(JSON_OF_A_SERVICE)
    path = file(tmp_path, text)
    source: Any = {"text": text, "bytes": text.encode(), "path": path, "name": str(path)}[form]
    assert read_json(source, Task, mapping=FIELDS) == (
        Task(id="OPS-1", title="x", status=TaskStatus.DONE, progress=40),
    )


def test_json_rows_have_lines() -> None:
    """The fault of a row names the line on which it begins."""
    with pytest.raises(TableError) as caught:
        read_json('[{"title": "x"},\n{"title": 1, "状态": "搁浅"}]', Issue)
    assert [(fault.line, fault.place.en) for fault in caught.value.faults] == [(2, "row 2  状态")]


def test_rows_of_a_program() -> None:
    """Dates and numbers of any library, nothing in any form, records in records."""
    given: list[dict[str, Any]] = [
        {"title": "a", "due": datetime.fromisoformat("2026-11-28"), "progress": float("nan"), "status": None},
        {"title": "b", "owner": {"name": "周岩", "role": "主管"}, "progress": 40.0, "support_needed": ["x", ""]},
    ]
    first, second = from_rows(iter(given), Task)
    assert first == Task(title="a", due=date(2026, 11, 28))
    assert second == Task(title="b", owner=Person(name="周岩", role="主管"), progress=40, support_needed=("x",))
    assert from_rows(csv.DictReader(io.StringIO("标题,截止日期\na,2026-11-28\n")), Task)[0].due == date(2026, 11, 28)


def test_the_rows_are_a_tuple() -> None:
    """They go into a section as they are, and into another process with their columns."""
    found = from_rows([{"title": "a", "team": "x"}], Task)
    assert isinstance(found, tuple)
    assert WorkProgress(tasks=found).tasks == (Task(title="a"),)
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - made here
    assert (again, again.left) == (found, ("team",))
    assert Rows() == ()


TABLE: list[dict[str, object]] = [{"title": "a", "状态": "完成", "x": "1"}]
WRONG_NAMES: list[tuple[dict[str, Any], str]] = [
    ({"mapping": {"y": "title"}}, "unknown column 'y'"),
    ({"mapping": {"x": "titel"}}, "unknown field 'titel'; did you mean 'title'"),
    ({"values": {"titel": {}}}, "unknown field 'titel'; did you mean 'title'"),
    ({"date_format": "%Q"}, "'%Q' is no format of dates"),
]


@pytest.mark.parametrize(("options", "said"), WRONG_NAMES)
def test_a_name_that_is_not_there(options: dict[str, Any], said: str) -> None:
    """Columns and fields that are named must be there."""
    with pytest.raises(OptionError) as caught:
        from_rows(TABLE, Task, **options)
    assert said in str(caught.value)


def test_a_mapping_comes_first() -> None:
    """What is said of a column counts more than its heading, and `None` leaves it out."""
    found = from_rows([{"title": "a", "状态": "?", "x": "b"}], Task, mapping={"x": "标题", "状态": None})
    assert (found, found.left) == ((Task(title="b"),), ("title", "状态"))


SILLY: list[Any] = [None, 5, "x", b"x", [], {}, [5], {"a": 5}, {5: "a"}, object(), Task, Task(), float("nan"), ["%Q"]]
CALLS: dict[str, tuple[Callable[..., object], dict[str, Any]]] = {
    "read_csv": (read_csv, {"path": "a.csv", "of": Task}),
    "read_json": (read_json, {"source": b"[]", "of": Task}),
    "from_rows": (from_rows, {"rows": TABLE, "of": Task}),
    "rows": (rows, {"document": a_document()}),
}


@pytest.mark.parametrize(
    ("name", "argument"), [(n, a) for n, (f, _) in CALLS.items() for a in inspect.signature(f).parameters]
)
def test_silly_arguments(name: str, argument: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call works or ends in an error of ours, whatever it is given; any other error fails this."""
    monkeypatch.chdir(tmp_path)
    call, given = CALLS[name]
    for silly in SILLY:
        with suppress(OpsHandoverError):
            call(**{**given, argument: silly})


@pytest.mark.parametrize("given", ["ab", b"ab", 5, {"title": "a"}])
def test_no_rows(given: Any) -> None:
    """What is no list of rows is said so, with what reads a file."""
    with pytest.raises(ArgumentError, match="argument rows: expected rows"):
        from_rows(given, Task)


def test_open_items_as_rows() -> None:
    """A row has plain values under the names of fields, in the language of the document."""
    work = WorkProgress(tasks=(a_task(id="T-1", due=datetime.fromisoformat("2026-11-28T09:30")),))
    row = rows(a_document(work_progress=work))[0]
    assert (row["kind"], row["id"], row["owner"], row["status"]) == ("任务", "T-1", "周岩", "进行中")
    assert (row["due"], row["due_time"], row["next_check"]) == (date(2026, 11, 28), "09:30:00", None)
    assert row["paths"] == "work_progress.tasks[0]"
    english = a_document(lang="en", work_progress=work)
    assert (rows(english)[0]["kind"], rows(english, lang="zh")[0]["kind"]) == ("Task", "任务")


def test_closed_items_only_if_asked_for() -> None:
    """As in the table of the exporter."""
    document = a_document(work_progress=WorkProgress(tasks=(a_task(status=TaskStatus.DONE),)))
    assert len(rows(document, every=True)) == len(rows(document)) + 1


def test_secrets_are_masked() -> None:
    """Rows leave the document as an export does."""
    document = a_document(work_progress=WorkProgress(tasks=(a_task(next_step="密码：Gs2025!xy"),)))
    assert "Gs2025" not in str(rows(document))


@given(documents())
def test_every_column_has_one_type(document: oh.OpsDocument) -> None:
    """That is what data frames need: the columns declared, and in each values of one plain type or nothing."""
    for row in rows(document, every=True):
        assert tuple(row) == tuple(COLUMNS)
        for name, value in row.items():
            assert value is None or type(value) is COLUMNS[name], name


def test_the_types_of_columns() -> None:
    """They are said for a data frame that sees no value, or none in its first hundred rows."""
    others = {name: of for name, of in COLUMNS.items() if of is not str}
    assert others == {"progress": int, "due": date, "next_check": date}
    assert {"kind", "section", "title", "due_time", "next_check_time", "paths"} < set(COLUMNS)


@given(documents())
def test_rows_are_the_table_of_the_exporter(document: oh.OpsDocument) -> None:
    """Both tell of the same items in the same order."""
    written = oh.export(document, "tasks", every=True).decode("utf-8-sig")
    paths = [line[-1] for line in csv.reader(io.StringIO(written))][1:]
    assert [row["paths"] for row in rows(document, every=True)] == paths


def test_what_went_out_comes_back() -> None:
    """The rows of tasks are tasks again."""
    task = a_task(id="T-1", due=date(2026, 11, 28), remaining="", new_owner=None)
    document = a_document(work_progress=WorkProgress(tasks=(task,)), receivers=())
    row = next(one for one in rows(document) if one["kind"] == "任务")
    (again,) = from_rows([row], Task)
    assert from_rows(rows(document), Task) == (again,)
    assert (again.id, again.title, again.status, again.due) == (task.id, task.title, task.status, task.due)
    assert IssueStatus("已解决") is IssueStatus.RESOLVED


KINDS: list[tuple[type[OpenItem], int]] = [(Task, 2), (Issue, 1), (Risk, 1), (Project, 1)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("of", "number"), KINDS)
def test_our_own_table_comes_back(of: type[OpenItem], number: int, lang: Lang, tmp_path: Path) -> None:
    """Of the rows those of the class are read, those of other kinds counted, and what was guarded is as it was."""
    document = oh.OpsDocument(
        profile="daily_work",
        work_progress=WorkProgress(tasks=(Task(title="=1+1", status=TaskStatus.IN_PROGRESS), Task(title="'=1;=2"))),
        issues=Issues(items=(Issue(title="+86 打不通", status=IssueStatus.OPEN),)),
        risks=Risks(items=(Risk(title="-5 度断货"),)),
        projects=Projects(items=(Project(name="@改版"),)),
    )
    oh.export(document, "tasks", tmp_path / "a.csv", lang=lang)
    found = read_csv(tmp_path / "a.csv", of)
    assert found == tuple(dict(records_in(document, of)).values())
    assert (len(found), found.others) == (number, 5 - number)
    assert set(found.left) >= {COLUMN[lang] for COLUMN in (KIND, SECTION, PLACE)}
    assert from_rows(rows(document, lang=lang), of) == found
    assert pickle.loads(pickle.dumps(found)).others == found.others  # noqa: S301 - made here


def test_a_mapping_takes_the_rows_of_all_kinds(tmp_path: Path) -> None:
    """Whoever names the column of the kind reads every row as asked."""
    issues = Issues(items=(Issue(title="超卖"),))
    oh.export(oh.OpsDocument(profile="daily_work", issues=issues), "tasks", tmp_path / "a.csv")
    assert read_csv(tmp_path / "a.csv", Task, mapping={"种类": None}) == (Task(title="超卖"),)


def test_the_kind_of_another_table_is_a_value() -> None:
    """Only with all columns of ours does that of the kind choose rows."""
    (found,) = from_rows([{"标题": "超卖", "kind": "technical"}], Issue)
    assert found.kind is IssueKind.TECHNICAL


@pytest.mark.parametrize("cell", ["周岩、莫小雨", "周岩; 莫小雨", "周岩,莫小雨", "周岩／莫小雨、"])
def test_several_people_in_one_cell(cell: str) -> None:
    """The signs that people write between names part them, where a field holds several."""
    (found,) = from_rows([{"名称": "改版", "成员": cell}], Project)
    assert found.members == (Person(name="周岩"), Person(name="莫小雨"))
    (task,) = from_rows([{"标题": "改版、上线", "所需支持": "人、钱"}], Task)
    assert (task.title, task.support_needed) == ("改版、上线", ("人、钱",))


def test_a_remark_with_signs_parts_no_names() -> None:
    """What stands in brackets may hold such signs: nobody is called “夜班）”."""
    with pytest.raises(TableError, match="成员"):
        from_rows([{"名称": "改版", "成员": "周岩（白班、夜班）"}], Project)
