"""What is quick but not plain, each against its plain form in the same process.

Such code is worth reading only while it saves what the sentence beside it says. Each plain form
gives the same bytes or the same answer, which is compared before it is measured.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import Any
from unittest.mock import patch

from tests.bench.contest import Contest
from tests.bench.word import tasks_of

import opshandover as oh
from opshandover.caching import per_class
from opshandover.document import secrets
from opshandover.document.columns import RecordGroup
from opshandover.document.secrets import redacted
from opshandover.document.verify import ensure
from opshandover.document.walk import Node
from opshandover.exporters.word import columns as word_columns
from opshandover.exporters.word import tables
from opshandover.exporters.word.measure import TextMeasurer, texts_of
from opshandover.layout.tables import compared
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Field, field_values
from opshandover.pages.blocks import Cell
from opshandover.redaction import search
from opshandover.rules import engine
from opshandover.rules.rule import Rule

FEW, MANY = 1_000, 5_000
Change = tuple[object, str, object]


@contextmanager
def _with(changes: Sequence[Change]) -> Iterator[None]:
    """Puts plain forms in the place of others."""
    with ExitStack() as stack:
        for owner, name, plain in changes:
            stack.enter_context(patch.object(owner, name, plain))
        yield


def _plainly(changes: Sequence[Change], call: Callable[[], object]) -> object:
    with _with(changes):
        return call()


class _EachCell:
    """The cells of a column, every one looked at and written by itself."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "_EachCell":
        return cls(cells)

    def texts(self) -> set[str]:
        return {text for cell in self.cells for text in texts_of(cell.blocks)}

    def long(self, measurer: TextMeasurer, width: int, most: int) -> set[int]:
        return {number for number, cell in enumerate(self.cells) if measurer.is_long(cell.blocks, width, most)}


def _each_written(writer: Any, column: _EachCell, place: object) -> list[str]:
    return [writer._content(cell, place) for cell in column.cells]


def _value_by_value(rules: Sequence[Rule], held: Sequence[RecordGroup]) -> list[tuple[Node[Any], tuple[Rule, ...]]]:
    """The values that concern some of the rules, met in one walk over the document."""
    found: list[tuple[Node[Any], tuple[Rule, ...]]] = []

    @per_class
    def on(of: type[Any]) -> tuple[Rule, ...]:
        return tuple(r for r in rules if issubclass(of, r.on) and (r.among is None or r.among(of)))

    @cache
    def on_text(text: str) -> tuple[Rule, ...]:
        return tuple(r for r in on(str) if not r.where or [*r.where((text,))])

    def visit(value: object, path: str, order: tuple[int, ...], field: Field | None, owner: Record | None) -> None:
        to_ask = (value and on_text(value)) if isinstance(value, str) else on(type(value))
        if to_ask:
            found.append((Node(path, value, field, owner, order), to_ask))
        if isinstance(value, Record):
            for number, (inner, content) in enumerate(field_values(value)):
                if content is inner.default or not content:
                    continue
                at = f"{path}.{inner.name}" if path else inner.name
                if inner.many:
                    for i, item in enumerate(content):
                        visit(item, f"{at}[{i}]", (*order, number, i), inner, value)
                else:
                    visit(content, at, (*order, number), inner, value)

    visit(held[0].records[0], "", (), None, None)
    return found


class _Always:
    """Lets every text be searched."""

    def search(self, text: str) -> bool:
        return True


def contests(document_of: Callable[[int], OpsDocument]) -> Iterator[Contest]:
    """What is timed, after the plain form has given the same."""
    word = partial(oh.export, exporter="word")
    collector: Sequence[Change] = ((gc, "disable", gc.isenabled),)
    keys: Sequence[Change] = ((compared, "_keys", lambda _, values: range(len(values))),)
    cells: Sequence[Change] = (
        (word_columns, "CellColumn", _EachCell),
        (tables, "CellColumn", _EachCell),
        (tables.TableWriter, "_column", _each_written),
    )
    columns: Sequence[Change] = ((engine, "_concerned", _value_by_value),)
    quick_look: Sequence[Change] = ((search, "SIGNS", _Always()), (secrets, "SIGNS", _Always()))
    tricks: Sequence[tuple[str, str, Callable[[OpsDocument], object], Sequence[Change], Callable[[int], OpsDocument]]]
    tricks = (
        ("Word", "collector not put off", word, collector, tasks_of),
        ("Word", "cells laid out one by one", word, keys, tasks_of),
        ("Word", "cells written one by one", word, cells, tasks_of),
        ("check", "rules asked value by value", oh.check, columns, document_of),
        ("secrets blacked out", "no quick look", redacted, quick_look, document_of),
    )
    for what, plain, use, changes, make in tricks:
        for count in (FEW, MANY):
            one = partial(use, make(count))
            other = partial(_plainly, changes, one)
            if one() != other():
                raise AssertionError(f"{what}: {plain} gives something else")
            yield Contest(what=f"{what}, {count:,}", against=plain, one=one, other=other)
    for count in (FEW, MANY):
        document = tasks_of(count)
        yield Contest(
            what=f"verify once more, {count:,}",
            against="Word",
            one=partial(ensure, document),
            other=partial(word, document),
        )
