"""Reads files as text, and writes files as a whole or not at all."""

import codecs
import os
import secrets
from contextlib import suppress
from pathlib import Path

from opshandover.errors import Fault, LoadError, OutputError
from opshandover.text import SILENCE, Message, Text, message

_SIGNATURES = {
    b"PK\x03\x04": Text("压缩包或 Office 文件（如 .docx）", "a zip archive or an Office file, such as .docx"),
    b"\xd0\xcf\x11\xe0": Text("旧版 Office 文件", "an old Office file"),
    b"%PDF": Text("PDF 文件", "a PDF file"),
    b"\x89PNG": Text("图片", "a picture"),
    b"\xff\xd8\xff": Text("图片", "a picture"),
}


def kind_of(data: bytes) -> Text | None:
    """Says what a file is that begins like one of the kinds people mistake for another."""
    return next((kind for sign, kind in _SIGNATURES.items() if data.startswith(sign)), None)


def read_text(path: Path) -> str:
    """Reads a file that must be UTF-8 (a byte order mark is allowed).

    Raises:
        LoadError: it cannot be read, is no text, or is text in another encoding; says which.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as cause:
        raise _fault(path, _why_not(path, cause)) from cause
    return decode(data, path)


def decode(data: bytes, path: Path) -> str:
    """Decodes the bytes of a file as UTF-8; `path` is used in the error alone."""
    if kind := kind_of(data):
        raise _fault(
            path,
            message("这不是文本文件，而是{kind}", "this is no text file, but {kind}", kind=kind),
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _wrong_encoding(path, "UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        if b"\0" not in data and _decodes(data, "gb18030"):
            raise _wrong_encoding(path, "GBK / GB18030") from cause
        raise _fault(path, message("这是二进制文件，不是文本", "this is a binary file, not text")) from cause
    if "\0" in text:
        raise _fault(path, message("这是二进制文件，不是文本", "this is a binary file, not text"))
    return text


def make_folder(folder: Path) -> None:
    """Makes a folder, and those above it, where they are missing.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise OutputError(
            message(
                "无法建立文件夹 {folder}：{why}",
                "cannot make the folder {folder}: {why}",
                folder=folder,
                why=cause.strerror,
            )
        ) from cause


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file beside its place and then moves it there, so that it is never half-written.

    A symbolic link stays one: the file that it leads to is written. Devices and pipes cannot be
    replaced, so they are written to.

    Raises:
        OutputError: it cannot be written; what stood there before is as it was.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as cause:
        raise OutputError(
            message(
                "无法写入 {path}：{why}；原有内容未改动",
                "cannot write {path}: {why}; what stood there is unchanged",
                path=path,
                why=_why_not(path.parent if isinstance(cause, _OF_THE_FOLDER) else path, cause),
            )
        ) from cause


_OF_THE_FOLDER = (FileNotFoundError, NotADirectoryError)
"""What says of a file that cannot be written that its folder is not as it should be."""


def _replace(path: Path, data: bytes) -> None:
    """Puts a new file in the place of an old one, whose rights it takes over.

    The file is made with the rights of any new file: asking for the mask would change it for a
    moment, for all threads.
    """
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}.tmp")
    with beside.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                beside.chmod(path.stat().st_mode & 0o777)
            file.close()
            beside.replace(path)
        except BaseException:
            with suppress(OSError):  # closing tries once more to write what is left
                file.close()
            beside.unlink()
            raise


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wrong_encoding(path: Path, encoding: str) -> LoadError:
    return _fault(
        path,
        message(
            "文件编码是 {encoding}，应为 UTF-8",
            "the file is encoded as {encoding}, expected UTF-8",
            encoding=encoding,
        ),
        message(
            "请在编辑器里另存为 UTF-8 编码",
            "save it as UTF-8 in your editor ('save with encoding')",
        ),
    )


def _why_not(path: Path, cause: OSError | ValueError) -> Message:
    if not isinstance(cause, OSError):
        return message("文件名含有不允许的字符", "its name has characters that no file's can have")
    if isinstance(cause, FileNotFoundError) and not path.exists():
        return message("{path} 不存在", "{path} does not exist", path=path)
    if isinstance(cause, IsADirectoryError) or (isinstance(cause, FileExistsError) and path.is_dir()):
        return message("这是一个文件夹", "it is a folder")
    if isinstance(cause, NotADirectoryError):
        return message("{path} 不是文件夹", "{path} is not a folder", path=path)
    if isinstance(cause, PermissionError):
        return message("没有权限", "permission denied")
    return message("{why}", "{why}", why=cause.strerror or type(cause).__name__)


def _fault(path: Path, problem: Message, hint: Message = SILENCE) -> LoadError:
    return LoadError(str(path), (Fault(path="", problem=problem, hint=hint),))
