"""What a section shows beyond its fields: its content put together in another way."""

from collections.abc import Callable, Mapping
from typing import Any

from opshandover.layout.views.breakdown import breakdown_blocks
from opshandover.layout.views.matrix import matrix_blocks
from opshandover.model.document import OpsDocument
from opshandover.model.goals import Goals
from opshandover.model.planning import WorkPlan
from opshandover.model.projects import Projects
from opshandover.model.tasks import WorkProgress
from opshandover.pages.blocks import Block
from opshandover.text import Lang


def added_blocks(section: object, document: OpsDocument, lang: Lang) -> tuple[Block, ...]:
    """Gives what is to stand at the end of a section of a document; mostly nothing."""
    add = _ADDED.get(type(section))
    return add(section, document, lang) if add else ()


_Blocks = tuple[Block, ...]


def _matrix(section: WorkPlan | WorkProgress, _document: OpsDocument, lang: Lang) -> _Blocks:
    return matrix_blocks(section.tasks, lang)


def _goals(section: Goals, document: OpsDocument, lang: Lang) -> _Blocks:
    return breakdown_blocks([(goal, ()) for goal in section.items], document, lang)


def _goals_of_projects(section: Projects, document: OpsDocument, lang: Lang) -> _Blocks:
    """The only goal of a project is served by all of the project's tasks."""
    goals = [
        (goal, project.tasks if len(project.goals) == 1 else ()) for project in section.items for goal in project.goals
    ]
    return breakdown_blocks(goals, document, lang)


_ADDED: Mapping[type[object], Callable[[Any, OpsDocument, Lang], _Blocks]] = {
    Goals: _goals,
    Projects: _goals_of_projects,
    WorkProgress: _matrix,
    WorkPlan: _matrix,
}
"""The sections that show something beyond their fields."""
