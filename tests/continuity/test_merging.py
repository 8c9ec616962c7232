"""Two people's edits together: each edit arrives, contradictions are conflicts, and nothing is decided in silence."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import daff
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.continuity.edits import versions
from tests.support.growth import growth

from opshandover.continuity.decisions import ABSENT, Decision, Matter, Outcome, Side
from opshandover.continuity.ledger import Fate
from opshandover.continuity.merging import Merge, merge
from opshandover.document.verify import ensure
from opshandover.document.walk import walk
from opshandover.errors import ArgumentError
from opshandover.model import OpsDocument, Person, Task, TaskStatus, WorkPlan, WorkProgress
from opshandover.model.base import Nothing
from opshandover.model.projects import Project, Projects

A, B, C = (
    Task(id="T-1", title="核对退款单", progress=10, remaining="先看队列。\n再看账单。\n最后通知财务。"),
    Task(id="T-2", title="更新价目表", owner=Person(name="周岩")),
    Task(id="T-3", title="restart the queue"),
)
X, Y = Task(id="T-8", title="新增的活动页"), Task(id="T-9", title="盘点备用机")


def doc(*tasks: Task, **fields: Any) -> OpsDocument:
    """A document with a list of tasks."""
    return OpsDocument(profile="daily_handover", work_progress=WorkProgress(tasks=tasks), **fields)


def tasks(merged: Merge) -> tuple[Task, ...]:
    """The tasks of the result."""
    assert isinstance(merged.document.work_progress, WorkProgress)
    return merged.document.work_progress.tasks


def with_(task: Task, **fields: Any) -> Task:
    """A task with other values."""
    return attrs.evolve(task, **fields)


def only(merged: Merge, matter: Matter) -> Decision:
    """The one conflict, which is of a kind."""
    assert [conflict.matter for conflict in merged.conflicts] == [matter]
    assert merged.ledger.adds_up
    assert merged.ledger.counts[Fate.CONFLICT]
    return merged.conflicts[0]


def clean(merged: Merge) -> tuple[Task, ...]:
    """The tasks of a merge without conflict."""
    assert not merged.conflicts
    assert merged.ledger.adds_up
    return tasks(merged)


def test_two_fields_of_one_item() -> None:
    """Both edits arrive, and each is said with whose it is."""
    edited, theirs = with_(A, progress=60), with_(A, status=TaskStatus.DONE)
    merged = merge(doc(A, B), doc(edited, B), doc(theirs, B))
    assert clean(merged) == (with_(A, progress=60, status=TaskStatus.DONE), B)
    assert {(d.path, d.outcome) for d in merged.decisions} == {
        ("work_progress.tasks[0].progress", Outcome.OURS),
        ("work_progress.tasks[0].status", Outcome.THEIRS),
    }


def test_the_same_field() -> None:
    """Ours stands, the conflict has all three values, and either side can be chosen."""
    merged = merge(doc(A), doc(with_(A, progress=60)), doc(with_(A, progress=90)))
    conflict = only(merged, Matter.VALUE)
    assert (conflict.path, conflict.base, conflict.ours, conflict.theirs) == (
        "work_progress.tasks[0].progress",
        10,
        60,
        90,
    )
    assert tasks(merged)[0].progress == 60
    assert clean(merged.resolve("theirs"))[0].progress == 90
    assert clean(merged.resolve("ours"))[0].progress == 60


@pytest.mark.parametrize("remover", Side)
def test_edit_against_delete(remover: Side) -> None:
    """Whoever removed it, the edited item is in the conflict, and comes back when its side is chosen."""
    edited = with_(A, progress=60)
    gone, kept = doc(B), doc(edited, B)
    merged = merge(doc(A, B), *((gone, kept) if remover is Side.OURS else (kept, gone)))
    conflict = only(merged, Matter.REMOVED_AND_CHANGED)
    assert {conflict.ours, conflict.theirs} == {ABSENT, edited}
    assert tasks(merged) == ((B,) if remover is Side.OURS else (edited, B))
    for side in Side:
        assert clean(merged.resolve("ours" if side is Side.OURS else "theirs")) == (
            (B,) if side is remover else (edited, B)
        )


def test_edit_against_move() -> None:
    """The item is where one side moved it, as the other edited it, once."""
    edited = with_(C, progress=60)
    merged = merge(doc(A, B, C), doc(C, A, B), doc(A, B, edited))
    assert clean(merged) == (edited, A, B)
    moves = [d for d in merged.decisions if d.matter is Matter.MOVE]
    assert [(d.path, d.outcome) for d in moves] == [("work_progress.tasks[0]", Outcome.OURS)]
    assert clean(merge(doc(A, B, C), doc(A, B, edited), doc(C, A, B))) == (edited, A, B)


def test_both_append() -> None:
    """Both new items are there, ours first; the same item added by both is there once."""
    assert clean(merge(doc(A), doc(A, X), doc(A, Y))) == (A, X, Y)
    assert clean(merge(doc(A), doc(A, X, Y), doc(A, Y))) == (A, X, Y)
    other = with_(X, title="备货计划", progress=5)
    merged = merge(doc(A), doc(A, X), doc(A, other))
    conflict = only(merged, Matter.ADDED_TWICE)
    assert (conflict.ours, conflict.theirs) == (X, other)
    assert clean(merged.resolve("theirs")) == (A, other)


def test_insert_beside_an_edit() -> None:
    """An item beside the new one keeps its edit, with and without IDs."""
    edited = with_(B, progress=60)
    assert clean(merge(doc(A, B), doc(A, X, B), doc(A, edited))) == (A, X, edited)
    bare = [attrs.evolve(one, id="") for one in (A, B, X, edited)]
    a, b, x, e = bare
    assert clean(merge(doc(a, b), doc(a, x, b), doc(a, e))) == (a, x, e)


def test_many_fields() -> None:
    """Every field of many items has its edit."""
    base = [with_(A, id=f"N-{n}", title=f"任务 {n}") for n in range(20)]
    ours = [with_(one, progress=n, owner=Person(name=f"李{n}")) for n, one in enumerate(base)]
    theirs = [with_(one, status=TaskStatus.DONE, next_step=f"第 {n} 步") for n, one in enumerate(base)]
    both = [with_(one, status=TaskStatus.DONE, next_step=f"第 {n} 步") for n, one in enumerate(ours)]
    assert clean(merge(doc(*base), doc(*ours), doc(*theirs[::-1]))) == tuple(both[::-1])


@pytest.mark.parametrize("remover", Side)
def test_delete_against_move(remover: Side) -> None:
    """It is a conflict, also where two items changed places and either may have been moved."""
    for base, moved, item in (((A, B, C), (C, A, B), C), ((A, B), (B, A), A), ((A, B), (B, A), B)):
        rest = tuple(one for one in base if one is not item)
        sides = (doc(*rest), doc(*moved))
        merged = merge(doc(*base), *(sides if remover is Side.OURS else sides[::-1]))
        assert only(merged, Matter.REMOVED_AND_MOVED)
        assert tasks(merged) == (rest if remover is Side.OURS else moved)
        assert clean(merged.resolve("theirs" if remover is Side.OURS else "ours")) == moved


def people(*receivers: Person, giver: Person | None = None) -> OpsDocument:
    """A document with people."""
    return OpsDocument(profile="charter", receivers=receivers, giver=giver)


ZHOU, LIN = Person(name="周岩", phone="010-5550-0142"), Person(name="林晓雯", role="主管")


def test_lists_of_people() -> None:
    """People are known by their names; whoever replaced one that the other edited is in a conflict."""
    phone, role = attrs.evolve(ZHOU, phone="010-5550-0199"), attrs.evolve(ZHOU, role="早班")
    merged = merge(people(ZHOU, LIN), people(phone, LIN), people(LIN, role))
    assert merged.document.receivers == (LIN, attrs.evolve(phone, role="早班"))
    assert not merged.conflicts
    other = attrs.evolve(ZHOU, phone="010-5550-0100")
    assert only(merge(people(ZHOU), people(phone), people(other)), Matter.VALUE).path == "receivers[0].phone"
    assert only(merge(people(ZHOU, LIN), people(LIN), people(phone, LIN)), Matter.REMOVED_AND_CHANGED)
    assert merge(people(), people(ZHOU), people(LIN)).document.receivers == (ZHOU, LIN)
    wang, li = Person(name="王五"), Person(name="李四")
    assert only(merge(people(Person(name="周岩")), people(wang), people(li)), Matter.REPLACED)


def test_both_give_one_item_another_name() -> None:
    """Without an ID it is the same item by its place and all the rest, so that the two names are a conflict."""
    base = Task(title="核对退款单", progress=10, owner=Person(name="周岩"))
    merged = merge(doc(base, X), doc(with_(base, title="盘点"), X), doc(with_(base, title="call Ann"), X))
    conflict = only(merged, Matter.REPLACED)
    assert (conflict.ours, conflict.theirs) == (with_(base, title="盘点"), with_(base, title="call Ann"))


def test_one_person() -> None:
    """Two fields of one are merged; another in the place of one that was edited never gets that one's phone."""
    phone, role = attrs.evolve(ZHOU, phone="010-5550-0199"), attrs.evolve(ZHOU, role="早班")
    merged = merge(people(giver=ZHOU), people(giver=phone), people(giver=role))
    assert merged.document.giver == attrs.evolve(phone, role="早班")
    conflict = only(merge(people(giver=ZHOU), people(giver=LIN), people(giver=phone)), Matter.REPLACED)
    assert (conflict.ours, conflict.theirs) == (LIN, phone)
    assert only(merge(people(giver=ZHOU), people(), people(giver=phone)), Matter.REMOVED_AND_CHANGED)
    assert only(merge(people(), people(giver=ZHOU), people(giver=LIN)), Matter.VALUE)


