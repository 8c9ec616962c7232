"""What people write in short: one value for a list, one word for a section, a person for a contact.

Each is rewritten as the long form before it is structured, so that the long form is all that the types know.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any, cast

from opshandover.caching import per_class
from opshandover.codec import scalars
from opshandover.codec.hints import IN_QUOTES, with_colon
from opshandover.codec.names import (
    absence_keys,
    absence_meant,
    did_you_mean,
    field_names,
    key_for,
    listing,
)
from opshandover.codec.raw import is_unused
from opshandover.codec.scalars import WrongKeyError, WrongValueError, expected
from opshandover.model import Choice, NotApplicable, Nothing, Person, Record
from opshandover.model.fields import Field, Kind, field_for_key, field_map, fields_of, keys_of, main_field
from opshandover.redaction import excerpt
from opshandover.spec import Need
from opshandover.spelling import fold
from opshandover.text import LANGUAGES, Lang, Text, message


def items_of(of: type[Any], value: Any) -> list[object]:
    """The items of a list; one value that may be an item stands for a list of one."""
    if isinstance(value, list):
        return cast("list[object]", value)
    record = of if issubclass(of, Record) else None
    if not (record and record.main) and isinstance(value, dict) is not (record is not None):
        raise expected(
            _LIST, value, message("每项以“- ”开头，或写成 [ … ]", "start each item with '- ', or write [ … ]")
        )
    if isinstance(value, str) and issubclass(of, _NAMES):
        several = [part for part in map(str.strip, SEPARATORS.split(value)) if part]
        if len(several) > 1:
            hint = message("几个写成 {each}", "write several as {each}", each=f"[{', '.join(several)}]")
            if of is Person and len(several) == len(_ONE_PERSON):
                hint = message(
                    "几个人写成 {each}；一个人写成 {one}",
                    "write several as {each}, one person as {one}",
                    **hint.values,
                    one=Text(*(_person_of(several, lang) for lang in LANGUAGES)),
                )
            raise expected(_LIST, value, hint)
    return [value]


def _person_of(values: list[str], lang: Lang) -> str:
    keys = (key_for(field_map(Person)[name], "zh" if lang == "zh" else "name") for name in _ONE_PERSON)
    return f"{{{', '.join(f'{key}: {value}' for key, value in zip(keys, values, strict=True))}}}"


_ONE_PERSON = ("name", "role")
"""What two texts with a comma may say of one person."""


@per_class
def list_of(cls: type[Record]) -> Field:
    """The field of a section that its content is listed in: the first list that is required, or the first at all."""
    lists = [field for field in fields_of(cls) if field.many]
    return next((field for field in lists if field.spec.need is Need.REQUIRED), lists[0])


@per_class
def only_list(cls: type[Record]) -> Field | None:
    """The field of a record that has no other, and whose items may be written short: it may stand for the record."""
    if len(fields_of(cls)) > 1 or not fields_of(cls)[0].many:
        return None
    return list_of(cls) if list_of(cls).kind is Kind.RECORD and list_of(cls).record.main else None


@per_class
def takes_prose(cls: type[Record]) -> bool:
    """Whether any sentence may stand for a record, as its items are sentences: a name would be a claim."""
    only = only_list(cls)
    return only is not None and field_map(only.record)[only.record.main].kind is Kind.PROSE


_LIST = Text("列表", "a list")
SEPARATORS = re.compile("[、，,；;/／]")
"""What people write between names; one value that holds it is meant as several."""
_NAMES = (Person, Choice)


def is_separated(field: Field) -> bool:
    """Whether a text of names with signs between them is meant as several items of a field, as a cell of a table is."""
    return field.many and issubclass(field.type, _NAMES)


def absence_in(cls: type[Record], value: Any) -> Nothing | NotApplicable | None:
    """The statement that a section is absent, if a value is one: a bare word, or a key with the reason.

    Keys beside it that are as a starter has them, empty or with its examples, say nothing.
    """
    if isinstance(value, str):
        meant = absence_meant(value)
        return meant(reason="") if meant else None
    content = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    stated = {key: absence for key in content if (absence := absence_keys().get(fold(key)))}
    if not stated:
        return None
    key = max(stated, key=lambda key: (not is_unused(content[key]), content[key] is None))
    if any(other != key and not is_unused(beside) for other, beside in content.items()):
        problem = message("“{key}”旁边不能再有内容", "nothing else can stand beside '{key}'", key=excerpt(key))
        raise WrongKeyError(key, WrongValueError(problem, hint=_KEEP_ONE))
    return stated[key](reason="" if content[key] is None else scalars.text(content[key]))


_KEEP_ONE = message("只保留一处", "keep one of them")


def main_value(cls: type[Record], value: Any) -> Any:
    """The value of a record's main field, written in place of the record."""
    if cls.main and isinstance(value, (str, int, Decimal, date)):
        meant = key_meant(cls, value) if isinstance(value, str) else None
        if meant is not None:
            raise expected(Text("键和值", "keys and values"), value, with_colon(*meant, wide="：" in str(value)))
        return value
    raise expected(message("“{record}”的键和值", "the keys and values of '{record}'", record=cls.label), value)


