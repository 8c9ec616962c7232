"""What a rule is, and how to write one.

A rule is a function that looks at one value of one type and yields a `Hit` for each thing that is
wrong with it. Its decorator declares code, name, severity and messages.
"""

import inspect
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

import attrs
from attrs import define, frozen
from attrs.validators import deep_iterable, instance_of, optional

from opshandover.document.columns import RecordGroup
from opshandover.findings import Finding, Severity
from opshandover.model import DocumentState, OpsDocument, Record
from opshandover.model.fields import Field
from opshandover.profiles import Profile, Trait
from opshandover.redaction import excerpt
from opshandover.rules.settings import Settings
from opshandover.text import Text

Subject = TypeVar("Subject")
Asked = TypeVar("Asked", bound=Record)
Answer = TypeVar("Answer")


def _no_values() -> Mapping[str, object]:
    return {}


@frozen
class Hit:
    """One thing wrong with the value that a rule looked at.

    `field` names the field of a record that is wrong, possibly further down (`metric.target`,
    `steps[0]`); empty means the value itself. With `beside`, it is a field of the record that holds
    the value. `severity` replaces the rule's own in this case. `values` fill the placeholders of the
    rule's message and hint.
    """

    field: str = ""
    severity: Severity | None = attrs.field(default=None, validator=optional(instance_of(Severity)))
    values: Mapping[str, object] = attrs.field(factory=_no_values)
    beside: bool = False


def hit(field: str = "", severity: Severity | None = None, *, beside: bool = False, **values: object) -> Hit:
    """Return a `Hit`; keywords fill the placeholders of the rule's message and hint."""
    return Hit(field, severity, values, beside)


@frozen(kw_only=True)
class Outcome:
    """The results of the other rules, for rules that check waivers instead of content.

    `rules` has all known rules, `applied` the codes of those that were run, `findings` what they
    found, before any waiver. `keys` has the rules by all that a waiver may call them, `covered` the key
    and path of every waiver that would cover one of the findings.
    """

    rules: "tuple[Rule, ...]"
    applied: frozenset[str]
    findings: tuple[Finding, ...]
    keys: "Mapping[str, Rule]"
    covered: frozenset[tuple[str, str]]


def called(value: object) -> str | Text:
    """The name of a record in messages: its main field, or else the label of its class."""
    if not isinstance(value, Record):
        return ""
    main = getattr(value, value.main, None) if value.main else None
    if isinstance(main, Record):
        return called(main)
    return excerpt(main) if isinstance(main, str) and main.strip() else value.label


def kind_and_name(record: Record) -> Text:
    """The kind and name of a record, such as: 任务“核对退款单”."""
    kind, name = record.label, called(record)
    if name == kind:
        return kind
    shown = name if isinstance(name, Text) else Text(name, name)
    return Text(f"{kind.zh}“{shown.zh}”", f"{kind.en} '{shown.en}'")


def _document_date(context: "Context") -> date | None:
    return context.document.as_of


@define(kw_only=True)
class Context:
    """The context of a value: its path, field and owner, the document, its profile and the settings.

    `owner` is the record that holds the value. `outcome` is given to `late` rules only. `as_of` is
    the document's own date, by which things are overdue or old; never today's date. `answers` is what `once` has found
    out in this check.
    """

    path: str
    document: OpsDocument
    profile: Profile
    field: Field | None = None
    owner: Record | None = None
    previous: OpsDocument | None = None
    settings: Settings = attrs.field(factory=Settings)
    outcome: Outcome | None = None
    as_of: date | None = attrs.Factory(_document_date, takes_self=True)
    answers: dict[tuple[object, int], Any] = attrs.field(factory=dict[tuple[object, int], Any])

    def once(self, question: Callable[[Asked], Answer], record: Asked) -> Answer:
        """The answer to a question about a record of the document, found out only once in a check.

        For rules on the items of a list that depend on the whole list: if each item looked at all others, the work
        would grow with the square of their number. `question` is a function of a module, not a `lambda`.
        """
        key = question, id(record)
        if key not in self.answers:
            self.answers[key] = question(record)
        answer: Answer = self.answers[key]
        return answer

    @property
    def final(self) -> bool:
        """Whether the document's state is final or signed."""
        return self.document.state in (DocumentState.FINAL, DocumentState.SIGNED)


Ask = Callable[[Any, Context], Iterable[Hit]]
Pick = Callable[[Collection[str]], Iterable[str]]
"""Returns those of many texts that a rule has to check."""


def _pick(where: re.Pattern[str] | Pick | None) -> Pick | None:
    return partial(filter, where.search) if isinstance(where, re.Pattern) else where


