"""The field that each column of a table of another program stands for."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from opshandover.caching import per_class
from opshandover.model import Issue, OpenItem, Record, Task
from opshandover.model.choice import spaced
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.spelling import fold
from opshandover.text import LANGUAGES

_ASIDE = re.compile(r"\s*[(\[【][^()\[\]【】]*[)\]】]\s*\Z")

Path = tuple[str, ...]


def folded(heading: str) -> str:
    """A heading for comparison: without case, width, signs around it and a unit or remark in brackets."""
    plain = fold(heading)
    return spaced((_ASIDE.sub("", plain) or plain).strip(" *:"))


@per_class
def _known(cls: type[Record]) -> Mapping[str, tuple[int, Field]]:
    """All words for the fields of a class, folded, each with its rank: names and labels first.

    What people call the fields of tasks and problems, they call the fields of that name everywhere.
    """
    known: dict[str, tuple[int, Field]] = {}
    tickets = [field_map(Task), field_map(Issue)]
    for shared in (False, True):
        for field in fields_of(cls):
            untitled = issubclass(cls, OpenItem) and field.name == cls.main and "title" not in field_map(cls)
            name = "title" if untitled else field.name
            same = [one[name] for one in tickets if name in one] if shared else [field]
            words = ["title", "标题"] * untitled + [word for one in same for word in one.spec.synonyms]
            for rank, word in enumerate(words, 1 + shared * len(field.spec.synonyms)):
                known.setdefault(folded(word), (rank, field))
    for field in fields_of(cls):
        for word in (field.name, *(field.label[lang] for lang in LANGUAGES)):
            known[folded(word)] = 0, field
    return known


@frozen(order=True)
class Target:
    """The field below a record that a heading stands for, and how exactly: 0 is by its name or label."""

    rank: int
    path: Path


def target_of(cls: type[Record], heading: str) -> Target | None:
    """The field that a heading stands for; `owner.name` is a field of the record in a field."""
    first, _, rest = heading.partition(".")
    whole = _known(cls).get(folded(heading))
    if whole or not rest:
        return Target(whole[0], (whole[1].name,)) if whole else None
    found = _known(cls).get(folded(first))
    if found is None or found[1].kind is not Kind.RECORD or found[1].many:
        return None
    below = target_of(found[1].record, rest)
    return below and Target(max(found[0], below.rank), (found[1].name, *below.path))


def field_at(cls: type[Record], path: Path) -> Field:
    """The field at the end of a path."""
    for name in path[:-1]:
        cls = next(one for one in fields_of(cls) if one.name == name).record
    return next(one for one in fields_of(cls) if one.name == path[-1])


def matched(cls: type[Record], headings: Iterable[str]) -> dict[str, Target]:
    """The headings that stand for fields, with these.

    Of several that mean one field only by other words, the most usual counts; those with its name or label all do.
    """
    found = {heading: target for heading in headings if (target := target_of(cls, heading))}
    best: dict[Path, int] = {}
    for target in found.values():
        best[target.path] = min(best.get(target.path, target.rank), target.rank)
    chosen: dict[str, Target] = {}
    for heading, target in found.items():
        is_best = target.rank == best[target.path]
        if is_best and (target.rank == 0 or all(other.path != target.path for other in chosen.values())):
            chosen[heading] = target
    return chosen
