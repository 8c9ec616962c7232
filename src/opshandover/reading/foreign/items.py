"""Records from what people list: bullets, lines, headings with text below, and the rows of tables."""

import re
from collections.abc import Sequence
from typing import Any

from opshandover.model import Person, Record
from opshandover.model.fields import Field, Kind, field_map, main_field
from opshandover.pages.addresses import is_address
from opshandover.pages.blocks import Run
from opshandover.reading.dates import date_of, day_of
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import Draft, field_for, finished, is_credential, known_numbers, labelled, plain
from opshandover.reading.foreign.labels import Label, pairs, split_label, title_of
from opshandover.reading.foreign.leaves import Grid, Item, Leaf, Line, Listing, Part, Rule, leaves_of
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.people import (
    EMAIL,
    HANDLE,
    PHONE,
    are_sentences,
    is_name,
    owner_in,
    person_of,
    persons_of,
)
from opshandover.reading.foreign.prose import inline, markdown
from opshandover.reading.foreign.recognised import account_in, recognise, set_status
from opshandover.reading.foreign.rows import is_pairs, take_pairs
from opshandover.reading.foreign.values import number_of

_SENTENCE = re.compile(r"[。！？]|[.!?](?=\s)|[；;](?=\s|[^\s])")

_LONG_TITLE = 60

_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[、.．)）]|[（(]\d{1,2}[)）]|[①-⑳])\s*(?=\S)")

_LATER = 30


def from_item(context: Context, of: type[Record], path: str, item: Item) -> Draft:
    """The record in one item of a list."""
    first = item.blocks[0] if item.blocks and isinstance(item.blocks[0], Line) else None
    draft = record(context, of, path, first, item.blocks[1:] if first else item.blocks)
    if item.checked is not None and "status" in field_map(of):
        set_status(draft, "done" if item.checked else "")
    return draft


def record(context: Context, of: type[Record], path: str, first: Line | None, parts: Sequence[Part]) -> Draft:
    """The record of a line that names it and parts that tell more."""
    draft = Draft(of, path)
    if first is not None:
        _main_line(context, draft, first)
    for part in parts:
        inside(context, draft, part)
    if first is not None:
        recognise(context, draft, first.leaf)
    return draft


def from_node(context: Context, of: type[Record], path: str, node: Node, prefix: str = "") -> Draft:
    """The record that a heading names, with all that stands below it."""
    draft = Draft(of, path)
    leaf = node.leaf
    label = split_label(leaf.runs)
    main = main_field(of)
    title = leaf.text if not title_of(leaf.text).text else _title(leaf.text)
    named = title_of(leaf.text)
    if main is not None and main.kind is Kind.RECORD and main.record is Person:
        person = person_of(title) or Person(name=title)
        draft.values[main.name] = person
    elif label and label.value and main is not None and (known := field_for(of, label.label)) and known[0] is main:
        draft.values[main.name] = label.value
        leaf.known.append(label.label)
    elif main is not None and main.kind in (Kind.TEXT, Kind.PROSE):
        draft.values[main.name] = f"{prefix} / {title}" if prefix else title
    else:
        draft.rest.append(Line(leaf))
    leaf.known.append(leaf.text.removesuffix(title).removesuffix(named.aside))
    leaf.home(f"{path}.{of.main}")
    recognise(context, draft, leaf)
    for part in node.content:
        inside(context, draft, part)
    for child in node.children:
        if not _field_below(context, draft, child):
            draft.rest += list(child.whole())
    for one in leaves_of(draft.rest):
        if "credentials" in field_map(of) and not draft.has("credentials"):
            account_in(draft, one.text)
    return draft


