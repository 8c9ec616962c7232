"""Records as blocks: short values to compare in tables, long texts one below the other."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from attrs import evolve

from opshandover.document.paths import child_path
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import DEEPEST, heading, to_be_filled_in
from opshandover.layout.recognised import unlabelled_field
from opshandover.layout.tables.cells import (
    Blocks,
    asides,
    details,
    field_fact,
    is_brief_to_fill,
    placeholder_fact,
    title_blocks,
    titled_blocks,
    value_blocks,
)
from opshandover.layout.tables.columns import comparison_table, description_table, names_in_columns
from opshandover.layout.tables.common import common_fields, common_line
from opshandover.layout.tables.compared import ComparedField, compare_fields
from opshandover.layout.tables.fitting import can_lead, fits_beside_label, fits_half, is_compact
from opshandover.layout.tables.rest import arranged, details_column
from opshandover.layout.views.chart import chart_blocks
from opshandover.layout.views.checklist import phase_blocks
from opshandover.layout.views.document_index import index_table
from opshandover.layout.views.flow import flow_blocks
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.order import shown_order
from opshandover.layout.words.readable import is_common
from opshandover.layout.words.short import text_cell
from opshandover.layout.words.titles import LONGEST_LABEL, heads, short_title
from opshandover.layout.words.values import shown_fields, title_of
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.documents import DocumentRef
from opshandover.model.fields import Field, Kind, fields_of, main_field
from opshandover.model.handover import HandoverItem
from opshandover.model.processes import Process
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
    opens: bool = True,
) -> Blocks:
    """Return one record as blocks: first its short values with labels, then longer content."""
    lacking = fill_in.placeholder_fields(record, without)
    parts = shown_fields(record, without)
    lead_in = _LEAD_INS.get(type(record))
    return (
        *(lead_in(record, lang) if lead_in else ()),
        *arrange_fields(record, parts, path, lang, level, fill_in=fill_in, lacking=lacking, opens=opens),
    )


def arrange_fields(
    record: Record,
    parts: Sequence[tuple[Field, Any]],
    path: str,
    lang: Lang,
    level: int,
    *,
    fill_in: FillIn = FillIn.EMPTY_PARTS,
    lacking: Sequence[Field] = (),
    opens: bool = True,
) -> Blocks:
    """Return some fields of a record as blocks; facts come before lists, so as not to seem part of one.

    The title comes first, then the shortest values, which share rows, unless there is only one. Placeholders for the
    `lacking` fields follow. Below the deepest headings, labels stand before the first line of what they name. `opens`
    says whether something else of the record, or its heading, stands directly above.
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
        fields.sort(key=lambda field: field.name != type(record).main)
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
            if level > DEEPEST:
                others = {other.name for other in fields_of(type(record))} - {field.name}
                blocks += details(record, path, lang, without=others, fill_in=inside)
            else:
                leads = not blocks and (opens or bool(facts))
                place = child_path(path, field.name)
                above = type(record) if leads else None
                blocks += labelled_blocks(field, value, place, lang, level, fill_in=inside, below=above)
    return (*facts_block(facts, path, across=2 if len(halves) > 1 else 1), *blocks)


def facts_block(facts: Sequence[Fact], path: str, *, across: int = 1) -> Blocks:
    """Return facts as one block, if there are any; `across` is their number in a row."""
    return (Facts(items=tuple(facts), path=path, across=across),) if facts else ()


def labelled_blocks(
    field: Field,
    value: Any,
    path: str,
    lang: Lang,
    level: int,
    *,
    fill_in: FillIn = FillIn.EMPTY_PARTS,
    below: type[Record] | None = None,
) -> Blocks:
    """Return the value of a field below a heading with its label, unless its table begins with that.

    `below` is the class of the record of which nothing but facts stands above.
    """
    place = path if field.kind is Kind.RECORD else ""
    if below and names_its_rows(field):
        blocks = unlabelled_blocks(field, value, path, lang, level, fill_in=fill_in)
        if begins_with_table(blocks) and unlabelled_field(below, blocks) is field:
            return blocks
    blocks = unlabelled_blocks(field, value, path, lang, level + 1, fill_in=fill_in)
    return (heading(field.label[lang], level, place), *blocks)


def begins_with_table(blocks: Sequence[Block]) -> bool:
    """Whether blocks begin with a table of records, or with what is the same for all of them."""
    first = [block for block in blocks[:2] if not is_common(block)]
    return bool(first) and isinstance(first[0], Table)


def names_its_rows(field: Field) -> bool:
    """Whether a list is called like the main field of its records, as the steps of a process are."""
    if field.kind is not Kind.RECORD or not field.many:
        return False
    main = main_field(field.record)
    return main is not None and main.label.zh == field.label.zh


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
    shown = show(records, path, lang, level, fill_in) if show else ()
    return shown or _table_and_rest(records, path, lang, level, fill_in)


def _table_and_rest(records: Sequence[Record], path: str, lang: Lang, level: int, fill_in: FillIn) -> Blocks:
    fields = compare_fields(records, lang, fill_in)
    common = common_fields(fields)
    own = [one for one in fields if one not in common]
    table = _table(own, path, level, without={one.name for one in common})
    if table:
        return (*common_line(common, path), *table)
    table = _table(fields, path, level) if common else ()
    if table:
        return table
    order = shown_order(records)
    if level > DEEPEST:
        items = tuple(ListItem(titled_blocks(records[i], child_path(path, i), lang, fill_in)) for i in order)
        return (ListBlock(items=(ListItem((ListBlock(items=items, path=path),)),)),)
    return tuple(
        block for i in order for block in _item(records[i], child_path(path, i), lang, level, fill_in, number=i + 1)
    )


