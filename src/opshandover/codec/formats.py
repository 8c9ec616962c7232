"""The file formats of documents, one row each."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

from opshandover.codec.raw import Mark, Raw
from opshandover.errors import UnknownNameError
from opshandover.plugins import unknown_name
from opshandover.text import Text, message


@frozen(kw_only=True)
class Format:
    """One format. Its module has `read` and `marks`, and `write` if the format is writable.

    `brief` marks formats that people write by hand: short forms are used where there are any.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    brief: bool
    writable: bool = True

    def read(self, text: str) -> Raw:
        """Parse a text into plain data."""
        raw: Raw = import_module(self.module).read(text)
        return raw

    def marks(self, text: str) -> Mark | None:
        """The position of every value in a text, if the format has positions."""
        marks: Mark | None = import_module(self.module).marks(text)
        return marks

    def write(self, data: Mapping[str, Any]) -> str:
        """Write plain data as text."""
        text: str = import_module(self.module).write(data)
        return text


FORMATS = (
    Format(name="yaml", suffixes=(".yaml", ".yml"), module="opshandover.codec.yaml", brief=True),
    Format(name="json", suffixes=(".json",), module="opshandover.codec.json", brief=False),
    Format(name="toml", suffixes=(".toml",), module="opshandover.codec.toml", brief=True, writable=False),
)

_KIND = Text("文件格式", "file format")
_WRITABLE = Text("可写入的文件格式", "writable file format")


def format_named(name: object, *, writing: bool = False) -> Format:
    """The format of that name.

    Raises:
        UnknownNameError: there is none, or it is read-only; the message lists the available ones.
    """
    usable = {f.name: f for f in FORMATS if f.writable or not writing}
    if not isinstance(name, str) or name not in usable:
        kind = _WRITABLE if writing else _KIND
        raise UnknownNameError(unknown_name(kind, name, usable))
    return usable[name]


def is_data_file(path: Path) -> bool:
    """Whether a file has the suffix of a format of data."""
    return any(path.suffix.lower() in one.suffixes for one in FORMATS)


def format_of(path: Path, *, writing: bool = False) -> Format:
    """The format for the suffix of a file.

    Raises:
        UnknownNameError: no format has that suffix.
    """
    usable = [f for f in FORMATS if f.writable or not writing]
    for one in usable:
        if path.suffix.lower() in one.suffixes:
            return one
    raise UnknownNameError(
        message(
            "{path}：无法识别文件格式；文件名应以 {suffixes} 结尾",
            "{path}: unknown file format; expected a file name that ends in {suffixes}",
            path=path,
            suffixes=", ".join(s for f in usable for s in f.suffixes),
        )
    )
