"""The ledger of a reading or a merge: an account of every text that went in, which must add up."""

from collections import Counter
from collections.abc import Mapping
from enum import Enum

from attrs import define, frozen

from opshandover.text import Text


class Fate(Enum):
    """What became of a value or a text."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    CLOSED = "closed"
    """Deleted, or an item that is done."""
    CONFLICT = "conflict"
    LEFT = "left"
    """It has no home: it is kept in a free section, or named in a remark."""

    @property
    def label(self) -> Text:
        """The name for people."""
        return _LABELS[self]


_LABELS = {
    Fate.KEPT: Text("未变", "kept"),
    Fate.CHANGED: Text("修改", "changed"),
    Fate.NEW: Text("新增", "new"),
    Fate.CLOSED: Text("关闭", "closed"),
    Fate.CONFLICT: Text("冲突", "in conflict"),
    Fate.LEFT: Text("无处归位", "without a home"),
}


class Found(Enum):
    """How a value was found in a file, the surest way first."""

    FILE = "file"
    """Nobody has saved the file since it was written."""
    TAG = "tag"
    BOOKMARK = "bookmark"
    GRID = "grid"
    """By its table, column head and row."""
    LABEL = "label"
    """By the label before it or the heading above it."""
    GUESS = "guess"

    @property
    def label(self) -> Text:
        """The name for people."""
        return _FOUND[self]


_FOUND = {
    Found.FILE: Text("文件未改动", "file unchanged"),
    Found.TAG: Text("内容控件", "tag"),
    Found.BOOKMARK: Text("书签", "bookmark"),
    Found.GRID: Text("表格位置", "grid"),
    Found.LABEL: Text("标签", "label"),
    Found.GUESS: Text("推测", "guess"),
}


@define(unsafe_hash=True)
class Entry:
    """What became of one value or text; not frozen, as a large file has one for each value: it takes a fourth of the time.

    `path` is empty for a text without a home.
    """

    fate: Fate
    path: str = ""
    found: Found | None = None


@frozen(kw_only=True)
class Ledger:
    """All entries, and the number of values and texts that went in, counted apart from them."""

    entries: tuple[Entry, ...]
    taken_in: int

    @property
    def counts(self) -> Mapping[Fate, int]:
        """The number of entries of each fate."""
        return Counter(entry.fate for entry in self.entries)

    @property
    def found(self) -> Mapping[Found, int]:
        """The number of values found in each way."""
        return Counter(entry.found for entry in self.entries if entry.found)

    @property
    def adds_up(self) -> bool:
        """Whether every value and text that went in has exactly one entry; if not, the fault is ours."""
        return len(self.entries) == self.taken_in
