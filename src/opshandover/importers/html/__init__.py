"""HTML files: our own export, pages of wikis, and what office programs save as HTML."""

from typing import ClassVar

from attrs import frozen

from opshandover.reading.imported import Imported


@frozen
class HtmlImporter:
    """Reads HTML: headings, lists, tables, facts, quotations and code; nothing in it is run or fetched.

    It reads back what the exporter writes, with the paths of values: `carried` says what HTML carries of a page.
    """

    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm")

    def parse(self, data: bytes) -> Imported:
        """Return what a file shows.

        Raises:
            LoadError: it is too large, is not text in an encoding that it names, or is nested too deep.
        """
        from opshandover.importers.html.parse import parse

        return parse(data)
