"""The questions of a form are those that the declarations ask, in words that load."""

from typing import Any

import pytest

from opshandover.codec.asked import asked_fields, asked_header, asked_sections, is_asked
from opshandover.forms.questions import questions
from opshandover.model import OpsDocument, Task
from opshandover.model.fields import field_for_key, field_map, fields_of
from opshandover.model.header import Header
from opshandover.profiles import profile_named
from opshandover.profiles.registry import profile_names
from opshandover.text import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", profile_names())
def test_every_field_of_the_kind_can_be_answered(kind: str, lang: Lang) -> None:
    """Each section of the kind and each field of its records has a question, under a key that a file may have."""
    profile = profile_named(kind)
    found = questions(profile, lang)
    fixed = [field_for_key(OpsDocument, key) for key in found["fixed"]]
    header = [field_for_key(OpsDocument, one["key"]) for one in found["header"]]
    assert {one.name for one in (*fixed, *header) if one} == set(field_map(Header))
    for about, section in zip(found["sections"], asked_sections(profile), strict=True):
        assert field_for_key(OpsDocument, about["key"]) == section
        told = found["types"][about["type"]]["fields"]
        assert [field_for_key(section.record, one["key"]) for one in told] == list(fields_of(section.record))
    for told in found["types"].values():
        assert all(one["type"] in found["types"] for one in told["fields"] if one["kind"] == "record")


def test_what_is_asked_is_shown_and_required_by_the_weights_of_the_kind() -> None:
    """A kind may ask less than the model, and a form asks the same as a starter."""
    profile = profile_named("shift_handover")
    found = questions(profile, "en")
    task = found["types"]["Task@work_progress.tasks"]["fields"]
    shown = [one["key"] for one in task if one.get("shown")]
    assert shown == [one.name for one in asked_fields(Task, "work_progress.tasks", profile)]
    assert {one["key"] for one in task if one.get("required")} == {"title", "status"}
    assert {one["key"] for one in found["header"] if one.get("required")} == {"giver", "receivers", "shift"}
    assert {one.name for one in asked_header(profile)} >= {"giver", "receivers", "shift"}


def test_only_required_fields_are_asked_where_room_is_short() -> None:
    """A field that the model wants in starters, though it is not required, is left out then."""
    wanted = [one for one in fields_of(Task) if one.spec.in_starter]
    profile = profile_named("daily_handover")
    assert wanted
    assert all(is_asked(one, one.name, profile) for one in wanted)
    assert not any(is_asked(one, one.name, profile, only_required=True) for one in wanted)


def test_known_values_stand_under_their_keys() -> None:
    """They are given by the names of fields."""
    given: dict[str, Any] = {"giver": {"姓名": "周岩"}}
    assert questions(profile_named("shift_handover"), "zh", given)["given"] == {"移交人": {"姓名": "周岩"}}
