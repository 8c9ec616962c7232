"""What each of several receivers takes over."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import opshandover as oh
from opshandover.document.pressing import Why, pressing
from opshandover.document.receivers import for_receiver
from opshandover.document.walk import records_in
from opshandover.errors import UnknownNameError
from opshandover.model.document import OpsDocument
from opshandover.model.header import Waiver
from opshandover.model.issues import Issue, Issues
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.projects import Project, Projects
from opshandover.model.signoff import SignatoryRole, Signature, SignOff
from opshandover.model.tasks import Task, TaskStatus, WorkProgress

ZHANG, LI = Person(name="张凯", phone="138"), Person(name="李娜")
DOCUMENT = OpsDocument(
    profile="offboarding",
    title="交接",
    receivers=(ZHANG, LI),
    work_progress=WorkProgress(
        tasks=(
            Task(title="对账", new_owner=Person(name="张凯")),
            Task(title="排班", new_owner=LI, due=date(2026, 11, 30)),
            Task(title="直播", owner=LI),
            Task(title="值守", new_owner=Person(name="王敏")),
            Task(title="旧事", new_owner=LI, status=TaskStatus.DONE),
        )
    ),
    issues=Issues(items=(Issue(title="漏发", new_owner=LI), Issue(title="无主"))),
    projects=Projects(items=(Project(name="年货节", new_owner=LI, tasks=(Task(title="选品", new_owner=ZHANG),)),)),
)


def titles(document: OpsDocument) -> list[str]:
    """The names of all items."""
    return [str(getattr(item, item.main)) for _, item in records_in(document, OpenItem)]


def test_each_receiver_has_their_own_items_and_what_is_nobodys() -> None:
    """Items of other receivers go; those of third parties, done ones and those without owner stay with all."""
    assert titles(for_receiver(DOCUMENT, "张凯")) == ["对账", "值守", "旧事", "年货节", "选品", "无主"]
    assert titles(for_receiver(DOCUMENT, "李娜")) == ["排班", "直播", "值守", "旧事", "年货节", "漏发", "无主"]


def test_what_is_left_out_is_said() -> None:
    """The last section counts the items of the others by section, and the title names the receiver."""
    his = for_receiver(DOCUMENT, "张凯")
    assert his.title == "交接 · 张凯"
    assert his.extra[-1].body == "- 李娜：工作进展 2 项，问题反馈 1 项"
    hers = for_receiver(DOCUMENT, " 李娜 ", "en")
    assert (hers.title, hers.extra[-1].title) == ("交接 · 李娜", "With the other receivers")
    assert hers.extra[-1].body == "- 张凯: Work progress 1, Projects 1"


def test_an_only_receiver_has_everything() -> None:
    """Nothing is left out, and nothing is said."""
    one = attrs.evolve(DOCUMENT, receivers=(LI,))
    assert attrs.evolve(for_receiver(one, "李娜"), title="交接") == one


@pytest.mark.parametrize("name", ["", "张恺", "Nobody"])
def test_somebody_else_is_refused(name: str) -> None:
    """The message has the names that there are."""
    with pytest.raises(UnknownNameError, match=r"张凯、李娜|张凯, 李娜"):
        for_receiver(DOCUMENT, name)


@given(st.lists(st.sampled_from([None, ZHANG, LI, Person(name="王敏")]), max_size=8))
def test_nothing_is_lost_between_receivers(owners: list[Person | None]) -> None:
    """Every item is in the document of at least one receiver, and in both unless it is one's own."""
    tasks = tuple(Task(title=f"t{i}", new_owner=owner) for i, owner in enumerate(owners))
    document = attrs.evolve(DOCUMENT, work_progress=WorkProgress(tasks=tasks), projects=None, issues=None)
    each = [titles(for_receiver(document, one.name)) for one in (ZHANG, LI)]
    for task in tasks:
        assert [task.title in one for one in each] == [task.new_owner != LI, task.new_owner != ZHANG]


