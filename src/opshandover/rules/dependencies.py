"""The rule about dependencies between tasks."""

from collections.abc import Iterator, Mapping, Sequence

from opshandover.document.paths import child_path
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import OpenItem, OpsDocument, Task
from opshandover.rules.rule import Context, Hit, hit, rule
from opshandover.text import Text


@rule(
    "TSK009",
    "dependency-broken",
    Severity.WARNING,
    on=OpsDocument,
    message=("前置任务“{needs}”{what}", "'{needs}', which a task depends on, {what}"),
    hint=(
        "前置任务写文档里某项的编号或标题；互相等待的，去掉其中一个",
        "name the ID or title of an item of the document; where tasks wait for each other, remove one dependency",
    ),
)
def dependency_broken(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """A task depends on an item that is not in the document, or indirectly on itself.

    Nobody can find out whether a missing item is finished; tasks that wait for each other can never start. Items of
    the previous document count too, where it is given.

    zh: 任务的前置任务在文档里找不到，或绕一圈又回到自己。
    zh: 找不到就不知道它做完没有；互相等待的任务谁也开始不了。给出前一份文档时，其中的事项也算已知。

    Bad::
        work_progress: {tasks: [{id: T-2, title: 回访投诉客户, depends_on: [T-1]}]}
    Good::
        work_progress:
          tasks: [{id: T-1, title: 核对退款单}, {id: T-2, title: 回访投诉客户, depends_on: [T-1]}]
    """
    items = records_in(document, OpenItem)
    waiting = [(path, t) for path, t in items if isinstance(t, Task) and t.depends_on]
    if not waiting:
        return
    before = records_in(at.previous, OpenItem) if at.previous else ()
    names = {name for _, item in (*items, *before) for name in _names(item)}
    needs = {t.id.strip(): [d.strip() for d in t.depends_on] for _, t in waiting if t.id.strip()}
    closing = _closing_links(needs)
    for path, task in waiting:
        for i, need in enumerate(d.strip() for d in task.depends_on):
            if need and need not in names:
                what = Text("在文档里找不到", "is not in the document")
            elif (task.id.strip(), need) in closing:
                what = Text("反过来也要等这个任务", "depends on that task in turn")
            else:
                continue
            yield hit(child_path(child_path(path, "depends_on"), i), needs=need, what=what)


def _names(item: OpenItem) -> Iterator[str]:
    """The texts that can name an item: its ID, and its title or name."""
    for text in (item.id, str(getattr(item, item.main, ""))):
        if text.strip():
            yield text.strip()


def _closing_links(needs: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """The dependencies that close a cycle: one for each cycle, or more.

    The search keeps its path in a list instead of recursing, so that a long chain is no problem.
    """
    closing: set[tuple[str, str]] = set()
    finished: set[str] = set()
    for start in needs:
        stack, on_stack = [(start, iter(needs[start]))], {start}
        while stack and start not in finished:
            task, rest = stack[-1]
            need = next(rest, None)
            if need is None:
                stack.pop()
                on_stack.discard(task)
                finished.add(task)
            elif need in on_stack:
                closing.add((task, need))
            elif need in needs and need not in finished:
                stack.append((need, iter(needs[need])))
                on_stack.add(need)
    return closing
