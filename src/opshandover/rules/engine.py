"""Asks all rules in one walk over a document.

Rules are dispatched by the type of what they look at, so a document is walked once however many
rules there are.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import attrs

from opshandover.findings import Finding, NotChecked, Report
from opshandover.memo import per_class
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Node, field_map, walk
from opshandover.model.verify import ensure
from opshandover.profiles import in_force, profile_of
from opshandover.redaction import excerpt
from opshandover.rules.own import rule_crashed
from opshandover.rules.registry import all_rules
from opshandover.rules.rule import Hit, Outcome, Place, Rule, hit
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
    ensure(document)
    if config is None or isinstance(config, Settings):
        return _checked(document, previous, config or Settings(), rules)
    with in_force(config.profiles):
        return _checked(document, previous, config.settings_for(document, path), rules)


def _checked(
    document: OpsDocument,
    previous: OpsDocument | None,
    settings: Settings,
    rules: Sequence[Rule] | None,
) -> Report:
    profile = profile_of(document.profile)
    given = all_rules() if rules is None else tuple(rules)
    known = given if rules is None else _known(document, settings, given)
    settings.ensure_known(known)
    asked = [
        rule
        for rule in given
        if rule.applies_to(profile.name, profile.kind) and settings.asks(rule)
    ]
    able = [r for r in asked if previous is not None or not r.needs_previous]
    nodes = tuple(walk(document, filled=True, wanted=_concerning(able)))

    def place(node: Node, outcome: Outcome | None = None) -> Place:
        return Place(
            path=node.path,
            document=document,
            profile=profile,
            field=node.field,
            owner=node.owner,
            previous=previous,
            settings=settings,
            outcome=outcome,
        )

    found = _ask_all([r for r in able if not r.late], nodes, place)
    outcome = Outcome(
        known=known,
        asked=frozenset(r.code for r in able),
        findings=tuple(finding for _, finding in found),
    )
    ruled = tuple(waive(document, outcome.findings, known))
    kept = [(i, f) for (i, _), (f, waived) in zip(found, ruled, strict=True) if not waived]
    kept += _ask_all([r for r in able if r.late], nodes, partial(place, outcome=outcome))
    kept.sort(key=lambda pair: pair[0])
    return Report(
        findings=tuple(finding for _, finding in kept),
        not_checked=tuple(_not_checked(r) for r in asked if r not in able),
        waived=tuple(finding for finding, waived in ruled if waived),
    )


def _known(document: OpsDocument, settings: Settings, given: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Gives all rules there are, where that matters: only some of them are asked."""
    if not document.waivers and settings == Settings():
        return given
    return (*given, *(rule for rule in all_rules() if rule not in given))


def _ask_all(
    rules: Sequence[Rule], nodes: Sequence[Node], place_of: Callable[[Node], Place]
) -> list[tuple[int, Finding]]:
    """Asks rules about all values that concern them, and gives what they find, in order.

    Each finding has the number of the value that it is about.
    """
    rules_for = _dispatcher(rules)
    findings: list[tuple[int, Finding]] = []
    for i, node in enumerate(nodes):
        of_type = [r for r in rules_for(type(node.value)) if _looks_at(r, node.value)]
        if of_type:
            place = place_of(node)
            for rule in of_type:
                if hits := _hits(rule, node.value, place):
                    findings += ((i, finding) for finding in hits)
    return findings


def _concerning(rules: Sequence[Rule]) -> Callable[[object], bool]:
    """Gives what says whether any of the rules is to be asked about a value."""
    rules_for = _dispatcher(rules)

    def concerns(value: object) -> bool:
        of_type = rules_for(type(value))
        return any(_looks_at(rule, value) for rule in of_type) if of_type else False

    return concerns


def _looks_at(rule: Rule, value: object) -> bool:
    """Says whether a rule is to be asked about a value of its type."""
    return rule.where is None or not isinstance(value, str) or bool(rule.where.search(value))


def _dispatcher(rules: Sequence[Rule]) -> Callable[[type[Any]], tuple[Rule, ...]]:
    def rules_for(of: type[Any]) -> tuple[Rule, ...]:
        return tuple(r for r in rules if issubclass(of, r.on))

    return per_class(rules_for)


def _hits(rule: Rule, value: object, place: Place) -> list[Finding]:
    """Asks one rule; one that crashes gives a finding of its own instead of an exception."""
    try:
        return [_finding(rule, one, value, place) for one in rule.ask(value, place)]
    except (Exception, SystemExit) as cause:
        crash = hit(code=rule.code, kind=type(cause).__name__)
        return [_finding(rule_crashed, crash, value, place)]


def _finding(rule: Rule, one: Hit, value: object, place: Place) -> Finding:
    values: dict[str, object] = {
        "field": _label(value, one.field) or (place.field.label if place.field else Text("", "")),
        "item": _called(value),
        **{k: excerpt(v) if isinstance(v, str) else v for k, v in one.values.items()},
    }
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=place.settings.severity_of(rule)
        or one.severity
        or rule.severity_in(place.profile.name, place.profile.kind),
        path=".".join(part for part in (place.path, one.field) if part),
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


def _called(value: object) -> str | Text:
    """Says what a record is called: its main field, or else the label of its class."""
    if not isinstance(value, Record):
        return ""
    main = getattr(value, value.main, None) if value.main else None
    if isinstance(main, Record):
        return _called(main)
    return excerpt(main) if isinstance(main, str) and main.strip() else value.label


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
