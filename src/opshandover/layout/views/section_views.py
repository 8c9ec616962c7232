"""Additional views at the end of a section, derived from its content."""

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


def section_view_blocks(section: object, document: OpsDocument, lang: Lang) -> tuple[Block, ...]:
    """Return the additional view of a section; nothing for most sections."""
    view = _VIEWS.get(type(section))
    return view(section, document, lang) if view else ()


_Blocks = tuple[Block, ...]


def _matrix(section: WorkPlan | WorkProgress, document: OpsDocument, lang: Lang) -> _Blocks:
    return matrix_blocks(section.tasks, document, lang)


def _goals(section: Goals, document: OpsDocument, lang: Lang) -> _Blocks:
    return breakdown_blocks([(goal, ()) for goal in section.items], document, lang)


def _goals_of_projects(section: Projects, document: OpsDocument, lang: Lang) -> _Blocks:
    """All tasks of a project with a single goal count for that goal."""
    goals = [
        (goal, project.tasks if len(project.goals) == 1 else ()) for project in section.items for goal in project.goals
    ]
    return breakdown_blocks(goals, document, lang)


_VIEWS: Mapping[type[object], Callable[[Any, OpsDocument, Lang], _Blocks]] = {
    Goals: _goals,
    Projects: _goals_of_projects,
    WorkProgress: _matrix,
    WorkPlan: _matrix,
}
"""The sections with an additional view."""
