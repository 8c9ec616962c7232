"""Choose the section of a heading, by declared words and by what it is like, and whether it is one of its own."""

from attrs import evolve

from opshandover.model import Record
from opshandover.model.fields import Field, Kind
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
_AGAINST, _AGAINST_LABEL = 0.65, 0.9
"""How likely another section must be to be chosen against a declared word, and against the label of a section."""
_NEARLY = 0.7
"""A section that declared words guess is chosen if it is so likely against the likeliest one."""
_APART = 0.7
"""How likely a section must be, against what belongs to the section above it, to stand apart from that.

With this most headings and items of documents that were not learned from stand in the right section: what is taken out
of a wrong one is often right.
"""
_ITEM = 0.5
"""How likely a heading that only gathers sections is to look like an item."""


def chosen(node: Node) -> Home | None:
    """The place of a heading: by declared words, unless something else is much likelier, or else by what it is most like."""
    said = home_of(node.name)
    if said is not None and (said.single or said.status):
        return said
    if said is None:
        return likest_home(node)
    first = _first(node)
    if first.section == said.section:
        return evolve(said, certainty=max(said.certainty, min(first.probability, _MOST)))
    likely = _likely(node)
    if said.certainty == EXACT_LABEL:
        stays = first.section == EXTRA or likely[first.section] < _AGAINST_LABEL
    else:
        stays = said.certainty >= EXACT_WORD and (first.section == EXTRA or first.probability < _AGAINST)
    if stays or likely[said.section] >= _NEARLY * likely[first.section]:
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


def taken_apart(node: Node, home: Home) -> list[Node]:
    """Take the headings below a section that are sections of their own out of it, in order.

    One may stand in what is taken for an item, too, if the item has no fields.
    """
    item = _item_of(home)
    apart: list[Node] = []
    kept: list[Node] = []
    for child in node.children:
        if is_apart(child, home):
            apart.append(child)
            continue
        if item is None or not _has_fields(child, item):
            apart += taken_apart(child, evolve(home, single=True))
        kept.append(child)
    node.children = kept
    return apart


def is_apart(child: Node, home: Home) -> bool:
    """Whether a heading below a section is one of its own: by declared words, or likelier than one of its items."""
    found = home_of(child.name)
    if found is not None and (found.section == home.section or found.single or found.status):
        return False
    of, _ = place_named(home.path)
    target, item = _target(home), _item_of(home)
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
    return first.section not in (EXTRA, home.section) and likely[first.section] > _APART * within


def _target(home: Home) -> Field | None:
    """The field of a section in which what stands below its heading is kept."""
    of, named = place_named(home.path)
    return named or main_list(of)


def _item_of(home: Home) -> type[Record] | None:
    """The class of the items of a place, if it has items with fields."""
    target = _target(home)
    return target.record if target is not None and target.kind is Kind.RECORD else None


def _has_fields(node: Node, of: type[Record]) -> bool:
    """Whether lines below a heading are fields of an item, two at least: 负责人 and 进度 of a task."""
    labels = {normal(label) for label in labels_in(node.content)}
    return sum(field_for(of, label) is not None for label in labels) >= 2


def _likely(node: Node) -> dict[str, float]:
    return {one.section: one.probability for one in likest(node.seen)}
