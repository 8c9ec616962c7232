"""Records from the rows of a table: columns become fields, words become values, and what does not fit is named."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, cast

from attrs import evolve, frozen

from opshandover.codec import scalars
from opshandover.codec.column_names import Path, field_at, matched, target_of
from opshandover.codec.data import scalar
from opshandover.codec.dates_meant import meant
from opshandover.codec.item_table import is_of, marks_of
from opshandover.codec.names import listing
from opshandover.codec.raw import HugeNumber
from opshandover.codec.scalars import WrongValueError, narrow
from opshandover.codec.short_forms import SEPARATORS, is_separated
from opshandover.codec.structure import AnyRecord, structure
from opshandover.codec.table import Cells, Table
from opshandover.errors import Fault, OptionError, TableError
from opshandover.limits import MOST_FAULTS
from opshandover.model import OpenItem, Record
from opshandover.model.choice import choice_for, spaced
from opshandover.model.fields import Field, Kind, field_map, main_field
from opshandover.plugins import unknown_name
from opshandover.spelling import fold
from opshandover.text import Text, message

Words = Mapping[str, Mapping[str, object]]


@frozen(kw_only=True)
class _Column:
    """A column with its field; `words` are what the words of its system mean, folded.

    `separated` is a list whose items stand in one cell with signs between them.
    """

    heading: str
    path: Path
    field: Field
    separated: bool
    words: Mapping[str, object]


@frozen(kw_only=True)
class Reading:
    """How the rows of tables are read as records of a class.

    `mapping` has the field for a column, or `None` to leave it; `values` the meaning of words, by field;
    `date_formats` are tried before the usual forms of dates.
    """

    of: type[Record]
    mapping: Mapping[str, str | None]
    values: Words
    date_formats: Sequence[str]

    def columns(self, table: Table, name: str) -> tuple[_Column, ...]:
        """The columns that have a field.

        Raises:
            OptionError: the mapping or the values name a column or field that is not there.
            TableError: two columns mean one field, or none means the main field.
        """
        paths: dict[str, Path] = {}
        for heading, target in self.mapping.items():
            if heading not in table.headings:
                raise OptionError(unknown_name(_COLUMN, heading, table.headings))
            if target is not None:
                paths[heading] = self._path(target)
        given = set(paths.values())
        free = (heading for heading in table.headings if heading not in self.mapping)
        paths |= {h: t.path for h, t in matched(self.of, free).items() if t.path not in given}
        words = {self._path(key): of for key, of in self.values.items()}
        faults = [*_doubled(paths, table), *self._lacking(paths, table)]
        if faults:
            raise TableError(name, tuple(faults))
        return tuple(
            _Column(
                heading=heading,
                path=path,
                field=_leaf(field_at(self.of, path)),
                separated=is_separated(field_at(self.of, path)),
                words={spaced(word): value for word, value in words.get(path, {}).items()},
            )
            for heading, path in paths.items()
        )

    def _path(self, written: str) -> Path:
        target = target_of(self.of, written)
        if target is None:
            raise OptionError(unknown_name(_FIELD, written, field_map(self.of)))
        return target.path

    def _lacking(self, paths: Mapping[str, Path], table: Table) -> Iterator[Fault]:
        main = main_field(self.of)
        if any(main is None or path[0] == main.name for path in paths.values()):
            return
        what = main.label if main else Text("字段", "a field")
        columns = listing([(one, Text(one, one)) for one in table.headings])
        yield Fault(
            path="",
            problem=message("没有“{what}”这一列", "no column is the {what}", what=what),
            hint=message(
                "现有列：{columns}；请用 mapping={{列名: 字段}} 指定",
                "the columns are {columns}; say which by mapping={{column: field}}",
                columns=columns,
            ),
        )

    def record(self, cells: Cells, columns: Sequence[_Column]) -> tuple[Record | None, tuple[Fault, ...]]:
        """The record in one row, or its faults, each at the heading of its column."""
        data: dict[str, Any] = {}
        for column in columns:
            value = self._value(cells.get(column.heading), column)
            if value is not None:
                holder = data
                for step in column.path[:-1]:
                    holder = holder.setdefault(step, {})
                holder[column.path[-1]] = value
        made, faults = structure(data, self.of, textual=True)
        return made, tuple(_in_column(fault, columns) for fault in faults)

    def _value(self, cell: object, column: _Column) -> object:
        """What a cell says, in the form in which text files say it; `None` if it says nothing."""
        if isinstance(cell, list):
            several = [self._value(one, column) for one in cast("list[object]", cell)]
            return [one for one in several if one is not None] or None
        found = scalar(cell)
        written = str(found).lower() if isinstance(found, bool) else found
        if isinstance(written, HugeNumber) and written.written == "nan":
            return None
        if isinstance(written, (int, Decimal, HugeNumber)):
            written = str(written)
        if isinstance(written, str):
            written = written.strip()
            if column.separated and (several := _several(written)):
                return self._value(several, column)
            if spaced(written) in column.words:
                return scalar(column.words[spaced(written)])
            if not written or (column.field.kind not in _TEXTS and _says_nothing(written, column.field)):
                return None
        return self._date(written, column.field.kind) if column.field.kind in _DATES else written

    def _date(self, written: object, kind: Kind) -> object:
        """The date that a cell means; a midnight is a day, as programs write one; what has no one meaning stays."""
        found = self._date_in(written) if isinstance(written, str) else written
        if isinstance(found, datetime) and kind is not Kind.DATETIME and found.time() == time():
            return found.date()
        return written if found is None else found

    def _date_in(self, written: str) -> date | None:
        for form in self.date_formats:
            with suppress(ValueError):
                return datetime.strptime(written, form)  # noqa: DTZ007 - without a zone, as it is written
        for read in _READERS:
            with suppress(ValueError, WrongValueError):
                return read(narrow(written))
        meanings = list(meant(narrow(written), hours=True))
        return meanings[0] if len(meanings) == 1 else None


_COLUMN, _FIELD = Text("列", "column"), Text("字段", "field")
_READERS: tuple[Callable[[str], date], ...] = (scalars.when, datetime.fromisoformat)
_TEXTS = (Kind.TEXT, Kind.PROSE)
_DATES = (Kind.DATE, Kind.DATETIME, Kind.WHEN)


_NOTHING = frozenset("- -- — —— / n/a na none null nil nan nat 无 空".split())
"""What programs and people write into a cell that is empty; a word such as “to do” or “TBD” says something."""


def _says_nothing(written: str, field: Field) -> bool:
    is_value = field.kind is Kind.CHOICE and choice_for(field.choice, written) is not None
    return not is_value and (fold(written) in _NOTHING or written.startswith("0000-00-00"))


def _several(written: str) -> list[object]:
    """The values in a cell that holds several; none if it holds one, or a remark in brackets whose signs part nothing."""
    parts = [] if _BRACKETS.search(written) else [part for part in map(str.strip, SEPARATORS.split(written)) if part]
    return [*parts] if len(parts) > 1 else []


_BRACKETS = re.compile(r"[(（\[【]")


def _leaf(field: Field) -> Field:
    """The field that a value alone is of: the main one of a record."""
    while field.kind is Kind.RECORD and field.record.main:
        field = field_map(field.record)[field.record.main]
    return field


def _doubled(paths: Mapping[str, Path], table: Table) -> Iterator[Fault]:
    """The faults of columns that mean one field, or one field and a part of it."""
    for heading in paths:
        if heading in table.doubled:
            problem = message("有几列都叫“{heading}”", "several columns are called {heading}", heading=heading)
            yield Fault(path="", problem=problem, hint=_RENAME, place=Text(heading, heading))
    seen: dict[str, Path] = {}
    for heading, path in paths.items():
        for other, taken in seen.items():
            if path[: len(taken)] == taken or taken[: len(path)] == path:
                problem = message("“{a}”与“{b}”是同一字段", "{a} and {b} are the same field", a=other, b=heading)
                yield Fault(path="", problem=problem, hint=_LEAVE_ONE, place=Text(heading, heading))
        seen[heading] = path


_RENAME = message("请改列名，或在 mapping 里写 None 略去", "rename them, or give None for them in `mapping`")
_LEAVE_ONE = message("请在 mapping 里给其中一列写 None，略去它", "leave one out: give None for it in `mapping`")


def _in_column(fault: Fault, columns: Sequence[_Column]) -> Fault:
    """A fault at the heading of its column, with the argument by which the column can be read all the same."""
    steps = tuple(fault.path.partition("[")[0].split("."))
    for column in columns:
        if steps[: len(column.path)] == column.path or column.path[: len(steps)] == steps:
            advice = _ADVICE.get(column.field.kind)
            hint = (
                message("{hint}；{advice}", "{hint}; {advice}", hint=fault.hint, advice=advice)
                if fault.hint
                else advice
            )
            return evolve(fault, path=column.heading, hint=hint if advice and hint else fault.hint)
    return fault


_SAY_FORMAT = message("其他写法用 date_format= 指定", "say another form by date_format=")
_SAY_MEANING = message("词义可用 values= 指定", "say what a word means by values=")
_ADVICE = {**dict.fromkeys(_DATES, _SAY_FORMAT), Kind.CHOICE: _SAY_MEANING}


def records_in(
    table: Table, of: type[AnyRecord], reading: Reading, name: str
) -> tuple[tuple[AnyRecord, ...], tuple[str, ...], int]:
    """The records in a table, the headings of the columns that have no field, and the number of rows of other kinds.

    Raises:
        TableError: some cells do not fit; carries all faults, each with its row and column.
        OptionError: the mapping or the values name what is not there.
    """
    marks = marks_of(table.headings) if issubclass(of, OpenItem) else ()
    marks = () if any(mark in reading.mapping for mark in marks[:1]) else marks
    reading = evolve(reading, mapping={**dict.fromkeys(marks), **reading.mapping})
    columns = reading.columns(table, name)
    others = 0
    made: list[AnyRecord] = []
    faults: list[Fault] = []
    for index, cells in enumerate(table.rows):
        if marks and not is_of(cells.get(marks[0]), of):
            others += 1
            continue
        record, found = reading.record(cells, columns)
        if record is None:
            line = table.line_of(index)
            faults += (_at(fault, index + 1, line) for fault in found)
            if len(faults) >= MOST_FAULTS:
                break
        elif not faults:
            made.append(cast("AnyRecord", record))
    if faults:
        raise TableError(name, tuple(faults[:MOST_FAULTS]))
    with_field = {column.heading for column in columns}
    left = tuple(heading for heading in table.headings if heading not in with_field)
    return tuple(made), left, others


def _at(fault: Fault, number: int, line: int | None) -> Fault:
    """A fault at its row and column."""
    heading = fault.path
    place = Text(f"第 {number} 行  {heading}", f"row {number}  {heading}")
    return evolve(fault, path=f"[{number - 1}].{heading}", place=place, line=line)


def ensure_date_format(form: str) -> str:
    """A format of dates as `datetime.strptime` takes it.

    Raises:
        OptionError: it is none.
    """
    try:
        datetime.strptime(datetime(2026, 11, 28, 9, 30).strftime(form), form)  # noqa: DTZ001, DTZ007
    except ValueError as cause:
        raise OptionError(
            message(
                "日期格式“{form}”无效；写法如 %Y/%m/%d %H:%M",
                "'{form}' is no format of dates; one is written like %d/%m/%Y %H:%M",
                form=form,
            )
        ) from cause
    return form
