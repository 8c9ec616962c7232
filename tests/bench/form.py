"""A company's form, filled for one document after another, beside docxtpl with the very same file.

The form has the tags of docxtpl, which both understand, and both are to write the same texts into it.
"""

import io
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import docx
from attrs import evolve
from lxml import etree
from tests.bench.contest import Contest
from tests.bench.word import tasks_of

import opshandover as oh
from opshandover.exporters.word.form.words import date_in_words
from opshandover.layout.words.scalars import format_choice
from opshandover.model import OpsDocument, Person, Task, WorkProgress

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COVER = ("title", "id", "department", "giver.name", "witness.name", "organisation")
_COLUMNS = ("loop.index", "t.title", "t.status", "t.owner.name", "t.next_step", "t.due")
TICKETS = 20


def form(folder: Path) -> Path:
    """A form with a cover table, a table of tasks, a condition, and marks in the footer."""
    file = docx.Document()
    file.add_heading("工作交接单", 1)
    cover = file.add_table(rows=len(_COVER), cols=2)
    for place, name in enumerate(_COVER):
        cover.cell(place, 0).text, cover.cell(place, 1).text = name, f"{{{{ {name} }}}}"
    table = file.add_table(rows=4, cols=len(_COLUMNS))
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for t in work_progress.tasks %}", "{%tr endfor %}"
    for place, name in enumerate(_COLUMNS):
        table.cell(0, place).text, table.cell(2, place).text = name, f"{{{{ {name} }}}}"
    file.add_paragraph("{% if witness %}监交：{{ witness.name }}{% endif %}")
    file.sections[0].footer.paragraphs[0].text = "{{ id }}"
    path = folder / "form.docx"
    file.save(str(path))
    return path


def document() -> OpsDocument:
    """A handover with the tickets of a day."""
    return evolve(tasks_of(TICKETS), id="NS-1", department="一号仓", witness=Person(name="莫小雨"))


def ours(path: Path) -> bytes:
    """Fills the form by an export."""
    return oh.export(document(), "word", template=path, left_out="ignore")


def docxtpl(path: Path) -> bytes:
    """Fills the form from a dictionary of texts."""
    filled: Any = import_module("docxtpl").DocxTemplate(path)
    one = document()
    assert isinstance(one.work_progress, WorkProgress)
    filled.render(
        {
            **{name: getattr(one, name) for name in ("title", "id", "department", "organisation")},
            "giver": {"name": one.giver.name if one.giver else ""},
            "witness": {"name": one.witness.name if one.witness else ""},
            "work_progress": {"tasks": [*map(_texts, one.work_progress.tasks)]},
        },
        autoescape=True,
    )
    stored = io.BytesIO()
    filled.save(stored)
    return stored.getvalue()


def _texts(task: Task) -> dict[str, Any]:
    return {
        "title": task.title,
        "status": format_choice(task.status, "zh") if task.status else "",
        "owner": {"name": task.owner.name if task.owner else ""},
        "next_step": task.next_step,
        "due": date_in_words(task.due, "zh") if task.due else "",
    }


def texts(data: bytes) -> list[str]:
    """The lines of a Word file that are not empty, with those of its footer."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if name.startswith(("word/document", "word/footer")))
        roots = [etree.fromstring(package.read(name)) for name in names]
    lines = ("".join(each.text or "" for each in line.iter(f"{_W}t")) for root in roots for line in root.iter(f"{_W}p"))
    return [line for line in lines if line.strip()]


def contests() -> Iterator[Contest]:
    """The functions that are timed, after both have shown that they write the same texts."""
    path = form(Path(mkdtemp()))
    if texts(ours(path)) != texts(docxtpl(path)):
        raise AssertionError("the two forms do not hold the same texts")
    yield Contest(
        what=f"a company's form, {TICKETS} tasks",
        against="docxtpl",
        one=lambda: ours(path),
        other=lambda: docxtpl(path),
        rounds=25,
        target=1 / 2,
    )
