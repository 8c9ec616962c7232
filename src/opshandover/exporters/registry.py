"""Find exporters, validate them and set their options.

An exporter is a class with `suffix`, `media_type` and `export(document, *, lang) -> bytes`. The fields of
an attrs class are its options. Arguments that it needs besides the document are declared in `wants`.
"""

import inspect
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, ClassVar, Protocol, TypeGuard, Union, cast, get_args, get_origin

import attrs
from attrs import frozen

from opshandover.arguments import ensure_argument
from opshandover.caching import per_class
from opshandover.codec.names import choice_names
from opshandover.codec.scalars import TEXTUAL, WrongValueError, choice
from opshandover.errors import ExporterLoadError, Fault, OpsHandoverError, OptionError, safe
from opshandover.model import Choice, OpsDocument
from opshandover.plugins import Plugins, cause_text, unknown_name
from opshandover.redaction import redact
from opshandover.text import Lang, Message, Text, joined, message

EXPORTERS = Plugins(group="opshandover.exporters", kind=Text("导出器", "exporter"), load_error=ExporterLoadError)


FROM_TEXT: Mapping[type, Callable[[Any], object]] = {**TEXTUAL, Path: Path}
"""The types of options that can be given as text, with their parsers."""


class Want(Enum):
    """An argument of `export` besides the document, passed by the keyword of that name."""

    REPORT = "report"
    """The `Report` of a check of the document."""
    FOLDER = "folder"
    """The folder, a `Path`, of the files that the document refers to; `None` if unknown."""


class Exporter(Protocol):
    """The members of an exporter.

    `suffix` begins with a dot (`".docx"`), `media_type` is the type of the bytes that `export`
    returns (`"text/markdown"`).

    Three members are optional. `other_suffixes` are those by which files of the format are known as well (`(".htm",)`).
    `wants`, a collection of `Want`, lists the arguments that `export` takes
    besides the document; others are not computed. `is_data` is true for a format that programs read and
    that has all texts unchanged: then there are no notes about drafts and replaced characters.
    """

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the document in this format, with labels in `lang`."""
        ...


@frozen(kw_only=True)
class Option:
    """One option of an exporter; `values` are the allowed ones, if it is an enumeration."""

    name: str
    type: type[Any]
    default: object
    values: tuple[str, ...] = ()


def names() -> tuple[str, ...]:
    """Return the names of all exporters without importing them."""
    return EXPORTERS.names()


def get(name: str) -> type[Exporter]:
    """Return the exporter class of a name.

    Raises:
        UnknownNameError: there is none; the message lists the available names.
        DuplicateNameError: two distributions register the name.
        ExporterLoadError: it cannot be imported or is not an exporter; the message has distribution and cause.
    """
    found = EXPORTERS.load(name)
    exporter = cast("type[Exporter]", found)
    try:
        missing = ", ".join(missing_members(found))
        if not missing:
            options_of(exporter)
    except KeyboardInterrupt:
        raise
    except BaseException as cause:  # whatever the attributes of foreign classes and their annotations raise
        raise EXPORTERS.failure(name, EXPORTERS.distribution(name), cause_text(cause)) from cause
    if missing:
        why = message("不是导出器：缺少 {missing}", "not an exporter: missing {missing}", missing=missing)
        raise EXPORTERS.failure(name, EXPORTERS.distribution(name), why)
    return exporter


def wants_of(exporter: Exporter) -> Collection[Want]:
    """The arguments that an exporter takes besides the document; most take none."""
    wants: Collection[Want] = getattr(exporter, "wants", ())
    return wants


def suffixes_of(exporter: Exporter | type[Exporter]) -> tuple[str, ...]:
    """The suffixes of an exporter's files in lower case; the first is that of a file which it names itself."""
    return tuple(suffix.lower() for suffix in (exporter.suffix, *getattr(exporter, "other_suffixes", ())))


def is_data(exporter: Exporter) -> bool:
    """Whether programs read the format of an exporter, and it has all texts unchanged."""
    return bool(getattr(exporter, "is_data", False))


def missing_members(found: object) -> Iterable[str]:
    """The members of an exporter that an object does not have; none if it is an exporter."""
    if not inspect.isclass(found):
        yield "class"
        return
    suffix = getattr(found, "suffix", None)
    if not (isinstance(suffix, str) and suffix.startswith(".")):
        yield "suffix = '.…'"
    others: Iterable[object] = getattr(found, "other_suffixes", ())
    if not all(isinstance(other, str) and other.startswith(".") for other in others):
        yield "other_suffixes = ('.…',)"
    if not isinstance(getattr(found, "media_type", None), str):
        yield "media_type = '…'"
    export = getattr(found, "export", None)
    if not (callable(export) and "lang" in parameters_of(export)):
        yield "export(document, *, lang)"


