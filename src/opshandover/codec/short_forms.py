"""What people write in short: one value for a list, one word for a section, a person for a contact.

Each is rewritten as the long form before it is structured, so that the long form is all that the types know.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any, cast

from opshandover.codec import scalars
from opshandover.codec.hints import full_width_colon, space_after_colon
from opshandover.codec.names import (
    absence_keys,
    absence_meant,
    did_you_mean,
    field_names,
    listing,
)
from opshandover.codec.raw import is_unused
from opshandover.codec.scalars import WrongKeyError, WrongValueError, expected
from opshandover.model import Choice, NotApplicable, Nothing, Person, Record
from opshandover.model.fields import Kind, field_for_key, field_map, keys_of
from opshandover.redaction import excerpt
from opshandover.spelling import fold
from opshandover.text import Text, message


def items_of(of: type[Any], value: Any) -> list[object]:
    """The items of a list; one value that may be an item stands for a list of one."""
    if isinstance(value, list):
        return cast("list[object]", value)
    record = of if issubclass(of, Record) else None
    if not (record and record.main) and isinstance(value, dict) is not (record is not None):
        raise expected(
            _LIST, value, message("每项以“- ”开头，或写成 [ … ]", "start each item with '- ', or write [ … ]")
        )
    if isinstance(value, str) and issubclass(of, Person | Choice):
        several = [part for part in map(str.strip, _SEPARATORS.split(value)) if part]
        if len(several) > 1:
            each = f"[{', '.join(several)}]"
            raise expected(_LIST, value, message("几个写成 {each}", "write several as {each}", each=each))
    return [value]


_LIST = Text("列表", "a list")
_SEPARATORS = re.compile("[、，,；;/／]")
"""What people write between names; one value that holds it is meant as several."""


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
        if isinstance(value, str) and fold(value.partition("：")[0]) in keys_of(cls):
            raise expected(Text("键和值", "keys and values"), value, full_width_colon())
        return value
    raise expected(message("“{record}”的键和值", "the keys and values of '{record}'", record=cls.label), value)


def is_key_of_main(cls: type[Record], key: str) -> bool:
    """Whether a key is that of a field of the record in the main field: `{name: 李娜}` is a contact, too."""
    main = field_map(cls).get(cls.main)
    return main is not None and main.kind is Kind.RECORD and field_for_key(main.record, key) is not None


def joined_main(cls: type[Record], value: Any, beside: dict[str, Any], errors: list[Exception]) -> Any:
    """The value of a main field that is a record, with its fields that were written beside it."""
    if value is None:
        return beside
    if isinstance(value, list):
        return value
    of = field_map(cls)[cls.main].record
    given = cast("dict[str, Any]", value if isinstance(value, dict) else {of.main: value})
    errors += [WrongKeyError(key, same_field(f"{cls.main}.{key}")) for key in beside if key in given]
    return {**beside, **given}


def same_field(other: str) -> WrongValueError:
    """The error for a field that is given twice."""
    return WrongValueError(
        message("与“{other}”是同一字段", "same field as '{other}'", other=excerpt(other)), hint=_KEEP_ONE
    )


def unknown_key(cls: type[Record], key: str, content: object) -> WrongValueError:
    """The error for a key that is none of a class."""
    names = field_names(cls)
    if content is None and (":" in key or "：" in key):
        hint = full_width_colon() if "：" in key else space_after_colon()
        return WrongValueError(message("未知字段", "unknown field"), hint=hint)
    return WrongValueError(
        message("未知字段", "unknown field"),
        hint=did_you_mean(key, names) or message("可用：{names}", "available: {names}", names=listing(names)),
    )