def _table(fields: Sequence[ComparedField], path: str, level: int, without: Collection[str] = ()) -> Blocks:
    """Return records as a list of names or a table, and below it what is too long; nothing if that is no help."""
    arrangement = arranged(fields)
    columns, left = arrangement.columns, arrangement.below
    if not columns:
        return ()
    records, lang, fill_in = columns[0].records, columns[0].lang, columns[0].fill_in
    flat = {
        i
        for i, rest in left.items()
        if all(i in one.lacking or fits_beside_label(one.field, getattr(records[i], one.name), lang) for one in rest)
    }
    if len(columns) == 1:
        if not _names_all_records(columns[0]) or flat != set(left):
            return ()
        if not left:
            return (_bullets(columns[0].field, records, path, lang),)
        return (description_table(columns[0], path, without),)
    names = names_in_columns(type(records[0]), columns).union(without)
    facts: list[Fact] = []
    blocks: list[Block] = []
    doubtful = _doubtful_titles(records, lang, named=columns[0].is_main) if left else ()
    numbers = {i: number for number, i in enumerate(shown_order(records), start=1)} if left else {}
    for i, rest in left.items():
        place = child_path(path, i)
        inside = {one.name for one in arrangement.in_row.get(i, ())}
        shown = (names | inside) - {one.name for one in rest}
        if i in flat or level > DEEPEST:
            said = details(records[i], place, lang, without=shown, fill_in=fill_in)
            label = short_title(records[i], lang, numbers[i], LONGEST_LABEL, doubtful)
            facts.append(Fact(label=label, cell=Cell(blocks=said, path=place)))
        else:
            blocks.append(heading(short_title(records[i], lang, numbers[i], doubtful=doubtful), level, place))
            blocks += record_blocks(records[i], place, lang, level + 1, fill_in, without=shown)
    table = comparison_table(columns, path, details_column(arrangement, path) if arrangement.in_row else None)
    sort = _SORTED.get(type(records[0]))
    draw = _DRAWN.get(type(records[0]))
    return (
        sort(table, records, lang) if sort else table,
        *(draw(records, lang) if draw else ()),
        *facts_block(facts, path),
        *blocks,
    )


def _doubtful_titles(records: Sequence[Record], lang: Lang, *, named: bool) -> Collection[str]:
    """The titles that do not tell which row of a table is meant: of several records, or in no column of it."""
    counted = Counter(title_of(record, lang) for record in records)
    return {title for title, number in counted.items() if number > 1 or not named}


def _names_all_records(column: ComparedField) -> bool:
    """Whether a column has the name of each record."""
    return column.is_main and column.count == len(column.records)


def _bullets(field: Field, records: Sequence[Record], path: str, lang: Lang) -> Block:
    places = [child_path(path, i) for i in range(len(records))]
    contents = (
        (
            *value_blocks(field, getattr(record, field.name), child_path(place, field.name), lang),
            *asides(record, place, lang),
        )
        for record, place in zip(records, places, strict=True)
    )
    return ListBlock(items=tuple(ListItem(blocks=blocks) for blocks in contents), path=path)


def _single_record(record: Record, path: str, lang: Lang, level: int, fill_in: FillIn) -> Blocks:
    """Return a whole record, its title first where that is short, with the texts computed from it."""
    named = can_lead(record, lang)
    title, without = title_blocks(record, path, lang) if named else ((), ())
    blocks = record_blocks(record, path, lang, level, fill_in, without=without, opens=bool(title))
    derived = tuple(Fact(label=d.label[lang], cell=text_cell(d.text[lang])) for d in derived_of(record))
    if not (title or blocks or fill_in is FillIn.NOTHING):
        return (to_be_filled_in("", path, lang),)
    match blocks:
        case (Facts(items=items) as facts, *rest) if derived:
            return (*title, evolve(facts, items=(*items, *derived)), *rest)
        case _:
            return (*title, *facts_block(derived, ""), *blocks)


def _item(record: Record, path: str, lang: Lang, level: int, fill_in: FillIn, *, number: int) -> Blocks:
    """Return one of several records below a heading, which is its title where that is short enough."""
    title = title_of(record, lang)
    main = main_field(type(record))
    if main and main.kind is Kind.TEXT and heads(record, title):
        rest = record_blocks(record, path, lang, level + 1, fill_in, without={main.name})
        return (heading(title, level, child_path(path, main.name), is_value=True), *rest)
    return (
        heading(short_title(record, lang, number), level, path),
        *_single_record(record, path, lang, level + 1, fill_in),
    )


_LEAD_INS: Mapping[type[Record], Callable[[Any, Lang], Blocks]] = {Process: flow_blocks}
"""Classes of records with a view before their fields."""

_INSTEAD_OF_TABLES: Mapping[type[Record], Callable[[Sequence[Any], str, Lang, int, FillIn], Blocks]] = {
    HandoverItem: phase_blocks
}
"""Classes of records with a view in place of their table, unless that is empty."""

_DRAWN: Mapping[type[Record], Callable[[Sequence[Any], Lang], Blocks]] = {Metric: chart_blocks}
"""Classes of records with a chart below their table."""

_SORTED: Mapping[type[Record], Callable[[Table, Sequence[Any], Lang], Table]] = {DocumentRef: index_table}
"""Classes of records with a table in an order of its own."""
