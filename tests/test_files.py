"""Reading says what a file is that cannot be read; writing is whole or not at all."""

import os
import socket
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.patience import PATIENCE

from opshandover.errors import LoadError, OutputError
from opshandover.files import (
    FileProblem,
    UnreadableError,
    allow_overwriting,
    decode,
    decode_any,
    in_other_encoding,
    keeping_inputs,
    read_bytes,
    read_regular,
    read_text,
    remove_leftovers,
    resolved,
    write_whole,
)
from opshandover.limits import MOST_BYTES
from opshandover.text import LANGUAGES

OTHER_FILES = {
    b"PK\x03\x04abc": ".docx",
    b"\xd0\xcf\x11\xe0\xa1": "Office",
    b"%PDF-1.7": "PDF",
    b"\x89PNG\r\n": "picture",
    b"\xff\xd8\xff\xe0": "picture",
    "标题".encode("utf-16"): "UTF-16",
    "标题：交接".encode("gb18030"): "GB18030",
    b"\x80\x00\x01": "binary",
    b"a\x00b": "binary",
    b"\xff\xff\xff": "binary",
}


POSIX = pytest.mark.skipif(os.name != "posix", reason="only there files have rights and links")


def _problem(error: LoadError) -> str:
    (fault,) = error.faults
    return fault.problem["en"]


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_is_read(text: str) -> None:
    """Text in UTF-8 comes back as it is, with or without a mark at its beginning."""
    if not text.startswith(("\ufeff", "PK\x03\x04", "%PDF")):
        assert decode(text.encode(), Path("x")) == text
        assert decode(text.encode("utf-8-sig"), Path("x")) == text


def test_texts_of_other_programs() -> None:
    """GBK is taken with a rare name in it, and never for a Western encoding."""
    said = "夜班交接：王祎已到岗，二号泵等待配件。"
    for encoding in ("gb18030", "utf-16"):
        assert in_other_encoding(said.encode(encoding)) == said
    for data in (said.encode(), "Dépôt à fermer".encode("cp1252"), "王祎".encode("gb18030"), b"PK\x03\x04\xd6\xdc"):
        assert in_other_encoding(data) is None


@given(st.binary(max_size=200))
def test_other_bytes_are_text_or_refused(data: bytes) -> None:
    """Whatever the bytes, there is a text without NUL or one error."""
    with suppress(LoadError):
        assert "\0" not in decode_any(data, Path("x"))


@pytest.mark.parametrize(("data", "word"), OTHER_FILES.items())
def test_what_is_no_text(data: bytes, word: str, tmp_path: Path) -> None:
    """The error says what the file is instead, in both languages, and which file."""
    path = tmp_path / "交接.yaml"
    path.write_bytes(data)
    with pytest.raises(LoadError) as caught:
        read_text(path)
    assert word in _problem(caught.value)
    assert caught.value.faults[0].problem["zh"] != caught.value.faults[0].problem["en"]
    assert all("交接.yaml" in caught.value.in_lang(lang) for lang in LANGUAGES)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing files, folders, files as folders and impossible names are all told apart."""
    file = tmp_path / "file"
    file.touch()
    for path, said in {
        tmp_path / "missing": "does not exist",
        tmp_path: "is a folder, not a file",
        file / "below": "is not a folder",
        tmp_path / "a\0b": "invalid file name",
        tmp_path / ("长" * 300): "too long",
    }.items():
        with pytest.raises(LoadError) as caught:
            read_text(path)
        assert said in _problem(caught.value).replace("File name", "")


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, None])
def test_the_temporary_file_is_as_private_as_the_file(
    tmp_path: Path, mode: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At no moment may somebody read it who may not read the file itself."""
    path = tmp_path / "x.json"
    default = tmp_path / "new"
    default.touch()
    expected = default.stat().st_mode & 0o777
    if mode is not None:
        path.touch()
        path.chmod(mode)
        expected = mode
    seen: list[int] = []
    synchronize = os.fsync

    def look(file: int) -> None:
        seen.append(os.fstat(file).st_mode & 0o777)
        synchronize(file)

    monkeypatch.setattr(os, "fsync", look)
    write_whole(path, b"data")
    assert seen
    assert all(one & ~expected == 0 for one in seen)
    assert path.stat().st_mode & 0o777 == expected