@frozen(kw_only=True)
class Rule:
    """One rule, ready to run.

    `code` is three letters and three digits, never reused; `name` the same in words. `on` is the
    type of the values that the rule checks: a class of records (and its subclasses), or `str` for
    every text that is not empty. `traits` limits the rule to profiles that have one of them (empty:
    all), `by_trait` replaces `severity` in some. `message` and `hint` may use `{field}` (the label of
    the field that is wrong), `{item}` (the name of the record) and the values of the hit. `where`
    limits a rule on texts to those that match a pattern, or that a function picks from many, and `among` a rule on records to the classes
    for which it is true; `pick` returns the numbers of the records of a group that it has to check, where
    a look at their columns can tell. A `late` rule runs after all others and sees their findings; its own cannot
    be waived. `joins` names the value of the message in which all that the rule finds in one record becomes one finding;
    with `lacks` it is something missing, and joins what other such rules miss in that record. Where a `sole` rule finds
    something, no other rule on records says anything of that place or what is inside. A `thorough` rule is not
    asked of brief kinds of document. A waiver of a `one_place` rule has to name the very place of a finding. `covers` names required fields of the record (`owner`, `giver.name`) that this rule
    checks under conditions of its own, so that the rule on required fields leaves them out. `page`
    explains the rule.
    """

    code: str = attrs.field(validator=instance_of(str))
    name: str = attrs.field(validator=instance_of(str))
    severity: Severity = attrs.field(validator=instance_of(Severity))
    on: type[Any] = attrs.field(validator=instance_of(type))
    message: Text = attrs.field(validator=instance_of(Text))
    hint: Text = attrs.field(validator=instance_of(Text))
    ask: Ask
    traits: frozenset[Trait] = frozenset()
    by_trait: Mapping[Trait, Severity] = attrs.field(factory=dict[Trait, Severity])
    needs_previous: bool = False
    late: bool = False
    one_place: bool = False
    sole: bool = False
    joins: str = attrs.field(default="", validator=instance_of(str))
    lacks: bool = False
    thorough: bool = False
    where: Pick | None = attrs.field(default=None, converter=_pick)
    among: Callable[[type[Any]], bool] | None = None
    pick: Callable[[RecordGroup], Iterable[int]] | None = None
    covers: tuple[str, ...] = attrs.field(default=(), validator=deep_iterable(instance_of(str), instance_of(tuple)))
    page: str = ""

    def concerns(self, of: type[Any]) -> bool:
        """Whether the rule checks values of a class."""
        return issubclass(of, self.on) and (self.among is None or self.among(of))

    def severity_in(self, profile: Profile) -> Severity:
        """The severity of the rule's findings in documents of one profile."""
        found = (severity for trait, severity in self.by_trait.items() if trait in profile.traits)
        return next(found, self.severity)

    def applies_to(self, profile: Profile) -> bool:
        """Whether the rule checks documents of one profile."""
        if self.thorough and profile.brief:
            return False
        return not self.traits or not self.traits.isdisjoint(profile.traits)


TextOrPair = Text | tuple[str, str]
"""A text in both languages; a pair has Chinese first, then English."""


def as_text(text: TextOrPair) -> Text:
    """Return the text, made from a pair if necessary."""
    return Text(*text) if isinstance(text, tuple) else text


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    on: type[Subject],
    message: TextOrPair,
    hint: TextOrPair,
    traits: Iterable[Trait] = (),
    by_trait: Mapping[Trait, Severity] | None = None,
    needs_previous: bool = False,
    late: bool = False,
    one_place: bool = False,
    sole: bool = False,
    joins: str = "",
    lacks: bool = False,
    thorough: bool = False,
    where: re.Pattern[str] | Pick | None = None,
    among: Callable[[type[Any]], bool] | None = None,
    pick: Callable[[RecordGroup], Iterable[int]] | None = None,
    covers: tuple[str, ...] = (),
) -> Callable[[Callable[[Subject, Context], Iterable[Hit]]], Rule]:
    """Return a decorator that makes a function a `Rule`; its docstring is the rule's page.

    The docstring says what the rule finds and why it matters, the same in Chinese in lines that
    begin with `zh:`, and has two examples in YAML under `Bad::` and `Good::`.
    """

    def decorate(ask: Callable[[Subject, Context], Iterable[Hit]]) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            on=on,
            message=as_text(message),
            hint=as_text(hint),
            ask=ask,
            traits=frozenset(traits),
            by_trait=dict(by_trait or {}),
            needs_previous=needs_previous,
            late=late,
            one_place=one_place,
            sole=sole,
            joins=joins,
            lacks=lacks,
            thorough=thorough,
            where=where,
            among=among,
            pick=pick,
            covers=covers,
            page=inspect.getdoc(ask) or "",
        )

    return decorate


def rules_of(module: str) -> tuple[Rule, ...]:
    """The rules defined in a module, in order; called at the end of the module with its `__name__`."""
    values = vars(sys.modules[module]).values()
    return tuple(value for value in values if isinstance(value, Rule) and value.ask.__module__ == module)
