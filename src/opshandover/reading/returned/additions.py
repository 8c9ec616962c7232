"""Lines that were not there before: items of lists, values of empty cells, and what has no home."""

from typing import TYPE_CHECKING, Any

from opshandover.continuity.ledger import Fate, Found
from opshandover.model.base import Record
from opshandover.model.fields import Kind, field_map
from opshandover.pages.blocks import Facts, Flow, Heading, Table
from opshandover.reading.returned.account import leaves
from opshandover.reading.returned.aligning import Pairs
from opshandover.reading.returned.lines import Line
from opshandover.reading.returned.prose import prose_of
from opshandover.reading.returned.targets import Target, target_of
from opshandover.reading.returned.typed import labelled_field
from opshandover.reading.returned.units import last_index

if TYPE_CHECKING:
    from opshandover.reading.returned.comparing import Comparison


def add_line(comparison: "Comparison", pairs: Pairs[Line], number: int, line: Line, path: str) -> None:
    """Find the home of a line that was not there: an item of a list, a labelled value, the value of an empty cell."""
    if isinstance(line.block, Table | Facts | Flow):
        for leaf in leaves((line.block,)):
            comparison.leave(leaf)
        return
    before = next((pairs[n][0] for n in range(number - 1, -1, -1) if pairs[n][0]), None)
    after = next((pairs[n][0] for n in range(number + 1, len(pairs)) if pairs[n][0]), None)
    if not isinstance(line.block, Heading):
        for neighbour, at in ((before, 0), (after, -1)):
            if neighbour and not neighbour.derived and _add_item(comparison, neighbour, line, at):
                return
    if path and _fill(comparison, path, line, alone=not any(one for one, _ in pairs)):
        return
    comparison.leave(line)


def _add_item(comparison: "Comparison", neighbour: Line, line: Line, at: int) -> bool:
    """Add an item to the list that the line beside it is of."""
    place = neighbour.path
    item = last_index(place)
    while place and item is None:
        place = place.rpartition(".")[0]
        item = last_index(place)
    target = target_of(comparison.document, place) if item else None
    if item is None or target is None or not (neighbour.item or item[1] == 0):
        return False
    if issubclass(target.field.type, Record) and not (line.item and neighbour.item):
        return False
    try:
        value = _item(comparison, target, line)
    except ValueError:
        return False
    comparison.edits.lists[item[0]].added.append((item[1] + at, value))
    comparison.account.enter(line, Fate.NEW, place, Found.LABEL)
    return True


def _item(comparison: "Comparison", target: Target, line: Line) -> Any:
    cls: Any = target.field.type
    if not issubclass(cls, Record):
        return comparison.value(target, (line.block,))
    made = Target(owner=cls, field=_main(cls), single=False)
    return cls(**{made.field.name: comparison.value(made, (line.block,))})


def _fill(comparison: "Comparison", path: str, line: Line, *, alone: bool) -> bool:
    """Take a new line in a cell for the value of its column or of the field whose label it begins with."""
    target = target_of(comparison.document, path)
    if target is None:
        return False
    if target.is_record and target.field.type is not Record:
        said = labelled_field(target.field.type, line.runs)
        if said:
            comparison.set_new(f"{path}.{said[0].name}", said[1], line)
            return True
    if alone and not (target.is_record and not target.field.record.main):
        return _fill_whole(comparison, path, target, line)
    return False


def _fill_whole(comparison: "Comparison", path: str, target: Target, line: Line) -> bool:
    if path in comparison.edits.values and target.field.kind is Kind.PROSE:
        comparison.edits.put(path, f"{comparison.edits.values[path]}\n\n{prose_of((line.block,))}")
        comparison.account.enter(line, Fate.NEW, path, Found.GRID)
        return True
    try:
        value: Any = comparison.value(target, (line.block,))
    except ValueError:
        comparison.say_unread(target, path, line.runs)
        return False
    if path in comparison.edits.values and isinstance(value, tuple):
        value = (*comparison.edits.values[path], *value)
    elif path in comparison.edits.values:
        return False
    comparison.edits.put(path, value)
    comparison.account.enter(line, Fate.NEW, path, Found.GRID)
    return True


def _main(cls: Any) -> Any:
    fields = field_map(cls)
    found = fields.get(cls.main) or fields.get("title")
    if found is None:
        raise ValueError(cls.__name__)
    return found
