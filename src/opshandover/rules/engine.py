"""Run all rules on a document.

Rules are dispatched by the type of the values that they check, so a document is walked only once
however many rules there are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeVar

import attrs

from opshandover.arguments import as_path, ensure_argument, ensure_several
from opshandover.caching import per_class
from opshandover.document.columns import RecordGroup
from opshandover.document.paths import Path, child_path, containing, steps_of
from opshandover.document.verify import ensure, ensure_document
from opshandover.document.walk import Node
from opshandover.findings import NOWHERE, Finding, NotChecked, Report
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import field_map
from opshandover.profiles import in_force, profile_of
from opshandover.profiles.subject import Subject
from opshandover.redaction import excerpt
from opshandover.redaction.patterns import Texts
from opshandover.rules.crashed import rule_crashed
from opshandover.rules.merging import Found, merged
from opshandover.rules.registry import all_rules, unusable_rules
from opshandover.rules.rule import Context, Hit, Outcome, Rule, called, hit
from opshandover.rules.settings import AnyPath, Configuration, Settings
from opshandover.rules.waivers import Waivers
from opshandover.text import Message, Text, message

Asked = TypeVar("Asked")
Selection = TypeVar("Selection")


def check(
    document: OpsDocument,
    previous: OpsDocument | None = None,
    config: Settings | Configuration | None = None,
    *,
    rules: Sequence[Rule] | None = None,
    path: AnyPath | None = None,
) -> Report:
    """Run the rules on a document, and report all that they find, in reading order.

    Args:
        document: the document to check.
        previous: the document before it; without it, rules that compare the two are reported as
            not checked.
        config: the team's configuration, with its own profiles, or settings alone.
        rules: the rules to run; all registered ones if not given.
        path: the file of the document, for settings that depend on it.

    Raises:
        ArgumentError: an argument is of another type, such as the name of a file.
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: the document's profile is unknown, or settings name an unknown rule.
        PluginLoadError: rules or the profile are registered, but cannot be loaded.
    """
    groups = ensure(document)
    if previous is not None:
        ensure_document(previous, "previous")
    if config is not None:
        ensure_argument(config, (Settings, Configuration), "config", _CONFIG, _LOAD_IT)
    if path is not None:
        path = as_path(path)
    if rules is not None:
        ensure_several(rules, Rule, "rules", _RULES, _SELECT_THEM)
    return check_sound(document, groups, previous, config, rules=rules, path=path)


_CONFIG = Text("配置（Config 或 Settings）", "a configuration (Config or Settings)")
_LOAD_IT = Text("配置文件请用 oh.Config.load(路径) 读入", "read its file with oh.Config.load(path)")
_RULES = Text("规则对象（Rule）", "rules (Rule)")
_SELECT_THEM = Text(
    "按代码选择请用 config=Settings(select=(…))", "to choose some by code use config=Settings(select=(…))"
)


def check_sound(
    document: OpsDocument,
    groups: Sequence[RecordGroup],
    previous: OpsDocument | None = None,
    config: Settings | Configuration | None = None,
    *,
    rules: Sequence[Rule] | None = None,
    path: AnyPath | None = None,
) -> Report:
    """Run the rules on a document that is verified already.

    `groups` has all of its records, as `ensure` returns them; all else is as for `check`.
    """
    if config is None or isinstance(config, Settings):
        return _checked(document, groups, previous, config or Settings(), rules, path=path)
    with in_force(config.profiles):
        return _checked(document, groups, previous, config.settings_for(document, path), rules, path=path)


def _checked(
    document: OpsDocument,
    groups: Sequence[RecordGroup],
    previous: OpsDocument | None,
    settings: Settings,
    rules: Sequence[Rule] | None,
    *,
    path: AnyPath | None,
) -> Report:
    profile = profile_of(document.profile)
    given = all_rules() if rules is None else tuple(rules)
    known = given if rules is None else _known_rules(document, settings, given)
    settings.ensure_known(known)
    selected = [rule for rule in given if rule.applies_to(profile) and settings.asks(rule)]
    applied = [r for r in selected if previous is not None or not r.needs_previous]
    as_of = document.as_of
    answers: dict[tuple[object, int], Any] = {}

    def context_of(node: Node[Any], outcome: Outcome | None = None) -> Context:
        return Context(
            path=node.path,
            document=document,
            profile=profile,
            field=node.field,
            owner=node.owner,
            previous=previous,
            settings=settings,
            outcome=outcome,
            as_of=as_of,
            answers=answers,
        )

    waivers = Waivers.of(document, known)
    found = _without_doubles(_run_all([r for r in applied if not r.late], groups, context_of), waivers)
    findings = tuple(one.finding for one in found)
    outcome = Outcome(
        rules=known,
        applied=frozenset(r.code for r in applied),
        findings=findings,
        keys=waivers.keys,
        covered=waivers.covered(findings),
    )
    judged = tuple(waivers.judge(findings))
    kept = [attrs.evolve(one, finding=f) for one, (f, waived) in zip(found, judged, strict=True) if not waived]
    kept += _run_all([r for r in applied if r.late], groups, partial(context_of, outcome=outcome))
    kept.sort(key=_reading_order)
    return Report(
        findings=merged(kept),
        not_checked=(
            *(_not_checked(r) for r in selected if r.needs_previous and previous is None),
            *(unusable_rules() if rules is None else ()),
        ),
        waived=merged([one for one, (_, waived) in zip(found, judged, strict=True) if waived]),
        subject=Subject(document=document, kind=profile, name="" if path is None else str(path)),
    )


def _known_rules(document: OpsDocument, settings: Settings, given: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """All known rules, where settings or waivers may name one that is not among the given ones."""
    if not document.waivers and settings == Settings():
        return given
    return (*given, *(rule for rule in all_rules() if rule not in given))


def _run_all(
    rules: Sequence[Rule], groups: Sequence[RecordGroup], context_of: Callable[[Node[Any]], Context]
) -> list[Found]:
    """The findings of rules, in reading order."""
    found = [
        one for node, concerned in _nodes_with_rules(rules, groups) for one in _run(concerned, node, context_of(node))
    ]
    return sorted(found, key=_reading_order)


def _without_doubles(found: list[Found], waivers: Waivers) -> list[Found]:
    """The findings without those of other rules on records where a `sole` rule has found something.

    What is accepted by a waiver hides nothing else.
    """
    judged = waivers.judge([one.finding for one in found if one.rule.sole])
    places = {finding.path for finding, waived in judged if not waived}
    if not places:
        return found

    def stays(one: Found) -> bool:
        around = {*containing(one.finding.path)} - ({one.finding.path} if one.rule.sole else set())
        return one.rule.on is str or places.isdisjoint(around)

    return [one for one in found if stays(one)]


def _reading_order(found: Found) -> tuple[int, ...]:
    return found.node.order


def _nodes_with_rules(
    rules: Sequence[Rule], groups: Sequence[RecordGroup]
) -> Iterator[tuple[Node[Any], tuple[Rule, ...]]]:
    """The nodes that some of the rules check, each with these rules.

    Each class, and each text, is looked at once however often it recurs. A column without any value
    to check is skipped as a whole.
    """
    by_class: dict[type[Any], list[tuple[int, Rule]]] = {}
    for number, rule in enumerate(rules):
        by_class.setdefault(rule.on, []).append((number, rule))

    @per_class
    def rules_on(of: type[Any]) -> tuple[Rule, ...]:
        fitting = sorted(chain.from_iterable(each for on, each in by_class.items() if issubclass(of, on)))
        return tuple(rule for _, rule in fitting if not rule.among or _selects(rule.among, of, otherwise=True))

    columns = [column for group in groups for column in group.columns]
    text_rules = rules_on(str)
    texts = {c: dict.fromkeys(c.values) for c in columns if text_rules and c.field.type is str}
    rules_on_text = _texts_with_rules(text_rules, Texts(dict.fromkeys(filter(None, chain(*texts.values())))))
    for group in groups:
        yield from _records_with_rules(rules_on(group.of), group)
        for column in group.columns:
            field = column.field
            if issubclass(field.type, Record) or not rules_on(field.type):
                continue
            if column in texts and rules_on_text.keys().isdisjoint(texts[column].keys()):
                continue
            for node in column.nodes():
                value: object = node.value
                if value is field.default or value in (None, ""):
                    continue
                if concerned := rules_on_text.get(value, ()) if isinstance(value, str) else rules_on(type(value)):
                    yield node, concerned


def _records_with_rules(rules: tuple[Rule, ...], group: RecordGroup) -> Iterator[tuple[Node[Any], tuple[Rule, ...]]]:
    """The records of a group that some of the rules check, each with these rules."""
    concerned: dict[int, list[Rule]] = {}
    for rule in rules:
        everything: Iterable[int] = range(len(group.records))
        for number in _selected(rule.pick, group, everything):
            concerned.setdefault(number, []).append(rule)
    for number in sorted(concerned):
        yield group.nodes[number], tuple(concerned[number])


def _selects(select: Callable[[Asked], Selection], of: Asked, *, otherwise: Selection) -> Selection:
    """What a rule selects to be checked; everything if the selection itself fails."""
    try:
        return select(of)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return otherwise


def _selected(
    select: Callable[[Asked], Iterable[Selection]] | None, of: Asked, everything: Iterable[Selection]
) -> Iterable[Selection]:
    """All that a rule selects, listed at once so that it fails here if it does; everything if it selects nothing."""
    return _selects(lambda one: [*select(one)], of, otherwise=everything) if select else everything


def _texts_with_rules(rules: Sequence[Rule], texts: Collection[str]) -> dict[str, tuple[Rule, ...]]:
    """The texts that some of the rules on texts check, each with these rules.

    The outer loop is over rules: that costs much less than one over texts.
    """
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for text in _selected(rule.where, texts, texts):
            found[text] = (*found.get(text, ()), rule)
    return found


def _run(rules: Sequence[Rule], node: Node[Any], at: Context) -> list[Found]:
    """The findings of rules on one value; a rule that crashes is a finding instead of an exception."""
    found: list[Found] = []
    for rule in rules:
        try:
            if hits := [*rule.ask(node.value, at)]:
                found += [_found(rule, each, node, at) for each in hits]
        except KeyboardInterrupt:
            raise
        except BaseException as cause:
            crash = hit(code=rule.code, kind=type(cause).__name__)
            found.append(_found(rule_crashed, crash, node, at))
    return found


def _found(rule: Rule, found: Hit, node: Node[Any], at: Context) -> Found:
    value, path = node.value, at.path
    if found.beside:
        value, path = at.owner, str(Path.parse(path).parent)
    values: dict[str, object] = {
        "field": _label(value, found.field) or (at.field.label if at.field else Text("", "")),
        "item": called(value),
        **{k: excerpt(v) if isinstance(v, str) else v for k, v in found.values.items()},
    }
    finding = Finding(
        code=rule.code,
        name=rule.name,
        severity=at.settings.severity_of(rule) or found.severity or rule.severity_in(at.profile),
        path=child_path(path, found.field) if found.field else path,
        message=Message(rule.message, values),
        hint=Message(rule.hint, values),
    )
    item = found.field[: found.field.rfind("].") + 1]
    return Found(node=node, rule=rule, finding=finding, record=child_path(path, item) if item else path)


def _label(value: object, field: str) -> Text | None:
    """The label of a field of a record, possibly some steps down."""
    label: Text | None = None
    of = type(value)
    for name in (step for step in steps_of(field) if isinstance(step, str)):
        known = field_map(of).get(name) if issubclass(of, Record) else None
        if known is None:
            return label
        label, of = known.label, known.type
    return label


def _not_checked(rule: Rule) -> NotChecked:
    return NotChecked(
        code=rule.code,
        name=rule.name,
        reason=message("需要与前一份文档比较，但没有给出", "needs the document before this one, which was not given"),
    )


def with_positions(
    report: Report,
    position: Callable[[str], tuple[int, int] | None],
    text: str = "",
    place: Callable[[str], Text] = lambda _: NOWHERE,
) -> Report:
    """The report with the line and column of each finding, where `position` knows them, in `text`.

    `place` says in words where a finding is in a file without lines.
    """

    def placed(finding: Finding) -> Finding:
        line, column = position(finding.path) or (finding.line, finding.column)
        return attrs.evolve(finding, line=line, column=column, place=place(finding.path))

    subject = report.subject
    return attrs.evolve(
        report,
        subject=attrs.evolve(subject, text=text, start=position("")) if subject else None,
        findings=tuple(map(placed, report.findings)),
        waived=tuple(map(placed, report.waived)),
    )
