"""Records as blocks: what is compared stands in tables, what is read stands below one another."""

from collections.abc import Collection, Sequence
from typing import Any

from opshandover.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Run,
)
from opshandover.layout.atoms import width
from opshandover.layout.cells import beside, compact, content, fact
from opshandover.layout.metrics import derived_of
from opshandover.layout.tables import columns_of, left_over, table_of
from opshandover.layout.values import filled, shown, title_of
from opshandover.layout.wording import EMPTY, NUMBERED, TO_BE_FILLED_IN
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.text import Lang

Blocks = tuple[Block, ...]

_DEEPEST = 4
"""Below this level a label is no heading, but a line in bold."""

_LONGEST_TITLE = 60


def heading(text: str, level: int, path: str = "", role: Role = Role.NONE) -> Block:
    """Makes a heading, or a line in bold where headings would go too deep."""
    if level <= _DEEPEST:
        return Heading(level=level, text=text, path=path, role=role)
    return Paragraph(runs=(Run(text=text, strong=True),))


def record_blocks(
    record: Record, path: str, lang: Lang, level: int, *, without: Collection[str] = ()
) -> Blocks:
    """Shows one record: first its facts with their labels, then what takes more room."""
    facts: list[Fact] = []
    blocks: list[Block] = []
    for field, value in shown(record, without):
        place = f"{path}.{field.name}"
        if beside(field, value, lang):
            facts.append(fact(field, value, place, lang))
        else:
            blocks += titled(field, value, place, lang, level)
    return (*facts_block(facts, path), *blocks)


def facts_block(facts: Sequence[Fact], path: str) -> Blocks:
    """Puts facts below one another, if there are any."""
    return (Facts(items=tuple(facts), path=path),) if facts else ()


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
    columns = columns_of(records, lang)
    more = [i for i, record in enumerate(records) if left_over(record, columns)]
    if len(columns) == 1 and not more and _are_named(columns[0], records):
        return (_bullets(columns[0], records, path, lang),)
    if len(columns) < 2:
        return tuple(
            block
            for i, record in enumerate(records)
            for block in _item(record, f"{path}[{i}]", lang, level, i + 1)
        )
    names = {column.name for column in columns}
    blocks: list[Block] = [table_of(records, columns, path, lang)]
    for i in more:
        place = f"{path}[{i}]"
        blocks.append(heading(_short_title(records[i], lang, i + 1), level, place))
        blocks += record_blocks(records[i], place, lang, level + 1, without=names)
    return tuple(blocks)


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
        case Facts(items=items) if derived:
            return (*facts_block((*items, *derived), path), *blocks[1:])
        case _:
            return (*facts_block(derived, ""), *blocks)


def _item(record: Record, path: str, lang: Lang, level: int, number: int) -> Blocks:
    """Shows one of several records below a heading, which holds its title where it can."""
    title = title_of(record, lang)
    main = field_map(type(record)).get(type(record).main)
    if main and main.kind is Kind.TEXT and _is_title(title):
        rest = record_blocks(record, path, lang, level + 1, without={main.name})
        return (heading(title, level, f"{path}.{main.name}"), *rest)
    return (
        heading(_short_title(record, lang, number), level, path),
        *_whole(record, path, lang, level + 1),
    )


def _is_title(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text and width(text) <= _LONGEST_TITLE


def _short_title(record: Record, lang: Lang, number: int) -> str:
    """Gives what a record is called in a heading, while its full title stands elsewhere."""
    title = title_of(record, lang)
    if _is_title(title):
        return title
    return NUMBERED[lang].format(label=type(record).label[lang], number=number)


def to_be_filled_in(hint: str, path: str, lang: Lang) -> Block:
    """Makes the line that stands where something is missing, with what belongs there."""
    text = TO_BE_FILLED_IN[lang].format(hint=hint) if hint else EMPTY[lang]
    return Paragraph(runs=(Run(text=text),), path=path, role=Role.PLACEHOLDER)
