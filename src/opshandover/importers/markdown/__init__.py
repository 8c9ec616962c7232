"""Markdown files, as we export them and as people write them."""

from typing import ClassVar

from attrs import frozen

from opshandover.reading.imported import Imported


@frozen
class MarkdownImporter:
    """Reads Markdown: front matter, headings of any kind, tables, lists, HTML among them.

    It reads back what the exporter writes: `carried` says what Markdown carries of a page.
    """

    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def parse(self, data: bytes) -> Imported:
        """Return what a file shows.

        Raises:
            LoadError: it is too large, is not text in UTF-8, or is nested too deep.
        """
        from opshandover.importers.markdown.parse import parse

        return parse(data)
