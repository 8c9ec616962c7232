"""Tests of the proof that no word was lost."""

from opshandover.model import OpsDocument
from opshandover.model.document import FreeSection
from opshandover.model.issues import Issue, Issues
from opshandover.pages.blocks import Run
from opshandover.reading.foreign.kept import lost, place
from opshandover.reading.foreign.leaves import Leaf

DOCUMENT = OpsDocument(
    profile="daily_report",
    issues=Issues(items=(Issue(title="冷柜温度偏高"),)),
    extra=(FreeSection(title="心情", body="挺累的"),),
)


def leaf(text: str, path: str, *known: str) -> Leaf:
    """A leaf with its place."""
    return Leaf((Run(text),), 1, path=path, known=list(known))


def test_a_word_that_is_nowhere_is_found_out() -> None:
    """A text is kept if each word is in its place, or a label stands for it."""
    kept = [leaf("冷柜温度偏高", "issues.items[0].title"), leaf("问题：冷柜温度偏高", "issues.items[0]", "问题")]
    gone = leaf("冷柜温度偏高，已报修", "issues.items[0].title")
    assert list(lost(DOCUMENT, [*kept, gone])) == [gone]


def test_a_place_is_the_item_or_the_field() -> None:
    """Texts are looked for in the item that they belong to."""
    assert place("issues.items[0].title") == "issues.items[0]"
    assert place("giver") == "giver"
