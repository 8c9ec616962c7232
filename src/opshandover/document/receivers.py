"""A document as one of several receivers needs it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

import attrs
from attrs import define, field

from opshandover.arguments import ensure_argument, ensure_language
from opshandover.document.open import is_out, is_undone
from opshandover.document.paths import child_path, containing, named_path, section_of
from opshandover.document.people import NO_NEW_OWNER, has_no_new_owner, name_key, new_owner_of, same_person
from opshandover.document.verify import ensure
from opshandover.errors import UnknownNameError
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Record
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import field_map, filled_values
from opshandover.model.header import Waiver
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature
from opshandover.redaction import excerpt
from opshandover.spelling import nearest
from opshandover.text import Lang, Text, message

Part = TypeVar("Part", bound=Record)


def for_receiver(document: OpsDocument, name: str, lang: Lang | None = None) -> OpsDocument:
    """A document with what one receiver needs: what becomes theirs, and all that is nobody's in particular.

    Open items that become another receiver's are left out, as are things to be returned to them and access that they
    get; a last section says how many, and whose. An item that holds some of this receiver's stays with these. Items
    for which the document names nobody are in each part, and say so. Only this receiver signs the part.

    Args:
        document: the document; not changed itself.
        name: the name of one of its receivers.
        lang: the language of the words added; the document's own if left out.

    Raises:
        ArgumentError: the document or the name is something else.
        ContentError: the document holds values that its fields do not allow.
        UnknownNameError: nobody of this name receives the document.
    """
    ensure(document)
    ensure_argument(name, str, "name", _NAME, _AS_WRITTEN)
    ensure_language(lang)
    receivers = [one for one in document.receivers if same_person(one, Person(name=name))]
    if not receivers:
        raise _unknown(name, [one.name for one in document.receivers])
    lang = lang or document.output_lang
    others = tuple(one for one in document.receivers if one not in receivers)
    part = _Part(document=document, others=_by_name(others), nobody=Person(name=NO_NEW_OWNER[lang]))
    mine = part.without(document, "", "", ())
    title = _TITLE.format(title=document.title, name=receivers[0].name) if document.title else document.title
    said = FreeSection(title=_OTHERS[lang], body=_said(part.left, lang))
    return attrs.evolve(
        mine,
        title=title,
        receivers=tuple(receivers),
        waivers=tuple(part.waivers(document)),
        extra=(*document.extra, said) if part.left else document.extra,
    )


def _by_name(people: Iterable[Person]) -> Mapping[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in people:
        found.setdefault(name_key(person.name), []).append(person)
    return found


@define
class _Part:
    """The part of a document that is not other people's; counts what is left out, and knows where items moved."""

    document: OpsDocument
    others: Mapping[str, list[Person]]
    nobody: Person
    left: Counter[tuple[str, str]] = field(factory=Counter[tuple[str, str]])
    moved: dict[str, str | None] = field(factory=dict[str, str | None])

    def without(self, record: Part, path: str, new_path: str, holders: tuple[OpenItem, ...]) -> Part:
        """A record without the items of other people, from a path to a new one."""
        changes: dict[str, object] = {}
        if isinstance(record, OpenItem):
            if has_no_new_owner(record, self.document, holders):
                changes["new_owner"] = self.nobody
            holders = (record, *holders)
        for one, value in filled_values(record):
            at, new_at = child_path(path, one.name), child_path(new_path, one.name)
            if isinstance(value, Record):
                new: object = self.without(value, at, new_at, holders)
            elif isinstance(value, tuple) and issubclass(one.type, Record):
                new = self._items(cast("tuple[Record, ...]", value), at, new_at, holders)
            else:
                continue
            if new is not value:
                changes[one.name] = new
        return attrs.evolve(record, **changes) if changes else record

    def _items(
        self, items: tuple[Record, ...], path: str, new_path: str, holders: tuple[OpenItem, ...]
    ) -> tuple[Record, ...]:
        kept: list[Record] = []
        for number, item in enumerate(items):
            at, new_at = child_path(path, number), child_path(new_path, len(kept))
            theirs = self._owner(item, holders)
            counted = self.left.copy()
            inside = self.without(item, at, new_at, holders)
            if theirs is None or _has_open_items(inside):
                self.moved[at] = new_at
                kept.append(inside)
            else:
                self.moved[at] = None
                if not isinstance(item, Signature):
                    whose = theirs.name, section_of(path)
                    self.left[whose] = counted[whose] + 1
        same = len(kept) == len(items) and all(one is old for one, old in zip(kept, items, strict=True))
        return items if same else tuple(kept)

    def _owner(self, item: Record, holders: tuple[OpenItem, ...]) -> Person | None:
        """The other receiver to whom an open item goes."""
        owner = self._goes_to(item, holders)
        among = self.others.get(name_key(owner.name), ()) if owner else ()
        return next((other for other in among if owner and same_person(owner, other)), None)

    def _goes_to(self, item: Record, holders: tuple[OpenItem, ...]) -> Person | None:
        """To whom something goes that has yet to be done, returned or granted."""
        match item:
            case OpenItem() if item.open:
                return new_owner_of(item, self.document, holders)
            case Asset() if is_out(item):
                return item.return_to
            case AccessChange() if is_undone(item):
                return item.person
            case Signature(role=SignatoryRole.RECEIVER | None):
                return item.person
            case _:
                return None

    def waivers(self, document: OpsDocument) -> Iterator[Waiver]:
        """The waivers of what is left, with the paths that it has now."""
        for waiver in document.waivers:
            path = named_path(waiver.path)
            places = [one for one in containing(path) if one in self.moved]
            place = places[-1] if places else ""
            new = self.moved[place] if place else ""
            if new is not None and all(self.moved[one] is not None for one in places):
                moved = new != place
                yield attrs.evolve(waiver, path=new + path.removeprefix(place)) if moved else waiver


def _has_open_items(record: Record) -> bool:
    """Whether open items are left inside a record."""
    return any(
        isinstance(inner, OpenItem) and inner.open
        for one, value in filled_values(record)
        if isinstance(value, tuple) and issubclass(one.type, OpenItem)
        for inner in cast("tuple[object, ...]", value)
    )


def _said(left: Counter[tuple[str, str]], lang: Lang) -> str:
    """A line for each of the other receivers, with the number of their items in each section."""
    labels = field_map(OpsDocument)
    theirs: dict[str, list[str]] = {}
    for (name, section), number in left.items():
        said = _IN_SECTION[lang].format(section=labels[section].label[lang], number=number)
        theirs.setdefault(name, []).append(said)
    comma, line = _COMMA[lang], _ONE[lang]
    return "\n".join(line.format(name=name, items=comma.join(said)) for name, said in theirs.items())


def _unknown(name: str, known: list[str]) -> UnknownNameError:
    known = [excerpt(one) for one in known if one.strip()]
    names = Text("、".join(known) or "（未写）", ", ".join(known) or "(none given)")
    if meant := nearest(name, known):
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
_TITLE = "{title} · {name}"
_OTHERS = Text("由其他接收人负责", "With the other receivers")
_ONE = Text("- {name}：{items}", "- {name}: {items}")
_IN_SECTION = Text("{section} {number} 项", "{section} {number}")
_COMMA = Text("，", ", ")
