"""The results of a check in formats for programs: one module for each format."""

from opshandover.reporting.checked import Checked, FileResult, Unreadable
from opshandover.reporting.formats import WRITERS, write

__all__ = ["WRITERS", "Checked", "FileResult", "Unreadable", "write"]
