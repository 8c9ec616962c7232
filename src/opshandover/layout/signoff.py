"""The end of a handover: the sign-off section with the table of signatures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from opshandover.document.paths import child_path
from opshandover.document.signatures import is_signed_by
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import heading
from opshandover.layout.sections import content_blocks, section_blocks
from opshandover.layout.tables.cells import Blocks, placeholder, value_blocks, value_cell
from opshandover.layout.tables.fitting import fits_beside_label
from opshandover.layout.words.labels import DATE_TO_WRITE, SEE_BELOW, SIGN_HERE
from opshandover.layout.words.values import has_content
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.choice import choice_for
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision, SignOff
from opshandover.pages.blocks import Block, Cell, Column, Paragraph, Quote, Role, Row, Run, Table, text_of
from opshandover.profiles import profile_of
from opshandover.text import Lang

SECTION = "sign_off"
_SIGNATURES = child_path(SECTION, "signatures")

_SIGNERS: Mapping[str, SignatoryRole] = {
    "giver": SignatoryRole.GIVER,
    "receivers": SignatoryRole.RECEIVER,
    "witness": SignatoryRole.WITNESS,
    "supervisor": SignatoryRole.SUPERVISOR,
}
"""The fields of the header with people who sign, and the roles of their signatures."""

_ALWAYS = {"giver", "receivers"}
"""Fields with a line even if they are empty; others have one if the profile of a handover gives them a weight."""


@frozen(kw_only=True)
class Line:
    """One line of the table: who is to sign, and the signature if there is one, with its path."""

    label: str
    role: SignatoryRole | None = None
    person: Person | None = None
    signature: Signature | None = None
    path: str = ""


def sign_off_blocks(document: OpsDocument, lang: Lang, fill_in: FillIn) -> Blocks:
    """Return the section, and below it the table of signatures with the opinions that need more room."""
    field = field_map(OpsDocument)[SECTION]
    value = document.sign_off
    if isinstance(value, Nothing | NotApplicable):
        return section_blocks(field, value, lang)
    signed = {"signatures"}
    rest = content_blocks(value, SECTION, lang, without=signed, fill_in=fill_in) if value else ()
    return (heading(field.label[lang], 1, SECTION, Role.SECTION), *rest, *signature_blocks(document, lang))


def signature_blocks(document: OpsDocument, lang: Lang) -> Blocks:
    """Return the table of the signatures that are there or still to be made, and below it what needs more room."""
    section = document.sign_off if isinstance(document.sign_off, SignOff) else None
    path = _SIGNATURES if section else ""
    lines = tuple(signature_lines(document, lang))
    return (_table(lines, path, lang), *_opinions_below(lines, lang))


def signature_lines(document: OpsDocument, lang: Lang = "zh") -> Iterator[Line]:
    """A line for each person of the header who is to sign, then for all others who have signed."""
    section = document.sign_off if isinstance(document.sign_off, SignOff) else None
    signed = list(enumerate(section.signatures)) if section else []
    for label, role, person in signers(document, lang):
        found = next((one for one in signed if is_signed_by(one[1], role, person, by_role=True)), None)
        if found:
            signed.remove(found)
        at, signature = found or (0, None)
        path = child_path(_SIGNATURES, at) if signature else ""
        yield Line(label=label, role=role, person=person, signature=signature, path=path)
    for at, signature in signed:
        yield Line(label="", signature=signature, path=child_path(_SIGNATURES, at))


def signers(document: OpsDocument, lang: Lang) -> Iterator[tuple[str, SignatoryRole, Person | None]]:
    """Those of the header who are to sign: what they are called there, their role, and who they are."""
    profile = profile_of(document.profile)
    for name, role in _SIGNERS.items():
        field = field_map(OpsDocument)[name]
        value: Any = getattr(document, name)
        people: tuple[Person | None, ...] = value if field.many else (value,)
        has_line = name in _ALWAYS or (profile.handover and profile.weights.get(name, 0) > 0)
        for person in people or (None,):
            if person or has_line:
                yield field.label[lang], role, person


def _table(lines: Iterable[Line], path: str, lang: Lang) -> Table:
    labels = {name: field.label[lang] for name, field in field_map(Signature).items()}
    columns = (
        Column(label=labels["role"], share=10),
        Column(label=field_map(Person)["name"].label[lang], share=17),
        Column(label=labels["opinion"], share=40),
        Column(label=SIGN_HERE[lang], share=19),
        Column(label=labels["on"], share=14),
    )
    rows = tuple(_row(line, lang) for line in lines)
    return Table(columns=columns, rows=rows, path=path, role=Role.SIGNATURE)


def _row(line: Line, lang: Lang) -> Row:
    signature = line.signature or Signature()
    return Row(
        path=line.path,
        cells=(
            _cell(signature, "role", line.path, lang) or _text(line.label),
            _cell(signature, "person", line.path, lang) or _named(line.person),
            Cell(blocks=_said(signature, line.path, lang)),
            Cell(blocks=(), role=Role.SIGNATURE),
            _cell(signature, "on", line.path, lang) or placeholder(DATE_TO_WRITE[lang]),
        ),
    )


def _opinions_below(lines: Iterable[Line], lang: Lang) -> Iterator[Block]:
    """Yield the opinions that no cell can show, each below a heading with the number of its line."""
    for number, line in enumerate(lines, start=1):
        if line.signature and not _fits(line.signature, lang):
            path = child_path(line.path, _OPINION.name)
            yield heading(f"{Signature.label[lang]} {number}", 2, line.path)
            yield from value_blocks(_OPINION, line.signature.opinion, path, lang)


_OPINION = field_map(Signature)["opinion"]


def _fits(signature: Signature, lang: Lang) -> bool:
    return fits_beside_label(_OPINION, signature.opinion, lang)


def _said(signature: Signature, path: str, lang: Lang) -> Blocks:
    """The decision and the opinion; an opinion that would be taken for a decision stands in a quotation."""
    fields = field_map(Signature)
    decision, opinion = (
        value_blocks(fields[name], value, child_path(path, name), lang)
        if has_content(fields[name], value := getattr(signature, name))
        else ()
        for name in ("decision", "opinion")
    )
    if not _fits(signature, lang):
        return (*decision, Paragraph((Run(SEE_BELOW[lang]),)))
    match () if decision else opinion:
        case (Quote(),):
            return (Quote(opinion),)
        case (Paragraph(runs=runs), *_) if choice_for(SignDecision, text_of(runs)):
            return (Quote(opinion),)
        case _:
            return (*decision, *opinion)


def _cell(record: Record, name: str, path: str, lang: Lang) -> Cell | None:
    field, value = field_map(type(record))[name], getattr(record, name)
    return value_cell(field, value, child_path(path, name), lang) if has_content(field, value) else None


def _named(person: Person | None) -> Cell:
    """A cell with the name of a person who is to sign; its value stands in the header."""
    return _text(person.name if person and person.name.strip() else "")


def _text(text: str) -> Cell:
    return Cell(blocks=(Paragraph(runs=(Run(text=text),)),) if text else ())
