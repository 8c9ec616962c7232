"""What is reported: a file with its report, or a file that could not be read."""

from attrs import frozen

from opshandover.errors import Fault, LoadError, OpsHandoverError
from opshandover.findings import Report
from opshandover.text import Lang


@frozen(kw_only=True)
class Checked:
    """A file that was checked: its name as the user gave it, what was found, what it speaks."""

    name: str
    report: Report
    lang: Lang


@frozen(kw_only=True)
class Unread:
    """A file that could not be checked, and why: it is reported too, as it has not passed."""

    name: str
    error: OpsHandoverError
    lang: Lang

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong with the file; an error that is about the whole is one fault."""
        if isinstance(self.error, LoadError):
            return self.error.faults
        return (Fault(path="", problem=self.error.message),)


Looked = Checked | Unread
