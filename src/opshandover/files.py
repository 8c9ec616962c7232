"""Read files as text, and write files atomically."""

import codecs
import errno
import os
import secrets
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from enum import Enum
from pathlib import Path
from typing import assert_never

from opshandover.errors import Fault, LoadError, OutputError
from opshandover.limits import MEGABYTE, MOST_BYTES
from opshandover.text import NO_MESSAGE, Message, Text, message

_SIGNATURES = {
    b"PK\x03\x04": Text("压缩包或 Office 文件（如 .docx）", "a zip archive or an Office file, such as .docx"),
    b"\xd0\xcf\x11\xe0": Text("旧版 Office 文件", "an old Office file"),
    b"%PDF": Text("PDF 文件", "a PDF file"),
    b"\x89PNG": Text("图片", "a picture"),
    b"\xff\xd8\xff": Text("图片", "a picture"),
}


def resolved(path: str | os.PathLike[str]) -> Path:
    """The absolute path without links, to compare files; of links in a loop, a path that leads nowhere."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # the working directory was deleted, or this is no name of a file
        return Path(path)


def file_kind(data: bytes) -> Text | None:
    """What a file is, if it begins like one that people often mistake for a document."""
    return next((kind for sign, kind in _SIGNATURES.items() if data.startswith(sign)), None)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 (a byte order mark is allowed).

    Raises:
        LoadError: the file cannot be read, is not text, or has another encoding; the message says which.
    """
    return decode(read_bytes(path), path)


_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class FileProblem(Enum):
    """Why a file is not read."""

    MISSING = "missing"
    FOLDER = "folder"
    SPECIAL = "special"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"


class UnreadableError(Exception):
    """A file that is not read, and why; `cause` is the error of the system, if there was one."""

    def __init__(self, problem: FileProblem, cause: OSError | ValueError | None = None) -> None:
        """Keep the problem, which each reader says in its own words."""
        super().__init__(problem.value)
        self.problem = problem
        self.cause = cause


def read_regular(path: Path, most: int) -> bytes:
    """The content of a regular file of at most so many bytes, for every file that a user or a document names.

    Reading anything else could block, or never end: what a path leads to is asked before it is opened,
    and again afterwards, in case it was exchanged in between.

    Raises:
        UnreadableError: the file cannot be read, is too large, or is no regular file.
    """
    try:
        _must_be_regular(path.stat(), most)
        with os.fdopen(os.open(path, _READ_ONLY), "rb") as file:
            _must_be_regular(os.fstat(file.fileno()), most)
            note_input(file.fileno())
            data = file.read(most + 1)
    except (OSError, ValueError) as cause:
        missing = isinstance(cause, (FileNotFoundError, NotADirectoryError, ValueError))
        is_lost = missing or getattr(cause, "errno", None) == errno.ELOOP
        raise UnreadableError(FileProblem.MISSING if is_lost else FileProblem.UNREADABLE, cause) from cause
    if len(data) > most:
        raise UnreadableError(FileProblem.TOO_LARGE)
    return data


