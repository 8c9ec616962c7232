"""Finds what is missing in a document: every scored leaf, record, list or section that is empty."""

from fractions import Fraction
from typing import cast

from attrs import frozen

from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, field_map, fields_of
from opshandover.model.header import Header, Waiver
from opshandover.scoring import arithmetic
from opshandover.scoring.leaves import holds_anything, is_full
from opshandover.scoring.table import EFFORT, Block, Part
from opshandover.text import Text

_REASON = field_map(Nothing)["reason"]


@frozen
class Gap:
    """One thing that is missing: where, what, its points, and how much work it is to fill it."""

    path: str
    label: Text
    hint: Text
    points: Fraction
    effort: int


def is_left_out(document: OpsDocument, block: Block) -> bool:
    """Says whether the document leaves a section out on purpose, with a real reason."""
    value = getattr(document, block.key) if block.field else None
    return isinstance(value, NotApplicable) and is_full(value.reason, _REASON, value)


def gaps_of(document: OpsDocument, block: Block) -> list[Gap]:
    """Gives all that is missing in one section, in reading order; its points sum to what is lost.

    An absent section, record or list is one gap, filled by one full value: what would be in it
    cannot be asked for item by item. A section said to be empty lacks only the reason for that.
    One said not to apply, without a reason, is absent: a reason would not earn the points.
    """
    whole = Fraction(block.weight)
    value: object = getattr(document, block.key) if block.field else document
    match value:
        case Nothing():
            if is_full(value.reason, _REASON, value):
                return []
            path = f"{block.key}.{_REASON.name}"
            effort = EFFORT[_REASON.kind]
            return [Gap(path, _REASON.label, _REASON.spec.hint, whole, effort)]
        case Record() if not isinstance(value, NotApplicable):
            return _inside(value, block, whole)
        case _:
            return [Gap(block.key, block.label, block.hint, whole, block.effort)]


def _inside(record: Record, block: Block, whole: Fraction) -> list[Gap]:
    found: list[Gap] = []
    if block.parts:
        _search(record, block.parts, whole, f"{block.key}." if block.field else "", found)
    elif not holds_anything(record, _counting(type(record) if block.field else Header)):
        found.append(Gap(block.key, block.label, block.hint, whole, block.effort))
    return found


def _counting(cls: type[Record]) -> tuple[Field, ...]:
    """Gives the fields that make a record one that holds something; a waiver gives no points."""
    return tuple(field for field in fields_of(cls) if field.type is not Waiver)


def _search(record: Record, parts: tuple[Part, ...], whole: Fraction, prefix: str, found: list[Gap]) -> None:
    """Adds what is missing in the scored fields of one record."""
    for part in parts:
        path, points = prefix + part.field.name, arithmetic.part(whole, part.ratio)
        value: object = getattr(record, part.field.name)
        if not part.field.many:
            _look(value, record, part, points, path, found=found)
        elif items := cast("tuple[object, ...]", value):
            points = arithmetic.each(points, len(items))
            for i, item in enumerate(items):
                _look(item, record, part, points, f"{path}[{i}]", found=found)
        else:
            found.append(_gap(path, part, points))


def _look(value: object, owner: Record, part: Part, points: Fraction, path: str, *, found: list[Gap]) -> None:
    """Adds what is missing in one value."""
    if part.parts and isinstance(value, Record):
        _search(value, part.parts, points, f"{path}.", found)
    elif not is_full(value, part.field, owner):
        found.append(_gap(path, part, points))


def _gap(path: str, part: Part, points: Fraction) -> Gap:
    return Gap(path, part.field.label, part.field.spec.hint, points, part.effort)
