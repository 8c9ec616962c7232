"""Records in the making: values come line by line, and whatever fits no field stays in the record's own prose."""

import re
from collections.abc import Iterable
from typing import Any

from attrs import define, field

from opshandover.codec.column_names import folded, target_of
from opshandover.continuity.ledger import Found
from opshandover.model import Record
from opshandover.model.fields import Field, Kind, field_map, main_field
from opshandover.model.systems import CredentialRef, System
from opshandover.pages.blocks import Run, Runs
from opshandover.reading.dates import find_dates
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.labels import halves, title_of
from opshandover.reading.foreign.leaves import Leaf, Line, Listing, Part, leaves_of
from opshandover.reading.foreign.prose import inline, markdown
from opshandover.reading.foreign.values import is_empty, number_of, says_more, take, take_part
from opshandover.redaction import MASK
from opshandover.remarks import RemarkKind
from opshandover.text import message


def plain(runs: Runs) -> str:
    """The text of runs with the addresses of their links."""
    return "".join(run.text + _address(run) for run in runs).strip()


def _address(run: Run) -> str:
    picture = f" ({run.image.address})" if run.image else ""
    is_said = not run.link or run.link.rstrip("/") in run.text or run.link == f"mailto:{run.text}"
    return picture if is_said else f"{picture} ({run.link})"


@define(eq=False)
class Draft:
    """A record that is being filled: the values of its fields, and the parts that are left for its prose."""

    of: type[Record]
    path: str
    values: dict[str, Any] = field(factory=dict[str, Any])
    rest: list[Part] = field(factory=list[Part])

    def has(self, name: str) -> bool:
        """Whether a field is filled."""
        return bool(self.values.get(name))

    def set(self, name: str, value: object, leaf: Leaf, *known: str) -> None:
        """Set a field to what a line says; `known` are words that the value stands for."""
        self.values[name] = value
        leaf.known += known
        leaf.home(f"{self.path}.{name}")

    def put(self, field: Field, value: object) -> bool:
        """Set a field that is not filled yet; values of a list are added to it."""
        if field.many and isinstance(value, tuple):
            self.values[field.name] = (*self.values.get(field.name, ()), *value)
            return True
        if self.values.get(field.name) in (None, "", ()):
            self.values[field.name] = value
            return True
        return False


def field_for(cls: type[Record], label: str) -> tuple[Field, Field | None] | None:
    """The field of a class that a label names, and the field of the record in it, if the label names a part."""
    if both := halves(label):
        return next(filter(None, (field_for(cls, half) for half in both)), None)
    target = target_of(cls, label) if "." not in label else None
    main = main_field(cls)
    inner = (
        target_of(main.record, label) if main is not None and main.kind is Kind.RECORD and "." not in label else None
    )
    if inner and main and (target is None or inner.rank < target.rank or target.path[0] == main.name):
        return main, field_map(main.record)[inner.path[0]]
    return (field_map(cls)[target.path[0]], None) if target else None


_SECRET = re.compile(
    r"(?:登录|初始|默认)?(?:密码|口令|密钥)|password|pwd|passwd|pass|secret|token|api key", re.IGNORECASE
)
INDEX = re.compile(r"序号|编号|no\.?|#|num|index|项次|行号", re.IGNORECASE)


def labelled(context: Context, draft: Draft, leaf: Leaf, label: str, runs: Runs) -> bool:
    """Take a value beside its label; whether every word of it has a place now."""
    text = plain(runs)
    if issubclass(draft.of, System) and _SECRET.fullmatch(folded(label)):
        return _secret(context, draft, leaf, label, text)
    found = field_for(draft.of, label)
    if found is None or is_empty(text):
        return False
    field, part = found
    if part is not None:
        return _part(draft, leaf, label, text, (field, part))
    taken = take(field, text, inline(runs), context.clock)
    path = f"{draft.path}.{field.name}"
    context.settled(taken, leaf, path)
    if taken.value is None and field.kind is Kind.DECIMAL and (number := number_of(text)):
        taken.value = number[0]
        if not draft.put(field_map(draft.of)["unit"], number[1]):
            return False
    if taken.value is None and taken.asked is None:
        _part_of_value(context, draft, leaf, field, text)
        return False
    if taken.value is None or not draft.put(field, taken.value):
        return False
    leaf.home(path, Found.LABEL)
    if (field.kind is Kind.INTEGER and not text.rstrip("% ").isdigit()) or says_more(field, text):
        return (
            False  # the unit or the day of the week has no field of its own, so that the whole stays as it was written
        )
    leaf.known += [*understood(draft.of, label), *([] if field.kind in (Kind.TEXT, Kind.PROSE) else [text])]
    return True


def understood(of: type[Record], label: str) -> list[str]:
    """What of a label stands for a field: of 完整URL only the half that names one, of 金额（元） not what is in brackets."""
    both = halves(label)
    named = [half for half in both if field_for(of, half)]
    if named:
        return named if len(named) < len(both) else [label]
    title = title_of(label)
    return [title.text if title.aside and not field_for(of, title.aside) else label]


