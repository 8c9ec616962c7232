"""What a starter can fill in by itself: from an earlier document, and from a team's defaults.

At the next handover the roles turn: who received hands over, and the shift that took over ends.
"""

import re
from collections.abc import Mapping
from typing import Any

import attrs

from opshandover.codec.names import Naming, key_for
from opshandover.codec.plain import plain
from opshandover.document.people import same_person
from opshandover.document.required import empty
from opshandover.model import Contacts, OpsDocument, Person, Systems, Team
from opshandover.model.fields import Kind, field_map, filled_values
from opshandover.profiles.profile import Profile

Values = Mapping[str, Any]
"""Values of a document by the names of their fields."""
_AS_THEY_ARE = ("organisation", "department", "supervisor", "contacts", "systems", "team")
_OF_HANDOVERS = ("giver", "receivers", "witness", "supervisor", "shift", "next_shift")
"""The fields of the header that only handovers have use for."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d):00")


def taken_from(earlier: OpsDocument) -> Values:
    """What the document after an earlier one can take over from it.

    One of several receivers may be the next giver, so none is taken; who wrote a handover is not who writes the next.
    """
    values: dict[str, Any] = {name: getattr(earlier, name) for name in _AS_THEY_ARE}
    values["shift"] = earlier.next_shift
    if len(earlier.receivers) == 1:
        values["giver"] = earlier.receivers[0]
    if earlier.giver is None:
        values["prepared_by"] = earlier.prepared_by
    if isinstance(earlier.systems, Systems):
        values["systems"] = _untransferred(earlier.systems)
    sections = (Contacts, Systems, Team)
    return {
        name: value
        for name, value in values.items()
        if not empty(value) and (field_map(OpsDocument)[name].kind is not Kind.SECTION or isinstance(value, sections))
    }


def _untransferred(systems: Systems) -> Systems:
    """The systems without what was said of the earlier receiver: that they can log in, and were trained."""
    return attrs.evolve(
        systems,
        items=tuple(
            attrs.evolve(
                system,
                receiver_trained=None,
                credentials=tuple(
                    attrs.evolve(one, transferred=None, transferred_on=None) for one in system.credentials
                ),
            )
            for system in systems.items
        ),
    )


def fitting(values: Values, profile: Profile) -> Values:
    """Those of some values that a kind of document has use for: nobody hands over to themselves."""
    fields = field_map(OpsDocument)
    kept = {
        name: value
        for name, value in values.items()
        if (name in profile.sections or fields[name].kind is not Kind.SECTION)
        and (profile.handover or name not in _OF_HANDOVERS)
        and (name != "shift" or not profile.departure)
    }
    giver = kept.get("giver")
    if isinstance(giver, Person) and "receivers" in kept:
        kept["receivers"] = tuple(person for person in kept["receivers"] if not same_person(person, giver))
    return kept


def as_plain(values: Values, profile: Profile, naming: Naming) -> Mapping[str, object]:
    """Values as plain data by the names of their fields, with keys and choices inside as files have them."""
    document = OpsDocument(profile=profile.name, **values)
    data = plain(document, naming, brief=True)
    named = {field.name: data.get(key_for(field, naming)) for field, _ in filled_values(document)}
    return {name: _short(value, naming) for name, value in named.items() if name in values and value is not None}


def _short(value: Any, naming: Naming) -> Any:
    """Plain data as people write it: moments without seconds, and in Chinese yes and no."""
    match value:
        case {**fields}:
            return {key: _short(one, naming) for key, one in fields.items()}
        case [*items]:
            return [_short(one, naming) for one in items]
        case bool() if naming == "zh":
            return "是" if value else "否"
        case str() if found := _MOMENT.fullmatch(value):
            return found[1]
        case _:
            return value
