"""The proof that no word was lost: every text is looked for in the place that it was given."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from opshandover.document.walk import walk
from opshandover.model import OpsDocument
from opshandover.reading.foreign.drafts import plain
from opshandover.reading.foreign.leaves import Leaf

_WORD = re.compile(r"\w+")
_ITEM = re.compile(r"[^.\[]+(?:\.[^.\[]+)?(?:\[\d+\])?")


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, those of Chinese between two signs."""
    return _WORD.findall(text)


def lost(document: OpsDocument, leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """The texts of which some word is neither in the place that they were given nor stood for by it."""
    said: dict[str, list[str]] = {}
    for path, text in texts(document):
        said.setdefault(place(path), []).append(text)
    known = {at: (set(words("\n".join(found))), "\n".join(found)) for at, found in said.items()}
    everything = {word for found, _ in known.values() for word in found}
    for leaf in leaves:
        here, text = known.get(place(leaf.path), (set[str](), ""))
        stood = "\n".join(leaf.known)
        for word in words(plain(leaf.runs)):
            if word not in here and word not in everything and word not in stood and not _is_in(word, text):
                yield leaf
                break


def _is_in(word: str, text: str) -> bool:
    return len(text) < _LARGE and word in text


_LARGE = 20_000
"""A text of which only whole words are looked at: to search it for each of its lines would take the square of them."""


def place(path: str) -> str:
    """The item or the field of the header at which a path begins."""
    found = _ITEM.match(path)
    return found[0] if found else ""


def texts(document: OpsDocument) -> Iterator[tuple[str, str]]:
    """All values of a document as texts, with their paths."""
    for node in walk(document, str, filled=True):
        yield node.path, node.value
    for kind in (Decimal, int):
        for number in walk(document, kind, filled=True):
            yield number.path, str(number.value)