def _must_be_regular(about: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise UnreadableError(FileProblem.FOLDER)
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableError(FileProblem.SPECIAL)
    if about.st_size > most:
        raise UnreadableError(FileProblem.TOO_LARGE)


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The content of a regular file of at most so many bytes.

    Raises:
        LoadError: the file cannot be read, is too large, or is no regular file.
    """
    try:
        return read_regular(path, most)
    except UnreadableError as error:
        match error.problem:
            case FileProblem.FOLDER:
                raise _fault(path, _FOLDER) from error
            case FileProblem.SPECIAL:
                raise _fault(path, _SPECIAL, _SAVE_IT) from error
            case FileProblem.TOO_LARGE:
                raise too_large(path, most) from error
            case FileProblem.MISSING | FileProblem.UNREADABLE:
                raise _fault(path, _reason(path, error.cause or ValueError())) from error.cause
        assert_never(error.problem)


_SPECIAL = message("这是管道、设备或套接字，不是文件", "is a pipe, a device or a socket, not a file")
_SAVE_IT = message("请先把内容保存为文件", "save the content as a file first")


def too_large(path: Path, most: int = MOST_BYTES) -> LoadError:
    """The error for a file that is larger than allowed."""
    problem = message("文件超过 {n} MB", "the file is larger than {n} MB", n=f"{most / MEGABYTE:g}")
    return _fault(path, problem, SPLIT_IT)


SPLIT_IT = message("请拆分为几个文件", "split it into several files")


def decode(data: bytes, path: Path) -> str:
    """The bytes of a file decoded as UTF-8; `path` is used for the error message only."""
    if kind := file_kind(data):
        raise _fault(path, message("这不是文本文件，而是{kind}", "not a text file, but {kind}", kind=kind))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _wrong_encoding(path, "UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        if b"\0" not in data and is_encoded_as(data, "gb18030"):
            raise _wrong_encoding(path, "GBK / GB18030") from cause
        raise _fault(path, message("这是二进制文件，不是文本文件", "binary file, expected text")) from cause
    if "\0" in text:
        raise _fault(path, message("这是二进制文件，不是文本文件", "binary file, expected text"))
    return text


def decode_any(data: bytes, path: Path) -> str:
    """The bytes of a file of another program decoded: UTF-8, or what `in_other_encoding` knows.

    Raises:
        LoadError: it is no text, or in another encoding; `path` is used for that alone.
    """
    other = in_other_encoding(data)
    return decode(data, path) if other is None else other


def in_other_encoding(data: bytes) -> str | None:
    """The text of bytes in UTF-16 with its mark, or in GBK, as Windows saves it in China; `None` if they are neither.

    GBK has no mark: bytes are taken for it if they are no UTF-8 and nearly every character is a common one, for
    texts in Western encodings would come out as rare characters.
    """
    if file_kind(data):
        return None
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not marked and (b"\0" in data or is_encoded_as(data, "utf-8")):
        return None
    try:
        text = data.decode("utf-16" if marked else "gb18030")
    except UnicodeDecodeError:
        return None
    special = "".join(sign for sign in text if not sign.isascii())
    common = len(special.encode("gb2312", "ignore")) // 2
    return None if "\0" in text or (not marked and len(special) - common > len(special) * _RARE) else text


_RARE = 0.1
"""The share of characters outside of GB 2312 that a Chinese text may have: those of names, mostly."""


def make_folder(folder: Path) -> None:
    """Create a folder and its parents if they are missing.

    Raises:
        OutputError: the folder cannot be created.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as cause:
        raise OutputError(
            message(
                "无法创建文件夹 {folder}：{why}",
                "cannot create folder {folder}: {why}",
                folder=folder,
                why=_reason(folder, cause),
            )
        ) from cause


_INPUTS: ContextVar[set[tuple[int, int]] | None] = ContextVar("opshandover.inputs", default=None)


@contextmanager
def keeping_inputs() -> Generator[None]:
    """Refuse, in the block, to overwrite any file that is read in it: documents, settings, templates, pictures."""
    inputs = _INPUTS.get()
    token = _INPUTS.set(set() if inputs is None else inputs)
    try:
        yield
    finally:
        _INPUTS.reset(token)


def note_input(file: int | Path) -> None:
    """Remember a file, by its path or descriptor, as one that is read."""
    inputs = _INPUTS.get()
    if inputs is not None:
        with suppress(OSError, ValueError):
            about = os.fstat(file) if isinstance(file, int) else file.stat()
            inputs.add((about.st_dev, about.st_ino))


def allow_overwriting(path: Path) -> None:
    """Take a file from those that are read, because what is made of it is to take its place."""
    inputs = _INPUTS.get()
    if inputs is not None:
        with suppress(OSError, ValueError):
            about = path.stat()
            inputs.discard((about.st_dev, about.st_ino))


def ensure_no_input(path: Path) -> None:
    """Check that a file may be overwritten.

    Raises:
        OutputError: the file was read in a block that keeps its inputs.
    """
    inputs = _INPUTS.get() or ()
    with suppress(OSError, ValueError):
        about = path.stat()
        if (about.st_dev, about.st_ino) not in inputs:
            return
        raise OutputError(
            message(
                "{path} 是本次要读取的文件，不能覆盖；请指定另一个文件名",
                "{path} is read here, and is not overwritten; give another file name",
                path=path,
            )
        )


def write_whole(path: Path, data: bytes) -> None:
    """Write a temporary file and move it into place, so that the file is never half-written.

    A symbolic link is kept: its target is written. Devices and pipes cannot be replaced, so they are
    written to directly.

    Raises:
        OutputError: the file cannot be written, or is an input; an existing file is left unchanged.
    """
    ensure_no_input(path)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _replace(resolved(path), data)
    except (OSError, ValueError) as cause:
        raise OutputError(
            message(
                "无法写入 {path}：{why}；原文件（如有）未改动",
                "cannot write {path}: {why}; an existing file is left unchanged",
                path=path,
                why=_reason(path.parent if isinstance(cause, _FOLDER_ERRORS) else path, cause),
            )
        ) from cause


_FOLDER_ERRORS = (FileNotFoundError, NotADirectoryError)
"""Errors on writing a file that are caused by its folder."""


def remove_leftovers(path: Path) -> None:
    """Remove the temporary files of processes that were killed while they wrote a file."""
    with suppress(OSError):
        for file in path.parent.iterdir():
            if file.name.startswith(_temporary(path)) and file.suffix == ".tmp":
                file.unlink(missing_ok=True)


def _temporary(path: Path) -> str:
    """How the names of the temporary files for a file begin."""
    return f".{path.name[:40]}."


_BINARY: int = getattr(os, "O_BINARY", 0)


def _replace(path: Path, data: bytes) -> None:
    """Replace a file by a new one that keeps its permissions.

    The temporary file never has wider permissions than the file that it replaces, or than a new file has by
    default.
    """
    temporary = path.with_name(f"{_temporary(path)}{secrets.token_hex(6)}.tmp")
    mode = None
    with suppress(FileNotFoundError):
        mode = path.stat().st_mode & 0o777
    created = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o666 if mode is None else 0o600)
    with os.fdopen(created, "wb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(mode)
            file.close()
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):  # closing flushes again
                file.close()
            temporary.unlink()
            raise


