"""Records as blocks: what is compared stands in tables, what is read stands below one another."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from attrs import evolve

from opshandover.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
)
from opshandover.layout.catalogue import indexed
from opshandover.layout.cells import Blocks, content, details, fact_of
from opshandover.layout.fit import beside, compact, fits_half
from opshandover.layout.flow import flow_blocks
from opshandover.layout.headings import heading, to_be_filled_in
from opshandover.layout.metrics import derived_of
from opshandover.layout.phases import phase_blocks
from opshandover.layout.tables import columns_of, described, in_columns, left_over, table_of
from opshandover.layout.titles import LONGEST_LABEL, is_title, short_title
from opshandover.layout.values import filled, shown, title_of
from opshandover.model.base import Record
from opshandover.model.documents import DocumentRef
from opshandover.model.fields import Field, Kind, field_map
from opshandover.model.handover import HandoverItem
from opshandover.model.processes import ProcessStep
from opshandover.text import Lang


def record_blocks(
    record: Record, path: str, lang: Lang, level: int, *, without: Collection[str] = ()
) -> Blocks:
    """Shows one record: first its facts with their labels, then what takes more room."""
    return arranged(record, shown(record, without), path, lang, level)


def arranged(
    record: Record, parts: Sequence[tuple[Field, Any]], path: str, lang: Lang, level: int
) -> Blocks:
    """Shows some fields of a record; facts come before the first list, or seem to belong to it.

    What is brief leads and stands side by side, unless it is alone.
    """
    fields = [field for field, value in parts if beside(field, value, lang)]
    halves = [field for field in fields if fits_half(record, field, lang)]
    if len(halves) > 1:
        fields = halves + [field for field in fields if field not in halves]
    facts = [fact_of(record, field, path, lang) for field in fields]
    blocks: Blocks = ()
    for field, value in parts:
        if not beside(field, value, lang):
            blocks += titled(field, value, f"{path}.{field.name}", lang, level)
    return (*facts_block(facts, path, across=2 if len(halves) > 1 else 1), *blocks)


def facts_block(facts: Sequence[Fact], path: str, *, across: int = 1) -> Blocks:
    """Puts facts below one another or side by side, if there are any."""
    return (Facts(items=tuple(facts), path=path, across=across),) if facts else ()


def titled(field: Field, value: Any, path: str, lang: Lang, level: int) -> Blocks:
    """Shows the value of a field below its label."""
    place = path if field.kind is Kind.RECORD else ""
    return (
        heading(field.label[lang], level, place),
        *below(field, value, path, lang, level + 1),
    )


def below(field: Field, value: Any, path: str, lang: Lang, level: int) -> Blocks:
    """Shows the value of a field without its label; `level` is that of its headings."""
    if field.kind is not Kind.RECORD or compact(field, value, lang):
        return content(field, value, path, lang)
    if not field.many:
        return _whole(value, path, lang, level)
    return list_blocks(value, path, lang, level)


def list_blocks(records: Sequence[Record], path: str, lang: Lang, level: int) -> Blocks:
    """Shows some records: a table of what can be compared, and below it what else each holds."""
    if len(records) == 1:
        return _whole(records[0], f"{path}[0]", lang, level)
    show = _SHOWN_OTHERWISE.get(type(records[0]))
    lead_in = _LEAD_INS.get(type(records[0]))
    return (
        *(lead_in(records, lang) if lead_in else ()),
        *(
            (show(records, path, lang, level) if show else ())
            or _listed(records, path, lang, level)
        ),
    )


def _listed(records: Sequence[Record], path: str, lang: Lang, level: int) -> Blocks:
    columns = columns_of(records, lang)
    left = {i: rest for i, record in enumerate(records) if (rest := left_over(record, columns))}
    if len(columns) == 1 and not left and _are_named(columns[0], records):
        return (_bullets(columns[0], records, path, lang),)
    flat = {
        i
        for i, rest in left.items()
        if all(beside(f, getattr(records[i], f.name), lang) for f in rest)
    }
    if len(columns) < 2:
        if columns and flat == set(left) and _are_named(columns[0], records):
            return (described(records, columns[0], path, lang),)
        return tuple(
            block
            for i, record in enumerate(records)
            for block in _item(record, f"{path}[{i}]", lang, level, i + 1)
        )
    names = in_columns(type(records[0]), columns)
    facts: list[Fact] = []
    blocks: list[Block] = []
    for i in left:
        place = f"{path}[{i}]"
        if i in flat:
            said = details(records[i], place, lang, without=names)
            label = short_title(records[i], lang, i + 1, LONGEST_LABEL)
            facts.append(Fact(label=label, cell=Cell(blocks=said, path=place)))
        else:
            blocks.append(heading(short_title(records[i], lang, i + 1), level, place))
            blocks += record_blocks(records[i], place, lang, level + 1, without=names)
    table = table_of(records, columns, path, lang)
    arrange = _ARRANGED.get(type(records[0]))
    return (
        arrange(table, records, lang) if arrange else table,
        *facts_block(facts, path),
        *blocks,
    )


def _are_named(field: Field, records: Sequence[Record]) -> bool:
    """Says whether a field is the name of each of some records."""
    is_main = field.name == type(records[0]).main
    return is_main and all(filled(field, getattr(record, field.name)) for record in records)


def _bullets(field: Field, records: Sequence[Record], path: str, lang: Lang) -> Block:
    contents = (
        content(field, getattr(record, field.name), f"{path}[{i}].{field.name}", lang)
        for i, record in enumerate(records)
    )
    return ListBlock(items=tuple(ListItem(blocks=blocks) for blocks in contents), path=path)


def _whole(record: Record, path: str, lang: Lang, level: int) -> Blocks:
    """Shows all of a record, together with what is derived from it."""
    blocks = record_blocks(record, path, lang, level)
    derived = tuple(
        Fact(
            label=d.label[lang],
            cell=Cell(blocks=(Paragraph(runs=(Run(text=d.text[lang]),)),)),
        )
        for d in derived_of(record)
    )
    if not blocks:
        return (to_be_filled_in("", path, lang),)
    match blocks[0]:
        case Facts(items=items) as facts if derived:
            return (evolve(facts, items=(*items, *derived)), *blocks[1:])
        case _:
            return (*facts_block(derived, ""), *blocks)


def _item(record: Record, path: str, lang: Lang, level: int, number: int) -> Blocks:
    """Shows one of several records below a heading, which holds its title where it can."""
    title = title_of(record, lang)
    main = field_map(type(record)).get(type(record).main)
    if main and main.kind is Kind.TEXT and is_title(title):
        rest = record_blocks(record, path, lang, level + 1, without={main.name})
        return (heading(title, level, f"{path}.{main.name}"), *rest)
    return (
        heading(short_title(record, lang, number), level, path),
        *_whole(record, path, lang, level + 1),
    )


_LEAD_INS: Mapping[type[Record], Callable[[Sequence[Any], Lang], Blocks]] = {
    ProcessStep: flow_blocks,
}
"""The records that are seen together before each is told in full."""

_SHOWN_OTHERWISE: Mapping[type[Record], Callable[[Sequence[Any], str, Lang, int], Blocks]] = {
    HandoverItem: phase_blocks,
}
"""The records that are not compared in a table, if what is given for them is not empty."""

_ARRANGED: Mapping[type[Record], Callable[[Table, Sequence[Any], Lang], Table]] = {
    DocumentRef: indexed,
}
"""The records whose table is put in another order."""
