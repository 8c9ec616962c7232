"""What is missing, in the order in which it is worth filling in."""

from attrs import evolve
from tests.scoring.filling import profile_with
from tests.scoring.trial import TASK, TRIAL, document, steps

from opshandover.model.tasks import TaskStatus, WorkProgress
from opshandover.profiles.profile import HEADER
from opshandover.scoring import score


def test_the_steps_in_order_of_gain_by_effort() -> None:
    """A list of short texts is worth more for its effort than a summary, a task more than both."""
    card = score(document(work_progress=WorkProgress()), TRIAL)
    assert steps(card) == [
        ("work_progress.next_steps", 16, 2),
        ("work_progress.tasks", 48, 9),
        ("work_progress.summary", 16, 4),
    ]
    card = score(document(), TRIAL)
    assert steps(card) == [("work_progress", 80, 16)]
    assert card.next_steps[0].label == WorkProgress.label


def test_what_is_done_needs_no_next_step() -> None:
    """A finished task earns what says how an open one goes on; what came of it is still asked."""
    weights = {"work_progress.tasks.due": 3, "work_progress.tasks.next_step": 3}
    fields = profile_with({HEADER: 20, "work_progress": 80}, weights)
    done = score(document(work_progress=WorkProgress(tasks=(TASK,))), fields)
    assert {"due", "next_step"}.isdisjoint(step.path.rpartition(".")[2] for step in done.next_steps)
    begun = score(document(work_progress=WorkProgress(tasks=(evolve(TASK, status=TaskStatus.IN_PROGRESS),))), fields)
    assert {"due", "next_step"} <= {step.path.rpartition(".")[2] for step in begun.next_steps}
