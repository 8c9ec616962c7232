"""What is reported: a file with its report, or a file that could not be read."""

from attrs import frozen

from opshandover.errors import Fault, LoadError, OpsHandoverError
from opshandover.findings import Report
from opshandover.text import Lang


@frozen(kw_only=True)
class Checked:
    """A file that was checked: its name as the user gave it, its report, its language."""

    name: str
    report: Report
    lang: Lang


@frozen(kw_only=True)
class Unreadable:
    """A file that could not be checked, and why: it is reported too, as it has not passed."""

    name: str
    error: OpsHandoverError
    lang: Lang

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults of the file that are shown; an error about the file as a whole is one fault."""
        if isinstance(self.error, LoadError):
            return self.error.shown
        return (Fault(path="", problem=self.error.message),)


FileResult = Checked | Unreadable
