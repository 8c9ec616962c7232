"""Score a document: get the table of weights, find the gaps, and sum up."""

from collections.abc import Sequence
from fractions import Fraction

from opshandover.arguments import ensure_argument
from opshandover.document.verify import ensure
from opshandover.model.document import OpsDocument
from opshandover.profiles.profile import Profile
from opshandover.profiles.registry import profile_of
from opshandover.profiles.subject import Subject
from opshandover.scoring import arithmetic
from opshandover.scoring.gaps import Gap, gaps_of, is_excluded
from opshandover.scoring.scorecard import NextStep, Scorecard, SectionScore
from opshandover.scoring.table import ScoredSection, table_of
from opshandover.text import Text


def score(document: OpsDocument, profile: Profile | None = None) -> Scorecard:
    """Score how complete a document is, and what to fill in next.

    Args:
        document: the document.
        profile: the profile to measure it by, if not the one that it names.

    Raises:
        ArgumentError: an argument is of another type, such as the name of a file.
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: the profile of the document is unknown, or gives a weight to an unknown
            section or field.
    """
    ensure(document)
    if profile is not None:
        ensure_argument(profile, Profile, "profile", _PROFILE, _LEAVE_IT)
    kind = profile or profile_of(document.profile)
    table = table_of(kind)
    gaps = {b.key: gaps_of(document, b) for b in table.sections if not is_excluded(document, b)}
    applicable = sum(section.weight for section in table.sections if section.key in gaps)
    exact = {
        section.key: arithmetic.rescaled(_earned(section, gaps[section.key]), applicable)
        for section in table.sections
        if section.key in gaps
    }
    total = sum(exact.values(), Fraction(0)) if exact else None
    return Scorecard(
        score=None if total is None else arithmetic.floored(total),
        exact=total,
        scored_on=applicable,
        scoring_id=table.scoring_id,
        sections=_sections(table.sections, gaps, exact, applicable),
        next_steps=_next_steps([gap for found in gaps.values() for gap in found], applicable),
        subject=Subject(document=document, kind=kind),
    )


_PROFILE = Text("文种对象（Profile）", "a kind of document (Profile)")
_LEAVE_IT = Text("省略时用文档自己的文种", "leave it out to use the document's own")


def _earned(section: ScoredSection, gaps: Sequence[Gap]) -> Fraction:
    return arithmetic.earned(section.weight, [gap.points for gap in gaps])


def _sections(
    sections: Sequence[ScoredSection], gaps: dict[str, list[Gap]], exact: dict[str, Fraction], applicable: int
) -> tuple[SectionScore, ...]:
    """The points of the sections in whole numbers that sum to the score.

    Ties are resolved by key, so that the order of a profile's sections does not matter. If sections do
    not apply, the weights of the others are rounded as well, each to no less than what it earned.
    """
    scored = sorted((section for section in sections if section.key in gaps), key=lambda b: b.key)
    weights = arithmetic.apportion([arithmetic.rescaled(b.weight, applicable) for b in scored])
    earned = arithmetic.apportion([exact[section.key] for section in scored])
    points = {
        section.key: (max(weight, shown), shown) for section, weight, shown in zip(scored, weights, earned, strict=True)
    }
    return tuple(_section(section, gaps.get(section.key, ()), *points.get(section.key, (0, 0))) for section in sections)


def _section(section: ScoredSection, gaps: Sequence[Gap], weight: int, earned: int) -> SectionScore:
    return SectionScore(
        key=section.key, label=section.label, weight=weight, earned=earned, missing=tuple(gap.path for gap in gaps)
    )


def _next_steps(gaps: Sequence[Gap], applicable: int) -> tuple[NextStep, ...]:
    """The gaps in the order of the greatest gain for the effort, ties in reading order."""
    gains = [arithmetic.rescaled(gap.points, applicable) for gap in gaps]
    order = arithmetic.by_gain_for_effort(gains, [gap.effort for gap in gaps])
    return tuple(
        NextStep(path=gaps[i].path, label=gaps[i].label, gain=gains[i], effort=gaps[i].effort, hint=gaps[i].hint)
        for i in order
    )
