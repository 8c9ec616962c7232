"""The rule about which task waits for which."""

from tests.rules.built import WARNING, document, found, paths

from opshandover.model import Issue, Issues, OpsDocument, Task, WorkProgress
from opshandover.rules import check
from opshandover.rules.dependencies import dependency_broken


def waiting(**needs: tuple[str, ...]) -> OpsDocument:
    """A document with these tasks, each with the IDs that it waits for."""
    tasks = tuple(Task(id=name, title=f"做{name}", depends_on=of) for name, of in needs.items())
    return document(work_progress=WorkProgress(tasks=tasks))


def test_unknown_needs_are_found_one_by_one() -> None:
    """What the document does not hold is found where it is named."""
    assert found(dependency_broken, waiting(a=("b", "c"), b=())) == [("work_progress.tasks[0].depends_on[1]", WARNING)]


def test_ids_titles_and_other_items_are_known() -> None:
    """A need may be named by ID or title, be an issue, and stand anywhere in the document."""
    doc = document(
        work_progress=WorkProgress(tasks=(Task(depends_on=("I-1", " 退款重复 ", "")),)),
        issues=Issues(items=(Issue(id="I-1"), Issue(title="退款重复"))),
    )
    assert found(dependency_broken, doc) == []


def test_items_of_the_previous_document_are_known() -> None:
    """What was finished before need not be listed again."""
    new, old = waiting(b=("a",)), waiting(a=())
    assert paths(dependency_broken, new) == ["work_progress.tasks[0].depends_on[0]"]
    assert check(new, old, rules=[dependency_broken]).findings == ()


def test_circles_are_found_where_they_close() -> None:
    """A circle is found once; tasks that merely wait for it are not part of it."""
    assert paths(dependency_broken, waiting(a=("a",))) == ["work_progress.tasks[0].depends_on[0]"]
    circle = waiting(x=("a",), a=("b",), b=("c",), c=("a",))
    assert paths(dependency_broken, circle) == ["work_progress.tasks[3].depends_on[0]"]


def test_several_ways_to_one_task_are_no_circle() -> None:
    """Two tasks that wait for the same third are fine."""
    assert found(dependency_broken, waiting(a=("b", "c"), b=("d",), c=("d",), d=("e",), e=())) == []


def test_long_chains_do_no_harm() -> None:
    """Some thousands of tasks in a row are followed to the end, none of them again and again."""
    chain: dict[str, tuple[str, ...]] = {f"t{i}": (f"t{i + 1}",) for i in range(4000)}
    assert paths(dependency_broken, waiting(**chain, t4000=("t0",))) == ["work_progress.tasks[4000].depends_on[0]"]
