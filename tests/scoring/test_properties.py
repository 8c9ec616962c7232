"""The ten properties of the score, each for any document and any profile."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scoring.filling import (
    KEYS,
    PATHS,
    change_at,
    expected,
    fill,
    profile_with,
    profiles,
    with_values,
)
from tests.support.documents import FIRST_DAY, LAST_DAY, documents, values

from opshandover.document.walk import walk
from opshandover.model.base import NotApplicable, Nothing
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, section_fields
from opshandover.profiles.profile import HEADER, Profile
from opshandover.scoring import Scorecard, score
from opshandover.scoring.table import table_of
from opshandover.testing import a_full_document

Case = tuple[OpsDocument, Profile]

PLACEHOLDERS = (
    "",
    " \n",
    "无",
    "同上。",
    "（详见附件）",
    "TBD",
    "N/A",
    "lorem ipsum",
    "-",
    "……",
    "\x00",
)
SLOW = settings(
    max_examples=25,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draws a profile and a document that has some of its sections, in part or full."""
    profile = draw(profiles())
    keys = [key for key in profile.sections if key != HEADER]
    sections = draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    document = draw(documents(sections=sections))
    full = a_full_document(profile.name)
    for key in draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []:
        document = attrs.evolve(document, **{key: getattr(full, key)})
    if draw(st.booleans()):
        document = fill(document, HEADER)
    return document, profile


def exact(card: Scorecard) -> Fraction:
    """The exact score where there is one, and 100 where nothing applies."""
    return Fraction(100) if card.exact is None else card.exact


def change(document: OpsDocument, path: str, value: object) -> OpsDocument:
    """A copy with another value at `path`."""
    changed: OpsDocument = change_at(document, path, lambda old, field: value)
    return changed


@SLOW
@given(cases())
def test_property_1_from_0_to_100_or_none(case: Case) -> None:
    """The score lies from 0 to 100, and is `None` if and only if nothing applies."""
    document, profile = case
    card = score(document, profile)
    value = expected(document, profile)
    assert card.exact == value
    assert (card.score is None) is (value is None) is (card.scored_on == 0)
    if card.score is not None and card.exact is not None:
        assert 0 <= card.score <= 100
        assert card.score <= card.exact < card.score + 1
    no_work = NotApplicable(reason="本班次没有这项工作")
    nowhere: dict[str, NotApplicable] = dict.fromkeys(profile.sections, no_work)
    if nowhere.pop(HEADER, None) is None:
        assert score(with_values(document, nowhere), profile).score is None


@SLOW
@given(cases(), st.data())
def test_property_2_100_if_and_only_if_all_is_full(case: Case, data: st.DataObject) -> None:
    """A document scores 100 exactly when nothing is missing, and one empty leaf takes it below."""
    document, profile = case
    card = score(document, profile)
    missing = [path for section in card.sections for path in section.missing]
    assert (card.score in (100, None)) is (not missing)
    full = a_full_document(profile.name)
    assert score(full, profile).score == 100
    leaves = [p for p in table_of(profile).shares() if p in PATHS]
    if leaves:
        path = data.draw(st.sampled_from(leaves)).partition(".")[0]
        empty = getattr(OpsDocument(profile="trial"), path)
        assert score(attrs.evolve(full, **{path: empty}), profile).score in range(100)


@SLOW
@given(cases(), st.data())
def test_property_3_filling_never_lowers(case: Case, data: st.DataObject) -> None:
    """Whatever is put where something is missing, valid or not: the score does not fall."""
    document, profile = case
    before = score(document, profile)
    if not before.next_steps:
        return
    path = data.draw(st.sampled_from(before.next_steps)).path
    if path == HEADER:
        return

    def anything(old: object, field: Field) -> Any:
        return data.draw(values(field))

    after = score(change_at(document, path, anything), profile)
    assert exact(after) >= exact(before)


@SLOW
@given(cases())
def test_property_4_points_sum_to_the_score(case: Case) -> None:
    """Each missing thing is named once, and the points shown for the sections sum to the score."""
    document, profile = case
    card = score(document, profile)
    missing = [path for section in card.sections for path in section.missing]
    assert len(missing) == len(set(missing))
    assert sorted(missing) == sorted(step.path for step in card.next_steps)
    assert [section.key for section in card.sections] == list(profile.sections)
    assert sum(section.earned for section in card.sections) == (card.score or 0)
    if card.scored_on == 100:
        assert all(s.weight == profile.sections[s.key].weight for s in card.sections)
    for section in card.sections:
        assert 0 <= section.earned <= section.weight
    shares = table_of(profile).shares()
    assert sum(shares.values()) == 100


@SLOW
@given(cases(), st.data())
def test_property_5_not_applicable_equals_a_profile_without(case: Case, data: st.DataObject) -> None:
    """A section that does not apply counts as if the profile did not have it."""
    document, profile = case
    keys = [key for key in profile.sections if key != HEADER]
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    document = change(document, key, NotApplicable(reason="本岗位没有这项工作"))
    card = score(document, profile)
    rest = {k: share for k, share in profile.sections.items() if k != key}
    without = score(document, attrs.evolve(profile, sections=rest))
    assert card.score == without.score
    assert card.exact == without.exact
    assert card.scored_on == without.scored_on <= 100 - profile.sections[key].weight
    assert card.next_steps == without.next_steps
    assert tuple(s for s in card.sections if s.key != key) == without.sections
    shown = next(s for s in card.sections if s.key == key)
    assert (shown.weight, shown.earned, shown.missing) == (0, 0, ())
    for placeholder in ("无", ""):
        unsaid = score(change(document, key, NotApplicable(reason=placeholder)), profile)
        absent = score(change(document, key, None), profile)
        assert unsaid == absent


