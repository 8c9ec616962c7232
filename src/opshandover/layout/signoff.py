"""The end of a handover: the sign-off section with the table of signatures."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from opshandover.document.paths import child_path
from opshandover.document.signatures import is_signed_by
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import heading
from opshandover.layout.sections import content_blocks, section_blocks
from opshandover.layout.tables.cells import Blocks, placeholder, value_blocks, value_cell
from opshandover.layout.words.labels import DATE_TO_WRITE, SIGN_HERE
from opshandover.layout.words.values import has_content
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature, SignOff
from opshandover.pages.blocks import Cell, Column, Paragraph, Role, Row, Run, Table
from opshandover.profiles import Profile, profile_of
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
class _Line:
    """One line of the table: who is to sign, and the signature if there is one, with its path."""

    label: str
    person: Person | None = None
    signature: Signature | None = None
    path: str = ""


def sign_off_blocks(document: OpsDocument, lang: Lang, fill_in: FillIn) -> Blocks:
    """Return the section, and below it the table of signatures."""
    field = field_map(OpsDocument)[SECTION]
    value = document.sign_off
    if isinstance(value, Nothing | NotApplicable):
        return section_blocks(field, value, lang)
    signed = {"signatures"}
    rest = content_blocks(value, SECTION, lang, without=signed, fill_in=fill_in) if value else ()
    return (heading(field.label[lang], 1, SECTION, Role.SECTION), *rest, signature_table(document, lang))


def signature_table(document: OpsDocument, lang: Lang) -> Table:
    """Return the table of the signatures that are there or still to be made."""
    section = document.sign_off if isinstance(document.sign_off, SignOff) else None
    path = _SIGNATURES if section else ""
    return _table(_lines(document, section, lang), path, lang)


def _lines(document: OpsDocument, section: SignOff | None, lang: Lang) -> Iterator[_Line]:
    """A line for each person of the header who is to sign, then for all others who have signed."""
    signed = list(enumerate(section.signatures)) if section else []
    for label, role, person in _signers(document, profile_of(document.profile), lang):
        found = next((one for one in signed if is_signed_by(one[1], role, person, by_role=True)), None)
        if found:
            signed.remove(found)
        yield _line(label, person, *(found or (0, None)))
    for i, signature in signed:
        yield _line("", None, i, signature)


def _line(label: str, person: Person | None, at: int, signature: Signature | None) -> _Line:
    path = child_path(_SIGNATURES, at) if signature else ""
    return _Line(label=label, person=person, signature=signature, path=path)


def _signers(document: OpsDocument, profile: Profile, lang: Lang) -> Iterator[tuple[str, SignatoryRole, Person | None]]:
    for name, role in _SIGNERS.items():
        field = field_map(OpsDocument)[name]
        value: Any = getattr(document, name)
        people: tuple[Person | None, ...] = value if field.many else (value,)
        has_line = name in _ALWAYS or (profile.handover and profile.weights.get(name, 0) > 0)
        for person in people or (None,):
            if person or has_line:
                yield field.label[lang], role, person


def _table(lines: Iterator[_Line], path: str, lang: Lang) -> Table:
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


def _row(line: _Line, lang: Lang) -> Row:
    signature = line.signature or Signature()
    labels = field_map(Signature)
    opinion = (
        value_blocks(labels[name], value, child_path(line.path, name), lang)
        for name in ("decision", "opinion")
        if has_content(labels[name], value := getattr(signature, name))
    )
    return Row(
        path=line.path,
        cells=(
            _cell(signature, "role", line.path, lang) or _text(line.label),
            _cell(signature, "person", line.path, lang) or _text(line.person.name if line.person else ""),
            Cell(blocks=tuple(block for blocks in opinion for block in blocks)),
            Cell(blocks=(), role=Role.SIGNATURE),
            _cell(signature, "on", line.path, lang) or placeholder(DATE_TO_WRITE[lang]),
        ),
    )


def _cell(record: Record, name: str, path: str, lang: Lang) -> Cell | None:
    field, value = field_map(type(record))[name], getattr(record, name)
    return value_cell(field, value, child_path(path, name), lang) if has_content(field, value) else None


def _text(text: str) -> Cell:
    return Cell(blocks=(Paragraph(runs=(Run(text=text),)),) if text else ())
