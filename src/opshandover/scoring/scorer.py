"""Scores a document: asks the table what counts, finds the gaps, and does the sums."""

from collections.abc import Sequence
from fractions import Fraction

from opshandover.document.verify import ensure
from opshandover.model.document import OpsDocument
from opshandover.profiles.profile import Profile
from opshandover.profiles.registry import profile_of
from opshandover.scoring import arithmetic
from opshandover.scoring.gaps import Gap, gaps_of, is_left_out
from opshandover.scoring.scorecard import NextStep, Scorecard, SectionScore
from opshandover.scoring.table import Block, table_of


def score(document: OpsDocument, profile: Profile | None = None) -> Scorecard:
    """Says how complete a document is, and what to fill next.

    Args:
        document: the document.
        profile: what it is measured by, if not by the profile that it names.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: nobody registered the profile that the document names, or the profile
            weighs a section or field that there is not.
    """
    ensure(document)
    table = table_of(profile or profile_of(document.profile))
    gaps = {b.key: gaps_of(document, b) for b in table.blocks if not is_left_out(document, b)}
    applicable = sum(block.weight for block in table.blocks if block.key in gaps)
    exact = {
        block.key: arithmetic.rescaled(_earned(block, gaps[block.key]), applicable)
        for block in table.blocks
        if block.key in gaps
    }
    total = sum(exact.values(), Fraction(0)) if exact else None
    return Scorecard(
        score=None if total is None else arithmetic.floored(total),
        exact=total,
        scored_on=applicable,
        scoring_id=table.scoring_id,
        sections=_sections(table.blocks, gaps, exact, applicable),
        next_steps=_next_steps([gap for found in gaps.values() for gap in found], applicable),
    )


def _earned(block: Block, gaps: Sequence[Gap]) -> Fraction:
    return arithmetic.earned(block.weight, [gap.points for gap in gaps])


def _sections(
    blocks: Sequence[Block],
    gaps: dict[str, list[Gap]],
    exact: dict[str, Fraction],
    applicable: int,
) -> tuple[SectionScore, ...]:
    """Puts the points into whole numbers, so that they sum to the score.

    Ties are settled by the key, so that the order of a profile's sections does not matter. Where
    sections do not apply, the weights of the others are rounded as well, each to no less than
    what is shown as earned.
    """
    scored = sorted((block for block in blocks if block.key in gaps), key=lambda b: b.key)
    weights = arithmetic.apportion([arithmetic.rescaled(b.weight, applicable) for b in scored])
    earned = arithmetic.apportion([exact[block.key] for block in scored])
    points = {
        block.key: (max(weight, shown), shown) for block, weight, shown in zip(scored, weights, earned, strict=True)
    }
    return tuple(_section(block, gaps.get(block.key, ()), *points.get(block.key, (0, 0))) for block in blocks)


def _section(block: Block, gaps: Sequence[Gap], weight: int, earned: int) -> SectionScore:
    return SectionScore(
        key=block.key,
        label=block.label,
        weight=weight,
        earned=earned,
        missing=tuple(gap.path for gap in gaps),
    )


def _next_steps(gaps: Sequence[Gap], applicable: int) -> tuple[NextStep, ...]:
    """Puts the gaps into the order in which filling them is worth most, ties in reading order."""
    gains = [arithmetic.rescaled(gap.points, applicable) for gap in gaps]
    order = arithmetic.most_worth_first(gains, [gap.effort for gap in gaps])
    return tuple(
        NextStep(
            path=gaps[i].path,
            label=gaps[i].label,
            gain=gains[i],
            effort=gaps[i].effort,
            hint=gaps[i].hint,
        )
        for i in order
    )
