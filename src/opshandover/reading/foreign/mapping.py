"""A mapping of headings that a person confirmed: kept in a small file, so that others can review and use it.

The file says for each heading where its content belongs: a section (`issues`, or its label), a field of one
(`work_plan.tasks`), or `extra`. `mapping_of` proposes one from what was read, with how sure it is beside each line.
"""

import json
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from typing import cast

from attrs import field, frozen

from opshandover.arguments import AnyPath, as_path
from opshandover.codec import yaml
from opshandover.document.paths import named_path
from opshandover.errors import ConfigError, Fault
from opshandover.files import read_text
from opshandover.limits import MOST_FAULTS
from opshandover.model import OpsDocument
from opshandover.model.fields import field_map, section_fields
from opshandover.reading.foreign.context import OF_HEADINGS
from opshandover.reading.foreign.homes import Home
from opshandover.reading.foreign.labels import normal, title_of
from opshandover.reading.result import Part
from opshandover.remarks import Remark, RemarkKind
from opshandover.spelling import nearest
from opshandover.text import LANGUAGES, NO_MESSAGE, Message, message

EXTRA = "extra"
_KEY = "headings"


@frozen(kw_only=True)
class Mapping:
    """Headings, as `key_of` has them, with the path of the place for what stands below each."""

    headings: Table[str, str] = field(factory=dict[str, str])

    def home(self, heading: str) -> Home | None:
        """The place that a person confirmed for a heading, if there is one; `extra` is a place, too."""
        path = self.headings.get(key_of(heading))
        return None if path is None else Home(path=tuple(path.split(".")), certainty=1.0)


def key_of(heading: str) -> str:
    """A heading without number, signs and case, so that a mapping is of use for the next file as well."""
    return normal(title_of(heading).text) or normal(heading)


def read_mapping(path: AnyPath) -> Mapping:
    """Read a mapping from its YAML file.

    Raises:
        ConfigError: it cannot be read; carries all faults, each with its line.
    """
    return mapping_in(read_text(as_path(path)), str(path))


def mapping_in(text: str, source: str = "<mapping>") -> Mapping:
    """The mapping in the text of such a file.

    Raises:
        ConfigError: some of it cannot be understood; carries all faults.
    """
    raw = yaml.read(text)
    faults = list(raw.faults)
    root: object = raw.data if raw.data is not None else {}
    found: dict[str, str] = {}
    table = cast("dict[str, object]", root).get(_KEY, {}) if isinstance(root, dict) else None
    if isinstance(root, dict):
        for key in cast("dict[str, object]", root):
            if key != _KEY:
                hint = message("只能有 {key}", "only {key} is allowed", key=_KEY)
                faults.append(Fault(path=key, problem=message("未知的键", "unknown key"), hint=hint))
    if not isinstance(table, dict):
        problem = message("应为标题和归处", "expected headings and their places")
        hint = message("写法如 {key}:\n  待办: work_progress", "write {key}:\n  To do: work_progress", key=_KEY)
        faults.append(Fault(path=_KEY if isinstance(root, dict) else "", problem=problem, hint=hint))
        table = {}
    for heading, place in cast("dict[str, object]", table).items():
        at = f"{_KEY}.{heading}"
        if not isinstance(place, str):
            faults.append(Fault(path=at, problem=message("归处应为文字", "the place should be a text"), got=str(place)))
            continue
        known = place_of(place)
        if known is None:
            faults.append(
                Fault(
                    path=at, problem=message("没有这个部分", "there is no such section"), got=place, hint=_hint(place)
                )
            )
        elif found.setdefault(key_of(heading), known) != known:
            faults.append(Fault(path=at, problem=message("同一标题有两个归处", "one heading has two places")))
    if faults:
        raise ConfigError(source, tuple(faults[:MOST_FAULTS]))
    return Mapping(headings=found)


def place_of(written: str) -> str | None:
    """The path of a section or of a field of one, written by names or labels; or `extra`."""
    path = named_path(written.strip())
    section, _, name = path.partition(".")
    if path == EXTRA:
        return path
    known = {one.name: one for one in section_fields(OpsDocument)}
    if section not in known or (name and name not in field_map(known[section].record)):
        return None
    return path


def _hint(written: str) -> Message:
    names = [
        word for one in section_fields(OpsDocument) for word in (one.name, *(one.label[lang] for lang in LANGUAGES))
    ]
    near = nearest(written.partition(".")[0], [*names, EXTRA])
    if near:
        return message("是不是“{name}”？", "did you mean '{name}'?", name=near)
    return message("写部分的名称、标签，或 extra", "write the name or label of a section, or extra") or NO_MESSAGE


@frozen(kw_only=True)
class Proposal:
    """A heading, as `key_of` has it, with the path of the place that it got, and the remark that says so."""

    key: str
    place: str
    remark: Remark

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.remark.kind is RemarkKind.MAPPED


def proposals(parts: Iterable[Part]) -> Iterator[Proposal]:
    """The headings of what was read, each once, with their places.

    Headings that name one item are left out: the same word may be a section elsewhere.
    """
    seen: set[str] = set()
    for remark in (remark for part in parts for remark in part.remarks if remark.message.text in OF_HEADINGS):
        is_left = remark.kind is RemarkKind.LEFT
        key = key_of(remark.place)
        if key and key not in seen and (is_left or "[" not in remark.path):
            seen.add(key)
            yield Proposal(key=key, place=EXTRA if is_left else remark.path, remark=remark)


def mapping_of(parts: Iterable[Part]) -> str:
    """A proposal for a mapping, from what was read: each heading with its place, and how sure that is.

    Beside a heading without a sure place stand the sections that may be meant as well.
    """
    lines = [
        "# 标题的归处，请核对后再用；改为 extra 则原样保留。",
        "# Where each heading belongs: check it before use; `extra` keeps what stands below as it is.",
        f"{_KEY}:",
    ]
    found = list(proposals(parts))
    for one in found:
        how_sure = [f"{one.remark.certainty:.0%}"] if one.place != EXTRA else []
        notes = " ".join((*how_sure, *(f"{name}?" for name in one.remark.near)))
        lines.append(f"  {json.dumps(one.key, ensure_ascii=False)}: {one.place}{f'  # {notes}' if notes else ''}")
    return "\n".join(lines) + ("\n" if found else " {}\n")
