"""A large table in Word: from the model to the bytes, beside what else writes such a table.

Every side shows the same six columns of the same tasks, and what it wrote is read again and
compared cell by cell before it is measured. The floor serialises and packs the XML that the
exporter itself wrote, which nothing that writes these bytes can beat.

Run as a program with a side and a number, it writes one file and prints the most memory that the
process has used, in MiB.
"""

import io
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import evolve
from docx import Document
from lxml import etree
from tests.bench.contest import Contest, Side

import opshandover as oh
from opshandover.layout.words.scalars import format_choice
from opshandover.model import OpsDocument, Person, Task, TaskStatus, WorkProgress
from opshandover.model.fields import field_map
from opshandover.testing import a_document

FEW, MANY = 1_000, 5_000
COLUMNS = ("title", "status", "progress", "owner", "next_step", "due")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Grid = list[list[str]]


def tasks_of(count: int) -> OpsDocument:
    """A document with that many tasks, none quite like another, of which six fields show."""
    statuses = (TaskStatus.IN_PROGRESS, TaskStatus.NOT_STARTED, TaskStatus.DELAYED)
    owners = [Person(name=name) for name in ("周岩", "林晓雯", "陈思远", "Ann Lee")]
    tasks = (
        Task(
            title=f"上线第 {n} 个活动页 & banner",
            status=statuses[n % len(statuses)],
            progress=n % 100,
            owner=owners[n % len(owners)],
            next_step=f"周一前找设计补齐第 {n} 页的图",
            due=date(2026, 8, 1) + timedelta(days=n % 30),
        )
        for n in range(count)
    )
    return evolve(a_document(), work_progress=WorkProgress(tasks=tuple(tasks)))


def _tasks(document: OpsDocument) -> Sequence[Task]:
    assert isinstance(document.work_progress, WorkProgress)
    return document.work_progress.tasks


def said(document: OpsDocument) -> Grid:
    """The texts that a reader is to see of the tasks, row by row, below a row of labels."""
    labels = [field_map(Task)[name].label["zh"] for name in COLUMNS]
    return [labels, *map(_cells, _tasks(document))]


def _cells(task: Task) -> list[str]:
    owner = task.owner.name if task.owner else ""
    due = task.due.isoformat() if task.due else ""
    status = format_choice(task.status, "zh") if task.status else ""
    return [task.title, status, f"{task.progress}%", owner, task.next_step, due]


def grid_of(data: bytes) -> Grid:
    """Reads the longest table of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    table = max(root.iter(f"{_W}tbl"), key=len)
    return [
        ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row.iter(f"{_W}tc")]
        for row in table.iter(f"{_W}tr")
    ]


def ours(document: OpsDocument) -> bytes:
    """Exports the whole document, of which the table is a part."""
    return oh.export(document, "word")


def docxtpl(document: OpsDocument) -> bytes:
    """Fills a template that has the table's row in a loop."""
    filled: Any = import_module("docxtpl").DocxTemplate(io.BytesIO(_template()))
    rows = [dict(zip(COLUMNS, cells, strict=True)) for cells in map(_cells, _tasks(document))]
    filled.render({"tasks": rows}, autoescape=True)
    stored = io.BytesIO()
    filled.save(stored)
    return stored.getvalue()


def _template() -> bytes:
    template = Document()
    table = template.add_table(rows=4, cols=len(COLUMNS))
    table.cell(1, 0).text = "{%tr for t in tasks %}"
    for place, name in enumerate(COLUMNS):
        table.cell(0, place).text = field_map(Task)[name].label["zh"]
        table.cell(2, place).text = f"{{{{ t.{name} }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    stored = io.BytesIO()
    template.save(stored)
    return stored.getvalue()


def python_docx(document: OpsDocument) -> bytes:
    """Fills the cells of a table row by row."""
    file = Document()
    rows = said(document)
    table = file.add_table(rows=len(rows), cols=len(COLUMNS))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stored = io.BytesIO()
    file.save(stored)
    return stored.getvalue()


def floor(data: bytes) -> Side:
    """A function that writes a finished Word file again from its trees."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        trees = {name: etree.fromstring(package.read(name)) for name in package.namelist()}

    def write() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as target:
            for name, tree in trees.items():
                target.writestr(name, etree.tostring(tree, encoding="UTF-8", standalone=True))

    return write


SIDES: Mapping[str, Callable[[OpsDocument], bytes]] = {
    "ours": ours,
    "docxtpl": docxtpl,
    "python-docx": python_docx,
}


def contests() -> Iterator[Contest]:
    """The functions that are timed, after all have shown that they write the same table."""
    few, many = tasks_of(FEW), tasks_of(MANY)
    for document in (tasks_of(10), tasks_of(100), few, many):
        for name, write in SIDES.items():
            if grid_of(write(document)) != said(document):
                raise AssertionError(f"{name} does not write what the model holds")
        count = len(_tasks(document))
        what = f"Word, {count:,} tasks × {len(COLUMNS)}"
        for name, target in (("docxtpl", 1 / 3), ("python-docx", None)):
            yield Contest(
                what=what,
                against=name,
                one=_written("ours", document),
                other=_written(name, document),
                rounds=5 if count == MANY else 9,
                target=target,
            )
        yield Contest(
            what=what,
            against="the floor",
            one=_written("ours", document),
            other=floor(ours(document)),
            target=3,
        )
    yield Contest(
        what=f"Word, {MANY:,} tasks",
        against=f"{FEW:,} tasks",
        one=_written("ours", many),
        other=_written("ours", few),
        target=5.5,
    )


def _written(name: str, document: OpsDocument) -> Side:
    return lambda: SIDES[name](document)


def memory(name: str, count: int) -> float:
    """The most memory that a process of its own uses to write so many tasks (MiB)."""
    command = (sys.executable, "-m", "tests.bench.word", name, str(count))
    done = subprocess.run(command, check=True, capture_output=True, cwd=_ROOT, text=True)
    return float(done.stdout)


def _most_memory() -> float:
    """The most memory of this process alone; what the system counts may be its parent's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


_ROOT = Path(__file__).resolve().parents[2]


if __name__ == "__main__":
    SIDES[sys.argv[1]](tasks_of(int(sys.argv[2])))
    sys.stdout.write(f"{_most_memory():.1f}\n")
