"""The way from a name in a mark to a value."""

import pytest
from tests.exporters.word.form.forms import DOCUMENT

from opshandover.exporters.word.form.names import DOCUMENT as TOP
from opshandover.exporters.word.form.names import Part, Scope, Special, UnknownNameError, main_list, resolve, shows_item
from opshandover.model.data import DataAnalysis
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.issues import Issues
from opshandover.model.tasks import Task, WorkProgress

TASK = Scope(of=Task, field=field_map(WorkProgress)["tasks"], alias="t", repeats=True)


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("giver.name", ("giver", "name")),
        ("移交人.姓名", ("giver", "name")),
        ("Handed over by.name", ("giver", "name")),
        ("tasks", ("work_progress", "tasks")),
        ("任务", ("work_progress", "tasks")),
        ("tasks[1].owner", ("work_progress", "tasks", 1, "owner")),
        ("问题反馈[0].标题", ("issues", "items", 0, "title")),
        ("issues.reason", ("issues", "reason")),
        ("members", ("team", "members")),
    ],
)
def test_names_from_the_document(name: str, steps: tuple[object, ...]) -> None:
    """By names or labels; a list of a section may stand without it, if no other could be meant."""
    assert resolve(name, [TOP]).steps == steps


def test_within_an_item() -> None:
    """Its own names come first, then those around it; the item itself, its number, its name in docxtpl."""
    assert (resolve("title", [TOP, TASK]).level, resolve("giver.name", [TOP, TASK]).level) == (1, 0)
    assert resolve("t.title", [TOP, TASK]).steps == ("title",)
    assert resolve("t", [TOP, TASK]).level == 1
    assert resolve(".", [TOP, TASK]).steps == ()
    assert resolve("loop.index", [TOP, TASK]).special is Special.NUMBER
    assert resolve("序号", [TOP, TASK]).special is Special.NUMBER
    assert resolve("正文", [TOP, TASK]).special is Special.BODY
    assert resolve("due.year", [TOP, TASK]).part is Part.YEAR
    assert resolve("owner.name", [TOP, TASK]).section is None
    assert shows_item("owner.name", TASK)
    assert not shows_item("giver.name", TASK)


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("givr", "giver", "giver"),
        ("giver.nmae", "name", "name"),
        ("移交人员", "移交人", "移交人"),
        ("tsks", "tasks", "tasks"),
        ("summary", "工作概述.概述", "overview.summary"),
        ("items", "几个部分", "several sections"),
        ("title[0]", "不是列表", "no list"),
        ("title.x", "没有“x”", "no 'x'"),
        ("zzzzz", "有的是", "there are"),
        ("a..b", "不是路径", "not a path"),
        ("序号", "没有", "no '序号'"),
    ],
)
def test_what_leads_nowhere_names_what_is_near(name: str, zh: str, en: str) -> None:
    """Nearest names, or some of those that there are, in the language of the name."""
    with pytest.raises(UnknownNameError) as caught:
        resolve(name, [TOP])
    assert zh in caught.value.problem["zh"]
    assert en in caught.value.problem["en"]


def test_values_have_their_paths() -> None:
    """Through lists there are several; what is not there is none."""
    found = resolve("receivers.name", [TOP]).follow(DOCUMENT, "")
    assert [(path, value) for path, value, _ in found] == [
        ("receivers[0].name", "罗一凡"),
        ("receivers[1].name", "Ann Lee"),
    ]
    assert resolve("witness.name", [TOP]).follow(DOCUMENT, "") == []
    assert resolve("tasks[9].title", [TOP]).follow(DOCUMENT, "") == []


def test_what_a_section_is_about() -> None:
    """Its required list; none if it has several lists and requires none."""
    assert main_list(Issues) == field_map(Issues)["items"]
    assert main_list(DataAnalysis) is None
    assert resolve("issues", [TOP]).section == field_map(OpsDocument)["issues"]
