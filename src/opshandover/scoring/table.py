"""The weights of a kind of document: which leaves are scored, and the share of each.

The model's fields have the default weights and the profile overrides them. Each weight is read here,
once; scoring walks over the parts made here.
"""

import hashlib
from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import frozen

from opshandover.document.paths import child_path
from opshandover.errors import UnknownNameError
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, fields_of, section_fields
from opshandover.model.header import Header
from opshandover.profiles.checking import unknown_in
from opshandover.profiles.profile import Profile
from opshandover.scoring import arithmetic
from opshandover.text import Text

EFFORT = {
    Kind.BOOLEAN: 1,
    Kind.CHOICE: 1,
    Kind.DATE: 1,
    Kind.DATETIME: 1,
    Kind.WHEN: 1,
    Kind.PROFILE: 1,
    Kind.INTEGER: 2,
    Kind.DECIMAL: 2,
    Kind.TEXT: 2,
    Kind.PROSE: 4,
    Kind.RECORD: 1,
    Kind.SECTION: 1,
}
"""The effort of filling in one value; a record or section adds that of everything scored in it."""

_HEADER_HINT = Text("谁在何时把什么交给谁", "Who hands what to whom, and when")


@frozen(kw_only=True, eq=False)
class Part:
    """One scored field, and its points in a document with one record of each kind.

    `parts` are the scored fields of the records that it holds; a record without any is a leaf.
    `effort` is that of filling in the field once: the value, or one item of its list.
    """

    field: Field
    points: Fraction
    effort: int
    parts: "tuple[Part, ...]"


@frozen(kw_only=True, eq=False)
class ScoredSection:
    """The header or one section, with its points. `field` is `None` for the header."""

    key: str
    label: Text
    hint: Text
    weight: int
    effort: int
    field: Field | None
    parts: tuple[Part, ...]


@frozen(kw_only=True, eq=False)
class ScoreTable:
    """Everything that is scored in one kind of document, in the order of its profile."""

    sections: tuple[ScoredSection, ...]

    def shares(self) -> dict[str, Fraction]:
        """The points of each leaf by its dotted path without indexes.

        Fields of the header have no prefix, as in a file.
        """
        leaves: dict[str, Fraction] = {}
        for section in self.sections:
            path = section.key if section.field else ""
            leaves |= dict(_leaves(section.parts, path)) or {section.key: Fraction(section.weight)}
        return leaves

    @property
    def scoring_id(self) -> str:
        """The identifier of the table: two scores can be compared if theirs are equal."""
        lines = sorted(f"{path}={share}" for path, share in self.shares().items())
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _leaves(parts: tuple[Part, ...], parent: str) -> Iterator[tuple[str, Fraction]]:
    for part in parts:
        path = child_path(parent, part.field.name)
        if part.parts:
            yield from _leaves(part.parts, path)
        else:
            yield path, part.points


def table_of(profile: Profile) -> ScoreTable:
    """The table of a profile.

    Raises:
        UnknownNameError: the profile gives a weight to an unknown section or field.
    """
    sections = {f.name: f for f in section_fields(OpsDocument)}
    if unknown := unknown_in(profile):
        raise UnknownNameError(unknown)
    return ScoreTable(
        sections=tuple(
            _section(key, share.weight, sections.get(key), profile.weights)
            for key, share in profile.sections.items()
            if share.weight > 0
        )
    )


def _section(key: str, weight: int, field: Field | None, weights: Mapping[str, int]) -> ScoredSection:
    inside = fields_of(field.record if field else Header)
    parts = _parts(inside, Fraction(weight), key if field else "", weights)
    return ScoredSection(
        key=key,
        label=field.label if field else Header.label,
        hint=field.spec.hint if field else _HEADER_HINT,
        weight=weight,
        effort=_effort(Kind.SECTION, parts),
        field=field,
        parts=parts,
    )


def _parts(fields: tuple[Field, ...], whole: Fraction, parent: str, weights: Mapping[str, int]) -> tuple[Part, ...]:
    """The fields that have a weight, with their shares of the points of one record."""
    weighed = [(f, weights.get(child_path(parent, f.name), f.spec.weight)) for f in fields]
    scored = [(field, weight) for field, weight in weighed if weight > 0]
    ratios = arithmetic.ratios([weight for _, weight in scored])
    return tuple(
        _part(field, arithmetic.share_of(whole, ratio), child_path(parent, field.name), weights)
        for (field, _), ratio in zip(scored, ratios, strict=True)
    )


def _part(field: Field, points: Fraction, path: str, weights: Mapping[str, int]) -> Part:
    inside = fields_of(field.record) if field.kind is Kind.RECORD else ()
    parts = _parts(inside, points, path, weights)
    return Part(field=field, points=points, effort=_effort(field.kind, parts), parts=parts)


def _effort(kind: Kind, parts: tuple[Part, ...]) -> int:
    """The effort of filling in one value and everything scored in it.

    A record in which nothing is scored needs any one of its fields: usually a short text.
    """
    if kind not in (Kind.RECORD, Kind.SECTION):
        return EFFORT[kind]
    return EFFORT[kind] + (sum(part.effort for part in parts) or EFFORT[Kind.TEXT])
