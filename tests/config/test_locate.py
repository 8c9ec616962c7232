"""Where a configuration is found."""

from pathlib import Path

import pytest
from tests.config.conftest import Write

from opshandover.config.config import Config
from opshandover.config.locate import table_in


def test_the_nearest_is_found(write: Write, tmp_path: Path) -> None:
    """Upwards from a file or folder; a project's file counts only with the table."""
    write('[tool.opshandover]\nlang = "en"\n', "pyproject.toml")
    write('[project]\nname = "opshandover-things"\n', "a/pyproject.toml")
    document = write("profile: charter\n", "a/b/c.yaml")
    assert Config.find(document).source == tmp_path / "pyproject.toml"
    assert Config.find(document.parent).lang == "en"
    own = write('lang = "zh"\n', "a/opshandover.toml")
    assert Config.find(document).source == own
    write('[tool.opshandover]\nlang = "en"\n', "a/pyproject.toml")
    assert Config.find(document).source == own, "the file of our own comes first"
    assert Config.find(tmp_path / "nowhere" / "at all").lang == "en"


def test_none_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any, the configuration is empty."""
    monkeypatch.chdir(tmp_path)
    assert Config.find() == Config()


def test_another_tools_project_does_not_matter(write: Write, tmp_path: Path) -> None:
    """A project's file that does not speak of us may be as broken as it likes."""
    write("[project\n", "pyproject.toml")
    assert Config.find(tmp_path).source is None


def test_only_a_table_is_a_table() -> None:
    """Whatever else stands in its place in a project's file does not count."""
    assert table_in({"tool": {"opshandover": {"lang": "zh"}}}) == {"lang": "zh"}
    others: list[object] = [{}, {"tool": 3}, {"tool": {"opshandover": []}}, [], None]
    for other in others:
        assert table_in(other) is None
