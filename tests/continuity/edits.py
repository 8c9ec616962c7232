"""Documents with lists of every kind, and versions of them as people edit them: text, fields, items, order."""

from collections.abc import Callable
from typing import Any, cast

import attrs
from hypothesis import strategies as st
from tests.support.documents import CONTENT, documents, records, values

from opshandover.document.paths import Path
from opshandover.document.walk import walk
from opshandover.model import Issue, Issues, NotApplicable, Nothing, OpsDocument, Person, Task, WorkPlan, WorkProgress
from opshandover.model.base import Record
from opshandover.model.fields import Field, fields_of
from opshandover.model.projects import Project, Projects

SHORT = ("核对退款单", "联系客户甲", "联系客户乙", "restart the queue", "重启", "")
PROSE = ("先看队列。\n再看账单。\n最后通知财务。", "One line of text.", "A line.\n\nAnother line, which is longer.", "")


def _tasks() -> st.SearchStrategy[tuple[Task, ...]]:
    ids = st.sampled_from(("", "", "T-1", "T-2", "T-3"))
    task = st.builds(
        Task,
        id=ids,
        title=st.sampled_from(SHORT),
        remaining=st.sampled_from(PROSE),
        progress=st.sampled_from((None, 10, 60)),
        owner=st.sampled_from((None, Person(name="周岩"), Person(name="林晓雯", phone="010-5550-0142"))),
        depends_on=st.lists(st.sampled_from(SHORT), max_size=3).map(tuple),
    )
    return st.lists(task, max_size=4).map(tuple)


def listed() -> st.SearchStrategy[OpsDocument]:
    """Draws documents whose lists hold items that are alike: with and without IDs, doubled, nested, moved."""
    texts = st.lists(st.sampled_from(SHORT), max_size=4).map(tuple)
    people = st.lists(st.sampled_from(SHORT).map(lambda name: Person(name=name)), max_size=3).map(tuple)
    project = st.builds(Project, name=st.sampled_from(SHORT), tasks=_tasks(), members=people)
    return st.builds(
        OpsDocument,
        profile=st.just("daily_handover"),
        title=st.sampled_from(SHORT),
        reason=st.sampled_from(PROSE),
        receivers=people,
        giver=st.sampled_from((None, Person(name="周岩"))),
        work_progress=st.one_of(
            st.none(),
            st.just(Nothing(reason="无")),
            st.builds(WorkProgress, tasks=_tasks(), next_steps=texts, summary=st.sampled_from(PROSE)),
        ),
        work_plan=st.one_of(st.none(), st.builds(WorkPlan, tasks=_tasks(), strategies=texts)),
        projects=st.one_of(st.none(), st.builds(Projects, items=st.lists(project, max_size=2).map(tuple))),
        issues=st.one_of(
            st.sampled_from((None, NotApplicable(reason="不涉及"))),
            st.builds(Issues, items=st.lists(st.builds(Issue, title=st.sampled_from(SHORT)), max_size=2).map(tuple)),
        ),
    )


def any_document() -> st.SearchStrategy[OpsDocument]:
    """Draws any document, and often one with lists."""
    return st.one_of(listed(), listed(), documents(profile="daily_handover"))


Edit = Callable[[OpsDocument, st.DrawFn], OpsDocument]


def _records(document: OpsDocument) -> list[tuple[str, Record]]:
    return [("", document), *((node.path, node.value) for node in walk(document, Record))]


def _put(document: OpsDocument, path: str, name: str, value: object) -> OpsDocument:
    place = Path.parse(path)
    return place.put(document, attrs.evolve(place.get(document), **cast("dict[str, Any]", {name: value})))


def _change_field(document: OpsDocument, draw: st.DrawFn) -> OpsDocument:
    path, record = draw(st.sampled_from(_records(document)))
    field: Field = draw(st.sampled_from([f for f in fields_of(type(record)) if f.name != "profile"]))
    kept = st.just(field.default) if field.default is not attrs.NOTHING else st.nothing()
    return _put(document, path, field.name, draw(st.one_of(values(field), kept)))


def _change_text(document: OpsDocument, draw: st.DrawFn) -> OpsDocument:
    texts = [n for n in walk(document, str, filled=True) if n.path != "profile"]
    if not texts:
        return document
    node = draw(st.sampled_from(texts))
    at = draw(st.integers(0, len(node.value)))
    cut = draw(st.integers(0, 4))
    new = node.value[:at] + draw(st.sampled_from(("", "新", " new ", "\n另一行\n"))) + node.value[at + cut :]
    return Path.parse(node.path).put(document, new)


def _lists(document: OpsDocument) -> list[tuple[str, Record, Field]]:
    return [
        (path, record, field) for path, record in _records(document) for field in fields_of(type(record)) if field.many
    ]


def _with_list(change: Callable[[list[Any], Field, st.DrawFn], None], *, filled: bool) -> Edit:
    def edit(document: OpsDocument, draw: st.DrawFn) -> OpsDocument:
        lists = [(p, r, f) for p, r, f in _lists(document) if getattr(r, f.name) or not filled]
        if not lists:
            return document
        path, record, field = draw(st.sampled_from(lists))
        items = list(getattr(record, field.name))
        change(items, field, draw)
        return _put(document, path, field.name, tuple(items))

    return edit


def _remove(items: list[Any], _field: Field, draw: st.DrawFn) -> None:
    items.pop(draw(st.integers(0, len(items) - 1)))


def _move(items: list[Any], _field: Field, draw: st.DrawFn) -> None:
    items.insert(draw(st.integers(0, len(items))), items.pop(draw(st.integers(0, len(items) - 1))))


def _insert(items: list[Any], field: Field, draw: st.DrawFn) -> None:
    item: Any = draw(records(field.record)) if issubclass(field.type, Record) else None
    if item is None:
        item = (
            draw(st.sampled_from((*SHORT, *CONTENT)))
            if field.type is str
            else draw(st.sampled_from(list(field.choice)))
        )
    items.insert(draw(st.integers(0, len(items))), item)


def _move_to_another_list(document: OpsDocument, draw: st.DrawFn) -> OpsDocument:
    lists = [(p, r, f) for p, r, f in _lists(document) if f.type is Task]
    full = [one for one in lists if getattr(one[1], one[2].name)]
    if not full:
        return document
    path, record, field = draw(st.sampled_from(full))
    items = list(getattr(record, field.name))
    task = items.pop(draw(st.integers(0, len(items) - 1)))
    document = _put(document, path, field.name, tuple(items))
    to, _, into = draw(st.sampled_from(lists))
    there = Path.parse(to).get(document)
    return _put(document, to, into.name, (*getattr(there, into.name), task))


EDITS: tuple[Edit, ...] = (
    _change_field,
    _change_text,
    _with_list(_remove, filled=True),
    _with_list(_move, filled=True),
    _with_list(_insert, filled=False),
    _move_to_another_list,
)


@st.composite
def edited(draw: st.DrawFn, document: OpsDocument) -> OpsDocument:
    """Draws a version of a document after up to four edits."""
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=4)):
        document = edit(document, draw)
    return document


@st.composite
def versions(draw: st.DrawFn) -> tuple[OpsDocument, OpsDocument, OpsDocument]:
    """Draws a document with two versions that two people made of it."""
    base = draw(any_document())
    return base, draw(edited(base)), draw(edited(base))
