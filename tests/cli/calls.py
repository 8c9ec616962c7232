"""Calls the command line as a test needs it."""

import inspect
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from click.testing import CliRunner, Result

from opshandover.cli import cli

FAULTY = """\
profile: daily_handover
title: 早班交接
prepared_on: 2026-11-21
giver: 林晓雯
receivers: [周启明]
work_progress:
  tasks:
    - {title: 核对退款单, status: in_progress, progress: 150}
"""
"""A document that loads, and has errors."""
APART: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
"""Click 8.1 must be asked to keep output and errors apart; later versions always do."""


def _main(*args: Any, **settings: Any) -> Any:
    try:
        return cli.main(*args, **settings)
    finally:
        sys.stderr.flush()  # Click 8.1 takes what is there without it.


COMMAND: Any = SimpleNamespace(name="opshandover", main=_main)


def call(*args: object, **settings: Any) -> Result:
    """Calls the command line with these arguments, no terminal in sight."""
    env = {"OPSHANDOVER_LANG": None, **settings.pop("env", {})}
    return CliRunner(**APART).invoke(COMMAND, [str(a) for a in args], prog_name="opshandover", env=env, **settings)


def written(folder: Path, text: str = FAULTY, name: str = "handover.yaml") -> Path:
    """Writes a file, and gives its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names_in(folder: Path) -> list[str]:
    """The names of all that is in a folder."""
    return sorted(one.name for one in folder.iterdir())
