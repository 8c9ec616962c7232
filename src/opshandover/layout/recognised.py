"""Which records of a section or record stand there without the label of their field, by what is shown of them."""

from collections.abc import Iterable, Iterator, Sequence

from opshandover.layout.words.labels import DETAILS, GROUP, NUMBER
from opshandover.layout.words.readable import (
    field_labelled,
    is_common,
    is_label,
    is_taken_for_absence,
    is_title_line,
    principal,
)
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.pages.blocks import Block, Chart, Facts, Flow, Heading, ListBlock, Paragraph, Table, text_of
from opshandover.pages.facts import as_facts
from opshandover.text import LANGUAGES

_OF_LAYOUT = frozenset(text[lang] for text in (DETAILS, NUMBER, GROUP) for lang in LANGUAGES)
"""The heads of columns that are no labels of fields."""


def with_facts(blocks: Sequence[Block], cls: type[Record]) -> tuple[Block, ...]:
    """Blocks in which, above any heading, a list with labels of a class is facts: some formats show them alike."""
    end = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return (*(_known_facts(block, cls) for block in blocks[:end]), *blocks[end:])


def _known_facts(block: Block, cls: type[Record]) -> Block:
    facts = as_facts(block)
    return facts if facts and any(field_labelled(cls, fact.label) is not None for fact in facts.items) else block


def unlabelled_field(cls: type[Record], blocks: Sequence[Block]) -> Field | None:
    """The field of a class whose value blocks without its label show; `None` if that cannot be told."""
    match [block for block in blocks if not isinstance(block, Chart | Flow)]:
        case [Table() as table, *_]:
            return _by_labels(cls, _labels_of(table))
        case [Facts() as facts, *_]:
            return None if _are_own(cls, facts) else _by_labels(cls, _labels_of(facts))
        case [ListBlock() as listed, *rest]:
            own = as_facts(listed)
            known = unlabelled_field(cls, (own, *rest)) if own else None
            return known if known or (own and _are_own(cls, own)) else _principal(cls)
        case [Heading(text=text), *_]:
            return None if is_label(text) else _principal(cls)
        case [Paragraph(runs=runs) as first, *rest]:
            if is_common(first):
                return unlabelled_field(cls, rest)
            if is_title_line(first):
                return _titled(cls, rest)
            return None if runs[0].strong or is_taken_for_absence(text_of(runs)) else _principal(cls)
        case _:
            return None


def _are_own(cls: type[Record], facts: Facts) -> bool:
    """Whether all labels of facts are those of a class itself."""
    return all(field_labelled(cls, label) is not None for label in _labels_of(facts))


def _titled(cls: type[Record], rest: Sequence[Block]) -> Field | None:
    """The field of a record whose title stands above some blocks."""
    parts = (as_facts(block) or block for block in rest)
    part = next((block for block in parts if isinstance(block, Facts | Table | Heading)), None)
    match part:
        case Facts() | Table():
            return _by_labels(cls, _labels_of(part))
        case Heading(text=text):
            return _by_labels(cls, (text,))
        case _:
            return _principal(cls)


def _labels_of(block: Facts | Table) -> Iterator[str]:
    if isinstance(block, Facts):
        return (fact.label for fact in block.items)
    return (column.label for column in block.columns)


def _by_labels(cls: type[Record], labels: Iterable[str]) -> Field | None:
    known = _candidates(cls, tuple(labels))
    main = _principal(cls)
    return known[0] if len(known) == 1 else main if main in known else None


def _candidates(cls: type[Record], labels: Sequence[str]) -> list[Field]:
    """The fields with records that have all these labels."""
    said = [label for label in labels if label not in _OF_LAYOUT]
    records = [field for field in fields_of(cls) if field.kind is Kind.RECORD]
    return [field for field in records if all(field_labelled(field.record, label) is not None for label in said)]


def _principal(cls: type[Record]) -> Field | None:
    return next((field for field in fields_of(cls) if field.name == principal(cls)), None)
