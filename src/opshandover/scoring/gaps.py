"""What is missing in a document: every scored leaf, record, list or section that is empty."""

from fractions import Fraction
from typing import cast

from attrs import frozen

from opshandover.document.paths import child_path
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, field_map, fields_of
from opshandover.model.header import Header, Waiver
from opshandover.model.items import OpenItem
from opshandover.scoring import arithmetic
from opshandover.scoring.leaves import is_any_filled, is_filled
from opshandover.scoring.table import EFFORT, Part, ScoredSection
from opshandover.text import Text

_WHILE_OPEN = frozenset(field_map(OpenItem))
"""The fields that say how an item goes on: due date, next step, new owner."""
_REASON = field_map(Nothing)["reason"]


@frozen
class Gap:
    """One thing that is missing: path, label, points, and the effort of filling it in."""

    path: str
    label: Text
    hint: Text
    points: Fraction
    effort: int


def is_excluded(document: OpsDocument, section: ScoredSection) -> bool:
    """Whether the document declares a section not applicable, with a real reason."""
    value = getattr(document, section.key) if section.field else None
    return isinstance(value, NotApplicable) and is_filled(value.reason, _REASON, value)


def gaps_of(document: OpsDocument, section: ScoredSection) -> list[Gap]:
    """All that is missing in one section, in reading order; its points sum to what is lost.

    An absent section, record or list is one gap, closed by one complete value: its contents cannot be
    asked for one by one. A section with nothing to report lacks only the reason for that. A section
    that does not apply, without a reason, is absent: a reason would not earn its points.
    """
    whole = Fraction(section.weight)
    value: object = getattr(document, section.key) if section.field else document
    match value:
        case Nothing():
            if is_filled(value.reason, _REASON, value):
                return []
            path = child_path(section.key, _REASON.name)
            effort = EFFORT[_REASON.kind]
            return [Gap(path, _REASON.label, _REASON.spec.hint, whole, effort)]
        case Record() if not isinstance(value, NotApplicable):
            return _record_gaps(value, section, whole)
        case _:
            return [Gap(section.key, section.label, section.hint, whole, section.effort)]


def _record_gaps(record: Record, section: ScoredSection, whole: Fraction) -> list[Gap]:
    found: list[Gap] = []
    if section.parts:
        _add_record(record, section.parts, 1, section.key if section.field else "", found)
    elif not is_any_filled(record, _content_fields(type(record) if section.field else Header)):
        found.append(Gap(section.key, section.label, section.hint, whole, section.effort))
    return found


def _content_fields(cls: type[Record]) -> tuple[Field, ...]:
    """The fields that give a record content; a waiver gives no points."""
    return tuple(field for field in fields_of(cls) if field.type is not Waiver)


def _add_record(record: Record, parts: tuple[Part, ...], count: int, parent: str, found: list[Gap]) -> None:
    """Add what is missing in the scored fields of one record; of one that is done, not what is asked of open items.

    Args:
        record: the record.
        parts: its scored fields.
        count: how many records share the points of these fields: the product of the lengths of all lists above.
        parent: the path of the record.
        found: what is added to.
    """
    settled = isinstance(record, OpenItem) and not record.open
    for part in parts:
        if settled and part.field.name in _WHILE_OPEN:
            continue
        path = child_path(parent, part.field.name)
        value: object = getattr(record, part.field.name)
        if not part.field.many:
            _add_value(value, record, part, count, path, found=found)
        elif items := cast("tuple[object, ...]", value):
            for i, item in enumerate(items):
                _add_value(item, record, part, count * len(items), child_path(path, i), found=found)
        else:
            found.append(_gap(path, part, count))


def _add_value(value: object, owner: Record, part: Part, count: int, path: str, *, found: list[Gap]) -> None:
    """Add what is missing in one value."""
    if part.parts and isinstance(value, Record):
        _add_record(value, part.parts, count, path, found)
    elif not is_filled(value, part.field, owner):
        found.append(_gap(path, part, count))


def _gap(path: str, part: Part, count: int) -> Gap:
    points = arithmetic.per_item(part.points, count)
    return Gap(path, part.field.label, part.field.spec.hint, points, part.effort)
