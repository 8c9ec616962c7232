"""Records from the rows of tables, and from tables with labels in one column and values beside them."""

from collections.abc import Mapping, Sequence

from opshandover.codec.column_names import matched
from opshandover.continuity.ledger import Found
from opshandover.model import Person, Record
from opshandover.model.fields import Field, Kind, field_map, fields_of, main_field
from opshandover.pages.blocks import Run
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import INDEX, Draft, field_for, is_credential, known_numbers, labelled, plain
from opshandover.reading.foreign.labels import halves
from opshandover.reading.foreign.leaves import Grid, Leaf, Line, Part, beside, leaves_of, text_in
from opshandover.reading.foreign.people import is_called, person_of
from opshandover.reading.foreign.recognised import TICKED, recognise
from opshandover.reading.foreign.values import Clock, is_empty, take


def is_pairs(of: type[Record], grid: Grid) -> bool:
    """Whether a table has labels of a record in its first column and values beside them."""
    rows = grid.whole
    if not rows or max(map(len, rows)) > 4 or max(map(len, rows)) < 2:
        return False
    heads = [leaf.text for leaf in grid.head]
    if len(heads) % 2 and len(columns_of(of, heads)) * 2 > len(heads):
        return False
    labels = [text_in(row[0]) for row in rows]
    return sum(field_for(of, label) is not None for label in labels if label) * 2 > len(labels)


def take_pairs(context: Context, draft: Draft, grid: Grid) -> list[Part]:
    """Take the labels and values in the rows of a table; what is left of it."""
    left: list[Part] = []
    for row in grid.whole:
        for at in range(0, len(row), 2):
            label, value = text_in(row[at]), row[at + 1] if at + 1 < len(row) else []
            leaves = list(leaves_of(value))
            names = list(leaves_of(row[at]))
            if len(leaves) == 1 and label and labelled(context, draft, leaves[0], label, leaves[0].runs):
                for leaf in names:
                    leaf.known.append(leaf.text)
                    leaf.home(leaves[0].path)
            elif label and leaves and len(names) == 1:
                left += beside(names[0], label, leaves)
            else:
                left += [Line(leaf) for leaf in (*names, *leaves)]
    return left


def columns_of(of: type[Record], heads: Sequence[str]) -> dict[int, str]:
    """The columns of a table that have a field of a class, by number, with the head that names the field."""
    main = main_field(of)
    texts = [head for head in heads if head]
    known = set(matched(of, texts))
    if main is not None and main.kind is Kind.RECORD:
        known |= set(matched(main.record, texts))
    known |= {head for head in texts if halves(head) and field_for(of, head)}
    return {at: head for at, head in enumerate(heads) if head in known or (head and is_credential(of, head))}


def main_column(of: type[Record], heads: Sequence[str], columns: dict[int, str]) -> int | None:
    """The column that names each record: that of its main field, or the first that has no field."""
    for at, head in columns.items():
        found = field_for(of, head)
        if found and found[0].name == of.main and (found[1] is None or found[1].name == "name"):
            return at
    free = [at for at, head in enumerate(heads) if head and at not in columns and not INDEX.fullmatch(head.strip())]
    if free:
        return free[0]
    kinds = {at: found[0].kind for at, head in columns.items() if (found := field_for(of, head)) and not found[0].many}
    texts = [at for kind in (Kind.TEXT, Kind.PROSE) for at, its in kinds.items() if its is kind]
    return next(iter(texts), None)


_TOLD = (Kind.DATE, Kind.WHEN, Kind.CHOICE, Kind.RECORD)
_FIRST = ("due", "on", "owner")


def told_by_cells(of: type[Record], grid: Grid, named: Mapping[int, str], clock: Clock) -> dict[int, Field]:
    """The columns that no head names, with the first field that all their cells are values of: persons, days, states."""
    taken = {found[0].name for head in named.values() if (found := field_for(of, head))}
    free = [one for one in fields_of(of) if one.kind in _TOLD and not one.many and one.name not in taken]
    free.sort(key=lambda one: one.name not in _FIRST)
    told: dict[int, Field] = {}
    for at, head in enumerate(grid.head):
        cells = [text for row in grid.rows if at < len(row) and (text := text_in(row[at]))]
        if at in named or not head.text or not cells:
            continue
        fits = (one for one in free if all(_is_value(one, text, clock) for text in cells))
        if (field := next(fits, None)) is not None:
            told[at] = field
            free.remove(field)
    return told


def _is_value(field: Field, text: str, clock: Clock) -> bool:
    if field.kind is Kind.RECORD:
        return field.record is Person and is_called(text)
    taken = take(field, text, text, clock)
    return taken.value is not None or taken.asked is not None


def from_row(
    context: Context, draft: Draft, heads: Sequence[str], row: Sequence[list[Part]], main: int, *, number: int
) -> Draft:
    """A draft filled with one row of a table; `main` is the column that names it, `number` counts the rows from 1."""
    of, path = draft.of, draft.path
    field = field_map(of)[of.main]
    for at, cell in sorted(enumerate(row), key=lambda pair: pair[0] != main):
        leaves = list(leaves_of(cell))
        head = heads[at] if at < len(heads) else ""
        if not leaves:
            continue
        whole = leaves[0].part(*leaves[0].runs) if len(leaves) == 1 else None
        if at == main and field.kind in (Kind.TEXT, Kind.PROSE):
            draft.values[field.name] = "\n".join(plain(leaf.runs) for leaf in leaves)
            for leaf in leaves:
                leaf.home(f"{path}.{field.name}", Found.GRID)
            _recognise_in_cell(context, draft, leaves[0])
        elif at == main:
            draft.values[field.name] = person_of(text_in(cell)) or Person(name=text_in(cell))
            known_numbers(leaves[0])
            for leaf in leaves:
                leaf.home(f"{path}.{field.name}", Found.GRID)
        elif INDEX.fullmatch(head.strip()) and text_in(cell).lstrip("0") == str(number):
            leaves[0].known.append(leaves[0].text)
            leaves[0].home(path, Found.GRID)
        elif INDEX.fullmatch(head.strip()) and text_in(cell).isdigit() and "id" in field_map(of):
            draft.values["id"] = text_in(cell)  # no number of the row, but that of a ticket
            leaves[0].home(f"{path}.id", Found.GRID)
        elif whole is not None and head and labelled(context, draft, whole, head, whole.runs):
            leaves[0].known += whole.known
            leaves[0].home(whole.path, Found.GRID)
        elif is_empty(text_in(cell)) and head:
            leaves[0].home(path, Found.GRID)
            leaves[0].known.append(leaves[0].text)
        else:
            label = (Run(f"{head}："),) if head else ()
            draft.rest.append(Line(leaves[0].part(*label, *leaves[0].runs)))
            draft.rest += [Line(leaf) for leaf in leaves[1:]]
    return draft


def _recognise_in_cell(context: Context, draft: Draft, leaf: Leaf) -> None:
    if "status" in field_map(draft.of) and TICKED.match(leaf.text):
        recognise(context, draft, leaf)
