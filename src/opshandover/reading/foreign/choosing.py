"""Choose the section of a heading, by declared words and by what it is like, and whether it is one of its own."""

from attrs import evolve

from opshandover.model import Record
from opshandover.model.fields import Kind
from opshandover.reading.foreign.drafts import field_for
from opshandover.reading.foreign.homes import EXACT_LABEL, EXACT_WORD, WHOLE, Home, field_named, home_of, place_named
from opshandover.reading.foreign.labels import labels_in, normal
from opshandover.reading.foreign.likeness import ITEM, Likeness, likest, likest_sections
from opshandover.reading.foreign.mapping import EXTRA
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.sections import main_list

AREAS = "overview systems data_analysis resources assets documents team customers partners notes".split()
"""Sections whose words part the items of another as well: risks of systems, of people and of customers."""
_LEAST, _MOST = 0.2, 0.85
"""How likely a section must be to be chosen; no guess is surer than the second."""
_AGAINST = 0.7
"""How likely another section must be to be chosen against a declared word."""
_ITEM = 0.5
"""How likely a heading that only gathers sections is to look like an item."""


def chosen(node: Node) -> Home | None:
    """The place of a heading: by its label, else by what it is most like; a synonym gives way only to what is very likely."""
    said = home_of(node.name)
    if said is not None and (said.certainty == EXACT_LABEL or said.single or said.status):
        return said
    first = _first(node)
    if said is not None and first.section == said.section:
        return evolve(said, certainty=max(said.certainty, min(first.probability, _MOST)))
    if said is not None and said.certainty >= EXACT_WORD and (first.section == EXTRA or first.probability < _AGAINST):
        return said
    return likest_home(node)


def likest_home(node: Node) -> Home | None:
    """The section that a heading is most like, if that is likely enough."""
    first = _first(node)
    if first.section == EXTRA or first.probability < _LEAST:
        return None
    return Home(path=(first.section,), certainty=min(first.probability, _MOST), more=node.heading)


def _first(node: Node) -> Likeness:
    """What a heading is likest to be if it is no item: a section, or what has no home."""
    return likest_sections(node.seen)[0]


def may_gather(node: Node, home: Home | None) -> bool:
    """Whether a heading may only gather sections, and be none itself: all that is handed over, or what looks like no section."""
    return home is None or home.section == "handover_plan" or _likely(node)[ITEM] >= _ITEM


def is_apart(child: Node, home: Home) -> bool:
    """Whether a heading below a section is one of its own: by declared words, or likelier than one of its items."""
    found = home_of(child.name)
    if found is not None and (found.section == home.section or found.single or found.status):
        return False
    of, named = place_named(home.path)
    target = named or main_list(of)
    item = target.record if target is not None and target.kind is Kind.RECORD else None
    if field_named(of, child.heading) or (item and home.single and field_named(item, child.heading)):
        return False
    lists = item is not None and target is not None and target.many and not home.single
    if found is not None and lists and found.certainty >= EXACT_WORD:
        return home.certainty < WHOLE or found.section not in AREAS
    if found is not None and not lists and not home.single and found.certainty >= WHOLE:
        return True
    if item is not None and _has_fields(child, item):
        return False
    likely, first = _likely(child), _first(child)
    within = likely[ITEM] + likely[home.section]
    return first.section not in (EXTRA, home.section) and likely[first.section] > within


def _has_fields(node: Node, of: type[Record]) -> bool:
    """Whether lines below a heading are fields of an item, two at least: 负责人 and 进度 of a task."""
    labels = {normal(label) for label in labels_in(node.content)}
    return sum(field_for(of, label) is not None for label in labels) >= 2


def _likely(node: Node) -> dict[str, float]:
    return {one.section: one.probability for one in likest(node.seen)}
