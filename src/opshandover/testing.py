"""Helps authors of plugins to test them: sample documents, and the contract of exporters.

    from opshandover.testing import check_exporter

    def test_my_exporter():
        check_exporter("my_format")

Nothing here depends on a test runner: what is wrong is raised as an `AssertionError`.
"""

import copy
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from opshandover.document.verify import ensure
from opshandover.exporters import Exporter, Want, get, make, options_of
from opshandover.exporters.registry import FROM_TEXT, Option, lacking, parameters_of, wants_of
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
from opshandover.model.fields import Change, Field, Kind, section_fields, transform
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
"""Texts that some format somewhere gives a meaning of its own, or cannot hold."""


def a_person(lang: Lang = "zh", **fields: Any) -> Person:
    """Makes a person; `fields` replace what it has."""
    name, role = Text("周岩", "Ann Brook"), Text("运营主管", "Operations lead")
    return Person(**{"name": name[lang], "role": role[lang], "phone": "010-5550-0142", **fields})


def a_task(lang: Lang = "zh", **fields: Any) -> Task:
    """Makes a task that is under way, with all that a reader asks for; `fields` replace it."""
    title = Text("上线八月活动页", "Publish the August campaign page")
    next_step = Text("8 月 3 日前确认 **三张** 主图", "Approve the **three** pictures by 3 August")
    remaining = Text("- 主图\n- 结算页的优惠说明", "- the pictures\n- the terms of the discount at checkout")
    given: dict[str, Any] = {
        "id": "T-1",
        "title": title[lang],
        "status": TaskStatus.IN_PROGRESS,
        "progress": 60,
        "owner": a_person(lang),
        "due": date(2026, 8, 5),
        "next_step": next_step[lang],
        "remaining": remaining[lang],
    }
    return Task(**{**given, **fields})


def a_document(profile: str = "daily_handover", lang: Lang = "zh", **fields: Any) -> OpsDocument:
    """Makes a small document: header, one task, one issue, one absence, one free section.

    Args:
        profile: the kind of document, of those that are registered.
        lang: the language of what it says.
        fields: what replaces or joins the fields that it has.
    """
    giver, receiver = a_person(lang), Text("林晓雯", "Sam Reed")
    title = Text("八月第一周运营交接", "Operations, first week of August")
    issue = Text("退款到账慢，三位客户投诉", "Refunds arrive late: three customers complained")
    fix = Text("财务每天 16:00 补跑一次批次", "Accounting runs a second batch at 16:00 each day")
    none = Text("本周没有新增风险", "No new risk came up this week")
    extra = Text("值班室", "The duty room")
    body = Text("钥匙在前台，**离开时登记**。", "The key is at reception; **sign when you leave**.")
    given: dict[str, Any] = {
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
    return OpsDocument(**{**given, **fields})


def check_exporter(exporter: type[Exporter] | str, **options: object) -> None:
    """Checks that an exporter keeps the contract; does nothing if it does.

    It has `suffix`, `media_type` and `export`, which takes what it wants, and bears its absence; its
    options can be given as text; it gives bytes
    for every kind of document in both languages, whatever the document holds or lacks; equal
    documents give equal bytes, whatever was exported before; and the document stays as it was.

    Args:
        exporter: the class, or the name under which it is registered.
        options: the options with which it is checked, of the types of their fields.

    Raises:
        AssertionError: the first thing that is wrong, with the document at which it showed.
        OpsHandoverError: nothing can be had under that name, or it does not take the options.
    """
    cls = get(exporter) if isinstance(exporter, str) else exporter
    called = exporter if isinstance(exporter, str) else getattr(cls, "__name__", repr(cls))
    lacks = tuple(lacking(cls))
    _require(not lacks, f"{called} is no exporter: it lacks {', '.join(lacks)}")
    _check_declaration(cls, called)

    def fresh() -> Exporter:
        made = cast("type[Any]", cls)
        return make(exporter, options) if isinstance(exporter, str) else made(**options)

    used = fresh()
    _check_wants(used, called)
    for what, document in _documents():
        for lang in LANGUAGES:
            where = f"{called}, given {what}, lang={lang!r}"
            before = copy.deepcopy(document)
            first = _exported(fresh(), document, lang, where)
            again = _exported(used, document, lang, where)
            _require(document == before, f"{where}: the document was changed")
            _require(first == again, f"{where}: exporting it again gave other bytes")


def _check_wants(exporter: Exporter, called: str) -> None:
    takes = parameters_of(exporter.export)
    for want in wants_of(exporter):
        _require(isinstance(cast("object", want), Want), f"{called}: wants should hold members of Want, holds {want!r}")
        _require(want.value in takes, f"{called}: wants {want.value!r}, but export takes no such keyword")


def _check_declaration(cls: type[Exporter], called: str) -> None:
    suffix, media_type = cls.suffix, cls.media_type
    _require(
        bool(re.fullmatch(r"\.[^./\\:\s][^/\\:\s]*", suffix)),
        f"{called}: suffix should be a dot and a few letters, it is {suffix!r}",
    )
    _require(
        bool(re.fullmatch(r"[^\s/;]+/[^\s/;]+(?:; ?[^\s;]+)*", media_type)),
        f"{called}: media_type should be like 'text/plain', it is {media_type!r}",
    )
    for option in options_of(cls):
        _require(
            _from_text(option),
            f"{called}: the option {option.name} is of type {option.type!r}, which no text can "
            f"give; take a Choice or one of {', '.join(t.__name__ for t in FROM_TEXT)}",
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
        raise AssertionError(f"{where}: should give bytes, gave {got}")  # noqa: TRY004 - a contract
    return data


def _documents() -> Iterator[tuple[str, OpsDocument]]:
    """Gives the documents that every exporter must bear, each with a word for what it is."""
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
        filled = cast("OpsDocument", transform(a_document(), _filler(text)))
        ensure(filled)
        yield f"a document full of {text[:40]!r}", filled


def _filler(text: str) -> Change:
    """Gives what puts a text into every field that takes any."""

    def fill(given: str, field: Field, _owner: Record) -> str:
        return text if field.kind in (Kind.TEXT, Kind.PROSE) else given

    return fill


def _require(holds: bool, otherwise: str) -> None:
    """Raises what an `assert` would, which Python leaves out when it is asked to be quick."""
    if not holds:
        raise AssertionError(otherwise)
