"""Says whether a profile holds together with itself and with the model."""

from collections.abc import Iterator
from functools import cache

from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind, field_map, section_fields
from opshandover.plugins import unknown_name
from opshandover.profiles.profile import HEADER, Profile
from opshandover.text import Message, Text, message

WHOLE = 100
"""What the weights of a profile's sections sum to, in points."""

_SECTION = Text("章节", "section")
_FIELD = Text("字段", "field")
_PAUSE = Text("，", ", ")


@cache
def first_wrong(profile: Profile) -> Message | None:
    """Gives the first thing that is wrong with a profile, or `None`."""
    return next(_wrong(profile), None)


def section_keys() -> tuple[str, ...]:
    """Gives the keys that the sections of a profile may have, the header's first."""
    return (HEADER, *(f.name for f in section_fields(OpsDocument)))


def _wrong(profile: Profile) -> Iterator[Message]:
    if unknown := unknown_in(profile):
        yield unknown
    shares = {key: share.weight for key, share in profile.sections.items()}
    for name, weight in {**shares, **profile.weights}.items():
        if weight < 0:
            yield message(
                "“{name}”的权重是负数（{weight}）",
                "the weight of '{name}' is below 0 ({weight})",
                name=name,
                weight=weight,
            )
    if uneven := wrong_sum(profile):
        yield uneven


def unknown_in(profile: Profile) -> Message | None:
    """The first section or field that a profile names and the model does not have."""
    keys = section_keys()
    for key in profile.sections:
        if key not in keys:
            return unknown_name(_SECTION, key, keys)
    return next(filter(None, map(unknown_step, profile.weights)), None)


def wrong_sum(profile: Profile) -> Message | None:
    """Says what the weights of a profile's sections sum to, if it is not 100."""
    shares = {key: share.weight for key, share in profile.sections.items()}
    total = sum(shares.values())
    if total == WHOLE:
        return None
    off = message("多出 {n}", "{n} too many", n=total - WHOLE)
    if total < WHOLE:
        off = message("还差 {n}", "{n} missing", n=WHOLE - total)
    each = Text(*(_PAUSE[x].join(f"{k} {w}" for k, w in shares.items()) for x in ("zh", "en")))
    return message(
        "各章节的权重之和为 {total}，应为 100（{off}）。现为：{each}",
        "the weights of the sections sum to {total}, expected 100 ({off}): {each}",
        total=total,
        off=off,
        each=each,
    )


def unknown_step(path: str) -> Message | None:
    """Says which step of a dotted path of fields leads nowhere, if one does."""
    names = field_map(OpsDocument)
    for step in path.split("."):
        if step not in names:
            return unknown_name(_FIELD, step, names)
        field = names[step]
        names = field_map(field.record) if field.kind in (Kind.RECORD, Kind.SECTION) else {}
    return None
