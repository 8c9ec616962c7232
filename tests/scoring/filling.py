"""Helpers for tests of the score: filling one place of a document, and an oracle of the score."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, cast

import attrs
from hypothesis import strategies as st

from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, field_map, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles.profile import HEADER, Profile, Share
from opshandover.scoring.leaves import is_filled
from opshandover.spec import Need
from opshandover.testing.samples import full_value
from opshandover.text import Text

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")
_SECTIONS = {f.name: f for f in section_fields(OpsDocument)}

Change = Callable[[object, Field], object]


def with_values(document: OpsDocument, values: Mapping[str, Any]) -> OpsDocument:
    """A copy in which these fields hold other values."""
    return attrs.evolve(document, **values)


def change_at(root: Record, path: str, change: Change) -> Any:
    """A copy in which the value at `path` was passed through `change(value, field)`."""
    head, _, rest = path.partition(".")
    match = _STEP.fullmatch(head)
    assert match
    name, index = match[1], match[2]
    field, value = field_map(type(root))[name], getattr(root, name)
    if index is None:
        new = change_at(value, rest, change) if rest else change(value, field)
    else:
        items = list(value)
        item = items[int(index)]
        one = attrs.evolve(field, many=False)
        items[int(index)] = change_at(item, rest, change) if rest else change(item, one)
        new = tuple(items)
    return attrs.evolve(root, **{name: new})


def fill(document: OpsDocument, path: str) -> OpsDocument:
    """A copy in which what stands at `path` is full; `header` fills the whole header."""
    if path == HEADER:
        header = {f.name: full_value(f) for f in fields_of(Header) if f.name != "profile"}
        return attrs.evolve(document, **header)
    return cast("OpsDocument", change_at(document, path, lambda _, field: full_value(field)))


def expected(document: OpsDocument, profile: Profile) -> Fraction | None:
    """Works out the score from the bottom up: weighted means of means, where the scorer subtracts."""
    earned, applicable = Fraction(0), 0
    for key, share in profile.sections.items():
        value: Any = document if key == HEADER else getattr(document, key)
        if isinstance(value, NotApplicable) and is_filled(value.reason, _reason(), value):
            continue
        applicable += share.weight
        if isinstance(value, Nothing):
            earned += share.weight * is_filled(value.reason, _reason(), value)
        elif isinstance(value, Record) and not isinstance(value, NotApplicable):
            fields = fields_of(Header if key == HEADER else type(value))
            prefix = "" if key == HEADER else f"{key}."
            earned += share.weight * _quota(value, fields, prefix, profile.weights)
    return earned * 100 / applicable if applicable else None


def _reason() -> Field:
    return field_map(Nothing)["reason"]


def _quota(record: Record, fields: tuple[Field, ...], prefix: str, weights: Mapping[str, int]) -> Fraction:
    """How full a record is, from 0 to 1."""
    weighed = {f: weights.get(prefix + f.name, f.spec.weight) for f in fields}
    total = sum(weighed.values())
    if not total:
        quotas = [
            is_filled(item, f, record) for f in fields if f.default is not attrs.NOTHING for item in _items(record, f)
        ]
        return Fraction(any(quotas))
    return sum(
        (
            Fraction(weight, total) * _mean(record, f, f"{prefix}{f.name}.", weights)
            for f, weight in weighed.items()
            if weight
        ),
        Fraction(0),
    )


def _items(record: Record, field: Field) -> tuple[object, ...]:
    value = getattr(record, field.name)
    return value if field.many else (value,)


def _mean(record: Record, field: Field, prefix: str, weights: Mapping[str, int]) -> Fraction:
    items = _items(record, field)
    quotas = [
        _quota(item, fields_of(type(item)), prefix, weights)
        if isinstance(item, Record)
        else Fraction(is_filled(item, field, record))
        for item in items
    ]
    return sum(quotas, Fraction(0)) / len(items) if items else Fraction(0)


def _paths(cls: type[Record], prefix: str = "", depth: int = 3) -> list[str]:
    """Lists the dotted paths of a class's fields, some levels deep."""
    paths: list[str] = []
    for field in fields_of(cls):
        paths.append(prefix + field.name)
        if field.kind in (Kind.RECORD, Kind.SECTION) and depth > 1:
            paths += _paths(field.record, f"{prefix}{field.name}.", depth - 1)
    return paths


KEYS = (HEADER, *_SECTIONS)
PATHS = [p for p in _paths(OpsDocument) if p not in (*_SECTIONS, "extra", "profile")]


@st.composite
def profiles(draw: st.DrawFn, keys: tuple[str, ...] = KEYS) -> Profile:
    """Draws a profile of one to six sections, whose weights sum to 100 in any way."""
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=6, unique=True))
    cuts = draw(st.sets(st.integers(1, 99), min_size=len(chosen) - 1, max_size=len(chosen) - 1))
    edges = [0, *sorted(cuts), 100]
    shares = [b - a for a, b in pairwise(edges)]
    inside = [p for p in PATHS if p.partition(".")[0] in chosen or HEADER in chosen]
    inside = [p for p in inside if p.partition(".")[0] in chosen or "." not in p]
    paths = st.sampled_from(inside)
    weights = draw(st.dictionaries(paths, st.integers(0, 13), max_size=6)) if inside else {}
    return profile_with(dict(zip(chosen, shares, strict=True)), weights)


def profile_with(sections: Mapping[str, int], weights: Mapping[str, int] | None = None) -> Profile:
    """A profile with these sections and weights."""
    return Profile(
        name="trial",
        label=Text("试验文种", "Trial"),
        short=Text("试验", "Trial"),
        purpose=Text("只用于测试", "For tests alone"),
        handover=False,
        sections={key: Share(Need.REQUIRED, weight) for key, weight in sections.items()},
        weights=dict(weights or {}),
    )