def parameters_of(function: Callable[..., object]) -> Collection[str]:
    """The names of a function's parameters; none if they are unknown."""
    try:
        return inspect.signature(function).parameters
    except ValueError:  # built-in functions may have no signature
        return ()


@per_class
def options_of(exporter: type[Exporter]) -> tuple[Option, ...]:
    """The options of an exporter: the fields of its class."""
    if not attrs.has(exporter):
        return ()
    fields = attrs.fields(attrs.resolve_types(exporter))
    return tuple(_option(a) for a in fields if a.init)


def _option(attribute: "attrs.Attribute[Any]") -> Option:
    of: type[Any] = _without_none(attribute.type or str)
    values = tuple(n for n, _ in choice_names(of)) if _is_choice(of) else ()
    name = attribute.alias or attribute.name
    return Option(name=name, type=of, default=attribute.default, values=values)


def _without_none(of: Any) -> Any:
    """Return `X` for `X | None`, and any other type unchanged."""
    args = [a for a in get_args(of) if a is not NoneType]
    return args[0] if get_origin(of) in (UnionType, Union) and len(args) == 1 else of


def _is_choice(of: type[Any]) -> TypeGuard[type[Choice]]:
    return inspect.isclass(of) and issubclass(of, Choice)


def make(name: str, options: Mapping[str, object]) -> Exporter:
    """Create the exporter of a name with its options.

    Options given as text (`"--option paper=a4"`) are parsed strictly by the type of their field; values of
    that type are used as they are.

    Raises:
        OptionError: options are unknown, missing or have invalid values; the message lists all of them.
        UnknownNameError, DuplicateNameError, ExporterLoadError: as for `get`.
    """
    ensure_argument(name, str, "name", _NAME, _ONE_OF)
    exporter = get(name)
    known = {o.name: o for o in options_of(exporter)}
    values: dict[str, object] = {}
    faults: list[Message] = []
    for key, given in options.items():
        if key not in known:
            faults.append(unknown_name(message("{name} 选项", "option of {name}", name=name), key, known))
            continue
        try:
            value = _converted(known[key], given)
            values[key] = redact(value) if isinstance(value, str) else value
        except WrongValueError as cause:
            faults.append(_fault(key, cause))
    missing = [o.name for o in known.values() if o.default is attrs.NOTHING and o.name not in options]
    faults += [message("缺少选项 {name}", "option {name} is missing", name=m) for m in missing]
    if faults:
        raise OptionError(joined(faults, "；", "; "))
    try:
        return exporter(**values)
    except OpsHandoverError:
        raise
    except KeyboardInterrupt:
        raise
    except BaseException as cause:
        if not values:
            raise EXPORTERS.failure(name, EXPORTERS.distribution(name), cause_text(cause)) from cause
        raise OptionError(
            message(
                "导出器“{name}”不接受这些选项：{cause}",
                "the exporter '{name}' does not take these options: {cause}",
                name=name,
                cause=cause_text(cause),
            )
        ) from cause


_NAME = Text("导出器的名称", "the name of an exporter")
_ONE_OF = Text('例如 "word"；名称见 opshandover exporters', 'such as "word"; for the names see opshandover exporters')


def _converted(option: Option, given: object) -> object:
    if _is_choice(option.type) and isinstance(given, str):
        return choice(option.type, given)
    take = FROM_TEXT.get(option.type)
    if isinstance(given, str) and take is not None:
        return take(given)
    if given is None and option.default is None:
        return None
    if type(given) is not option.type and not (option.type is Path and isinstance(given, Path)):
        name = getattr(option.type, "__name__", str(option.type))
        what = message("{type} 类型的值", "a value of type {type}", type=name)
        raise WrongValueError(message("应为{what}", "expected {what}", what=what), given)
    return given


def _fault(key: str, cause: WrongValueError) -> Message:
    fault = safe(Fault(path=key, problem=cause.problem, got=cause.got))
    return message(
        "选项 {key}：{problem}，实际为 {got}",
        "option {key}: {problem}, got {got}",
        key=fault.path,
        problem=fault.problem,
        got=fault.got,
    )