def test_waivers_follow_their_items() -> None:
    """A waiver that shows a text must not show another one that has moved to its place."""
    tasks = (Task(title="a", new_owner=LI), Task(title="测试口令：Demo@2026test"), Task(title="后台密码：Real#9988pw"))
    waivers = (
        Waiver(rule="SEC001", path="工作进展.任务[1].标题", reason="演示"),
        Waiver(rule="TSK001", path="work_progress.tasks[0]", reason="她的"),
        Waiver(rule="GEN001", path="issues", reason="不用"),
        Waiver(rule="HDR005", reason="没有"),
    )
    document = attrs.evolve(DOCUMENT, work_progress=WorkProgress(tasks=tasks), waivers=waivers)
    mine = for_receiver(document, "张凯")
    assert [waiver.path for waiver in mine.waivers] == ["work_progress.tasks[0].title", "issues", ""]
    shown = oh.export(mine, "markdown").decode()
    assert "Demo@2026test" in shown
    assert "Real#9988pw" not in shown


def test_receivers_of_one_name_share_their_part() -> None:
    """Nothing that may be theirs is left out."""
    twins = (Person(name="Bob", phone="1"), Person(name="Bob", phone="2"), Person(name="Carl"))
    task = Task(title="t", new_owner=Person(name="Bob"))
    document = attrs.evolve(DOCUMENT, receivers=twins, work_progress=WorkProgress(tasks=(task,)))
    assert "t" in titles(for_receiver(document, "Bob"))
    assert "t" not in titles(for_receiver(document, "Carl"))


def test_a_name_is_masked_in_the_message() -> None:
    """What was typed into the field of a name may be a secret."""
    document = attrs.evolve(DOCUMENT, receivers=(Person(name="密码：Gs2025!xQ9"), LI))
    with pytest.raises(UnknownNameError) as caught:
        for_receiver(document, "Nobody")
    assert "Gs2025" not in str(caught.value)


def test_what_nobody_takes_over_says_so_in_each_part() -> None:
    """It does not become the receiver's because the part has no other."""
    tasks = (Task(title="无主"), Task(title="移交人的", owner=Person(name="周岩")))
    document = attrs.evolve(DOCUMENT, giver=Person(name="周岩"), work_progress=WorkProgress(tasks=tasks))
    for name in ("张凯", "李娜"):
        part = for_receiver(document, name)
        owners = [item.new_owner for _, item in records_in(part, Task) if item.title in ("无主", "移交人的")]
        assert [owner and owner.name for owner in owners] == ["未指定接手人"] * 2
        assert Why.NO_NEW_OWNER in pressing(part)[0].reasons


def test_a_task_goes_with_its_project() -> None:
    """It is counted once, with what holds it."""
    project = Project(name="直播", new_owner=LI, tasks=(Task(title="选品"), Task(title="排期")))
    document = attrs.evolve(DOCUMENT, work_progress=None, issues=None, projects=Projects(items=(project,)))
    assert for_receiver(document, "张凯").extra[-1].body == "- 李娜：项目总结 1 项"
    assert for_receiver(document, "李娜").projects == document.projects


def test_only_its_receiver_signs_a_part() -> None:
    """Another receiver signs another part; the signatures of the giver and of a witness stay in all."""
    signed = tuple(
        Signature(role=role, person=person)
        for role, person in (
            (SignatoryRole.GIVER, Person(name="周岩")),
            (SignatoryRole.RECEIVER, LI),
            (SignatoryRole.RECEIVER, ZHANG),
            (SignatoryRole.SUPERVISOR, LI),
        )
    )
    part = for_receiver(attrs.evolve(DOCUMENT, sign_off=SignOff(signatures=signed)), "张凯")
    assert part.receivers == (ZHANG,)
    assert isinstance(part.sign_off, SignOff)
    assert part.sign_off.signatures == (signed[0], signed[2], signed[3])
    assert "交接确认" not in part.extra[-1].body
