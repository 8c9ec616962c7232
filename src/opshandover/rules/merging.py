"""What belongs together as one finding: all that one record lacks, and what one rule says of it.

Rules report each missing field by itself, so that each can be waived. People read one sentence for a record, and
one for all records of a list that lack the same, such as the steps of a process.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, cast

import attrs
from attrs import frozen

from opshandover.document.paths import Path, field_at, steps_of
from opshandover.document.walk import Node
from opshandover.findings import Finding, Severity
from opshandover.model import OpenItem, Record
from opshandover.rules.rule import Rule, called, kind_and_name
from opshandover.text import Message, Text, joined, message


@frozen(kw_only=True)
class Found:
    """A finding with the rule that made it, the node of its value, and the record that it is about.

    `record` is the path of the record: that of the value, or of an item of it if the finding is about one.
    """

    node: Node[Any]
    rule: Rule
    finding: Finding
    record: str


def merged(found: Sequence[Found]) -> tuple[Finding, ...]:
    """The findings as people read them: one for all that a record lacks, in the order of the first of each.

    What is only an info stays apart from what has to be changed.
    """
    of_record = _grouped(([one] for one in found), lambda group: _key(group[0]))
    return tuple(_one(group) for group in _grouped(of_record, _shared))


def _grouped(groups: Iterable[list[Found]], key: Callable[[list[Found]], Hashable]) -> list[list[Found]]:
    """The groups, of which those that have a key, and the same one, are joined."""
    joined: dict[Hashable, list[Found]] = {}
    for number, group in enumerate(groups):
        joined.setdefault(key(group) or number, []).extend(group)
    return [*joined.values()]


def _shared(group: list[Found]) -> Hashable:
    """The key that records of one list share which lack the same; an open item is a matter of its own."""
    first = group[0]
    if not first.rule.lacks or not first.record.endswith("]") or isinstance(_record(first), OpenItem | None):
        return None
    return _list_of(first), frozenset(
        (one.rule.code, one.finding.severity, one.finding.path.removeprefix(one.record), str(_lacking(one)))
        for one in group
    )


def _record(one: Found) -> Record | None:
    """The record that a finding is about: its value, or one inside it."""
    value, inside = one.node.value, one.record.removeprefix(one.node.path)
    if not isinstance(value, Record) or not one.record.startswith(one.node.path):
        return None
    return cast("Record", Path(tuple(steps_of(inside))).get(value))


def _list_of(one: Found) -> str:
    """The path of the list that holds a record."""
    return str(Path(tuple(steps_of(one.record))).parent)


def _key(one: Found) -> Hashable:
    """The key that findings share which are one; `None` for a finding that stands alone."""
    rule, finding = one.rule, one.finding
    if not rule.joins:
        return None
    info = finding.severity is Severity.INFO
    if rule.lacks and one.record:
        return one.record, info
    same = {name: str(value) for name, value in finding.message.values.items() if name not in (rule.joins, "field")}
    return one.record, info, rule.code, tuple(sorted(same.items()))


def _one(group: Sequence[Found]) -> Finding:
    """The findings of a group as one: as grave as the gravest, whose rule it names."""
    first = min(group, key=lambda one: one.finding.severity.rank)
    parts = tuple(one.finding for one in group)
    if len(group) == 1:
        return parts[0]
    values = {**first.finding.message.values, first.rule.joins: _list(_lacking(one) for one in group)}
    text, hint = Message(first.rule.message, values), Message(first.rule.hint, {**first.finding.hint.values, **values})
    records = {one.record for one in group}
    if "asked" in hint.values:
        hint = _complete(parts)
    if len(records) > 1 or len({one.rule.code for one in group}) > 1:
        text, hint = _all_lacking(_name(group), values[first.rule.joins]), _complete(parts)
    paths = {part.path for part in parts}
    around = first.record if len(records) == 1 else _list_of(first)
    return attrs.evolve(
        first.finding,
        path=paths.pop() if len(paths) == 1 else around,
        message=text,
        hint=hint,
        parts=parts,
    )


def _lacking(one: Found) -> object:
    return one.finding.message.values[one.rule.joins]


def _list(values: Iterable[object]) -> Text:
    """Values as a list in words, each once."""
    texts = dict.fromkeys(v if isinstance(v, Text) else Text(str(v), str(v)) for v in values)
    return Text("、".join(t.zh for t in texts), ", ".join(t.en for t in texts))


_MOST_ASKED = 3


def _complete(parts: Sequence[Finding]) -> Message:
    """The hint to fill in several fields: what belongs in each of the first of them."""
    fields = dict.fromkeys(filter(None, (field_at(steps_of(part.path)) for part in parts)))
    asked = [message("{field}：{asked}", "{field}: {asked}", field=f.label, asked=f.spec.hint) for f in fields]
    more = [message("…", "…")] if len(asked) > _MOST_ASKED else []
    return joined([*asked[:_MOST_ASKED], *more], "；", "; ")


def _all_lacking(what: object, fields: object) -> Message:
    return message("{what}缺少：{fields}", "{what}: missing {fields}", what=what, fields=fields)


_MOST_NAMES = 3


def _name(group: Sequence[Found]) -> Text:
    """The kind and name of the record that findings are about, or of the first of several."""
    records = [record for record in map(_record, {one.record: one for one in group}.values()) if record]
    if not records:
        return Text("这一项", "this item")
    first, *others = records
    if not others:
        return kind_and_name(first)
    names, n = [called(record) for record in [first, *others][:_MOST_NAMES]], len(records)
    quoted = _list(Text(f"“{name}”", f"'{name}'") for name in names)
    if called(first) == first.label:
        return Text(f"{n} 项“{first.label.zh}”", f"{n} of '{first.label.en}'")
    more = Text(f"等 {n} 项", f" and {n - _MOST_NAMES} more") if n > _MOST_NAMES else Text("", "")
    return Text(f"{first.label.zh}{quoted.zh}{more.zh}", f"{first.label.en} {quoted.en}{more.en}")
