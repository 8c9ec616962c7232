"""Headings and placeholders."""

from opshandover.layout.words.labels import EMPTY, TO_BE_FILLED_IN
from opshandover.pages.blocks import Block, Heading, Paragraph, Role, Run
from opshandover.text import Lang

DEEPEST = 4
"""The deepest level of headings; deeper labels are lines in bold."""


def heading(text: str, level: int, path: str = "", role: Role = Role.NONE, *, is_value: bool = False) -> Block:
    """Return a heading, or a line in bold below the deepest level of headings."""
    if level <= DEEPEST:
        return Heading(level=level, text=text, path=path, role=role, is_value=is_value)
    return Paragraph(runs=(Run(text=text, strong=True),), path=path if is_value else "")


def to_be_filled_in(hint: str, path: str, lang: Lang) -> Paragraph:
    """Return a placeholder, with a hint of what belongs there."""
    text = TO_BE_FILLED_IN[lang].format(hint=hint) if hint else EMPTY[lang]
    return Paragraph(runs=(Run(text=text),), path=path, role=Role.PLACEHOLDER)