def test_nested_records() -> None:
    """A project's tasks and a shift's times are merged within them."""

    def planned(*nested: Task, name: str = "搬仓") -> OpsDocument:
        return OpsDocument(profile="charter", projects=Projects(items=(Project(id="P-1", name=name, tasks=nested),)))

    merged = merge(planned(A, B), planned(with_(A, progress=60), B, X), planned(B, A, name="搬仓二期"))
    assert not merged.conflicts
    assert merged.document == planned(B, with_(A, progress=60), X, name="搬仓二期")
    removed = attrs.evolve(planned(), projects=Projects())
    assert only(merge(planned(A), removed, planned(A, X)), Matter.REMOVED_AND_CHANGED)


def test_what_moves_to_another_list() -> None:
    """An item keeps the other side's edit in the list to which it was moved, wherever the sides disagree it is said."""

    def placed(done: tuple[Task, ...], planned: tuple[Task, ...]) -> OpsDocument:
        return doc(*done, work_plan=WorkPlan(tasks=planned))

    base, edited = placed((A, B), (C,)), with_(A, progress=60)
    moved = placed((B,), (A, C))
    for sides in ((moved, placed((edited, B), (C,))), (placed((edited, B), (C,)), moved)):
        merged = merge(base, *sides)
        assert not merged.conflicts
        assert merged.document == placed((B,), (edited, C))
        assert merged.ledger.adds_up
    assert only(merge(base, moved, placed((B,), (C,))), Matter.REMOVED_AND_MOVED)
    back = doc(A, B, work_plan=Nothing(reason="本周没有计划"))
    merged = merge(base, back, moved)
    assert {one.matter for one in merged.conflicts} == {Matter.VALUE, Matter.REMOVED_AND_MOVED}
    assert A in tasks(merged), "ours has it still, and the list to which they moved it is not there"
    assert merged.ledger.adds_up
    apart = doc(B, work_plan=WorkPlan(tasks=(C,)), projects=Projects(items=(Project(name="搬仓", tasks=(A,)),)))
    two = [attrs.evolve(one, projects=Projects(items=(Project(name="搬仓"),))) for one in (base, moved)]
    conflict = only(merge(two[0], apart, two[1]), Matter.PLACE)
    assert conflict.place[1:] == ("projects.items[0].tasks[0]", "work_plan.tasks[0]")
    settled = merge(two[0], apart, two[1]).resolve("theirs")
    assert settled.document == two[1]


