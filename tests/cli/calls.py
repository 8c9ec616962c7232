"""Calls the command line as a test needs it."""

from pathlib import Path
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


def call(*args: object, **settings: Any) -> Result:
    """Calls the command line with these arguments, no terminal in sight."""
    env = {"OPSHANDOVER_LANG": None, **settings.pop("env", {})}
    return CliRunner().invoke(cli, [str(a) for a in args], prog_name="opshandover", env=env, **settings)


def written(folder: Path, text: str = FAULTY, name: str = "handover.yaml") -> Path:
    """Writes a file, and gives its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names_in(folder: Path) -> list[str]:
    """Gives the names of all that is in a folder."""
    return sorted(one.name for one in folder.iterdir())
