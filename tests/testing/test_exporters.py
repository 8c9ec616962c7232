"""The contract of exporters: what is shipped keeps it, and each way to break it is told."""

from typing import Any

import pytest
from attrs import frozen
from tests.exporters.sound import Sound

from opshandover.exporters import Want, get, names
from opshandover.exporters.json import KeyForm
from opshandover.model import OpsDocument
from opshandover.testing import check_exporter
from opshandover.text import Lang


@pytest.mark.parametrize("name", names())
def test_every_exporter_keeps_the_contract(name: str) -> None:
    """What is shipped bears every kind of document, hostile texts, and both languages."""
    check_exporter(name)


def test_the_contract_of_a_class() -> None:
    """A class can be checked before it is registered, with options of its own."""
    check_exporter(Sound)
    check_exporter(get("json"), keys=KeyForm.LABEL)
    check_exporter("json", keys="label")


class Mute(Sound):
    """An exporter that returns nothing."""

    def export(self, document: OpsDocument, *, lang: Lang) -> Any:
        """Nothing, not even an empty file."""


class Textual(Sound):
    """An exporter that returns a text instead of bytes."""

    def export(self, document: OpsDocument, *, lang: Lang) -> Any:
        """A text, which a file cannot hold."""
        return document.title


class Counting(Sound):
    """Remembers what it did before."""

    def __init__(self) -> None:
        self.count = 0

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Another number with each call."""
        self.count += 1
        return str(self.count).encode()


class Changing(Sound):
    """Does what nobody may do to a value."""

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Sets the title."""
        object.__setattr__(document, "title", "changed")
        return b""


class Frail(Sound):
    """Fails on characters that files seldom hold."""

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Fails at NUL."""
        if "\0" in document.title:
            raise ValueError("NUL")
        return b""


class Monolingual(Sound):
    """Knows one language alone."""

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Fails in all others."""
        return {"zh": b"x"}[lang]


class Needy(Sound):
    """Believes that something is always there."""

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Asks for the giver's name."""
        return document.giver.name.encode()  # type: ignore[union-attr]  # it is the fault


class Nameless(Sound):
    """Has a suffix that is none."""

    suffix = "."


class Mistyped(Sound):
    """Has a media type that is none."""

    media_type = "text"


@frozen
class Demanding(Sound):
    """Has an option that nobody can give at the prompt."""

    colours: tuple[str, ...] = ()


class Greedy(Sound):
    """Wants what it does not take."""

    wants = (Want.FOLDER,)


class Vague(Sound):
    """Wants something that nobody has."""

    wants = ("report",)


class Short(Sound):
    """Takes no language."""

    def export(self, document: OpsDocument) -> bytes:  # type: ignore[override]  # it is the fault
        """No bytes."""
        return b""


@pytest.mark.parametrize(
    ("exporter", "said"),
    [
        (
            Mute,
            "Mute, given an empty charter document, lang='zh': expected bytes, got NoneType",
        ),
        (Textual, "expected bytes, got str"),
        (Counting, "a second export gave different bytes"),
        (Changing, "the document was changed"),
        (Frail, r"a document full of 'a\x00b"),
        (Monolingual, "lang='en': raised KeyError"),
        (Needy, "an empty charter document, lang='zh': raised AttributeError"),
        (Nameless, "Nameless: expected suffix to be"),
        (Mistyped, "Mistyped: expected media_type to be"),
        (Demanding, "Demanding: option colours is of type tuple"),
        (Greedy, "Greedy: wants 'folder', but export takes no such keyword"),
        (Vague, "Vague: wants should hold members of Want, holds 'report'"),
        (Short, "Short is not an exporter: missing export(document, *, lang)"),
        ("text", "is not an exporter: missing class"),
    ],
)
def test_the_contract_is_broken(exporter: Any, said: str) -> None:
    """Each way to break it is told, with the document at which it showed."""
    if isinstance(exporter, str):
        exporter = Sound()
    with pytest.raises(AssertionError) as caught:
        check_exporter(exporter)
    assert said in str(caught.value)
