"""How complete a document is: a score from 0 to 100, where it comes from, and what to do next."""

from opshandover.scoring.scorecard import NextStep, Scorecard, SectionScore
from opshandover.scoring.scorer import score

__all__ = ["NextStep", "Scorecard", "SectionScore", "score"]
