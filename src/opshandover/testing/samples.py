"""Sample documents for tests: small ones, full ones, and those that nobody wants but everybody has to bear."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, cast

import attrs

from opshandover.document.verify import ensure
from opshandover.document.walk import Change, rewrite
from opshandover.model import (
    DocumentState,
    Issue,
    Issues,
    IssueStatus,
    Language,
    NotApplicable,
    Nothing,
    OpsDocument,
    Person,
    Task,
    TaskStatus,
    WorkProgress,
)
from opshandover.model.base import Record
from opshandover.model.document import FreeSection
from opshandover.model.fields import Field, Kind, fields_of, section_fields
from opshandover.profiles import profile_names
from opshandover.text import Lang, Text

HOSTILE_TEXTS = (
    "a | b || c \\| d",
    "第一行\n第二行\r\n第三行\n\n另一段\t。",
    "# 标题\n---\n- 项\n1. 项\n> 引\n```\n未闭合",
    "<script>alert(1)</script> &amp; <w:p/> ]]> <!-- 未闭合",
    "**粗** _斜_ `码` [链接](http://example.cn/?a=1&b=2) ![图](x.png) $x$",
    "a\x00b\x01c\x1f\x7f\x85\ufeff\ufffe",
    "👍🏽👨‍👩‍👧‍👦🇨🇳 𠮷野家 𠀀",
    "مرحبا \u202eabc\u202c שלום\u2028行\u2029段",
    "  前后空格 ",
    "{name} %s =1+1 '\"\\",
    "长" * 10_000,
)
"""Texts that have a special meaning in some format, or that some format cannot hold."""


def a_person(lang: Lang = "zh", **fields: Any) -> Person:
    """A person; `fields` replace the sample values."""
    name, role = Text("周岩", "Ann Brook"), Text("运营主管", "Operations lead")
    return Person(**{"name": name[lang], "role": role[lang], "phone": "010-5550-0142", **fields})


def a_task(lang: Lang = "zh", **fields: Any) -> Task:
    """A task in progress with all that a reader needs; `fields` replace the sample values."""
    title = Text("上线八月活动页", "Publish the August campaign page")
    next_step = Text("8 月 3 日前确认 **三张** 主图", "Approve the **three** pictures by 3 August")
    remaining = Text("- 主图\n- 结算页的优惠说明", "- the pictures\n- the terms of the discount at checkout")
    values: dict[str, Any] = {
        "id": "T-1",
        "title": title[lang],
        "status": TaskStatus.IN_PROGRESS,
        "progress": 60,
        "owner": a_person(lang),
        "due": date(2026, 8, 5),
        "next_step": next_step[lang],
        "remaining": remaining[lang],
    }
    return Task(**{**values, **fields})


def a_document(profile: str = "daily_handover", lang: Lang = "zh", **fields: Any) -> OpsDocument:
    """A small document: header, one task, one issue, one absent section, one free section.

    Args:
        profile: a registered kind of document.
        lang: the language of the texts.
        fields: replace the sample values, or add to them.
    """
    giver, receiver = a_person(lang), Text("林晓雯", "Sam Reed")
    title = Text("八月第一周运营交接", "Operations, first week of August")
    issue = Text("退款到账慢，三位客户投诉", "Refunds arrive late: three customers complained")
    fix = Text("财务每天 16:00 补跑一次批次", "Accounting runs a second batch at 16:00 each day")
    none = Text("本周没有新增风险", "No new risk came up this week")
    extra = Text("值班室", "The duty room")
    body = Text("钥匙在前台，**离开时登记**。", "The key is at reception; **sign when you leave**.")
    values: dict[str, Any] = {
        "profile": profile,
        "id": "D-20260801",
        "title": title[lang],
        "lang": Language[lang.upper()],
        "state": DocumentState.DRAFT,
        "prepared_on": date(2026, 8, 1),
        "prepared_by": giver,
        "giver": giver,
        "receivers": (Person(name=receiver[lang]),),
        "work_progress": WorkProgress(tasks=(a_task(lang),)),
        "issues": Issues(
            items=(
                Issue(
                    id="I-1",
                    title=issue[lang],
                    status=IssueStatus.OPEN,
                    owner=giver,
                    approach=fix[lang],
                    due=date(2026, 8, 7),
                ),
            )
        ),
        "risks": Nothing(reason=none[lang]),
        "extra": (FreeSection(title=extra[lang], body=body[lang]),),
    }
    return OpsDocument(**{**values, **fields})


def a_full_document(profile: str = "daily_handover") -> OpsDocument:
    """A document in which every section and field is filled in; lists have one item, and all spans of time hold.

    Args:
        profile: a registered kind of document.
    """
    return attrs.evolve(cast("OpsDocument", full_record(OpsDocument)), profile=profile)


def full_record(cls: type[Record]) -> Record:
    """A record in which every field is filled in."""
    return cls(**{field.name: full_value(field) for field in fields_of(cls)})


def full_value(field: Field) -> Any:
    """A value of a field: one item, where it holds many."""
    return (_full(field),) if field.many else _full(field)


def _full(field: Field) -> Any:
    """One value; starts are the first of all days and ends the last, so that spans hold."""
    early = field.name == "start"
    match field.kind:
        case Kind.TEXT | Kind.PROSE | Kind.PROFILE:
            return "真实的内容"
        case Kind.INTEGER:
            return 1
        case Kind.DECIMAL:
            return Decimal("1.5")
        case Kind.BOOLEAN:
            return True
        case Kind.DATE | Kind.WHEN:
            return date.min if early else date.max
        case Kind.DATETIME:
            return datetime.combine(date.min if early else date.max, time.min)
        case Kind.CHOICE:
            return next(iter(field.choice))
        case Kind.RECORD | Kind.SECTION:
            return full_record(field.record)


def each_document() -> Iterator[tuple[str, OpsDocument]]:
    """The documents that every plugin must accept, each with a description."""
    empty: dict[str, Any] = {f.name: f.record() for f in section_fields(OpsDocument)}
    for profile in profile_names():
        yield f"an empty {profile} document", OpsDocument(profile=profile)
        yield f"a small {profile} document", a_document(profile)
    yield "a document in English", a_document(lang="en")
    yield "a document with all sections, all of them empty", a_document(**empty)
    yield "a document with all sections, each list of one empty record", a_document(**_with_empty_records(empty))
    for absence in (Nothing, NotApplicable):
        absent: dict[str, Any] = dict.fromkeys(empty, absence())
        yield f"a document with every section {absence.__name__}", a_document(**absent)
    for text in HOSTILE_TEXTS:
        yield f"a document full of {text[:40]!r}", full_of(text, a_document())


def _with_empty_records(sections: Mapping[str, Record]) -> dict[str, Any]:
    return {
        key: attrs.evolve(
            section, **{f.name: (f.record(),) for f in fields_of(type(section)) if f.many and f.kind is Kind.RECORD}
        )
        for key, section in sections.items()
    }


def full_of(text: str, document: OpsDocument) -> OpsDocument:
    """A document with one text in every text field."""
    filled = rewrite(document, str, _filler(text))
    ensure(filled)
    return filled


def _filler(text: str) -> Change[str]:
    """A change that puts a text into every text field."""

    def fill(value: str, field: Field, _owner: Record) -> str:
        return text if field.kind in (Kind.TEXT, Kind.PROSE) else value

    return fill
