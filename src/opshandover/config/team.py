"""Reads a team's own kinds of document."""

import re
from collections.abc import Iterable
from typing import cast

import attrs

from opshandover.codec.names import field_called, field_names, nearest
from opshandover.codec.scalars import WrongValueError, boolean, expected, integer, text
from opshandover.config.reading import Faults, Known, both, inside, meant
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Kind
from opshandover.profiles import TRAITS, Profile, Share, profile_named
from opshandover.profiles.checking import section_keys, wrong_sum
from opshandover.profiles.profile import HEADER
from opshandover.profiles.registry import PROFILES, doubled, spellings
from opshandover.spec import Need
from opshandover.text import Message, Text, message

_KEYS = ("based-on", "label", "short", "purpose", "drop", "sections", "weights", *TRAITS)
_SHARE_KEYS = ("need", "weight")
_NEEDS = {need.name.lower(): need for need in (Need.REQUIRED, Need.RECOMMENDED)}
_NAME = re.compile(r"[^\W_][\w-]*")


def profiles(faults: Faults, path: str, value: object, _known: Known) -> tuple[Profile, ...]:
    """Takes the kinds of document that a configuration defines, by name."""
    taken: list[Profile] = []
    for name, table in faults.table(path, value).items():
        at = inside(path, name)
        content = faults.table(at, table)
        made = _profile(faults, at, name, content) if isinstance(table, dict) else None
        if made is not None:
            _must_be_told_apart(faults, at, made, taken)
            taken.append(made)
    return tuple(taken)


def _profile(faults: Faults, at: str, name: str, table: dict[str, object]) -> Profile | None:
    """Makes one profile, as far as that is possible; without what it is based on, it is not."""
    if not _NAME.fullmatch(name):
        problem = message(
            "名称只能用字母、数字、下划线和连字符，并以字母或数字开头",
            "a name has letters, digits, - and _, and begins with a letter or a digit",
        )
        faults.add(at, problem)
    if name in PROFILES.names():
        faults.add(at, doubled(name))
    given = {key: (place, content) for place, key, content in faults.known(at, table, _KEYS)}
    for key in ("based-on", "label"):
        if key not in given:
            problem = message("缺少必填的键", "a key is missing that has to be there")
            faults.add(inside(at, key), problem)
    base = faults.take(*given["based-on"], _base, None) if "based-on" in given else None
    named = {k: faults.take(*given[k], both, None) for k in given if k in ("label", "short", "purpose")}
    traits = {k: faults.take(*given[k], boolean, None) for k in given if k in TRAITS}
    if base is None:
        return None
    label = named.get("label") or Text(name, name)
    changes = _Changes(faults, base)
    if "drop" in given:
        changes.drop(*given["drop"])
    if "sections" in given:
        changes.weigh_sections(*given["sections"])
    if "weights" in given:
        changes.weigh_fields(*given["weights"])
    profile = attrs.evolve(
        base,
        name=name,
        label=label,
        short=named.get("short") or label,
        purpose=named.get("purpose") or base.purpose,
        sections=changes.sections,
        weights=changes.weights,
        based_on=base.kind,
        **{trait: value for trait, value in traits.items() if value is not None},
    )
    if changes.understood and (uneven := wrong_sum(profile)):
        faults.add(at, uneven)
    return profile


def _base(value: object) -> Profile:
    return profile_named(text(value))


def _must_be_told_apart(faults: Faults, at: str, profile: Profile, others: Iterable[Profile]) -> None:
    """Notes a label that another kind of document has as its label or name."""
    taken: dict[str, str] = {}
    for other in (*(profile_named(name) for name in PROFILES.names()), *others):
        if other.name != profile.name:
            taken |= dict.fromkeys((other.name.casefold(), *spellings(other)), other.name)
    for spelling in sorted(spellings(profile) & set(taken)):
        problem = message(
            "“{spelling}”已用来称呼文种“{other}”",
            "'{spelling}' is what the kind of document '{other}' is called",
            spelling=spelling,
            other=taken[spelling],
        )
        faults.add(inside(at, "label"), problem)


