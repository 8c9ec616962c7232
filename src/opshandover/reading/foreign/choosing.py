"""Choose the section of a heading, by declared words and by what it is like, and whether it is one of its own."""

from attrs import evolve

from opshandover.model.fields import Kind
from opshandover.reading.foreign.homes import EXACT_LABEL, EXACT_WORD, WHOLE, Home, field_named, home_of, place_named
from opshandover.reading.foreign.likeness import ITEM, Likeness, likest, likest_sections
from opshandover.reading.foreign.mapping import EXTRA
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.sections import main_list

AREAS = "overview systems data_analysis resources assets documents team customers partners notes".split()
"""Sections whose words part the items of another as well: risks of systems, of people and of customers."""
_LEAST, _MOST = 0.2, 0.85
"""How likely a section must be to be chosen; no guess is surer than the second."""
_AGAINST = 0.8
"""How likely another section must be to be chosen against a declared word."""
_ITEM = 0.5
"""How likely a heading that only gathers sections is to look like an item."""
_NOWHERE = 2
"""So many times likelier than any section must it be that a heading has no home."""
_APART = 0.25
"""So many times as likely as an item or a part of the section above must it be that a heading is a section of its own."""


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
    first, *others = likest_sections(node.seen)
    return first if first.section != EXTRA or first.probability > _NOWHERE * others[0].probability else others[0]


def may_gather(node: Node, home: Home | None) -> bool:
    """Whether a heading may only gather sections, and be none itself: all that is handed over, or what looks like no section."""
    return home is None or home.section == "handover_plan" or _likely(node)[ITEM] >= _ITEM


def is_apart(child: Node, home: Home) -> bool:
    """Whether a heading below a section is one of its own: where items are listed, more surely than elsewhere."""
    found = home_of(child.name)
    if found is not None and (found.section == home.section or found.single or found.status):
        return False
    of, named = place_named(home.path)
    if home.single or field_named(of, child.heading) is not None:
        return False
    target = named or main_list(of)
    if target is None or not target.many or target.kind is not Kind.RECORD:
        return found is not None and found.certainty >= WHOLE
    if found is not None and found.certainty >= EXACT_WORD:
        return home.certainty < WHOLE or found.section not in AREAS
    likely, first = _likely(child), _first(child)
    within = likely[ITEM] + likely[home.section]
    return first.section not in (EXTRA, home.section) and likely[first.section] > _APART * within


def _likely(node: Node) -> dict[str, float]:
    return {one.section: one.probability for one in likest(node.seen)}