def test_leftovers_of_killed_processes(tmp_path: Path) -> None:
    """Temporary files for a file are removed, those for other files stay."""
    path = tmp_path / "a.json"
    write_whole(path, b"data")
    for name in (".a.json.00ff.tmp", ".b.json.00ff.tmp", "a.json.tmp"):
        (tmp_path / name).touch()
    remove_leftovers(path)
    remove_leftovers(tmp_path / "no folder" / "a.json")
    assert sorted(one.name for one in tmp_path.iterdir()) == [".b.json.00ff.tmp", "a.json", "a.json.tmp"]


@POSIX
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A pipe would block, a device would never end: both are refused at once, and so are links in a loop."""
    pipe, loop, device, listening = (tmp_path / name for name in ("pipe", "loop", "device", "socket"))
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    device.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(listening))
        for path, said in {
            pipe: "is a pipe, a device or a socket",
            device: "is a pipe, a device or a socket",
            listening: "is a pipe, a device or a socket",
            loop: "the symbolic links form a loop",
            loop / "below": "the symbolic links form a loop",
        }.items():
            with pytest.raises(LoadError) as caught:
                read_text(path)
            assert said in _problem(caught.value)


@POSIX
def test_a_file_that_becomes_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is opened is asked once more, as it may not be what was asked about before."""
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    file.touch()
    about = file.stat()
    monkeypatch.setattr(Path, "stat", lambda _: about)
    with pytest.raises(LoadError) as caught:
        read_bytes(pipe)
    assert "is a pipe" in _problem(caught.value)


def test_size_of_a_file_is_limited(tmp_path: Path) -> None:
    """A file of the size allowed is read; a larger one is refused before it is, even if nothing is stored of it."""
    path = tmp_path / "file"
    path.write_bytes(b"x" * 1_000)
    assert read_bytes(path, 1_000) == b"x" * 1_000
    with path.open("ab") as file:
        file.truncate(50 * MOST_BYTES)
    for most in (999, 1_000, MOST_BYTES):
        with pytest.raises(LoadError) as caught:
            read_bytes(path, most)
        assert "larger than" in _problem(caught.value)


def test_a_path_without_its_links(tmp_path: Path) -> None:
    """Two names of one file are equal; links in a loop and impossible names are no errors."""
    loop, link = tmp_path / "loop", tmp_path / "link"
    loop.symlink_to(loop)
    link.symlink_to(tmp_path)
    assert resolved(link / "x") == resolved(tmp_path / "x")
    assert resolved(loop).name == "loop"
    assert resolved("a\0b") == Path("a\0b")


def test_writing(tmp_path: Path) -> None:
    """A new file and one that was there hold the bytes, and nothing else is left beside them."""
    path = tmp_path / f"{'长' * 60}👍.json"
    for data in (b"one", b"", b"\0" * 100_000):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_rights(tmp_path: Path) -> None:
    """A new file has the rights of any new file; one that is replaced keeps its own."""
    plain, written, private = tmp_path / "plain", tmp_path / "written", tmp_path / "private"
    plain.touch()
    write_whole(written, b"x")
    assert written.stat().st_mode == plain.stat().st_mode
    private.touch(mode=0o600)
    write_whole(private, b"x")
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


