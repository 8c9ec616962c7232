"""Run a command on each of its files."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from opshandover.cli.call_errors import described
from opshandover.cli.configuration import config_for
from opshandover.cli.run.common import BAD, FINE
from opshandover.cli.screen import aside
from opshandover.codec import Source, format_of
from opshandover.codec.formats import is_data_file
from opshandover.codec.positions import Positions
from opshandover.config.config import Config
from opshandover.document.columns import RecordGroup
from opshandover.document.verify import ensure
from opshandover.errors import LoadError, OpsHandoverError
from opshandover.files import read_text
from opshandover.findings import Report
from opshandover.model import OpsDocument
from opshandover.redaction import excerpt_path
from opshandover.remarks import RemarkKind
from opshandover.rules.engine import check_sound, with_positions
from opshandover.text import DEFAULT_LANG, Lang, Text

if TYPE_CHECKING:
    from opshandover.reading.result import Reading


@frozen(slots=False)
class OpenedFile:
    """A document with its file, as named on the command line, and the configuration for this file.

    `requested_lang` is the language given on the command line, if any. A file of data has a `source`, one for people
    the `reading` of it.
    """

    name: str
    document: OpsDocument
    requested_lang: Lang | None
    config: Config = field(factory=Config)
    source: Source | None = None
    reading: "Reading | None" = None

    @property
    def shown_name(self) -> str:
        """The name of the file for people, without secrets."""
        return excerpt_path(self.name)

    @property
    def lang(self) -> Lang:
        """The language of messages: the one requested, that of the document, or that of the configuration."""
        own = self.document.output_lang if self.document.lang else self.config.lang
        return self.requested_lang or own or DEFAULT_LANG

    @cached_property
    def text(self) -> str:
        """The text of the file; empty if it is none, such as a Word file."""
        if self.source:
            return self.source.text
        return read_text(Path(self.name)) if self.reading and self.reading.has_lines else ""

    @cached_property
    def position(self) -> Callable[[str], tuple[int, int] | None]:
        """The line and column of a value in the file by its path."""
        if self.reading:
            return self.reading.position
        return Positions(self.source.marks() if self.source else None)

    @cached_property
    def groups(self) -> Sequence[RecordGroup]:
        """The records of the document in groups, as checks and exports use them."""
        return ensure(self.document)

    @cached_property
    def report(self) -> Report:
        """The report of a check without a previous document."""
        return self.check()

    def check(self, previous: OpsDocument | None = None) -> Report:
        """Check the document; findings have their lines in the file."""
        report = check_sound(self.document, self.groups, previous, self.config, path=self.name)
        if self.reading:
            return with_positions(report, self.position, self.text, self.reading.place)
        return with_positions(report, self.position, self.text)


def open_file(file: str, lang: Lang | None, named: str | None = None) -> OpenedFile:
    """Read a file.

    Args:
        file: the file.
        lang: the language requested on the command line, if any.
        named: the file of which it is a version, if its own name says nothing: decides the format and the settings.

    Raises:
        LoadError, UnknownNameError: the file cannot be loaded.
    """
    if named or is_data_file(Path(file)):
        source = Source.of_file(file, format_of(Path(named)).name if named else None)
        config = config_for(named or file)
        with config.in_force():
            return OpenedFile(file, source.document(), lang, config, source=source)
    from opshandover.importing import read  # not needed for data, which most files are

    config = config_for(file)
    with config.in_force():
        reading = read(file)
        opened = OpenedFile(file, reading.document, lang, config, reading=reading)
    _note_remarks(opened, reading)
    return opened


def _note_remarks(opened: OpenedFile, reading: "Reading") -> None:
    """Say that a person should look at how a file was understood, if something of it was not."""
    lost = sum(remark.kind in _TO_SEE for remark in reading.remarks)
    if lost:
        aside().line(_SEE.filled(opened.lang, file=opened.shown_name, n=lost), hang=4)


_TO_SEE = (RemarkKind.ASKED, RemarkKind.DROPPED, RemarkKind.LEFT)
_SEE = Text(
    "注意：{file} 有 {n} 处没有归位或需要确认，见：opshandover read {file}",
    "note: {n} part(s) of {file} have no home or are to be confirmed; see: opshandover read {file}",
)


def for_each_file(
    files: Iterable[str],
    lang: Lang | None,
    work: Callable[[OpenedFile], int],
    say: Callable[[str], None] | None = None,
    failed: Callable[[str, OpsHandoverError, Lang], None] | None = None,
) -> int:
    """Call a function on the document of each file, and return the highest exit status; see `for_each_name`."""
    return for_each_name(files, lang, lambda file: work(open_file(file, lang)), say, failed)


def for_each_name(
    files: Iterable[str],
    lang: Lang | None,
    work: Callable[[str], int],
    say: Callable[[str], None] | None = None,
    failed: Callable[[str, OpsHandoverError, Lang], None] | None = None,
) -> int:
    """Call a function on each file, and return the highest exit status.

    A file that cannot be read, or on which the function fails, is reported; the others follow. The team's
    profiles are in force during the calls.

    Args:
        files: the files; one that is named twice is opened once.
        lang: the language requested on the command line, if any.
        work: returns the exit status for one file.
        say: prints one line of an error message; to standard error if not given.
        failed: called with a file that failed, its error, and the language of the message.

    """
    worst = FINE
    told: set[str] = set()
    for file in dict.fromkeys(files):
        error_lang = lang or DEFAULT_LANG
        try:
            config = config_for(file)
            error_lang = lang or config.lang or DEFAULT_LANG
            with config.in_force():
                status = work(file)
        except OpsHandoverError as cause:
            if isinstance(cause, LoadError) and cause.lang and not lang:
                error_lang = cause.lang
            problem = described(cause, error_lang)
            for line in (problem if problem not in told else _SAME.filled(error_lang, file=excerpt_path(file))).split(
                "\n"
            ):
                (say or _say)(line)
            told.add(problem)
            if failed is not None:
                failed(file, cause, error_lang)
            status = BAD
        worst = max(worst, status)
    return worst


def _say(line: str) -> None:
    aside().line(line, hang=4)


_SAME = Text("错误：{file}：原因同上", "error: {file}: for the same reason")
