"""Records of one class, compared field by field: equal values are processed once.

Measured, a Word file of 1,000 or of 5,000 tasks would take 1.5 to 2 times as long cell by cell.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, pairwise, repeat, starmap
from operator import attrgetter, eq
from typing import Any

from attrs import evolve, frozen

from opshandover.caching import per_class
from opshandover.document.required import is_done, required_of
from opshandover.layout.fill_in import FillIn
from opshandover.layout.tables.cells import Blocks, field_cell, placeholder, shared_blocks
from opshandover.layout.tables.fitting import are_all_compact, is_compact
from opshandover.layout.words.labels import EMPTY, SEE_BELOW
from opshandover.layout.words.short import text_cell
from opshandover.layout.words.units import companion_names, has_companions
from opshandover.layout.words.values import has_content, inline_field
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, fields_of, values_of
from opshandover.pages.blocks import Cell, Paragraph, text_of
from opshandover.plain_text import greatest_width
from opshandover.text import Lang

Predicate = Callable[[Field, Sequence[Any], Lang], bool]
"""A predicate on all values of a field."""

_WRITTEN_ALIKE = (*(Kind.TEXT, Kind.PROSE, Kind.PROFILE), *(Kind.INTEGER, Kind.BOOLEAN, Kind.DATE, Kind.CHOICE))
"""The kinds whose equal values have the same text; 1.5 and 1.50 have not."""


@frozen(kw_only=True, eq=False)
class ComparedField:
    """The values of one field in some records.

    `keys` has for each record the key of its value; `holding` maps each key whose value has content to
    one record that holds the value. `lacking` are the indices of the records that get a placeholder, `below`
    those of the records whose value is too long for a cell and shown below the table.
    """

    field: Field
    records: Sequence[Record]
    keys: Sequence[Hashable]
    holding: Mapping[Hashable, Record]
    lang: Lang
    fill_in: FillIn = FillIn.NOTHING
    lacking: Collection[int] = ()
    below: Collection[int] = ()

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.field.name

    @property
    def is_main(self) -> bool:
        """Whether the field names the records."""
        return self.name == type(self.records[0]).main

    @cached_property
    def count(self) -> int:
        """The number of records with a value to show."""
        return sum(map(self.holding.__contains__, self.keys))

    @property
    def shown_count(self) -> int:
        """The number of records with a value to show or to fill in."""
        return self.count + len(self.lacking)

    def is_shown(self, number: int) -> bool:
        """Whether a record has a value to show or to fill in."""
        return self.keys[number] in self.holding or number in self.lacking

    def is_equal(self) -> bool:
        """Whether all records show one and the same value."""
        if self.count < len(self.records):
            return False
        values = map(attrgetter(self.name), self.holding.values())
        return all(starmap(eq, pairwise(values))) and len(set(self._texts())) == 1

    @cached_property
    def room(self) -> int:
        """The width of the widest value, or of the label if that is wider."""
        texts = [self.field.label[self.lang], *self._texts()]
        if self.lacking:
            texts.append(EMPTY[self.lang])
        return greatest_width(texts)

    def _texts(self) -> Iterator[str]:
        none: Mapping[Hashable, Blocks] = {}
        alike = none if self.field.kind is Kind.RECORD else self._shared
        for key, record in self.holding.items():
            blocks = alike.get(key, ())
            if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
                yield text_of(blocks[0].runs)
            else:
                yield text_of(inline_field(record, self.field, self.lang))

    @cached_property
    def _shared(self) -> Mapping[Hashable, Blocks]:
        """The blocks of the cells of each value, where they are the same for all records."""
        found = shared_blocks(tuple(self.holding.values()), self.field, self.lang)
        known = zip(self.holding, found, strict=True)
        return {key: blocks for key, blocks in known if blocks is not None}

    def all(self, predicate: Predicate) -> bool:
        """Whether a predicate holds for all values that are shown."""
        values = tuple(map(attrgetter(self.name), self.holding.values()))
        return predicate(self.field, values, self.lang)

    def cells(self, places: Sequence[str]) -> list[Cell]:
        """Return a cell for each record; `places` are the paths of the records."""
        field, lang = self.field, self.lang
        paths = [f"{place}.{self.name}" for place in places]
        alike = self._shared
        blocks: Iterable[Blocks] = map(alike.get, self.keys, repeat(()))
        cells = list(map(Cell, blocks, paths))
        if len(alike) < len(self.holding):
            for number, key in enumerate(self.keys):
                if key in self.holding and key not in alike:
                    record, place = self.records[number], places[number]
                    cells[number] = field_cell(record, field, place, lang, self.fill_in)
        for number in self.lacking:
            cells[number] = placeholder(EMPTY[lang], paths[number])
        for number in self.below:
            cells[number] = text_cell(SEE_BELOW[lang])
        return cells


def split_long(whole: ComparedField) -> tuple[ComparedField, ...]:
    """Split a field of texts that mostly fit into cells into those that do and those that do not.

    One long text would otherwise move the texts of all records out of the table.
    """
    if whole.is_main or whole.field.kind not in (Kind.TEXT, Kind.PROSE) or whole.all(are_all_compact):
        return (whole,)
    fits = {key: is_compact(whole.field, getattr(one, whole.name), whole.lang) for key, one in whole.holding.items()}
    below = [i for i, key in enumerate(whole.keys) if not fits.get(key, True)]
    if 3 * len(below) > whole.count:
        return (whole,)
    brief = {key: one for key, one in whole.holding.items() if fits[key]}
    long = {key: one for key, one in whole.holding.items() if not fits[key]}
    return evolve(whole, holding=brief, below=below), evolve(whole, holding=long, lacking=())


def compare_fields(
    records: Sequence[Record], lang: Lang, fill_in: FillIn = FillIn.NOTHING
) -> tuple[ComparedField, ...]:
    """Return all fields for which some record has a value to show, in reading order.

    Fields that get placeholders are included.
    """
    cls = type(records[0])
    columns = zip(*map(values_of(cls), records), strict=True)
    required = required_of(cls) if fill_in is FillIn.FIELDS else ()
    fields = (
        _compared(field, values, records, lang, fill_in)
        for field, values in zip(fields_of(cls), columns, strict=True)
        if field in required or has_content(field, field.default) or values != (field.default,) * len(values)
    )
    return tuple(one for one in fields if one.holding or one.lacking)


def _compared(
    field: Field, values: Sequence[Any], records: Sequence[Record], lang: Lang, fill_in: FillIn
) -> ComparedField:
    name = field.name
    with_companions = has_companions(type(records[0]))
    keys = range(len(records)) if with_companions else _keys(field, values)
    found = [has_content(field, value) for value in dict(zip(keys, values, strict=True)).values()]
    holding = dict(compress(dict(zip(keys, records, strict=True)).items(), found))
    if with_companions:
        holding = {key: one for key, one in holding.items() if name not in companion_names(one)}
    is_asked_for = fill_in is FillIn.FIELDS and field in required_of(type(records[0]))
    lacking = _lacking(name, keys, holding, records) if is_asked_for else ()
    return ComparedField(
        field=field, records=records, keys=keys, holding=holding, lang=lang, fill_in=fill_in, lacking=lacking
    )


def _lacking(
    name: str, keys: Sequence[Hashable], holding: Mapping[Hashable, Record], records: Sequence[Record]
) -> Collection[int]:
    """Return the indices of the records that should have a value, with the key of each."""
    if all(map(holding.__contains__, keys)):
        return ()
    return {
        number: key
        for number, (key, record) in enumerate(zip(keys, records, strict=True))
        if key not in holding and not is_done(record) and name not in companion_names(record)
    }


def _keys(field: Field, values: Sequence[Any]) -> Sequence[Hashable]:
    """Return what tells values apart: the values, the texts of records, or else their indices."""
    if field.kind is Kind.CHOICE and not field.many:
        return list(map(id, values))  # Members are singletons; hashing them takes ten times as long.
    if field.kind in _WRITTEN_ALIKE:
        return values
    if field.kind is Kind.WHEN:
        return list(map(str, values))  # Equal instants may be written by different clocks.
    if field.kind is Kind.RECORD and _is_written_alike(field.record):
        texts = values_of(field.record)
        if field.many:
            return [tuple(map(texts, value)) for value in values]
        return [value and texts(value) for value in values]
    return range(len(values))


@per_class
def _is_written_alike(cls: type[Record]) -> bool:
    return all(field.kind in _WRITTEN_ALIKE for field in fields_of(cls))
