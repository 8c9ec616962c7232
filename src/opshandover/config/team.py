"""Readers of a team's own kinds of document."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

import attrs

from opshandover.codec.names import did_you_mean, field_names
from opshandover.codec.scalars import WrongValueError, boolean, expected, integer, text
from opshandover.config.reading import Faults, Known, bilingual, key_hint, table_path
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import Kind, field_for_key
from opshandover.profiles import TRAITS, Profile, Share, profile_named
from opshandover.profiles.checking import TOTAL, section_keys, weight_sum_problem
from opshandover.profiles.profile import HEADER
from opshandover.profiles.registry import PROFILES, duplicate_name, registered_profiles, spellings
from opshandover.spec import Need
from opshandover.text import Message, Text, message

_KEYS = ("based-on", "label", "short", "purpose", "drop", "keep", "sections", "weights", *TRAITS)
_SHARE_KEYS = ("need", "weight")
_NEEDS = {need.name.lower(): need for need in (Need.REQUIRED, Need.RECOMMENDED)}
_NAME = re.compile(r"[^\W_][\w-]*")


def profiles(faults: Faults, path: str, value: object, _known: Known) -> tuple[Profile, ...]:
    """The kinds of document that a configuration defines, by name."""
    valid: list[Profile] = []
    for name, table in faults.table(path, value).items():
        at = table_path(path, name)
        content = faults.table(at, table)
        profile = _profile(faults, at, name, content) if isinstance(table, dict) else None
        if profile is not None:
            _check_labels(faults, at, profile, valid)
            valid.append(profile)
    return tuple(valid)


def _profile(faults: Faults, at: str, name: str, table: dict[str, object]) -> Profile | None:
    """One profile, as far as it is valid; `None` without a base profile."""
    if not _NAME.fullmatch(name):
        problem = message(
            "名称只能包含字母、数字、下划线和连字符，且以字母或数字开头",
            "invalid name: only letters, digits, - and _, beginning with a letter or a digit",
        )
        faults.add(at, problem)
    if name in PROFILES.names():
        faults.add(at, duplicate_name(name))
    given = {key: (place, content) for place, key, content in faults.known(at, table, _KEYS)}
    for key in ("based-on", "label"):
        if key not in given:
            problem = message("缺少必填的键", "required key missing")
            faults.add(table_path(at, key), problem)
    base = faults.take(*given["based-on"], _base, None) if "based-on" in given else None
    named = {k: faults.take(*given[k], bilingual, None) for k in given if k in ("label", "short", "purpose")}
    traits = {k: faults.take(*given[k], boolean, None) for k in given if k in TRAITS}
    if base is None:
        return None
    label = named.get("label") or Text(name, name)
    changes = _Changes(faults, base)
    if "drop" in given:
        changes.drop(*given["drop"])
    if "keep" in given:
        changes.keep(*given["keep"])
        if "drop" in given:
            faults.add(given["keep"][0], message("drop 和 keep 只能写一个", "give either `drop` or `keep`, not both"))
    if "sections" in given:
        changes.set_shares(*given["sections"])
    if "weights" in given:
        changes.set_weights(*given["weights"])
    changes.share_out(at)
    return attrs.evolve(
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


def _base(value: object) -> Profile:
    return profile_named(text(value))


def _check_labels(faults: Faults, at: str, profile: Profile, others: Iterable[Profile]) -> None:
    """Report a label that another kind of document has as its label or name."""
    owners: dict[str, str] = {}
    for other in (*registered_profiles(), *others):
        if other.name != profile.name:
            owners |= dict.fromkeys((other.name.casefold(), *spellings(other)), other.name)
    for spelling in sorted(spellings(profile) & set(owners)):
        problem = message(
            "“{spelling}”已是文种“{other}”的名称或标签",
            "'{spelling}' is already a name or label of the kind of document '{other}'",
            spelling=spelling,
            other=owners[spelling],
        )
        faults.add(table_path(at, "label"), problem)


class _Changes:
    """The changes that a team's profile makes to its base profile."""

    def __init__(self, faults: Faults, base: Profile) -> None:
        self.faults = faults
        self.before = len(faults.found)
        self.base = base
        self.sections = dict(base.sections)
        self.weights = dict(base.weights)
        self.fixed: set[str] = set()

    def drop(self, at: str, value: object) -> None:
        """Remove sections."""
        for place, key in self._named(at, value):
            if key == HEADER:
                self.faults.add(place, message("不能去掉文档信息", "the header cannot be dropped"))
            else:
                self.sections.pop(key, None)

    def keep(self, at: str, value: object) -> None:
        """Remove all sections that are not named; the header stays."""
        kept = {HEADER, *(key for _, key in self._named(at, value))}
        self.sections = {
            key: attrs.evolve(share, weight=share.weight or self._usual_weight(share.need))
            for key, share in self.sections.items()
            if key in kept
        }

    def _named(self, at: str, value: object) -> Iterable[tuple[str, str]]:
        """Path and key of the sections of a list, each of which the base profile has."""
        for place, written in self.faults.texts(at, value):
            with self.faults.at(place):
                key = _section(written)
                if key not in self.base.sections:
                    raise WrongValueError(
                        message("原文种没有“{key}”章节", "the base profile has no section '{key}'", key=key),
                        hint=message("要增加章节请写在 sections 中", "to add a section, list it in `sections`"),
                    )
                yield place, key

    def set_shares(self, at: str, value: object) -> None:
        """Add sections, and change need and weight of others."""
        for written, share in self.faults.table(at, value).items():
            place = table_path(at, written)
            key = self.faults.take(place, written, _section, "")
            new = self._share(place, key, share) if key else None
            if new is not None:
                self.sections[key] = new

    def _share(self, at: str, key: str, value: object) -> Share | None:
        old = self.sections.get(key)
        need, weight = (old.need, old.weight) if old else (None, None)
        for place, name, content in self.faults.known(at, value, _SHARE_KEYS):
            with self.faults.at(place):
                if name == "need":
                    need = _need(content)
                else:
                    weight = _weight(content)
                    self.fixed.add(key)
        if need is not None:
            return Share(need, self._usual_weight(need) if weight is None else weight)
        if isinstance(value, dict) and "need" not in value:
            problem = message("新增章节必须写明 need", "required key missing: a new section needs `need`")
            self.faults.add(table_path(at, "need"), problem)
        return None

    def _usual_weight(self, need: Need) -> int:
        """The weight of a section that is added without one: the median of those needed as much."""
        weights = sorted(s.weight for key, s in self.base.sections.items() if s.need is need and key != HEADER)
        return max(1, weights[len(weights) // 2]) if weights else 1

    def share_out(self, at: str) -> None:
        """Rescale the weights that were not given, so that all sum to 100."""
        if len(self.faults.found) > self.before:
            return
        given = sum(self.sections[key].weight for key in self.fixed)
        others = {key: share.weight for key, share in self.sections.items() if key not in self.fixed}
        rest = TOTAL - given
        if others and rest <= 0:
            self.faults.add(
                table_path(at, "sections"),
                message(
                    "写明的权重之和为 {given}，合计应为 100，其余 {n} 个章节没有分数可分",
                    "the weights given sum to {given}; of 100 nothing is left for the other {n} section(s)",
                    given=given,
                    n=len(others),
                ),
            )
            return
        for key, weight in _without_much_header(rest, others).items():
            self.sections[key] = attrs.evolve(self.sections[key], weight=weight)
        if problem := weight_sum_problem(self.sections):
            self.faults.add(at, problem)

    def set_weights(self, at: str, value: object) -> None:
        """Change the weight of single fields."""
        for written, weight in _flat("", self.faults.table(at, value)):
            place = table_path(at, written)
            path = self.faults.take(place, written, _path, "")
            points = self.faults.take(place, weight, _weight, None)
            if path and (problem := self._no_such_weight(path)):
                self.faults.add(place, problem)
            elif path and points is not None:
                self.weights[path] = points

    def _no_such_weight(self, path: str) -> Message | None:
        """Why a path is none of a field that this profile scores, or `None`: it is a section, or in none of its own."""
        section, _, field = path.partition(".")
        if section not in section_keys():
            return None
        if not field:
            return message(
                "这是章节，权重请写在 sections 中：{section} = {{ weight = … }}",
                "this is a section: give its weight in `sections`, as in {section} = {{ weight = … }}",
                section=section,
            )
        if section in self.sections:
            return None
        return message(
            "这个文种没有“{section}”章节，其中的权重不起作用；要增加章节请写在 sections 中",
            "this kind of document has no section '{section}', so a weight in it has no effect; to add it, list it in "
            "`sections`",
            section=section,
        )


def _without_much_header(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """A total shared out, of which the header gets no more than it had beside other sections."""
    shares, header = shared_out(total, weights), weights.get(HEADER, 0)
    others = {key: weight for key, weight in weights.items() if key != HEADER}
    if any(others.values()) and shares.get(HEADER, 0) > header:
        return {HEADER: header, **shared_out(total - header, others)}
    return shares


def shared_out(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Whole numbers that sum to a total, in proportion to some weights: those cut most are rounded up first."""
    whole = sum(weights.values())
    if not whole:
        return dict(weights)
    shares = {key: divmod(weight * total, whole) for key, weight in weights.items()}
    left = total - sum(points for points, _ in shares.values())
    rounded_up = sorted(shares, key=lambda key: -shares[key][1])[:left]
    return {key: points + (key in rounded_up) for key, (points, _) in shares.items()}


def _flat(path: str, table: dict[str, object]) -> Iterable[tuple[str, object]]:
    """The dotted paths of a table with their values; TOML reads unquoted dots as nested tables."""
    for key, value in table.items():
        at = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _flat(at, cast("dict[str, object]", value))
        else:
            yield at, value


def _section(written: str) -> str:
    """The key of a section, given by name or by label."""
    keys = section_keys()
    field = field_for_key(OpsDocument, written)
    found = field.name if field else written
    if found in keys:
        return found
    pairs = [(name, label) for name, label in field_names(OpsDocument) if name in keys]
    raise WrongValueError(
        message("未知章节", "unknown section"), hint=did_you_mean(written, pairs) or key_hint(written, keys)
    )


def _path(written: str) -> str:
    """The dotted path of a field, each step given by name or by label."""
    steps: list[str] = []
    of: type[Record] | None = OpsDocument
    for step in written.split("."):
        field = field_for_key(of, step) if of else None
        if field is None:
            raise WrongValueError(
                message("未知字段“{step}”", "unknown field '{step}'", step=step), hint=_fields_hint(step, of)
            )
        steps.append(field.name)
        of = field.record if field.kind in (Kind.RECORD, Kind.SECTION) else None
    return ".".join(steps)


def _fields_hint(step: str, of: type[Record] | None) -> Message:
    if of is None:
        return message("上一级是单个值，没有字段", "the field before it is a single value and has no fields")
    names = field_names(of)
    return did_you_mean(step, names) or key_hint(step, (name for name, _ in names))


def _need(value: object) -> Need:
    if isinstance(value, str) and value in _NEEDS:
        return _NEEDS[value]
    names = list(_NEEDS)
    one_of = Text(f"以下之一：{'、'.join(names)}", f"one of {', '.join(names)}")
    hint = message("不需要的章节请写在 drop 中", "list sections that are not needed in `drop`")
    raise expected(one_of, value, hint)


def _weight(value: object) -> int:
    weight = integer(value)
    if not 0 <= weight <= 100:
        raise expected(Text("0 到 100 的整数", "a whole number from 0 to 100"), value)
    return weight
