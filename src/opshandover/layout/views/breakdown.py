"""The goal breakdown: how many tasks each goal has, and how many of them are done.

It has no percentage: nobody wrote one, and a task that is half done is none of those done.
"""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from opshandover.document.identity import item_keys
from opshandover.document.walk import records_in
from opshandover.layout.headings import heading
from opshandover.layout.words.labels import (
    BREAKDOWN,
    COVERAGE,
    NO_TASKS,
    TASKS_DONE,
)
from opshandover.layout.words.short import name_of, person_name, plain_paragraph, text_table
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.goals import Goal
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Block, Run, derived
from opshandover.text import Lang

FEWEST = 2
"""The minimum number of goals for an overview."""


@frozen(kw_only=True)
class _GoalTasks:
    """A goal with its tasks: its own and those of other sections that name it."""

    goal: Goal
    tasks: tuple[Task, ...]

    @property
    def done(self) -> int:
        return sum(not task.open for task in self.tasks)


def breakdown_blocks(
    goals: Sequence[tuple[Goal, Sequence[Task]]], document: OpsDocument, lang: Lang
) -> tuple[Block, ...]:
    """Return a table of the tasks of each goal, with a sentence; nothing if no goal has tasks.

    Args:
        goals: the goals of one section, each with further tasks that serve it.
        document: the document, of which all tasks that name a goal are counted.
        lang: the language of the labels.
    """
    if len(goals) < FEWEST:
        return ()
    records = list(records_in(document, Task))
    items = {id(task): key for key, (_, task) in zip(item_keys(records), records, strict=True)}
    elsewhere = _by_goal(task for _, task in records)
    broken = [_GoalTasks(goal=goal, tasks=_tasks_of(goal, more, elsewhere, items)) for goal, more in goals]
    covered = [one for one in broken if one.tasks]
    if not covered:
        return ()
    said = COVERAGE[lang].format(number=len(covered), all=len(broken))
    labels = field_map(Goal)
    columns = ((Goal.label[lang], 34), (labels["owner"].label[lang], 14), (TASKS_DONE[lang], 18))
    table = text_table(columns, [_row(one, lang) for one in broken])
    return derived(heading(BREAKDOWN[lang], 2), plain_paragraph(Run(text=said)), table)


def _row(one: _GoalTasks, lang: Lang) -> tuple[str, ...]:
    name, owner = name_of(one.goal, lang), person_name(one.goal.owner)
    if not one.tasks:
        return name, owner, NO_TASKS[lang]
    return name, owner, f"{one.done} / {len(one.tasks)}"


def _by_goal(tasks: Iterable[Task]) -> Mapping[str, Sequence[Task]]:
    found: dict[str, list[Task]] = {}
    for task in tasks:
        if task.goal.strip():
            found.setdefault(task.goal.strip(), []).append(task)
    return found


def _tasks_of(
    goal: Goal, more: Sequence[Task], elsewhere: Mapping[str, Sequence[Task]], items: Mapping[int, str]
) -> tuple[Task, ...]:
    """The tasks of a goal; one that is listed twice is counted once, by what `items` says of each record."""
    tasks = (*goal.tasks, *more, *elsewhere.get(goal.statement.strip(), ()))
    return tuple({items[id(task)]: task for task in tasks}.values())