def _field_below(context: Context, draft: Draft, child: Node) -> bool:
    """Take what stands below a heading that names a field of the item."""
    label = title_of(child.heading).text
    found = field_for(draft.of, label)
    leaves = list(leaves_of(child.content))
    if found is None or child.children or not leaves:
        return False
    field, part = found
    path = f"{draft.path}.{field.name}"
    if len(leaves) == 1 and labelled(context, draft, leaves[0], label, leaves[0].runs):
        path = leaves[0].path
    elif part is None and field.kind is Kind.PROSE and not field.many and not draft.has(field.name):
        draft.values[field.name] = markdown(child.content)
        for leaf in leaves:
            leaf.home(path)
    elif part is not None or not _several(context, draft, child.leaf, field, child.content):
        return False
    child.leaf.home(path)
    child.leaf.known.append(child.leaf.text)
    return True


def _title(text: str) -> str:
    """A heading without number and signs, with what stands in brackets behind it; 第三条 and “Step 2” are words."""
    title = title_of(text)
    at = text.find(title.text)
    if re.search("第|[A-Za-z]", text[: max(at, 0)]):
        return text.strip(" :：*")
    return text[at:].strip(" :：*") if title.aside and at >= 0 else title.text


def inside(context: Context, draft: Draft, part: Part) -> None:
    """Take what one part says of a record; what fits no field stays in its rest."""
    match part:
        case Rule():
            pass
        case Line():
            if not _line(context, draft, part):
                draft.rest.append(part)
        case Listing() if all(_is_labelled(item) for item in part.items) or any(
            _known_label(draft.of, item) for item in part.items
        ):
            left = [item for item in part.items if not _labelled_item(context, draft, item)]
            if left:
                draft.rest.append(Listing(left, part.ordered, part.start))
        case Grid() if is_pairs(draft.of, part):
            draft.rest += take_pairs(context, draft, part)
        case _:
            draft.rest.append(part)


def _is_labelled(item: Item) -> bool:
    return bool(item.blocks) and isinstance(item.blocks[0], Line) and split_label(item.blocks[0].leaf.runs) is not None


def _known_label(of: type[Record], item: Item) -> bool:
    label = _label_of(item)
    return label is not None and field_for(of, label.label) is not None


def _label_of(item: Item) -> Label | None:
    first = item.blocks[0] if item.blocks else None
    return split_label(first.leaf.runs) if isinstance(first, Line) else None


