"""Put the document into a company's file."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any, Self, TypeVar

from attrs import evolve, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part

from opshandover.exporters.word.company.frame import Frame
from opshandover.exporters.word.company.numbers import Offsets, append_numbering
from opshandover.exporters.word.company.properties import add_properties
from opshandover.exporters.word.company.styles import MergedStyles
from opshandover.exporters.word.design import Design
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.xml import escaped
from opshandover.text import Text

_LINKED_STYLE = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="([^"]+)"/>')
_INDENTED = re.compile(r'(<w:ind w:left="\d+")( w:hanging="\d+")?/>')
"""The indentation in a list; one in characters in the company's style would override it."""
_LINKED_NUMBER = re.compile(r'<w:numId w:val="([1-9]\d*)"/>')


@frozen(kw_only=True)
class CompanyFile:
    """A company's file, opened: the parts of it that are kept, and the data to adapt ours.

    `document` is the main part, related to all kept parts, and `frame` its text; `beside` are the parts
    that are related to the package. `numbering` is the part that is to hold `their_numbering` and ours.
    `design` has the company's page, type sizes and colour. No id of a bookmark, content control or drawing
    above `last_id` is used. `left_behind` is what of its settings is not taken over.
    """

    document: TextPart
    design: Design
    last_id: int
    frame: Frame
    styles: MergedStyles
    numbering: TextPart
    their_numbering: bytes
    offsets: Offsets
    beside: tuple[tuple[str, Part], ...]
    left_behind: tuple[Text, ...]

    def copy(self) -> Self:
        """Return a copy for one document, which may change all its parts."""
        copies: dict[Part, Any] = {}
        beside = tuple((kind, _copy(part, copies)) for kind, part in self.beside)
        document, numbering = _copy(self.document, copies), _copy(self.numbering, copies)
        return evolve(self, document=document, numbering=numbering, beside=beside)

    def fill(self, body: Iterable[str], numbering: str) -> None:
        """Put a body into the main part, and its numberings into the numbering part."""
        indented = partial(_INDENTED.sub, _measured)
        styled = partial(_LINKED_STYLE.sub, self._style)
        numbered = partial(_LINKED_NUMBER.sub, self._number)
        before, after = self.frame.halves
        self.document.pieces = (before, *(indented(styled(numbered(piece))) for piece in body), after)
        part = append_numbering(
            self.their_numbering, numbering, self.offsets, self.styles.ids, numbered=self.styles.numbered
        )
        self.numbering.pieces = (part.decode(),)

    def _style(self, found: re.Match[str]) -> str:
        return f'<w:{found[1]} w:val="{escaped(self.styles.ids.get(found[2], found[2]))}"/>'

    def _number(self, found: re.Match[str]) -> str:
        return f'<w:numId w:val="{int(found[1]) + self.offsets.number}"/>'

    def put_beside(self, package: OpcPackage) -> None:
        """Add the parts that the company's file relates to the package, such as its own properties."""
        for kind, part in self.beside:
            if kind == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
                add_properties(package, part)
            else:
                package.relate_to(part, kind)


def _measured(found: re.Match[str]) -> str:
    first = found[2] or ' w:firstLine="0"'
    return f'{found[1]} w:leftChars="0" w:firstLineChars="0"{first}/>'


AnyPart = TypeVar("AnyPart", bound=Part)


def _copy(part: AnyPart, copies: dict[Part, Any]) -> AnyPart:
    """Return the copy of a part, made once, with copies of all parts that it is related to."""
    if part not in copies:
        text = isinstance(part, TextPart)
        made = TextPart(part.partname, part.content_type) if text else Part(part.partname, part.content_type, part.blob)
        copies[part] = made
        for relation in part.rels.values():
            target = relation.target_ref if relation.is_external else _copy(relation.target_part, copies)
            made.load_rel(relation.reltype, target, relation.rId, relation.is_external)
    found: AnyPart = copies[part]
    return found
