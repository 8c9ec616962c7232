"""The weights of a kind of document: which leaves are scored, and what share each has.

The model's fields give the default weights and the profile overrides them. Each weight is read
here, once; whatever is scored walks over the parts made here.
"""

import hashlib
from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import frozen

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
    Kind.PROFILE: 1,
    Kind.INTEGER: 2,
    Kind.DECIMAL: 2,
    Kind.TEXT: 2,
    Kind.PROSE: 4,
    Kind.RECORD: 1,
    Kind.SECTION: 1,
}
"""How much work it is to fill one value; a record or section adds that of all scored in it."""

_HEADER_HINT = Text("谁在何时把什么交给谁", "Who hands what to whom, and when")


@frozen(kw_only=True, eq=False)
class Part:
    """One field that is scored, and its share of the record that holds it.

    `parts` are the fields scored inside, where it holds records; a record without any is a leaf.
    `effort` is that of filling the field once: the value, or one item of its list.
    """

    field: Field
    ratio: Fraction
    effort: int
    parts: "tuple[Part, ...]"


@frozen(kw_only=True, eq=False)
class Block:
    """The header or one section, with its points. `field` is `None` for the header."""

    key: str
    label: Text
    hint: Text
    weight: int
    effort: int
    field: Field | None
    parts: tuple[Part, ...]


@frozen(kw_only=True, eq=False)
class Table:
    """All that is scored in one kind of document, in the order of its profile."""

    blocks: tuple[Block, ...]

    def shares(self) -> dict[str, Fraction]:
        """Gives the points of each leaf by its dotted path without indexes.

        Fields of the header stand under their bare names, as in a file.
        """
        leaves: dict[str, Fraction] = {}
        for block in self.blocks:
            prefix = f"{block.key}." if block.field else ""
            whole = Fraction(block.weight)
            leaves |= dict(_leaves(block.parts, whole, prefix)) or {block.key: whole}
        return leaves

    @property
    def scoring_id(self) -> str:
        """Names the table: two scores can be compared if they were taken with one table."""
        lines = sorted(f"{path}={share}" for path, share in self.shares().items())
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _leaves(parts: tuple[Part, ...], whole: Fraction, prefix: str) -> Iterator[tuple[str, Fraction]]:
    for part in parts:
        path, share = prefix + part.field.name, arithmetic.part(whole, part.ratio)
        if part.parts:
            yield from _leaves(part.parts, share, f"{path}.")
        else:
            yield path, share


def table_of(profile: Profile) -> Table:
    """Draws up the table of a profile.

    Raises:
        UnknownNameError: the profile weighs a section or field that there is not.
    """
    sections = {f.name: f for f in section_fields(OpsDocument)}
    if unknown := unknown_in(profile):
        raise UnknownNameError(unknown)
    return Table(
        blocks=tuple(
            _block(key, share.weight, sections.get(key), profile.weights)
            for key, share in profile.sections.items()
            if share.weight > 0
        )
    )


def _block(key: str, weight: int, field: Field | None, weights: Mapping[str, int]) -> Block:
    inside = fields_of(field.record if field else Header)
    parts = _parts(inside, f"{key}." if field else "", weights)
    return Block(
        key=key,
        label=field.label if field else Header.label,
        hint=field.spec.hint if field else _HEADER_HINT,
        weight=weight,
        effort=_effort(Kind.SECTION, parts),
        field=field,
        parts=parts,
    )


def _parts(fields: tuple[Field, ...], prefix: str, weights: Mapping[str, int]) -> tuple[Part, ...]:
    """Gives the fields that have a weight, with the shares that they have of one record."""
    weighed = [(f, weights.get(prefix + f.name, f.spec.weight)) for f in fields]
    scored = [(field, weight) for field, weight in weighed if weight > 0]
    ratios = arithmetic.ratios([weight for _, weight in scored])
    return tuple(
        _part(field, ratio, f"{prefix}{field.name}.", weights) for (field, _), ratio in zip(scored, ratios, strict=True)
    )


def _part(field: Field, ratio: Fraction, prefix: str, weights: Mapping[str, int]) -> Part:
    inside = fields_of(field.record) if field.kind is Kind.RECORD else ()
    parts = _parts(inside, prefix, weights)
    return Part(field=field, ratio=ratio, effort=_effort(field.kind, parts), parts=parts)


def _effort(kind: Kind, parts: tuple[Part, ...]) -> int:
    """Gives the effort of filling one value and all that is scored in it.

    A record in which nothing is scored wants any of its fields, a short text as a rule.
    """
    if kind not in (Kind.RECORD, Kind.SECTION):
        return EFFORT[kind]
    return EFFORT[kind] + (sum(part.effort for part in parts) or EFFORT[Kind.TEXT])