@SLOW
@given(cases(), st.sampled_from(PLACEHOLDERS))
def test_property_6_a_placeholder_equals_empty(case: Case, placeholder: str) -> None:
    """A placeholder, a blank or a bare “none” counts as if nothing stood there."""
    document, profile = case

    def texts_as(text: str) -> Scorecard:
        changed = document
        for node in walk(document, object):
            if isinstance(node.value, str) and node.path != "profile":
                changed = change(changed, node.path, text)
        return score(changed, profile)

    assert texts_as(placeholder) == texts_as("")
    keys = [key for key in profile.sections if key != HEADER]
    for absence in (Nothing, NotApplicable):
        said = with_values(document, {k: absence(reason=placeholder) for k in keys})
        absent = with_values(document, dict.fromkeys(keys))
        assert exact(score(said, profile)) == exact(score(absent, profile))


@SLOW
@given(cases(), st.randoms(use_true_random=False), st.integers(-9000, 9000))
def test_property_7_order_language_and_clock_do_not_matter(case: Case, random: Any, days: int) -> None:
    """Other orders of items and sections, another language and other days: the same score."""
    document, profile = case
    card = score(document, profile)

    def shuffled(value: Any) -> Any:
        if isinstance(value, tuple):
            items = [shuffled(item) for item in value]
            random.shuffle(items)
            return tuple(items)
        if isinstance(value, date):
            drawn = FIRST_DAY.year <= value.year <= LAST_DAY.year
            return value + timedelta(days=days) if drawn else value
        if attrs.has(type(value)):
            names = [a.name for a in attrs.fields(type(value))]
            return attrs.evolve(value, **{n: shuffled(getattr(value, n)) for n in reversed(names)})
        return value

    keys = list(profile.sections)
    random.shuffle(keys)
    weights = dict(reversed(list(profile.weights.items())))
    other = attrs.evolve(profile, sections={k: profile.sections[k] for k in keys}, weights=weights)
    again = score(shuffled(document), other)
    assert (again.score, again.exact, again.scored_on) == (card.score, card.exact, card.scored_on)
    assert again.scoring_id == card.scoring_id
    points = {s.key: (s.weight, s.earned, len(s.missing)) for s in card.sections}
    assert points == {s.key: (s.weight, s.earned, len(s.missing)) for s in again.sections}
    zh: Any = card.as_data("zh")
    en: Any = card.as_data("en")
    for step in (*zh["next"], *en["next"]):
        assert step.pop("hint")
    assert zh == en


@SLOW
@given(cases(), st.data())
def test_property_8_promised_gain_equals_actual_gain(case: Case, data: st.DataObject) -> None:
    """Each step adds what it promises, the best come first, and all of them lead to 100."""
    document, profile = case
    card = score(document, profile)
    worth = [step.gain / step.effort for step in card.next_steps]
    assert worth == sorted(worth, reverse=True)
    assert all(step.gain > 0 and step.effort > 0 for step in card.next_steps)
    if card.next_steps:
        step = data.draw(st.sampled_from(card.next_steps))
        assert exact(score(fill(document, step.path), profile)) == exact(card) + step.gain
    filled, sum_of_gains = document, exact(card)
    for step in card.next_steps:
        filled = fill(filled, step.path)
        sum_of_gains += step.gain
    assert exact(score(filled, profile)) == sum_of_gains == 100


@SLOW
@given(cases())
def test_property_9_repeating_a_list_changes_nothing(case: Case) -> None:
    """Each list 50 times over earns the same, and no section more than its share."""
    document, profile = case

    def repeated(value: Any) -> Any:
        if attrs.has(type(value)):
            names = [a.name for a in attrs.fields(type(value))]
            return attrs.evolve(value, **{n: repeated(getattr(value, n)) for n in names})
        return value * 50 if isinstance(value, tuple) else value

    card, again = score(document, profile), score(repeated(document), profile)
    assert (again.score, again.exact) == (card.score, card.exact)
    points = {s.key: (s.weight, s.earned) for s in card.sections}
    assert points == {s.key: (s.weight, s.earned) for s in again.sections}
    assert all(s.earned <= s.weight for s in again.sections)


@SLOW
@given(profiles(), st.data())
def test_property_10_the_id_changes_if_and_only_if_the_table_does(profile: Profile, data: st.DataObject) -> None:
    """Two profiles have one scoring id exactly when each leaf has the same share in both."""
    document = OpsDocument(profile="trial")
    paths = [p for p in PATHS if p.partition(".")[0] in profile.sections] or ["title"]
    path, weight = data.draw(st.sampled_from(paths)), data.draw(st.integers(0, 4))
    other = attrs.evolve(profile, weights={**profile.weights, path: weight})
    renamed = attrs.evolve(profile, name="renamed", handover=True)
    assert score(document, renamed).scoring_id == score(document, profile).scoring_id
    same_table = table_of(profile).shares() == table_of(other).shares()
    same_id = score(document, profile).scoring_id == score(document, other).scoring_id
    assert same_id is same_table
    first, *others = profile.sections
    if others:
        a, b = profile.sections[first].weight, profile.sections[others[0]].weight
        moved = {k: s.weight for k, s in profile.sections.items()} | {
            first: a + 1,
            others[0]: b - 1,
        }
        shifted = profile_with(moved, profile.weights)
        assert score(document, shifted).scoring_id != score(document, profile).scoring_id


def test_the_strategies_reach_all_sections() -> None:
    """The profiles are drawn from all that a document holds, so that no section is left untested."""
    assert set(KEYS) == {HEADER, *(f.name for f in section_fields(OpsDocument))}
    assert Kind.SECTION not in {f.kind for f in section_fields(OpsDocument) if f.many}
