"""Tables of other programs: CSV as spreadsheets and ticket systems write it, and rows of JSON."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from attrs import field, frozen

from opshandover.codec import json
from opshandover.codec.item_table import unguarded
from opshandover.codec.raw import Raw
from opshandover.errors import Fault, TableError
from opshandover.files import decode, file_kind, in_other_encoding, is_encoded_as
from opshandover.limits import MOST_VALUES
from opshandover.text import Message, message

Cells = Mapping[str, object]
"""One row: its cells by the heading of their column."""


def _no_line(_: int) -> None:
    return None


@frozen(kw_only=True)
class Table:
    """The rows of a table and its headings, each once.

    `doubled` are the headings that several columns have; `line_of` is the line on which a row begins, by the
    index of the row, or `None` where there are no lines.
    """

    headings: tuple[str, ...]
    rows: tuple[Cells, ...]
    line_of: Callable[[int], int | None] = field(default=_no_line, eq=False)
    doubled: frozenset[str] = field(default=frozenset[str]())


def text_of(data: bytes, path: Path) -> str:
    """The text of a table in UTF-8, in UTF-16 with a byte order mark, or in GBK, as Excel saves it in China.

    Raises:
        LoadError: it is no text, or in another encoding.
    """
    if (other := in_other_encoding(data)) is not None:
        return other
    if b"\0" in data or file_kind(data) or is_encoded_as(data, "utf-8"):
        return decode(data, path)
    raise TableError(str(path), (Fault(path="", problem=_NO_UTF_8, hint=_SAY_ENCODING),))


_NO_UTF_8 = message("文件编码既不是 UTF-8，也不像 GBK", "the file is not UTF-8 and does not look like GBK")
_SAY_ENCODING = message(
    '请用 encoding= 指定编码，例如 encoding="gb18030"', 'say the encoding by encoding=, such as encoding="gb18030"'
)


def encoded_text(data: bytes, encoding: str, path: Path) -> str:
    """The text of a table in an encoding that is said.

    Raises:
        LoadError: the bytes are no text in it.
        LookupError: there is no such encoding.
    """
    codecs.lookup(encoding)
    return _decoded(data, encoding, path).removeprefix("\ufeff")


def _decoded(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeError, ValueError) as cause:
        problem = message("文件编码不是 {encoding}", "the file is not encoded as {encoding}", encoding=encoding)
        raise TableError(str(path), (Fault(path="", problem=problem),)) from cause
    if "\0" in text:
        raise TableError(str(path), (Fault(path="", problem=_BINARY),))
    return text


_BINARY = message("这是二进制文件，不是文本文件", "binary file, expected text")


_QUOTED = re.compile(r'"[^"]*+"?')
_SEPARATOR = re.compile(r"\Asep=(.)\r?\n")
SEPARATORS = (",", ";", "\t", "|")
"""What may stand between two cells; the one that the headings have most of is taken."""


def csv_table(text: str, delimiter: str | None, name: str) -> Table:
    """The table in a CSV text, whose first row has the headings.

    Raises:
        TableError: it is none, or larger than the limits.
    """
    if (said := _SEPARATOR.match(text)) is not None:
        delimiter, text = delimiter or said[1], text[said.end() :]
    first_line = 1 + (said is not None)
    if delimiter is None:
        bare = _QUOTED.sub("", text.lstrip("\r\n"))
        heading = re.split(r"[\r\n]", bare, maxsplit=1)[0]
        delimiter = max(SEPARATORS, key=heading.count)
    rows = _csv_rows(text, delimiter, name, first_line)
    first = next(rows, None)
    if first is None:
        raise TableError(name, (Fault(path="", problem=_EMPTY, hint=_HEADINGS_FIRST),))
    headings = [heading.strip() for heading in first[1]]
    found: list[Cells] = []
    lines: list[int] = []
    faults: list[Fault] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells[len(headings) :]):
            problem = message(
                "有 {n} 格，表头只有 {m} 格", "{n} cells, but {m} headings", n=len(cells), m=len(headings)
            )
            faults.append(Fault(path="", problem=problem, hint=_QUOTE_IT, line=line))
        by_heading: dict[str, object] = {}
        for heading, cell in zip(headings, cells, strict=False):
            if heading and (cell.strip() or heading not in by_heading):
                by_heading[heading] = unguarded(cell)
        found.append(by_heading)
        lines.append(line)
    if faults:
        raise TableError(name, tuple(faults))
    counts = Counter(filter(None, headings))
    return Table(
        headings=tuple(counts),
        rows=tuple(found),
        line_of=lines.__getitem__,
        doubled=frozenset(heading for heading, count in counts.items() if count > 1),
    )


_EMPTY = message("没有表头", "there are no headings")
_HEADINGS_FIRST = message("第一行应为列名", "the first row should have the names of the columns")
_QUOTE_IT = message("含有分隔符的内容请加引号", "put cells that hold the separator in quotes")


def _csv_rows(text: str, delimiter: str, name: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    left, line = MOST_VALUES, first_line
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as cause:
            raise TableError(
                name, (Fault(path="", problem=_csv_problem(cause), hint=_SAVE_AGAIN, line=line),)
            ) from cause
        if cells is None:
            return
        left -= len(cells)
        if left < 0:
            raise TableError(
                name, (Fault(path="", problem=message("超过 {n} 格", "more than {n} cells", n=MOST_VALUES)),)
            )
        if any(map(str.strip, cells)):
            yield line, cells
        line = reader.line_num + first_line


_SAVE_AGAIN = message(
    "引号须成对，引号中的引号写两次；可在表格软件中另存为 CSV",
    'quotes come in pairs, and one within quotes is written twice (""); a spreadsheet saves it so as CSV',
)


def _csv_problem(cause: csv.Error) -> Message:
    if "field limit" in str(cause):
        n = csv.field_size_limit()
        return message(
            "一格超过 {n} 个字符，或引号没有配对", "a cell has more than {n} characters, or an open quote", n=n
        )
    return message("引号不完整", "a quote that is not closed, or stands within a cell")


def json_table(text: str, name: str) -> Table:
    """The table in JSON: a list of objects, or an object with one such list.

    Raises:
        TableError: it is none, or no JSON.
    """
    raw = json.read(text)
    if raw.faults:
        raise TableError(name, raw.faults)
    data: object = raw.data
    keys: tuple[str, ...] = ()
    if isinstance(data, dict):
        content = cast("dict[str, object]", data)
        lists = [key for key, value in content.items() if _is_list_of_mappings(value)]
        if len(lists) == 1:
            keys, data = (lists[0],), content[lists[0]]

    marks = cache(lambda: json.marks(text))

    def line_of(index: int) -> int | None:
        mark = marks()
        for key in keys:
            mark = mark.children[key]
        return mark.children[index].line

    return row_table(Raw(data=data), name, line_of)


def _is_list_of_mappings(value: object) -> bool:
    several = cast("list[object]", value) if isinstance(value, list) else []
    return bool(several) and isinstance(several[0], dict)


def row_table(raw: Raw, name: str, line_of: Callable[[int], int | None] = _no_line) -> Table:
    """The table in a list of mappings; a mapping in a cell is a cell for each of its keys, `owner.name`.

    Raises:
        TableError: it is none.
    """
    data: object = raw.data
    faults = list(raw.faults)
    if not faults and not isinstance(data, list):
        faults.append(Fault(path="", problem=_NO_LIST))
    rows: list[Cells] = []
    for i, one in enumerate(cast("Sequence[object]", data) if isinstance(data, list) else ()):
        if not isinstance(one, dict):
            faults.append(Fault(path=f"[{i}]", problem=_NO_ROW, hint=_TO_DICTS, line=line_of(i)))
            break
        rows.append(dict(_flat(cast("dict[str, Any]", one), "")))
    if faults:
        raise TableError(name, tuple(faults))
    headings = dict.fromkeys(heading for row in rows for heading in row)
    return Table(headings=tuple(headings), rows=tuple(rows), line_of=line_of)


_NO_LIST = message("应为一列对象，每行一个", "expected a list of objects, one for each row")
_NO_ROW = message("应为键和值，列名和内容", "expected keys and values: the columns and what they hold")
_TO_DICTS = message(
    "pandas 用 df.to_dict('records')，polars 用 df.to_dicts()",
    "with pandas give df.to_dict('records'), with polars df.to_dicts()",
)


def _flat(content: Mapping[str, Any], before: str) -> Iterator[tuple[str, object]]:
    for key, value in content.items():
        if isinstance(value, dict):
            yield from _flat(cast("dict[str, Any]", value), f"{before}{key}.")
        else:
            yield f"{before}{key}", value
