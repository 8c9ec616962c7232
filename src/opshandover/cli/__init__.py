"""The command line.

This module imports nothing heavy but click, so that `opshandover --version` answers at once; what a
command needs is imported when the command runs.
"""

import errno
import io
import os
import signal
import sys
import threading
import warnings
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import IO, Any, NoReturn

import click

from opshandover._version import __version__

COMMANDS = ("new", "check", "score", "export", "read", "diff", "merge", "rules", "exporters", "schema")
LANG_VARIABLE = "OPSHANDOVER_LANG"
SIGNALLED = 128
"""Added to the number of a signal, the exit status of a program that ends on it."""
INTERRUPTED = 130
BROKEN_PIPE = 141
"""The exit status if the reader of a pipe stops reading, as in `opshandover check x | head -1`."""


class UserError(click.ClickException):
    """An error that the user can put right; the message is in their language."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is."""
        click.echo(self.message, file=file, err=file is None)


class Ended(BaseException):
    """The program was asked by a signal to end; no handler of errors of plugins may catch it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class CommandGroup(click.Group):
    """The commands, each imported when it is needed; all errors in the user's language."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Find the language before anything is parsed, so that errors and help use it."""
        requested = _requested_lang(args)
        with _reporting_errors(requested):
            return super().make_context(info_name, args, parent, **{**extra, "obj": requested})

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, then flush its output."""
        inputs: AbstractContextManager[None] = import_module("opshandover.files").keeping_inputs()
        with _reporting_errors(ctx.obj), _showing_warnings(ctx.obj), _ending_on_signals(), inputs:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of a workflow."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module("opshandover.cli.commands").COMMANDS[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; the error for an unknown one lists the commands."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise _call_errors().unknown_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the user's language."""
        formatter.write(import_module("opshandover.cli.help").group_help(self, ctx))


@contextmanager
def _reporting_errors(requested: str | None) -> Generator[None]:
    """Turn whatever the user can put right into a message in their language and exit status 2."""
    try:
        yield
    except (click.exceptions.Exit, click.Abort, UserError):
        raise
    except KeyboardInterrupt:
        click.echo(err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except OSError as cause:
        _discard_output()
        if cause.errno == errno.EPIPE:
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        raise UserError(_call_errors().error_text(cause, requested)) from cause
    except Exception as cause:
        text = _call_errors().error_text(cause, requested)
        if text is None:
            raise
        raise UserError(text) from cause


@contextmanager
def _showing_warnings(requested: str | None) -> Generator[None]:
    """Show each of our warnings once, as a note in the user's language."""
    shown: set[str] = set()

    def show(message: Warning | str, *_details: object) -> None:
        note = _call_errors().warning_text(message, requested)
        if note not in shown:
            shown.add(note)
            click.echo(note, err=True)

    with warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        warnings.showwarning = show  # type: ignore[assignment]  # takes fewer arguments by name
        yield


@contextmanager
def _ending_on_signals() -> Generator[None]:
    """Turn signals to end into an exception, so that temporary files are removed on the way out.

    Those that are ignored, as under `nohup`, stay ignored.
    """

    def end(number: int, _frame: object) -> NoReturn:
        raise Ended(number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [n for n in numbers if signal.getsignal(n) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    for number in numbers:
        signal.signal(number, end)
    try:
        yield
    except Ended as cause:
        raise click.exceptions.Exit(SIGNALLED + cause.number) from None
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def _call_errors() -> ModuleType:
    return import_module("opshandover.cli.call_errors")


def _requested_lang(args: Sequence[str]) -> str | None:
    """The language that the arguments ask for, in any position, or else the environment."""
    requested = None
    for one, following in pairwise([*args, ""]):
        if one == "--":
            break
        if one == "--lang":
            requested = following
        elif one.startswith("--lang="):
            requested = one.removeprefix("--lang=")
    return requested if requested is not None else os.environ.get(LANG_VARIABLE) or None


def _discard_output() -> None:
    """Redirect the output to nowhere, so that the interpreter can flush it on exit."""
    with suppress(OSError, ValueError):
        void = os.open(os.devnull, os.O_WRONLY)
        os.dup2(void, sys.stdout.fileno())
        os.close(void)


@click.group(
    cls=CommandGroup,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--lang", metavar="zh|en", expose_value=False)
@click.version_option(__version__, prog_name="opshandover", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Without a command, print the help and exit with status 2."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def main() -> None:
    """Run the command line.

    Output is UTF-8 whatever the locale is, and is discarded if there is no standard output.
    """
    for name in ("stdout", "stderr"):
        stream: object = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="opshandover")
