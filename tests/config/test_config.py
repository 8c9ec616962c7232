"""Configurations: where they are found, what may stand in them, and for which documents."""

from pathlib import Path
from typing import Any

import pytest
from tests.config.conftest import Write
from tests.config.refused import faults

import opshandover as oh
from opshandover.config.config import Config
from opshandover.errors import ConfigError
from opshandover.findings import Severity
from opshandover.model import OpsDocument

FULL = """
select = ["TSK", "receiver-missing"]
ignore = ["TSK001"]
extend-select = "SEC001"
lang = "en"

[per-document-ignores]
"archive/*" = ["HDR"]
"D-1" = ["TSK", "SEC001"]

[severity]
HDR001 = "warning"
TSK = "info"

[freshness]
daily_handover = 3
night = 1

[profile.night]
based-on = "daily_handover"
label = {zh = "夜班", en = "Night"}
"""


def test_every_key(write: Write) -> None:
    """Each key of the file becomes the attribute of its name."""
    path = write(FULL)
    config = Config.load(path)
    assert (config.select, config.ignore) == (("TSK", "receiver-missing"), ("TSK001",))
    assert config.extend_select == ("SEC001",)
    assert config.lang == "en"
    assert config.per_document_ignores == {"archive/*": ("HDR",), "D-1": ("TSK", "SEC001")}
    assert config.severity == {"HDR001": Severity.WARNING, "TSK": Severity.INFO}
    assert config.freshness == {"daily_handover": 3, "night": 1}
    assert [p.name for p in config.profiles] == ["night"]
    assert config.source == path


def test_the_facade() -> None:
    """It is there as `oh.Config`, and an empty one changes nothing."""
    doc = OpsDocument(profile="charter")
    assert oh.Config is Config
    assert oh.check(doc, config=Config()) == oh.check(doc)


def test_a_projects_file(write: Write) -> None:
    """In pyproject.toml the same keys stand under [tool.opshandover], and paths say so."""
    path = write('[project]\nname = "x"\n[tool.opshandover]\nignore = ["TSK"]\n', "pyproject.toml")
    assert Config.load(path).ignore == ("TSK",)
    path.write_text('[tool.opshandover]\nlang = "fr"\n[tool.opshandover.severity]\nX = 1\n', "utf-8")
    assert set(faults(path)) == {"tool.opshandover.lang", "tool.opshandover.severity.X"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[severity\n", "TOML"),
        ('lang = "en"\nlang = "zh"\n', "TOML"),
        ("[profile.n]\n[profile.n]\n", "TOML"),
        ("a = 1\x00", "binary"),
    ],
)
def test_a_file_that_is_no_toml(write: Write, text: str, says: str) -> None:
    """The fault says so; a table that is there twice is one."""
    ((_, english),) = faults(write(text)).values()
    assert says in english


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is an error of the configuration, not of a document."""
    ((chinese, english),) = faults(tmp_path / "gone.toml").values()
    assert "不存在" in chinese
    assert "does not exist" in english


def test_a_project_without_the_table(write: Write) -> None:
    """Who names such a file wants the table to be there."""
    ((_, english),) = faults(write('[project]\nname = "opshandover"\n', "pyproject.toml")).values()
    assert "[tool.opshandover]" in english


HEADERS = OpsDocument(profile="daily_handover", id="D-1")


@pytest.mark.parametrize(
    ("pattern", "path", "excluded"),
    [
        ("D-1", None, True),
        ("D-*", None, True),
        ("d-1", None, False),
        ("D-2", None, False),
        ("x.yaml", "sub/x.yaml", True),
        ("*.yaml", "sub/x.yaml", True),
        ("sub/*", "sub/x.yaml", True),
        ("sub/*", "sub/deep/x.yaml", True),
        ("sub", "sub/x.yaml", False),
        ("other/*", "sub/x.yaml", False),
        ("*/x.yaml", "sub/x.yaml", True),
        ("x.json", "sub/x.yaml", False),
    ],
)
def test_per_document_ignores(write: Write, tmp_path: Path, pattern: str, path: str | None, excluded: bool) -> None:
    """A pattern means the document's id, the file's name, or its path below the configuration."""
    write(f'[per-document-ignores]\n"{pattern}" = ["HDR"]\n')
    config = Config.find(tmp_path)
    place = tmp_path / path if path else None
    report = oh.check(HEADERS, config=config, path=place)
    assert any(f.code.startswith("HDR") for f in report.findings) is not excluded
    assert config.settings_for(HEADERS, place).excluded == (("HDR",) if excluded else ())


def test_a_relative_path_is_below_the_configuration(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not matter from where a file is named."""
    write('[per-document-ignores]\n"sub/*" = ["HDR"]\n')
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert Config.find().settings_for(HEADERS, "x.yaml").excluded == ("HDR",)
    assert Config.load("../opshandover.toml").settings_for(HEADERS, "x.yaml").excluded == ("HDR",)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"select": ("HDR001",)}, {"HDR001": "error"}),
        ({"select": ("HDR001",), "severity": {"HDR": Severity.INFO}}, {"HDR001": "info"}),
        ({"select": ("HDR001",), "ignore": ("HDR001",)}, {}),
    ],
)
def test_a_configuration_made_in_a_script(config: Any, expected: dict[str, str]) -> None:
    """No file is needed."""
    report = oh.check(HEADERS, config=Config(**config))
    assert {f.code: f.severity.value for f in report.findings} == expected


def test_faults_have_lines(write: Write) -> None:
    """That of the key, or of the nearest table around what is missing or stands within a value."""
    text = """[project]
name = "x"
[tool.opshandover]
selct = 1
ignore = [
  "XYZ",
]
per-document-ignores."a/*" = ["XYZ"]
[tool.opshandover.profile.night]
based-on = "daily_handover"
"""
    with pytest.raises(ConfigError) as caught:
        Config.load(write(text, "pyproject.toml"))
    assert [(fault.line, fault.path.removeprefix("tool.opshandover.")) for fault in caught.value.faults] == [
        (4, "selct"),
        (5, "ignore[0]"),
        (8, 'per-document-ignores."a/*"[0]'),
        (9, "profile.night.label"),
    ]
