"""The results of a check, for programs and for people: one module for each format."""

from opshandover.reporting.checked import Checked, FileResult, Unreadable
from opshandover.reporting.formats import WRITERS, write

__all__ = ["WRITERS", "Checked", "FileResult", "Unreadable", "write"]
