"""Reads what is set about the rules."""

from collections.abc import Mapping

from opshandover.codec.scalars import WrongValueError, expected, integer, text
from opshandover.config.reading import Faults, Known, inside
from opshandover.findings import Severity
from opshandover.rules.settings import unknown_selector
from opshandover.text import LANGUAGES, Lang, Text, message


def selectors(faults: Faults, path: str, value: object, known: Known) -> tuple[str, ...]:
    """Takes a list of codes, names or beginnings of codes, all of which mean some rule."""
    taken: list[str] = []
    for at, one in faults.texts(path, value):
        taken.append(one)
        if unknown := unknown_selector(one, known.rules):
            faults.add(at, unknown)
    return tuple(taken)


def per_document(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, tuple[str, ...]]:
    """Takes what is not asked of some documents, by pattern of their files or ids."""
    return {
        pattern: selectors(faults, inside(path, pattern), codes, known)
        for pattern, codes in faults.table(path, value).items()
    }


def severities(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, Severity]:
    """Takes severities by selector."""
    taken: dict[str, Severity] = {}
    for selector, grave in faults.table(path, value).items():
        at = inside(path, selector)
        if unknown := unknown_selector(selector, known.rules):
            faults.add(at, unknown)
        with faults.at(at):
            taken[selector] = _severity(grave)
    return taken


def _severity(value: object) -> Severity:
    names = [severity.value for severity in Severity]
    if isinstance(value, str) and value in names:
        return Severity(value)
    one_of = Text(f"以下之一：{'、'.join(names)}", f"one of {', '.join(names)}")
    hint = message("不要检查的规则写在 ignore 里", "what is not to be asked belongs in `ignore`")
    raise expected(one_of, value, hint)


def freshness(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, int]:
    """Takes the days for which information is fresh, by kind of document."""
    taken: dict[str, int] = {}
    for at, name, days in faults.known(path, value, known.profiles):
        with faults.at(at):
            taken[name] = _days(days)
    return taken


def _days(value: object) -> int:
    days = integer(value)
    if days < 0:
        raise expected(Text("不小于 0 的天数", "a number of days, 0 or more"), value)
    return days


def language(faults: Faults, path: str, value: object, _known: Known) -> Lang | None:
    """Takes the name of a language."""
    return faults.take(path, value, _language, None)


def _language(value: object) -> Lang | None:
    written = text(value)
    for lang in LANGUAGES:
        if written == lang:
            return lang
    problem = message("应为 {names} 之一", "expected one of {names}", names=", ".join(LANGUAGES))
    raise WrongValueError(problem, value)
