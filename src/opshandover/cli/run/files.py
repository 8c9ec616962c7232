"""Goes through the files that a command was given."""

from collections.abc import Callable, Iterable
from functools import cached_property

from attrs import field, frozen

from opshandover.cli.call_errors import DEFAULT, described, spoken
from opshandover.cli.configuration import config_for
from opshandover.cli.run.common import BAD, FINE
from opshandover.cli.screen import aside
from opshandover.codec import Source
from opshandover.codec.places import place_of
from opshandover.codec.raw import Mark
from opshandover.config.config import Config
from opshandover.errors import OpsHandoverError
from opshandover.findings import Report
from opshandover.model import OpsDocument
from opshandover.rules import check, with_positions
from opshandover.text import Lang


@frozen(slots=False)
class Opened:
    """A document, the file that it came from, and the configuration that holds for this file.

    `lang` is the language to speak about it.
    """

    source: Source
    document: OpsDocument
    asked: Lang | None
    config: Config = field(factory=Config)

    @property
    def name(self) -> str:
        """The file as the user called it."""
        return self.source.name

    @property
    def lang(self) -> Lang:
        """The language asked for, or else that of the document, or else that of the team."""
        own = self.document.lang
        return self.asked or (spoken(own.value) if own else self.config.lang or DEFAULT)

    @cached_property
    def marks(self) -> Mark | None:
        """Where everything stands in the file."""
        return self.source.marks()

    @cached_property
    def report(self) -> Report:
        """What a check says of the document by itself."""
        return self.checked()

    def checked(self, previous: OpsDocument | None = None) -> Report:
        """Checks the document; findings have their lines."""
        report = check(self.document, previous, self.config, path=self.name)
        return with_positions(report, lambda path: place_of(self.marks, path))


def opened(file: str, asked: Lang | None) -> Opened:
    """Reads a file.

    Raises:
        LoadError, UnknownNameError: it cannot be understood.
    """
    source = Source.of_file(file)
    config = config_for(file)
    with config.in_force():
        document = source.document()
    return Opened(source=source, document=document, asked=asked, config=config)


def each(
    files: Iterable[str],
    asked: Lang | None,
    work: Callable[[Opened], int],
    say: Callable[[str], None] | None = None,
    failed: Callable[[str, OpsHandoverError, Lang], None] | None = None,
) -> int:
    """Does the work on each file, and gives the worst status.

    A file that cannot be read, or on which the work fails, is reported and does not stop the rest.
    The team's kinds of document hold while the work is done.

    Args:
        files: the files; one that is named twice is done once.
        asked: the language asked for.
        work: gives the status of one document.
        say: writes one line about what is wrong; to standard error if not given.
        failed: takes note of a file that failed, its error, and the language to speak about it.

    Raises:
        LoadError: a configuration is faulty, so that nothing can be said of its files.
    """
    worst = FINE
    for file in dict.fromkeys(files):
        config = config_for(file)
        try:
            with config.in_force():
                status = work(opened(file, asked))
        except OpsHandoverError as cause:
            speak = asked or config.lang or DEFAULT
            for line in described(cause, speak).split("\n"):
                (say or _say)(line)
            if failed is not None:
                failed(file, cause, speak)
            status = BAD
        worst = max(worst, status)
    return worst


def _say(line: str) -> None:
    aside().line(line, hang=4)
