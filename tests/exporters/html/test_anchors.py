"""Each anchor is where its value is shown first."""

from opshandover.exporters.html.anchors import Anchors, Marks
from opshandover.html import Html


def test_an_anchor_is_given_once() -> None:
    """A section that its heading has is not given again to what is in it."""
    anchors = Anchors()
    assert anchors.marks("issues") == Marks("issues")
    assert anchors.marks("issues.items[0].title") == Marks(
        "issues.items.0.title", Html('<span id="issues.items.0"></span>')
    )
    assert anchors.marks("issues.items[0]") == Marks()
    assert anchors.marks("") == Marks()


def test_paths_that_look_alike_share_an_anchor() -> None:
    """No two elements have the same id, whatever their paths are."""
    anchors = Anchors()
    assert anchors.marks("a b") == Marks("a-b")
    assert anchors.marks("a;b") == Marks()