def test_sections() -> None:
    """Sections that come, go or are confirmed to be empty are merged whole, their lists if both wrote them."""
    ours, theirs = doc(A), doc(B)
    bare = attrs.evolve(ours, work_progress=None)
    assert clean(merge(bare, ours, theirs)) == (A, B)
    none = attrs.evolve(bare, work_progress=Nothing(reason="无"))
    assert only(merge(ours, none, doc(A, B)), Matter.VALUE)
    assert only(merge(ours, bare, doc(A, B)), Matter.REMOVED_AND_CHANGED)
    assert only(merge(bare, none, theirs), Matter.VALUE)
    assert merge(ours, ours, none).document == none


def test_long_texts() -> None:
    """Edits of different lines, and of different words of one line, are joined, which is said; others are conflicts."""
    lines = A.remaining.splitlines(keepends=True)
    ours, theirs = "".join(["先看夜班队列。\n", *lines[1:]]), "".join([*lines[:2], "最后通知财务和仓库。"])
    merged = merge(doc(A), doc(with_(A, remaining=ours)), doc(with_(A, remaining=theirs)))
    assert clean(merged)[0].remaining == "先看夜班队列。\n再看账单。\n最后通知财务和仓库。"
    assert [(d.matter, d.outcome) for d in merged.decisions] == [(Matter.TEXT, Outcome.COMBINED)]
    one, two = ours.replace("夜班", "早班"), ours.replace("夜班", "中班") + "再签字。"
    conflict = only(
        merge(doc(with_(A, remaining=ours)), doc(with_(A, remaining=one)), doc(with_(A, remaining=two))), Matter.TEXT
    )
    assert (conflict.ours, conflict.theirs) == (one + "再签字。", two)


