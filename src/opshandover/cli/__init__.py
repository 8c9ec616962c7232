"""The command line.

This file imports click and nothing else of weight, so that `opshandover --version` answers at
once; whatever a command needs is imported when the command is called.
"""

import errno
import io
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import IO, Any

import click

from opshandover._version import __version__

COMMANDS = ("new", "check", "score", "export", "rules", "exporters", "schema")
LANG_VARIABLE = "OPSHANDOVER_LANG"
INTERRUPTED = 130
READER_GONE = 141
"""The exit status of a program whose reader went away, as in `opshandover check x | head -1`."""


class Complaint(click.ClickException):
    """Something went wrong that the user can put right; the message is in their language."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Writes the message as it is."""
        click.echo(self.message, file=file, err=file is None)


class Group(click.Group):
    """The commands, each imported when it is asked for; all errors in the user's language."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Finds the language before anything is parsed, so that errors and help are in it."""
        asked = _asked_lang(args)
        with _complaining(asked):
            return super().make_context(info_name, args, parent, **{**extra, "obj": asked})

    def invoke(self, ctx: click.Context) -> Any:
        """Calls the command, and sees to it that all it wrote has arrived."""
        with _complaining(ctx.obj):
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Gives the names of the commands in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Gives the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module("opshandover.cli.commands").COMMANDS[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command; says which there are if there is none of that name."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise _speech().unknown_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help in the user's language."""
        formatter.write(import_module("opshandover.cli.help").group_help(self, ctx))


@contextmanager
def _complaining(asked: str | None) -> Generator[None]:
    """Turns whatever a user can put right into a message in their language and exit status 2."""
    try:
        yield
    except (click.exceptions.Exit, click.Abort, Complaint):
        raise
    except KeyboardInterrupt:
        click.echo(err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except OSError as cause:
        _write_no_more()
        if cause.errno == errno.EPIPE:
            raise click.exceptions.Exit(READER_GONE) from None
        raise Complaint(_speech().complaint(cause, asked)) from cause
    except Exception as cause:
        text = _speech().complaint(cause, asked)
        if text is None:
            raise
        raise Complaint(text) from cause


def _speech() -> ModuleType:
    return import_module("opshandover.cli.call_errors")


def _asked_lang(args: Sequence[str]) -> str | None:
    """Gives the language that the call asks for, in whatever place, or else the environment."""
    asked = None
    for one, following in pairwise([*args, ""]):
        if one == "--":
            break
        if one == "--lang":
            asked = following
        elif one.startswith("--lang="):
            asked = one.removeprefix("--lang=")
    return asked if asked is not None else os.environ.get(LANG_VARIABLE) or None


def _write_no_more() -> None:
    """Lets the interpreter flush its output into the void when it ends."""
    with suppress(OSError, ValueError):
        void = os.open(os.devnull, os.O_WRONLY)
        os.dup2(void, sys.stdout.fileno())
        os.close(void)


@click.group(
    cls=Group,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--lang", metavar="zh|en", expose_value=False)
@click.version_option(__version__, prog_name="opshandover", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Says what there is when no command is given."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def main() -> None:
    """Runs the command line.

    Output is UTF-8 whatever the machine is set to, and goes nowhere where there is no output.
    """
    for name in ("stdout", "stderr"):
        stream: object = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="opshandover")
