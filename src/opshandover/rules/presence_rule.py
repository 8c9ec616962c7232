"""Rules that only require fields, declared as data: which fields, of which class, and when.

What every document must have is declared required in the model and checked by `required.py`. A
presence rule adds to that: it has a condition, is limited to some profiles, accepts one field of
several, or has a message of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Formatter
from typing import TypeVar

from opshandover.document.columns import RecordGroup
from opshandover.document.required import required_of
from opshandover.findings import Severity
from opshandover.model import Record
from opshandover.model.fields import field_map
from opshandover.profiles import Trait
from opshandover.rules.predicates import has_any
from opshandover.rules.rule import Context, Hit, Rule, TextOrPair, as_text, hit, rule

Subject = TypeVar("Subject", bound=Record)
Condition = Callable[[Subject, Context], bool]


def presence_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    on: type[Subject],
    asks: Iterable[str | tuple[str, ...]],
    message: TextOrPair,
    hint: TextOrPair,
    unless: Mapping[str, Condition[Subject]] | None = None,
    severities: Mapping[str, Severity] | None = None,
    traits: Iterable[Trait] = (),
    by_trait: Mapping[Trait, Severity] | None = None,
    thorough: bool = False,
) -> Callable[[Condition[Subject]], Rule]:
    """Return a decorator that makes a condition a rule: where it holds, these fields must be filled.

    The docstring of the condition is the rule's page. The rule covers those of its fields that are
    required. Message and hint may also use the fields of the record by name.

    Args:
        code: see `rule`.
        name: see `rule`.
        severity: see `rule`.
        on: the class of the records.
        asks: the fields that must be filled; of several in a tuple, one is enough, and the first is
            reported as missing.
        message: see `rule`.
        hint: see `rule`.
        unless: by field, the condition under which it may be empty.
        severities: by field, its severity, where that is not the rule's.
        traits: see `rule`.
        by_trait: see `rule`.
        thorough: see `rule`.
    """
    alternatives = tuple((names,) if isinstance(names, str) else names for names in asks)
    texts = as_text(message), as_text(hint)
    used = {key for text in texts for _, key, _, _ in Formatter().parse(text.zh) if key} & set(field_map(on))
    required = {field.name for field in required_of(on)}
    exempt, severity_of = unless or {}, severities or {}

    def incomplete(group: RecordGroup) -> Iterable[int]:
        return {number for names in alternatives for number in group.lacking(*names)}

    def decorate(applies: Condition[Subject]) -> Rule:
        def ask(record: Subject, at: Context) -> Iterator[Hit]:
            if not applies(record, at):
                return
            for names in alternatives:
                first = names[0]
                if not has_any(record, *names) and not (first in exempt and exempt[first](record, at)):
                    yield hit(first, severity_of.get(first), **{field: getattr(record, field) for field in used})

        ask.__doc__, ask.__module__ = applies.__doc__, applies.__module__
        declared = rule(
            code,
            name,
            severity,
            on=on,
            message=texts[0],
            hint=texts[1],
            traits=traits,
            by_trait=by_trait,
            joins="field",
            lacks=True,
            thorough=thorough,
            pick=incomplete,
            covers=tuple(name for names in alternatives for name in names if name in required),
        )
        return declared(ask)

    return decorate
