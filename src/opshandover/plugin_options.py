"""The options of a plugin: the fields of its class, which can be given as text (`--option paper=a4`)."""

import inspect
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeGuard, TypeVar, Union, cast, get_args, get_origin

import attrs
from attrs import frozen

from opshandover.caching import per_class
from opshandover.codec.names import choice_names
from opshandover.codec.scalars import TEXTUAL, WrongValueError, choice
from opshandover.errors import Fault, OpsHandoverError, OptionError, safe
from opshandover.model import Choice
from opshandover.plugins import Plugins, cause_text, unknown_name
from opshandover.redaction import redact
from opshandover.text import Message, joined, message

Plugin = TypeVar("Plugin")

FROM_TEXT: Mapping[type, Callable[[Any], object]] = {**TEXTUAL, Path: Path}
"""The types of options that can be given as text, with their parsers."""


@frozen(kw_only=True)
class Option:
    """One option of a plugin; `values` are the allowed ones, if it is an enumeration."""

    name: str
    type: type[Any]
    default: object
    values: tuple[str, ...] = ()


def judged(plugins: Plugins, name: str, lacks: Callable[[object], Iterable[str]]) -> Any:
    """The plugin of a name, which has all members that such plugins have, and options that can be known.

    Args:
        plugins: the plugins of its group.
        name: its name.
        lacks: what an object lacks to be one of them.

    Raises:
        UnknownNameError, DuplicateNameError: as for `Plugins.load`.
        PluginLoadError: it cannot be imported or is no such plugin; the message has distribution and cause.
    """
    found = plugins.load(name)
    try:
        missing = ", ".join(lacks(found))
        if not missing:
            options_of(cast("type[Any]", found))
    except KeyboardInterrupt:
        raise
    except BaseException as cause:  # whatever the attributes of foreign classes and their annotations raise
        raise plugins.failure(name, plugins.distribution(name), cause_text(cause)) from cause
    if missing:
        why = message(
            "不是{kind}：缺少 {missing}", "not an {kind}: missing {missing}", kind=plugins.kind, missing=missing
        )
        raise plugins.failure(name, plugins.distribution(name), why)
    return found


@per_class
def options_of(plugin: type[Any]) -> tuple[Option, ...]:
    """The options of a plugin: the fields of its class."""
    if not attrs.has(plugin):
        return ()
    fields = attrs.fields(attrs.resolve_types(plugin))
    return tuple(_option(a) for a in fields if a.init)


def parameters_of(function: Callable[..., object]) -> Collection[str]:
    """The names of a function's parameters; none if they are unknown."""
    try:
        return inspect.signature(function).parameters
    except ValueError:  # built-in functions may have no signature
        return ()


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


def configured(plugin: type[Plugin], name: str, plugins: Plugins, options: Mapping[str, object]) -> Plugin:
    """Create the plugin of a name with its options.

    Options given as text are parsed strictly by the type of their field; values of that type are used as they are.

    Raises:
        OptionError: options are unknown, missing or have invalid values; the message lists all of them.
        PluginLoadError: the plugin fails without any option.
    """
    known = {o.name: o for o in options_of(plugin)}
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
        return plugin(**values)
    except OpsHandoverError:
        raise
    except KeyboardInterrupt:
        raise
    except BaseException as cause:
        if not values:
            raise plugins.failure(name, plugins.distribution(name), cause_text(cause)) from cause
        raise OptionError(
            message(
                "{kind}“{name}”不接受这些选项：{cause}",
                "the {kind} '{name}' does not take these options: {cause}",
                kind=plugins.kind,
                name=name,
                cause=cause_text(cause),
            )
        ) from cause


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
