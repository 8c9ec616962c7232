"""The help of the command line, in the user's language."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module
from typing import Any

import click

from opshandover.cli import help_texts as texts
from opshandover.cli.call_errors import CallError, requested_language, spoken
from opshandover.cli.configuration import config_for, is_configured, keep_option
from opshandover.cli.screen import terminal_width
from opshandover.errors import OpsHandoverError
from opshandover.text import Lang, Text, message
from opshandover.text_width import cells, wrapped

Row = tuple[str, str]
_WIDEST_NAME = 26
_CONFIG = Text(
    "配置文件；默认从所处理的文件（或当前文件夹）逐级向上查找 opshandover.toml 或 pyproject.toml",
    "the configuration file; by default the nearest opshandover.toml or pyproject.toml upwards from the "
    "file being processed, or from the current folder",
)


class CommandOption(click.Option):
    """An option with a help text in both languages."""

    def __init__(self, *names: str, text: Text, **settings: Any) -> None:
        """Keep the text; all else is click's."""
        super().__init__(list(names), **settings)
        self.text = text


class Argument(click.Argument):
    """An argument with a help text in both languages; `names` returns its possible values."""

    def __init__(
        self, name: str, *, text: Text, metavar: str, names: Callable[[], Iterable[str]] = tuple, **settings: Any
    ) -> None:
        """Keep the text; all else is click's."""
        super().__init__([name], metavar=metavar, **settings)
        self.text = text
        self.names = names

    def about(self, lang: Lang) -> str:
        """The help text with the possible values."""
        names = ", ".join(self.names())
        return self.text[lang] + (texts.CHOICES[lang].format(names=names) if names else "")


class Command(click.Command):
    """A command that is run by `run()` of the module of its name.

    The module is imported when the command runs, so that help does not load it.
    """

    def __init__(self, name: str, text: Text, *params: click.Parameter) -> None:
        """Add the options that every command has."""
        lang = click.Option(["--lang"], metavar="zh|en", expose_value=False)
        config = CommandOption("--config", text=_CONFIG, metavar="TOML", expose_value=False, callback=keep_option)
        super().__init__(
            name,
            params=[*params, config, lang],
            context_settings={"help_option_names": ["-h", "--help"], "allow_extra_args": True},
        )
        self.text = text

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Attach the command to every usage error."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as cause:
            cause.ctx = cause.ctx or ctx
            raise

    def invoke(self, ctx: click.Context) -> None:
        """Run the command, and exit with its status."""
        if ctx.args:
            raise CallError(message("多余的参数：{args}", "too many arguments: {args}", args=" ".join(ctx.args)))
        module = import_module(f"opshandover.cli.run.{self.name}")
        asked = requested_language(ctx.obj)
        if "files" in ctx.params:  # each file has a configuration of its own
            ctx.exit(module.run(lang=asked, **ctx.params))
        if not is_configured():
            ctx.exit(module.run(lang=asked, **ctx.params))
        config = config_for()
        with config.in_force():
            status: int = module.run(lang=asked or config.lang, **ctx.params)
        ctx.exit(status)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the user's language."""
        team: AbstractContextManager[None] = nullcontext()
        with suppress(OpsHandoverError):  # help must work with a faulty configuration
            team = config_for().in_force() if is_configured() else team
        with team:
            formatter.write(self._help(ctx))

    def _help(self, ctx: click.Context) -> str:
        lang = spoken(ctx.obj)
        arguments = [p for p in self.params if isinstance(p, Argument)]
        call = " ".join((texts.OPTIONS_PLACE[lang], *(str(p.metavar) for p in arguments)))
        return _page(
            texts.USAGE[lang].format(call=f"{ctx.command_path} {call}"),
            self.text[lang],
            (texts.ARGUMENTS[lang], [(str(p.metavar), p.about(lang)) for p in arguments]),
            (texts.OPTIONS[lang], _options(self, ctx, lang)),
        )


def group_help(group: click.Group, ctx: click.Context) -> str:
    """The help of the command line as a whole."""
    lang = spoken(ctx.obj)
    commands = [
        (command.name or "", command.text[lang].partition("\n")[0])
        for name in group.list_commands(ctx)
        if isinstance(command := group.get_command(ctx, name), Command)
    ]
    return _page(
        texts.USAGE[lang].format(call=f"{ctx.command_path} {texts.COMMAND_PLACE[lang]}"),
        texts.ABOUT[lang],
        (texts.COMMANDS[lang], commands),
        (texts.OPTIONS[lang], _options(group, ctx, lang)),
        (texts.STATUS[lang], [(str(n), text[lang]) for n, text in texts.STATUSES.items()]),
    )


def _options(command: click.Command, ctx: click.Context, lang: Lang) -> list[Row]:
    options = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    return [(_names(option), _about(option, lang)) for option in options]


def _names(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag or option.metavar is None else f"{names} {option.metavar}"


def _about(option: click.Option, lang: Lang) -> str:
    text = option.text if isinstance(option, CommandOption) else texts.COMMON[max(option.opts, key=len)]
    default = option.default
    if isinstance(default, str) and default:
        return text[lang] + texts.DEFAULT[lang].format(default=default)
    return text[lang]


def _page(usage: str, about: str, *tables: tuple[str, Sequence[Row]]) -> str:
    """A page of help, its lines wrapped to the width of the terminal."""
    width = min(terminal_width(), 80)
    parts = [wrapped(usage, width, 4)]
    parts += [wrapped(paragraph, width) for paragraph in about.split("\n")]
    parts += ["\n".join([title, *_table(rows, width)]) for title, rows in tables if rows]
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[Row], width: int) -> Iterable[str]:
    column = min(max(cells(name) for name, _ in rows), _WIDEST_NAME) + 4
    for name, text in rows:
        first = f"  {name}"
        if cells(first) + 2 > column:
            yield first
            first = ""
        gap = " " * (column - cells(first))
        yield wrapped(first + gap + text, width, column)
