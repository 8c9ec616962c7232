"""Rules about the documents of a handover: where they are kept, and whether they are complete."""

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
from opshandover.rules.predicates import has_any
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_CONTRACT = re.compile(r"合同|协议|契约|\b(?:contract|agreement)s?\b", re.IGNORECASE)


def is_contract(ref: DocumentRef) -> bool:
    """Whether a document is a contract, by its kind, its category or its title."""
    if ref.kind is not None:
        return ref.kind is DocumentKind.CONTRACT
    return bool(_CONTRACT.search(ref.category) or _CONTRACT.search(ref.title))


@rule(
    "DOC001",
    "document-incomplete",
    Severity.ERROR,
    on=DocumentRef,
    joins="field",
    lacks=True,
    covers=("location",),
    message=("文档“{item}”没有写{field}", "the document '{item}' has no {field}"),
    hint=(
        "写明存放位置，以及版本、更新日期和归档分类，免得有人用了旧版",
        "give its location, version, date of last change and category, so that nobody works with an old version",
    ),
)
def document_incomplete(ref: DocumentRef, at: Context) -> Iterator[Hit]:
    """A document has no location, or among documents that have them no version or no category.

    A document that cannot be found is not handed over: a missing location is an error in the list of documents, and
    a warning for a document that is mentioned elsewhere and not in the list. Version and category are asked in lists
    in which another document has them, and of manuals and templates in a final document, as warnings, and never in
    short kinds. The date of the last change may replace the version, and the kind the category.

    zh: 文档没有写存放位置；或清单里别的文档写了版本、分类，这一份没有写。
    zh: 找不到的文档等于没有交。文档资料部分里缺存放位置为错误；其他地方提到的文档，清单里已有位置的不再要求，否则为警告。
    zh: 清单里别的文档写了版本、分类的，才要求这一份也写；定稿文档里的手册、SOP 和模板要写版本。均为警告，简短的文种不要求。写了更新日期就能分清新旧，可以不写版本；写了类型可以不写分类。

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
    if empty(ref.location) and (listed or not _is_listed(ref, at)):
        yield hit("location", None if listed else Severity.WARNING)
    if isinstance(at.owner, Documents) and not at.profile.brief:
        versioned = (at.final and ref.kind in _WORKED_WITH) or at.once(_has_versions, at.owner)
        if versioned and not has_any(ref, *_VERSION):
            yield hit("version", Severity.WARNING)
        if not has_any(ref, *_CATEGORY) and at.once(_has_categories, at.owner):
            yield hit("category", Severity.WARNING)


def _has_versions(section: Documents) -> bool:
    return any(has_any(one, *_VERSION) for one in section.items)


def _has_categories(section: Documents) -> bool:
    return any(has_any(one, *_CATEGORY) for one in section.items)


_VERSION = ("version", "updated_on", "changes")
_CATEGORY = ("category", "kind")
_WORKED_WITH = (DocumentKind.OPERATION_MANUAL, DocumentKind.WORK_MANUAL, DocumentKind.SOP, DocumentKind.TEMPLATE)
"""Documents with an old version of which somebody would do the wrong thing."""


def _is_listed(ref: DocumentRef, at: Context) -> bool:
    """Whether the list of documents has an entry for a document mentioned elsewhere."""
    listed = at.document.documents
    return isinstance(listed, Documents) and ref.title.strip() in at.once(_titles, listed)


def _titles(section: Documents) -> frozenset[str]:
    return frozenset(one.title.strip() for one in section.items)


@frozen
class _Category:
    """A category of documents that a post usually has, and how to recognise it."""

    label: Text
    kinds: tuple[DocumentKind, ...]
    words: re.Pattern[str]
    unless: str = ""
    holder: type[Project] | type[System] | type[Training] | None = None


_CATEGORIES = (
    _Category(
        Text("项目总结", "project summary"),
        (DocumentKind.PROJECT_SUMMARY, DocumentKind.PROJECT_FILE, DocumentKind.PROJECT_PLAN),
        re.compile(r"项目|专题|总结|结案|\bproject|summar|retrospective", re.IGNORECASE),
        "projects",
        Project,
    ),
    _Category(
        Text("客户资料", "customer record"),
        (DocumentKind.CUSTOMER_RECORD,),
        re.compile(r"客户|用户|会员|品牌方|\b(?:customer|client)", re.IGNORECASE),
        "customers",
    ),
    _Category(
        Text("培训资料", "training material"),
        (DocumentKind.TRAINING_MATERIAL, DocumentKind.VIDEO_TUTORIAL),
        re.compile(r"培训|课件|教程|上岗|入职|\b(?:training|tutorial|onboarding)", re.IGNORECASE),
        "training",
        Training,
    ),
    _Category(
        Text("模板", "template"),
        (DocumentKind.TEMPLATE,),
        re.compile(r"模板|模版|范本|样例|template|boilerplate", re.IGNORECASE),
    ),
    _Category(
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
    Severity.INFO,
    on=Documents,
    joins="what",
    thorough=True,
    traits=("departure",),
    message=("移交的文档里没有{what}", "no {what} among the documents"),
    hint=(
        "补上这类文档；确实没有的，把对应的部分写成“无内容”或“不适用”并说明原因",
        "add one; if there is none, set its section to `nothing` or `not_applicable`, with the reason",
    ),
)
def documents_one_sided(documents: Documents, at: Context) -> Iterator[Hit]:
    """An offboarding handover has documents, but none of a category that a post usually has.

    The categories are project summaries, customer records, training material, templates and system manuals; a file on
    the giver's own disk is missed only after they have left. Kind, category and title decide, and documents of a
    project, a system or the training count too. A category is asked for if the document has the section that it
    belongs to, and all of them once it is final, unless the section is declared `nothing` or `not_applicable`.

    zh: 离职交接的文档里，缺少一个岗位通常都有的某一类：项目总结、客户资料、培训资料、模板、系统使用手册。
    zh: 留在移交人自己电脑里的文件，往往人走了才发现没有交。按类型、分类和标题判断；
    zh: 写在项目、系统、培训里的文档也算。写了对应部分的才要求，定稿时全部要求；对应部分声明了无内容或不适用的，不再要求。

    Bad::
        customers: {items: [{name: 海棠酒店}]}
        documents: {items: [{title: 冬至专题总结, kind: project_summary, location: 知识库的“项目”栏目}]}
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
    for category in _CATEGORIES:
        declared = getattr(at.document, category.unless) if category.unless else None
        if isinstance(declared, (Nothing, NotApplicable)) or (declared is None and not at.final):
            continue
        if not any(_matches(ref, category) for ref in documents.items) and not _held_elsewhere(at.document, category):
            yield hit("items", what=category.label)


def _matches(ref: DocumentRef, category: _Category) -> bool:
    return ref.kind in category.kinds or bool(category.words.search(f"{ref.category} {ref.title}"))


def _held_elsewhere(document: OpsDocument, category: _Category) -> bool:
    """Whether a project, a system or the training names a document of its own."""
    if category.holder is None:
        return False
    holders = records_in(document, category.holder)
    return any(records_in(holder, DocumentRef) for _, holder in holders)


RULES = rules_of(__name__)
