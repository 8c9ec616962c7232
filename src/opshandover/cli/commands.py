"""All commands: their names, parameters and help texts."""

from importlib import import_module

import click

from opshandover.cli import help_texts as texts
from opshandover.cli.call_errors import requested_language
from opshandover.cli.help import Argument, Command, CommandOption
from opshandover.profiles.registry import profile_names
from opshandover.reporting import WRITERS
from opshandover.text import Text


def _files() -> Argument:
    return Argument("files", text=texts.FILE, metavar="FILE…", nargs=-1, required=True)


def _format(*names: str, text: Text = texts.FORMAT) -> CommandOption:
    names = names or ("text", "json")
    return CommandOption("--format", text=text, metavar="|".join(names), type=click.Choice(names), default=names[0])


def _fail_under() -> CommandOption:
    return CommandOption("--fail-under", text=texts.FAIL_UNDER, metavar="0-100", type=click.IntRange(0, 100))


def _out(text: Text) -> CommandOption:
    return CommandOption("-o", "--out", text=text, metavar="OUT")


def _policies(ask: Text = texts.ASK) -> tuple[CommandOption, ...]:
    """Who decides conflicts."""
    return (
        CommandOption("--ours", "keep_ours", text=texts.KEEP_OURS, is_flag=True),
        CommandOption("--theirs", "keep_theirs", text=texts.KEEP_THEIRS, is_flag=True),
        CommandOption("--ask", text=ask, is_flag=True),
    )


def _path() -> CommandOption:
    return CommandOption("--path", "named", text=texts.VERSIONS_OF, metavar="FILE")


def _explain(ctx: click.Context, _option: click.Parameter, code: str | None) -> None:
    """Show the page of a rule, which needs no file, instead of checking."""
    if code is not None:
        page = import_module("opshandover.cli.run.rules")
        ctx.exit(page.run(code=code, format="text", lang=requested_language(ctx.obj)))


_ALL = (
    Command(
        "new",
        texts.NEW,
        Argument("profile", text=texts.PROFILE, metavar="PROFILE", names=profile_names),
        _out(texts.NEW_OUT),
        CommandOption("--force", text=texts.FORCE, is_flag=True),
        CommandOption("--from", "earlier", text=texts.FROM, metavar="FILE"),
        CommandOption("--full", text=texts.FULL, is_flag=True),
        CommandOption("--all", "all_sections", text=texts.ALL_SECTIONS, is_flag=True),
    ),
    Command(
        "check",
        texts.CHECK,
        _files(),
        _format("text", *WRITERS, text=texts.CHECK_FORMAT),
        CommandOption("-o", "--out", "--output", "out", text=texts.CHECK_OUT, metavar="OUT"),
        _fail_under(),
        CommandOption("--max-warnings", text=texts.MAX_WARNINGS, metavar="0-9999", type=click.IntRange(0, 9999)),
        CommandOption("--previous", text=texts.PREVIOUS, metavar="FILE"),
        CommandOption(
            "--explain", text=texts.EXPLAIN, metavar="CODE", is_eager=True, expose_value=False, callback=_explain
        ),
    ),
    Command(
        "score",
        texts.SCORE,
        _files(),
        _format(),
        _fail_under(),
        CommandOption("--all", "show_all", text=texts.SHOW_ALL, is_flag=True),
    ),
    Command(
        "export",
        texts.EXPORT,
        _files(),
        CommandOption("-t", "--to", text=texts.TO, metavar="NAME"),
        _out(texts.EXPORT_OUT),
        CommandOption("--option", "options", text=texts.OPTION, metavar="K=V", multiple=True),
        CommandOption("--for", "receiver", text=texts.RECEIVER, metavar="NAME"),
        CommandOption("--draft", text=texts.DRAFT, is_flag=True),
        CommandOption("--show-hidden", text=texts.SHOW_HIDDEN, is_flag=True),
    ),
    Command(
        "read",
        texts.READ,
        Argument("files", text=texts.READ_FILE, metavar="FILE…", nargs=-1, required=True),
        _out(texts.READ_OUT),
        CommandOption("--against", text=texts.AGAINST, metavar="FILE"),
        CommandOption("--kind", text=texts.READ_KIND, metavar="PROFILE"),
        CommandOption("--mapping", text=texts.MAPPING, metavar="FILE"),
        CommandOption("--save-mapping", text=texts.SAVE_MAPPING, metavar="FILE"),
        CommandOption("--option", "options", text=texts.READ_OPTION, metavar="K=V", multiple=True),
        *_policies(ask=texts.ASK_IN_FILES),
        CommandOption("--all", "show_all", text=texts.SHOW_REMARKS, is_flag=True),
        _format(),
    ),
    Command(
        "diff",
        texts.DIFF,
        Argument("old", text=texts.OLD, metavar="OLD"),
        Argument("new", text=texts.NEW_VERSION, metavar="NEW"),
        _format(),
        CommandOption("--exit-code", text=texts.EXIT_CODE, is_flag=True),
        _path(),
    ),
    Command(
        "merge",
        texts.MERGE,
        Argument("base", text=texts.BASE, metavar="BASE"),
        Argument("ours", text=texts.OURS, metavar="OURS"),
        Argument("theirs", text=texts.THEIRS, metavar="THEIRS"),
        _out(texts.MERGE_OUT),
        *_policies(),
        CommandOption("--our-name", text=texts.OUR_NAME, metavar="TEXT", default=""),
        CommandOption("--their-name", text=texts.THEIR_NAME, metavar="TEXT", default=""),
        _format(text=texts.MERGE_FORMAT),
        _path(),
    ),
    Command("rules", texts.RULES, Argument("code", text=texts.CODE, metavar="[CODE]", required=False), _format()),
    Command("exporters", texts.EXPORTERS, _format()),
    Command(
        "schema",
        texts.SCHEMA,
        CommandOption(
            "--keys",
            text=texts.KEYS,
            metavar="all|name|zh|en",
            type=click.Choice(("all", "name", "zh", "en")),
            default="all",
        ),
        _out(texts.SCHEMA_OUT),
    ),
)

COMMANDS = {command.name: command for command in _ALL}
