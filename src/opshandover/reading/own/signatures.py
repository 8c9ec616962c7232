"""The table of signatures, of which many lines only wait for one."""

from collections.abc import Mapping, Sequence
from typing import Any

from opshandover.layout.signoff import signers
from opshandover.layout.words.customary import Values
from opshandover.layout.words.labels import DATE_TO_WRITE, SIGN_HERE
from opshandover.layout.words.readable import field_labelled, numbered
from opshandover.model.choice import choice_for
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision
from opshandover.pages.blocks import Block, Cell, Paragraph, Quote, Table, text_of
from opshandover.reading.own.context import Context
from opshandover.reading.own.records import parts_of
from opshandover.reading.own.values import put
from opshandover.text import LANGUAGES

_SIGN_HERE = frozenset(SIGN_HERE[lang] for lang in LANGUAGES)
_TO_WRITE = frozenset(DATE_TO_WRITE[lang] for lang in LANGUAGES)


def is_table_of_signatures(block: Block) -> bool:
    """Whether a block is the table of signatures."""
    return isinstance(block, Table) and any(column.label in _SIGN_HERE for column in block.columns)


def read_signatures(
    table: Table, below: Sequence[Block], document: OpsDocument, context: Context
) -> tuple[Signature, ...]:
    """The signatures in a table, of which some opinions stand below; the document is that of the header."""
    roles = _roles(document)
    opinions = _opinions(below, len(table.rows), context)
    found: list[Signature] = []
    for number, row in enumerate(table.rows, start=1):
        values: Values = {}
        context.passing(row.line or table.line, row=number)
        for column, cell in zip(table.columns, row.cells, strict=False):
            _read_cell(column.label, cell, values, roles, context)
        values |= opinions.get(number, {})
        if any(values.get(name) for name in ("on", "decision", "opinion")):
            found.append(context.make(Signature, values))
    context.passing(0)
    return tuple(found)


def _opinions(blocks: Sequence[Block], count: int, context: Context) -> Mapping[int, Values]:
    """The opinions below a table of so many lines, by the number of their line."""
    above, parts = parts_of(blocks)
    context.leave(*above)
    found: dict[int, Values] = {}
    for head, inside in parts:
        number = numbered(Signature, head.text)
        if number is None or number in found or not 0 < number <= count:
            context.leave(head, *inside)
            continue
        context.passing(head.line, head.text)
        put(Signature, field_map(Signature)["opinion"], inside, found.setdefault(number, {}), context)
    return found


def _roles(document: OpsDocument) -> Mapping[str, SignatoryRole]:
    return {label: role for lang in LANGUAGES for label, role, _ in signers(document, lang)}


def _read_cell(label: str, cell: Cell, values: Values, roles: Mapping[str, SignatoryRole], context: Context) -> None:
    fields = field_map(Signature)
    name = field_labelled(Signature, label) or ("person" if field_labelled(Person, label) == "name" else None)
    text = _text(cell.blocks)
    if name == "role":
        role: Any = choice_for(SignatoryRole, text) or roles.get(text)
        if role is None:
            context.leave_cell(label, cell)
        else:
            values["role"] = role
    elif name == "opinion":
        _read_opinion(cell.blocks, values, context)
    elif name and text not in _TO_WRITE:
        put(Signature, fields[name], cell.blocks, values, context)
    elif not name:
        context.leave_cell(label, cell)


def _text(blocks: Sequence[Block]) -> str:
    match blocks:
        case (Paragraph(runs=runs),):
            return text_of(runs)
        case _:
            return ""


def _read_opinion(blocks: Sequence[Block], values: Values, context: Context) -> None:
    rest = blocks
    match blocks:
        case (Paragraph(runs=runs), *more) if decision := choice_for(SignDecision, text_of(runs)):
            values["decision"], rest = decision, more
        case (Quote(blocks=inner),):
            rest = inner
        case _:
            pass
    put(Signature, field_map(Signature)["opinion"], rest, values, context)
