"""Records as blocks: what is compared stands in tables, what is read stands below one another."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from attrs import evolve

from opshandover.layout.fill_in import Asking
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
from opshandover.layout.views.document_index import indexed
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
from opshandover.pages.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    ListBlock,
    ListItem,
    Table,
)
from opshandover.text import Lang


def record_blocks(
    record: Record,
    path: str,
    lang: Lang,
    level: int,
    asking: Asking = Asking.WHOLES,
    *,
    without: Collection[str] = (),
) -> Blocks:
    """Shows one record: first its facts with their labels, then what takes more room."""
    lacking = asking.lacking(record, without)
    parts = shown_fields(record, without)
    return arranged(record, parts, path, lang, level, asking=asking, lacking=lacking)


def arranged(
    record: Record,
    parts: Sequence[tuple[Field, Any]],
    path: str,
    lang: Lang,
    level: int,
    *,
    asking: Asking = Asking.WHOLES,
    lacking: Sequence[Field] = (),
) -> Blocks:
    """Shows some fields of a record; facts come before the first list, or seem to belong to it.

    What is brief leads and stands side by side, unless it is alone. What is `lacking` is asked for
    behind what is there.
    """
    short = [
        field
        for field, value in parts
        if fits_beside_label(field, value, lang) and not asking.asks_within(field, value)
    ]
    fields = list(short)
    halves = [field for field in fields if fits_half(record, field, lang)]
    halves += filter(is_brief_to_fill, lacking)
    fields += lacking
    if len(halves) > 1:
        fields = halves + [field for field in fields if field not in halves]
    facts = [
        placeholder_fact(field, f"{path}.{field.name}", lang)
        if field in lacking
        else field_fact(record, field, path, lang, asking)
        for field in fields
    ]
    blocks: Blocks = ()
    for field, value in parts:
        if field not in short:
            inside = asking.within(field.spec.need)
            blocks += titled(field, value, f"{path}.{field.name}", lang, level, asking=inside)
    return (*facts_block(facts, path, across=2 if len(halves) > 1 else 1), *blocks)


def facts_block(facts: Sequence[Fact], path: str, *, across: int = 1) -> Blocks:
    """Puts facts below one another or side by side, if there are any."""
    return (Facts(items=tuple(facts), path=path, across=across),) if facts else ()


def titled(
    field: Field,
    value: Any,
    path: str,
    lang: Lang,
    level: int,
    *,
    asking: Asking = Asking.WHOLES,
) -> Blocks:
    """Shows the value of a field below its label."""
    place = path if field.kind is Kind.RECORD else ""
    return (
        heading(field.label[lang], level, place),
        *below(field, value, path, lang, level + 1, asking=asking),
    )


def below(
    field: Field,
    value: Any,
    path: str,
    lang: Lang,
    level: int,
    *,
    asking: Asking = Asking.WHOLES,
) -> Blocks:
    """Shows the value of a field without its label; `level` is that of its headings.

    `asking` is how much is asked for within the value.
    """
    named = is_compact(field, value, lang) and not asking.asks_within(field, value)
    if field.kind is not Kind.RECORD or named:
        return value_blocks(field, value, path, lang, asking)
    if not field.many:
        return _whole(value, path, lang, level, asking)
    return list_blocks(value, path, lang, level, asking)


def list_blocks(
    records: Sequence[Record],
    path: str,
    lang: Lang,
    level: int,
    asking: Asking = Asking.WHOLES,
) -> Blocks:
    """Shows some records: a table of what can be compared, and below it what else each holds."""
    if len(records) == 1:
        return _whole(records[0], f"{path}[0]", lang, level, asking)
    show = _SHOWN_OTHERWISE.get(type(records[0]))
    lead_in = _LEAD_INS.get(type(records[0]))
    return (
        *(lead_in(records, lang) if lead_in else ()),
        *((show(records, path, lang, level, asking) if show else ()) or _listed(records, path, lang, level, asking)),
    )


def _listed(records: Sequence[Record], path: str, lang: Lang, level: int, asking: Asking) -> Blocks:
    fields = compare_fields(records, lang, asking)
    columns = columns_of(fields)
    left = remaining_fields(fields, columns)
    if len(columns) == 1 and not left and _names_all(columns[0]):
        return (_bullets(columns[0].field, records, path, lang),)
    flat = {
        i
        for i, rest in left.items()
        if all(i in one.lacking or fits_beside_label(one.field, getattr(records[i], one.name), lang) for one in rest)
    }
    if len(columns) < 2:
        if columns and flat == set(left) and _names_all(columns[0]):
            return (description_table(columns[0], path),)
        return tuple(
            block
            for i, record in enumerate(records)
            for block in _item(record, f"{path}[{i}]", lang, level, asking, number=i + 1)
        )
    names = names_in_columns(type(records[0]), columns)
    facts: list[Fact] = []
    blocks: list[Block] = []
    for i in left:
        place = f"{path}[{i}]"
        if i in flat:
            said = details(records[i], place, lang, without=names, asking=asking)
            label = short_title(records[i], lang, i + 1, LONGEST_LABEL)
            facts.append(Fact(label=label, cell=Cell(blocks=said, path=place)))
        else:
            blocks.append(heading(short_title(records[i], lang, i + 1), level, place))
            blocks += record_blocks(records[i], place, lang, level + 1, asking, without=names)
    table = comparison_table(columns, path)
    arrange = _ARRANGED.get(type(records[0]))
    draw = _DRAWN.get(type(records[0]))
    return (
        arrange(table, records, lang) if arrange else table,
        *(draw(records, lang) if draw else ()),
        *facts_block(facts, path),
        *blocks,
    )


def _names_all(column: ComparedField) -> bool:
    """Says whether a column has the name of each of its records."""
    return column.is_main and column.count == len(column.records)


def _bullets(field: Field, records: Sequence[Record], path: str, lang: Lang) -> Block:
    contents = (
        value_blocks(field, getattr(record, field.name), f"{path}[{i}].{field.name}", lang)
        for i, record in enumerate(records)
    )
    return ListBlock(items=tuple(ListItem(blocks=blocks) for blocks in contents), path=path)


def _whole(record: Record, path: str, lang: Lang, level: int, asking: Asking) -> Blocks:
    """Shows all of a record, together with what is derived from it."""
    blocks = record_blocks(record, path, lang, level, asking)
    derived = tuple(
        Fact(
            label=d.label[lang],
            cell=text_cell(d.text[lang]),
        )
        for d in derived_of(record)
    )
    if not (blocks or asking is Asking.NOTHING):
        return (to_be_filled_in("", path, lang),)
    match blocks:
        case (Facts(items=items) as facts, *rest) if derived:
            return (evolve(facts, items=(*items, *derived)), *rest)
        case _:
            return (*facts_block(derived, ""), *blocks)


def _item(record: Record, path: str, lang: Lang, level: int, asking: Asking, *, number: int) -> Blocks:
    """Shows one of several records below a heading, which holds its title where it can."""
    title = title_of(record, lang)
    main = field_map(type(record)).get(type(record).main)
    if main and main.kind is Kind.TEXT and is_title(title):
        rest = record_blocks(record, path, lang, level + 1, asking, without={main.name})
        return (heading(title, level, f"{path}.{main.name}", is_value=True), *rest)
    return (
        heading(short_title(record, lang, number), level, path),
        *_whole(record, path, lang, level + 1, asking),
    )


_LEAD_INS: Mapping[type[Record], Callable[[Sequence[Any], Lang], Blocks]] = {
    ProcessStep: flow_blocks,
}
"""The records that are seen together before each is told in full."""

_SHOWN_OTHERWISE: Mapping[type[Record], Callable[[Sequence[Any], str, Lang, int, Asking], Blocks]] = {
    HandoverItem: phase_blocks,
}
"""The records that are not compared in a table, if what is given for them is not empty."""

_DRAWN: Mapping[type[Record], Callable[[Sequence[Any], Lang], Blocks]] = {
    Metric: chart_blocks,
}
"""The records that are drawn below their table."""

_ARRANGED: Mapping[type[Record], Callable[[Table, Sequence[Any], Lang], Table]] = {
    DocumentRef: indexed,
}
"""The records whose table is put in another order."""
