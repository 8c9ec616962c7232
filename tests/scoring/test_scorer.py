"""The score of documents whose points can be worked out by hand."""

from datetime import date
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest
from tests.scoring.filling import full_document, profile_with

from opshandover.errors import ContentError, UnknownNameError
from opshandover.model.base import NotApplicable, Nothing, Period
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.tasks import Overview, Task, TaskStatus, WorkProgress
from opshandover.profiles.profile import HEADER
from opshandover.profiles.registry import all_profiles
from opshandover.scoring import Scorecard, score
from opshandover.scoring.table import table_of

TRIAL = profile_with({HEADER: 20, "work_progress": 80}, {"title": 3, "prepared_on": 1})
TASK = Task(title="上线活动页", status=TaskStatus.DONE, progress=100, owner=Person(name="周岩"))


def document(**sections: Any) -> OpsDocument:
    """A document with a full header and these sections."""
    head = OpsDocument(profile="trial", title="运营交接", prepared_on=date(2026, 8, 1))
    return attrs.evolve(head, **sections)


def steps(card: Scorecard) -> list[tuple[str, object, int]]:
    """The path, gain and effort of each step."""
    return [(step.path, step.gain, step.effort) for step in card.next_steps]


def test_the_points_of_each_leaf() -> None:
    """The shares of the profile go down to the leaves by their weights."""
    assert table_of(TRIAL).shares() == {
        "title": 15,
        "prepared_on": 5,
        "work_progress.summary": 16,
        "work_progress.tasks.title": Fraction(48 * 3, 10),
        "work_progress.tasks.status": Fraction(48 * 3, 10),
        "work_progress.tasks.progress": Fraction(48, 10),
        "work_progress.tasks.owner.name": Fraction(48 * 3, 10),
        "work_progress.next_steps": 16,
    }


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


def test_plain_texts_and_their_placeholders() -> None:
    """A list of texts earns the mean over those that say something."""
    profile = profile_with({"overview": 100}, {"overview.ongoing": 0, "overview.events": 0})
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


def test_a_header_without_weights_needs_more_than_its_profile() -> None:
    """The profile stands in every document, so it earns nothing."""
    profile = profile_with({HEADER: 100}, {"title": 0, "prepared_on": 0})
    card = score(OpsDocument(profile="trial"), profile)
    assert (card.score, card.sections[0].missing) == (0, (HEADER,))
    assert score(OpsDocument(profile="trial", department="客服部"), profile).score == 100


def test_a_record_without_weights_is_one_leaf() -> None:
    """It is empty until anything in it is given, and then full."""
    weights = {"work_progress.tasks.owner.name": 0, "work_progress.summary": 0}
    profile = profile_with({"work_progress": 100}, weights | {"work_progress.next_steps": 0})
    for owner, exact in ((None, 70), (Person(), 70), (Person(phone="8001"), 100)):
        tasks = (attrs.evolve(TASK, owner=owner),)
        card = score(document(work_progress=WorkProgress(tasks=tasks)), profile)
        assert card.exact == exact
    missing = document(work_progress=WorkProgress(tasks=(attrs.evolve(TASK, owner=Person()),)))
    assert steps(score(missing, profile)) == [("work_progress.tasks[0].owner", 30, 3)]


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


@pytest.mark.parametrize("path", ["work_progres.tasks", "work_progress.tasks.titel", "title.x"])
def test_weights_of_fields_that_there_are_not(path: str) -> None:
    """A slip in a profile is said, not passed over."""
    with pytest.raises(UnknownNameError, match=path):
        score(document(), profile_with({"work_progress": 100}, {path: 1}))


def test_sections_that_there_are_not() -> None:
    """A profile cannot ask for a section that no document holds."""
    with pytest.raises(UnknownNameError, match="did you mean 'risks'"):
        score(document(), profile_with({"risk": 100}))


def test_the_built_in_profiles() -> None:
    """Each measures an empty document low and a full one 100, by the profile it names."""
    for profile in all_profiles():
        assert score(full_document(profile)).score == 100
        empty = score(OpsDocument(profile=profile.name))
        assert (empty.score, empty.scored_on) == (0, 100)
        assert sum(step.gain for step in empty.next_steps) == 100
    assert len({score(OpsDocument(profile=p.name)).scoring_id for p in all_profiles()}) == len(all_profiles())


def test_the_id_knows_which_leaf_has_which_share() -> None:
    """Two fields that swap their weights make another table; the order of sections does not."""
    names = ("title", "department", "prepared_on")
    one, swapped, turned = (
        score(document(), profile_with(sections, dict(zip(names, weights, strict=True)))).scoring_id
        for sections, weights in (
            ({HEADER: 40, "issues": 60}, (3, 1, 0)),
            ({HEADER: 40, "issues": 60}, (1, 3, 0)),
            ({"issues": 60, HEADER: 40}, (3, 1, 0)),
        )
    )
    assert one != swapped
    assert one == turned


def test_a_document_that_a_program_built_wrongly() -> None:
    """Values that no field allows are named, not scored."""
    with pytest.raises(ContentError, match="title"):
        score(document(title=7), TRIAL)


def test_an_unknown_profile() -> None:
    """A document of an unknown kind cannot be scored."""
    with pytest.raises(UnknownNameError, match="trial"):
        score(OpsDocument(profile="trial"))


def test_as_data() -> None:
    """The card becomes plain data, with texts in the language asked for."""
    data = score(document(), TRIAL).as_data("en")
    assert data == {
        "score": 20,
        "scored_on": 100,
        "scoring_id": table_of(TRIAL).scoring_id,
        "sections": [
            {"key": HEADER, "weight": 20, "earned": 20, "missing": []},
            {"key": "work_progress", "weight": 80, "earned": 0, "missing": ["work_progress"]},
        ],
        "next": [{"path": "work_progress", "gain": 80.0, "hint": WorkProgress.hint.en}],
    }
    thirds = score(document(), profile_with({"risks": 1, "issues": 2})).as_data("zh")
    assert [step["gain"] for step in cast("Any", thirds["next"])] == [66.67, 33.33]


def test_five_thousand_tasks() -> None:
    """A document far beyond any real one is scored exactly."""
    tasks = tuple(Task(title=f"任务 {n}", progress=n % 150) for n in range(5000))
    card = score(document(work_progress=WorkProgress(tasks=tasks)), TRIAL)
    in_range = 3383
    assert card.exact == 20 + Fraction(48 * 3, 10) + Fraction(48, 10) * in_range / 5000
