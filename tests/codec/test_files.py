"""Documents are loaded from files, texts and bytes, and saved whole or not at all."""

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.codec.faulty import faults

from opshandover import codec
from opshandover.errors import ContentError, LoadError, UnknownNameError
from opshandover.model import OpsDocument, Task, WorkProgress


def test_files_are_told_by_suffix_or_by_name(tmp_path: Path) -> None:
    """A file is saved and loaded by its suffix, or by the format that is named."""
    document = OpsDocument(profile="daily_work", work_progress=WorkProgress(tasks=(Task(title="上架"),)))
    for name, given_format in (("a.json", None), ("a.yaml", None), ("a.YML", None), ("a", "json")):
        path = codec.dump(document, tmp_path / name, format=given_format)
        assert codec.load(path, format=given_format) == document
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["a", "a.YML", "a.json", "a.yaml"]


def test_what_cannot_be_saved_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    """A document with a value that its field does not allow is refused before anything is written."""
    path = tmp_path / "a.yaml"
    path.write_text("profile: charter\n", "utf-8")
    with pytest.raises(ContentError):
        codec.dump(OpsDocument(profile="charter", title="\ud800"), path)
    assert path.read_text("utf-8") == "profile: charter\n"
    assert list(tmp_path.iterdir()) == [path]


def test_equal_documents_have_one_canonical_text() -> None:
    """The order of keys in the file does not matter; any other value does."""
    one = codec.loads('{"title": "夜班", "profile": "charter"}', format="json")
    other = codec.loads("profile: charter\n标题: 夜班", format="yaml")
    assert codec.canonical(one) == codec.canonical(other)
    assert codec.canonical(one) != codec.canonical(evolve(one, prepared_on=date(2026, 1, 2)))
    assert codec.loads(codec.canonical(one), format="json") == one
    assert list(json.loads(codec.canonical(one))) == ["profile", "schema_version", "title"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("标题: 夜班".encode("gbk"), "file encoding is GBK"),
        ("标题".encode("utf-16"), "file encoding is UTF-16"),
        (b"PK\x03\x04rest", "a zip archive or an Office file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\x00\x01\x02", "binary file, expected text"),
        (b"\xff\x00\xfe\x81", "binary file, expected text"),
        (b"", "the file is empty"),
    ],
)
def test_file_that_is_no_text_in_utf8_says_what_it_is(tmp_path: Path, data: bytes, expected: str) -> None:
    """A file in another encoding, or no text at all, is told apart."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(LoadError, match=expected) as caught:
        codec.load(path)
    assert str(path) in str(caught.value)
    with pytest.raises(LoadError, match=expected) as caught:
        codec.loads(data, format="yaml")
    assert str(caught.value).startswith("<text>")
    assert [fault.line for fault in caught.value.faults] == [None]


def test_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    """A mark that some editors put before UTF-8 is no part of the text."""
    path = tmp_path / "a.json"
    data = b'\xef\xbb\xbf{"profile": "charter"}'
    path.write_bytes(data)
    assert codec.load(path).profile == codec.loads(data, format="json").profile == "charter"


@pytest.mark.parametrize("name", [one.name for one in codec.FORMATS])
def test_bytes_say_what_their_text_says(name: str) -> None:
    """Bytes in UTF-8 load as their text does, and what is wrong in them has the same faults and lines."""
    sound = {
        "json": '{"profile": "charter", "title": "夜班"}',
        "yaml": "profile: charter\ntitle: 夜班\n",
        "toml": 'profile = "charter"\ntitle = "夜班"\n',
    }[name]
    assert codec.loads(sound.encode(), format=name) == codec.loads(sound, format=name)
    faulty = sound.replace("title", "titel")
    with pytest.raises(LoadError) as caught:
        codec.loads(faulty.encode(), format=name)
    assert caught.value.faults == faults(faulty, name)


def test_path_that_is_no_readable_file_is_named(tmp_path: Path) -> None:
    """A folder, a missing file and an unknown suffix are each said to be so."""
    folder = tmp_path / "a.yaml"
    folder.mkdir()
    with pytest.raises(LoadError, match="is a folder, not a file"):
        codec.load(folder)
    with pytest.raises(LoadError, match="does not exist"):
        codec.load(tmp_path / "none.yaml")
    with pytest.raises(LoadError, match="does not exist"):
        codec.load(tmp_path / "none.txt")
    (tmp_path / "a.txt").write_text("profile: charter", "utf-8")
    with pytest.raises(UnknownNameError, match=r"\.yaml, \.yml, \.json, \.toml"):
        codec.load(tmp_path / "a.txt")
    with pytest.raises(UnknownNameError, match="did you mean 'yaml'"):
        codec.loads("", format="yml")
