"""The command `export`: in which format it writes, and which names of files do not fit it."""

from pathlib import Path

import pytest
from tests.cli.calls import call, names_in, written

import opshandover as oh


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "args", [("-t", "docx"), ("-t", ".DOCX"), ("-o", "out.docx"), ("-t", "word", "-o", "out.docx"), ("-o", "out.DOCX")]
)
def test_the_format_by_its_suffix(here: Path, args: tuple[str, ...]) -> None:
    """People know formats by the suffix of their files, and need not say it twice."""
    assert call("export", written(here), *args).exit_code == 0
    (out,) = (path for path in here.iterdir() if path.suffix.lower() == ".docx")
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("-t", "word", "-o", "out.pdf"), ".docx"),
        (("-t", "json", "-o", "out.docx"), ".json"),
        (("-o", "out.pdf"), "-t"),
        (("-o", "-"), "-t"),
        ((), "-t"),
        (("-t", "pdf"), "markdown"),
        (("-o", "晚班.doc"), "晚班.docx"),
        (("-o", "x.wps"), "x.docx"),
        (("-o", "x.xls"), "x.csv"),
        (("-o", "x.xhtml"), "x.html"),
        (("-o", "x.htlm"), "x.html"),
        (("-o", "x.jsn"), "x.json"),
        (("-o", "x.dotx"), "x.docx"),
        (("-o", "x.tex"), "-t"),
        (("-t", "json", "-o", "x.markdown"), ".json"),
        (("-t", "markdown", "-o", "x.htm"), ".md"),
        (("-o", "x.toml"), "x.yaml"),
        (("-t", "doc"), "-t docx"),
    ],
)
def test_a_format_that_is_unknown_or_contradicts_the_name(here: Path, args: tuple[str, ...], said: str) -> None:
    """Nothing is written under a name that promises another format."""
    result = call("export", written(here), *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert names_in(here) == ["handover.yaml"]


@pytest.mark.parametrize("name", ["out", "handover.2026", "charter.v2"])
def test_a_name_without_the_suffix_of_a_format(here: Path, name: str) -> None:
    """It is taken as it is."""
    assert call("export", written(here), "-t", "json", "-o", name).exit_code == 0
    assert (here / name).is_file()


@pytest.mark.parametrize(
    ("name", "out"), [("html", "x.htm"), ("html", "x.HTM"), ("markdown", "x.markdown"), ("digest", "x.text")]
)
def test_other_suffixes_of_a_format(here: Path, name: str, out: str) -> None:
    """A format may be known by more than one suffix: the file bears the one asked for, with the format said or not."""
    path = written(here)
    for args in ((), ("-t", name)):
        assert call("export", path, "-o", out, *args).exit_code == 0
        assert (here / out).read_bytes() == oh.export(oh.load(path), name)
        (here / out).unlink()


def test_unknown_exporter(here: Path) -> None:
    """The exporters that there are get listed, and the nearest is named."""
    result = call("export", written(here), "-t", "markdwon")
    assert result.exit_code == 2
    assert "是不是“markdown”" in result.stderr
    assert names_in(here) == ["handover.yaml"]
