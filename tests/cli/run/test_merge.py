"""The command `merge`: the document goes to a file, whole or not at all, and every open conflict is said."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.calls import call, names_in, written
from tests.exporters.word.opened import opened, text_in
from tests.support.docx_lint import lint

import opshandover as oh
from opshandover.model import WorkProgress

BASE = """\
# 交接给中班
文种: 班次交接
标题: 早班交接
工作进展:
  任务:
    - {编号: T-1, 标题: 核对退款单, 进度: 10}  # 每小时一次
    - {编号: T-2, 标题: 更新价目表}
"""
OURS = BASE.replace("进度: 10", "进度: 60")
THEIRS = BASE.replace("更新价目表}", "更新价目表, 下一步: 通知门店}").replace("早班交接", "早班交接单")
CONFLICTING = THEIRS.replace("进度: 10", "进度: 90")


def files(folder: Path, base: str = BASE, ours: str = OURS, theirs: str = THEIRS) -> list[Path]:
    """The three versions as files."""
    texts = {"base.yaml": base, "ours.yaml": ours, "theirs.yaml": theirs}
    return [written(folder, text, name) for name, text in texts.items()]


def progress(path: Path) -> int | None:
    """What the first task of a file says."""
    found = oh.load(path).work_progress
    assert isinstance(found, WorkProgress)
    return found.tasks[0].progress


def test_without_conflict(tmp_path: Path) -> None:
    """The status is 0, the file has both sides' edits, in labels as ours has them, and the report says whose each is."""
    three, out = files(tmp_path), tmp_path / "out.yaml"
    result = call("merge", *three, "-o", out)
    assert result.exit_code == 0
    assert oh.load(out) == oh.merge(*map(oh.load, three)).document
    assert progress(out) == 60
    assert "标题: 早班交接单" in out.read_text("utf-8")
    assert "没有冲突" in result.stdout
    assert "ours.yaml" in result.stdout
    assert "已写入" in result.stderr


def test_with_a_conflict(tmp_path: Path) -> None:
    """The status is 1, the file is valid with our version, and the conflict is told; a side decides it."""
    three, out = files(tmp_path, theirs=CONFLICTING), tmp_path / "out.yaml"
    result = call("merge", *three, "-o", out, "--our-name", "李敏, night.docx")
    assert result.exit_code == 1
    assert progress(out) == 60
    assert [line.strip() for line in result.stdout.splitlines()[1:7]] == [
        "冲突 1  工作进展 › 任务 1（核对退款单） › 进度（工作进展.任务[0].进度）",
        "同一处改成了不同的值",
        f"{three[0]}：10%",
        "李敏, night.docx：60%",
        f"{three[2]}：90%",
        "暂取 李敏, night.docx",
    ]
    assert call("merge", *three, "-o", out, "--theirs").exit_code == 0
    assert progress(out) == 90
    assert call("merge", *three, "-o", out, "--ours").exit_code == 0
    assert progress(out) == 60


def test_asked(tmp_path: Path) -> None:
    """Each conflict is shown and asked about."""
    three, out = files(tmp_path, theirs=CONFLICTING), tmp_path / "out.yaml"
    result = call("merge", *three, "-o", out, "--ask", input="t\n")
    assert result.exit_code == 0
    assert "冲突 1" in result.stderr
    assert progress(out) == 90
    assert call("merge", *three, "-o", out, "--ask", input="l\n").exit_code == 1


