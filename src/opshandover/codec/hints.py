"""Hints that several readers use."""

from opshandover.redaction import excerpt
from opshandover.text import Message, message

IN_QUOTES = message("请给整段文字加引号：'…'", "put the whole text in quotes: '…'")
"""The hint for a text that a format takes for something else."""


def full_width_colon() -> Message:
    """The hint for a full-width colon, which is not a colon in YAML."""
    return message(
        "键后面应为半角冒号加空格“: ”，而不是全角“：”",
        "use ': ' (ASCII colon and space) after a key, not the full-width '：'",
    )


def space_after_colon() -> Message:
    """The hint for a colon that ends no key in YAML, as no space follows it."""
    return message("冒号后面要有一个半角空格", "write an ordinary space after the colon")


def with_colon(key: str, value: str, *, wide: bool) -> Message:
    """The hint for a colon that ends no key, full-width or without a space, with the key and value as YAML has them."""
    hint = full_width_colon() if wide else space_after_colon()
    return message("{hint}：{mended}", "{hint}: {mended}", hint=hint, mended=excerpt(f"{key.strip()}: {value.strip()}"))
