"""Reads the file that is given as a template into its parts, within limits."""

import os
import stat
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from opshandover.files import file_kind
from opshandover.ooxml.refusal import (
    GIVE_WORD_FILE,
    NO_ZIP,
    SAVE_AS_DOCX,
    damaged,
    refused,
)
from opshandover.text import Text, message

_MEGABYTE = 1_000_000
MOST_BYTES, MOST_UNPACKED, MOST_ENTRIES = 50 * _MEGABYTE, 200 * _MEGABYTE, 5_000
"""How large a template may be: the file, what it unpacks to, and how many entries it has."""

CONTENT_TYPES = "[Content_Types].xml"
_ZIP, _ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SECRET_ENTRY = 0x1
_UNREADABLE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the zip library raises, depending on where a file is damaged."""


def parts_in(path: str) -> Mapping[str, bytes]:
    """Gives the entries of the file by name.

    Raises:
        OptionError: it cannot be read, is too large, or is no package of Office at all.
    """
    data = _bytes_of(path)
    if not data.startswith(_ZIP):
        raise _no_package(path, data)
    if data.count(_ENTRY) > MOST_ENTRIES:
        raise _too_large(path)
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = _unpacked(path, package)
    except _UNREADABLE as cause:
        raise damaged(path, NO_ZIP) from cause
    if CONTENT_TYPES not in parts:
        kind = Text("普通压缩包，不是 Word 文件", "a zip archive of another kind, no Word file")
        raise refused(path, message("这是{kind}", "it is {kind}", kind=kind), GIVE_WORD_FILE)
    return parts


def _bytes_of(path: str) -> bytes:
    """Reads a regular file; a pipe or a device would keep one waiting, or give no end of bytes."""
    try:
        place = Path(path).expanduser()
        _must_be_regular(path, place.stat().st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(place, flags), "rb") as file:
            return _read(path, file)
    except (OSError, ValueError, RuntimeError) as cause:
        raise refused(path, _why_not(cause), GIVE_WORD_FILE) from cause


def _read(path: str, file: IO[bytes]) -> bytes:
    _must_be_regular(path, os.fstat(file.fileno()).st_mode)
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(path)
    return data


def _must_be_regular(path: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise refused(path, Text("这是一个文件夹", "it is a folder"), GIVE_WORD_FILE)
    if not stat.S_ISREG(mode):
        what = Text("这是管道或设备，不是文件", "it is a pipe or a device, no file")
        raise refused(path, what, GIVE_WORD_FILE)


def _why_not(cause: Exception) -> Text:
    match cause:
        case FileNotFoundError() | NotADirectoryError():
            return Text("文件不存在", "there is no such file")
        case PermissionError():
            return Text("没有读取权限", "there is no permission to read it")
        case OSError(strerror=str(why)):
            return Text(f"无法读取（{why}）", f"it cannot be read ({why})")
        case _:
            return Text("文件名无效", "its name is none that a file can have")


def _no_package(path: str, data: bytes) -> Exception:
    if not data:
        return refused(path, Text("文件是空的", "the file is empty"), GIVE_WORD_FILE)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return _locked(path)
    if data.startswith(_OLE):
        old = Text("这是旧版 Office 文件（如 .doc）", "it is an old Office file, such as .doc")
        return refused(path, old, SAVE_AS_DOCX)
    kind = file_kind(data) or Text("其他类型的文件", "a file of another kind")
    problem = message("这不是 Word 文件，而是{kind}", "it is no Word file, but {kind}", kind=kind)
    return refused(path, problem, GIVE_WORD_FILE)


def _locked(path: str) -> Exception:
    return refused(
        path,
        Text("文件有密码保护", "it is protected by a password"),
        Text(
            "请在 Word 里打开，去掉打开密码后再存一次",
            "open it in Word, take the password away and save it again",
        ),
    )


def _too_large(path: str) -> Exception:
    problem = message(
        "文件太大：最多 {packed} MB，解压后最多 {unpacked} MB、{entries} 个条目",
        "it is too large: at most {packed} MB, {unpacked} MB and {entries} entries when unpacked",
        packed=MOST_BYTES // _MEGABYTE,
        unpacked=MOST_UNPACKED // _MEGABYTE,
        entries=MOST_ENTRIES,
    )
    advice = Text("请删去大图片等多余内容", "remove large pictures and whatever is not needed")
    return refused(path, problem, advice)


def _unpacked(path: str, package: ZipFile) -> Mapping[str, bytes]:
    """Unpacks what the directory lists; no entry gives more bytes than it says there."""
    entries = [entry for entry in package.infolist() if not entry.filename.endswith("/")]
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise _too_large(path)
    if any(entry.flag_bits & _SECRET_ENTRY for entry in entries):
        raise _locked(path)
    parts: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/")
        if not name or name in parts or not _is_readable(entry):
            raise damaged(path, name or NO_ZIP)
        parts[name] = package.read(entry)
    return parts


def _is_readable(entry: ZipInfo) -> bool:
    return entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
