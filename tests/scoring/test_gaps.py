"""What is missing, in the order in which it is worth filling in."""

from tests.scoring.trial import TRIAL, document, steps

from opshandover.model.tasks import WorkProgress
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
