"""Photographs of cameras that were held on their side, upside down, or before a mirror."""

import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.opened import opened, page_of
from tests.support.docx_lint import lint
from tests.support.pictures import jpeg, png

from opshandover.exporters.orientation import UPRIGHT, Turn, turn_of
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.pages.markdown import blocks_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TWIP = 635
Point = tuple[int, int]


def exif(orientation: int, order: str = ">", kind: int = 3) -> bytes:
    """An Exif block with another entry before the orientation."""
    head = b"MM\0*" if order == ">" else b"II*\0"
    entries = struct.pack(f"{order}HHII", 0x0100, 4, 1, 640) + struct.pack(
        f"{order}HHIHH", 0x0112, kind, 1, orientation, 0
    )
    return head + struct.pack(f"{order}IH", 8, 2) + entries + b"\0" * 4


def photograph(orientation: int, width: int = 80, height: int = 60, *, order: str = ">", jfif: bool = True) -> bytes:
    """A JPEG as from a camera: the Exif segment follows the one with the density, or comes first."""
    data = jpeg(width, height, density=jfif)
    block = b"Exif\0\0" + exif(orientation, order)
    at = 20 if jfif else 2
    return data[:at] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + data[at:]


def png_with_exif(orientation: int) -> bytes:
    """A PNG with the chunk that says the same."""
    data, block = png(80, 60), exif(orientation)
    return data[:33] + struct.pack(">I", len(block)) + b"eXIf" + block + b"\0" * 4 + data[33:]


def placed(turn: Turn, point: Point) -> Point:
    """The place of a pixel of a picture of two by three after it is mirrored, then turned."""
    x, y = point
    width, height = 2, 3
    if turn.mirrored:
        x = width - 1 - x
    for _ in range(turn.quarters):
        x, y, width, height = height - 1 - y, x, height, width
    return x, y


@pytest.mark.parametrize(
    ("orientation", "first_row", "first_column"),
    [
        (1, "top", "left"),
        (2, "top", "right"),
        (3, "bottom", "right"),
        (4, "bottom", "left"),
        (5, "left", "top"),
        (6, "right", "top"),
        (7, "right", "bottom"),
        (8, "left", "bottom"),
    ],
)
def test_each_orientation_is_what_the_standard_says(orientation: int, first_row: str, first_column: str) -> None:
    """It names the sides on which the first row and the first column of the pixels are seen."""
    for data in (photograph(orientation), photograph(orientation, order="<", jfif=False), png_with_exif(orientation)):
        turn = turn_of(data)
        assert turn.is_sideways == (orientation >= 5)
        for side, line in (
            (first_row, [(0, 0), (1, 0)]),
            (first_column, [(0, 0), (0, 1), (0, 2)]),
        ):
            width, height = (3, 2) if turn.is_sideways else (2, 3)
            axis, value = {"left": (0, 0), "right": (0, width - 1), "top": (1, 0), "bottom": (1, height - 1)}[side]
            assert {placed(turn, point)[axis] for point in line} == {value}


@pytest.mark.parametrize(
    "data",
    [
        photograph(0),
        photograph(9),
        jpeg(80, 60),
        png(80, 60),
        b"",
        b"\xff\xd8",
        b"\xff\xd8" + b"\xff\xe1\0\0" * 50,
        b"\xff\xd8\xff\xe1\xff\xffExif\0\0MM\0*\xff\xff\xff\xff",
        photograph(6)[:40],
        photograph(6).replace(b"MM\0*", b"XX\0*"),
        photograph(6).replace(struct.pack(">HHI", 0x0112, 3, 1), struct.pack(">HHI", 0x0112, 4, 1)),
        png_with_exif(6)[:50],
        png_with_exif(6).replace(struct.pack(">I", 38) + b"eXIf", b"\xff\xff\xff\xffeXIx"),
    ],
)
def test_what_says_nothing_is_upright(data: bytes) -> None:
    """Nothing noted, a value that there is not, and lengths that lead nowhere or back to where they stand."""
    assert turn_of(data) == UPRIGHT


@given(st.sampled_from([photograph(6), png_with_exif(6)]), st.integers(0, 90), st.binary(max_size=12))
def test_damage_gives_some_turn(data: bytes, at: int, instead: bytes) -> None:
    """Whatever the bytes are, there is an answer."""
    assert isinstance(turn_of(data[:at] + instead + data[at + len(instead) :]), Turn)


def drawing_of(folder: Path, data: bytes) -> Any:
    """Shows one picture in a file that is sound, and gives its drawing."""
    (folder / "a.dat").write_bytes(data)
    file = render(page_of(*blocks_of("![照片](a.dat)", "x")), page_options=PageOptions(folder=str(folder)))
    assert lint(file) == []
    (drawing,) = opened(file).root().iter(f"{DRAWING}inline")
    return drawing


@pytest.mark.parametrize(("width", "height"), [(80, 60), (60, 80), (4000, 3000), (3000, 4000), (9000, 300)])
def test_a_picture_on_its_side_takes_the_room_that_it_needs(tmp_path: Path, width: int, height: int) -> None:
    """It fits before and after its turn, and says by how much it grows, so that nothing is covered."""
    drawing = drawing_of(tmp_path, photograph(6, width, height))
    extent, beyond = drawing.find(f"{DRAWING}extent"), drawing.find(f"{DRAWING}effectExtent")
    transform = drawing.find(f".//{MAIN}xfrm")
    across, down = int(extent.get("cx")), int(extent.get("cy"))
    assert transform.get("rot") == "5400000"
    assert (transform.find(f"{MAIN}ext").get("cx"), extent.get("cy")) == (str(across), str(down))
    assert abs(across * height - down * width) <= width + height
    assert max(across, down) <= Design().text_width * TWIP
    assert across <= Design().text_height * TWIP * 2 / 3
    assert int(beyond.get("t")) == int(beyond.get("b")) == max(0, across - down) // 2
    assert int(beyond.get("l")) == int(beyond.get("r")) == max(0, down - across) // 2


def test_an_upright_picture_is_written_as_ever(tmp_path: Path) -> None:
    """Nothing is turned, and nothing reaches beyond its size."""
    drawing = drawing_of(tmp_path, photograph(1))
    assert drawing.find(f"{DRAWING}effectExtent") is None
    assert dict(drawing.find(f".//{MAIN}xfrm").attrib) == {}
