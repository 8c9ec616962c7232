"""A part of a Word file whose XML is written as text."""

from collections.abc import Sequence
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part


class TextPart(Part):
    """A part whose text is written in pieces when the file is packed."""

    def __init__(self, uri: str, content_type: str, pieces: Sequence[str] = ()) -> None:
        """Create a part, such as `/word/document.xml`; its pieces may also be set later."""
        super().__init__(PackURI(uri), content_type)
        self.pieces = pieces
        self._related: dict[tuple[Part | str, str, bool], str] = {}
        self._tried = 0

    @property
    def blob(self) -> bytes:
        """Empty: the pieces are written to the archive directly."""
        return b""

    def relate_to(self, target: Part | str, reltype: str, is_external: bool = False) -> str:
        """Return the id of the relationship to a target, added if there is none.

        The ids are those that python-docx would choose, which compares each target with all before it.
        """
        key = (target, reltype, is_external)
        if key not in self._related:
            self._tried += 1
            while (number := f"rId{self._tried}") in self.rels:
                self._tried += 1
            self.load_rel(reltype, target, number, is_external)
        return self._related[key]

    def load_rel(self, reltype: str, target: Part | str, rId: str, is_external: bool = False) -> Any:  # noqa: N803
        """Add a relationship under an id that is known already."""
        self._related.setdefault((target, reltype, is_external), rId)
        return super().load_rel(reltype, target, rId, is_external)
