"""The rule that asks for what the model declares as required."""

import re
from collections.abc import Iterator
from functools import lru_cache

from opshandover.document.required import empty, lacking, required_of
from opshandover.findings import Severity
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.profiles.profile import HEADER
from opshandover.rules.registry import all_rules
from opshandover.rules.retired import RETIRED
from opshandover.rules.rule import Hit, Place, called, hit, rule
from opshandover.spec import Need
from opshandover.text import Text

_INDEX = re.compile(r"\[\d+\]")


def section_need(at: Place, key: str) -> Need:
    """How much the document needs a section; who leads a team has to hand over the team."""
    if key == "team" and at.document.manages_people and at.profile.handover:
        return Need.REQUIRED
    return at.profile.need(key)


@lru_cache(maxsize=1024)
def _way(path: str) -> tuple[Field, ...]:
    """The fields on the way from a document down to a path without indexes."""
    found: list[Field] = []
    of: type[Record] = OpsDocument
    for name in path.split(".") if path else ():
        found.append(field_map(of)[name])
        of = found[-1].type
    return tuple(found)


def classes_to(path: str) -> tuple[type[Record], ...]:
    """The classes of a record at a path and of what holds it; of a field that holds no record, the latter."""
    way = _way(_INDEX.sub("", path))
    if way and way[-1].many and not path.endswith("]"):
        way = way[:-1]
    held: list[type[Record]] = [OpsDocument, *(field.record for field in way if issubclass(field.type, Record))]
    return tuple(held[-2:])


def _need_of(at: Place) -> Need:
    """How much the document needs a record: no more than anything that it stands in."""
    way = _way(_INDEX.sub("", at.path))
    needs = [section_need(at, f.name) if f.kind is Kind.SECTION else f.spec.need for f in way]
    return min((at.profile.need(HEADER), *needs), key=lambda need: need.value)


def _spoken_for(field: Field, record: Record, at: Place) -> bool:
    """Whether a rule of its own asks for a field, or used to and is ignored, or the kind leaves it out."""
    if at.path == "" and not at.profile.weights.get(field.name):
        return True
    inside = f"{at.field.name}.{field.name}" if at.field else ""
    for other in all_rules():
        if not other.covers or not other.applies_to(at.profile):
            continue
        if field.name in other.covers and other.concerns(type(record)):
            return True
        if inside in other.covers and at.owner and other.concerns(type(at.owner)):
            return True
    return any(one.asked_for(type(record), field.name) and at.settings.ignores(one) for one in RETIRED)


@rule(
    "GEN008",
    "required-missing",
    Severity.ERROR,
    on=Record,
    among=lambda cls: bool(required_of(cls)),
    message=("{what}缺少：{fields}", "{what} lacks: {fields}"),
    hint=("逐项补上；“待定”之类的占位文字不算内容", "fill in each of them; a placeholder such as TBD is no content"),
)
def required_missing(record: Record, at: Place) -> Iterator[Hit]:
    """A record lacks fields that are required; they are named together.

    It is an error where this kind of document requires the section and whatever else the record stands in, and a
    warning elsewhere: what somebody has begun to write is meant to be used, but no document has to wait for what it
    might have left out altogether. What is done lacks nothing, nor does a record that says nothing at all; and a
    field that another rule asks for, under conditions of its own, is left to that rule.

    zh: 一条内容缺少必填的字段，合在一起报告。
    zh: 文档必备的部分缺少必填内容为错误，其他地方为警告：写了就是要给人用的，但可以整个不写的内容，不应妨碍定稿。已完成的事项、整个空着的内容不要求；另有规则按条件要求的字段，由那条规则报告。

    Bad::
        title: 11 月 21 日早班交接
        work_progress: {tasks: [{title: 核对退款单, due: 2026-11-25}]}
    Good::
        title: 11 月 21 日早班交接
        work_progress: {tasks: [{title: 核对退款单, status: not_started, owner: 周岩, due: 2026-11-25}]}
    """
    found = [field for field in lacking(record) if not _spoken_for(field, record, at)]
    if not found or empty(record):
        return
    grave = Severity.ERROR if _need_of(at) is Need.REQUIRED else Severity.WARNING
    labels = [field.label for field in found]
    fields = Text("、".join(label.zh for label in labels), ", ".join(label.en for label in labels))
    only = found[0].name if len(found) == 1 else ""
    yield hit(only, grave, what=_what(record), fields=fields)


def _what(record: Record) -> Text:
    """The kind of a record and what it is called, such as: 任务“核对退款单”."""
    kind, name = record.label, called(record)
    if name == kind:
        return kind
    return Text(f"{kind.zh}“{name}”", f"{kind.en} '{name}'")
