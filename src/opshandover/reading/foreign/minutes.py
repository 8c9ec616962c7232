"""What minutes say of the time after a meeting: who does what by when, and what was settled."""

from collections.abc import Sequence

from opshandover.continuity.ledger import Found
from opshandover.model.communication import Decision, Meeting
from opshandover.model.fields import field_map
from opshandover.model.tasks import Task
from opshandover.reading.foreign.content import Content
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import INDEX, Draft, field_for
from opshandover.reading.foreign.homes import field_named
from opshandover.reading.foreign.leaves import Grid, Part, leaves_of
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.prose import markdown
from opshandover.reading.foreign.sections import Sections
from opshandover.text import message

_ACTIONS, _DECISIONS = field_map(Meeting)["actions"], field_map(Meeting)["decisions"]


def take_actions(context: Context, node: Node, parts: Sequence[Part], meeting: Draft) -> None:
    """Take parts as what is to be done after a meeting."""
    draft = Sections(context).section("work_progress")
    loose = Content(context, draft, field_map(draft.of)["tasks"], node)
    loose.take(parts)
    if loose.lines:
        loose.as_items(_ACTIONS.record)
    meeting.put(_ACTIONS, tuple(draft.values.get("tasks", [])))
    moved(parts, f"{meeting.path}.{_ACTIONS.name}")


def take_tables(context: Context, node: Node, meeting: Draft) -> list[Part]:
    """Take the tables below a heading that say who does what by when; the rest.

    A column of what was settled makes decisions, each with the topic beside it.
    """
    left: list[Part] = []
    for part in node.content:
        if not isinstance(part, Grid) or not _names_owners(part):
            left.append(part)
            continue
        take_actions(context, node, [_without_decisions(part, meeting)], meeting)
        said = message("这张表当作会议的行动项", "this table is taken for the actions of the meeting")
        first = next(leaves_of([part]), None)
        context.guess(first, f"{meeting.path}.{_ACTIONS.name}", 0.7, said)
    return left


def _names_owners(grid: Grid) -> bool:
    """Whether a table has columns for who does something, or by when, and for what that is."""
    heads = [leaf.text for leaf in grid.head if leaf.text]
    named = {found[0].name for head in heads if (found := field_for(Task, head))}
    return bool(named & {"owner", "due"}) and len(heads) > 1


def _without_decisions(grid: Grid, meeting: Draft) -> Grid:
    """A table without its column of decisions, which become those of the meeting."""
    named = [field_named(Meeting, leaf.text) for leaf in grid.head]
    at = next((at for at, one in enumerate(named) if one is _DECISIONS), 0)
    if not at:
        return grid
    main = next((at for at, leaf in enumerate(grid.head[:at]) if not INDEX.fullmatch(leaf.text)), 0)
    made: list[Decision] = []
    for row in grid.rows:
        content, topic = markdown(row[at]), " ".join(leaf.text for leaf in leaves_of(row[main]))
        if not content:
            continue
        path = f"{meeting.path}.{_DECISIONS.name}[{len(made)}]"
        between = ": " if topic.isascii() else "："
        made.append(Decision(content=f"{topic}{between}{content}" if topic else content))
        for leaf in leaves_of(row[at]):
            leaf.home(f"{path}.content", Found.GRID)
    meeting.put(_DECISIONS, tuple(made))
    head = grid.head[at]
    head.home(f"{meeting.path}.{_DECISIONS.name}", Found.GRID)
    head.known.append(head.text)
    rows = [[*row[:at], *row[at + 1 :]] for row in grid.rows]
    return Grid([*grid.head[:at], *grid.head[at + 1 :]], rows, grid.line)


def moved(parts: Sequence[Part], path: str) -> None:
    """Let the account of parts name the place to which they went in the end."""
    for leaf in leaves_of(parts):
        leaf.home(path)
        leaf.path = path
