"""The contract of importers finds each way to break it."""

from typing import ClassVar

import pytest
from attrs import frozen

from opshandover.errors import Fault, LoadError
from opshandover.pages.blocks import Page, Paragraph, Run
from opshandover.reading.imported import Imported
from opshandover.testing import check_importer
from opshandover.text import message


def _page(text: str) -> Imported:
    return Imported(page=Page(title="", kind="", lang="zh", blocks=(Paragraph((Run(text),)),)))


@frozen
class Sound:
    """Reads text in UTF-8, and says so of everything else."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt",)

    def parse(self, data: bytes) -> Imported:
        """The text as one paragraph."""
        try:
            return _page(data.decode())
        except UnicodeDecodeError as cause:
            raise LoadError("", (Fault(path="", problem=message("不是文字", "not text")),)) from cause


class Counting(Sound):
    """Remembers what it read before."""

    read: ClassVar[list[bytes]] = []

    def parse(self, data: bytes) -> Imported:
        """The number of files so far."""
        self.read.append(data)
        return _page(str(len(self.read)))


class Frail(Sound):
    """Takes everything for text."""

    def parse(self, data: bytes) -> Imported:
        """The text as one paragraph."""
        return _page(data.decode())


class Silent(Sound):
    """Refuses without a word."""

    def parse(self, data: bytes) -> Imported:
        """Nothing."""
        raise LoadError("", ())


class Wrong(Sound):
    """Gives the text itself."""

    def parse(self, data: bytes) -> Imported:
        """Not what is expected."""
        return data.decode(errors="replace")  # type: ignore[return-value]


class Nameless(Sound):
    """Has a suffix without its dot."""

    suffixes: ClassVar[tuple[str, ...]] = ("txt",)


def test_a_sound_importer_keeps_the_contract() -> None:
    """Samples are read, and what is no text is refused as it should be."""
    check_importer(Sound, "交接".encode())


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (Counting, "a second reading gave another result"),
        (Frail, "raised UnicodeDecodeError"),
        (Silent, "the error has no faults"),
        (Wrong, "expected an Imported, got str"),
        (Nameless, "is not an importer: missing suffixes"),
    ],
)
def test_the_contract_is_broken(broken: type[Sound], why: str) -> None:
    """Each violation is named with the bytes that showed it."""
    with pytest.raises(AssertionError, match=why):
        check_importer(broken)


def test_a_sample_must_be_read() -> None:
    """An importer that refuses its own format is none."""
    with pytest.raises(AssertionError, match="the sample cannot be read"):
        check_importer(Sound, b"\xff")
