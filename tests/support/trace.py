"""Where each requirement lives in the code, and whether it still does.

`docs/requirements.tsv` names for each requirement the places that answer it. They are looked up in
the live declarations, so that a field, value, rule or weight that changes takes its rows along.
"""

import ast
import csv
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from opshandover.model import Choice, OpsDocument, Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.profiles import Profile, Share, all_profiles
from opshandover.rules import Rule, all_rules
from opshandover.spec import Need

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "requirements.tsv"
COLUMNS = ("id", "kind", "zh", "en", "home")

ARTICLES = {
    "D": "daily_handover",
    "O": "offboarding",
    "W": "daily_work",
    "C": "communication",
    "G": "charter",
}
"""The kind of document that each of the source articles is about, by the letter of its rows."""


@frozen
class Reference:
    """One place that answers a requirement: what kind of place it is, and its name."""

    kind: str
    name: str


@frozen
class Requirement:
    """One demand of the source articles: article, answer and number, and where it is answered."""

    id: str
    kind: str
    zh: str
    en: str
    home: str

    @property
    def profile(self) -> str:
        """The kind of document that asks."""
        return ARTICLES[self.id[0]]

    @property
    def answer(self) -> str:
        """The answer within the article that asks, such as `D1`."""
        return self.id.partition("-")[0]

    @property
    def references(self) -> tuple[Reference, ...]:
        """The places named, in the order in which they stand."""
        parts = (part.partition(": ") for part in self.home.split("; "))
        return tuple(Reference(kind, name) for kind, _, name in parts)


def requirements(table: Path = TABLE) -> tuple[Requirement, ...]:
    """Reads the table of requirements; a row that is not made as the others is an error."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))
    if tuple(rows[0]) != COLUMNS:
        raise ValueError(f"the columns are {rows[0]}")
    return tuple(Requirement(*row) for row in rows[1:])


class UnresolvedError(LookupError):
    """A reference leads nowhere, or what it says of the place is not so."""


@frozen(kw_only=True)
class Code:
    """The declarations in which references are looked up."""

    document: type[Record]
    fields: Callable[[type[Record]], Mapping[str, Field]]
    choices: Mapping[str, type[Choice]]
    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]
    root: Path

    @classmethod
    def live(cls) -> "Code":
        """The declarations as they are."""
        return cls(
            document=OpsDocument,
            fields=field_map,
            choices=_choices_below(OpsDocument),
            rules={rule.code: rule for rule in all_rules()},
            profiles={profile.name: profile for profile in all_profiles()},
            root=ROOT,
        )

    def faults(self, row: Requirement) -> Iterator[str]:
        """The faults of a row; none, where each of its references holds."""
        kinds = {reference.kind for reference in row.references}
        if row.kind not in kinds and "answered" not in kinds:
            yield f"{row.id}: a {row.kind} has to be named, or why there is none"
        if kinds == {"answered"}:
            yield f"{row.id}: an explanation needs a place that stands for it"
        for reference in row.references:
            try:
                self.resolve(reference)
            except UnresolvedError as error:
                yield f"{row.id}: {reference.kind}: {error}"
        rules = [self.rules[r.name] for r in row.references if r.name in self.rules]
        asked = "answered" in kinds or any(rule.applies_to(self.profiles[row.profile]) for rule in rules)
        if rules and not asked:
            yield f"{row.id}: rule: none is asked of a {row.profile}"

    def resolve(self, reference: Reference) -> None:
        """Looks a reference up.

        Raises:
            UnresolvedError: it leads nowhere, or is not so.
        """
        if reference.kind not in _RESOLVERS:
            raise UnresolvedError(f"no kind of reference, in '{reference.name}'")
        _RESOLVERS[reference.kind](self, reference.name)


def type_name(field: Field) -> str:
    """Names what a field holds, as the table of requirements does."""
    name = {Kind.PROSE: "Prose", Kind.WHEN: "When"}.get(field.kind, field.type.__name__)
    return f"list of {name}" if field.many else name


def _choices_below(document: type[Record]) -> dict[str, type[Choice]]:
    """The enumerations that some field below a document uses; others are no place."""
    found: dict[str, type[Choice]] = {}
    todo: list[type[Record]] = [document]
    seen: set[type[Record]] = set()
    while todo:
        cls = todo.pop()
        if cls in seen:
            continue
        seen.add(cls)
        for field in field_map(cls).values():
            if field.kind is Kind.CHOICE:
                found[field.type.__name__] = field.choice
            elif field.kind in (Kind.RECORD, Kind.SECTION):
                todo.append(field.record)
    return found


# One function for each kind of reference


def _field(code: Code, name: str) -> None:
    """`work_progress.tasks.due = date`: a path from the document, and what the field holds."""
    path, _, expected = name.partition(" = ")
    owner: type[Record] | None = code.document
    field: Field | None = None
    for step in path.split("."):
        field = code.fields(owner).get(step) if owner else None
        if field is None:
            raise UnresolvedError(f"there is no '{step}' in '{path}'")
        owner = field.record if field.kind in (Kind.RECORD, Kind.SECTION) else None
    if field is None or type_name(field) != expected:
        got = type_name(field) if field else "nothing"
        raise UnresolvedError(f"'{path}' holds {got}, not '{expected}'")


def _value(code: Code, name: str) -> None:
    """`TaskStatus.delayed`: an enumeration that is in use, and one of its values."""
    cls, _, value = name.partition(".")
    if cls not in code.choices or value not in {choice.value for choice in code.choices[cls]}:
        raise UnresolvedError(f"there is no '{name}'")


def _section(code: Code, name: str) -> None:
    """`work_progress`: the key of a section."""
    field = code.fields(code.document).get(name)
    if field is None or field.kind is not Kind.SECTION:
        raise UnresolvedError(f"'{name}' is no section")


def _rule(code: Code, name: str) -> None:
    """`TSK003`: the code of a rule that is registered."""
    if name not in code.rules:
        raise UnresolvedError(f"'{name}' is not registered")


_Test = Callable[[Profile, Share, str], bool]
_PREDICATES: tuple[tuple[str, _Test], ...] = (
    (r"need = (required|recommended)", lambda _, s, a: s.need is Need[a.upper()]),
    (r"weight >= (\d+)", lambda _, s, a: s.weight >= int(a)),
    (r"weight is among the (\d+) greatest", lambda p, s, a: _heavier(p, s) < int(a)),
    (r"weight is (greatest)", lambda p, s, _: _heavier(p, s) == 0),
    (r"weight > (equal share)", lambda p, s, _: s.weight * len(p.sections) > 100),
)
"""What can be said of a section in a profile, and how it is judged.

