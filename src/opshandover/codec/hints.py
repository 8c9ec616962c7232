"""Hints that more than one reader gives."""

from opshandover.text import Message, message


def full_width_colon() -> Message:
    """Gives the hint for a colon that YAML does not take for one."""
    return message(
        "键后面要用半角冒号加空格“: ”，不是全角“：”",
        "after a key use ': ' (ASCII colon and space), not the full-width '：'",
    )
