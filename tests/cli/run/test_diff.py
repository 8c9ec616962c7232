"""The command `diff`: what changed, as text and as JSON."""

import json
from pathlib import Path

from tests.cli.calls import FAULTY, call, names_in, written

import opshandover as oh

NEWER = FAULTY.replace("progress: 150", "progress: 60").replace("早班交接", "中班交接")
OLDER = FAULTY.replace("progress: 150", "progress: 10")


def test_text_is_what_the_diff_prints(tmp_path: Path) -> None:
    """The lines are those of `str()`; the status is 0, or 1 if that was asked for and something changed."""
    old, new = written(tmp_path, OLDER, "old.yaml"), written(tmp_path, NEWER, "new.yaml")
    result = call("diff", old, new)
    assert result.exit_code == 0
    assert result.stdout == f"{oh.diff(oh.load(old), oh.load(new))}\n"
    assert "  ~ 标题：早班交接 → 中班交接\n" in result.stdout
    english = call("diff", old, new, "--lang", "en", "--exit-code")
    assert english.exit_code == 1
    assert "Progress: 10% → 60%" in english.stdout
    assert call("diff", old, old, "--exit-code").exit_code == 0


def test_json(tmp_path: Path) -> None:
    """The JSON is the data of the diff."""
    old, new = written(tmp_path, OLDER, "old.yaml"), written(tmp_path, NEWER, "new.yaml")
    data = json.loads(call("diff", old, new, "--format", "json").stdout)
    assert data == oh.diff(oh.load(old), oh.load(new)).as_data("zh")


def test_versions_without_a_suffix(tmp_path: Path) -> None:
    """Temporary files of Git are versions of a file whose name says the format."""
    old, new = written(tmp_path, OLDER, ".merge_file_a"), written(tmp_path, NEWER, ".merge_file_b")
    assert call("diff", old, new).exit_code == 2
    assert call("diff", old, new, "--path", "plans/early.yaml").stdout.startswith("修改 2 处")


def test_bad_input(tmp_path: Path) -> None:
    """Whichever file is faulty or missing is named, with status 2 and nothing on the screen for results."""
    good, bad = written(tmp_path), written(tmp_path, "profile: charter\ntitel: x\n", "bad.yaml")
    for files in ((good, bad), (bad, good), (good, tmp_path / "gone.yaml")):
        result = call("diff", *files, "--lang", "en")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert next(one.name for one in files if one is not good) in result.stderr
    assert call("diff", good).exit_code == 2
    assert names_in(tmp_path) == ["bad.yaml", "handover.yaml"]
