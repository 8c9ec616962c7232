"""Goes through the files that a command was given."""

from collections.abc import Callable, Iterable
from functools import cached_property

from attrs import frozen

from opshandover.cli.run.common import BAD, FINE
from opshandover.cli.screen import aside
from opshandover.cli.speech import DEFAULT, described, spoken
from opshandover.codec import Source
from opshandover.codec.places import place_of
from opshandover.codec.raw import Mark
from opshandover.errors import OpsHandoverError
from opshandover.findings import Report
from opshandover.model import OpsDocument
from opshandover.rules import check, with_positions
from opshandover.text import Lang


@frozen(slots=False)
class Opened:
    """A document together with the file that it came from; `lang` is what to speak about it."""

    source: Source
    document: OpsDocument
    asked: Lang | None

    @property
    def name(self) -> str:
        """The file as the user called it."""
        return self.source.name

    @property
    def lang(self) -> Lang:
        """The language asked for, or else that of the document."""
        own = self.document.lang
        return self.asked or (spoken(own.value) if own else DEFAULT)

    @cached_property
    def marks(self) -> Mark | None:
        """Where everything stands in the file."""
        return self.source.marks()

    def checked(self, previous: OpsDocument | None = None) -> Report:
        """Checks the document; findings have their lines."""
        report = check(self.document, previous)
        return with_positions(report, lambda path: place_of(self.marks, path))


def opened(file: str, asked: Lang | None) -> Opened:
    """Reads a file.

    Raises:
        LoadError, UnknownNameError: it cannot be understood.
    """
    source = Source.of_file(file)
    return Opened(source=source, document=source.document(), asked=asked)


def each(
    files: Iterable[str],
    asked: Lang | None,
    work: Callable[[Opened], int],
    say: Callable[[str], None] | None = None,
) -> int:
    """Does the work on each file, and gives the worst status.

    A file that cannot be read, or on which the work fails, is reported and does not stop the rest.

    Args:
        files: the files; one that is named twice is done once.
        asked: the language asked for.
        work: gives the status of one document.
        say: writes one line about what is wrong; to standard error if not given.
    """
    worst = FINE
    for file in dict.fromkeys(files):
        try:
            status = work(opened(file, asked))
        except OpsHandoverError as cause:
            for line in described(cause, asked or DEFAULT).split("\n"):
                (say or _say)(line)
            status = BAD
        worst = max(worst, status)
    return worst


def _say(line: str) -> None:
    aside().line(line, hang=4)
