"""Pages of our own read back from what is visible: `read_page(lay_out(document, lang)) == normal(document)`."""

from opshandover.reading.own.page import PageReading, read_page, reading_of
from opshandover.reading.result import Place

__all__ = ["PageReading", "Place", "read_page", "reading_of"]
