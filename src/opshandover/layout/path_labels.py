"""Where a path leads, in the words that stand on the page."""

import re
from collections.abc import Iterator
from typing import Any, cast

from opshandover.layout.words.labels import MARKS, WHOLE_DOCUMENT
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.plain_text import shortened
from opshandover.text import Lang

_STEP = re.compile(r"([^.\[\]]+)((?:\[\d+\])*)")
_TITLE = 40


def place_of(path: str, document: OpsDocument, lang: Lang) -> str:
    """Says where a path leads, in the labels that stand on the page; items by number and title."""
    return " › ".join(_steps(path, document, lang)) or WHOLE_DOCUMENT[lang]


def _steps(path: str, document: OpsDocument, lang: Lang) -> Iterator[str]:
    value: Any = document
    of: type[Any] = OpsDocument
    for name, indexes in _STEP.findall(path):
        field = field_map(of).get(name) if issubclass(of, Record) else None
        if field is None:
            yield name + indexes
            continue
        value = getattr(value, name, None)
        of = type(value) if isinstance(value, Record) else field.type
        said = field.label[lang]
        if indexes and issubclass(of, Record):
            said = of.label[lang]
        for index in re.findall(r"\d+", indexes):
            value = _item(value, int(index))
            said += f" {int(index) + 1}"
        title = title_of(value, lang) if indexes and isinstance(value, Record) else ""
        marks = MARKS[lang]
        yield said + (marks.opening + shortened(title, _TITLE) + marks.closing if title else "")


def _item(value: Any, index: int) -> object:
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    return items[index] if index < len(items) else None
