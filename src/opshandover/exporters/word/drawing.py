"""Drawings: pictures inline with the text."""

from hashlib import sha256

from attrs import define, field
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.exporters.picture_folder import PICTURE, MissingPicture, PictureFolder
from opshandover.exporters.pictures import EMU_PER_TWIP, Picture, path_of
from opshandover.exporters.word.design import Design
from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import escaped
from opshandover.pages.blocks import Image
from opshandover.text import Text

HIGHEST = 2 / 3
"""The maximum height of a drawing relative to the text area, so that its caption fits below it."""

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
"""The DrawingML namespace."""

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

_LOCKED = f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{MAIN}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
"""Locks the aspect ratio."""


def inline_xml(
    kind: str, content: str, described: str, size: str, *, frame: str = "<wp:cNvGraphicFramePr/>", beyond: str = ""
) -> str:
    """Return a run with an inline drawing.

    Args:
        kind: the namespace of the content.
        content: the XML of what is drawn.
        described: the attributes with the name and the alternative text of the drawing.
        size: the attributes of its size (EMU).
        frame: how the drawing may be changed.
        beyond: the element that says how far the drawing reaches beyond its size.
    """
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_INLINE}" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent {size}/>{beyond}<wp:docPr {described}/>{frame}'
        f'<a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{kind}">{content}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@define
class Drawings:
    """Writes the drawings of a file; each picture is read and stored once, however often it is shown."""

    ids: Ids
    design: Design
    pictures: PictureFolder
    figures: Ids = field(factory=Ids, init=False)
    """The numbers of the charts, which all that is written into a file has in common."""
    _parts: dict[bytes, Part] = field(factory=dict[bytes, Part], init=False)

    def picture(self, part: Part, image: Image, says: str, room: int) -> str | MissingPicture:
        """Return a picture for a part, at most `room` wide (twips), or what replaces it.

        `says` is the alternative text; if it is empty, the title or a generic word is used.
        """
        found = self.pictures.read(path_of(image.address))
        if isinstance(found, Text):
            return self.pictures.missing(image, says, found)
        says = self.pictures.alternative(image, says)
        highest = int(self.design.text_height * HIGHEST)
        width, height = found.within(room * EMU_PER_TWIP, highest * EMU_PER_TWIP)
        return self.inline(part, found, width, height, says=says, title=image.title)

    def inline(self, part: Part, picture: Picture, width: int, height: int, *, says: str, title: str = "") -> str:
        """Return a run with a picture for a part.

        Args:
            part: the part that shows the picture.
            picture: the picture.
            width: the width that a reader sees (EMU).
            height: the height that a reader sees (EMU).
            says: the alternative text.
            title: the title, if any.
        """
        related = part.relate_to(self._part_of(picture), RELATIONSHIP_TYPE.IMAGE)
        number = self.ids.next()
        name = f"{PICTURE[self.pictures.lang]} {number}"
        beyond = ""
        if picture.turn.is_sideways:
            beyond = _beyond(width, height)
            width, height = height, width
        size = f'cx="{width}" cy="{height}"'
        content = (
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="{name}" descr="{escaped(says)}"/><pic:cNvPicPr>'
            '<a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm{picture.turn.xml()}><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        remark = f' title="{escaped(title)}"' if title else ""
        described = f'id="{number}" name="{name}" descr="{escaped(says)}"{remark}'
        return inline_xml(_PICTURE, content, described, size, frame=_LOCKED, beyond=beyond)

    def _part_of(self, picture: Picture) -> Part:
        digest = sha256(picture.data).digest()
        if digest not in self._parts:
            # Not Word's default name, which a company's template may have used already.
            name = PackURI(f"/word/media/picture{self.ids.next()}.{picture.suffix}")
            self._parts[digest] = Part(name, picture.content_type, picture.data)
        return self._parts[digest]


def _beyond(width: int, height: int) -> str:
    """Return how far a drawing of this size reaches beyond what it was before its turn by 90 degrees."""
    across, down = max(0, width - height) // 2, max(0, height - width) // 2
    return f'<wp:effectExtent l="{across}" t="{down}" r="{across}" b="{down}"/>'
