"""What the readers of one Word file share: its parts, styles and names, and what they come across."""

from collections import Counter

from attrs import Factory, define, field

from opshandover.continuity.ledger import Found
from opshandover.importers.word.names import Names
from opshandover.importers.word.numbering import Numbering
from opshandover.importers.word.styles import Styles
from opshandover.model.base import Choice
from opshandover.ooxml.package import Package
from opshandover.ooxml.tree import Element, W, value
from opshandover.pages.blocks import Block
from opshandover.reading.imported import Beside
from opshandover.text import Text


class Changes(Choice):
    """What happens to tracked changes."""

    ACCEPT = "accept", "接受", "Accept"
    REJECT = "reject", "拒绝", "Reject"
    REFUSE = "refuse", "不读取", "Refuse"


TEXT_BOX, HIDDEN, CONTENTS = Text("文本框", "Text box"), Text("隐藏文字", "Hidden text"), Text("目录", "Contents")


@define
class WordFile:
    """One file that is being read, and the part of it that is."""

    package: Package
    names: Names
    changes: Changes = Changes.ACCEPT
    part: str = Factory(lambda self: self.package.main, takes_self=True)
    styles: Styles = field(init=False, default=Factory(lambda self: Styles(self._root("styles")), takes_self=True))
    numbering: Numbering = field(
        init=False, default=Factory(lambda self: Numbering(self._root("numbering")), takes_self=True)
    )
    beside: list[Beside] = field(factory=list[Beside], init=False)
    found: dict[str, Found] = field(factory=dict[str, Found], init=False)
    inserted: Counter[str] = field(factory=Counter[str], init=False)
    """The number of tracked insertions of each author."""
    deleted: Counter[str] = field(factory=Counter[str], init=False)
    objects: int = field(default=0, init=False)
    """The number of embedded objects."""
    differing_boxes: int = field(default=0, init=False)
    """The number of boxes whose sign is another than their state."""

    def _root(self, kind: str) -> Element | None:
        return next((self.package.tree(name) for name in self.package.related(kind)), None)

    def put_beside(self, label: Text, blocks: tuple[Block, ...], *, apart: bool = False) -> None:
        """Keep blocks that are not in the text, if there are any."""
        if blocks:
            self.beside.append(Beside(label=label, blocks=blocks, apart=apart))

    def tag(self, properties: Element | None) -> str:
        """The path that a content control says it shows."""
        tag = value(properties.find(f"{W}tag")) if properties is not None else ""
        path = self.names.tagged(tag) if tag else ""
        if path:
            self.found[path] = Found.TAG
        return path

    def mark(self, name: str, kind: str) -> str:
        """The path that a bookmark stands for, if it is of a kind."""
        if not name.startswith(kind):
            return ""
        path = self.names.marked(name)[1]
        if path:
            self.found.setdefault(path, Found.BOOKMARK)
        return path

    def is_shown(self, change: Element, *, insertion: bool) -> bool:
        """Whether the content of a tracked change is read; each is counted with its author."""
        (self.inserted if insertion else self.deleted)[value(change, "author")] += 1
        return insertion is (self.changes is not Changes.REJECT)
