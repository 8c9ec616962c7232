"""Asks all rules about a document.

Rules are dispatched by the type of what they look at, so a document is gone through once however
many rules there are.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

import attrs

from opshandover.caching import per_class
from opshandover.document.columns import RecordGroup as Group
from opshandover.document.verify import ensure
from opshandover.document.walk import Node
from opshandover.findings import Finding, NotChecked, Report
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import field_map
from opshandover.profiles import in_force, profile_of
from opshandover.redaction import excerpt
from opshandover.rules.crashed import rule_crashed
from opshandover.rules.registry import all_rules
from opshandover.rules.rule import Hit, Outcome, Place, Rule, called, hit
from opshandover.rules.settings import AnyPath, Configuration, Settings
from opshandover.rules.waivers import waive
from opshandover.text import Message, Text, message

CRASHED = rule_crashed.code
"""The code of the finding that says that a rule failed."""


def check(
    document: OpsDocument,
    previous: OpsDocument | None = None,
    config: Settings | Configuration | None = None,
    *,
    rules: Sequence[Rule] | None = None,
    path: AnyPath | None = None,
) -> Report:
    """Asks the rules about a document, and gives all that they find, in reading order.

    Args:
        document: the document to look at.
        previous: the document before it; without it, rules that compare the two are reported as
            not checked.
        config: what the team has set: a `Config`, whose kinds of document hold as well, or the
            settings alone.
        rules: the rules to ask; all registered ones if not given.
        path: the file that the document stands in, where the configuration speaks of files.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: the document's profile is not known, or settings speak of no rule that
            there is.
        PluginLoadError: rules or the profile are registered, but cannot be loaded.
    """
    return check_sound(document, ensure(document), previous, config, rules=rules, path=path)


def check_sound(
    document: OpsDocument,
    held: Sequence[Group],
    previous: OpsDocument | None = None,
    config: Settings | Configuration | None = None,
    *,
    rules: Sequence[Rule] | None = None,
    path: AnyPath | None = None,
) -> Report:
    """Asks the rules about a document whose values are known to fit their fields.

    `held` is all of the document in groups, as `ensure` returns them; all else is as for `check`.
    """
    if config is None or isinstance(config, Settings):
        return _checked(document, held, previous, config or Settings(), rules)
    with in_force(config.profiles):
        return _checked(document, held, previous, config.settings_for(document, path), rules)


def _checked(
    document: OpsDocument,
    held: Sequence[Group],
    previous: OpsDocument | None,
    settings: Settings,
    rules: Sequence[Rule] | None,
) -> Report:
    profile = profile_of(document.profile)
    given = all_rules() if rules is None else tuple(rules)
    known = given if rules is None else _known(document, settings, given)
    settings.ensure_known(known)
    asked = [rule for rule in given if rule.applies_to(profile) and settings.asks(rule)]
    able = [r for r in asked if previous is not None or not r.needs_previous]
    as_of = document.as_of

    def place(node: Node[Any], outcome: Outcome | None = None) -> Place:
        return Place(
            path=node.path,
            document=document,
            profile=profile,
            field=node.field,
            owner=node.owner,
            previous=previous,
            settings=settings,
            outcome=outcome,
            as_of=as_of,
        )

    found = _ask_all([r for r in able if not r.late], held, place)
    outcome = Outcome(
        known=known,
        asked=frozenset(r.code for r in able),
        findings=tuple(finding for _, finding in found),
    )
    ruled = tuple(waive(document, outcome.findings, known))
    kept = [(at, f) for (at, _), (f, waived) in zip(found, ruled, strict=True) if not waived]
    kept += _ask_all([r for r in able if r.late], held, partial(place, outcome=outcome))
    kept.sort(key=_reading_order)
    return Report(
        findings=tuple(finding for _, finding in kept),
        not_checked=tuple(_not_checked(r) for r in asked if r.needs_previous and previous is None),
        waived=tuple(finding for finding, waived in ruled if waived),
    )


def _known(document: OpsDocument, settings: Settings, given: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Gives all rules there are, where that matters: only some of them are asked."""
    if not document.waivers and settings == Settings():
        return given
    return (*given, *(rule for rule in all_rules() if rule not in given))


