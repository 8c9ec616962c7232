"""Read the parts of a Word file, within size limits."""

import re
import struct
import zlib
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from opshandover.errors import LoadError
from opshandover.files import file_kind, read_bytes
from opshandover.ooxml.template_errors import BAD_ZIP, GIVE_WORD_FILE, SAVE_AS_DOCX, damage, template_error
from opshandover.text import Message, Text, message

_MEGABYTE = 1_000_000
MOST_BYTES, MOST_UNPACKED, MOST_ENTRIES = 50 * _MEGABYTE, 200 * _MEGABYTE, 5_000
"""Limits of a file: its bytes, bytes when unpacked, number of entries."""

MOST_TAGS, MOST_RELATIONS = 300_000, 10_000
"""More limits of a template: start and end tags of elements in all parts, and in the relationships of one."""
MOST_TAGS_READ = 2_000_000
"""The limit of tags in a file that is read for its text, once: a table of 20,000 rows."""


@frozen
class UnusableError(Exception):
    """A file that cannot be used: what is wrong with it, and what to do."""

    problem: Text | Message
    advice: Text | Message


CONTENT_TYPES = "[Content_Types].xml"
_ZIP, _ENTRY_SIGNATURE = b"PK\x03\x04", b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
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


def read_parts(path: str) -> Mapping[str, bytes]:
    """Return the content of each entry of the file, by name.

    Raises:
        OptionError: it cannot be read, is too large, or is no Office file at all.
    """
    return parts_in(path, read_file(path))


def parts_in(path: str, data: bytes) -> Mapping[str, bytes]:
    """Return the content of each entry of a template that was read already; its path is named in errors.

    Raises:
        OptionError: it is too large, or is no Office file at all.
    """
    try:
        return unpacked(data)
    except UnusableError as cause:
        raise template_error(path, cause.problem, cause.advice) from cause


def unpacked(data: bytes, most_tags: int = MOST_TAGS) -> Mapping[str, bytes]:
    """Return the content of each entry of a file.

    Raises:
        UnusableError: it is too large, or is no Office file at all.
    """
    with _opened(data, most_tags) as (package, entries):
        return _unpacked(package, entries, most_tags)


def unpacked_in(folders: tuple[str, ...], data: bytes) -> tuple[Sequence[ZipInfo], Mapping[str, bytes]]:
    """Return what the directory of a file says of all its entries, in their order, and the content of some folders.

    Raises:
        UnusableError: it is too large, or is no Office file at all.
    """
    with _opened(data, MOST_TAGS_READ) as (package, entries):
        wanted = {name: entry for name, entry in entries.items() if name.startswith(folders)}
        return list(entries.values()), _unpacked(package, wanted, MOST_TAGS_READ)


@contextmanager
def _opened(data: bytes, most_tags: int) -> Generator[tuple[ZipFile, Mapping[str, ZipInfo]]]:
    """Open a file: what unpacks its entries, and the entries by name."""
    if not data.startswith(_ZIP):
        raise _not_a_package(data)
    if len(data) > MOST_BYTES or data.count(_ENTRY_SIGNATURE) > MOST_ENTRIES:
        raise _too_large(most_tags)
    try:
        with ZipFile(BytesIO(data)) as package:
            yield package, _entries(package, most_tags)
    except UnusableError:
        raise
    except _UNREADABLE as cause:
        raise UnusableError(damage(BAD_ZIP), SAVE_AS_DOCX) from cause


def read_file(path: str) -> bytes:
    """Return the bytes of the file.

    Raises:
        OptionError: it cannot be read, or is too large.
    """
    try:
        return read_bytes(Path(path).expanduser(), MOST_BYTES)
    except LoadError as cause:
        raise template_error(path, cause.faults[0].problem, GIVE_WORD_FILE) from cause
    except RuntimeError as cause:  # no home folder
        raise template_error(path, Text("文件名无效", "invalid file name"), GIVE_WORD_FILE) from cause


def _not_a_package(data: bytes) -> UnusableError:
    if not data:
        return UnusableError(Text("文件是空的", "the file is empty"), GIVE_WORD_FILE)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return _locked()
    if data.startswith(_OLE):
        return UnusableError(
            Text("这是旧版 Office 文件（如 .doc）", "it is in an old Office format such as .doc"), SAVE_AS_DOCX
        )
    kind = file_kind(data) or Text("其他类型的文件", "a file of another kind")
    return UnusableError(
        message("这不是 Word 文件，而是{kind}", "it is not a Word file but {kind}", kind=kind), GIVE_WORD_FILE
    )


def _locked() -> UnusableError:
    return UnusableError(
        Text("文件有密码保护", "it is password-protected"),
        Text("请在 Word 中打开，取消打开密码后重新保存", "open it in Word, remove the password and save it again"),
    )


def _too_large(most_tags: int) -> UnusableError:
    problem = message(
        "文件太大：最多 {packed} MB，解压后最多 {unpacked} MB、{entries} 个条目、{tags} 个 XML 标签",
        "it is too large: at most {packed} MB, unpacked at most {unpacked} MB in {entries} entries with {tags} XML tags",
        packed=MOST_BYTES // _MEGABYTE,
        unpacked=MOST_UNPACKED // _MEGABYTE,
        entries=MOST_ENTRIES,
        tags=most_tags,
    )
    advice = Text("请删去大图片、大段示例等多余内容", "remove large pictures, long samples and unneeded content")
    return UnusableError(problem, advice)


def _entries(package: ZipFile, most_tags: int) -> Mapping[str, ZipInfo]:
    entries = [entry for entry in package.infolist() if not entry.filename.endswith("/")]
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise _too_large(most_tags)
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise _locked()
    named: dict[str, ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/")
        if not name or name in named or not _is_readable(entry):
            raise UnusableError(damage(name or BAD_ZIP), SAVE_AS_DOCX)
        named[name] = entry
    if CONTENT_TYPES not in named:
        kind = Text("普通压缩包，不是 Word 文件", "another kind of zip archive, not a Word file")
        raise UnusableError(message("这是{kind}", "it is {kind}", kind=kind), GIVE_WORD_FILE)
    return named


def _unpacked(package: ZipFile, entries: Mapping[str, ZipInfo], most_tags: int) -> Mapping[str, bytes]:
    """Unpack entries; none yields more bytes than the zip directory declares for it."""
    parts = {name: package.read(entry) for name, entry in entries.items()}
    tags = {name: data.count(b"<") for name, data in parts.items() if _XML.match(data)}
    if sum(tags.values()) > most_tags or any(tags.get(n, 0) > MOST_RELATIONS for n in tags if n.endswith(".rels")):
        raise _too_large(most_tags)
    return parts


_XML = re.compile(rb"\s*<|\xef\xbb\xbf|\xff\xfe|\xfe\xff")
"""The beginning of a part that can be parsed as XML."""


def _is_readable(entry: ZipInfo) -> bool:
    return entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