def test_answers() -> None:
    """A function is asked about each conflict; what it leaves open stays open, and anything else is refused."""
    merged = merge(
        doc(A, B), doc(with_(A, progress=1), with_(B, progress=1)), doc(with_(A, progress=2), with_(B, progress=2))
    )
    asked: list[Decision] = []

    def answer(conflict: Decision) -> Any:
        asked.append(conflict)
        return "theirs" if conflict.path.startswith("work_progress.tasks[1]") else None

    partly = merged.resolve(answer)
    assert [task.progress for task in tasks(partly)] == [1, 2]
    assert len(asked) == 2
    assert [one.path for one in partly.conflicts] == ["work_progress.tasks[0].progress"]
    assert partly.resolve("ours").conflicts == ()
    with pytest.raises(ArgumentError):
        merged.resolve("mine")  # type: ignore[arg-type]
    with pytest.raises(ArgumentError):
        merge(doc(), doc(), "theirs")  # type: ignore[arg-type]


def texts(document: OpsDocument) -> Counter[str]:
    """The texts of a document that nothing else is made of, each with how often it is there."""
    return Counter(node.value for node in walk(document, str, filled=True))


def key(decision: Decision, *, swapped: bool) -> tuple[str, ...]:
    """A conflict without whose is whose."""
    first, second, third = (path or "" for path in decision.place)
    return (decision.matter.value, first, *((third, second) if swapped else (second, third)))


