"""Errors of a command line call in the user's language: click has messages in English only."""

from collections.abc import Iterable

import click

from opshandover.errors import LoadError, OpsHandoverError, OpsHandoverWarning, UnknownNameError
from opshandover.plain_text import printable
from opshandover.plugins import MAX_CAUSE, unknown_name
from opshandover.redaction import excerpt
from opshandover.text import DEFAULT_LANG, LANGUAGES, Lang, Message, Text, message


class CallError(OpsHandoverError):
    """The call itself is invalid, whatever the files hold."""


def requested_language(asked: str | None) -> Lang | None:
    """The language that was asked for, if any.

    Raises:
        UnknownNameError: the language is not supported.
    """
    if asked is None or asked in LANGUAGES:
        return asked
    raise UnknownNameError(unknown_name(Text("语言", "language"), asked, LANGUAGES))


def spoken(asked: str | None) -> Lang:
    """The language to use for messages, even if an unknown one was asked for."""
    return asked if asked in LANGUAGES else DEFAULT_LANG


def unknown_command(name: str, known: Iterable[str]) -> UnknownNameError:
    """The error for a command that does not exist."""
    return UnknownNameError(unknown_name(_COMMAND, name, known))


def error_text(error: Exception, asked: str | None) -> str | None:
    """What is wrong, in lines that are safe to show; `None` if it is not the user's fault."""
    lang = spoken(asked)
    match error:
        case OpsHandoverError():
            return described(error, lang)
        case click.UsageError():
            return f"{_prefixed(_usage_problem(error)[lang], lang)}{_see_help(error, lang)}"
        case OSError():
            why = error.strerror or type(error).__name__
            return _prefixed(_FAILED.filled(lang, why=why), lang)
        case _:
            return None


def warning_text(warning: Warning | str, asked: str | None) -> str:
    """A warning as one line that is safe to show."""
    lang = spoken(asked)
    text = warning.message[lang] if isinstance(warning, OpsHandoverWarning) else excerpt(str(warning), MAX_CAUSE)
    return printable(_NOTE[lang].format(text=text))


def described(error: OpsHandoverError, lang: Lang) -> str:
    """The message of an error: one line, or one for each fault of a file."""
    if isinstance(error, LoadError):
        faults = "".join(f"\n  {printable(f.in_lang(lang))}" for f in error.shown)
        return _prefixed(error.message[lang], lang) + faults
    return _prefixed(error.in_lang(lang), lang)


def _prefixed(text: str, lang: Lang) -> str:
    return printable(_ERROR[lang].format(text=text))


def _usage_problem(error: click.UsageError) -> Message:
    match error:
        case click.NoSuchOption():
            return unknown_name(_OPTION, error.option_name, _options(error.ctx))
        case click.MissingParameter():
            return message("缺少 {what}", "missing {what}", what=_parameter_name(error.param))
        case click.BadParameter():
            return message(
                "{what} 的值无效：应为 {expected}",
                "invalid value for {what}: expected {expected}",
                what=_parameter_name(error.param),
                expected=(error.param and error.param.metavar) or error.message,
            )
        case click.BadOptionUsage():
            if error.option_name in _flags(error.ctx):
                return message("选项 {name} 不接受值", "option {name} takes no value", name=error.option_name)
            return message("选项 {name} 缺少值", "option {name} needs a value", name=error.option_name)
        case _:
            return message("命令无效：{why}", "invalid call: {why}", why=error.message)


def _parameter_name(param: click.Parameter | None) -> str:
    """What the user knows a parameter by: `--format`, `FILE`."""
    if param is None:
        return "?"
    return param.opts[-1] if isinstance(param, click.Option) else str(param.metavar)


def _options(ctx: click.Context | None) -> list[str]:
    params = ctx.command.get_params(ctx) if ctx else []
    return [name for p in params if isinstance(p, click.Option) for name in p.opts]


def _flags(ctx: click.Context | None) -> list[str]:
    params = ctx.command.get_params(ctx) if ctx else []
    return [name for p in params if isinstance(p, click.Option) and p.is_flag for name in p.opts]


def _see_help(error: click.UsageError, lang: Lang) -> str:
    path = error.ctx.command_path if error.ctx else ""
    return f"\n{_SEE_HELP[lang].format(path=path)}" if path else ""


_COMMAND = Text("命令", "command")
_OPTION = Text("选项", "option")
_ERROR = Text("错误：{text}", "error: {text}")
_NOTE = Text("注意：{text}", "note: {text}")
_FAILED = Text("读写失败：{why}", "cannot read or write: {why}")
_SEE_HELP = Text("用法见：{path} --help", "usage: {path} --help")
