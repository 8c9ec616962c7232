"""Put the document into a company's file."""

import re
from functools import lru_cache
from typing import Any, Self, TypeVar

from attrs import evolve, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part

from opshandover.exporters.word.comments import Comments
from opshandover.exporters.word.company.numbers import Offsets, append_numbering
from opshandover.exporters.word.company.properties import add_properties
from opshandover.exporters.word.company.styles import MergedStyles
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.form.program import Program
from opshandover.exporters.word.runs import RunWriter
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

    `document` is the main part, related to all kept parts, and `program` what writes it; `around` are the headers
    and footers that have marks, each with its program, and `beside` the parts that are related to the package.
    `numbering` is the part that is to hold `their_numbering` and ours, `comments` that for `their_comments` and
    ours, which have ids from `first_comment` on.
    `design` has the company's page, type sizes and colour. No id of a bookmark, content control or drawing
    above `last_id` is used. `left_behind` is what of its settings is not taken over.
    """

    path: str
    document: TextPart
    design: Design
    last_id: int
    program: Program
    around: tuple[tuple[Any, Program], ...]
    styles: MergedStyles
    numbering: TextPart
    their_numbering: bytes
    comments: Any
    their_comments: bytes
    first_comment: int
    offsets: Offsets
    beside: tuple[tuple[str, Part], ...]
    left_behind: tuple[Text, ...]

    def copy(self, *, commented: bool) -> Self:
        """Return a copy for one document, which may change all its parts; comments may be added if it is commented."""
        written = [part for part, _ in self.around] + ([self.comments] if commented else [])
        copies: dict[Part, Any] = {part: TextPart(part.partname, part.content_type) for part in written}
        for part in written:
            _relate_copy(part, copies)
        beside = tuple((kind, _copy(part, copies)) for kind, part in self.beside)
        document, numbering = _copy(self.document, copies), _copy(self.numbering, copies)
        around = tuple((copies[part], program) for part, program in self.around)
        comments = copies.get(self.comments, self.comments)
        return evolve(self, document=document, numbering=numbering, comments=comments, beside=beside, around=around)

    def adapt(self, piece: str) -> str:
        """Return XML of ours with the styles, numbers and indentations that it has in this file."""
        if "<w:numId" in piece:
            piece = _LINKED_NUMBER.sub(self._number, piece)
        return _INDENTED.sub(_measured, _LINKED_STYLE.sub(self._style, piece))

    def add_numbering(self, numbering: str) -> None:
        """Put the numberings of a document into the numbering part."""
        ids = tuple(self.styles.ids.items())
        part = _numbering(self.their_numbering, numbering, self.offsets, ids, numbered=self.styles.numbered)
        self.numbering.pieces = (part,)

    def add_comments(self, comments: Comments, runs: RunWriter) -> None:
        """Put the comments on a document after those that the file has."""
        self.comments.pieces = (comments.part(runs, self.their_comments),)
        self.document.relate_to(self.comments, RELATIONSHIP_TYPE.COMMENTS)

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


@lru_cache(maxsize=16)
def _numbering(theirs: bytes, ours: str, offsets: Offsets, ids: tuple[tuple[str, str], ...], *, numbered: bool) -> str:
    """Return the numbering part, which is the same for most documents that are written into a file."""
    return append_numbering(theirs, ours, offsets, dict(ids), numbered=numbered).decode()


AnyPart = TypeVar("AnyPart", bound=Part)


def _copy(part: AnyPart, copies: dict[Part, Any]) -> AnyPart:
    """Return the copy of a part, made once, with copies of all parts that it is related to."""
    if part not in copies:
        text = isinstance(part, TextPart)
        copies[part] = (
            TextPart(part.partname, part.content_type) if text else Part(part.partname, part.content_type, part.blob)
        )
        _relate_copy(part, copies)
    found: AnyPart = copies[part]
    return found


def _relate_copy(part: Part, copies: dict[Part, Any]) -> None:
    for relation in part.rels.values():
        target = relation.target_ref if relation.is_external else _copy(relation.target_part, copies)
        copies[part].load_rel(relation.reltype, target, relation.rId, relation.is_external)