def key_meant(cls: type[Record], value: str) -> tuple[str, str] | None:
    """The key of a class and the value that a text has with a colon that ends no key between them; `None` if it is a text."""
    name, *rest = _COLON.split(value, 1)
    return (name, rest[0]) if rest and fold(name) in keys_of(cls) else None


_COLON = re.compile(r"：|:(?=[^\s/\\])")
"""A colon between a key and its value, as people write it."""


def is_key_of_main(cls: type[Record], key: str) -> bool:
    """Whether a key is that of a field of the record in the main field: `{name: 李娜}` is a contact, too."""
    main = main_field(cls)
    return main is not None and main.kind is Kind.RECORD and field_for_key(main.record, key) is not None


def keys_taken(cls: type[Record]) -> list[tuple[str, Text]]:
    """Name and label of each key that a record takes; first those of the record in its main field."""
    main = main_field(cls)
    beside = field_names(main.record) if main is not None and main.kind is Kind.RECORD else []
    return list(dict.fromkeys((*beside, *field_names(cls))))


def joined_main(cls: type[Record], value: Any, beside: dict[str, Any], errors: list[Exception]) -> Any:
    """The value of a main field that is a record, with its fields that were written beside it."""
    if value is None:
        return beside
    if isinstance(value, list):
        return cast("object", value)
    of = field_map(cls)[cls.main].record
    given = cast("dict[str, Any]", value if isinstance(value, dict) else {of.main: value})
    errors += [WrongKeyError(key, same_field(key, f"{cls.main}.{key}")) for key in beside if key in given]
    return {**beside, **given}


def same_field(written: str, other: str) -> WrongValueError:
    """The error for a field that is given twice, with both keys as they were typed."""
    keys = {"key": excerpt(written), "other": excerpt(other)}
    return WrongValueError(
        message("“{key}”与“{other}”是同一字段", "'{key}' is the same field as '{other}'", **keys), hint=_KEEP_ONE
    )


def unknown_key(cls: type[Record], key: str, content: object) -> WrongValueError:
    """The error for a key that is none of a class."""
    names = keys_taken(cls)
    if content is None and (":" in key or "：" in key):
        name, *rest = _COLON.split(key, 1)
        hint = with_colon(name, rest[0], wide="：" in key) if rest else IN_QUOTES
        return WrongValueError(message("未知字段", "unknown field"), hint=hint)
    near = _namesake(cls, key) if fold(key) in _NAMING_WORDS else None
    return WrongValueError(
        message("未知字段", "unknown field"),
        hint=did_you_mean(near or key, names) or message("可用：{names}", "available: {names}", names=listing(names)),
    )


_NAMING_WORDS = frozenset(
    "name title subject topic headline summary 名称 标题 主题 题目 名字 事项 内容 任务 问题".split()
)
"""What people call the field that says what a record is, whatever it is called in that kind of record."""


def _namesake(cls: type[Record], key: str) -> str | None:
    """The main field of a record, which people call by another name: the `title` of a meeting is its `name`."""
    main = main_field(cls)
    if main is None or main.kind not in (Kind.TEXT, Kind.PROSE):
        return None
    return main.name if key.isascii() else main.label.zh
