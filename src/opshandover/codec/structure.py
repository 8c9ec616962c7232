"""Structure a document from plain data, strictly, and report all faults at once.

cattrs traverses the types; the hooks here check every record, list and value, because the defaults of
cattrs turn `None` into "None", a text into a list of letters and "false" into True.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, partial
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from attrs import define
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from opshandover.codec import scalars
from opshandover.codec.dates_meant import REFERENCES
from opshandover.codec.names import ABSENCES, Naming, key_for
from opshandover.codec.scalars import WrongKeyError, WrongValueError, expected
from opshandover.codec.short_forms import (
    absence_in,
    is_key_of_main,
    items_of,
    joined_main,
    list_of,
    main_value,
    only_list,
    same_field,
    takes_prose,
    unknown_key,
)
from opshandover.document.dates import day_of
from opshandover.document.paths import child_path
from opshandover.errors import Fault, UnknownNameError
from opshandover.limits import MOST_FAULTS
from opshandover.model import Choice, NotApplicable, Nothing, OpsDocument, Record
from opshandover.model.base import TYPES_ARE_RIGHT, Markup, last_day
from opshandover.model.fields import field_for_key, field_map
from opshandover.profiles import profile_named
from opshandover.text import Text, message

Hook = Callable[[Any, Any], Any]


AnyRecord = TypeVar("AnyRecord", bound=Record)


def structure(data: object, of: type[AnyRecord], *, textual: bool) -> tuple[AnyRecord | None, tuple[Fault, ...]]:
    """A document, or another record, from the data of a file: either the record, or faults.

    Args:
        data: dicts, lists and scalars, as parsed from a format.
        of: the class of the record.
        textual: whether all scalars are text, to be converted by the type of their field.
    """
    room = _ROOM.set(_Room())
    references = REFERENCES.set(_references(data) if of is OpsDocument else ())
    right = TYPES_ARE_RIGHT.set(True)
    try:
        made = _converter(textual).structure(data, of)
    except Exception as cause:
        return None, tuple(islice(_faults(cause, ""), MOST_FAULTS))
    finally:
        _ROOM.reset(room)
        REFERENCES.reset(references)
        TYPES_ARE_RIGHT.reset(right)
    return made, ()


def _references(data: object) -> tuple[date, ...]:
    """The date of a document that is not structured yet, as `Header.as_of` has it; both days of a shift over midnight."""
    for path in _DATED:
        when = _date_at(data, path)
        if when and path == ("shift", "end"):
            begin = _date_at(data, ("shift", "start"))
            days = (begin and day_of(begin), last_day(when) if isinstance(when, datetime) else None)
            return tuple(dict.fromkeys(filter(None, days)))
        if when:
            return (day_of(when),)
    return ()


_DATED = (
    *(("prepared_on",), ("shift", "end"), ("period", "end"), ("updated_on",)),
    *(("shift", "start"), ("next_shift", "start"), ("next_shift", "end"), ("effective_on",)),
)
"""Where a document has its date; what stands in the second line is only near it."""


def _date_at(data: object, path: tuple[str, ...]) -> date | None:
    """The date at a path of data, if there is a valid one."""
    value, cls = data, cast("type[Record]", OpsDocument)
    for name in path:
        value = _value_of(value, cls, name)
        cls = field_map(cls)[name].type
    with suppress(WrongValueError):
        return scalars.when(value)
    return None


def _value_of(data: object, cls: type[Record], name: str) -> object:
    content = cast("dict[str, object]", data) if isinstance(data, dict) else {}
    keys = (key for key in content if (field := field_for_key(cls, key)) and field.name == name)
    return content.get(next(keys, ""))


@define
class _Room:
    """How many more errors are collected: lists and objects are not read on when there is no room left."""

    left: int = MOST_FAULTS

    def take(self, errors: int = 1) -> bool:
        """Take the room of an error, or of none if it was taken further down; returns whether there is more."""
        self.left -= errors
        return self.left > 0


_ROOM: ContextVar[_Room] = ContextVar("room for errors")


@cache
def _converter(textual: bool) -> Converter:
    converter = Converter(detailed_validation=True)
    for of, take in (scalars.TEXTUAL if textual else scalars.TYPED).items():
        converter.register_structure_hook(of, partial(_ignoring_type, take))
    converter.register_structure_hook(Choice, _choice)
    converter.register_structure_hook_func(partial(_is_marked, Markup.PROFILE), lambda value, _: _profile(value))
    converter.register_structure_hook_func(partial(_is_marked, Markup.WHEN), partial(_ignoring_type, scalars.when))
    converter.register_structure_hook_factory(_is_list, partial(_list_hook, converter))
    converter.register_structure_hook_factory(_is_optional, partial(_optional_hook, converter))
    converter.register_structure_hook_factory(_is_section, partial(_section_hook, converter))
    converter.register_structure_hook_factory(_is_record, partial(_record_hook, converter))
    return converter


def _ignoring_type(take: scalars.Parser, value: Any, _: Any) -> Any:
    return take(value)


def _is_record(of: Any) -> bool:
    return isinstance(of, type) and issubclass(of, Record)


def _is_list(of: Any) -> bool:
    return get_origin(of) is tuple


def _is_optional(of: Any) -> bool:
    return get_origin(of) in (Union, UnionType) and len(get_args(of)) == 2 and NoneType in get_args(of)


def _is_section(of: Any) -> bool:
    return get_origin(of) in (Union, UnionType) and Nothing in get_args(of)


def _is_marked(markup: Markup, of: Any) -> bool:
    return get_origin(of) is Annotated and markup in get_args(of)


def _choice(value: Any, cls: type[Choice]) -> Choice:
    return scalars.choice(cls, value)


def _profile(value: Any) -> str:
    written = scalars.text(value)
    try:
        return profile_named(written).name
    except UnknownNameError as cause:
        raise WrongValueError(cause.message) from cause


def _list_hook(converter: Converter, of: Any) -> Hook:
    item_type = get_args(of)[0]
    take = converter.get_structure_hook(item_type)

    def structure_list(value: Any, _: Any) -> tuple[Any, ...]:
        items: list[Any] = []
        errors: list[Exception] = []
        for i, item in enumerate(items_of(item_type, value)):
            try:
                items.append(take(_not_null(item), item_type))
            except Exception as cause:
                note = IterableValidationNote(f"item {i}", i, item_type)
                cause.__notes__ = [*getattr(cause, "__notes__", []), note]
                errors.append(cause)
                if not _ROOM.get().take(isinstance(cause, WrongValueError)):
                    break
        if errors:
            raise _group(IterableValidationError, errors, tuple)
        return tuple(items)

    return structure_list


def _not_null(item: Any) -> Any:
    if item is None:
        raise expected(Text("非空的列表项", "a non-empty item"), None)
    return item


def _optional_hook(converter: Converter, of: Any) -> Hook:
    """The hook of a type or `None`; cattrs has one that looks for the hook of the type at each value."""
    inner = next(one for one in get_args(of) if one is not NoneType)
    take = converter.get_structure_hook(inner)
    return lambda value, _: None if value is None else take(value, inner)


def _section_hook(converter: Converter, of: Any) -> Hook:
    cls = next(a for a in get_args(of) if a not in (Nothing, NotApplicable, type(None)))

    def structure_section(value: Any, _: Any) -> Record:
        if absence := absence_in(cls, value):
            return absence
        only = only_list(cls)
        if only and (isinstance(value, list) or (isinstance(value, str) and takes_prose(cls))):
            value = {only.name: cast("object", value)}
        if not isinstance(value, dict):
            listed = list_of(cls)
            hint = message(
                "写成 {content}；没有内容时写 {nothing}，不需要该章节时写 {not_applicable}",
                "write {content}; or {nothing} if there is nothing to report, {not_applicable} if not needed",
                content=Text(*(f"{{{key_for(listed, naming)}: […]}}" for naming in _NAMINGS)),
                **_ABSENCES,
            )
            raise expected(Text("一个章节（键和值）", "a section (keys and values)"), value, hint)
        record: Record = converter.structure(value, cls)
        return record

    return structure_section


_NAMINGS: tuple[Naming, ...] = ("zh", "name")
"""How keys are shown to readers of Chinese, and of English."""
_ABSENCES = {key: Text(f"{{{cls.label.zh}: 原因}}", f"{{{key}: reason}}") for key, cls in ABSENCES.items()}
"""How a section without content is written."""


def _record_hook(converter: Converter, cls: type[Record]) -> Hook:
    """The hook of one class: resolve keys, then let cattrs structure the fields."""
    inner = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure_record(value: Any, _: Any) -> Record:
        by_name, errors = _by_field_name(cls, value)
        try:
            record = inner(by_name, cls)
        except ClassValidationError as cause:
            errors += cause.exceptions
        else:
            if not errors:
                return record
        raise _group(ClassValidationError, errors, cls)

    return structure_record


def _by_field_name(cls: type[Record], value: Any) -> tuple[dict[str, Any], list[Exception]]:
    """A record's data under field names, without empty values."""
    if not isinstance(value, dict):
        return {cls.main: main_value(cls, value)}, []
    by_name: dict[str, Any] = {}
    of_main: dict[str, Any] = {}
    errors: list[Exception] = []
    given = cast("dict[str, Any]", value)
    for key, content in given.items():
        field = field_for_key(cls, key)
        if field is None and is_key_of_main(cls, key):
            of_main |= {} if content is None else {key: content}
        elif field is None:
            errors.append(WrongKeyError(key, unknown_key(cls, key, content)))
            if not _ROOM.get().take():
                break
        elif content is None:
            continue
        elif field.name in by_name:
            first = next(one for one in given if field_for_key(cls, one) is field and given[one] is not None)
            errors.append(WrongKeyError(field.name, same_field(key, first)))
            if not _ROOM.get().take():
                break
        else:
            by_name[field.name] = content
    if of_main:
        by_name[cls.main] = joined_main(cls, by_name.get(cls.main), of_main, errors)
    return by_name, errors


def _group(kind: Any, errors: list[Exception], of: type[Any]) -> Exception:
    """An exception group as cattrs makes them; its initialiser takes more than its base class declares."""
    group: Exception = kind("faulty", errors, of)
    return group


def _faults(error: BaseException, path: str) -> Iterator[Fault]:
    """The faults that cattrs collected, each with its path."""
    match error:
        case WrongKeyError():
            yield Fault(path=child_path(path, error.key), problem=error.problem, hint=error.hint)
        case WrongValueError():
            yield Fault(path=path, problem=error.problem, got=error.got, hint=error.hint)
        case KeyError():
            yield Fault(
                path=child_path(path, str(error.args[0])), problem=message("缺少必填字段", "required field missing")
            )
        case ClassValidationError() | IterableValidationError():
            for one in error.exceptions:
                yield from _faults(one, _path_of(one, path))
        case _:
            raise error


def _path_of(error: BaseException, path: str) -> str:
    """The path of the value that an error is about, below the value at a path."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return child_path(path, note.index)
        if isinstance(note, AttributeValidationNote) and not isinstance(error, KeyError):
            return child_path(path, note.name)
    return path
