"""Asks all rules in one walk over a document.

Rules are dispatched by the type of what they look at, so a document is walked once however many
rules there are.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from opshandover.findings import Finding, NotChecked, Report, Severity
from opshandover.memo import per_class
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import field_map, walk
from opshandover.model.verify import ensure
from opshandover.profiles import profile_of
from opshandover.redaction import excerpt
from opshandover.rules.registry import all_rules
from opshandover.rules.rule import Hit, Place, Rule
from opshandover.text import Message, Text, message

CRASHED = "RUN001"
"""The code of the finding that says that a rule failed; not a rule itself."""


def check(
    document: OpsDocument,
    previous: OpsDocument | None = None,
    *,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """Asks the rules about a document, and gives all that they find, in reading order.

    Args:
        document: the document to look at.
        previous: the document before it; without it, rules that compare the two are reported as
            not checked.
        rules: the rules to ask; all registered ones if not given.

    Raises:
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: the document's profile is not known.
        PluginLoadError: rules or the profile are registered, but cannot be loaded.
    """
    ensure(document)
    profile = profile_of(document.profile)
    asked = [r for r in (all_rules() if rules is None else rules) if r.applies_to(profile.name)]
    able = [r for r in asked if previous is not None or not r.needs_previous]
    rules_for = _dispatcher(able)
    findings: list[Finding] = []
    for node in walk(document, filled=True):
        if of_type := rules_for(type(node.value)):
            place = Place(
                path=node.path,
                document=document,
                profile=profile,
                field=node.field,
                owner=node.owner,
                previous=previous,
            )
            for rule in of_type:
                findings += _ask(rule, node.value, place)
    skipped = tuple(_not_checked(r) for r in asked if r not in able)
    return Report(findings=tuple(findings), not_checked=skipped)


def _dispatcher(rules: Sequence[Rule]) -> Callable[[type[Any]], tuple[Rule, ...]]:
    def rules_for(of: type[Any]) -> tuple[Rule, ...]:
        return tuple(r for r in rules if issubclass(of, r.on))

    return per_class(rules_for)


def _ask(rule: Rule, value: object, place: Place) -> Iterator[Finding]:
    """Asks one rule; a rule that crashes yields a finding of its own instead of an exception."""
    try:
        hits = tuple(rule.ask(value, place))
    except Exception as cause:
        yield _crashed(rule, place, cause)
        return
    for one in hits:
        yield _finding(rule, one, value, place)


def _finding(rule: Rule, hit: Hit, value: object, place: Place) -> Finding:
    values: dict[str, object] = {
        "field": _label(value, hit.field) or (place.field.label if place.field else Text("", "")),
        "item": _called(value),
        **{k: excerpt(v) if isinstance(v, str) else v for k, v in hit.values.items()},
    }
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=hit.severity or rule.severity_in(place.profile.name),
        path=".".join(part for part in (place.path, hit.field) if part),
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


def _crashed(rule: Rule, place: Place, cause: Exception) -> Finding:
    return Finding(
        code=CRASHED,
        name="rule-crashed",
        severity=Severity.ERROR,
        path=place.path,
        message=message(
            "规则 {code} 运行失败（{kind}），此处未能检查",
            "the rule {code} failed ({kind}), so this place is not checked",
            code=rule.code,
            kind=type(cause).__name__,
        ),
        hint=message(
            "请把规则代码和文档结构告知规则的作者",
            "tell the author of the rule its code and what the document is like there",
        ),
    )


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
        report, findings=tuple(_placed(f, position(f.path)) for f in report.findings)
    )


def _placed(finding: Finding, at: tuple[int, int] | None) -> Finding:
    return attrs.evolve(finding, line=at[0], column=at[1]) if at else finding
