"""The pictures of one document: each file is read once, within bounds, and what is not shown gets a reason."""

from pathlib import Path

from attrs import define, field, frozen

from opshandover.exporters.pictures import Picture, path_of, place_of, read_picture
from opshandover.pages.blocks import Image
from opshandover.redaction import excerpt
from opshandover.text import Lang, Text

MOST_IN_ALL, MOST_PICTURES = 200 * 1024 * 1024, 5_000
"""The maximum size of all pictures in one file (bytes) and their number, so that it can still be sent."""

PICTURE = Text("图片", "Picture")
_LONGEST_ADDRESS = 200
_BESIDE = Text("（{}）", " ({})")
TOO_MUCH = Text("图片合计超过 200 MB", "the pictures exceed 200 MB in total")
_TOO_MANY = Text("不同的图片超过 5000 张", "there are more than 5,000 different pictures")
_NOT_SHOWN = Text("〔图片无法显示：{}〕", " [picture not shown: {}]")


@frozen
class MissingPicture:
    """What replaces a picture that is not shown: its text with the address, and the reason."""

    text: str
    why: str


@define
class PictureFolder:
    """Reads the pictures of a document from a folder, by default the working directory."""

    lang: Lang
    folder: str = ""
    _places: dict[str, Path | Text] = field(factory=dict[str, "Path | Text"], init=False)
    _read: dict[Path, Picture | Text] = field(factory=dict[Path, "Picture | Text"], init=False)
    _bytes: int = field(default=0, init=False)

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

    def alternative(self, image: Image, says: str) -> str:
        """Return the alternative text of a picture: what is said, its title, or a generic word."""
        return says.strip() or image.title.strip() or PICTURE[self.lang]

    def missing(self, image: Image, says: str, why: Text) -> MissingPicture:
        """Return what replaces a picture that is not shown."""
        address = excerpt(path_of(image.address), _LONGEST_ADDRESS)
        return MissingPicture(
            text=self.alternative(image, says) + (_BESIDE[self.lang].format(address) if address else ""),
            why=_NOT_SHOWN[self.lang].format(why[self.lang]),
        )

    def _within_bounds(self, place: Path) -> Picture | Text:
        """Read a picture, unless those before it are as many as there may be, or as large."""
        if self._bytes >= MOST_IN_ALL:
            return TOO_MUCH
        if len(self._read) >= MOST_PICTURES:
            return _TOO_MANY
        found = read_picture(place)
        if isinstance(found, Picture):
            self._bytes += len(found.data)
            return found if self._bytes <= MOST_IN_ALL else TOO_MUCH
        return found
