"""A form as a program: the widths of cells, and time in proportion to its size."""

from collections.abc import Callable
from pathlib import Path

from attrs import evolve
from tests.exporters.word.form.forms import DOCUMENT, fill, form, paragraphs, table
from tests.exporters.word.opened import grid_of
from tests.exporters.word.templates import written
from tests.support.growth import growth

import opshandover as oh
from opshandover.exporters.word.company import opening
from opshandover.model import Issue, Issues, IssueStatus, Task, WorkProgress


def test_what_is_in_a_cell_fits_into_it(tmp_path: Path) -> None:
    """By the width of the cell, or of the columns of the grid where it has none of its own."""
    issues = Issues(items=tuple(Issue(title=name, status=IssueStatus.HANDLING) for name in ("一", "二")))
    two = evolve(DOCUMENT, issues=issues)
    narrow = table(("a", "{{issues}}"))
    wide = narrow.replace(
        "<w:tc><w:p><w:r><w:t>{{", '<w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{'
    )
    for cells, most in ((narrow, 2000), (wide, 6000)):
        inner = fill(tmp_path, cells, document=two).find(".//w:tc//w:tbl")[0]
        assert most - 400 < sum(grid_of(inner)) <= most


def test_large_forms_take_time_in_proportion(tmp_path: Path) -> None:
    """Many marks in one paragraph, many parts, and many rows."""

    def work(count: int) -> Callable[[], object]:
        line = "{{giver.name}} {{#giver}}{{name}}{{/giver}}" * count
        data = form(paragraphs(line), table(*[("{{#tasks}}{{title}}{{/tasks}}",)] * count))
        path = written(tmp_path, data, f"{count}.docx")

        def once() -> None:
            opening._opened.cache_clear()
            oh.export(DOCUMENT, "word", template=path, left_out="ignore")

        return once

    assert growth(work, 150) < 9


def test_large_documents_take_time_in_proportion(tmp_path: Path) -> None:
    """A row for each of many tasks, and the search for what is left out."""
    path = written(tmp_path, form(table(("{{#tasks}}{{title}}{{/tasks}}",)), paragraphs("{{正文}}")))

    def work(count: int) -> Callable[[], object]:
        tasks = tuple(Task(title=f"第 {n} 项", next_step="打电话") for n in range(count))
        many = evolve(DOCUMENT, work_progress=WorkProgress(tasks=tasks))
        return lambda: oh.export(many, "word", template=path, left_out="ignore")

    assert growth(work, 300) < 9
