"""Pictures from files: which files are read, and the natural size of a picture.

A document may come from somebody else. So nothing outside of one folder is opened, nothing is
fetched from a network, and the size of a file is checked before it is read.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from attrs import field, frozen

from opshandover.exporters.orientation import UPRIGHT, Turn, turn_of
from opshandover.files import FileProblem, UnreadableError, read_regular
from opshandover.text import Text

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""A small file may hold a picture that takes gigabytes when decoded."""
EMU_PER_TWIP, EMU_PER_MM = 635, 36_000
"""EMU, the unit of drawings in Word: 914,400 are an inch."""

_EMU_PER_INCH = 914_400
_LEAST_DPI, _MOST_DPI, _SCREEN_DPI = 10, 10_000, 96
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|[/\\]{2}")
_JPEG, _DENSITIES = b"\xff\xd8\xff", (b"JFIF", b"Exif")
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00"
"""The segment with the resolution of a JPEG; cameras and Adobe leave it out."""


@frozen(kw_only=True)
class Picture:
    """A picture as in its file; `width` and `height` (EMU) are those it has after its turn."""

    data: bytes = field(repr=False)
    content_type: str
    suffix: str
    width: int
    height: int
    turn: Turn = UPRIGHT

    def within(self, width: int, height: int) -> tuple[int, int]:
        """Return width and height (EMU), scaled down until both fit; proportions are kept.

        What is turned on its side needs more room across: Word leaves as much as before the turn, and
        LibreOffice adds on both sides by how much the turn widened it.
        """
        scale = min(1.0, width / self.width, height / self.height)
        if self.turn.is_sideways:
            scale = min(scale, width / max(self.height, 2 * self.width - self.height))
        return max(1, int(self.width * scale)), max(1, int(self.height * scale))


def path_of(address: str) -> str:
    """Return the path that an address in Markdown means: `a%20b.png` is the file `a b.png`."""
    if _ELSEWHERE.match(address):
        return address
    return unquote(address).replace("\\", "/")


def read_picture(place: Path) -> Picture | Text:
    """Return the picture in a file, or the reason why it cannot be shown."""
    try:
        return _measured(read_regular(place, MOST_BYTES))
    except UnreadableError as cause:
        return _PROBLEMS[cause.problem]


def place_of(path: str, folder: str) -> Path | Text:
    """Return the file of a picture, with all links resolved, or the reason why it is not read.

    Args:
        path: the path of the file, relative to the folder.
        folder: the folder that must contain the file; by default the working directory.
    """
    if not path.strip():
        return _NO_ADDRESS
    if _ELSEWHERE.match(path):
        return _NOT_LOCAL
    try:
        root = Path(folder).resolve()
        place = (root / path).resolve()
    except (OSError, ValueError, RuntimeError):  # invalid file name, circular links
        return _MISSING
    return place if place.is_relative_to(root) else _OUTSIDE


def _measured(data: bytes) -> Picture | Text:
    from docx.image.image import Image

    try:
        image = Image.from_blob(_with_density(data))
        columns, rows = int(image.px_width), int(image.px_height)
        density = int(image.horz_dpi), int(image.vert_dpi)
    # Parsers of five formats read arbitrary bytes: what they raise cannot be listed.
    except Exception:
        return _NO_PICTURE
    if columns < 1 or rows < 1:
        return _NO_PICTURE
    if columns * rows > MOST_PIXELS:
        return _TOO_MANY_PIXELS
    across, down = (dpi if _LEAST_DPI <= dpi <= _MOST_DPI else _SCREEN_DPI for dpi in density)
    width, height = max(1, columns * _EMU_PER_INCH // across), max(1, rows * _EMU_PER_INCH // down)
    turn = turn_of(data)
    if turn.is_sideways:
        width, height = height, width
    return Picture(
        data=data,
        content_type=image.content_type,
        suffix=image.ext,
        width=width,
        height=height,
        turn=turn,
    )


def _with_density(data: bytes) -> bytes:
    """Insert the JFIF segment by which python-docx recognises a JPEG, where it is missing."""
    if data.startswith(_JPEG) and data[6:10] not in _DENSITIES:
        return data[:2] + _JFIF + data[2:]
    return data


_NO_ADDRESS = Text("未写图片文件名", "no file name given")
_NOT_LOCAL = Text("只支持本地文件，不从网络读取", "only local files are supported, nothing is downloaded")
_MISSING = Text("找不到文件", "file not found")
_OUTSIDE = Text("文件不在图片文件夹内", "the file is outside the picture folder")
_NO_FILE = Text("不是普通文件", "not a regular file")
_PROBLEMS: Mapping[FileProblem, Text] = {
    FileProblem.MISSING: _MISSING,
    FileProblem.FOLDER: _NO_FILE,
    FileProblem.SPECIAL: _NO_FILE,
    FileProblem.TOO_LARGE: Text("文件超过 20 MB", "the file is larger than 20 MB"),
    FileProblem.UNREADABLE: Text("文件无法读取", "the file cannot be read"),
}
_TOO_MANY_PIXELS = Text("图片超过 5000 万像素", "the picture has more than 50 million pixels")
_NO_PICTURE = Text(
    "不是有效的 PNG、JPEG、GIF、BMP 或 TIFF 图片（SVG、WebP 请另存为 PNG）",
    "not a valid PNG, JPEG, GIF, BMP or TIFF picture (save SVG or WebP as PNG)",
)
