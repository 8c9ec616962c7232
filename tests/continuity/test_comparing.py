"""What changed between two versions: each change once, an item known again wherever it stands."""

from collections.abc import Callable
from typing import Any, cast

import attrs
import pytest
from deepdiff import DeepDiff
from hypothesis import given, settings
from tests.continuity.edits import versions
from tests.support.documents import documents
from tests.support.growth import growth

from opshandover.codec import plain
from opshandover.continuity.changes import ChangeKind, Diff
from opshandover.continuity.comparing import diff
from opshandover.errors import ArgumentError, PathError
from opshandover.model import Nothing, OpsDocument, Person, Task, WorkPlan, WorkProgress
from opshandover.redaction import MASK

A, B, C = (Task(id=f"T-{n}", title=title) for n, title in enumerate(("核对退款单", "更新价目表", "restart the queue")))


def doc(*tasks: Task, **fields: Any) -> OpsDocument:
    """A document with a list of tasks."""
    return OpsDocument(profile="charter", work_progress=WorkProgress(tasks=tasks), **fields)


def said(found: Diff) -> list[tuple[ChangeKind, str, str]]:
    """Each change with its paths."""
    return [(change.kind, change.old_path, change.new_path) for change in found.changes]


TASKS = "work_progress.tasks"


def test_items() -> None:
    """Added, removed, moved and changed items are told apart by their IDs, with their paths in both versions."""
    found = diff(doc(A, B, C), doc(C, attrs.evolve(A, progress=5), Task(title="盘点")))
    assert said(found) == [
        (ChangeKind.REMOVED, f"{TASKS}[1]", TASKS),
        (ChangeKind.MOVED, f"{TASKS}[2]", f"{TASKS}[0]"),
        (ChangeKind.ADDED, f"{TASKS}[0].progress", f"{TASKS}[1].progress"),
        (ChangeKind.ADDED, "", f"{TASKS}[2]"),
    ]


def test_what_moves_to_another_list() -> None:
    """It is neither removed nor added, and its edits are said as well."""
    old, new = doc(A, B, work_plan=WorkPlan()), doc(B, work_plan=WorkPlan(tasks=(attrs.evolve(A, progress=5),)))
    found = diff(old, new)
    assert said(found) == [
        (ChangeKind.MOVED, f"{TASKS}[0]", "work_plan.tasks[0]"),
        (ChangeKind.ADDED, f"{TASKS}[0].progress", "work_plan.tasks[0].progress"),
    ]
    assert found.apply(old) == new


def test_sections_and_records() -> None:
    """A section that comes, goes or is confirmed to be empty is one change; so is another person in one's place."""
    old = doc(A, giver=Person(name="周岩", phone="1"), reason="轮班")
    new = OpsDocument(profile="charter", work_progress=Nothing(reason="无"), giver=Person(name="林晓雯"), reason="轮休")
    found = diff(old, new)
    assert said(found) == [
        (ChangeKind.CHANGED, "reason", "reason"),
        (ChangeKind.CHANGED, "giver", "giver"),
        (ChangeKind.CHANGED, "work_progress", "work_progress"),
    ]
    assert [diff(new, attrs.evolve(new, work_progress=None)).changes[0].kind] == [ChangeKind.REMOVED]
    renamed = attrs.evolve(old, giver=Person(name="周岩", phone="2"))
    assert said(diff(old, renamed)) == [(ChangeKind.CHANGED, "giver.phone", "giver.phone")]


def test_no_secret_leaves_but_every_change_is_told() -> None:
    """What a program gets has secrets masked; applying needs the texts as they are, and they stay."""
    leak = "密码：Gs2025!xQ"
    old, new = (
        doc(attrs.evolve(A, remaining="先登录")),
        doc(attrs.evolve(A, remaining=leak), attrs.evolve(B, next_step=leak)),
    )
    found = diff(old, new)
    assert "Gs2025" not in str(found) + repr(found) + found._repr_html_() + str(found.as_data())
    assert MASK in str(found)
    assert MASK in str(found.as_data())
    assert found.apply(old) == new
    other = diff(new, doc(attrs.evolve(A, remaining="密码：Zk8843!pW"), attrs.evolve(B, next_step=leak)))
    assert other
    assert "Zk8843" not in str(other) + other._repr_html_()


def test_what_it_is_given() -> None:
    """Documents alone are compared, and changes are applied to what they were made from."""
    with pytest.raises(ArgumentError):
        diff(doc(), "x.yaml")  # type: ignore[arg-type]
    found = diff(doc(A, B), doc(A))
    assert not diff(doc(A), doc(A))
    with pytest.raises(PathError):
        found.apply(doc())


@settings(max_examples=60)
@given(versions())
def test_a_diff_applied_to_the_old_gives_the_new(drawn: tuple[OpsDocument, OpsDocument, OpsDocument]) -> None:
    """Nothing is missed, and what is equal has no changes."""
    for old, new in zip(drawn, (*drawn[1:], drawn[0]), strict=True):
        found = diff(old, new)
        assert found.apply(old) == new
        assert bool(found) == (old != new)
        assert str(found)
        assert found._repr_html_()


@settings(max_examples=30)
@given(documents(profile="charter"), documents(profile="charter"))
def test_documents_that_have_nothing_in_common(old: OpsDocument, new: OpsDocument) -> None:
    """The same for two documents that were written apart."""
    assert diff(old, new).apply(old) == new


@settings(max_examples=40)
@given(versions())
def test_another_library_finds_changes_where_we_do(drawn: tuple[OpsDocument, OpsDocument, OpsDocument]) -> None:
    """DeepDiff, which compares plain data and knows nothing of ours, sees a difference in the same sections."""
    old, new, _ = drawn
    theirs = cast("dict[str, Any]", DeepDiff(plain(old), plain(new), view="tree"))
    sections = {str(level.path(output_format="list")[0]) for levels in theirs.values() for level in levels}
    ours = {path.partition(".")[0].partition("[")[0] for change in diff(old, new).changes for path in paths_of(change)}
    assert sections <= ours
    assert bool(sections) == bool(ours)


def paths_of(change: Any) -> list[str]:
    """The paths of a change in either version."""
    return [path for path in (change.old_path, change.new_path, change.into) if path]


def test_five_thousand_items() -> None:
    """The time grows with the number of items, also where each has a new name and no ID."""

    def work(n: int) -> Callable[[], object]:
        old = doc(*(Task(title=f"核对第 {i} 单", next_step=f"致电 {i} 号买家") for i in range(n)))
        new = doc(*(Task(title=f"复核 {i} 号单", next_step=f"致电 {i} 号买家") for i in reversed(range(n))))
        return lambda: diff(old, new)

    assert growth(work, 250) < 10
