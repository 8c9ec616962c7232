"""Values that all records share: a line above their table says once what a column would repeat."""

from collections.abc import Sequence

from opshandover.layout.tables.cells import Blocks, aside_names
from opshandover.layout.tables.compared import ComparedField
from opshandover.layout.tables.fitting import are_all_compact
from opshandover.layout.words.inverse import read_runs
from opshandover.layout.words.labels import PUNCTUATION, SAME_FOR_ALL
from opshandover.layout.words.readable import reads_inline
from opshandover.layout.words.settled import settled_value
from opshandover.layout.words.values import inline_field, is_flag, join_runs
from opshandover.model.fields import Kind
from opshandover.pages.blocks import Paragraph, Run, Runs, nest_paths

FEWEST = 3
"""The minimum number of records; of two, people compare even what is equal."""

_EACH = "[*]"
"""The step of a path to the items of a list, whichever: `work_progress.tasks[*].owner`."""


def common_fields(fields: Sequence[ComparedField]) -> tuple[ComparedField, ...]:
    """Return the fields with one short value that every record has."""
    if not fields or len(fields[0].records) < FEWEST:
        return ()
    asides = aside_names(type(fields[0].records[0]))
    return tuple(
        one
        for one in fields
        if not one.is_main and one.name not in asides and one.is_equal() and one.all(are_all_compact)
        if _reads_back(one)
    )


def _reads_back(one: ComparedField) -> bool:
    """Whether a value reads back from the line: a record stands there with all but its name in brackets."""
    field, record, lang = one.field, one.records[0], one.lang
    value = getattr(record, one.name)
    if field.kind is not Kind.RECORD or field.many:
        return reads_inline(field, value, lang)
    return bool(read_runs(field, inline_field(record, field, lang), lang) == settled_value(field, value))


def common_line(common: Sequence[ComparedField], path: str) -> Blocks:
    """Return the line with the shared values; `path` is that of the list of records."""
    if not common:
        return ()
    lang = common[0].lang
    values = join_runs(map(_labelled, common), PUNCTUATION[lang].semicolon)
    return (Paragraph(runs=(Run(text=SAME_FOR_ALL[lang]), *nest_paths(values, _EACH)), path=path),)


def _labelled(one: ComparedField) -> Runs:
    label = one.field.label[one.lang]
    if is_flag(one.field):
        return (Run(text=label, strong=True, path=f".{one.name}"),)
    return (Run(text=label, strong=True), Run(text=" "), *inline_field(one.records[0], one.field, one.lang))
