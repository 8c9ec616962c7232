"""Paths written with the labels of the page."""

from collections.abc import Iterator
from functools import reduce
from itertools import takewhile
from typing import Any, cast

from opshandover.document.paths import Step, child_path, steps_of
from opshandover.layout.words.labels import PUNCTUATION, WHOLE_DOCUMENT
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.plain_text import shortened
from opshandover.text import Lang

_TITLE = 40


def path_label(path: str, document: OpsDocument, lang: Lang) -> str:
    """A path in the labels of the page, with items by number and title."""
    return " › ".join(_steps(path, document, lang)) or WHOLE_DOCUMENT[lang]


def _steps(path: str, document: OpsDocument, lang: Lang) -> Iterator[str]:
    value: Any = document
    of: type[Any] = OpsDocument
    steps = tuple(steps_of(path))
    for i, name in enumerate(steps):
        if isinstance(name, int):
            continue
        indexes = list(takewhile(lambda step: isinstance(step, int), steps[i + 1 :]))
        field = field_map(of).get(name) if issubclass(of, Record) else None
        if field is None:
            yield reduce(child_path, indexes, name)
            continue
        value = getattr(value, name, None)
        of = type(value) if isinstance(value, Record) else field.type
        said = field.label[lang]
        if indexes and issubclass(of, Record):
            said = of.label[lang]
        for index in indexes:
            value = _item(value, index)
            said += f" {int(index) + 1}"
        title = title_of(value, lang) if indexes and isinstance(value, Record) else ""
        marks = PUNCTUATION[lang]
        yield said + (marks.opening + shortened(title, _TITLE) + marks.closing if title else "")


def _item(value: Any, index: Step) -> object:
    items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    return items[index] if isinstance(index, int) and index < len(items) else None
