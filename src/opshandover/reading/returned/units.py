"""Which values a line shows, and which part of another text is meant by each of them.

A line may have a label before its value, several values with signs between them, or a value in parts. What is no value
is found again as it stands; the rest between is what a person wrote there.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from attrs import define, evolve, field, frozen

from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Block, Heading, Paragraph, Role, Run, Runs, run_path
from opshandover.reading.returned.lines import Line, plain
from opshandover.reading.returned.targets import target_of
from opshandover.text import Lang


@frozen
class Segment:
    """A part of a line: the value at a path, or if that is empty, what is around values."""

    path: str
    runs: Runs

    @property
    def text(self) -> str:
        """Its text."""
        return plain(self.runs)


def segments_of(line: Line, document: OpsDocument, lang: Lang) -> tuple[Segment, ...]:
    """The parts of a line of the page that was laid out, in order."""
    if line.derived or not line.path or (isinstance(line.block, Heading) and not line.block.is_value):
        return (Segment("", line.runs),)
    label, runs = _label_and_rest(line.runs, line.path, document, lang)
    whole = _shows_record(line.path, document)
    parts = [Segment("", label)] if label else []
    for run in runs:
        path = _unit(run_path(run, line.path), line.path, whole=whole) if run.path else "" if whole else line.path
        if parts and parts[-1].path == path:
            parts[-1] = evolve(parts[-1], runs=(*parts[-1].runs, run))
        else:
            parts.append(Segment(path, (run,)))
    return tuple(_without_gaps(parts))


@define
class Whole:
    """Which lines show one value as a whole: asked once for all items of a list, as a large table has many."""

    document: OpsDocument
    _known: dict[tuple[str, str], bool] = field(factory=dict[tuple[str, str], bool], init=False)

    def path_of(self, block: Block, above: str) -> str:
        """The path of the value that a paragraph of one run shows; empty if it may show more or less than one."""
        if not isinstance(block, Paragraph) or block.derived or block.role is Role.PLACEHOLDER:
            return ""
        path = block.path or above
        if not path or len(block.runs) != 1 or block.runs[0].path[:1] not in ("", "."):
            return ""
        before, _, rest = path.rpartition("[")  # a regular expression for all numbers takes three times as long
        shape = before, rest.lstrip("0123456789")
        if shape not in self._known:
            self._known[shape] = not _shows_record(path, self.document)
        return path if self._known[shape] else ""


def _without_gaps(parts: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the parts with those of one value as one, and the signs between them with it."""
    last = {part.path: number for number, part in enumerate(parts) if part.path}
    number = 0
    while number < len(parts):
        part = parts[number]
        end = last.get(part.path, number)
        if part.path and all(other.path in ("", part.path) for other in parts[number : end + 1]):
            yield Segment(part.path, tuple(run for other in parts[number : end + 1] for run in other.runs))
            number = end + 1
        else:
            yield part
            number += 1


def _shows_record(path: str, document: OpsDocument) -> bool:
    """Whether a line with a path shows fields of a record, rather than a value as a whole."""
    target = target_of(document, path)
    if target is None or not issubclass(target.field.type, Record):
        return False
    return target.field.kind is Kind.SECTION or target.field.type not in RECORD_FORMATTERS


def _unit(path: str, above: str, *, whole: bool) -> str:
    """The field that a run belongs to: that of the record whose fields the line shows, or of the line as a whole."""
    if not whole:
        return above if path.startswith(above) else path
    if not path.startswith(above) or path == above:
        return path
    rest = path[len(above) :]
    found = re.match(r"(?:\[(?:\d+|\*)\])*\.?[^.\[]+", rest)
    return above + found[0] if found else path


def _label_and_rest(runs: Runs, path: str, document: OpsDocument, lang: Lang) -> tuple[Runs, Runs]:
    """Split off the label before the first value, which is bold and followed by a blank."""
    if len(runs) < 2 or not runs[0].strong or runs[0].path or runs[1].path or runs[1].text != " ":
        return (), runs
    names = {target.field.label[lang] for above in _above(path) if (target := target_of(document, above))}
    return (runs[:2], runs[2:]) if runs[0].text in names else ((), runs)


def _above(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path[: max(path.rfind("."), path.rfind("["), 0)]


def divided(expected: Sequence[Segment], runs: Runs) -> tuple[Runs, ...] | None:
    """Divide a text as another is; `None` if what stands around the values is no longer there.

    Only one value has changed in most cases, so that is tried first: what is written around the others may well occur in it.
    """
    text = plain(runs)
    values = [number for number, part in enumerate(expected) if part.path]
    if not values:
        return None
    for changed in values:
        pieces = ("(.*)" if n == changed else f"({re.escape(part.text)})" for n, part in enumerate(expected))
        if found := re.fullmatch("".join(pieces), text, re.DOTALL):
            return _cut(runs, [found.span(n + 1) for n in range(len(expected))])
    pieces = ("(.*?)" if part.path else f"({re.escape(part.text)})" for part in expected)
    if found := re.fullmatch("".join(pieces), text, re.DOTALL):
        return _cut(runs, [found.span(n + 1) for n in range(len(expected))])
    if len(values) == 1:
        start = _after_label(expected[: values[0]], text)
        spans = [(0, 0)] * len(expected)
        spans[values[0]] = (start, len(text))
        return _cut(runs, spans)
    return _by_common_parts(expected, runs, text)


def _after_label(before: Sequence[Segment], text: str) -> int:
    """Where the value begins in a text whose label may have been changed or deleted."""
    label = "".join(part.text for part in before)
    if text.startswith(label):
        return len(label)
    bare = label.strip()
    found = re.match(rf"\s*{re.escape(bare)}\s*[：:]?\s*", text) if bare else None
    return found.end() if found else 0


def _by_common_parts(expected: Sequence[Segment], runs: Runs, text: str) -> tuple[Runs, ...] | None:
    """Divide a text where the parts that it has in common with the other do."""
    whole = "".join(part.text for part in expected)
    same = SequenceMatcher(None, whole, text, autojunk=False).get_matching_blocks()
    borders: list[int] = []
    at = 0
    for part in expected[:-1]:
        at += len(part.text)
        place = next((b + at - a for a, b, n in same if n and a <= at <= a + n), None)
        if place is None or (borders and place < borders[-1]):
            return None
        borders.append(place)
    ends = [*borders, len(text)]
    spans = list(zip([0, *borders], ends, strict=True))
    for part, (start, end) in zip(expected, spans, strict=True):
        if not part.path and part.text.strip() and part.text.strip() not in text[start:end]:
            return None
    return _cut(runs, spans)


def _cut(runs: Runs, spans: Sequence[tuple[int, int]]) -> tuple[Runs, ...]:
    """The runs within each span of their text."""
    return tuple(tuple(_within(runs, start, end)) for start, end in spans)


def _within(runs: Runs, start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = visible(run.text)
        begin, stop = max(start - at, 0), min(end - at, len(text))
        if begin < stop or (run.image and start <= at < max(end, start + 1)):
            yield evolve(run, text=text[begin:stop])
        at += len(text)


def last_index(path: str) -> tuple[str, int] | None:
    """The path of a list and the index, of a path to one of its items."""
    before, bracket, number = path.removesuffix("]").rpartition("[")
    return (before, int(number)) if bracket and path.endswith("]") and number.isdecimal() else None
