"""Formats are found by name and by suffix."""

from pathlib import Path

import pytest

from opshandover.codec.formats import FORMATS, Format, format_named, format_of
from opshandover.errors import UnknownNameError


@pytest.mark.parametrize("one", FORMATS, ids=[one.name for one in FORMATS])
def test_each_format_is_found(one: Format) -> None:
    """By its name, and by each of its suffixes in any case."""
    assert format_named(one.name) is one
    for suffix in one.suffixes:
        assert format_of(Path(f"a.b{suffix}")) is format_of(Path(f"A{suffix.upper()}")) is one


def test_a_format_that_is_only_read_is_not_proposed_for_writing() -> None:
    """TOML is no writable format, by name or by suffix, and the message does not offer it."""
    with pytest.raises(UnknownNameError) as caught:
        format_named("toml", writing=True)
    assert "available: json, yaml" in str(caught.value)
    with pytest.raises(UnknownNameError, match=r"ends in \.yaml, \.yml, \.json\Z"):
        format_of(Path("a.toml"), writing=True)


@pytest.mark.parametrize("name", ["a", "yaml", ".yaml", "a.yaml.txt", "a.", "a.yaml/b"])
def test_a_file_name_without_a_known_suffix_has_no_format(name: str) -> None:
    """Nothing is guessed from the content; the message names the file and the suffixes."""
    with pytest.raises(UnknownNameError, match=r"unknown file format; expected .*\.toml") as caught:
        format_of(Path(name))
    assert str(caught.value).startswith(f"{Path(name)}:")


@pytest.mark.parametrize("one", [one for one in FORMATS if one.writable], ids=lambda one: one.name)
def test_what_a_format_writes_it_reads(one: Format) -> None:
    """Its module has a reader, a writer and marks that fit together."""
    data = {"a": "x", "b": ["y", {"c": "z"}]}
    text = one.write(data)
    marks = one.marks(text)
    assert one.read(text).data == data
    assert marks is not None
    assert set(marks.children) == {"a", "b"}
