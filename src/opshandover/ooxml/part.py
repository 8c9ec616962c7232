"""A part of a Word file whose XML is written as text."""

from collections.abc import Sequence

from docx.opc.packuri import PackURI
from docx.opc.part import Part


class TextPart(Part):
    """A part whose text is written in pieces when the file is packed."""

    def __init__(self, uri: str, content_type: str, pieces: Sequence[str] = ()) -> None:
        """Create a part, such as `/word/document.xml`; its pieces may also be set later."""
        super().__init__(PackURI(uri), content_type)
        self.pieces = pieces

    @property
    def blob(self) -> bytes:
        """Empty: the pieces are written to the archive directly."""
        return b""
