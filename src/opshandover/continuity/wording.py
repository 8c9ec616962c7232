"""Two versions of a text compared, and three merged: by line, then by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from attrs import frozen

_MOST_PAIRS = 200_000
"""Parts in which more pairs of lines or words are equal are taken as a whole: to align them takes too long."""
_WORDS = re.compile(r"[^\S\n]*(?:[0-9A-Za-z]+(?:[-.:/@_][0-9A-Za-z]+)*|\S|\n)|[^\S\n]+")

Parts = Sequence[str]


@frozen
class Edit:
    """A part of a text that was replaced: the old and the new wording, one of which may be empty; equal if kept."""

    old: str
    new: str

    @property
    def is_kept(self) -> bool:
        """Whether the part is the same in both versions."""
        return self.old == self.new


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends."""
    return text.splitlines(keepends=True)


def words_of(text: str) -> list[str]:
    """The words of a text with the blanks before them: numbers and Latin words whole, any other character by itself."""
    return _WORDS.findall(text)


def line_edits(old: str, new: str) -> list[Edit]:
    """A text in parts of whole lines: those that are kept, and those that were replaced."""
    return _edits(lines_of(old), lines_of(new))


def word_edits(old: str, new: str) -> list[Edit]:
    """A text in parts of whole words: those that are kept, and those that were replaced."""
    return _edits(words_of(old), words_of(new))


def _edits(old: Parts, new: Parts) -> list[Edit]:
    edits: list[Edit] = []
    at = to = 0
    for start, end, new_start, new_end in (*_changes(old, new), (len(old), len(old), len(new), len(new))):
        edits += [Edit(kept, kept) for kept in ["".join(old[at:start])] if kept]
        edits += (
            [Edit("".join(old[start:end]), "".join(new[new_start:new_end]))] if (start, to) != (end, new_end) else []
        )
        at, to = end, new_end
    return [edit for edit in edits if edit.old or edit.new]


@frozen
class MergedText:
    """Both sides' edits of a text together; where they contradict each other, once ours and once theirs."""

    ours: str
    theirs: str

    @property
    def agrees(self) -> bool:
        """Whether no edit of one side contradicts one of the other."""
        return self.ours == self.theirs


def merged_text(base: str, ours: str, theirs: str) -> MergedText:
    """The edits of both sides, line by line, and word by word where both changed the same lines.

    Lines in which one word contradicts another are taken as a whole: half of each would be nobody's sentence.
    """
    pieces = [_merged_lines(*region) for region in _regions(lines_of(base), lines_of(ours), lines_of(theirs))]
    return MergedText("".join(piece.ours for piece in pieces), "".join(piece.theirs for piece in pieces))


def _merged_lines(base: str, ours: str, theirs: str) -> MergedText:
    lines = _settled(base, ours, theirs)
    if lines.agrees:
        return lines
    words = [_settled(*region) for region in _regions(words_of(base), words_of(ours), words_of(theirs))]
    joined = "".join(word.ours for word in words)
    return MergedText(joined, joined) if all(word.agrees for word in words) else lines


def _settled(base: str, ours: str, theirs: str) -> MergedText:
    if theirs in (base, ours):
        return MergedText(ours, ours)
    return MergedText(theirs, theirs) if ours == base else MergedText(ours, theirs)


def _regions(base: Parts, ours: Parts, theirs: Parts) -> Iterator[tuple[str, str, str]]:
    """A text in regions, each as it is in the base and on either side; edits that touch are one region."""
    sides = (ours, theirs)
    changes = [(*change, side) for side in (0, 1) for change in _changes(base, sides[side])]
    begins, shifts = [0, 0], [0, 0]
    at = 0
    todo = sorted(changes, key=lambda change: (change[0], change[1]))
    while todo:
        start, end = todo[0][:2]
        within: list[tuple[int, int, int, int, int]] = []
        while todo and todo[0][0] <= end:
            within.append(todo.pop(0))
            end = max(end, within[-1][1])
        if at < start:
            kept = "".join(base[at:start])
            yield kept, kept, kept
        for side in (0, 1):
            begins[side] = start + shifts[side]
            shifts[side] += sum(n_end - n_start - (e - s) for s, e, n_start, n_end, of in within if of == side)
        ours_here, theirs_here = ("".join(sides[side][begins[side] : end + shifts[side]]) for side in (0, 1))
        yield "".join(base[start:end]), ours_here, theirs_here
        at = end
    rest = "".join(base[at:])
    if rest:
        yield rest, rest, rest


def _changes(old: Parts, new: Parts) -> list[tuple[int, int, int, int]]:
    """The ranges of two sequences that differ: start and end in the old one, then in the new one."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old_end, new_end = len(old) - tail, len(new) - tail
    if head == old_end and head == new_end:
        return []
    old, new = old[head:old_end], new[head:new_end]
    if _equal_pairs(old, new) > _MOST_PAIRS:
        return [(head, old_end, head, new_end)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (head + i1, head + i2, head + j1, head + j2) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"
    ]


def _equal_pairs(old: Parts, new: Parts) -> int:
    times = Counter(new)
    return sum(times[part] for part in old)
