"""The questions of a form: what a kind of document asks, as plain data for a program that shows it."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from opshandover.codec.asked import FIXED_BY_KIND, asked_fields, asked_header, asked_sections, is_asked
from opshandover.codec.names import label_or_name
from opshandover.codec.starter_lines import StarterWriter
from opshandover.codec.versions import SCHEMA_VERSION, VERSION_KEY, VERSION_LABEL
from opshandover.document.paths import child_path
from opshandover.model import OpsDocument, Person, Record
from opshandover.model.fields import Field, Kind, field_map, fields_of, main_field
from opshandover.model.header import Header
from opshandover.profiles.profile import Profile
from opshandover.spec import Need
from opshandover.text import Lang

_RECORDS = (Kind.RECORD, Kind.SECTION)


def questions(profile: Profile, lang: Lang, given: Mapping[str, object] | None = None) -> Mapping[str, Any]:
    """All that a form has to know of a kind of document, as data for JSON.

    Fields and choices are written as in a file: by labels in Chinese, by names in English. Each class of records has its
    fields under `types`; a class has several entries where the kind asks different things of it in different places.

    Args:
        profile: the kind of document.
        lang: the language of labels and explanations.
        given: the values of header fields and sections that are known already, as plain data by field name.
    """
    asking = _Asking(profile=profile, lang=lang, given=given or {})
    header = field_map(Header)
    asked = asked_header(profile)
    rest = [one for one in header.values() if one not in asked and one.name not in FIXED_BY_KIND]
    return {
        "profile": profile.name,
        "label": profile.label[lang],
        "purpose": profile.purpose[lang],
        "fixed": {
            label_or_name(VERSION_KEY, VERSION_LABEL, asking.naming): SCHEMA_VERSION,
            **{asking.key(header[name]): asking.known_header[name] for name in FIXED_BY_KIND},
        },
        "absences": asking.absences,
        "header": [
            *(asking.field(one, one.name, shown=True) for one in asked if one.name not in FIXED_BY_KIND),
            *(asking.field(one, one.name, shown=False) for one in rest),
        ],
        "sections": [asking.section(one) for one in asked_sections(profile)],
        "types": asking.types,
        "given": {asking.key(field_map(OpsDocument)[name]): value for name, value in (given or {}).items()},
    }


@define(kw_only=True)
class _Asking(StarterWriter):
    """Collects the classes of records that a form may need, each once; its keys are those of a starter."""

    types: dict[str, Any] = field(factory=dict[str, Any])

    def section(self, one: Field) -> dict[str, Any]:
        return {
            "key": self.key(one),
            "label": one.label[self.lang],
            "hint": one.spec.hint[self.lang],
            "required": self.profile.need(one.name) is Need.REQUIRED,
            "type": self.type(one.record, one.name),
        }

    def type(self, cls: type[Record], path: str) -> str:
        """The name of a class of records as it is asked for at a path; its fields are among the types from now on."""
        differs = any(key.startswith(f"{path}.") for key in self.profile.weights)
        name = f"{cls.__name__}@{path}" if differs else cls.__name__
        if name not in self.types:
            self.types[name] = {}  # known before its fields, which may hold records of the same class
            asked = fields_of(cls) if _is_of_header(cls, path) else asked_fields(cls, path, self.profile)
            main = main_field(cls)
            self.types[name] = {
                "label": cls.label[self.lang] if hasattr(cls, "label") else "",
                "main": self.key(main) if main else "",
                "fields": [self.field(one, child_path(path, one.name), shown=one in asked) for one in fields_of(cls)],
            }
        return name

    def field(self, one: Field, path: str, *, shown: bool) -> dict[str, Any]:
        """A field: how it is called and asked for; what does not apply is left out."""
        spec = one.spec
        told: dict[str, Any] = {
            "key": self.key(one),
            "label": one.label[self.lang],
            "hint": spec.hint[self.lang],
            "kind": "record" if one.kind in _RECORDS else one.kind.value,
            "many": one.many,
            "shown": shown,
            "required": self._is_required(one, path),
            "unit": spec.unit,
            "least": spec.ge,
            "most": spec.le,
            "flag": one.kind is Kind.BOOLEAN and one.default is False,
        }
        if one.kind is Kind.CHOICE:
            told["choices"] = [(label_or_name(c.value, c.label, self.naming), c.label[self.lang]) for c in one.choice]
        if one.kind in _RECORDS:
            told["type"] = self.type(one.record, path)
        return {name: value for name, value in told.items() if value not in (None, False, "")}

    def _is_required(self, one: Field, path: str) -> bool:
        weight = self.profile.weights.get(path, one.spec.weight)
        return weight >= Need.REQUIRED.value and is_asked(one, path, self.profile)


def _is_of_header(cls: type[Record], path: str) -> bool:
    """Whether a record stands in the header, where all of it is asked for; of people, their names are enough."""
    return path in field_map(Header) and cls is not Person
