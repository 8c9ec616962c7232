"""Records as blocks: short values to compare in tables, long texts one below the other."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from attrs import evolve

from opshandover.document.paths import child_path
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import heading, to_be_filled_in
from opshandover.layout.tables.cells import (
    Blocks,
    details,
    field_fact,
    is_brief_to_fill,
    placeholder_fact,
    value_blocks,
)
from opshandover.layout.tables.columns import (
    columns_of,
    comparison_table,
    description_table,
    names_in_columns,
    remaining_fields,
)
from opshandover.layout.tables.compared import ComparedField, compare_fields
from opshandover.layout.tables.fitting import fits_beside_label, fits_half, is_compact
from opshandover.layout.views.chart import chart_blocks
from opshandover.layout.views.checklist import phase_blocks
from opshandover.layout.views.document_index import index_table
from opshandover.layout.views.flow import flow_blocks
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.short import text_cell
from opshandover.layout.words.titles import LONGEST_LABEL, is_title, short_title
from opshandover.layout.words.values import shown_fields, title_of
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.documents import DocumentRef
from opshandover.model.fields import Field, Kind, field_map
from opshandover.model.handover import HandoverItem
from opshandover.model.processes import ProcessStep
from opshandover.pages.blocks import Block, Cell, Fact, Facts, ListBlock, ListItem, Table
from opshandover.text import Lang


def record_blocks(
    record: Record,
    path: str,
    lang: Lang,
    level: int,
    fill_in: FillIn = FillIn.EMPTY_PARTS,
    *,
    without: Collection[str] = (),
) -> Blocks:
    """Return one record as blocks: first its short values with labels, then longer content."""
    lacking = fill_in.placeholder_fields(record, without)
    parts = shown_fields(record, without)
    return arrange_fields(record, parts, path, lang, level, fill_in=fill_in, lacking=lacking)


def arrange_fields(
    record: Record,
    parts: Sequence[tuple[Field, Any]],
    path: str,
    lang: Lang,
    level: int,
    *,
    fill_in: FillIn = FillIn.EMPTY_PARTS,
    lacking: Sequence[Field] = (),
) -> Blocks:
    """Return some fields of a record as blocks; facts come before lists, so as not to seem part of one.

    The shortest values come first and share rows, unless there is only one. Placeholders for the
    `lacking` fields follow.
    """
    short = [
        field
        for field, value in parts
        if fits_beside_label(field, value, lang) and not fill_in.has_placeholders(field, value)
    ]
    fields = list(short)
    halves = [field for field in fields if fits_half(record, field, lang)]
    halves += filter(is_brief_to_fill, lacking)
    fields += lacking
    if len(halves) > 1:
        fields = halves + [field for field in fields if field not in halves]
    facts = [
        placeholder_fact(field, child_path(path, field.name), lang)
        if field in lacking
        else field_fact(record, field, path, lang, fill_in)
        for field in fields
    ]
    blocks: Blocks = ()
    for field, value in parts:
        if field not in short:
            inside = fill_in.within(field.spec.need)
            blocks += labelled_blocks(field, value, child_path(path, field.name), lang, level, fill_in=inside)
    return (*facts_block(facts, path, across=2 if len(halves) > 1 else 1), *blocks)


def facts_block(facts: Sequence[Fact], path: str, *, across: int = 1) -> Blocks:
    """Return facts as one block, if there are any; `across` is their number in a row."""
    return (Facts(items=tuple(facts), path=path, across=across),) if facts else ()


def labelled_blocks(
    field: Field, value: Any, path: str, lang: Lang, level: int, *, fill_in: FillIn = FillIn.EMPTY_PARTS
) -> Blocks:
    """Return the value of a field below a heading with its label."""
    place = path if field.kind is Kind.RECORD else ""
    return (
        heading(field.label[lang], level, place),
        *unlabelled_blocks(field, value, path, lang, level + 1, fill_in=fill_in),
    )


def unlabelled_blocks(
    field: Field, value: Any, path: str, lang: Lang, level: int, *, fill_in: FillIn = FillIn.EMPTY_PARTS
) -> Blocks:
    """Return the value of a field without its label; `level` is that of its headings.

    `fill_in` says which placeholders the value gets.
    """
    named = is_compact(field, value, lang) and not fill_in.has_placeholders(field, value)
    if field.kind is not Kind.RECORD or named:
        return value_blocks(field, value, path, lang, fill_in)
    if not field.many:
        return _single_record(value, path, lang, level, fill_in)
    return list_blocks(value, path, lang, level, fill_in)


def list_blocks(
    records: Sequence[Record], path: str, lang: Lang, level: int, fill_in: FillIn = FillIn.EMPTY_PARTS
) -> Blocks:
    """Return records as a table of short values, and below it the rest of each record."""
    if len(records) == 1:
        return _single_record(records[0], child_path(path, 0), lang, level, fill_in)
    show = _INSTEAD_OF_TABLES.get(type(records[0]))
    lead_in = _LEAD_INS.get(type(records[0]))
    return (
        *(lead_in(records, lang) if lead_in else ()),
        *(
            (show(records, path, lang, level, fill_in) if show else ())
            or _table_and_rest(records, path, lang, level, fill_in)
        ),
    )


def _table_and_rest(records: Sequence[Record], path: str, lang: Lang, level: int, fill_in: FillIn) -> Blocks:
    fields = compare_fields(records, lang, fill_in)
    columns = columns_of(fields)
    left = remaining_fields(fields, columns)
    if len(columns) == 1 and not left and _names_all_records(columns[0]):
        return (_bullets(columns[0].field, records, path, lang),)
    flat = {
        i
        for i, rest in left.items()
        if all(i in one.lacking or fits_beside_label(one.field, getattr(records[i], one.name), lang) for one in rest)
    }
    if len(columns) < 2:
        if columns and flat == set(left) and _names_all_records(columns[0]):
            return (description_table(columns[0], path),)
        return tuple(
            block
            for i, record in enumerate(records)
            for block in _item(record, child_path(path, i), lang, level, fill_in, number=i + 1)
        )
    names = names_in_columns(type(records[0]), columns)
    facts: list[Fact] = []
    blocks: list[Block] = []
    for i in left:
        place = child_path(path, i)
        if i in flat:
            said = details(records[i], place, lang, without=names, fill_in=fill_in)
            label = short_title(records[i], lang, i + 1, LONGEST_LABEL)
            facts.append(Fact(label=label, cell=Cell(blocks=said, path=place)))
        else:
            blocks.append(heading(short_title(records[i], lang, i + 1), level, place))
            blocks += record_blocks(records[i], place, lang, level + 1, fill_in, without=names)
    table = comparison_table(columns, path)
    sort = _SORTED.get(type(records[0]))
    draw = _DRAWN.get(type(records[0]))
    return (
        sort(table, records, lang) if sort else table,
        *(draw(records, lang) if draw else ()),
        *facts_block(facts, path),
        *blocks,
    )


def _names_all_records(column: ComparedField) -> bool:
    """Whether a column has the name of each record."""
    return column.is_main and column.count == len(column.records)


def _bullets(field: Field, records: Sequence[Record], path: str, lang: Lang) -> Block:
    contents = (
        value_blocks(field, getattr(record, field.name), child_path(child_path(path, i), field.name), lang)
        for i, record in enumerate(records)
    )
    return ListBlock(items=tuple(ListItem(blocks=blocks) for blocks in contents), path=path)


def _single_record(record: Record, path: str, lang: Lang, level: int, fill_in: FillIn) -> Blocks:
    """Return a whole record, with the texts computed from it."""
    blocks = record_blocks(record, path, lang, level, fill_in)
    derived = tuple(Fact(label=d.label[lang], cell=text_cell(d.text[lang])) for d in derived_of(record))
    if not (blocks or fill_in is FillIn.NOTHING):
        return (to_be_filled_in("", path, lang),)
    match blocks:
        case (Facts(items=items) as facts, *rest) if derived:
            return (evolve(facts, items=(*items, *derived)), *rest)
        case _:
            return (*facts_block(derived, ""), *blocks)


def _item(record: Record, path: str, lang: Lang, level: int, fill_in: FillIn, *, number: int) -> Blocks:
    """Return one of several records below a heading, which is its title where that is short enough."""
    title = title_of(record, lang)
    main = field_map(type(record)).get(type(record).main)
    if main and main.kind is Kind.TEXT and is_title(title):
        rest = record_blocks(record, path, lang, level + 1, fill_in, without={main.name})
        return (heading(title, level, child_path(path, main.name), is_value=True), *rest)
    return (
        heading(short_title(record, lang, number), level, path),
        *_single_record(record, path, lang, level + 1, fill_in),
    )


_LEAD_INS: Mapping[type[Record], Callable[[Sequence[Any], Lang], Blocks]] = {ProcessStep: flow_blocks}
"""Classes of records with a view before their table."""

_INSTEAD_OF_TABLES: Mapping[type[Record], Callable[[Sequence[Any], str, Lang, int, FillIn], Blocks]] = {
    HandoverItem: phase_blocks
}
"""Classes of records with a view in place of their table, unless that is empty."""

_DRAWN: Mapping[type[Record], Callable[[Sequence[Any], Lang], Blocks]] = {Metric: chart_blocks}
"""Classes of records with a chart below their table."""

_SORTED: Mapping[type[Record], Callable[[Table, Sequence[Any], Lang], Table]] = {DocumentRef: index_table}
"""Classes of records with a table in an order of its own."""
