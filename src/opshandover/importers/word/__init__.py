"""Word files (.docx), as people write and edit them."""

from typing import ClassVar

from attrs import field, frozen

from opshandover.codec.baseline import Baseline
from opshandover.importers.word.file import Changes
from opshandover.model.base import Choice
from opshandover.reading.imported import Imported

__all__ = ["Baselines", "Changes", "WordImporter"]


class Baselines(Choice):
    """What happens to the document that a file was made from."""

    USE = "use", "使用", "Use"
    IGNORE = "ignore", "忽略", "Ignore"


@frozen(kw_only=True)
class WordImporter:
    """Reads all text of a Word file, whoever wrote it.

    `changes` says what happens to tracked changes: they are accepted, rejected, or the file is refused; either way they
    are said. `baseline` says whether the document that the file was made from is used; one that does not match its
    digest is an error, since whoever compares with it would take the text of others for new or deleted.
    """

    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".docm", ".dotx", ".dotm")

    changes: Changes = field(default=Changes.ACCEPT)
    baseline: Baselines = field(default=Baselines.USE)

    def parse(self, data: bytes) -> Imported:
        """Return the page of a file, and what is beside it.

        Raises:
            LoadError: it is no Word file, is locked, damaged or too large, or its baseline was changed.
        """
        from opshandover.importers.word.reading import read

        return read(data, self.changes, use_baseline=self.baseline is Baselines.USE)

    def unsaved(self, data: bytes) -> Baseline | None:
        """The document that a file was made from, if nobody has saved the file since; else `None`."""
        from opshandover.ooxml.archive import UnusableError
        from opshandover.ooxml.baseline import unsaved_baseline

        try:
            return unsaved_baseline(data) if self.baseline is Baselines.USE else None
        except UnusableError:
            return None
