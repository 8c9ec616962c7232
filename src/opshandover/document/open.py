"""Whether a record is still open: the predicates shared by rules, views and exporters."""

from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Level
from opshandover.model.items import OpenItem
from opshandover.model.risks import Risk
from opshandover.model.routine import Question


def is_open(item: OpenItem) -> bool:
    """Whether an item still needs work."""
    return item.open


def is_high(risk: Risk) -> bool:
    """Whether a risk still exists and is high in likelihood or impact."""
    return risk.open and Level.HIGH in (risk.likelihood, risk.impact)


def is_undone(change: AccessChange) -> bool:
    """Whether an access right has yet to be granted, revoked or transferred."""
    return change.done_on is None


def is_out(asset: Asset) -> bool:
    """Whether an asset has yet to be returned."""
    return asset.returned_on is None


def is_unanswered(question: Question) -> bool:
    """Whether a question has neither an answer nor a date on which it was answered."""
    return not question.answer.strip() and question.answered_on is None
