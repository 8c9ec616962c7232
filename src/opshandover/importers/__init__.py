"""Importers: one module or package for each format, which makes a page of a file; here, what they are made with."""

from opshandover.importers.outline import page_of
from opshandover.reading.imported import Beside, Imported

__all__ = ["Beside", "Imported", "page_of"]