def _labelled_item(context: Context, draft: Draft, item: Item) -> bool:
    """Take an item `- 标签：值`, or one whose values stand in a list below the label."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Line):
        return False
    if len(item.blocks) == 1:
        return _line(context, draft, first)
    label = split_label(first.leaf.runs)
    found = field_for(draft.of, label.label) if label and not label.value else None
    if found is None or found[1] is not None:
        return False
    return _several(context, draft, first.leaf, found[0], item.blocks[1:])


def _several(context: Context, draft: Draft, leaf: Leaf, field: Field, parts: list[Part]) -> bool:
    """Take the items of a list as the values of a field of many records or texts."""
    if not field.many or len(parts) != 1 or not isinstance(parts[0], Listing):
        return False
    if field.kind is Kind.RECORD and field.record.main and field.record is not Person:
        at = len(draft.values.get(field.name, ()))
        made = [
            finished(context, from_item(context, field.record, f"{draft.path}.{field.name}[{at + number}]", item))
            for number, item in enumerate(parts[0].items)
        ]
        draft.put(field, tuple(made))
    elif field.kind is Kind.TEXT:
        draft.put(field, tuple(markdown(item.blocks) for item in parts[0].items))
        for inner in leaves_of(parts):
            inner.home(f"{draft.path}.{field.name}")
    else:
        return False
    leaf.home(f"{draft.path}.{field.name}")
    leaf.known.append(leaf.text)
    return True


def _line(context: Context, draft: Draft, line: Line) -> bool:
    """Take a line of one or more labelled values; whether all of it has a place."""
    leaf = line.leaf
    several = pairs(leaf.text)
    if several and all(is_known(draft.of, name) for name, _ in several):
        left: list[Part] = []
        for name, value in several:
            part = leaf.part(Run(value))
            if labelled(context, draft, part, name, part.runs):
                leaf.known += [name, *part.known]
            else:
                left.append(Line(leaf.part(Run(f"{name}：{value}"))))
        draft.rest += left
        return True
    label = split_label(leaf.runs)
    return label is not None and labelled(context, draft, leaf, label.label, label.runs)


def _main_line(context: Context, draft: Draft, line: Line) -> None:
    """Take the first line of an item: its labelled values, or its name and what is said of it."""
    leaf, of = line.leaf, draft.of
    main = main_field(of)
    if _line(context, draft, line):
        return
    label = split_label(leaf.runs)
    if main is None:
        draft.rest.append(line)
    elif main.kind is Kind.RECORD and main.record is Person:
        _person_line(draft, line, label)
    elif main.kind is Kind.PROSE:
        draft.set(main.name, inline(leaf.runs).strip(), leaf)
    elif main.kind is not Kind.TEXT:
        draft.rest.append(line)
    elif label and label.value and len(label.label) <= _LATER and field_for(of, label.label) is None:
        draft.set(main.name, label.label, leaf)
        _second(draft, leaf.part(*label.runs))
    else:
        _titled(draft, leaf, main)


def _titled(draft: Draft, leaf: Leaf, main: Field) -> None:
    """Take the first sentence as the title and the others as the rest, without cutting a word."""
    text = plain(leaf.runs)
    number = _NUMBERED.match(text)
    if number:
        leaf.known.append(number[0].strip())
        text = text[number.end() :]
    cut = _SENTENCE.search(text, 4) if len(text) > _LONG_TITLE or "。" in text[:-1] else None
    if cut and cut.end() < len(text) and cut.end() <= 120:
        draft.set(main.name, text[: cut.end()].rstrip("。；; "), leaf)
        draft.rest.append(Line(leaf.part(Run(text[cut.end() :].strip()))))
    else:
        draft.set(main.name, text.rstrip("。：: ") or text, leaf)


def _second(draft: Draft, leaf: Leaf) -> None:
    """Take what stands behind a name and a colon: a number, an address, a date or a person has its field."""
    text, of = plain(leaf.runs), field_map(draft.of)
    number = number_of(text)
    path = is_address(text) or re.fullmatch(r"(?:[A-Za-z]:)?[\\/][^\s，。]{2,}", text)
    place = next((of[name] for name in ("addresses", "location") if name in of), None)
    if "value" in of and number and "unit" in of:
        draft.set("value", number[0], leaf, text)
        if number[1]:
            draft.values["unit"] = number[1]
    elif place is not None and path:
        draft.put(place, (text,) if place.many else text)
        leaf.home(f"{draft.path}.{place.name}")
    elif "on" in of and (found := date_of(text, field=True)) and found.value is not None and not found.until:
        draft.set("on", day_of(found.value) if of["on"].kind is Kind.DATE else found.value, leaf, text)
    elif "owner" in of and is_name(text):
        draft.set("owner", Person(name=text), leaf)
    else:
        draft.rest.append(Line(leaf))


def _person_line(draft: Draft, line: Line, label: Label | None) -> None:
    """Take a line that names a person and says what for."""
    leaf, main = line.leaf, draft.of.main
    text = plain(leaf.runs)
    behind = persons_of(plain(label.runs)) if label and label.value else []
    before = person_of(label.label) if label and label.value and len(label.label) <= 20 else None
    cut = re.search(r"\s+[-–—]+\s+|[，,;；]\s*|\s*[—–]{1,2}\s*|(?<=[）)])\s*", text)
    first = person_of(text[: cut.start()]) if cut and cut.start() else None
    if label and len(behind) == 1 and not is_name(label.label):
        draft.set(main, behind[0], leaf)
        draft.rest.append(Line(leaf.part(Run(label.label))))
        known_numbers(leaf)
    elif label and before is not None:
        draft.set(main, before, leaf)
        _beside(draft, leaf.part(*label.runs))
    elif person := person_of(text):
        draft.set(main, person, leaf)
        known_numbers(leaf)
    elif cut and first is not None and len(first.name) <= 24:
        draft.set(main, first, leaf)
        known_numbers(leaf)
        _beside(draft, leaf.part(Run(text[cut.end() :])))
    else:
        draft.rest.append(line)


def _beside(draft: Draft, leaf: Leaf) -> None:
    """Take a number or an address beside a person; the rest says what the person is asked for."""
    text, name = plain(leaf.runs), draft.of.main
    person: Person = draft.values[name]
    found: dict[str, str] = {}
    for field, pattern in (("email", EMAIL), ("phone", PHONE), ("im", HANDLE)):
        match = pattern.search(text)
        if match and not getattr(person, field):
            found[field] = match[0]
            text = text[: match.start()] + text[match.end() :]
    values: dict[str, Any] = {one: getattr(person, one) for one in field_map(Person)}
    draft.values[name] = Person(**{**values, **found})
    text = text.strip(" ,，;；、-–—:：()（）/|")
    if text:
        draft.rest.append(Line(Leaf((Run(text),), leaf.line, shares=leaf.shares)))
    else:
        leaf.home(f"{draft.path}.{name}")


def is_known(of: type[Record], label: str) -> bool:
    """Whether a label names a field of a class, or a secret beside an account."""
    return field_for(of, label) is not None or is_credential(of, label)


def people_in(of: type[Record], line: Line) -> list[Line]:
    """The persons on one line that names several with what each is for: 产品：柳絮；测试：郑重."""
    main = main_field(of)
    found = pairs(line.leaf.text)
    if main is None or main.type is not Person or not found or any(field_for(of, label) for label, _ in found):
        return []
    if not all(len(persons_of(value)) == 1 for _, value in found):
        return []
    leaf = line.leaf
    return [Line(leaf.part(Run(f"{label}：{value}"))) for label, value in found]


def tells_of_nobody(of: type[Record], part: Listing) -> bool:
    """Whether a list where persons are listed has sentences instead: how the team works, what its members can do."""
    main = main_field(of)
    return main is not None and main.type is Person and are_sentences([leaf.text for leaf in leaves_of([part])])


def names_owner(of: type[Record], part: Part) -> bool:
    """Whether a line says who sees to it, as an item does and the text of a section does not."""
    return "owner" in field_map(of) and any(owner_in(leaf.text) for leaf in leaves_of([part]))


def continues(draft: Draft, item: Item) -> bool:
    """Whether an item of a list only tells more of the record before it: labels that are not filled there yet."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Line) or not (draft.has(draft.of.main) or draft.values):
        return False
    label = split_label(first.leaf.runs)
    labels = [name for name, _ in pairs(first.leaf.text)] or ([label.label] if label and label.value else [])
    found = [
        field_for(draft.of, name) for name in labels if not is_credential(draft.of, name) or field_for(draft.of, name)
    ]
    names = [one[0].name for one in found if one]
    if not labels or len(names) < len(found) or draft.of.main in names:
        return False
    secret = any(is_credential(draft.of, name) for name in labels)
    return (bool(names) or secret) and not any(draft.has(name) for name in names if name != "credentials" or not secret)


def is_one_record(of: type[Record], listing: Listing) -> bool:
    """Whether the items of a list are the values of one record, each with another label."""
    labels = [label for item in listing.items if (label := _label_of(item)) and label.value]
    fields = [found for label in labels if (found := field_for(of, label.label))]
    paths = {(field.name, part.name if part else "") for field, part in fields}
    return (
        len(fields) >= 2
        and len(paths) == len(fields)
        and len(labels) == len(listing.items)
        and len(fields) * 2 >= len(labels)
    )
