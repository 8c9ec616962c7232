"""Readers of the settings about rules."""

from collections.abc import Mapping

from opshandover.codec.scalars import WrongValueError, expected, integer, text
from opshandover.config.reading import Faults, Known, table_path
from opshandover.findings import Severity
from opshandover.rules.settings import unknown_selector
from opshandover.text import LANGUAGES, Lang, Text, message


def selectors(faults: Faults, path: str, value: object, known: Known) -> tuple[str, ...]:
    """A list of rule codes, names or code prefixes, each of which matches a rule."""
    result: list[str] = []
    for at, one in faults.texts(path, value):
        result.append(one)
        if unknown := unknown_selector(one, known.rules):
            faults.add(at, unknown)
    return tuple(result)


def per_document(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, tuple[str, ...]]:
    """The ignored rules by pattern of file or document id."""
    return {
        pattern: selectors(faults, table_path(path, pattern), codes, known)
        for pattern, codes in faults.table(path, value).items()
    }


def severities(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, Severity]:
    """Severities by selector."""
    result: dict[str, Severity] = {}
    for selector, written in faults.table(path, value).items():
        at = table_path(path, selector)
        if unknown := unknown_selector(selector, known.rules):
            faults.add(at, unknown)
        with faults.at(at):
            result[selector] = _severity(written)
    return result


def _severity(value: object) -> Severity:
    names = [severity.value for severity in Severity]
    if isinstance(value, str) and value in names:
        return Severity(value)
    one_of = Text(f"以下之一：{'、'.join(names)}", f"one of {', '.join(names)}")
    hint = message("不需要检查的规则请写在 ignore 中", "list rules that are not to be checked in `ignore`")
    raise expected(one_of, value, hint)


def freshness(faults: Faults, path: str, value: object, known: Known) -> Mapping[str, int]:
    """The days for which information is fresh, by kind of document."""
    result: dict[str, int] = {}
    for at, name, days in faults.known(path, value, known.profiles):
        with faults.at(at):
            result[name] = _days(days)
    return result


def _days(value: object) -> int:
    days = integer(value)
    if days < 0:
        raise expected(Text("不小于 0 的天数", "a number of days, 0 or more"), value)
    return days


def language(faults: Faults, path: str, value: object, _known: Known) -> Lang | None:
    """The name of a language."""
    return faults.take(path, value, _language, None)


def _language(value: object) -> Lang | None:
    written = text(value)
    for lang in LANGUAGES:
        if written == lang:
            return lang
    problem = message("应为 {names} 之一", "expected one of {names}", names=", ".join(LANGUAGES))
    raise WrongValueError(problem, value)
