"""Configurations: where they are found, what may stand in them, and for which documents."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import opshandover as oh
from opshandover.config.config import Config
from opshandover.errors import ConfigError, LoadError
from opshandover.findings import Severity
from opshandover.model import OpsDocument
from opshandover.text import LANGUAGES

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

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Gives what writes a file below the test's folder."""

    def written(text: str, name: str = "opshandover.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return written


def faults(path: Path) -> dict[str, tuple[str, str]]:
    """Gives all that is wrong with a configuration: path, and the text in both languages."""
    with pytest.raises(ConfigError) as caught:
        Config.load(path)
    assert isinstance(caught.value, LoadError)
    assert str(path) in str(caught.value)
    return {f.path: (f.in_lang("zh"), f.in_lang("en")) for f in caught.value.faults}


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


FAULTS: dict[str, tuple[str, str, str]] = {
    'selct = ["TSK"]': ("selct", "是不是“select”", "did you mean 'select'"),
    'extend_select = ["TSK"]': ("extend_select", "是不是“extend-select”", "'extend-select'"),
    '"选择" = 1': ('"选择"', "这里可以写", "known here: select"),
    "select = 3": ("select", "文字列表", "a list of texts"),
    'select = ["TSK", 3]': ("select[1]", "应为文字", "expected a text"),
    'select = ["TKS003"]': ("select[0]", "是不是“TSK003”", "did you mean 'TSK003'"),
    'ignore = ["task-unasigned"]': ("ignore[0]", "task-unassigned", "task-unassigned"),
    'extend-select = "ZZZ"': ("extend-select", "没有代码", "no rule has 'ZZZ'"),
    "per-document-ignores = []": ("per-document-ignores", "键和值", "keys and values"),
    '[per-document-ignores]\n"a/*" = "ZZZ"': ('per-document-ignores."a/*"', "ZZZ", "ZZZ"),
    'severity = "error"': ("severity", "键和值", "keys and values"),
    '[severity]\nTSK001 = "fatal"': ("severity.TSK001", "error、warning", "error, warning, info"),
    "[severity]\nTSK001 = false": ("severity.TSK001", "false", "false"),
    '[severity]\nZZZ001 = "error"': ("severity.ZZZ001", "没有代码", "no rule has 'ZZZ001'"),
    "[freshness]\ndayly_work = 3": ("freshness.dayly_work", "是不是“daily_work”", "'daily_work'"),
    "[freshness]\ncharter = -1": ("freshness.charter", "不小于 0", "0 or more"),
    "[freshness]\ncharter = true": ("freshness.charter", "整数", "a whole number"),
    '[freshness]\ncharter = "7"': ("freshness.charter", "整数", "a whole number"),
    'lang = "fr"': ("lang", "zh, en", "one of zh, en"),
    "lang = 1": ("lang", "应为文字", "expected a text"),
    "profile = 3": ("profile", "键和值", "keys and values"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_each_fault(write: Write, text: str) -> None:
    """It has its place, and says what was expected, in both languages."""
    where, zh, en = FAULTS[text]
    found = faults(write(text))
    assert list(found) == [where]
    assert zh in found[where][0]
    assert en in found[where][1]


def test_all_faults_at_once(write: Write) -> None:
    """A file with a fault of every kind names each of them."""
    tables = [text for text in FAULTS if text.startswith("[")]
    merged: dict[str, list[str]] = {}
    for text in tables:
        head, line = text.split("\n")
        if line.partition(" ")[0] not in {li.partition(" ")[0] for li in merged.get(head, ())}:
            merged.setdefault(head, []).append(line)
    tops = ['selct = ["TSK"]', 'select = ["TSK", 3]', 'ignore = ["task-unasigned"]', 'lang = "fr"']
    text = "\n".join([*tops, *("\n".join([head, *lines]) for head, lines in merged.items())])
    expected = {FAULTS[t][0] for t in tops} | {FAULTS[t][0] for t in tables}
    assert set(faults(write(text))) == expected


def test_secrets_are_not_shown(write: Write) -> None:
    """What stands where it should not may be a secret, and is hidden in the fault."""
    found = faults(write('lang = "password: Sonne-1234-Mond"'))
    for text in found["lang"]:
        assert "Sonne-1234-Mond" not in text


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


def test_the_error_is_one_line_and_its_faults() -> None:
    """Both languages say that a configuration is meant."""
    error = ConfigError("x.toml", ())
    assert [error.in_lang(lang) for lang in LANGUAGES] == [
        "x.toml：配置无法读取，共 0 处问题",
        "x.toml: cannot be read as a configuration, 0 fault(s)",
    ]
