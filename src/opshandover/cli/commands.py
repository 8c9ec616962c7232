"""All commands: what they are called, what they take, and what their help says."""

from importlib import import_module

import click

from opshandover.cli import help_texts as words
from opshandover.cli.call_errors import language
from opshandover.cli.help import Argument, Command, Option
from opshandover.profiles.registry import profile_names
from opshandover.reporting import WRITERS
from opshandover.text import Text


def _files() -> Argument:
    return Argument("files", text=words.FILE, metavar="FILE…", nargs=-1, required=True)


def _format(*names: str, text: Text = words.FORMAT) -> Option:
    names = names or ("text", "json")
    return Option(
        "--format",
        text=text,
        metavar="|".join(names),
        type=click.Choice(names),
        default=names[0],
    )


def _fail_under() -> Option:
    return Option("--fail-under", text=words.FAIL_UNDER, metavar="0-100", type=click.IntRange(0, 100))


def _out(text: Text) -> Option:
    return Option("-o", "--out", text=text, metavar="OUT")


def _explain(ctx: click.Context, _option: click.Parameter, code: str | None) -> None:
    """Shows the page of a rule, which needs no file, instead of checking."""
    if code is not None:
        page = import_module("opshandover.cli.run.rules")
        ctx.exit(page.run(code=code, format="text", lang=language(ctx.obj)))


_ALL = (
    Command(
        "new",
        words.NEW,
        Argument("profile", text=words.PROFILE, metavar="PROFILE", names=profile_names),
        _out(words.NEW_OUT),
        Option("--force", text=words.FORCE, is_flag=True),
        Option("--all", "every", text=words.ALL_SECTIONS, is_flag=True),
    ),
    Command(
        "check",
        words.CHECK,
        _files(),
        _format("text", *WRITERS, text=words.CHECK_FORMAT),
        Option("-o", "--out", "--output", "out", text=words.CHECK_OUT, metavar="OUT"),
        _fail_under(),
        Option("--previous", text=words.PREVIOUS, metavar="FILE"),
        Option(
            "--explain",
            text=words.EXPLAIN,
            metavar="CODE",
            is_eager=True,
            expose_value=False,
            callback=_explain,
        ),
    ),
    Command(
        "score",
        words.SCORE,
        _files(),
        _format(),
        _fail_under(),
        Option("--all", "every", text=words.SHOW_ALL, is_flag=True),
    ),
    Command(
        "export",
        words.EXPORT,
        _files(),
        Option("-t", "--to", text=words.TO, metavar="NAME", required=True),
        _out(words.EXPORT_OUT),
        Option("--option", "options", text=words.OPTION, metavar="K=V", multiple=True),
    ),
    Command(
        "rules",
        words.RULES,
        Argument("code", text=words.CODE, metavar="[CODE]", required=False),
        _format(),
    ),
    Command("exporters", words.EXPORTERS, _format()),
    Command(
        "schema",
        words.SCHEMA,
        Option(
            "--keys",
            text=words.KEYS,
            metavar="all|name|zh|en",
            type=click.Choice(("all", "name", "zh", "en")),
            default="all",
        ),
        _out(words.SCHEMA_OUT),
    ),
)

COMMANDS = {command.name: command for command in _ALL}