def _ask_all(
    rules: Sequence[Rule], held: Sequence[Group], place_of: Callable[[Node[Any]], Place]
) -> list[tuple[Node[Any], Finding]]:
    """Asks rules about all that concerns them; gives what they find, and where, in order."""
    found = [
        (node, finding)
        for node, to_ask in _concerned(rules, held)
        for finding in _ask(to_ask, node.value, place_of(node))
    ]
    return sorted(found, key=_reading_order)


def _reading_order(found: tuple[Node[Any], Finding]) -> tuple[int, ...]:
    return found[0].order


def _concerned(rules: Sequence[Rule], held: Sequence[Group]) -> Iterator[tuple[Node[Any], tuple[Rule, ...]]]:
    """Gives the values that concern some of the rules, each with these.

    It looks once at each class, and once at each text, however often it recurs. A column in which
    nothing concerns a rule is let pass as a whole.
    """

    @per_class
    def on(of: type[Any]) -> tuple[Rule, ...]:
        return tuple(r for r in rules if r.concerns(of))

    columns = [column for group in held for column in group.columns]
    asked = on(str)
    texts = {c: dict.fromkeys(c.values) for c in columns if asked and c.field.type is str}
    on_text = _concerned_texts(asked, dict.fromkeys(filter(None, chain(*texts.values()))))
    for group in held:
        if to_ask := on(group.of):
            for node in group.nodes:
                yield node, to_ask
        for column in group.columns:
            field = column.field
            if issubclass(field.type, Record) or not on(field.type):
                continue
            if column in texts and on_text.keys().isdisjoint(texts[column].keys()):
                continue
            for node in column.nodes():
                value: object = node.value
                if value is field.default or value in (None, ""):
                    continue
                if to_ask := on_text.get(value, ()) if isinstance(value, str) else on(type(value)):
                    yield node, to_ask


def _concerned_texts(rules: Sequence[Rule], texts: Collection[str]) -> dict[str, tuple[Rule, ...]]:
    """Gives the texts that concern some of the rules on texts, each with these.

    One rule after the other goes over all of them, which costs much less than all rules for each.
    """
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        having = chain.from_iterable(filter(pattern.search, texts) for pattern in rule.where)
        for text in set(having) if rule.where else texts:
            found[text] = (*found.get(text, ()), rule)
    return found


def _ask(rules: Sequence[Rule], value: object, place: Place) -> list[Finding]:
    """Asks rules; one that crashes gives a finding of its own instead of an exception."""
    found: list[Finding] = []
    for rule in rules:
        try:
            if hits := [*rule.ask(value, place)]:
                found += [_finding(rule, one, value, place) for one in hits]
        except (Exception, SystemExit) as cause:
            crash = hit(code=rule.code, kind=type(cause).__name__)
            found.append(_finding(rule_crashed, crash, value, place))
    return found


def _finding(rule: Rule, one: Hit, value: object, place: Place) -> Finding:
    path = place.path
    if one.beside:
        value, path = place.owner, path.rpartition(".")[0]
    values: dict[str, object] = {
        "field": _label(value, one.field) or (place.field.label if place.field else Text("", "")),
        "item": called(value),
        **{k: excerpt(v) if isinstance(v, str) else v for k, v in one.values.items()},
    }
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=place.settings.severity_of(rule) or one.severity or rule.severity_in(place.profile),
        path=".".join(part for part in (path, one.field) if part),
        message=Message(rule.message, values),
        hint=Message(rule.hint, values),
    )


def _label(value: object, field: str) -> Text | None:
    """Gives the label of a field of a record, possibly some steps down."""
    label: Text | None = None
    of = type(value)
    for step in field.split("."):
        known = field_map(of).get(step.partition("[")[0]) if issubclass(of, Record) else None
        if known is None:
            return label
        label, of = known.label, known.type
    return label


def _not_checked(rule: Rule) -> NotChecked:
    return NotChecked(
        code=rule.code,
        name=rule.name,
        reason=message(
            "需要与前一份文档比较，但没有给出",
            "needs the document before this one, which was not given",
        ),
    )


def with_positions(report: Report, position: Callable[[str], tuple[int, int] | None]) -> Report:
    """Gives the report with the line and column of each finding, where `position` knows them."""
    return attrs.evolve(
        report,
        findings=tuple(_placed(f, position(f.path)) for f in report.findings),
        waived=tuple(_placed(f, position(f.path)) for f in report.waived),
    )


def _placed(finding: Finding, at: tuple[int, int] | None) -> Finding:
    return attrs.evolve(finding, line=at[0], column=at[1]) if at else finding
