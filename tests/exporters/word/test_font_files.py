"""Font files: which are read, what their licences allow, and what is said of the others."""

import os
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.fonts import CHINESE, LATIN, characters_in, collection, font, with_table

from opshandover.errors import OpsHandoverWarning, OptionError
from opshandover.exporters.word import font_files
from opshandover.exporters.word.font_files import MOST_FILES, Face, check_licence, read_faces

RESTRICTED, READING, EDITABLE, WHOLE, BITMAPS = 0x2, 0x4, 0x8, 0x100, 0x200


def read(data: bytes, folder: Path, name: str = "a.ttf") -> list[Face]:
    """The fonts of a file of some bytes."""
    path = folder / name
    path.write_bytes(data)
    return read_faces(path)


def fault_of(path: Path) -> str:
    """What is said of a file or folder."""
    with pytest.raises(OptionError) as error:
        read_faces(path)
    return str(error.value)


@pytest.mark.parametrize("licence", [0, EDITABLE, RESTRICTED | EDITABLE, READING | EDITABLE, WHOLE])
def test_a_font_that_may_be_embedded_is(licence: int, tmp_path: Path) -> None:
    """Of several kinds of licence, as old fonts state them, the most generous one counts; nothing is warned of."""
    (face,) = read(font(licence=licence), tmp_path)
    with warnings.catch_warnings(record=True) as seen:
        check_licence(face)
    assert not seen


@pytest.mark.parametrize(
    ("licence", "why"), [(RESTRICTED, "forbids"), (BITMAPS, "bitmaps"), (EDITABLE | BITMAPS, "bitmaps")]
)
def test_a_font_that_may_not_be_embedded_is_named(licence: int, why: str, tmp_path: Path) -> None:
    """The error has the font, the reason and the way out."""
    (face,) = read(font("Harbour Closed", licence=licence), tmp_path)
    with pytest.raises(OptionError, match=why) as error:
        check_licence(face)
    assert "'Harbour Closed'" in str(error.value)
    assert "ask its maker" in str(error.value)
    assert "字体“Harbour Closed”" in error.value.in_lang("zh")


def test_a_font_for_reading_only_is_warned_of(tmp_path: Path) -> None:
    """Who hands a form on to be filled in learns that Word may not let it be."""
    (face,) = read(font("Harbour Preview", licence=READING), tmp_path)
    with pytest.warns(OpsHandoverWarning, match="Harbour Preview.*reading and printing"):
        check_licence(face)


@pytest.mark.parametrize("number", [-1, 0])
def test_a_font_that_must_stay_whole_does(number: int, tmp_path: Path) -> None:
    """No character is taken from a font whose licence forbids subsets, in a file of its own or in a collection."""
    data = font(licence=WHOLE)
    face = read(data if number < 0 else collection(data), tmp_path)[0]
    assert characters_in(face.subset("ab")) == set(LATIN)
    assert characters_in(read(font(), tmp_path)[0].subset("ab")) == set("ab")


def test_the_names_of_a_family_are_kept(tmp_path: Path) -> None:
    """A font is found under each of its names, the English one first, before and after the reduction."""
    (face,) = read(font("FangSong", chinese_name="仿宋", characters=CHINESE, chinese=True), tmp_path)
    assert face.names == ("FangSong", "仿宋")
    assert face.chinese
    (again,) = read(face.subset("海川"), tmp_path)
    assert again.names == face.names


def test_a_folder_has_the_fonts_in_it(tmp_path: Path) -> None:
    """Fonts are taken in the order of their files, and other files are left alone."""
    for name in ("b.TTF", "a.otf"):
        (tmp_path / name).write_bytes(font(name[0], postscript=name == "a.otf"))
    (tmp_path / "licence.txt").write_text("OFL")
    assert [face.names for face in read_faces(tmp_path)] == [("a",), ("b",)]


def test_what_is_no_font_is_said(tmp_path: Path) -> None:
    """Each wrong path has its own reason and the way out, never a traceback."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "many").mkdir()
    for n in range(MOST_FILES + 1):
        (tmp_path / "many" / f"{n}.ttf").touch()
    (tmp_path / "a.ttf").write_bytes(b"PK\x03\x04")
    (tmp_path / "a.woff2").write_bytes(b"wOF2" + bytes(60))
    (tmp_path / "large.ttf").write_bytes(b"")
    os.truncate(tmp_path / "large.ttf", font_files.MOST_BYTES + 1)
    said = {"empty": "no font files", "many": "25 font files", "a.ttf": "no TrueType", "a.woff2": "no TrueType"}
    said |= {"large.ttf": "larger than 40 MB", "missing.ttf": "not found", "a\0b": "not found"}
    for name, reason in said.items():
        assert reason in fault_of(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no regular file is not opened."""
    os.mkfifo(tmp_path / "a.ttf")
    assert "not a regular file" in fault_of(tmp_path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: with_table(data, "fvar", bytes(16)), "variable font"),
        (lambda data: data[:200], "damaged"),
        (lambda data: data[:4], "damaged"),
        (lambda data: with_table(data, "name", b"\0\0\xff\xff\0\0"), "damaged"),
        (lambda data: with_table(data, "OS/2", b""), "damaged"),
        (lambda data: b"ttcf\0\1\0\0\xff\xff\xff\xff" + data, "damaged"),
        (lambda _: font('<a"&>'), "no usable family name"),
        (lambda _: font("F" * 64), "no usable family name"),
    ],
)
def test_a_font_that_cannot_serve_is_said(change: Callable[[bytes], bytes], reason: str, tmp_path: Path) -> None:
    """Damaged and hostile fonts are one clear error with the path."""
    (tmp_path / "odd.ttf").write_bytes(change(font()))
    assert reason in fault_of(tmp_path / "odd.ttf")
    assert "odd.ttf" in fault_of(tmp_path / "odd.ttf")


@settings(max_examples=150)
@given(place=st.integers(0, 10_000), patch=st.binary(min_size=1, max_size=8), postscript=st.booleans())
def test_no_damage_is_a_traceback(
    place: int, patch: bytes, postscript: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever bytes are wrong, a font is either read or refused."""
    data = font(characters=CHINESE, postscript=postscript)
    at = place % len(data)
    path = tmp_path_factory.getbasetemp() / "odd.ttf"
    path.write_bytes(data[:at] + patch + data[at + len(patch) :])
    with suppress(OptionError):
        for face in read_faces(path):
            assert len(face.subset(CHINESE)) > 0


def test_without_fonttools_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "fontTools", None)
    assert "opshandover[fonts]" in fault_of(tmp_path)
