"""The block tree between a document and every format for people, and Markdown as such a tree.

This is what authors of exporters write from; the modules below may change. `blocks_of` is imported on first
use, since it loads a parser of Markdown.
"""

from typing import TYPE_CHECKING

from opshandover.pages.addresses import link_addresses
from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Property,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Series,
    Table,
    are_blank,
    is_derived,
    merge_runs,
    text_of,
)

if TYPE_CHECKING:
    from opshandover.pages.markdown import blocks_of

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Chart",
    "Code",
    "Column",
    "Divider",
    "Fact",
    "Facts",
    "Flow",
    "FlowStep",
    "Heading",
    "Image",
    "ListBlock",
    "ListItem",
    "Page",
    "Paragraph",
    "Property",
    "Quote",
    "Role",
    "Row",
    "Run",
    "Runs",
    "Series",
    "Table",
    "are_blank",
    "blocks_of",
    "is_derived",
    "link_addresses",
    "merge_runs",
    "text_of",
]


def __getattr__(name: str) -> object:
    """Import `blocks_of` when it is first used."""
    if name != "blocks_of":
        raise AttributeError(f"module 'opshandover.pages' has no attribute '{name}'")
    from opshandover.pages.markdown import blocks_of

    globals()[name] = blocks_of
    return blocks_of
