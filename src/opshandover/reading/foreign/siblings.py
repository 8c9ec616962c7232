"""What each of several headings says that its neighbours do not say as well.

People repeat what a whole document is about: 活动目的, 活动对象, 活动预算; “Meeting ground rules”, “Decision ground rules”.
What such headings share says nothing about one of them, and the rest may be a declared word.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from opshandover.reading.foreign.homes import is_home
from opshandover.reading.foreign.labels import normal, title_of
from opshandover.reading.foreign.outline import Node

_LEAST = 3
"""So many headings beside each other must share words."""


def distinguish(node: Node) -> None:
    """Give all headings below a node their name without what they share, where that is a declared word."""
    texts = [normal(title_of(child.heading).text) for child in node.children]
    shared = _shared(texts)
    for child, text in zip(node.children, texts, strict=True):
        own = next((rest for rest in _rests(text) if rest[0] in shared and is_home(rest[1])), None)
        child.name = own[1] if own else child.heading
        distinguish(child)


def _shared(texts: Sequence[str]) -> set[str]:
    """The beginnings and ends that several texts, and most of them, have in common."""
    counts = Counter(part for text in texts for part, _ in _rests(text))
    return {part for part, count in counts.items() if count >= max(_LEAST, len(texts) // 2)}


def _rests(text: str) -> Iterator[tuple[str, str]]:
    """The ways to part a text in what may be shared and the rest: at a blank, or behind a Chinese word of two."""
    words = text.split()
    for at in range(1, len(words)):
        yield f"{' '.join(words[:at])} …", " ".join(words[at:])
        yield f"… {' '.join(words[at:])}", " ".join(words[:at])
    if len(words) == 1 and not text.isascii() and len(text) > 3:
        yield f"{text[:2]}…", text[2:].removeprefix("的")
