"""What a check found, written for programs: one file for each format."""

from opshandover.reporting.checked import Checked, Looked, Unread
from opshandover.reporting.formats import WRITERS, write

__all__ = ["WRITERS", "Checked", "Looked", "Unread", "write"]
