"""The field that each column of a table of another program stands for."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from opshandover.caching import per_class
from opshandover.model import OpenItem, Record
from opshandover.model.choice import spaced
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.spelling import fold
from opshandover.text import LANGUAGES

SYNONYMS: Mapping[str, str] = {
    "id": "issue key, key, ticket, ticket id, ticket no, ticket number, issue id, number, no, "
    "单号, 工单号, 工单编号, 任务编号, 任务号, 问题编号, 需求编号, 缺陷编号, bug编号",
    "title": "summary, subject, name, task, task name, ticket title, headline, "
    "任务名称, 任务标题, 工单标题, 问题标题, 需求名称, 需求标题, 缺陷标题, bug标题, 主题, 摘要, 概要, 名称, 任务, 事项, 工作内容",
    "status": "state, task status, ticket status, 当前状态, 任务状态, 工单状态, 处理状态, 问题状态, 缺陷状态, bug状态",
    "progress": "% done, % complete, percent complete, completion, 完成率, 完成度, 完成进度, 完成百分比",
    "owner": "assignee, assigned to, responsible, 经办人, 指派给, 处理人, 责任人, 执行人, 跟进人, 当前处理人",
    "new_owner": "handed over to, taken over by, 交接给, 接班人",
    "due": "due date, deadline, due on, target date, 截止, 截止时间, 截止日, 到期日, 到期日期, 到期时间, 最后期限, 期限",
    "priority": "优先度, 紧急程度",
    "next_step": "next action, 下一步计划, 下一步行动, 后续动作, 后续计划",
    "remaining": "remaining work, 未完成内容",
    "expected_finish": "planned finish, 计划完成日期, 计划完成时间, 预计完成时间, 预计完成日期",
    "reported_on": "created, created on, created at, 创建日期, 创建时间, 提交时间, 提出时间, 登记日期",
    "description": "details, 问题描述, 详情",
}
"""What ticket systems and the tables of teams call a field, beside its name and labels; the usual word first."""

_ASIDE = re.compile(r"\s*[(\[【][^()\[\]【】]*[)\]】]\s*\Z")

Path = tuple[str, ...]


def folded(heading: str) -> str:
    """A heading for comparison: without case, width, signs around it and a unit or remark in brackets."""
    plain = fold(heading)
    return spaced((_ASIDE.sub("", plain) or plain).strip(" *:"))


@per_class
def _known(cls: type[Record]) -> Mapping[str, tuple[int, Field]]:
    """All words for the fields of a class, folded, each with its rank: names and labels first."""
    known: dict[str, tuple[int, Field]] = {}
    untitled = issubclass(cls, OpenItem) and "title" not in field_map(cls)
    for field in fields_of(cls):
        words = [*SYNONYMS.get(field.name, "").split(", "), *field.spec.synonyms]
        if untitled and field.name == cls.main:
            words += ["title", "标题", *SYNONYMS["title"].split(", ")]
        for rank, word in enumerate(filter(None, words), 1):
            known.setdefault(folded(word), (rank, field))
    for field in fields_of(cls):
        for word in (field.name, *(field.label[lang] for lang in LANGUAGES)):
            known[folded(word)] = 0, field
    return known


@frozen(order=True)
class Target:
    """The field below a record that a heading stands for, and how exactly: 0 is by its name or label."""

    rank: int
    path: Path


def target_of(cls: type[Record], heading: str) -> Target | None:
    """The field that a heading stands for; `owner.name` is a field of the record in a field."""
    first, _, rest = heading.partition(".")
    whole = _known(cls).get(folded(heading))
    if whole or not rest:
        return Target(whole[0], (whole[1].name,)) if whole else None
    found = _known(cls).get(folded(first))
    if found is None or found[1].kind is not Kind.RECORD or found[1].many:
        return None
    below = target_of(found[1].record, rest)
    return below and Target(max(found[0], below.rank), (found[1].name, *below.path))


def field_at(cls: type[Record], path: Path) -> Field:
    """The field at the end of a path."""
    for name in path[:-1]:
        cls = next(one for one in fields_of(cls) if one.name == name).record
    return next(one for one in fields_of(cls) if one.name == path[-1])


def matched(cls: type[Record], headings: Iterable[str]) -> dict[str, Target]:
    """The headings that stand for fields, with these.

    Of several that mean one field only by other words, the most usual counts; those with its name or label all do.
    """
    found = {heading: target for heading in headings if (target := target_of(cls, heading))}
    best: dict[Path, int] = {}
    for target in found.values():
        best[target.path] = min(best.get(target.path, target.rank), target.rank)
    chosen: dict[str, Target] = {}
    for heading, target in found.items():
        is_best = target.rank == best[target.path]
        if is_best and (target.rank == 0 or all(other.path != target.path for other in chosen.values())):
            chosen[heading] = target
    return chosen
