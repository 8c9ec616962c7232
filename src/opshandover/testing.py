"""Tools for testing plugins: sample documents, and the contract of exporters.

    from opshandover.testing import check_exporter

    def test_my_exporter():
        check_exporter("my_format")

Nothing here depends on a test runner: every failure is an `AssertionError`.
"""

import copy
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from opshandover.document.verify import ensure
from opshandover.document.walk import Change, rewrite
from opshandover.exporters import Exporter, Want, get, make, options_of
from opshandover.exporters.registry import FROM_TEXT, Option, missing_members, parameters_of, wants_of
from opshandover.model import (
    Choice,
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
from opshandover.model.fields import Field, Kind, section_fields
from opshandover.profiles.registry import PROFILES
from opshandover.text import LANGUAGES, Lang, Text

__all__ = ["HOSTILE_TEXTS", "a_document", "a_person", "a_task", "check_exporter"]

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


def check_exporter(exporter: type[Exporter] | str, **options: object) -> None:
    """Check that an exporter keeps the contract; does nothing if it does.

    It has `suffix`, `media_type` and `export`, which takes what it wants, and accepts its absence; its
    options can be given as text; it returns bytes for every kind of document in both languages, whatever
    the document holds or lacks; equal documents give equal bytes, whatever was exported before; and the
    document is not changed.

    Args:
        exporter: the class, or its registered name.
        options: the options to check it with, of the types of their fields.

    Raises:
        AssertionError: the first violation, with the document that showed it.
        OpsHandoverError: the name cannot be loaded, or the options are not accepted.
    """
    cls = get(exporter) if isinstance(exporter, str) else exporter
    name = exporter if isinstance(exporter, str) else getattr(cls, "__name__", repr(cls))
    lacks = tuple(missing_members(cls))
    _require(not lacks, f"{name} is not an exporter: missing {', '.join(lacks)}")
    _check_declaration(cls, name)

    def fresh() -> Exporter:
        factory = cast("type[Any]", cls)
        return make(exporter, options) if isinstance(exporter, str) else factory(**options)

    used = fresh()
    _check_wants(used, name)
    for what, document in _documents():
        for lang in LANGUAGES:
            where = f"{name}, given {what}, lang={lang!r}"
            before = copy.deepcopy(document)
            first = _exported(fresh(), document, lang, where)
            again = _exported(used, document, lang, where)
            _require(document == before, f"{where}: the document was changed")
            _require(first == again, f"{where}: a second export gave different bytes")


def _check_wants(exporter: Exporter, name: str) -> None:
    takes = parameters_of(exporter.export)
    for want in wants_of(exporter):
        _require(isinstance(cast("object", want), Want), f"{name}: wants should hold members of Want, holds {want!r}")
        _require(want.value in takes, f"{name}: wants {want.value!r}, but export takes no such keyword")


def _check_declaration(cls: type[Exporter], name: str) -> None:
    suffix, media_type = cls.suffix, cls.media_type
    _require(
        bool(re.fullmatch(r"\.[^./\\:\s][^/\\:\s]*", suffix)),
        f"{name}: expected suffix to be a dot and a few letters, got {suffix!r}",
    )
    _require(
        bool(re.fullmatch(r"[^\s/;]+/[^\s/;]+(?:; ?[^\s;]+)*", media_type)),
        f"{name}: expected media_type to be like 'text/plain', got {media_type!r}",
    )
    for option in options_of(cls):
        _require(
            _from_text(option),
            f"{name}: option {option.name} is of type {option.type!r}, which cannot be given as "
            f"text; use a Choice or one of {', '.join(t.__name__ for t in FROM_TEXT)}",
        )


def _from_text(option: Option) -> bool:
    declared = cast("object", option.type)
    chosen = isinstance(declared, type) and issubclass(declared, Choice)
    return chosen or declared in FROM_TEXT


def _exported(exporter: Exporter, document: OpsDocument, lang: Lang, where: str) -> bytes:
    try:
        data = cast("object", exporter.export(document, lang=lang))
    except Exception as cause:
        raise AssertionError(f"{where}: raised {type(cause).__name__}: {cause}") from cause
    if not isinstance(data, bytes):
        got = type(data).__name__
        raise AssertionError(f"{where}: expected bytes, got {got}")  # noqa: TRY004 - a contract
    return data


def _documents() -> Iterator[tuple[str, OpsDocument]]:
    """The documents that every exporter must accept, each with a description."""
    empty: dict[str, Any] = {f.name: f.record() for f in section_fields(OpsDocument)}
    for profile in PROFILES.names():
        yield f"an empty {profile} document", OpsDocument(profile=profile)
        yield f"a small {profile} document", a_document(profile)
    yield "a document in English", a_document(lang="en")
    yield "a document with all sections, all of them empty", a_document(**empty)
    for absence in (Nothing, NotApplicable):
        absent: dict[str, Any] = dict.fromkeys(empty, absence())
        yield f"a document with every section {absence.__name__}", a_document(**absent)
    for text in HOSTILE_TEXTS:
        filled = rewrite(a_document(), str, _filler(text))
        ensure(filled)
        yield f"a document full of {text[:40]!r}", filled


def _filler(text: str) -> Change[str]:
    """A change that puts a text into every text field."""

    def fill(value: str, field: Field, _owner: Record) -> str:
        return text if field.kind in (Kind.TEXT, Kind.PROSE) else value

    return fill


def _require(holds: bool, otherwise: str) -> None:
    """Raise `AssertionError` if a condition does not hold; unlike `assert`, also under `python -O`."""
    if not holds:
        raise AssertionError(otherwise)
