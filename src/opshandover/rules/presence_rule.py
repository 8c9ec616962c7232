"""Rules that ask for fields and no more, said as data: which fields, of what, and when.

What every document has to have is declared by the model as required, and asked by `required.py`. A
rule of this sort adds something to that: it asks under a condition, of some kinds of documents only,
for one field of several, or says why.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Formatter
from typing import TypeVar

from opshandover.document.required import required_of
from opshandover.findings import Severity
from opshandover.model import Record
from opshandover.model.fields import field_map
from opshandover.profiles import Trait
from opshandover.rules.predicates import filled
from opshandover.rules.rule import Hit, Place, Rule, Said, hit, rule, said

Subject = TypeVar("Subject", bound=Record)
When = Callable[[Subject, Place], bool]


def presence_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    on: type[Subject],
    asks: Iterable[str | tuple[str, ...]],
    message: Said,
    hint: Said,
    unless: Mapping[str, When[Subject]] | None = None,
    severities: Mapping[str, Severity] | None = None,
    traits: Iterable[Trait] = (),
    by_trait: Mapping[Trait, Severity] | None = None,
) -> Callable[[When[Subject]], Rule]:
    """Turns a condition into a rule that asks for fields where it holds; its docstring is the page.

    The rule covers those of its fields that are required. Message and hint may use the record's own
    fields by name beside the usual places.

    Args:
        code: see `rule`, as for `name`, `severity`, `message`, `hint`, `traits` and `by_trait`.
        name: see there.
        severity: see there.
        on: the class of records that are asked.
        asks: the fields that have to be filled; of several in a tuple, one is enough, and the first
            is named as missing.
        message: see `rule`.
        hint: see there.
        unless: by field, when it is not asked after all.
        severities: by field, how grave it is, where that is not as grave as the rule.
        traits: see `rule`.
        by_trait: see there.
    """
    groups = tuple((one,) if isinstance(one, str) else one for one in asks)
    excused, graver = dict(unless or {}), dict(severities or {})
    texts = said(message), said(hint)
    shown = {place for text in texts for _, place, _, _ in Formatter().parse(text.zh) if place} & set(field_map(on))
    required = {field.name for field in required_of(on)}

    def made(when: When[Subject]) -> Rule:
        def ask(record: Subject, at: Place) -> Iterator[Hit]:
            if not when(record, at):
                return
            for first, *others in groups:
                if not filled(record, first, *others) and not (first in excused and excused[first](record, at)):
                    yield hit(first, graver.get(first), **{field: getattr(record, field) for field in shown})

        ask.__doc__, ask.__module__ = when.__doc__, when.__module__
        declared = rule(
            code,
            name,
            severity,
            on=on,
            message=texts[0],
            hint=texts[1],
            traits=traits,
            by_trait=by_trait,
            covers=tuple(name for group in groups for name in group if name in required),
        )
        return declared(ask)

    return made
