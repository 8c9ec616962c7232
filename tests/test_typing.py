"""Type checkers see from outside what the library takes and returns."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = """
from datetime import date
from typing import assert_type

import opshandover as oh
from attrs import evolve
from opshandover.items import Rows
from opshandover.model import Issue, OpsDocument, Person, Task, TaskStatus, WorkProgress

task = Task(title="a", status=TaskStatus("已完成"), due=date(2026, 11, 28), owner=Person(name="b"))
assert_type(TaskStatus("done"), TaskStatus)
assert_type(evolve(task, progress=60), Task)
assert_type(oh.from_data({"profile": "charter"}), OpsDocument)
found = oh.items.read_csv("a.csv", Task, mapping={"x": "title", "y": None}, date_format=("%d/%m/%Y",))
assert_type(found, Rows[Task])
assert_type(found.left, tuple[str, ...])
assert_type(oh.items.read_json(b"[]", Issue)[0], Issue)
assert_type(oh.items.from_rows([{"title": "a"}], Task, values={"status": {"x": TaskStatus.DONE}})[0], Task)
document = OpsDocument(profile="charter", work_progress=WorkProgress(tasks=found))
assert_type(oh.items.rows(document)[0]["due"], str | int | date | None)
assert_type(oh.export(document, "word"), bytes)
assert_type(oh.loads("{}", format="json"), OpsDocument)
"""
WRONG = """
import opshandover as oh
from opshandover.model import Issue, OpsDocument, Person, Task, WorkProgress

Task(titel="a")  # error
Task(status="done")  # error
Task(due="2026-11-28")  # error
OpsDocument(profile="charter", receivers=[Person(name="a")])  # error
OpsDocument(title="a")  # error
WorkProgress(tasks=oh.items.read_csv("a.csv", Issue))  # error
oh.items.read_csv("a.csv", Task, mapping={"a": 5})  # error
oh.items.read_csv("a.csv", Task, maping={})  # error
oh.items.read_csv("a.csv", str)  # error
oh.from_data([])  # error
oh.loads("{}")  # error
oh.loads({}, format="json")  # error
oh.export(oh.load("a.yaml"), "word", lang="fr")  # error
"""
COMMANDS = {
    "mypy": ("--strict", "--no-error-summary", "--hide-error-context", "--no-pretty", "--cache-dir"),
    "pyright": ("--pythonpath", sys.executable),
}


def lines_with_errors(checker: str, text: str, folder: Path) -> set[int]:
    """The lines in which a type checker finds errors in a script outside of this repository."""
    pytest.importorskip(checker, reason="type checkers are installed with the group `typing`, not with `tests`")
    script = folder / "script.py"
    script.write_text(text, encoding="utf-8")
    options = COMMANDS[checker]
    more = [str(folder / "cache")] if checker == "mypy" else []
    run = subprocess.run(
        [sys.executable, "-m", checker, *options, *more, script.name],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    return {int(line) for line in re.findall(r"script\.py:(\d+):.* error[: ]", run.stdout)}


@pytest.mark.parametrize("checker", COMMANDS)
def test_a_right_script(checker: str, tmp_path: Path) -> None:
    """Whoever uses the library as it is meant has no error, and every result has its type."""
    assert lines_with_errors(checker, RIGHT, tmp_path) == set()


@pytest.mark.parametrize("checker", COMMANDS)
def test_a_wrong_script(checker: str, tmp_path: Path) -> None:
    """Each misspelt keyword and wrong value is found before the script runs."""
    marked = {number for number, line in enumerate(WRONG.splitlines(), 1) if line.endswith("# error")}
    assert lines_with_errors(checker, WRONG, tmp_path) == marked