The equal share is what each section would weigh if all that are scored weighed the same.
"""


def _heavier(profile: Profile, share: Share) -> int:
    """Counts the sections that weigh more."""
    return sum(other.weight > share.weight for other in profile.sections.values())


def _profile(code: Code, name: str) -> None:
    """`daily_handover.work_progress weight is greatest`: what a profile says of a section."""
    place, _, claim = name.partition(" ")
    profile_name, _, key = place.partition(".")
    _section(code, key)
    profile = code.profiles.get(profile_name)
    if profile is None:
        raise UnresolvedError(f"there is no profile '{profile_name}'")
    if claim == "need = optional":
        if profile.need(key) is not Need.OPTIONAL:
            raise UnresolvedError(f"not so: {name}")
        return
    for pattern, holds in _PREDICATES:
        if match := re.fullmatch(pattern, claim):
            share = profile.sections.get(key)
            if share is None or not holds(profile, share, match[1]):
                raise UnresolvedError(f"not so: {name}")
            return
    raise UnresolvedError(f"'{claim}' cannot be judged")


def _behaviour(code: Code, name: str) -> None:
    """`opshandover.scoring:score tests/scoring/test_x.py::test_y`: a function and its proof."""
    function, _, proof = name.partition(" ")
    module, _, attribute = function.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, ValueError, AttributeError) as error:
        raise UnresolvedError(f"'{function}' cannot be imported") from error
    if attribute.startswith("_") or not callable(found):
        raise UnresolvedError(f"'{function}' is nothing that can be called from outside")
    path, _, test = proof.partition("::")
    if test not in _tests_in(code.root / path):
        raise UnresolvedError(f"there is no test '{proof}'")


@cache
def _tests_in(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = (node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in names if name.startswith("test_"))


_CJK = re.compile(r"[\u4e00-\u9fff]")


def _answered(_code: Code, name: str) -> None:
    """`Why | 为什么`: a demand that is met in another way than it asks, in both languages."""
    en, _, zh = name.partition(" | ")
    if not en or _CJK.search(en) or not _CJK.search(zh):
        raise UnresolvedError(f"'{name}' is not said in both languages")


_RESOLVERS: Mapping[str, Callable[[Code, str], None]] = {
    "field": _field,
    "value": _value,
    "section": _section,
    "rule": _rule,
    "profile": _profile,
    "behaviour": _behaviour,
    "answered": _answered,
}


def all_faults(code: Code, rows: Iterable[Requirement]) -> list[str]:
    """The faults of all rows."""
    return [fault for row in rows for fault in code.faults(row)]