class _Changes:
    """What a team's profile makes of the one that it is based on."""

    def __init__(self, faults: Faults, base: Profile) -> None:
        self.faults = faults
        self.before = len(faults.found)
        self.sections = dict(base.sections)
        self.weights = dict(base.weights)

    @property
    def understood(self) -> bool:
        """Whether nothing was wrong, so that the sum means something."""
        return len(self.faults.found) == self.before

    def drop(self, at: str, value: object) -> None:
        """Takes sections away."""
        for place, written in self.faults.texts(at, value):
            with self.faults.at(place):
                key = _section(written)
                if key == HEADER:
                    raise WrongValueError(message("文档信息不能去掉", "the header cannot be dropped"))
                if self.sections.pop(key, None) is None:
                    raise WrongValueError(
                        message(
                            "原文种没有要求“{key}”，不必去掉",
                            "'{key}' is not asked for anyway, so it cannot be dropped",
                            key=key,
                        )
                    )

    def weigh_sections(self, at: str, value: object) -> None:
        """Adds sections, and changes how much they are needed and weigh."""
        for written, share in self.faults.table(at, value).items():
            place = inside(at, written)
            key = self.faults.take(place, written, _section, "")
            made = self._share(place, share, self.sections.get(key)) if key else None
            if made is not None:
                self.sections[key] = made

    def _share(self, at: str, value: object, old: Share | None) -> Share | None:
        need, weight = (old.need, old.weight) if old else (None, None)
        for place, key, content in self.faults.known(at, value, _SHARE_KEYS):
            with self.faults.at(place):
                if key == "need":
                    need = _need(content)
                else:
                    weight = _weight(content)
        if need is not None and weight is not None:
            return Share(need, weight)
        for key, content in (("need", need), ("weight", weight)):
            if content is None and isinstance(value, dict) and key not in value:
                problem = message("新增的章节要写明 need 和 weight", "a section that is added needs both keys")
                self.faults.add(inside(at, key), problem)
        return None

    def weigh_fields(self, at: str, value: object) -> None:
        """Changes what single fields weigh."""
        for written, weight in _flat("", self.faults.table(at, value)):
            place = inside(at, written)
            path = self.faults.take(place, written, _path, "")
            taken = self.faults.take(place, weight, _weight, None)
            if path and taken is not None:
                self.weights[path] = taken


def _flat(path: str, table: dict[str, object]) -> Iterable[tuple[str, object]]:
    """Gives the dotted paths of a table; TOML takes dots without quotes for tables in tables."""
    for key, value in table.items():
        at = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _flat(at, cast("dict[str, object]", value))
        else:
            yield at, value


def _section(written: str) -> str:
    """Takes the key of a section, by name or by label."""
    keys = section_keys()
    field = field_called(OpsDocument, written)
    found = field.name if field else written
    if found in keys:
        return found
    pairs = [(name, label) for name, label in field_names(OpsDocument) if name in keys]
    raise WrongValueError(
        message("没有这个章节", "unknown section"),
        hint=nearest(written, pairs) or meant(written, keys),
    )


def _path(written: str) -> str:
    """Takes the dotted path of a field, each step by name or by label."""
    steps: list[str] = []
    of: type[Record] | None = OpsDocument
    for step in written.split("."):
        field = field_called(of, step) if of else None
        if field is None:
            raise WrongValueError(
                message("“{step}”不是这里的字段", "'{step}' is no field of what stands there", step=step),
                hint=_fields_hint(step, of),
            )
        steps.append(field.name)
        of = field.record if field.kind in (Kind.RECORD, Kind.SECTION) else None
    return ".".join(steps)


def _fields_hint(step: str, of: type[Record] | None) -> Message:
    if of is None:
        return message("上一级已是单个值", "what stands before it is a single value")
    names = field_names(of)
    return nearest(step, names) or meant(step, (name for name, _ in names))


def _need(value: object) -> Need:
    if isinstance(value, str) and value in _NEEDS:
        return _NEEDS[value]
    names = list(_NEEDS)
    one_of = Text(f"以下之一：{'、'.join(names)}", f"one of {', '.join(names)}")
    hint = message("不需要的章节写在 drop 里", "what is not needed belongs in `drop`")
    raise expected(one_of, value, hint)


def _weight(value: object) -> int:
    weight = integer(value)
    if not 0 <= weight <= 100:
        raise expected(Text("0 到 100 的整数", "a whole number from 0 to 100"), value)
    return weight