def is_encoded_as(data: bytes, encoding: str) -> bool:
    """Whether bytes are a text in an encoding."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wrong_encoding(path: Path, encoding: str) -> LoadError:
    return _fault(
        path,
        message("文件编码为 {encoding}，应为 UTF-8", "file encoding is {encoding}, expected UTF-8", encoding=encoding),
        message("请在编辑器中另存为 UTF-8 编码", "save the file as UTF-8 in your editor ('save with encoding')"),
    )


def _reason(path: Path, cause: OSError | ValueError) -> Message:
    if not isinstance(cause, OSError):
        return message("文件名含有不允许的字符", "invalid file name")
    if isinstance(cause, FileNotFoundError) and not path.exists():
        return message("{path} 不存在", "{path} does not exist", path=path)
    if isinstance(cause, IsADirectoryError) or (isinstance(cause, FileExistsError) and path.is_dir()):
        return _FOLDER
    if isinstance(cause, NotADirectoryError):
        return message("{path} 不是文件夹", "{path} is not a folder", path=path)
    if isinstance(cause, PermissionError):
        return message("没有访问权限", "permission denied")
    if cause.errno == errno.ELOOP:
        return message("符号链接形成循环", "the symbolic links form a loop")
    return message("{why}", "{why}", why=cause.strerror or type(cause).__name__)


_FOLDER = message("这是文件夹，不是文件", "is a folder, not a file")


def _fault(path: Path, problem: Message, hint: Message = NO_MESSAGE) -> LoadError:
    return LoadError(str(path), (Fault(path="", problem=problem, hint=hint),))
