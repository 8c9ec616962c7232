"""Find values of the wrong type in documents that were built by a program.

Loading a file refuses such values, and a record refuses a wrong type, but not what no output can hold: a lone
surrogate, a number of a million digits. Check, score, dump and export each verify a document first and report
all such values at once; this takes a twentieth of the time of a Word export.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from types import NoneType
from typing import Any

from opshandover.arguments import ensure_argument
from opshandover.caching import per_class
from opshandover.document.columns import FieldColumn, RecordGroup, record_groups
from opshandover.document.walk import walk
from opshandover.limits import DECIMAL_DIGITS, INTEGER_DIGITS, MOST_CHARACTERS, is_bounded
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, fields_of, value_types
from opshandover.model.value_types import all_misfits, allows, misfit
from opshandover.text import Message, Text, message


def ensure(document: OpsDocument) -> tuple[RecordGroup, ...]:
    """Return a document and all records in it in groups, if every value fits its field.

    Raises:
        ArgumentError: it is no document.
        ContentError: some values do not fit; the message has the path, actual and expected type of each.
    """
    ensure_document(document)
    sound: list[RecordGroup] = []
    for group in record_groups(document):
        if not all(map(_is_sound_column, group.columns)):
            break
        sound.append(group)
    else:
        return tuple(sound)
    faults = tuple(_faults(document))
    if faults:
        raise all_misfits(
            faults,
            "文档中有 {n} 个值不合要求：{faults}{more}",
            "{n} value(s) of the document do not fit their fields: {faults}{more}",
        )
    return tuple(record_groups(document))


def ensure_document(given: object, name: str = "document") -> None:
    """Ensure that an argument is a document.

    Raises:
        ArgumentError: it is something else, such as the name of a file.
    """
    ensure_argument(given, OpsDocument, name, _DOCUMENT, _LOAD_IT)


_DOCUMENT = Text("交接文档（OpsDocument）", "a document (OpsDocument)")
_LOAD_IT = Text("文件请先用 oh.load(路径) 读入", "load a file with oh.load(path) first")


def _is_sound_column(column: FieldColumn) -> bool:
    """Whether all values of a column fit its field."""
    if column.field.many and set(map(type, column.contents)) != {tuple}:
        return False
    allowed = _allowed(column.group.of)[column.number]
    return allowed.issuperset(map(type, column.values)) and _are_sound(column.values, column.field.type)


def _are_sound(values: Iterable[Any], of: type[Any]) -> bool:
    """Whether values of the right type can be written; `None` is ignored."""
    if of is str:
        texts: list[str] = [text for text in values if text]
        return max(map(len, texts), default=0) <= MOST_CHARACTERS and is_unicode("".join(texts))
    return of not in (int, Decimal) or all(is_bounded(value) for value in values if value)


@per_class
def _allowed(cls: type[Record]) -> tuple[frozenset[type[Any]], ...]:
    """The types that the values of each field of a class may have."""
    return tuple(frozenset(_types(field)) for field in fields_of(cls))


def _types(field: Field) -> Iterator[type[Any]]:
    yield from value_types(field)
    if field.default is None and not field.many:
        yield NoneType


def _faults(root: Record) -> Iterator[Message]:
    """The message of each value that does not fit its field."""
    for node in walk(root, object):
        path, value, field = node.path, node.value, node.field
        if field is None or (value is None and field.default is None and not field.many):
            continue
        if field.many and value is getattr(node.owner, field.name):  # the whole value instead of an item
            yield misfit(path, field, value, whole=True)
        elif not allows(field, value):
            yield misfit(path, field, value)
        elif isinstance(value, str) and not is_unicode(value):
            yield message(
                "{path}：含有孤立的代理字符，不是有效的 Unicode 文本",
                "{path}: contains a lone surrogate, so it is not valid Unicode",
                path=path,
            )
        elif isinstance(value, str) and len(value) > MOST_CHARACTERS:
            yield message(
                "{path}：文字超过 {n} 个字符",
                "{path}: the text has more than {n} characters",
                path=path,
                n=MOST_CHARACTERS,
            )
        elif isinstance(value, (int, Decimal)) and not is_bounded(value):
            yield message(
                "{path}：数字超出范围：整数不超过 {digits} 位，其他数在小数点前后各不超过 {more} 位",
                "{path}: the number is out of bounds: a whole number has at most {digits} digits, any other at most "
                "{more} on either side of its point",
                path=path,
                digits=INTEGER_DIGITS,
                more=DECIMAL_DIGITS,
            )


def is_unicode(text: str) -> bool:
    """Whether a text can be encoded in UTF-8; one with lone surrogates cannot."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
