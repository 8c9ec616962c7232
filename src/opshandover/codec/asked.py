"""Which fields a kind of document asks people to fill in: the same in starters and in forms."""

from collections.abc import Sequence

from opshandover.document.paths import child_path
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Field, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles.profile import Profile
from opshandover.spec import Need

FIXED_BY_KIND = ("profile", "lang")
"""The fields of the header that the kind of a form decides."""


def is_asked(one: Field, path: str, profile: Profile, *, only_required: bool = False) -> bool:
    """Whether people are asked for a field at a path; `only_required` leaves out what the model wants beyond that."""
    weight = profile.weights.get(path)
    if weight is not None:
        return weight > Need.RECOMMENDED.value
    return one.spec.need is Need.REQUIRED or (one.spec.in_starter and not only_required)


def asked_fields(cls: type[Record], path: str, profile: Profile, *, only_required: bool = False) -> Sequence[Field]:
    """The fields of a record that people are asked for; the heaviest one if there is none."""
    fields = fields_of(cls)
    found = [f for f in fields if is_asked(f, child_path(path, f.name), profile, only_required=only_required)]
    return found or [max(fields, key=lambda f: f.spec.weight)]


def asked_header(profile: Profile) -> Sequence[Field]:
    """The fields of the header that people are asked for."""
    return [field for field in fields_of(Header) if profile.weights.get(field.name)]


def asked_sections(profile: Profile) -> Sequence[Field]:
    """The sections that a kind of document needs, in its order."""
    sections = {field.name: field for field in section_fields(OpsDocument)}
    return [sections[key] for key in profile.sections if key in sections]
