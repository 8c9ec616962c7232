"""Pictures: which files are read, how they stand on the page, and what stands for the others."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.pictures import FORMATS, jpeg, png

from opshandover.exporters.pictures import MOST_BYTES, Picture, path_of, place_of, read_picture
from opshandover.text import Text


def read(path: str, folder: Path) -> Picture | Text:
    """Reads a picture in a folder."""
    place = place_of(path, str(folder))
    return place if isinstance(place, Text) else read_picture(place)


def why_not(path: str, folder: Path) -> str:
    """The reason why a picture is not shown, in English."""
    found = read(path, folder)
    assert isinstance(found, Text), found
    assert found.zh
    return found.en


@pytest.mark.parametrize("suffix", FORMATS)
def test_size_is_read_from_the_head(suffix: str, tmp_path: Path) -> None:
    """Each format that Word shows is known by its bytes, whatever the file is called."""
    (tmp_path / "a.dat").write_bytes(FORMATS[suffix](96, 48))
    found = read("a.dat", tmp_path)
    assert isinstance(found, Picture)
    assert found.suffix == suffix
    assert found.width == 2 * found.height
    if suffix in ("png", "jpg", "bmp"):
        assert found.width == INCH


def test_a_jpeg_need_not_say_how_dense_it_is(tmp_path: Path) -> None:
    """Adobe's and many cameras' files have no such segment, and Word shows them."""
    (tmp_path / "a.jpg").write_bytes(jpeg(72, 36, density=False))
    found = read("a.jpg", tmp_path)
    assert isinstance(found, Picture)
    assert (found.width, found.height) == (INCH, INCH // 2)
    assert found.data == jpeg(72, 36, density=False)


@pytest.mark.parametrize(
    "path",
    ["../secret.png", "charts/../../secret.png", "link.png", "away/secret.png", "/etc/hostname"],
)
def test_nothing_outside_of_the_folder_is_read(path: str, folder: Path) -> None:
    """Neither dots nor links nor absolute paths lead out of it."""
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "away").symlink_to(folder.parent)
    assert "outside the picture folder" in why_not(path, folder)
    assert "outside the picture folder" in why_not(str(folder.parent / "secret.png"), folder)


def test_links_and_absolute_paths_may_lead_within_the_folder(folder: Path) -> None:
    """It counts where a file is, not how it is named."""
    (folder / "link.png").symlink_to(folder / "charts" / "week.png")
    for path in ("link.png", str(folder / "charts" / "week.png"), "charts/../tall.png"):
        assert isinstance(read(path, folder), Picture)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("nope.png", "file not found"),
        ("charts", "not a regular file"),
        ("pipe", "not a regular file"),
        ("huge.png", "larger than 20 MB"),
        ("bomb.png", "50 million pixels"),
        ("flat.png", "not a valid PNG"),
        ("empty.png", "not a valid PNG"),
        ("cut.png", "not a valid PNG"),
        ("a.svg", "not a valid PNG"),
        ("round.png", "file not found"),
        ("a.svg/b.png", "file not found"),
        ("a\0b.png", "file not found"),
        ("x" * 5000, "cannot be read"),
        ("", "no file name given"),
        ("https://example.cn/a.png", "only local files"),
        ("data:image/png;base64,AAAA", "only local files"),
        ("//server/share/a.png", "only local files"),
        ("\\\\server\\share\\a.png", "only local files"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_reason(path: str, why: str, folder: Path) -> None:
    """Nothing hangs, nothing large is read, nothing is fetched, and no parser's error gets out."""
    os.mkfifo(folder / "pipe")
    with (folder / "huge.png").open("wb") as file:
        file.truncate(5 * MOST_BYTES)
    (folder / "bomb.png").write_bytes(png(10_000, 5_001))
    (folder / "flat.png").write_bytes(png(0, 10))
    (folder / "empty.png").write_bytes(b"")
    (folder / "cut.png").write_bytes(png(10, 10)[:40])
    (folder / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "round.png").symlink_to(folder / "round.png")
    assert why in why_not(path, folder)


def test_files_that_may_not_be_read_are_named_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is another matter than one that is not there."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("opshandover.files.os.open", refuse)
    assert "cannot be read" in why_not("tall.png", folder)


INCH = 914_400
_HEADS = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"BM", b"II*\0", b"MM\0*"]


@settings(max_examples=300)
@given(
    st.one_of(
        st.tuples(st.sampled_from(_HEADS), st.binary(max_size=200)).map(b"".join),
        st.tuples(
            st.sampled_from([make(30, 20) for make in FORMATS.values()]),
            st.integers(0, 200),
            st.integers(0, 255),
        ).map(lambda parts: parts[0][: parts[1]] + bytes([parts[2]]) + parts[0][parts[1] + 1 :]),
        st.tuples(st.sampled_from([make(30, 20) for make in FORMATS.values()]), st.integers(0, 100)).map(
            lambda parts: parts[0][: parts[1]]
        ),
    )
)
def test_damaged_files_give_a_picture_or_a_reason(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever the bytes are, a size that can be written comes of them, or a reason."""
    place = tmp_path_factory.getbasetemp() / "damaged"
    place.write_bytes(data)
    found = read_picture(place)
    if isinstance(found, Picture):
        width, height = found.within(3_000_000, 2_000_000)
        assert 1 <= width <= 3_000_000
        assert 1 <= height <= 2_000_000
    else:
        assert isinstance(found, Text)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("a%20b.png", "a b.png"),
        ("%E5%91%A8.png", "周.png"),
        ("charts\\a.png", "charts/a.png"),
        ("charts%5Ca.png", "charts/a.png"),
        ("https://a.cn/b%20c.png", "https://a.cn/b%20c.png"),
    ],
)
def test_addresses_become_paths(address: str, path: str) -> None:
    """Markdown writes addresses, which are no file names yet."""
    assert path_of(address) == path
