"""Drawings: pictures inline with the text."""

from hashlib import sha256
from pathlib import Path

from attrs import define, field, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.exporters.word.design import Design
from opshandover.exporters.word.pictures import EMU_PER_TWIP, Picture, path_of, place_of, read_picture
from opshandover.ooxml.ids import Ids
from opshandover.ooxml.xml import escaped
from opshandover.pages.blocks import Image
from opshandover.redaction import excerpt
from opshandover.text import Lang, Text

MOST_IN_ALL, MOST_PICTURES = 200 * 1024 * 1024, 5_000
"""The maximum size of all pictures in one file (bytes) and their number, so that it can still be sent."""
HIGHEST = 2 / 3
"""The maximum height of a drawing relative to the text area, so that its caption fits below it."""

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
"""The DrawingML namespace."""

_LONGEST_ADDRESS = 200
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

PICTURE = Text("图片", "Picture")
_BESIDE = Text("（{}）", " ({})")
_TOO_MUCH = Text("图片合计超过 200 MB", "the pictures exceed 200 MB in total")
_TOO_MANY = Text("不同的图片超过 5000 张", "there are more than 5,000 different pictures")
_NOT_SHOWN = Text("〔图片无法显示：{}〕", " [picture not shown: {}]")

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


@frozen
class MissingPicture:
    """What replaces a picture that is not shown: its text with the address, and the reason."""

    text: str
    why: str


@define
class Drawings:
    """Writes the drawings of a file; each picture is read and stored once, however often it is shown."""

    ids: Ids
    lang: Lang
    design: Design
    folder: str = ""
    _places: dict[str, Path | Text] = field(factory=dict[str, "Path | Text"], init=False)
    _read: dict[Path, Picture | Text] = field(factory=dict[Path, "Picture | Text"], init=False)
    _bytes: int = field(default=0, init=False)
    _parts: dict[bytes, Part] = field(factory=dict[bytes, Part], init=False)

    def picture(self, part: Part, image: Image, says: str, room: int) -> str | MissingPicture:
        """Return a picture for a part, at most `room` wide (twips), or what replaces it.

        `says` is the alternative text; if it is empty, the title or a generic word is used.
        """
        path = path_of(image.address)
        found = self.read(path)
        says = says.strip() or image.title.strip() or PICTURE[self.lang]
        if isinstance(found, Text):
            address = excerpt(path, _LONGEST_ADDRESS)
            return MissingPicture(
                text=says + (_BESIDE[self.lang].format(address) if address else ""),
                why=_NOT_SHOWN[self.lang].format(found[self.lang]),
            )
        highest = int(self.design.text_height * HIGHEST)
        width, height = found.within(room * EMU_PER_TWIP, highest * EMU_PER_TWIP)
        return self.inline(part, found, width, height, says=says, title=image.title)

    def read(self, path: str) -> Picture | Text:
        """Return the picture at a path, or the reason why there is none; each file is read once."""
        if path not in self._places:
            self._places[path] = place_of(path, self.folder)
        place = self._places[path]
        if isinstance(place, Text):
            return place
        if place not in self._read:
            self._read[place] = self._within_bounds(place)
        return self._read[place]

    def _within_bounds(self, place: Path) -> Picture | Text:
        """Read a picture, unless those before it are as many as there may be, or as large."""
        if self._bytes >= MOST_IN_ALL:
            return _TOO_MUCH
        if len(self._read) >= MOST_PICTURES:
            return _TOO_MANY
        found = read_picture(place)
        if isinstance(found, Picture):
            self._bytes += len(found.data)
            return found if self._bytes <= MOST_IN_ALL else _TOO_MUCH
        return found

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
        name = f"{PICTURE[self.lang]} {number}"
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
