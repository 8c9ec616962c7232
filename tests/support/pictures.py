"""Pictures made byte by byte: as much of each format as tells kind, size and density."""

import struct
import zlib
from collections.abc import Callable, Mapping


def png(width: int, height: int, dpi: int = 96) -> bytes:
    """A PNG that can be shown, of one colour."""
    metre = round(dpi / 0.0254)
    rows = zlib.compress((b"\0" + b"\x30\x60\x90" * min(width, 2000)) * min(height, 2000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)),
            _chunk(b"IDAT", rows),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width: int, height: int, *, density: bool = True) -> bytes:
    """The head of a JPEG, with the segment that says its density (96 dpi) or without it."""
    jfif = b"\xff\xe0\x00\x10JFIF\0\x01\x01\x01\x00\x60\x00\x60\x00\x00"
    tables = b"\xff\xdb\x00\x43\x00" + b"\x01" * 64
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\x01" * 9
    scan = b"\xff\xda\x00\x0c\x03" + b"\x01" * 9 + b"\0" * 20
    return b"\xff\xd8" + (jfif if density else b"") + tables + frame + scan + b"\xff\xd9"


def gif(width: int, height: int) -> bytes:
    """The head of a GIF."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0" * 20


def bmp(width: int, height: int) -> bytes:
    """The head of a BMP of 96 dpi."""
    head = b"BM" + b"\0" * 8 + struct.pack("<II", 54, 40) + struct.pack("<II", width, height)
    return head + b"\x01\0\x18\0" + b"\0" * 8 + struct.pack("<II", 3780, 3780) + b"\0" * 8


def tiff(width: int, height: int) -> bytes:
    """The directory of a TIFF without a density."""
    entries = struct.pack("<HHII", 256, 4, 1, width) + struct.pack("<HHII", 257, 4, 1, height)
    return b"II*\0" + struct.pack("<IH", 8, 2) + entries + b"\0" * 4


FORMATS: Mapping[str, Callable[[int, int], bytes]] = {
    "png": png,
    "jpg": jpeg,
    "gif": gif,
    "bmp": bmp,
    "tiff": tiff,
}
"""What makes a picture of each format, by the ending that Word files give it."""
