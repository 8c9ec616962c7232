"""Headings within a text: on the page they stand in a quotation, so as not to part it as the page's own headings do.

Within a list or a quotation a heading is always one of a text, and is written as it is.
"""

from attrs import evolve

from opshandover.pages.blocks import Block, Heading, Paragraph, Quote, Role, unquoted


def set_apart(block: Block) -> Block:
    """A block of a page; a heading of a text, and whatever would be read as one, gets a quotation around it."""
    if isinstance(block, Paragraph) and block.level:
        return Quote((evolve(block, role=Role.NONE),))
    return Quote((block,)) if isinstance(block, Quote) and _is_heading(block) else block


def taken_back(block: Block) -> Block:
    """A block of a page that was read: the inverse of `set_apart`."""
    return block.blocks[0] if isinstance(block, Quote) and _is_heading(block) else block


def _is_heading(block: Block) -> bool:
    """Whether a block would be read as a heading of a text, in any number of quotations."""
    match unquoted((block,)):
        case (Paragraph(level=level),):
            return level > 0
        case (Heading(text=text),):
            return bool(text.strip())
        case _:
            return False
