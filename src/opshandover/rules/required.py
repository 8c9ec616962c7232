"""The rule on the fields that the model declares required."""

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

from opshandover.caching import per_class
from opshandover.document.columns import RecordGroup
from opshandover.document.paths import child_path, steps_of
from opshandover.document.people import new_owner_of
from opshandover.document.required import empty, lacking, required_of
from opshandover.findings import Severity
from opshandover.model import OpenItem, OpsDocument, Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.profiles.profile import HEADER, Profile
from opshandover.rules.registry import all_rules
from opshandover.rules.retired import RETIRED
from opshandover.rules.rule import Context, Hit, hit, kind_and_name, rule
from opshandover.spec import Need


def section_need(at: Context, key: str) -> Need:
    """How much the document needs a section; a giver who leads a team must hand over the team."""
    if key == "team" and at.document.manages_people and at.profile.handover:
        return Need.REQUIRED
    return at.profile.need(key)


@lru_cache(maxsize=1024)
def _fields_to(names: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields from a document down to a value, by their names."""
    fields: list[Field] = []
    of: type[Record] = OpsDocument
    for name in names:
        fields.append(field_map(of)[name])
        of = fields[-1].type
    return tuple(fields)


def _names_in(path: str) -> tuple[str, ...]:
    return tuple(step for step in steps_of(path) if isinstance(step, str))


def classes_to(path: str) -> tuple[type[Record], ...]:
    """The classes of the record at a path and of its owner; of a value that is no record, its owner's."""
    fields = _fields_to(_names_in(path))
    if fields and fields[-1].many and not path.endswith("]"):
        fields = fields[:-1]
    classes: list[type[Record]] = [OpsDocument, *(field.record for field in fields if issubclass(field.type, Record))]
    return tuple(classes[-2:])


def _need_of(at: Context) -> Need:
    """How much the document needs a record: no more than any of the records that hold it."""
    fields = _fields_to(_names_in(at.path))
    needs = [section_need(at, f.name) if f.kind is Kind.SECTION else f.spec.need for f in fields]
    return min((at.profile.need(HEADER), *needs), key=lambda need: need.value)


def _is_covered(field: Field, record: Record, at: Context) -> bool:
    """Whether another rule covers a field, or a retired one that is ignored, or the profile leaves it out.

    Who has an open item so far need not be said where it is plain who takes it over.
    """
    if at.path == "" and not at.profile.weights.get(field.name):
        return True
    if at.path and at.profile.weights.get(".".join((*_names_in(at.path), field.name))) == 0:
        return True
    if field.name == "owner" and isinstance(record, OpenItem) and new_owner_of(record, at.document):
        return True
    holder, owner = (at.field.name, type(at.owner)) if at.field and at.owner else ("", OpsDocument)
    if field.name in _covered((tuple(sys.path), at.profile, type(record), holder, owner)):
        return True
    return any(old.asked_for(type(record), field.name) and at.settings.ignores(old) for old in RETIRED)


@per_class
def _covered(key: tuple[tuple[str, ...], Profile, type[Record], str, type[Record]]) -> frozenset[str]:
    """The fields that other rules ask for: of a class of records, held by a field of an owner of a class.

    It is the same for thousands of records; rules depend on the path on which packages are looked for.
    """
    _, profile, of, holder, owner = key
    rules = [one for one in all_rules() if one.covers and one.applies_to(profile)]
    own = {name for one in rules if one.concerns(of) for name in one.covers}
    nested = {name for one in rules if one.concerns(owner) for name in one.covers}
    prefix = child_path(holder, "")
    return frozenset(own | {name.removeprefix(prefix) for name in nested if holder and name.startswith(prefix)})


def _incomplete(group: RecordGroup) -> Iterable[int]:
    """The numbers of the records of a group in which a required field is empty; most have none."""
    return {number for field in required_of(group.of) for number in group.lacking(field.name)}


@rule(
    "GEN008",
    "required-missing",
    Severity.ERROR,
    on=Record,
    among=lambda cls: bool(required_of(cls)),
    pick=_incomplete,
    joins="field",
    lacks=True,
    message=("{what}缺少：{field}", "{what}: missing {field}"),
    hint=("{field}：{asked}", "{field}: {asked}"),
)
def required_missing(record: Record, at: Context) -> Iterator[Hit]:
    """Required fields of a record are empty; one finding names all of them, and what other rules miss there.

    It is an error where this kind of document requires the section and every record that holds this one, and a
    warning elsewhere: what was begun should be usable, but content that could be left out altogether does not keep
    a document from being final. Items that are done and records that are entirely empty are not checked. A field
    that another rule checks under conditions of its own is left to that rule; fields to which the kind of document
    gives the weight 0 are not asked for, nor the owner of an open item where the new one is known.

    zh: 一条内容缺少必填的字段，合在一起报告，其他规则在同一条里发现的缺漏也并入。
    zh: 文种给了 0 权重的字段不要求；已经知道由谁接手的未完成事项，不要求负责人。
    zh: 文档必备的部分缺少必填内容为错误，其他地方为警告：写了就是要给人用的，但可以整个不写的内容，不应妨碍定稿。已完成的事项、整个空着的内容不要求；另有规则按条件要求的字段，由那条规则报告。

    Bad::
        title: 11 月 21 日早班交接
        work_progress: {tasks: [{title: 核对退款单, due: 2026-11-25}]}
    Good::
        title: 11 月 21 日早班交接
        work_progress: {tasks: [{title: 核对退款单, status: not_started, owner: 周岩, due: 2026-11-25}]}
    """
    found = [field for field in lacking(record) if not _is_covered(field, record, at)]
    if not found or empty(record):
        return
    severity = Severity.ERROR if _need_of(at) is Need.REQUIRED else Severity.WARNING
    for field in found:
        yield hit(field.name, severity, what=kind_and_name(record), asked=field.spec.hint)
