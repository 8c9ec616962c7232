"""The lists of a Word file: which of its numberings count, from which number, and how far they are indented."""

from attrs import evolve, frozen

from opshandover.importers.word.styles import twips
from opshandover.ooxml.tree import Element, W, value

_BULLETS = ("bullet", "none", "")


@frozen
class Level:
    """A level of a numbering; one that does not start anew goes on with others of the same kind."""

    ordered: bool
    start: int
    left: int | None
    kind: str = ""
    anew: bool = False


_PLAIN = Level(ordered=False, start=1, left=None)


class Numbering:
    """The numberings of a file; one that it uses and does not have has bullets."""

    def __init__(self, root: Element | None) -> None:
        """Take them from their part; without it there are none."""
        self._levels: dict[str, dict[int, Level]] = {}
        if root is None:
            return
        abstract = {value(each, "abstractNumId"): _levels(each) for each in root.iter(f"{W}abstractNum")}
        for each in root.iter(f"{W}num"):
            kind = value(each.find(f"{W}abstractNumId"))
            levels = {at: evolve(level, kind=kind) for at, level in abstract.get(kind, {}).items()}
            for override in each.iter(f"{W}lvlOverride"):
                at = twips(value(override, "ilvl")) or 0
                levels.update(_levels(override))
                start = twips(value(override.find(f"{W}startOverride")))
                if start is not None:
                    level = levels.get(at, _PLAIN)
                    levels[at] = evolve(level, start=start, kind=kind, anew=True)
            self._levels[value(each, "numId")] = levels

    def level(self, number: str, depth: int) -> Level:
        """The level of a numbering, counted from 0."""
        return self._levels.get(number, {}).get(depth, _PLAIN)


def _levels(element: Element) -> dict[int, Level]:
    return dict(_level(each) for each in element.iterchildren(f"{W}lvl"))


def _level(element: Element) -> tuple[int, Level]:
    kind = value(element.find(f"{W}numFmt"))
    start = twips(value(element.find(f"{W}start")))
    indent = element.find(f"{W}pPr/{W}ind")
    left = twips(value(indent, "left") or value(indent, "start"))
    return twips(value(element, "ilvl")) or 0, Level(kind not in _BULLETS, 1 if start is None else start, left)
