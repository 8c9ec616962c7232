"""The formats in which documents are loaded and saved, one row each."""

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
    """One format. Its module has `read` and `marks`, and `write` where it can be written.

    `brief` says that people write it by hand, so that what can be said shortly is.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    brief: bool
    writable: bool = True

    def read(self, text: str) -> Raw:
        """Reads a text into plain data."""
        raw: Raw = import_module(self.module).read(text)
        return raw

    def marks(self, text: str) -> Mark | None:
        """Gives where everything stands in a text, if the format tells."""
        marks: Mark | None = import_module(self.module).marks(text)
        return marks

    def write(self, data: Mapping[str, Any]) -> str:
        """Writes plain data as text."""
        text: str = import_module(self.module).write(data)
        return text


FORMATS = (
    Format(name="yaml", suffixes=(".yaml", ".yml"), module="opshandover.codec.yaml", brief=True),
    Format(name="json", suffixes=(".json",), module="opshandover.codec.json", brief=False),
    Format(
        name="toml",
        suffixes=(".toml",),
        module="opshandover.codec.toml",
        brief=True,
        writable=False,
    ),
)

_KIND = Text("文件格式", "file format")
_WRITABLE = Text("可写的文件格式", "file format that can be written")


def format_named(name: str, *, writing: bool = False) -> Format:
    """Gives the format of that name.

    Raises:
        UnknownNameError: there is none, or it cannot be written; the message lists those there are.
    """
    usable = {f.name: f for f in FORMATS if f.writable or not writing}
    if name not in usable:
        kind = _WRITABLE if writing else _KIND
        raise UnknownNameError(unknown_name(kind, name, usable))
    return usable[name]


def format_of(path: Path, *, writing: bool = False) -> Format:
    """Gives the format that a file's suffix stands for.

    Raises:
        UnknownNameError: the suffix stands for none.
    """
    usable = [f for f in FORMATS if f.writable or not writing]
    for one in usable:
        if path.suffix.lower() in one.suffixes:
            return one
    raise UnknownNameError(
        message(
            "{path}：看不出文件格式；文件名应以 {suffixes} 结尾",
            "{path}: the file's format is not known; its name should end in {suffixes}",
            path=path,
            suffixes=", ".join(s for f in usable for s in f.suffixes),
        )
    )