@settings(max_examples=60)
@given(versions())
def test_laws(drawn: tuple[OpsDocument, OpsDocument, OpsDocument]) -> None:
    """What one side or both made is the result; the sides are alike; every account adds up; nothing vanishes."""
    base, ours, theirs = drawn
    for one, other, result in ((base, theirs, theirs), (theirs, base, theirs), (theirs, theirs, theirs)):
        merged = merge(base, one, other)
        assert merged.document == result
        assert not merged.conflicts
        assert merged.ledger.adds_up
    merged, mirrored = merge(base, ours, theirs), merge(base, theirs, ours)
    for each in (merged, mirrored, merged.resolve("ours"), merged.resolve("theirs")):
        assert each.ledger.adds_up
        ensure(each.document)
    assert sorted(key(d, swapped=False) for d in merged.conflicts) == sorted(
        key(d, swapped=True) for d in mirrored.conflicts
    )
    if not merged.conflicts:
        assert texts(merged.document) == texts(mirrored.document)
    said = "\n".join(map(repr, (v for d in merged.decisions for v in d.values)))
    combined = [(str(d.base), str(d.ours)) for d in merged.decisions if d.outcome is Outcome.COMBINED]
    for text in texts(ours) + texts(theirs):
        has_what_is_new = any(Counter(text) - Counter(before) <= Counter(whole) for before, whole in combined)
        assert text in texts(merged.document) or repr(text)[1:-1] in said or has_what_is_new


COLUMNS = ("id", "title", "result")
WORDS = st.sampled_from(("a", "b", "c"))
EDITED = st.fixed_dictionaries({}, optional={str(n): st.tuples(WORDS, WORDS) for n in range(8)})


def as_table(document: OpsDocument) -> Any:
    """The tasks as a table of texts, which daff merges by the column of IDs."""
    found = document.work_progress
    rows = (
        [[getattr(task, name) for name in COLUMNS] for task in found.tasks] if isinstance(found, WorkProgress) else []
    )
    return daff.PythonTableView([list(COLUMNS), *rows])


@given(ours=EDITED, theirs=EDITED, reverse=st.booleans())
def test_another_library_merges_rows_as_we_do(ours: dict[str, Any], theirs: dict[str, Any], *, reverse: bool) -> None:
    """daff, which merges tables by a key, has the same rows wherever neither finds a conflict, and ours are no fewer.

    Rows that go are left out: there daff loses edits. What both add it has twice.
    """
    rows = {str(n): ("a", "a") for n in range(5)}
    versions = ({**rows, **edits} for edits in ({}, ours, theirs))
    base, mine, other = (
        doc(*(Task(id=k, title=v[0], result=v[1]) for k, v in version.items())) for version in versions
    )
    if reverse:
        other = doc(*reversed(other.work_progress.tasks))  # type: ignore[union-attr]  # made here
    flags, table = daff.CompareFlags(), as_table(mine)
    flags.addPrimaryKey("id")
    theirs_found = daff.Merger(as_table(base), table, as_table(other), flags).apply()
    merged = merge(base, mine, other)
    assert bool(merged.conflicts) >= bool(theirs_found)
    if not merged.conflicts:
        assert set(map(tuple, table.data)) == set(map(tuple, as_table(merged.document).data))


def test_five_thousand_items() -> None:
    """The time grows with the number of items, not with its square."""

    def work(n: int) -> Callable[[], object]:
        items = [Task(title=f"核对第 {i} 单", progress=i % 100, next_step=f"致电 {i} 号买家") for i in range(n)]
        ours = [attrs.evolve(one, progress=1, title=f"复核第 {i} 单") for i, one in enumerate(items)]
        theirs = [attrs.evolve(one, next_step="已致电") for one in items[::-1]]
        three = doc(*items), doc(*ours), doc(*theirs)
        return lambda: merge(*three).ledger

    assert growth(work, 200) < 10
