"""The hook for pre-commit: which files it is given, and what it does with them."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.calls import FAULTY, call, written

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def hook() -> dict[str, Any]:
    """Reads the one hook that there is."""
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return dict(only)


def test_what_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    """All keys that a hook must have are there, and Python installs it from this repository."""
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert (hook["id"], hook["language"]) == ("opshandover-check", "python")
    assert set(hook["types_or"]) == {"yaml", "json", "toml"}
    assert (ROOT / "pyproject.toml").is_file()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("handover.yaml", True),
        ("ops/2026-11-21-handover.zh.yml", True),
        ("Handovers/早班.toml", True),
        ("docs/handover/a.json", True),
        ("交接/早班.yaml", True),
        ("运营/离职交接.json", True),
        (".pre-commit-config.yaml", False),
        ("handover.md", False),
        ("mkdocs.yml", False),
        ("package.json", False),
        ("opshandover.toml", False),
        ("交接/opshandover.toml", False),
        ("opshandover.schema.json", False),
        ("handover/handover.schema.json", False),
        ("handover/.pre-commit-config.yaml", False),
        (".github/workflows/handover.yml", False),
        ("handover/pyproject.toml", False),
        ("opshandover-2026.yaml", True),
        ("opshandover/handover.yaml", True),
    ],
)
def test_which_files_are_checked(hook: dict[str, Any], name: str, wanted: bool) -> None:
    """Documents are known by their name or folder; other files of those formats are left alone."""
    chosen = re.search(hook["files"], name) and not re.search(hook["exclude"], name)
    assert bool(chosen) == wanted


def test_the_hook_runs(hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called as pre-commit does, with files behind the entry, it fails exactly if one has errors."""
    program, *args = shlex.split(hook["entry"])
    assert program == "opshandover"
    monkeypatch.chdir(tmp_path)
    bad = written(tmp_path, FAULTY, "handover.yaml").name
    good = written(tmp_path, "profile: charter\nextra: []\n", "交接 2.yaml").name
    quiet = ["--explain", "SEC001"]
    assert call(*args, bad, good).exit_code == 1
    assert call(*args, *quiet, good).exit_code == 0
    assert call(*args, "--format", "github", bad).stdout.startswith("::")
