"""What belongs together as one finding: all that one record lacks, and what one rule says of it.

Rules report each missing field by itself, so that each can be waived. People read one sentence for a record.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import attrs
from attrs import frozen

from opshandover.document.walk import Node
from opshandover.findings import Finding, Severity
from opshandover.rules.rule import Rule, kind_and_name
from opshandover.text import Message, Text, message


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
    groups: dict[Hashable, list[Found]] = {}
    for number, one in enumerate(found):
        groups.setdefault(_key(one) or number, []).append(one)
    return tuple(_one(group) for group in groups.values())


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
    if len({one.rule.code for one in group}) > 1:
        text, hint = _all_lacking(_name(group), values[first.rule.joins]), _COMPLETE
    paths = {part.path for part in parts}
    return attrs.evolve(
        first.finding,
        path=paths.pop() if len(paths) == 1 else first.record,
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


_COMPLETE = message(
    "逐项补上；“待定”之类的占位文字不算内容", "fill in each of them; a placeholder such as TBD does not count"
)


def _all_lacking(what: object, fields: object) -> Message:
    return message("{what}缺少：{fields}", "{what}: missing {fields}", what=what, fields=fields)


def _name(group: Sequence[Found]) -> Text:
    """The kind and name of the record that findings are about."""
    node = next((one.node for one in group if one.node.path == one.record), None)
    return kind_and_name(node.value) if node else Text("这一项", "this item")
