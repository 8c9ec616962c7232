"""The head of a document: who hands what to whom, and when, as a table and as properties."""

from collections.abc import Sequence

from opshandover.layout.fill_in import Asking
from opshandover.layout.tables.cells import Blocks, placeholder, value_fact
from opshandover.layout.tables.fitting import HALF, is_compact
from opshandover.layout.words.labels import EMPTY
from opshandover.layout.words.values import inline_field, inline_value, shown_fields
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.model.header import Header
from opshandover.pages.blocks import Cell, Fact, Facts, Role, text_of
from opshandover.plain_text import width
from opshandover.profiles import Profile
from opshandover.text import Lang

HANDED_OVER: Sequence[str] = ("giver", "receivers", "prepared_on")
"""What a handover has to name: it comes first, and stands there even when it is empty."""

_ELSEWHERE = {"profile", "title"}
"""What the page shows above everything else."""


def header_blocks(header: Header, profile: Profile, lang: Lang, asking: Asking) -> Blocks:
    """Shows the fields of the header that are filled, and those that a handover must fill."""
    own = [field.name for field in fields_of(Header)]
    filled = {field.name: value for field, value in shown_fields(header, _ELSEWHERE) if field.name in own}
    facts: list[Fact] = []
    long: list[Fact] = []
    for field in _order(profile, header, lang):
        value = filled.get(field.name)
        if value is None:
            if profile.handover and field.name in HANDED_OVER:
                facts.append(blank_fact(field, lang, asking))
        else:
            place = long if field.kind is Kind.PROSE and not is_compact(field, value, lang) else facts
            place.append(value_fact(field, value, field.name, lang))
    return (*_table(facts, across=2), *_table(long, across=1))


def _table(facts: Sequence[Fact], across: int) -> Blocks:
    return (Facts(items=tuple(facts), across=across, role=Role.METADATA),) if facts else ()


def _order(profile: Profile, header: Header, lang: Lang) -> tuple[Field, ...]:
    """Puts what takes a row to itself last, so that the others stand in pairs."""
    names = HANDED_OVER if profile.handover else ()
    first = tuple(field_map(Header)[name] for name in names)
    rest = [field for field in fields_of(Header) if field not in first]
    filled = {field for field, _ in shown_fields(header)}
    rest.sort(key=lambda f: f in filled and width(text_of(inline_field(header, f, lang))) > HALF)
    return (*first, *rest)


def blank_fact(field: Field, lang: Lang, asking: Asking) -> Fact:
    """Makes room for what a handover has to name: asked for, or left blank for a pen."""
    blank = Cell(blocks=(), path=field.name)
    cell = blank if asking is Asking.NOTHING else placeholder(EMPTY[lang], field.name)
    return Fact(label=field.label[lang], cell=cell)


def properties(header: Header, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Gives the filled fields of the header as texts, by name."""
    own = field_map(Header)
    return tuple(
        (field.name, text_of(inline_value(field, value, lang)))
        for field, value in shown_fields(header)
        if field.name in own
    )