def test_asked_without_an_answer(tmp_path: Path) -> None:
    """Nothing is written when the input ends; in a process of its own, where it really ends."""
    three, out = files(tmp_path, theirs=CONFLICTING), tmp_path / "out.yaml"
    command = [sys.executable, "-m", "opshandover", "merge", *map(str, three), "-o", str(out), "--ask"]
    result = subprocess.run(command, input="", capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 2
    assert "没有得到回答" in result.stderr
    assert not out.exists()


def test_without_a_file(tmp_path: Path) -> None:
    """The document is the output, and the report is beside it; as JSON too."""
    three = files(tmp_path, theirs=CONFLICTING)
    result = call("merge", *three)
    assert oh.loads(result.stdout, format="yaml") == oh.merge(*map(oh.load, three)).document
    assert "1 处冲突待定" in result.stderr
    data = json.loads(call("merge", *three, "--format", "json").stderr)
    assert [(one["path"], one["ours"], one["theirs"]) for one in data["conflicts"]] == [
        ("work_progress.tasks[0].progress", 60, 90)
    ]
    assert data["ledger"]["taken_in"] == sum(n for name, n in data["ledger"].items() if name != "taken_in")


@pytest.mark.parametrize(("ours", "theirs", "kept"), [(BASE, THEIRS, THEIRS), (OURS, BASE, OURS), (OURS, OURS, OURS)])
def test_where_one_side_changed_its_text_is_kept(ours: str, theirs: str, kept: str, tmp_path: Path) -> None:
    """Comments, order of keys and short forms stay as they were, also if the file takes the place of ours."""
    three = files(tmp_path, ours=ours, theirs=theirs)
    assert call("merge", *three, "-o", three[1]).exit_code == 0
    assert three[1].read_text("utf-8") == kept


def test_other_formats(tmp_path: Path) -> None:
    """The suffix of the output is its format; names are written if ours has names."""
    three, out = files(tmp_path), tmp_path / "out.json"
    english = "profile: shift_handover\ntitle: Early shift\n"
    assert call("merge", *three, "-o", out).exit_code == 0
    assert oh.load(out) == oh.merge(*map(oh.load, three)).document
    three = files(tmp_path, english, f"{english}id: E-1\n", f"{english}version: '2'\n")
    assert "\nid: E-1\n" in call("merge", *three).stdout


def test_a_word_file(tmp_path: Path) -> None:
    """The conflicts can be settled in Word; the status says that they are open."""
    three, out = files(tmp_path, theirs=CONFLICTING), tmp_path / "conflicts.docx"
    result = call("merge", *three, "-o", out, "--their-name", "周岩")
    assert result.exit_code == 1
    assert "1 处冲突待定" in result.stdout
    assert lint(out.read_bytes()) == []
    changes = opened(out.read_bytes()).find(".//ins", "word/document.xml")
    assert [text_in(change) for change in changes] == ["90%"]


def test_bad_calls(tmp_path: Path) -> None:
    """Whatever is wrong with the call or a file is said before anything is written, and no other input is overwritten."""
    three = files(tmp_path)
    for args in (
        (*three, "-o", tmp_path / "x.pdf"),
        (*three, "-o", three[0]),
        (*three, "-o", three[2]),
        (*three, "--ours", "--theirs"),
        (*three[:2], tmp_path / "gone.yaml", "-o", tmp_path / "out.yaml"),
        (*three[:2], written(tmp_path, "文种: 无此文种\n", "bad.yaml"), "-o", tmp_path / "out.yaml"),
        three[:2],
    ):
        result = call("merge", *args)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("错误：")
    assert names_in(tmp_path) == ["bad.yaml", "base.yaml", "ours.yaml", "theirs.yaml"]
    assert [one.read_text("utf-8") for one in three] == [BASE, OURS, THEIRS]


Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A repository whose handovers are merged and compared by us."""
    env = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "OPSHANDOVER_LANG": "",
        "LC_ALL": "C.UTF-8",
    }

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", *args], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)

    run("init", "-q", "-b", "main")
    for key, value in (
        ("user.name", "周岩"),
        ("user.email", "zhou@example.com"),
        ("core.attributesFile", os.devnull),
        ("merge.opshandover.driver", "opshandover merge %O %A %B -o %A --path %P"),
        ("diff.opshandover.textconv", "opshandover export -t markdown -o -"),
    ):
        run("config", key, value)
    written(tmp_path, "*.yaml merge=opshandover diff=opshandover\n", ".gitattributes")
    return run


def committed(git: Git, folder: Path, branch: str, text: str) -> None:
    """Commits a version of the file on a branch that begins at the first version."""
    if branch != "main":
        git("checkout", "-q", "-b", branch, "main")
    written(folder, text, "early.yaml")
    git("add", ".")
    assert git("commit", "-q", "-m", branch).returncode == 0


def test_git_merges_by_item(git: Git, tmp_path: Path) -> None:
    """Edits of one line by two branches, which Git alone cannot join, are joined; what contradicts is left to people."""
    for branch, text in (
        ("main", BASE),
        ("night", OURS),
        ("day", BASE.replace("进度: 10", "进度: 10, 状态: 进行中")),
        ("late", CONFLICTING),
    ):
        committed(git, tmp_path, branch, text)
    path = tmp_path / "early.yaml"
    git("checkout", "-q", "night")
    done = git("merge", "--no-edit", "day")
    assert done.returncode == 0, done.stdout + done.stderr
    assert progress(path) == 60
    assert "进行中" in path.read_text("utf-8")
    done = git("merge", "--no-edit", "late")
    assert done.returncode == 1
    assert "1 处冲突待定" in done.stdout + done.stderr
    assert "early.yaml" in git("diff", "--name-only", "--diff-filter=U").stdout
    assert progress(path) == 60
    assert "早班交接单" in path.read_text("utf-8")
    git("checkout", "-q", "--", ".")


def test_git_shows_the_page(git: Git, tmp_path: Path) -> None:
    """What changed is shown as it reads, not as it is written."""
    for branch, text in (("main", BASE), ("night", OURS)):
        committed(git, tmp_path, branch, text)
    shown = git("diff", "main", "night").stdout
    assert any(line.startswith("+") and "60%" in line for line in shown.splitlines())
    assert "进度: 60" not in shown