def _part_of_value(context: Context, draft: Draft, leaf: Leaf, field: Field, text: str) -> None:
    """Copy the date or the person in a value that says more, and ask for the dates in it that are not whole."""
    value = take_part(field, text, context.clock).value
    path = f"{draft.path}.{field.name}"
    if value is None or not draft.put(field, value):
        return
    leaf.home(path, Found.LABEL)
    for date in find_dates(text):
        if date.value is None:
            context.asked(date, leaf, path)


def _part(draft: Draft, leaf: Leaf, label: str, text: str, fields: tuple[Field, Field]) -> bool:
    """Take a part of the record in the main field, such as the phone number of a contact."""
    field, part = fields
    inner = draft.values.get(field.name) or field.record()
    if getattr(inner, part.name) or part.kind is not Kind.TEXT:
        return False
    values = {name: getattr(inner, name) for name in field_map(field.record)}
    draft.values[field.name] = field.record(**{**values, part.name: text})
    leaf.home(f"{draft.path}.{field.name}.{part.name}", Found.LABEL)
    leaf.known.append(label)
    return True


def _secret(context: Context, draft: Draft, leaf: Leaf, label: str, text: str) -> bool:
    """Leave out a secret; words in its place say where it is kept or whom to ask."""
    if is_empty(text):
        return False
    leaf.known.append(label)
    accounts: tuple[CredentialRef, ...] = draft.values.get("credentials", ())
    path = f"{draft.path}.credentials"
    if text.strip(" *") == MASK:
        leaf.home(path)
        return True
    if MASK in text or len(accounts) > 1:
        return False
    account = accounts[0].account if accounts else ""
    draft.values["credentials"] = (CredentialRef(account=account, vault_ref=text),)
    leaf.home(path)
    return True


def finished(context: Context, draft: Draft) -> Record:
    """The record of a draft, with its rest in the field for it, or in a free section if it has none."""
    if draft.rest:
        name = draft.of.rest
        field = field_map(draft.of).get(name)
        if field is None:
            _to_main(context, draft)
        elif field.kind is Kind.RECORD and field.many:
            _as_records(draft, field)
        elif field.kind is Kind.RECORD:
            inner = Draft(field.record, f"{draft.path}.{name}", rest=draft.rest)
            draft.values[name] = finished(context, inner)
        elif field.many:
            texts = tuple(filter(None, (markdown([part]) for part in draft.rest)))
            draft.values[name] = (*draft.values.get(name, ()), *texts)
            _settle(draft, name)
        else:
            text = markdown(draft.rest) if field.kind is Kind.PROSE else _lines(draft.rest)
            before = draft.values.get(name, "")
            draft.values[name] = f"{before}\n\n{text}".strip() if before else text
            _settle(draft, name)
    return draft.of(**draft.values)


def _to_main(context: Context, draft: Draft) -> None:
    main = main_field(draft.of)
    if main is not None and main.kind in (Kind.PROSE, Kind.TEXT):
        text = markdown(draft.rest) if main.kind is Kind.PROSE else _lines(draft.rest)
        before = draft.values.get(main.name, "")
        between = "\n\n" if main.kind is Kind.PROSE else "\n"
        draft.values[main.name] = f"{before}{between}{text}" if before else text
        _settle(draft, main.name)
        return
    title = str(draft.values.get(draft.of.main) or "")
    context.keep(None, draft.rest, title)


def _lines(parts: Iterable[Part]) -> str:
    return "\n".join(plain(leaf.runs) for leaf in leaves_of(parts))


def _as_records(draft: Draft, field: Field) -> None:
    """The parts as records of a list, such as the steps of a process."""
    of = field.record
    made: list[Record] = list(draft.values.get(field.name, ()))
    for part in draft.rest:
        blocks: list[list[Part]] = [item.blocks for item in part.items] if isinstance(part, Listing) else [[part]]
        for inside in blocks:
            path = f"{draft.path}.{field.name}[{len(made)}]"
            first = inside[0] if inside else None
            values = {of.main: plain(first.leaf.runs)} if isinstance(first, Line) else {}
            beside = inside[1:] if isinstance(first, Line) else inside
            if beside or not values:
                values[of.rest] = markdown(beside)
            if any(values.values()):
                made.append(of(**values))
                for leaf in leaves_of(inside):
                    leaf.home(path)
    draft.values[field.name] = tuple(made)


def _settle(draft: Draft, name: str) -> None:
    for leaf in leaves_of(draft.rest):
        leaf.home(f"{draft.path}.{name}")


def said_secret(context: Context, leaf: Leaf, path: str) -> None:
    """Say that a secret was left out."""
    said = message(
        "此处写有密码等机密，未采用；请存入密码库并注明位置",
        "a secret was written here and left out; keep it in a vault, and say where that is",
    )
    context.remark(RemarkKind.DROPPED, said, leaf, path)


def known_numbers(leaf: Leaf) -> None:
    """Note the words before a number or an address of a person, which its field stands for."""
    leaf.known += re.findall(
        r"电话|手机号?|邮箱|微信|联系方式|联系电话|tel|phone|mobile|e-?mail", leaf.text, re.IGNORECASE
    )


def is_credential(of: type[Record], head: str) -> bool:
    """Whether a label names the secret of an account."""
    return "credentials" in field_map(of) and bool(re.search("密码|口令|password|pwd", head, re.IGNORECASE))
