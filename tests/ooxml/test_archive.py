"""The parts of a template file are read within limits, or the file is refused with the reason."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.exporters.word.templates import picture, rewritten, template, with_cover, written

from opshandover.errors import OptionError
from opshandover.ooxml import archive
from opshandover.ooxml.archive import read_parts
from opshandover.text import LANGUAGES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.fixture(scope="module")
def good() -> bytes:
    """A template with a cover."""
    return template(with_cover)


def reason(path: str) -> str:
    """Why a file is refused; both languages name the file."""
    with pytest.raises(OptionError) as caught:
        read_parts(path)
    for lang in LANGUAGES:
        assert Path(path).name[:40] in caught.value.in_lang(lang)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"hello", "another kind"),
        (b"%PDF-1.7\n", "PDF"),
        (picture(), "a picture"),
        (b"{\\rtf1 hello}", "another kind"),
        (OLE, "old Office format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and nothing", "damaged"),
    ],
    ids=["empty", "text", "PDF", "PNG", "RTF", "doc", "locked", "no zip"],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    """What it begins with tells what it is, whatever it is called."""
    assert why in reason(written(tmp_path, data))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, a name that nothing has, and names that nothing can have."""
    assert "folder" in reason(str(tmp_path))
    assert "does not exist" in reason(str(tmp_path / "missing.docx"))
    assert "is not a folder" in reason(written(tmp_path, b"") + "/inside.docx")
    with pytest.raises(OptionError, match="invalid file name"):
        read_parts("a\0b.docx")
    with pytest.raises(OptionError, match="too long"):
        read_parts("a" * 5000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in this system")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Nobody writes into it, so that reading would never end; nor would a device."""
    os.mkfifo(tmp_path / "pipe.docx")
    assert "is a pipe, a device" in reason(str(tmp_path / "pipe.docx"))
    assert "is a pipe, a device" in reason(os.devnull)


def test_a_large_file_is_refused_without_being_kept(tmp_path: Path) -> None:
    """It is read no further than the limit."""
    with (tmp_path / "large.docx").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(archive.MOST_BYTES + 1)
    assert "larger than 50 MB" in reason(str(tmp_path / "large.docx"))


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb: a few kilobytes that would be more than the limit, here lowered, once they are unpacked."""
    monkeypatch.setattr(archive, "MOST_UNPACKED", 3_000_000)
    stream = BytesIO(good)
    with ZipFile(stream, "a", ZIP_DEFLATED) as package, package.open("bomb.xml", "w") as bomb:
        for _ in range(archive.MOST_UNPACKED // 1_000_000 + 1):
            bomb.write(b" " * 1_000_000)
    assert "too large" in reason(written(tmp_path, stream.getvalue()))


def test_too_many_entries_are_refused(tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each entry costs time and memory, however little is in it."""
    monkeypatch.setattr(archive, "MOST_ENTRIES", 50)
    assert read_parts(written(tmp_path, good))
    many = {f"word/{number}.xml": b"" for number in range(archive.MOST_ENTRIES)}
    assert "too large" in reason(written(tmp_path, rewritten(good, dict(many))))


def test_another_zip_is_refused(tmp_path: Path) -> None:
    """A zip archive of holiday pictures begins like a Word file."""
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("beach.jpg", b"")
    assert "another kind" in reason(written(tmp_path, stream.getvalue()))


def test_entries_with_a_password_are_refused(tmp_path: Path, good: bytes) -> None:
    """A zip archive may be encrypted entry by entry."""
    data = bytearray(good)
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert "password" in reason(written(tmp_path, bytes(data)))


def test_an_entry_without_a_name_is_damage(tmp_path: Path, good: bytes) -> None:
    """A name ends at a zero byte, so that one that begins with it is empty."""
    before, name, after = good.rpartition(b"docProps/thumbnail.jpeg")
    data = before + b"\0" + name[1:] + after
    assert "damaged (its zip archive cannot be read)" in reason(written(tmp_path, data))
