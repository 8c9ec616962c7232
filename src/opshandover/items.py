"""Items from the tables of other systems, and as rows for them.

    tasks = oh.items.read_csv("tickets.csv", Task)
    table = pandas.DataFrame(oh.items.rows(document))

Columns are found by the name, label or usual word of a field, values by the words that files may have. A
table is read whole or not at all; the columns that no field takes are named in `left`. A table that the exporter
`tasks` or `rows` has made is known by its columns: of its rows those of the class asked for are taken, and the others
counted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from opshandover.arguments import AnyPath, argument_error, as_path, ensure_argument, ensure_language, ensure_several
from opshandover.codec.data import read as read_data
from opshandover.codec.records import Reading, ensure_date_format, records_in
from opshandover.codec.table import Table, csv_table, encoded_text, json_table, row_table, text_of
from opshandover.document import item_rows
from opshandover.document.secrets import redacted
from opshandover.document.verify import ensure
from opshandover.errors import LoadError, OptionError, TableError
from opshandover.files import read_bytes
from opshandover.limits import MOST_VALUES
from opshandover.model import OpsDocument, Record
from opshandover.rules.credentials import plaintext_secret
from opshandover.rules.waivers import accepted_places
from opshandover.text import Lang, Text, message

__all__ = ["COLUMNS", "Rows", "Value", "from_rows", "read_csv", "read_json", "rows"]

AnyRecord = TypeVar("AnyRecord", bound=Record)
Value = str | int | date | None
"""A value of a row: a text, a whole number, a day, or nothing."""


def _columns() -> Iterator[tuple[str, type]]:
    yield from (("kind", str), ("section", str))
    for name in item_rows.COLUMNS:
        yield name, _TYPES.get(name, str)
        if _TYPES.get(name) is date:
            yield f"{name}_time", str
    yield "paths", str


_TYPES = {"progress": int, "due": date, "next_check": date}
COLUMNS: Mapping[str, type] = MappingProxyType(dict(_columns()))
"""The type of each column of `rows`, beside `None`, for a data frame whose columns do not depend on what there is."""


class Rows(tuple[AnyRecord, ...]):
    """The records of a table, in its order, as a tuple.

    `left` names the columns that no field takes, and `others` counts the rows of other kinds in a table of ours.
    """

    left: tuple[str, ...]
    others: int

    def __new__(cls, records: Iterable[AnyRecord] = (), left: Iterable[str] = (), others: int = 0) -> "Rows[AnyRecord]":
        """Keep beside the records what was not taken."""
        made = super().__new__(cls, records)
        made.left, made.others = tuple(left), others
        return made


def read_csv(
    path: AnyPath,
    of: type[AnyRecord],
    *,
    mapping: Mapping[str, str | None] | None = None,
    values: Mapping[str, Mapping[str, object]] | None = None,
    date_format: str | Sequence[str] = (),
    delimiter: str | None = None,
    encoding: str | None = None,
) -> Rows[AnyRecord]:
    """The records in a CSV file, one a row; the first row has the headings.

    Args:
        path: the file, in UTF-8, in UTF-16 with a byte order mark, or in GBK as Excel saves it in China.
        of: the class of the records, such as `Task`.
        mapping: the field for a column that is not found by itself, `{"Points": "progress"}`; a part of a
            record in a field is `owner.role`; `None` leaves a column out.
        values: what words of the other system mean, by field: `{"priority": {"Medium": "important_not_urgent"}}`.
        date_format: one or more forms of dates, as `datetime.strptime` takes them; tried before the usual ones.
        delimiter: what stands between two cells; found by itself if left out.
        encoding: the encoding of the file, if it is none of those.

    Raises:
        TableError: the file cannot be read, or cells do not fit; carries all faults, each with line and column.
        OptionError: the mapping or the values name a column or a field that there is not.
        ArgumentError: an argument is of another type.
    """
    reading = _reading(of, mapping, values, date_format)
    place = as_path(path)
    ensure_argument(delimiter, (str, type(None)), "delimiter", _TEXT, _NONE)
    ensure_argument(encoding, (str, type(None)), "encoding", _TEXT, _NONE)
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '\r\n"'):
        raise OptionError(message("分隔符应为一个字符", "the delimiter should be one character"))

    def table() -> Table:
        data = read_bytes(place)
        return csv_table(
            text_of(data, place) if encoding is None else _decoded(data, encoding, place), delimiter, str(path)
        )

    return _records(table, of, reading, str(path))


def read_json(
    source: AnyPath | bytes,
    of: type[AnyRecord],
    *,
    mapping: Mapping[str, str | None] | None = None,
    values: Mapping[str, Mapping[str, object]] | None = None,
    date_format: str | Sequence[str] = (),
) -> Rows[AnyRecord]:
    """The records in JSON: a list of objects, or an object that has one such list, as services answer.

    Args:
        source: the file; or the JSON itself, as bytes or as a text that begins with `[` or `{`.
        of: the class of the records, such as `Task`.
        mapping: as in `read_csv`; an object within another is named by dots, `fields.assignee.name`.
        values: as in `read_csv`.
        date_format: as in `read_csv`.

    Raises:
        TableError: it cannot be read, or values do not fit; carries all faults, each with line and column.
        OptionError: the mapping or the values name a column or a field that there is not.
        ArgumentError: an argument is of another type.
    """
    reading = _reading(of, mapping, values, date_format)
    is_text = isinstance(source, (bytes, bytearray)) or (
        isinstance(source, str) and source.lstrip("\ufeff \t\r\n")[:1] in "[{"
    )
    name = "<json>" if is_text else str(source)

    def table() -> Table:
        if isinstance(source, str) and is_text:
            return json_table(source.removeprefix("\ufeff"), name)
        data = bytes(source) if isinstance(source, (bytes, bytearray)) else read_bytes(as_path(source, "source"))
        return json_table(text_of(data, Path(name)), name)

    return _records(table, of, reading, name)


def from_rows(
    rows: Iterable[Mapping[str, object]],
    of: type[AnyRecord],
    *,
    mapping: Mapping[str, str | None] | None = None,
    values: Mapping[str, Mapping[str, object]] | None = None,
    date_format: str | Sequence[str] = (),
) -> Rows[AnyRecord]:
    """The records in rows that a program has: `csv.DictReader`, `df.to_dict("records")`, rows of a database.

    Args:
        rows: mappings from columns to values.
        of: the class of the records, such as `Task`.
        mapping: as in `read_csv`.
        values: as in `read_csv`.
        date_format: as in `read_csv`.

    Raises:
        TableError: values do not fit; carries all faults, each with row and column.
        OptionError: the mapping or the values name a column or a field that there is not.
        ArgumentError: an argument is of another type.
    """
    reading = _reading(of, mapping, values, date_format)
    ensure_argument(rows, Iterable, "rows", _ROWS, _READ_IT)
    given: object = rows
    if isinstance(given, (str, bytes, Mapping)):
        raise argument_error(cast("object", given), "rows", _ROWS, _READ_IT)
    return _records(lambda: row_table(read_data([*islice(rows, MOST_VALUES + 1)]), "<rows>"), of, reading, "<rows>")


def rows(document: OpsDocument, *, lang: Lang | None = None, every: bool = False) -> list[dict[str, Value]]:
    """The open items of a document as rows of plain values, as `pandas.DataFrame` and `polars.DataFrame` take them.

    Every row has the same keys, the names of fields, and a column has values of one type or `None`, that in
    `COLUMNS`: a due date is a day, and its time of day a text in `due_time`. An item with an ID that stands at
    several places has one row with all of its paths, and more only if a column would have two values. Secrets are
    masked.

    Args:
        document: the document.
        lang: the language of kinds, sections and enumeration values; the document's own if left out.
        every: whether closed items have rows too.

    Raises:
        ArgumentError: it is no document.
        ContentError: the document has values that do not fit their fields.
    """
    ensure_language(lang)
    groups = ensure(document)
    clean = redacted(document, groups, accepted_places(document, plaintext_secret))
    chosen = lang or document.output_lang
    return [
        {
            "kind": row.kind[chosen],
            "section": row.section[chosen],
            **dict(_cells(zip(item_rows.COLUMNS, row.cells(chosen), strict=True))),
            "paths": " ".join(row.paths),
        }
        for row in item_rows.item_rows(clean, every=every)
    ]


def _cells(cells: Iterable[tuple[str, item_rows.Cell]]) -> Iterator[tuple[str, Value]]:
    for name, cell in cells:
        yield name, cell.date() if isinstance(cell, datetime) else cell
        if _TYPES.get(name) is date:
            yield f"{name}_time", cell.timetz().isoformat("auto") if isinstance(cell, datetime) else None


def _records(table: Callable[[], Table], of: type[AnyRecord], reading: Reading, name: str) -> Rows[AnyRecord]:
    try:
        return Rows(*records_in(table(), of, reading, name))
    except TableError:
        raise
    except LoadError as error:
        raise TableError(error.source, error.faults) from error


def _decoded(data: bytes, encoding: str, path: Path) -> str:
    try:
        return encoded_text(data, encoding, path)
    except LookupError as cause:
        raise OptionError(message("没有编码“{name}”", "there is no encoding '{name}'", name=encoding)) from cause


def _reading(of: object, mapping: object, values: object, date_format: object) -> Reading:
    """The arguments that all readers take, checked."""
    given = of
    if not (isinstance(of, type) and issubclass(of, Record)):
        raise argument_error(given, "of", _CLASS, _SUCH_AS)
    for table, name in ((mapping, "mapping"), (values, "values")):
        ensure_argument(table, (Mapping, type(None)), name, _A_MAPPING, _LIKE[name])
    fields = cast("Mapping[str, str | None]", mapping or {})
    words = cast("Mapping[str, Mapping[str, object]]", values or {})
    for key, field in fields.items():
        ensure_argument(key, str, "mapping", _A_MAPPING, _LIKE["mapping"])
        ensure_argument(field, (str, type(None)), "mapping", _A_MAPPING, _LIKE["mapping"])
    for key, meanings in words.items():
        ensure_argument(key, str, "values", _A_MAPPING, _LIKE["values"])
        ensure_argument(meanings, Mapping, "values", _A_MAPPING, _LIKE["values"])
        ensure_several(tuple(meanings), str, "values", _A_MAPPING, _LIKE["values"])
    forms = (date_format,) if isinstance(date_format, str) else date_format
    ensure_several(forms, str, "date_format", _FORMS, _SUCH_FORMS)
    return Reading(
        of=of,
        mapping=fields,
        values=words,
        date_formats=tuple(map(ensure_date_format, cast("Sequence[str]", forms))),
    )


_TEXT, _NONE = Text("文字", "a text"), Text("不需要时省略", "leave it out if there is no need")
_ROWS = Text("若干行，每行是列名和内容", "rows, each a mapping from columns to values")
_READ_IT = Text("文件请用 read_csv 或 read_json", "read a file with read_csv or read_json")
_CLASS = Text("记录的类", "a class of records")
_SUCH_AS = Text("例如 opshandover.model.Task", "such as opshandover.model.Task")
_A_MAPPING = Text("对应表（dict）", "a mapping (dict)")
_LIKE = {
    "mapping": Text("列名在前，字段在后", "the column, then its field"),
    "values": Text(
        "字段在前，后面是把原词对应到含义的字典", "the field, then a dictionary of words and what they mean"
    ),
}
_FORMS = Text("日期格式", "a format of dates, or several")
_SUCH_FORMS = Text("例如 %Y/%m/%d", "such as %d/%m/%Y")
