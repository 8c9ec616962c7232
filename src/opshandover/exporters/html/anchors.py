"""The anchors on a page: each is where its value is shown first."""

from attrs import define, field, frozen

from opshandover.html import NOTHING, Html, element, joined
from opshandover.pages.anchors import anchor_of, anchored_paths


@frozen
class Marks:
    """The anchors of one node: `id` for its element, and `before`, elements for what it is also the first of."""

    id: str = ""
    before: Html = NOTHING


@define
class Anchors:
    """Hands out anchors, each once."""

    _used: set[str] = field(factory=set[str], init=False)

    def marks(self, path: str) -> Marks:
        """Return the anchors that begin at a node with a path."""
        new = [anchor for each in anchored_paths(path) if (anchor := anchor_of(each)) not in self._used]
        if not new:
            return Marks()
        self._used.update(new)
        return Marks(new[-1], joined(element("span", id=anchor) for anchor in dict.fromkeys(new[:-1])))
