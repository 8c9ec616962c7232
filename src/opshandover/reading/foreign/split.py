"""Several documents in one file: days of a diary, minutes one after another, forms that repeat."""

import re
from collections.abc import Sequence

from attrs import frozen

from opshandover.model.communication import Meeting
from opshandover.reading.dates import date_of, find_dates
from opshandover.reading.foreign.drafts import field_for
from opshandover.reading.foreign.head import header_field
from opshandover.reading.foreign.homes import is_home
from opshandover.reading.foreign.labels import labels_in, title_of
from opshandover.reading.foreign.leaves import Leaf, Line, Listing, Part, Rule, leaves_of
from opshandover.reading.foreign.outline import Node

_TIMES = re.compile(
    r"第\s?[\d一二三四五六七八九十]{1,3}\s?(?:次|期|周|天|班)|\b(?:week|day|session|meeting|shift) #?\d{1,3}\b",
    re.IGNORECASE,
)
_BESIDE = 24
"""How much may stand beside a date in the heading of one of several documents, in characters."""


@frozen(kw_only=True)
class Single:
    """One document of a file: its title, the headings it consists of, and the tree below."""

    title: str
    leaves: tuple[Leaf, ...]
    node: Node


def documents(root: Node, title: str, leaves: tuple[Leaf, ...]) -> list[Single]:
    """The documents in a page, in order; one if there are not several."""
    several = _split(root, title, leaves)
    if len(several) > 1:
        return several
    return [Single(title=title, leaves=leaves, node=root)]


def _split(node: Node, title: str, leaves: tuple[Leaf, ...]) -> list[Single]:
    children = node.children
    first = [begins(child) for child in children]
    if not (sum(first) >= 2 and sum(first) * 5 >= len(children) * 3):
        first = [_has_head(child) for child in children]
        if not (sum(first) >= 2 and sum(first) * 2 > len(children)):
            return _below(node, title, leaves) if children else _between_rules(node, title, leaves)
    found: list[Single] = []
    before = Node(leaf=Leaf((), 0), level=node.level, content=list(node.content))
    for child, is_first in zip(children, first, strict=True):
        if is_first:
            own = child.leaf
            inner = Node(leaf=Leaf((), 0), level=child.level, content=[*child.content], children=[*child.children])
            if not found:
                inner.content = [*_left(before.content), *inner.content]
                inner.children = [*before.children, *inner.children]
            heading = own.text if own else ""
            named = f"{title} {heading}".strip() if title and not _speaks(heading) else heading
            found.append(
                Single(title=named, leaves=(*(leaves if not found else ()), *([own] if own else ())), node=inner)
            )
        elif found:
            found[-1].node.children.append(child)
        else:
            before.children.append(child)
    return found


def _left(content: Sequence[Part]) -> list[Part]:
    return [part for part in content if not isinstance(part, Rule)]


def _speaks(heading: str) -> bool:
    """Whether a heading is a title by itself, more than a day."""
    return len(re.sub(r"[\d\W年月日周一二三四五六]", "", heading)) >= 3


def _below(node: Node, title: str, leaves: tuple[Leaf, ...]) -> list[Single]:
    """The documents below headings that only gather them, such as the months of a diary."""
    if any(is_home(child.heading) for child in node.children):
        return []
    below = [_split(child, child.heading, (child.leaf,) if child.leaf else ()) for child in node.children]
    if not all(len(several) > 1 for several in below):
        return []
    first = below[0][0]
    first.node.content[:0] = _left(node.content)
    found = [one for several in below for one in several]
    return [Single(title=found[0].title, leaves=(*leaves, *found[0].leaves), node=first.node), *found[1:]]


def begins(node: Node) -> bool:
    """Whether a heading names a day, or one time of several, so that a document may begin with it."""
    text = title_of(node.heading).text or node.heading
    if date_of(node.heading) or date_of(text):
        return True
    found = find_dates(node.heading)
    whole = sum(one.end - one.start for one in found)
    if len(found) == 1 and found[0].lacks.value in ("nothing", "year") and len(node.heading.strip()) - whole <= _BESIDE:
        return True
    return bool(_TIMES.match(text)) and len(text) <= 24


def _has_head(node: Node) -> bool:
    """Whether the lines directly below a heading are the head of a document."""
    return _heads(node.content) >= 2


def _heads(parts: Sequence[Part]) -> int:
    """The number of fields of a head that the lines and the first lists of parts tell."""
    told: list[Part] = [part for part in parts if isinstance(part, Line)]
    told += [item.blocks[0] for part in parts[:2] if isinstance(part, Listing) for item in part.items if item.blocks]
    names: set[str] = set()
    for name in labels_in(part for part in told[:12] if isinstance(part, Line)):
        field = header_field(name)
        found = field_for(Meeting, name) if field is None else None
        if field is not None and field.name in _OF_HEADS:
            names.add(field.name)
        elif found and found[0].name in ("on", "place", "attendees", "organiser", "absent"):
            names.add(found[0].name)
    return len(names)


_OF_HEADS = ("giver", "receivers", "witness", "prepared_on", "prepared_by", "shift", "period")


def _between_rules(node: Node, title: str, leaves: tuple[Leaf, ...]) -> list[Single]:
    """Forms one below the other with lines between them, without any heading."""
    groups: list[list[Part]] = [[]]
    for part in node.content:
        if isinstance(part, Rule):
            groups.append([])
        else:
            groups[-1].append(part)
    groups = [group for group in groups if list(leaves_of(group))]
    if len(groups) < 2 or not all(_heads(group) >= 2 for group in groups):
        return []
    return [
        Single(title=title, leaves=leaves if at == 0 else (), node=Node(leaf=Leaf((), 0), level=0, content=group))
        for at, group in enumerate(groups)
    ]
