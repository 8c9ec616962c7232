"""Rules about the documents that go with a handover: where they are, and whether all are there."""

import re
from collections.abc import Iterator

from attrs import frozen

from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    DocumentKind,
    DocumentRef,
    Documents,
    NotApplicable,
    Nothing,
    OpsDocument,
    Project,
    System,
    Training,
)
from opshandover.rules.predicates import filled
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text

_CONTRACT = re.compile(r"合同|协议|契约|\b(?:contract|agreement)s?\b", re.IGNORECASE)


def is_contract(ref: DocumentRef) -> bool:
    """Says whether a document is an agreement, by its kind, its category or its title."""
    if ref.kind is not None:
        return ref.kind is DocumentKind.CONTRACT
    return bool(_CONTRACT.search(ref.category) or _CONTRACT.search(ref.title))


@rule(
    "DOC001",
    "document-incomplete",
    Severity.ERROR,
    on=DocumentRef,
    covers=("location",),
    message=("文档“{item}”没有写{field}", "the document '{item}' has no {field}"),
    hint=(
        "写明存放位置，以及版本、更新日期和归档分类，免得有人用了旧版",
        "say where it is kept, and give its version, the day of its last change and its category, so that "
        "nobody works with an old one",
    ),
)
def document_incomplete(ref: DocumentRef, at: Place) -> Iterator[Hit]:
    """A document has no location, or nothing tells its versions apart, or it is filed nowhere.

    A document that cannot be found is not handed over: in the list of documents that is an error. One that is
    mentioned elsewhere needs its location (a warning) unless the list has it. The rest is asked of the list alone,
    as a warning. The day of the last change tells versions apart as well as a number does, and a kind files a
    document as well as a category.

    zh: 文档没有写存放位置，或分不清版本，或没有归档分类。
    zh: 找不到的文档等于没有交。文档资料部分里缺存放位置为错误；其他地方提到的文档，清单里已有位置的不再要求，否则为警告。
    zh: 版本、更新记录和分类只在清单里要求，均为警告。写了更新日期就能分清新旧，可以不写版本；写了类型可以不写分类。

    Bad::
        documents: {items: [{title: 退款处理手册}]}
    Good::
        documents:
          items:
            - title: 退款处理手册
              category: 手册
              location: 知识库的“售后”栏目
              version: "2.1"
              updated_on: 2026-10-08
    """
    listed = isinstance(at.owner, Documents)
    if empty(ref.location) and (listed or not _is_listed(ref, at.document)):
        yield hit("location", None if listed else Severity.WARNING)
    if listed:
        if not filled(ref, "version", "updated_on"):
            yield hit("version", Severity.WARNING)
        if not filled(ref, "updated_on", "changes"):
            yield hit("updated_on", Severity.WARNING)
        if not filled(ref, "category", "kind"):
            yield hit("category", Severity.WARNING)


def _is_listed(ref: DocumentRef, document: OpsDocument) -> bool:
    """Says whether the list of documents has an entry for a document mentioned elsewhere."""
    listed, title = document.documents, ref.title.strip()
    return isinstance(listed, Documents) and title in [d.title.strip() for d in listed.items]


@frozen
class _Sort:
    """One sort of documents that the set of a post holds, and how to tell it."""

    label: Text
    kinds: tuple[DocumentKind, ...]
    words: re.Pattern[str]
    unless: str = ""
    held_by: type[Project] | type[System] | type[Training] | None = None


_SORTS = (
    _Sort(
        Text("项目总结", "project summary"),
        (DocumentKind.PROJECT_SUMMARY, DocumentKind.PROJECT_FILE, DocumentKind.PROJECT_PLAN),
        re.compile(r"项目|专题|总结|结案|\bproject|summar|retrospective", re.IGNORECASE),
        "projects",
        Project,
    ),
    _Sort(
        Text("客户资料", "customer record"),
        (DocumentKind.CUSTOMER_RECORD,),
        re.compile(r"客户|用户|会员|品牌方|\b(?:customer|client)", re.IGNORECASE),
        "customers",
    ),
    _Sort(
        Text("培训资料", "training material"),
        (DocumentKind.TRAINING_MATERIAL, DocumentKind.VIDEO_TUTORIAL),
        re.compile(r"培训|课件|教程|上岗|入职|\b(?:training|tutorial|onboarding)", re.IGNORECASE),
        "training",
        Training,
    ),
    _Sort(
        Text("模板", "template"),
        (DocumentKind.TEMPLATE,),
        re.compile(r"模板|模版|范本|样例|template|boilerplate", re.IGNORECASE),
    ),
    _Sort(
        Text("系统使用手册", "system manual"),
        (DocumentKind.OPERATION_MANUAL,),
        re.compile(r"(?:系统|后台|平台|操作|使用).*(?:手册|说明|指南)|manual|guide", re.IGNORECASE),
        "systems",
        System,
    ),
)


@rule(
    "DOC002",
    "documents-one-sided",
    Severity.WARNING,
    on=Documents,
    traits=("departure",),
    message=("移交的文档里没有{what}", "among the documents there is no {what}"),
    hint=(
        "补上这类文档；确实没有的，把对应的部分写成 nothing 或 not_applicable 并说明原因",
        "add it; if there is none, declare the section that it belongs to `nothing` or `not_applicable`, "
        "with the reason",
    ),
)
def documents_one_sided(documents: Documents, at: Place) -> Iterator[Hit]:
    """An offboarding handover passes on documents, but none of one of the sorts that a post has.

    The sorts are project summaries, customer records, training material, templates and manuals of systems; what
    lies on the giver's own disk is noticed only when it is gone. Kind, category and title decide, and documents
    named elsewhere count: with a project, a system or the training. A sort is not asked for if the section that it
    belongs to is declared to have no content.

    zh: 离职交接的文档里，缺少一个岗位通常都有的某一类：项目总结、客户资料、培训资料、模板、系统使用手册。
    zh: 留在移交人自己电脑里的文件，往往人走了才发现没有交。按类型、分类和标题判断；
    zh: 写在项目、系统、培训里的文档也算；对应部分声明了无内容或不适用的，不再要求。

    Bad::
        documents: {items: [{title: 品牌方往来记录, kind: customer_record, location: 知识库的“客户”栏目}]}
    Good::
        documents:
          items:
            - {title: 冬至专题总结, kind: project_summary, location: 知识库的“项目”栏目}
            - {title: 品牌方往来记录, kind: customer_record, location: 知识库的“客户”栏目}
            - {title: 新编辑上岗课件, kind: training_material, location: 知识库的“培训”栏目}
            - {title: 合作报价模板, kind: template, location: 知识库的“商务”栏目}
            - {title: 内容后台操作手册, kind: operation_manual, location: 知识库的“系统”栏目}
    """
    if empty(documents.items):
        return
    for sort in _SORTS:
        declared = getattr(at.document, sort.unless) if sort.unless else None
        if isinstance(declared, (Nothing, NotApplicable)):
            continue
        if not any(_is(ref, sort) for ref in documents.items) and not _held(at.document, sort):
            yield hit("items", what=sort.label)


def _is(ref: DocumentRef, sort: _Sort) -> bool:
    return ref.kind in sort.kinds or bool(sort.words.search(f"{ref.category} {ref.title}"))


def _held(document: OpsDocument, sort: _Sort) -> bool:
    """Says whether a project, a system or the training names a document of its own."""
    if sort.held_by is None:
        return False
    holders = records_in(document, sort.held_by)
    return any(records_in(holder, DocumentRef) for _, holder in holders)


RULES = rules_of(__name__)
