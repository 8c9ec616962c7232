"""How a photograph has to be turned to be upright, which cameras only note beside its pixels (Exif 2.3, 4.6.4)."""

import struct
from collections.abc import Iterator

from attrs import frozen


@frozen
class Turn:
    """A mirror image from left to right, if any, and then turns by 90 degrees clockwise."""

    mirrored: bool = False
    quarters: int = 0

    @property
    def is_sideways(self) -> bool:
        """Whether width and height change places."""
        return self.quarters % 2 == 1

    def xml(self) -> str:
        """Return the attributes of a DrawingML transform."""
        turned = f' rot="{self.quarters * _QUARTER}"' if self.quarters else ""
        return turned + (' flipH="1"' if self.mirrored else "")


_QUARTER = 5_400_000
"""90 degrees in DrawingML, which counts sixty-thousandths."""
UPRIGHT = Turn()
_TURNS = {
    2: Turn(mirrored=True),
    3: Turn(quarters=2),
    4: Turn(mirrored=True, quarters=2),
    5: Turn(mirrored=True, quarters=3),
    6: Turn(quarters=1),
    7: Turn(mirrored=True, quarters=1),
    8: Turn(quarters=3),
}
"""By the value of the Exif tag; any other is upright."""

_ORIENTATION, _SHORT = 0x0112, 3
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_EXIF = b"Exif\0\0"
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_START_OF_SCAN = 0xDA


def turn_of(data: bytes) -> Turn:
    """Return how a JPEG or PNG has to be turned; a TIFF is turned by those who show it."""
    try:
        for block in _exif_blocks(data):
            return _TURNS.get(_orientation(block), UPRIGHT)
    except (struct.error, IndexError):  # cut off, or a length that leads out of the file
        pass
    return UPRIGHT


def _exif_blocks(data: bytes) -> Iterator[bytes]:
    """Yield the Exif blocks before the pixels; each step goes on in the file, so that there is an end."""
    if data.startswith(_PNG):
        at = len(_PNG)
        while (kind := data[at + 4 : at + 8]) and kind != b"IDAT":
            (length,) = struct.unpack_from(">I", data, at)
            if kind == b"eXIf":
                yield data[at + 8 : at + 8 + length]
            at += length + 12
    elif data.startswith(_JPEG):
        at = len(_JPEG)
        while data[at] == 0xFF and data[at + 1] != _START_OF_SCAN:
            (length,) = struct.unpack_from(">H", data, at + 2)
            if data[at + 1] == 0xE1 and data.startswith(_EXIF, at + 4):
                yield data[at + 4 + len(_EXIF) : at + 2 + length]
            at += length + 2


def _orientation(block: bytes) -> int:
    """Return the orientation in the first directory of a block, which is a TIFF without picture; 0 if none."""
    order = _ORDERS.get(block[:4])
    if order is None:
        return 0
    (at,) = struct.unpack_from(f"{order}I", block, 4)
    (count,) = struct.unpack_from(f"{order}H", block, at)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, kind, _, found = struct.unpack_from(f"{order}HHIH", block, entry)
        if tag == _ORIENTATION and kind == _SHORT:
            return int(found)
    return 0
