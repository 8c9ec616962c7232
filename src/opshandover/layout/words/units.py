"""Fields shown as part of other fields: a number with its unit, a target with “lower is better”."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from opshandover.layout.words.labels import PUNCTUATION
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Run, Runs
from opshandover.plain_text import width
from opshandover.text import Lang

FIGURES = ("value", "previous", "target")
"""The fields of a metric that its unit follows."""

_LONGEST_UNIT = 12
TIGHT = ("%", "％", "‰", "°")
"""Units that follow their number without a space."""


@frozen(kw_only=True)
class Companion:
    """A field that is shown as part of other fields, its hosts, instead of on its own.

    `unit` follows the value of a host directly; without a unit, the label of the field is a note on it.
    """

    name: str
    hosts: tuple[str, ...]
    unit: str = ""


def has_companions(cls: type[Record]) -> bool:
    """Whether records of a class have companion fields."""
    return cls in _COMPANIONS


def companion_names(record: Record) -> frozenset[str]:
    """Return the names of the fields that are shown as part of others."""
    return frozenset(companion.name for companion in _companions(record))


def unit_of(record: Record, name: str) -> str:
    """Return the unit that follows the value of a field; empty for most fields."""
    return "".join(c.unit for c in _companions(record) if name in c.hosts)


def notes_on(record: Record, name: str, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the notes on the value of a field, each with the name of the field it comes from."""
    labels = field_map(type(record))
    return tuple((c.name, labels[c.name].label[lang]) for c in _companions(record) if name in c.hosts and not c.unit)


def text_after(record: Record, name: str, lang: Lang) -> Runs:
    """All that follows the value of a field inside a line, in one run."""
    if not has_companions(type(record)):
        return ()
    marks, unit, said = PUNCTUATION[lang], unit_of(record, name), notes_on(record, name, lang)
    text = unit + "".join(marks.opening + remark + marks.closing for _, remark in said)
    names = [*(["unit"] if unit else []), *(remark for remark, _ in said)]
    return (Run(text, path=f".{names[0]}" if len(names) == 1 else "."),) if text else ()


def _companions(record: Record) -> tuple[Companion, ...]:
    find = _COMPANIONS.get(type(record))
    return find(record) if find else ()


def _of_metric(metric: Metric) -> tuple[Companion, ...]:
    figures = tuple(name for name in FIGURES if getattr(metric, name) is not None)
    found: list[Companion] = []
    if figures and _is_unit(metric.unit):
        unit = metric.unit if metric.unit in TIGHT else f" {metric.unit}"
        found.append(Companion(name="unit", hosts=figures, unit=unit))
    if figures and metric.lower_is_better:
        host = "target" if "target" in figures else figures[0]
        found.append(Companion(name="lower_is_better", hosts=(host,)))
    return tuple(found)


def _is_unit(text: str) -> bool:
    return bool(text.strip()) and not _NO_UNIT.intersection(text) and width(text) <= _LONGEST_UNIT


_NO_UNIT = frozenset("\n；;（）()：:")
"""What a unit has not, so that the text behind a number tells it from what else is there."""


_COMPANIONS: Mapping[type[Record], Callable[[Any], tuple[Companion, ...]]] = {Metric: _of_metric}
"""The classes of records with companion fields."""