def test_threads_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Files written at once all get the rights of new files, and so does what comes after."""
    before = tmp_path / "before"
    before.touch()
    barrier = threading.Barrier(8)

    def write(number: int) -> int:
        barrier.wait()
        for _ in range(20):
            write_whole(tmp_path / f"{number}", b"x")
        return (tmp_path / f"{number}").stat().st_mode

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(write, range(8))) == {before.stat().st_mode}
    after = tmp_path / "after"
    after.touch()
    assert after.stat().st_mode == before.stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("cause", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, cause: BaseException
) -> None:
    """When the disk is full or the user loses patience, the old file stays, and no other."""
    path = tmp_path / "out.json"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise cause

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((OutputError, KeyboardInterrupt)) as caught:
        write_whole(path, b"new")
    if isinstance(caught.value, OutputError):
        assert "No space left on device" in str(caught.value)
        assert "原文件（如有）未改动" in caught.value.in_lang("zh")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("size", [100, 100_000])
def test_a_file_that_is_cut_short(tmp_path: Path, size: int) -> None:
    """When the system takes a part of the bytes alone, nothing of them is left behind."""
    resource = pytest.importorskip("resource")
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, limits[1]))
    try:
        with pytest.raises(OutputError):
            write_whole(path, b"x" * size)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    """The error says why, and nothing is made on the way."""
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_bytes(b"old")
    folder.mkdir()
    for path, said in {
        tmp_path / "missing" / "out": "missing does not exist",
        file / "out": "is not a folder",
        folder: "is a folder, not a file",
        tmp_path / "a\0b": "invalid file name",
        tmp_path / ("长" * 300): "too long",
    }.items():
        with pytest.raises(OutputError) as caught:
            write_whole(path, b"new")
        assert said in str(caught.value)
    assert sorted(tmp_path.iterdir()) == [file, folder]
    assert file.read_bytes() == b"old"


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing through a symbolic link changes the file that it leads to."""
    target, link = tmp_path / "real" / "file", tmp_path / "link"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


@POSIX
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """What is no file cannot be replaced: `/dev/stdout` and the like stay what they are."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        received = pool.submit(pipe.read_bytes)
        write_whole(pipe, b"data")
        assert received.result(timeout=PATIENCE) == b"data"
    assert pipe.is_fifo()


def test_inputs_are_kept(tmp_path: Path) -> None:
    """In a block that keeps them, what was read cannot be written, nor in a block around it; outside it can."""
    read, other = tmp_path / "read", tmp_path / "other"
    for path in (read, other):
        path.write_bytes(b"before")
    with keeping_inputs():
        with keeping_inputs():
            read_bytes(read)
        write_whole(other, b"after")
        with pytest.raises(OutputError, match="is read here"):
            write_whole(tmp_path / "." / "read", b"after")
    assert (read.read_bytes(), other.read_bytes()) == (b"before", b"after")
    write_whole(read, b"after")
    assert read.read_bytes() == b"after"


@POSIX
def test_why_a_file_is_not_read(tmp_path: Path) -> None:
    """Each reader says in its own words what one function finds out."""
    loop, pipe, file = tmp_path / "loop", tmp_path / "pipe", tmp_path / "file"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    file.write_bytes(b"12345")
    assert read_regular(file, 5) == b"12345"
    problems = {
        tmp_path: FileProblem.FOLDER,
        pipe: FileProblem.SPECIAL,
        loop: FileProblem.MISSING,
        tmp_path / "none": FileProblem.MISSING,
        file / "below": FileProblem.MISSING,
        Path("a\0b"): FileProblem.MISSING,
        file: FileProblem.TOO_LARGE,
    }
    for path, problem in problems.items():
        with pytest.raises(UnreadableError) as caught:
            read_regular(path, 4)
        assert caught.value.problem is problem
        with pytest.raises(LoadError):
            read_bytes(path, 4)


def test_a_file_that_is_replaced_by_what_was_made_of_it(tmp_path: Path) -> None:
    """Of the files that are read in a block only that one may be overwritten."""
    one, other = tmp_path / "one", tmp_path / "other"
    for path in (one, other):
        path.write_bytes(b"x")
    with keeping_inputs():
        for path in (one, other):
            read_bytes(path)
        allow_overwriting(one)
        write_whole(one, b"y")
        with pytest.raises(OutputError):
            write_whole(other, b"y")
    assert (one.read_bytes(), other.read_bytes()) == (b"y", b"x")
    allow_overwriting(tmp_path / "gone")
