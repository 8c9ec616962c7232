"""The help of the command line, in the user's language."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module
from typing import Any

import click

from opshandover.cli import help_texts as words
from opshandover.cli.call_errors import CallError, language, spoken
from opshandover.cli.configuration import config_for, is_configured, remember
from opshandover.cli.screen import terminal_width
from opshandover.cli.text_width import cells, wrapped
from opshandover.errors import OpsHandoverError
from opshandover.text import Lang, Text, message

Row = tuple[str, str]
_WIDEST_NAME = 26
_CONFIG = Text(
    "配置文件；不写时用从被处理的文件（或当前文件夹）向上最近的 opshandover.toml 或 pyproject.toml",
    "the configuration; without it the nearest opshandover.toml or pyproject.toml upwards from the "
    "file at hand, or from the current folder",
)


class Option(click.Option):
    """An option that explains itself in both languages."""

    def __init__(self, *names: str, text: Text, **settings: Any) -> None:
        """Keeps the text; all else is click's."""
        super().__init__(list(names), **settings)
        self.text = text


class Argument(click.Argument):
    """An argument that explains itself in both languages; `names` gives what it may be."""

    def __init__(
        self,
        name: str,
        *,
        text: Text,
        metavar: str,
        names: Callable[[], Iterable[str]] = tuple,
        **settings: Any,
    ) -> None:
        """Keeps the text; all else is click's."""
        super().__init__([name], metavar=metavar, **settings)
        self.text = text
        self.names = names

    def about(self, lang: Lang) -> str:
        """Says what the argument is, and which values there are to choose from."""
        names = ", ".join(self.names())
        return self.text[lang] + (words.CHOICES[lang].format(names=names) if names else "")


class Command(click.Command):
    """A command whose work is done by `run()` of the module that bears its name.

    The module is imported when the command is called, so that help costs nothing.
    """

    def __init__(self, name: str, text: Text, *params: click.Parameter) -> None:
        """Adds what every command has."""
        lang = click.Option(["--lang"], metavar="zh|en", expose_value=False)
        config = Option("--config", text=_CONFIG, metavar="TOML", expose_value=False, callback=remember)
        super().__init__(
            name,
            params=[*params, config, lang],
            context_settings={
                "help_option_names": ["-h", "--help"],
                "allow_extra_args": True,
            },
        )
        self.text = text

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Sees to it that every error knows the command that it is about."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as cause:
            cause.ctx = cause.ctx or ctx
            raise

    def invoke(self, ctx: click.Context) -> None:
        """Does the work, and ends with its exit status."""
        if ctx.args:
            raise CallError(message("多余的参数：{args}", "too many arguments: {args}", args=" ".join(ctx.args)))
        module = import_module(f"opshandover.cli.run.{self.name}")
        asked = language(ctx.obj)
        if "files" in ctx.params:  # each file has a configuration of its own
            ctx.exit(module.run(lang=asked, **ctx.params))
        if not is_configured():
            ctx.exit(module.run(lang=asked, **ctx.params))
        config = config_for()
        with config.in_force():
            status: int = module.run(lang=asked or config.lang, **ctx.params)
        ctx.exit(status)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help in the user's language."""
        team: AbstractContextManager[None] = nullcontext()
        with suppress(OpsHandoverError):  # a faulty configuration keeps no one from the help
            team = config_for().in_force() if is_configured() else team
        with team:
            formatter.write(self._help(ctx))

    def _help(self, ctx: click.Context) -> str:
        lang = spoken(ctx.obj)
        arguments = [p for p in self.params if isinstance(p, Argument)]
        call = " ".join((words.OPTIONS_PLACE[lang], *(str(p.metavar) for p in arguments)))
        return _page(
            words.USAGE[lang].format(call=f"{ctx.command_path} {call}"),
            self.text[lang],
            (words.ARGUMENTS[lang], [(str(p.metavar), p.about(lang)) for p in arguments]),
            (words.OPTIONS[lang], _options(self, ctx, lang)),
        )


def group_help(group: click.Group, ctx: click.Context) -> str:
    """Gives the help of the command line as a whole."""
    lang = spoken(ctx.obj)
    commands = [
        (command.name or "", command.text[lang].partition("\n")[0])
        for name in group.list_commands(ctx)
        if isinstance(command := group.get_command(ctx, name), Command)
    ]
    return _page(
        words.USAGE[lang].format(call=f"{ctx.command_path} {words.COMMAND_PLACE[lang]}"),
        words.ABOUT[lang],
        (words.COMMANDS[lang], commands),
        (words.OPTIONS[lang], _options(group, ctx, lang)),
        (words.STATUS[lang], [(str(n), text[lang]) for n, text in words.STATUSES.items()]),
    )


def _options(command: click.Command, ctx: click.Context, lang: Lang) -> list[Row]:
    options = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    return [(_names(option), _about(option, lang)) for option in options]


def _names(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag or option.metavar is None else f"{names} {option.metavar}"


def _about(option: click.Option, lang: Lang) -> str:
    text = option.text if isinstance(option, Option) else words.COMMON[option.opts[-1]]
    default = option.default
    if isinstance(default, str):
        return text[lang] + words.DEFAULT[lang].format(default=default)
    return text[lang]


def _page(usage: str, about: str, *tables: tuple[str, Sequence[Row]]) -> str:
    """Puts a page of help together, its lines broken to the width of the terminal."""
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
