"""The types of the values of a record, checked when the record is made.

A wrong value is refused where it is written, not when the document is checked much later. What has one
meaning is taken: a list for a tuple, the name or label of an enumeration's value for the value. A text
for a date is not: whether it is one depends on how it is written, and the call that reads it is named.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from attrs import NOTHING

from opshandover.caching import per_class
from opshandover.errors import ContentError
from opshandover.limits import MOST_FAULTS_SHOWN
from opshandover.model.base import Record
from opshandover.model.choice import choice_for
from opshandover.model.fields import Field, Kind, field_values, fields_of, value_types
from opshandover.text import Message, Text, joined, message


def ensure_types(record: Record) -> None:
    """Ensure that every value of a new record has a type of its field, after taking what has one meaning.

    Raises:
        ContentError: some have not; the message has the field, expected and actual value of each, and the mend.
    """
    if _are_exact(type(record))(record):
        return
    faults: list[Message] = []
    for field, value in field_values(record):
        taken = _taken(field, value)
        if taken is not value:
            object.__setattr__(record, field.name, taken)
        faults += _misfits(f"{type(record).__name__}.{field.name}", field, taken)
    if faults:
        raise all_misfits(faults, "{faults}{more}", "{faults}{more}", between="\n")


@per_class
def _are_exact(cls: type[Record]) -> Callable[[Record], bool]:
    """A function that tells of a record of a class whether all its values have exactly the types of their fields.

    It is written out, as attrs writes initialisers: a loop over the fields takes three times as long.
    """
    names: dict[str, object] = {f"of{number}": _allowed(field) for number, field in enumerate(fields_of(cls))}
    tests = " and ".join(_test(field, f"of{number}") for number, field in enumerate(fields_of(cls)))
    exec(f"def are_exact(r):\n    return {tests or True}", names)  # noqa: S102 - nothing but names of fields
    return cast("Callable[[Record], bool]", names["are_exact"])


def _allowed(field: Field) -> object:
    """What the test of a field compares with: a set of types, several types, or one."""
    types = value_types(field)
    if field.many:
        return frozenset(types)
    return types[0] if len(types) == 1 else types


def _test(field: Field, of: str) -> str:
    """The test of one field; `of` is the name of its type or types."""
    value = f"r.{field.name}"
    if field.many:
        return f"type({value}) is tuple and (not {value} or {of}.issuperset(map(type, {value})))"
    test = f"type({value}) {'in' if len(value_types(field)) > 1 else 'is'} {of}"
    return test if field.default is not None else f"({value} is None or {test})"


def _taken(field: Field, value: object) -> object:
    """A value as its field holds it, if that has one meaning; any other as it is."""
    if field.many:
        is_list = isinstance(value, (list, tuple))
        return tuple(_item_taken(field, one) for one in cast("list[object]", value)) if is_list else value
    return _item_taken(field, value)


def _item_taken(field: Field, value: object) -> object:
    if field.kind is Kind.CHOICE and isinstance(value, str):
        return choice_for(field.choice, value) or value
    return value


def _misfits(place: str, field: Field, value: object) -> Iterator[Message]:
    if field.many and isinstance(value, tuple):
        for i, one in enumerate(cast("tuple[object, ...]", value)):
            if not allows(field, one):
                yield misfit(f"{place}[{i}]", field, one)
    elif field.many or not allows(field, value):
        yield misfit(place, field, value, whole=field.many)


def allows(field: Field, value: object) -> bool:
    """Whether a single value has a type of its field: exactly, where a subclass means something else (`datetime`)."""
    if value is None:
        return field.default is None and not field.many
    types = value_types(field)
    return type(value) in types if isinstance(value, (bool, date)) else isinstance(value, types)


def misfit(place: str, field: Field, value: object, *, whole: bool = False) -> Message:
    """What is wrong with a value that a field does not allow, and how to mend it.

    Args:
        place: where the value is.
        field: the field.
        value: the value, or one of several.
        whole: whether it is the value of a field that holds a tuple, but is none.
    """
    written = _written(field, value)
    kind = f"class {value.__name__}" if isinstance(value, type) else type(value).__name__
    return message(
        "{place}：应为 {expected}，实际是 {got}；{mend}",
        "{place}: expected {expected}, got {got}; {mend}",
        place=place,
        expected=Text("元组（tuple）", "a tuple") if whole else " | ".join(of.__name__ for of in value_types(field)),
        got=f"{kind} {written}" if written else kind,
        mend=_mend(field, value, written or "…", whole=whole),
    )


def all_misfits(faults: Sequence[Message], zh: str, en: str, between: str = "") -> ContentError:
    """The error that names all values that do not fit; its text has places for `n`, `faults` and `more`."""
    shown = faults[:MOST_FAULTS_SHOWN]
    more = Text("；……", "; …") if len(faults) > len(shown) else ""
    return ContentError(
        message(zh, en, n=len(faults), faults=joined(shown, between or "；", between or "; "), more=more)
    )


def _written(field: Field, value: object) -> str:
    """A value as it is written in Python, shortened; nothing for a large one, or one that is a secret in its field."""
    from opshandover.redaction import excerpt, redact  # not needed while nothing is wrong

    if not isinstance(value, (str, int, float, Decimal, date)) or isinstance(value, bool):
        return ""
    written = excerpt(f"'{value}'" if isinstance(value, str) else str(value))
    said = f"{field.label.zh}：{written}"
    return written if redact(said) == said else ""


def _mend(field: Field, value: object, written: str, *, whole: bool) -> Message:
    """What to write in place of a value: the value itself in the right type, if that can be told."""
    if value is None and field.default is not NOTHING:
        return message("不填时省略 {name}", "leave {name} out", name=field.name)
    of = value_types(field)[0]
    if whole and isinstance(value, of):
        return _write(f"({of.__name__}(…),)" if issubclass(of, Record) else f"({written},)")
    mend = _made(field, of, value, written)
    return _write(f"({mend},)" if whole else mend)


def _write(mend: str) -> Message:
    return message("请写 {mend}", "write {mend}", mend=mend)


def _made(field: Field, of: type[Any], value: object, written: str) -> str:
    match field.kind:
        case Kind.CHOICE:
            return " | ".join(f"{of.__name__}.{one.name}" for one in field.choice)
        case Kind.RECORD | Kind.SECTION:
            main = field.record.main if isinstance(value, str) else ""
            return f"{of.__name__}({main}={written})" if main else f"{of.__name__}(…)"
        case Kind.DATE | Kind.DATETIME | Kind.WHEN if isinstance(value, str):
            return _date_from(value, of, written)
        case Kind.DATE if isinstance(value, datetime):
            return f"{field.name}.date()"
        case Kind.DATE | Kind.DATETIME | Kind.WHEN:
            return "datetime(2026, 11, 28, 9, 30)" if of is datetime else "date(2026, 11, 28)"
        case Kind.DECIMAL:
            return f"Decimal('{written.strip(chr(39))}')"
        case Kind.BOOLEAN:
            return "True | False"
        case _:
            return f"{of.__name__}({written})"


def _date_from(value: str, of: type[Any], written: str) -> str:
    """The call that reads a date from a text, of the type that it is: with or without a time of day."""
    for kind in (of, datetime):
        with suppress(ValueError):
            kind.fromisoformat(value)
            return f"{kind.__name__}.fromisoformat({written})"
    return "datetime(2026, 11, 28, 9, 30)" if of is datetime else "date(2026, 11, 28)"
