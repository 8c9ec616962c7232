"""The command `read` with `--ask`: where headings belong whose place is not sure."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.calls import call

import opshandover as oh
from opshandover.reading.foreign import read_mapping

TEXT = "# 夜班交接\n\n## 待办\n\n- 退款\n\n## 机房服务器问题\n\n- 断电\n\n## 致谢\n\n感谢小林提供照片\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A file with one sure heading, one that is a guess, and one without a place."""
    path = tmp_path / "note.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_number_a_name_or_a_label_is_an_answer(note: Path, tmp_path: Path) -> None:
    """An empty answer keeps the place, another word is asked for again, and what is sure is not asked for."""
    out, saved = tmp_path / "out.yaml", tmp_path / "saved.yaml"
    result = call("read", note, "-o", out, "--ask", "--save-mapping", saved, input="\n？\n何处\n注意事项\n")
    assert result.exit_code == 0
    assert "待办" not in result.stderr
    assert "交接确认 (sign_off)" in result.stderr
    assert "没有“何处”这个部分" in result.stderr
    assert dict(read_mapping(saved).headings) == {"待办": "work_progress", "机房服务器问题": "issues", "致谢": "notes"}
    document = oh.load(out)
    assert document.notes
    assert document.extra == ()
    assert call("read", note, "-o", out, "--ask", "--mapping", saved).exit_code == 0
    assert oh.load(out) == document


def test_the_last_number_keeps_it_as_it_is(note: Path, tmp_path: Path) -> None:
    """What a person leaves without a place is not asked for again with the mapping."""
    out, saved = tmp_path / "out.yaml", tmp_path / "saved.yaml"
    shown = call("read", note, "-o", out, "--ask", "--lang", "en", input="extra\n\n").stderr
    number = next(line.split()[0] for line in shown.splitlines() if line.endswith("keep it as it is (extra)"))
    call("read", note, "-o", out, "--ask", "--save-mapping", saved, input=f"{number}\n\n")
    assert read_mapping(saved).headings["机房服务器问题"] == "extra"
    assert [one.title for one in oh.load(out).extra] == ["机房服务器问题", "致谢"]
    assert call("read", note, "-o", out, "--ask", "--mapping", saved).exit_code == 0


def test_a_heading_of_several_files_is_asked_for_once(note: Path, tmp_path: Path) -> None:
    """The answers of one file are of use for the next."""
    folder = tmp_path / "out"
    (tmp_path / "other.md").write_text(TEXT, encoding="utf-8")
    result = call("read", note, tmp_path / "other.md", "-o", folder, "--ask", input="risks\nnotes\n")
    assert result.exit_code == 0
    found = [oh.load(path) for path in sorted(folder.iterdir())]
    assert [bool(one.risks and one.notes) for one in found] == [True, True]


def test_nothing_is_written_without_an_answer(note: Path, tmp_path: Path) -> None:
    """The input ends; in a process of its own, where it really ends."""
    out = tmp_path / "out.yaml"
    command = [sys.executable, "-m", "opshandover", "read", str(note), "-o", str(out), "--ask"]
    result = subprocess.run(command, input="", capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 2
    assert "没有得到回答" in result.stderr
    assert not out.exists()
