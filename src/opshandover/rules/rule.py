"""What a rule is, and how one is written.

A rule is a function that looks at one value of one type and yields a `Hit` for each thing that is
wrong with it. The decorator beside it says what the rule is called and how it speaks.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs
from attrs import define, frozen

from opshandover.findings import Finding, Severity
from opshandover.model import DocumentState, OpsDocument, Record
from opshandover.model.fields import Field
from opshandover.profiles import Profile, Trait
from opshandover.redaction import excerpt
from opshandover.rules.settings import Settings
from opshandover.text import Text

Subject = TypeVar("Subject")


def _no_values() -> Mapping[str, object]:
    return {}


@frozen
class Hit:
    """One thing wrong with the value that a rule looked at.

    `field` names the field of a record that is wrong, possibly further down (`metric.target`,
    `steps[0]`); empty means the value itself. What is wrong may also stand `beside` the value, in
    the record that holds it. `severity` departs from the rule's own where one
    case is graver than another. `values` fill the places of the rule's texts.
    """

    field: str = ""
    severity: Severity | None = None
    values: Mapping[str, object] = attrs.field(factory=_no_values)
    beside: bool = False


def hit(field: str = "", severity: Severity | None = None, *, beside: bool = False, **values: object) -> Hit:
    """Makes a `Hit`; keywords fill the places of the rule's message and hint."""
    return Hit(field, severity, values, beside)


@frozen(kw_only=True)
class Outcome:
    """What the other rules said: for rules about answers instead of content.

    `known` has all rules that there are, `asked` the codes of those that were asked, `findings`
    what they found, before any waiver.
    """

    known: "tuple[Rule, ...]"
    asked: frozenset[str]
    findings: tuple[Finding, ...]


def called(value: object) -> str | Text:
    """What a record is called: its main field, or else the label of its class."""
    if not isinstance(value, Record):
        return ""
    main = getattr(value, value.main, None) if value.main else None
    if isinstance(main, Record):
        return called(main)
    return excerpt(main) if isinstance(main, str) and main.strip() else value.label


def _day_of_document(place: "Place") -> date | None:
    return place.document.as_of


@define(kw_only=True)
class Place:
    """Where a value stands, and what a rule may want to know of its surroundings.

    `settings` is what the team has set. `outcome` is there for rules that are `late` alone. `as_of`
    is the document's own date, by which things are overdue or old; never the clock's.
    """

    path: str
    document: OpsDocument
    profile: Profile
    field: Field | None = None
    owner: Record | None = None
    previous: OpsDocument | None = None
    settings: Settings = attrs.field(factory=Settings)
    outcome: Outcome | None = None
    as_of: date | None = attrs.Factory(_day_of_document, takes_self=True)

    @property
    def final(self) -> bool:
        """Whether the document claims to be finished."""
        return self.document.state in (DocumentState.FINAL, DocumentState.SIGNED)


Ask = Callable[[Any, Place], Iterable[Hit]]
Where = re.Pattern[str] | tuple[re.Pattern[str], ...] | None


def _patterns(where: Where) -> tuple[re.Pattern[str], ...]:
    return (where,) if isinstance(where, re.Pattern) else where or ()


@frozen(kw_only=True)
class Rule:
    """One rule, ready to be asked.

    `code` is three letters and three digits, never used twice; `name` the same in words. `on` is
    the type of the values that the rule looks at: a class of records (also their subclasses),
    or `str` for every text that is not empty. `traits` limits the rule to kinds of documents that
    have one of them (empty: all), `by_trait` departs from `severity` in some. `message` and `hint`
    may use `{field}` (the label of the field that is wrong), `{item}` (what the record is called) and
    the values of the hit. `where` limits a rule on texts to those in which a pattern is found, and
    `among` a rule on records to those classes of which it is true, so that the rule need not be
    asked about all others. A `late` rule is asked when all others have answered, and sees what they
    found; what it finds cannot be waived. `covers` names required fields of the record (`owner`,
    `giver.name`) that this rule asks for in its own way, so that the rule on required fields does not.
    `page` explains the rule.
    """

    code: str
    name: str
    severity: Severity
    on: type[Any]
    message: Text
    hint: Text
    ask: Ask
    traits: frozenset[Trait] = frozenset()
    by_trait: Mapping[Trait, Severity] = attrs.field(factory=dict[Trait, Severity])
    needs_previous: bool = False
    late: bool = False
    where: tuple[re.Pattern[str], ...] = attrs.field(default=(), converter=_patterns)
    among: Callable[[type[Any]], bool] | None = None
    covers: tuple[str, ...] = ()
    page: str = ""

    def concerns(self, of: type[Any]) -> bool:
        """Whether values of a class are shown to the rule."""
        return issubclass(of, self.on) and (self.among is None or self.among(of))

    def severity_in(self, profile: Profile) -> Severity:
        """How grave the rule's findings are in documents of one kind."""
        found = (severity for trait, severity in self.by_trait.items() if trait in profile.traits)
        return next(found, self.severity)

    def applies_to(self, profile: Profile) -> bool:
        """Whether documents of one kind are asked at all."""
        return not self.traits or not self.traits.isdisjoint(profile.traits)


Said = Text | tuple[str, str]
"""A text of a rule; a pair has it in Chinese and in English."""


def said(text: Said) -> Text:
    """The text that is meant."""
    return text if isinstance(text, Text) else Text(*text)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    on: type[Subject],
    message: Said,
    hint: Said,
    traits: Iterable[Trait] = (),
    by_trait: Mapping[Trait, Severity] | None = None,
    needs_previous: bool = False,
    late: bool = False,
    where: Where = (),
    among: Callable[[type[Any]], bool] | None = None,
    covers: tuple[str, ...] = (),
) -> Callable[[Callable[[Subject, Place], Iterable[Hit]]], Rule]:
    """Turns a function into a `Rule`; its docstring is the rule's page.

    The docstring has a paragraph on what is found and why it matters, the same in Chinese in lines
    that begin with `zh:`, and two examples in YAML under `Bad::` and `Good::`.
    """

    def made(ask: Callable[[Subject, Place], Iterable[Hit]]) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            on=on,
            message=said(message),
            hint=said(hint),
            ask=ask,
            traits=frozenset(traits),
            by_trait=dict(by_trait or {}),
            needs_previous=needs_previous,
            late=late,
            where=where,
            among=among,
            covers=covers,
            page=inspect.getdoc(ask) or "",
        )

    return made


def rules_of(module: str) -> tuple[Rule, ...]:
    """The rules that are written in a module, in order; it asks for them by its own name, at its end."""
    values = vars(sys.modules[module]).values()
    return tuple(value for value in values if isinstance(value, Rule) and value.ask.__module__ == module)
