"""Whether a profile is consistent with itself and with the model."""

from collections.abc import Iterator, Mapping
from functools import cache

from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind, field_map, section_fields
from opshandover.plugins import unknown_name
from opshandover.profiles.profile import HEADER, Profile, Share
from opshandover.redaction import excerpt
from opshandover.text import Message, Text, message

TOTAL = 100
"""What the weights of a profile's sections sum to, in points."""

_SECTION = Text("章节", "section")
_FIELD = Text("字段", "field")
_PAUSE = Text("，", ", ")


@cache
def first_problem(profile: Profile) -> Message | None:
    """The first problem of a profile, or `None`."""
    return next(_problems(profile), None)


def section_keys() -> tuple[str, ...]:
    """The keys that a profile may use for sections, the header's first."""
    return (HEADER, *(f.name for f in section_fields(OpsDocument)))


def _problems(profile: Profile) -> Iterator[Message]:
    if unknown := unknown_in(profile):
        yield unknown
    shares = {key: share.weight for key, share in profile.sections.items()}
    for name, weight in {**shares, **profile.weights}.items():
        if weight < 0:
            yield message(
                "“{name}”的权重为负数（{weight}）", "negative weight of '{name}' ({weight})", name=name, weight=weight
            )
    if wrong_total := weight_sum_problem(profile.sections):
        yield wrong_total


def unknown_in(profile: Profile) -> Message | None:
    """The first section or field that a profile names and the model does not have."""
    keys = section_keys()
    for key in profile.sections:
        if key not in keys:
            return unknown_name(_SECTION, key, keys)
    return next(filter(None, map(unknown_field, profile.weights)), None)


def weight_sum_problem(sections: Mapping[str, Share]) -> Message | None:
    """The message for section weights that do not sum to 100, or `None`."""
    shares = {key: share.weight for key, share in sections.items()}
    total = sum(shares.values())
    if total == TOTAL:
        return None
    difference = message("多 {n}", "{n} too many", n=total - TOTAL)
    if total < TOTAL:
        difference = message("缺 {n}", "{n} missing", n=TOTAL - total)
    each = Text(*(_PAUSE[x].join(f"{k} {w}" for k, w in shares.items()) for x in ("zh", "en")))
    return message(
        "各章节权重之和为 {total}，应为 100（{difference}）：{each}",
        "section weights sum to {total}, expected 100 ({difference}): {each}",
        total=total,
        difference=difference,
        each=each,
    )


def unknown_field(path: str) -> Message | None:
    """The message for the first unknown step of a dotted path, or `None`."""
    names = field_map(OpsDocument)
    for step in path.split("."):
        if step not in names:
            unknown = unknown_name(_FIELD, step, names)
            return (
                unknown
                if step == path
                else message("{path}：{unknown}", "{path}: {unknown}", path=excerpt(path), unknown=unknown)
            )
        field = names[step]
        names = field_map(field.record) if field.kind in (Kind.RECORD, Kind.SECTION) else {}
    return None
