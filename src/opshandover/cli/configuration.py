"""Which configuration holds for a call, or for a file that it names."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from opshandover.config.locate import settings_file

if TYPE_CHECKING:
    from opshandover.config.config import Config

_GIVEN, _FOUND = "opshandover.config.given", "opshandover.config.found"
"""Under these names the context of a call keeps the file given, and what was read, by folder."""


def remember(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """Keeps the file that `--config` gives."""
    ctx.meta[_GIVEN] = value


def is_configured() -> bool:
    """Says whether there is any configuration for the current folder, reading none."""
    return _given() is not None or settings_file() is not None


def config_for(file: str | None = None) -> "Config":
    """Gives the configuration that holds for a file, or for the current folder.

    It is the one that the call names, or else the nearest upwards. Each is read once in a call.

    Raises:
        ConfigError: it cannot be read, or something in it is not as it should be.
    """
    from opshandover.config.config import Config  # a call that nothing is set for does without

    ctx = click.get_current_context(silent=True)
    found: dict[Path | str, Config] = ctx.meta.setdefault(_FOUND, {}) if ctx else {}
    given = _given()
    folder = Path(file).absolute().parent if file else Path.cwd()
    key = given if given is not None else folder
    if key not in found:
        found[key] = Config.load(given) if given is not None else Config.find(folder)
    return found[key]


def _given() -> str | None:
    ctx = click.get_current_context(silent=True)
    given: str | None = ctx.meta.get(_GIVEN) if ctx else None
    return given
