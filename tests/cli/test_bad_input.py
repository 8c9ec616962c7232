"""Bad input of every kind: one clear message, status 2, no traceback, nothing written."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import call, names_in

from opshandover.text import LANGUAGES

YAML, JSON = "x.yaml", "x.json"
_BAD = [
    pytest.param(YAML, b"", ("文件为空", "the file is empty"), id="empty"),
    pytest.param(YAML, b" \n\n", ("文件为空", "the file is empty"), id="blank"),
    pytest.param(YAML, b"\x00\x01\xff", ("这是二进制文件", "binary file, expected text"), id="binary"),
    pytest.param(YAML, b"PK\x03\x04rest", ("Office 文件", "an Office file"), id="word file"),
    pytest.param(YAML, "文种: 工作总则".encode("gbk"), ("GBK", "GBK"), id="gbk"),
    pytest.param(YAML, "文种: 工作总则".encode("utf-16"), ("UTF-16", "UTF-16"), id="utf-16"),
    pytest.param(YAML, b"[" * 100_000, ("嵌套超过", "nested deeper"), id="nested yaml"),
    pytest.param(JSON, b"[" * 100_000, ("嵌套超过", "nested deeper"), id="nested json"),
    pytest.param(JSON, b'{"a":' * 100_000, ("嵌套超过", "nested deeper"), id="nested objects"),
    pytest.param(
        YAML,
        b"profile: charter\ntitle: a\ntitle: b\n",
        ("重复", "duplicate key"),
        id="double key yaml",
    ),
    pytest.param(
        JSON,
        b'{"profile": "charter", "title": "a", "title": "b"}',
        ("重复", "duplicate key"),
        id="json",
    ),
    pytest.param(YAML, b"profile: &a charter\n", ("锚点", "anchors"), id="anchor"),
    pytest.param(YAML, b"profile: !!str charter\n", ("标签", "tags"), id="tag"),
    pytest.param(YAML, b"profile: chartr\n", ("是不是“charter”", "mean 'charter'"), id="profile"),
    pytest.param(YAML, b"profile: charter\ntitel: x\n", ("title", "title"), id="unknown key"),
    pytest.param(YAML, b"profile: charter\ntitle: [x]\n", ("应为文字", "expected a text"), id="type"),
    pytest.param(
        YAML,
        b"profile: charter\nprepared_on: 2026-02-30\n",
        ("有效的日期", "a valid date"),
        id="date",
    ),
    pytest.param(YAML, b"profile: charter\nschema_version: 99\n", ("请升级", "upgrade"), id="newer version"),
    pytest.param(
        JSON,
        b'{"profile": "charter", "title": "\\ud800"}',
        ("代理字符", "lone surrogate"),
        id="surrogate",
    ),
    pytest.param("x.txt", b"profile: charter\n", ("无法识别文件格式", "unknown file format"), id="suffix"),
]
each_command = pytest.mark.parametrize(
    "args",
    [("check",), ("check", "--format", "json"), ("score",), ("export", "-t", "word", "-o", "out")],
    ids=lambda args: " ".join(args[:3]),
)


@each_command
@pytest.mark.parametrize(("name", "content", "said"), _BAD)
def test_files(args: tuple[str, ...], name: str, content: bytes, said: tuple[str, str], tmp_path: Path) -> None:
    """A file that is no document is refused by every command, in both languages."""
    path = tmp_path / name
    path.write_bytes(content)
    here = [str(tmp_path / a) if a == "out" else a for a in args]
    for lang, words in zip(LANGUAGES, said, strict=True):
        result = call(*here, path, "--lang", lang)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert words in result.stderr
        assert name in result.stderr
        assert len(result.stderr) < 1000
        assert isinstance(result.exception, SystemExit)
    assert names_in(tmp_path) == [name]


@each_command
def test_places_without_a_file(args: tuple[str, ...], tmp_path: Path) -> None:
    """A folder and a missing file are called what they are, whatever their names."""
    for name in ("folder", "folder.yaml"):
        (tmp_path / name).mkdir()
        result = call(*args, tmp_path / name)
        assert result.exit_code == 2
        assert "这是文件夹，不是文件" in result.stderr
    for name in ("gone", "gone.yaml"):
        result = call(*args, tmp_path / name, "--lang", "en")
        assert result.exit_code == 2
        assert "does not exist" in result.stderr


def test_all_faults_are_named_with_their_lines(tmp_path: Path) -> None:
    """One line for each fault, in the order of the file."""
    path = tmp_path / YAML
    path.write_text("profile: charter\ntitel: x\nprepared_on: soon\nstate: perhaps\n")
    lines = call("check", path, "--lang", "en").stderr.splitlines()
    assert "3 fault(s)" in lines[0]
    assert [line.split()[0] for line in lines[1:]] == ["2:1", "3:1", "4:1"]


def test_secrets_are_not_repeated(tmp_path: Path) -> None:
    """What a message quotes of a file has no secret in it."""
    path = tmp_path / JSON
    hidden = "Tr0ub4dor-and-3"
    path.write_text(json.dumps({"profile": "charter", "state": f"password: {hidden}"}))
    result = call("check", path)
    assert result.exit_code == 2
    assert hidden not in result.stdout + result.stderr


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """A file whose name is not UTF-8 can be named in a message and as a key."""
    path = tmp_path / "\udcff\x1b.yaml"
    path.write_text("profile: charter\n")
    for args in (("check",), ("check", "--format", "json"), ("score",)):
        result = call(*args, path)
        assert result.exit_code in (0, 1)
        assert "\x1b" not in result.stdout + result.stderr
    assert "\\udcff\\x1b.yaml" in call("score", path).stdout
