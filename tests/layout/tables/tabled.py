"""What the tests of tables have in common."""

from opshandover.layout.tables.cells import Blocks
from opshandover.pages.blocks import (
    Table,
)

LONG = "很长的说明。" * 20


def labels(blocks: Blocks) -> list[str]:
    """The heads of the first table."""
    return [column.label for block in blocks if isinstance(block, Table) for column in block.columns]
