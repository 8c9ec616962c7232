"""The columns of a table: content that several of its cells share is examined and measured once.

Measured, a Word file of 1,000 or of 5,000 tasks would take 1.6 to 2.3 times as long cell by cell.
"""

from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from opshandover.exporters.word.measure import TextMeasurer, texts_of
from opshandover.exporters.word.runs import is_plain
from opshandover.pages.blocks import Block, Cell, Paragraph, Role, Table

_NO_ROLE = Role.NONE


@frozen
class CellColumn:
    """The cells of a column and their contents, each content once, by identity.

    `keys` has the identity of each cell's content, `bare` the texts of contents that are plain text,
    `rest` all other contents.
    """

    cells: Sequence[Cell]
    keys: Sequence[int]
    bare: Mapping[int, str]
    rest: Mapping[int, Sequence[Block]]

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "CellColumn":
        """Return the column of some cells."""
        held = [cell.blocks for cell in cells]
        keys = list(map(id, held))
        contents = dict(zip(keys, held, strict=True))
        bare = {key: text for key, blocks in contents.items() if (text := _bare_text(blocks))}
        rest = {key: blocks for key, blocks in contents.items() if key not in bare}
        return cls(cells, keys, bare, rest)

    def texts(self) -> set[str]:
        """Return every text in the column."""
        texts = set(self.bare.values())
        texts.update(text for blocks in self.rest.values() for text in texts_of(blocks))
        return texts

    def long(self, measurer: TextMeasurer, width: int, most: int) -> Collection[int]:
        """Return the indices of the cells that take more lines than `most`."""
        texts = measurer.long_texts(self.bare.values(), width, most)
        keys = {key for key, text in self.bare.items() if text in texts} if texts else set[int]()
        keys.update(key for key, blocks in self.rest.items() if measurer.is_long(blocks, width, most))
        if not keys:
            return ()
        return {number for number, key in enumerate(self.keys) if key in keys}


@frozen
class MeasuredTable:
    """The columns of a table, and the widths that each needs: for words, for long texts as well, for short answers too."""

    columns: Sequence[CellColumn]
    wanted: Sequence[tuple[int, int, int]]

    @classmethod
    def of(cls, table: Table, measurer: TextMeasurer) -> "MeasuredTable":
        """Measure a table."""
        columns = [CellColumn.of([row.cells[n] for row in table.rows]) for n in range(len(table.columns))]
        labels = [column.label for column in table.columns]
        return cls(columns, [measurer.wanted(*each) for each in zip(labels, [c.texts() for c in columns], strict=True)])

    @property
    def readable(self) -> int:
        """The least width in which no word is broken, and no long text is tall and thin."""
        return sum(long for _, long, _ in self.wanted)


def _bare_text(blocks: Sequence[Block]) -> str:
    """Return the text of a content that is plain text, else an empty one; lists and pictures have ids of their own."""
    if len(blocks) != 1:
        return ""
    (only,) = blocks
    if not isinstance(only, Paragraph) or only.role is not _NO_ROLE or len(only.runs) != 1:
        return ""
    return only.runs[0].text if is_plain(only.runs[0]) else ""
