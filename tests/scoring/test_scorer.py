"""The score of documents whose points can be worked out by hand."""

from datetime import date
from fractions import Fraction

import attrs
import pytest
from tests.scoring.filling import profile_with
from tests.scoring.trial import TASK, TRIAL, document, steps

from opshandover.errors import ContentError, UnknownNameError
from opshandover.model.base import NotApplicable, Nothing, Period
from opshandover.model.document import OpsDocument
from opshandover.model.tasks import Overview, Task, WorkProgress
from opshandover.profiles.profile import HEADER
from opshandover.profiles.registry import all_profiles
from opshandover.scoring import score
from opshandover.testing import a_full_document


def test_a_list_earns_the_mean_over_its_items() -> None:
    """One full task and one with a title alone: half of the list, and three tenths of the rest."""
    card = score(document(work_progress=WorkProgress(tasks=(TASK, Task(title="备货")))), TRIAL)
    assert card.exact == 20 + 24 + Fraction(24 * 3, 10) == Fraction(512, 10)
    assert card.score == 51
    assert [(s.key, s.weight, s.earned) for s in card.sections] == [
        (HEADER, 20, 20),
        ("work_progress", 80, 31),
    ]
    assert card.sections[1].missing == (
        "work_progress.summary",
        "work_progress.tasks[1].status",
        "work_progress.tasks[1].progress",
        "work_progress.tasks[1].owner",
        "work_progress.next_steps",
    )


def test_plain_texts_and_their_placeholders() -> None:
    """A list of texts earns the mean over those that say something."""
    others = {"overview.ongoing": 0, "overview.events": 0}
    profile = profile_with({"overview": 100}, {"overview.summary": 1, "overview.focus": 1, **others})
    overview = Overview(summary="平稳", focus=("", "会员日", "同上", "清库存"))
    card = score(OpsDocument(profile="trial", overview=overview), profile)
    assert card.exact == 75
    assert card.sections[0].missing == ("overview.focus[0]", "overview.focus[2]")


def test_nothing_and_not_applicable() -> None:
    """With a reason the one is full and the other leaves the sum; without, both are empty."""
    nothing = score(document(work_progress=Nothing(reason="本班没有新问题")), TRIAL)
    assert (nothing.score, nothing.scored_on) == (100, 100)
    bare = score(document(work_progress=Nothing(reason="无")), TRIAL)
    assert (bare.score, bare.scored_on) == (20, 100)
    assert steps(bare) == [("work_progress.reason", 80, 2)]
    left_out = score(document(work_progress=NotApplicable(reason="本岗位不带任务")), TRIAL)
    assert (left_out.score, left_out.scored_on) == (100, 20)
    assert [(s.key, s.weight, s.earned) for s in left_out.sections] == [
        (HEADER, 100, 100),
        ("work_progress", 0, 0),
    ]
    unsaid = score(document(work_progress=NotApplicable(reason="N/A")), TRIAL)
    assert (unsaid.score, unsaid.scored_on) == (20, 100)


def test_no_score_where_nothing_applies() -> None:
    """Neither 0 nor 100 is said of a document in which nothing counts."""
    left_out = document(work_progress=NotApplicable(reason="本岗位不带任务"))
    card = score(left_out, profile_with({"work_progress": 100}))
    assert (card.score, card.exact, card.scored_on, card.next_steps) == (None, None, 0, ())


def test_nearly_full_is_not_100() -> None:
    """One leaf among a hundred items keeps the score at 99."""
    tasks = (*[TASK] * 99, attrs.evolve(TASK, progress=101))
    progress = WorkProgress(summary="按计划", tasks=tasks, next_steps=("备货",))
    card = score(document(work_progress=progress), TRIAL)
    assert card.score == 99
    assert [s.path for s in card.next_steps] == ["work_progress.tasks[99].progress"]


def test_header_fields_stand_under_their_bare_names() -> None:
    """A profile weighs the header's fields, and those inside them, without a prefix."""
    profile = profile_with({HEADER: 100}, {"title": 0, "prepared_on": 0, "period": 1, "period.end": 1})
    start = document(period=Period(start=date(2026, 8, 1), end=date(2026, 7, 1)))
    card = score(start, profile)
    assert card.exact == 75
    assert card.sections[0].missing == ("period.end",)


def test_no_section_shows_more_than_its_weight() -> None:
    """Seven equal sections share 100 points, and five full ones 71: none shows 15 of 14."""
    keys = ["issues", "risks", "goals", "team", "notes", "review", "culture"]
    none = {key: Nothing(reason="本周没有新情况") for key in sorted(keys)[2:]}
    profile = profile_with(dict.fromkeys(keys, 10) | {"support": 30})
    other = profile_with(dict.fromkeys(reversed([*keys, "support"]), 10) | {"support": 30})
    part = document(support=NotApplicable(reason="不再提供支持"), **none)
    card, again = score(part, profile), score(part, other)
    assert (card.score, card.scored_on) == (71, 70)
    points = {s.key: (s.weight, s.earned) for s in card.sections}
    assert points == {s.key: (s.weight, s.earned) for s in again.sections}
    assert points["issues"] == (15, 15)
    assert [points[key] for key in sorted(keys)[3:]] == [(14, 14)] * 4
    assert [points[key] for key in sorted(keys)[:2]] == [(15, 0)] * 2


def test_optional_sections_are_not_scored() -> None:
    """A section without weight neither adds nor stands among the sections."""
    profile = attrs.evolve(TRIAL, sections={**TRIAL.sections, **profile_with({"risks": 0}).sections})
    assert score(document(), profile) == score(document(), TRIAL)


def test_the_built_in_profiles() -> None:
    """Each measures an empty document low and a full one 100, by the profile it names."""
    for profile in all_profiles():
        assert score(a_full_document(profile.name)).score == 100
        empty = score(OpsDocument(profile=profile.name))
        assert (empty.score, empty.scored_on) == (0, 100)
        assert sum(step.gain for step in empty.next_steps) == 100
    assert len({score(OpsDocument(profile=p.name)).scoring_id for p in all_profiles()}) == len(all_profiles())


def test_a_document_that_a_program_built_wrongly() -> None:
    """Values that no field allows are named, not scored."""
    with pytest.raises(ContentError, match="title"):
        score(document(title=7), TRIAL)


def test_an_unknown_profile() -> None:
    """A document of an unknown kind cannot be scored."""
    with pytest.raises(UnknownNameError, match="trial"):
        score(OpsDocument(profile="trial"))


def test_five_thousand_tasks() -> None:
    """A document far beyond any real one is scored exactly."""
    tasks = tuple(Task(title=f"任务 {n}", progress=n % 150) for n in range(5000))
    card = score(document(work_progress=WorkProgress(tasks=tasks)), TRIAL)
    in_range = 3383
    assert card.exact == 20 + Fraction(48 * 3, 10) + Fraction(48, 10) * in_range / 5000
