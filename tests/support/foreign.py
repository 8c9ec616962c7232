"""A page from Markdown that somebody wrote, for tests of reading it."""

from pathlib import Path

from opshandover.importers.markdown import MarkdownImporter
from opshandover.reading.imported import Imported


def imported(text: str) -> Imported:
    """The page of a Markdown file, as its importer has it."""
    return MarkdownImporter().parse(text.encode(errors="surrogatepass"))


def imported_file(path: Path) -> Imported:
    """The page of a Markdown file on disk."""
    return MarkdownImporter().parse(path.read_bytes())
