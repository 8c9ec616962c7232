"""Which configuration applies to a call, or to a file that it names."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from opshandover.cli.call_errors import requested_language
from opshandover.config.locate import settings_file
from opshandover.plain_text import printable
from opshandover.text import DEFAULT_LANG, Text

if TYPE_CHECKING:
    from opshandover.config.config import Config

_OPTION, _CACHE = "opshandover.config.given", "opshandover.config.found"
"""Keys in the context of a call: the value of `--config`, and the configurations read, by folder."""


def keep_option(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """Keep the value of `--config`."""
    ctx.meta[_OPTION] = value


def is_configured() -> bool:
    """Whether there is a configuration for the current folder; does not read it."""
    return _config_option() is not None or settings_file() is not None


def config_for(file: str | None = None) -> "Config":
    """The configuration for a file, or for the current folder.

    It is the one that `--config` names, or else the nearest upwards. Each is read once in a call.

    Raises:
        ConfigError: the configuration cannot be read, or has invalid settings.
    """
    from opshandover.config.config import Config  # not needed if there is no configuration

    ctx = click.get_current_context(silent=True)
    cache: dict[Path | str, Config] = ctx.meta.setdefault(_CACHE, {}) if ctx else {}
    option = _config_option()
    folder = Path(file).parent if file else Path()
    key = option if option is not None else folder
    if key not in cache:
        cache[key] = Config.load(option) if option is not None else Config.find(folder)
        if file is not None:
            _show_source(cache)
    return cache[key]


def _show_source(cache: "dict[Path | str, Config]") -> None:
    """Say once of each file with settings that it applies: it may stand in any folder above the documents."""
    *others, config = cache.values()
    if config.source and config.source not in (other.source for other in others):
        lang = requested_language(click.get_current_context().obj) or config.lang or DEFAULT_LANG
        click.echo(printable(_APPLIES.filled(lang, file=Path(_relative(config.source)))), err=True)


def _relative(path: Path) -> str:
    """A path as seen from the current folder, if it can be."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # the current folder was deleted, or is on another drive
        return str(path)


_APPLIES = Text("采用设置：{file}", "settings: {file}")


def _config_option() -> str | None:
    ctx = click.get_current_context(silent=True)
    option: str | None = ctx.meta.get(_OPTION) if ctx else None
    return option
