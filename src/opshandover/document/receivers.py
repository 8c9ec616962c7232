"""A document as one of several receivers needs it."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar, cast

import attrs

from opshandover.arguments import ensure_argument, ensure_language
from opshandover.document.paths import child_path
from opshandover.document.people import same_person, unnamed
from opshandover.document.verify import ensure_document
from opshandover.errors import UnknownNameError
from opshandover.model.base import Record
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import field_map, filled_values
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.spelling import nearest
from opshandover.text import Lang, Text, message

Part = TypeVar("Part", bound=Record)


def for_receiver(document: OpsDocument, name: str, lang: Lang | None = None) -> OpsDocument:
    """A document with what one receiver needs: what becomes theirs, and all that is nobody's in particular.

    Open items that become another receiver's are left out; a last section says how many, and whose. An item that
    holds some of this receiver's stays with these.

    Args:
        document: the document; not changed itself.
        name: the name of one of its receivers.
        lang: the language of the words added; the document's own if left out.

    Raises:
        ArgumentError: the document or the name is something else.
        UnknownNameError: nobody of this name receives the document.
    """
    ensure_document(document)
    ensure_argument(name, str, "name", _NAME, _AS_WRITTEN)
    ensure_language(lang)
    receiver = next((one for one in document.receivers if same_person(one, Person(name=name))), None)
    if receiver is None:
        raise _unknown(name, [one.name for one in document.receivers])
    others = [one for one in document.receivers if not same_person(one, receiver)]
    left: Counter[tuple[str, str]] = Counter()
    mine = _without(document, others, left, "")
    lang = lang or document.output_lang
    title = _TITLE[lang].format(title=document.title, name=receiver.name) if document.title else document.title
    extra = (*document.extra, FreeSection(title=_OTHERS[lang], body=_said(left, lang))) if left else document.extra
    return attrs.evolve(mine, title=title, extra=extra)


def _without(record: Part, others: Iterable[Person], left: Counter[tuple[str, str]], path: str) -> Part:
    """A record without the items of other people; these are counted by owner and section."""
    changes: dict[str, object] = {}
    for field, value in filled_values(record):
        place = path or child_path(path, field.name)
        if isinstance(value, Record):
            new: object = _without(value, others, left, place)
        elif isinstance(value, tuple) and issubclass(field.type, Record):
            items = cast("tuple[Record, ...]", value)
            kept = (_kept(item, others, left, place) for item in items)
            new = tuple(item for item in kept if item is not None)
            if len(new) == len(items) and all(one is old for one, old in zip(new, items, strict=True)):
                continue
        else:
            continue
        if new is not value:
            changes[field.name] = new
    return attrs.evolve(record, **changes) if changes else record


def _kept(item: Record, others: Iterable[Person], left: Counter[tuple[str, str]], path: str) -> Record | None:
    """An item without what becomes other people's; `None` if all of it does."""
    owner = _responsible(item) if isinstance(item, OpenItem) and item.open else None
    theirs = next((other for other in others if owner and same_person(owner, other)), None)
    inside = _without(item, others, left, path)
    if theirs is None or _has_open_items(inside):
        return inside
    left[theirs.name, path] += 1
    return None


def _responsible(item: OpenItem) -> Person | None:
    return getattr(item, "owner", None) if unnamed(item.new_owner) else item.new_owner


def _has_open_items(record: Record) -> bool:
    """Whether open items are left inside a record."""
    return any(
        isinstance(inner, OpenItem) and inner.open and not unnamed(_responsible(inner))
        for field, value in filled_values(record)
        if isinstance(value, tuple) and issubclass(field.type, OpenItem)
        for inner in cast("tuple[object, ...]", value)
    )


def _said(left: Counter[tuple[str, str]], lang: Lang) -> str:
    labels = field_map(OpsDocument)
    return "\n".join(
        _ONE[lang].format(name=name, section=labels[section].label[lang], number=number)
        for (name, section), number in left.items()
    )


def _unknown(name: str, known: list[str]) -> UnknownNameError:
    meant = nearest(name, known)
    names = Text("、".join(known) or "（未写）", ", ".join(known) or "(none given)")
    if meant:
        return UnknownNameError(
            message(
                "接收人中没有“{name}”，是不是“{meant}”？接收人：{names}",
                "no receiver is called '{name}'; did you mean '{meant}'? receivers: {names}",
                name=name,
                meant=meant,
                names=names,
            )
        )
    return UnknownNameError(
        message(
            "接收人中没有“{name}”；接收人：{names}",
            "no receiver is called '{name}'; receivers: {names}",
            name=name,
            names=names,
        )
    )


_NAME = Text("接收人的姓名", "the name of a receiver")
_AS_WRITTEN = Text("写成文档中的姓名", "give it as the document has it")
_TITLE = Text("{title}（{name}）", "{title} ({name})")
_OTHERS = Text("由其他接收人负责", "With the other receivers")
_ONE = Text("- {name}：{section} {number} 项", "- {name}: {section}, {number}")
