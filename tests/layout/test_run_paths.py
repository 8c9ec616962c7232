"""Every value that a page shows stands under its own path: that of its block, its cell or its run."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.layout.placed import placed

from opshandover.codec import load
from opshandover.layout import lay_out
from opshandover.layout.introduced import without_repeated_details
from opshandover.layout.tables.cells import details
from opshandover.layout.words.scalars import format_date, format_number, format_when
from opshandover.layout.words.values import as_tuple, has_content, inline_record
from opshandover.model import HandoverItem, OpsDocument, Period, Person, Task
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.pages.blocks import Heading, Page, Paragraph, Run, merge_runs, run_path
from opshandover.text import LANGUAGES, Lang

EXAMPLES = sorted(Path("examples").glob("*.yaml"))


def leaves(record: Record, path: str = "") -> Iterator[tuple[str, Field, Record, Any]]:
    """All values of a record that have something to show, each with where it stands and what holds it."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if not has_content(field, value):
            continue
        place = f"{path}.{field.name}" if path else field.name
        for i, one in enumerate(as_tuple(field, value)):
            at = f"{place}[{i}]" if field.many else place
            if isinstance(one, Record):
                yield from leaves(one, at)
            else:
                yield at, field, record, one


def shown_texts(page: Page) -> dict[str, list[str]]:
    """What a page shows for the first time, by path; the text of a paragraph counts under its own path."""
    found: dict[str, list[str]] = {"title": [page.title]}
    for one in placed(page.blocks):
        if one.derived or (isinstance(one.block, Heading) and not one.block.is_value):
            continue
        found.setdefault(one.path, []).append(one.text)
        for run in one.block.runs if isinstance(one.block, Paragraph) else ():
            found.setdefault(run_path(run, one.path), []).append(run.text)
    return found


def paths_of_all(path: str) -> Iterator[str]:
    """The paths of a value that all items of a list share, whichever list of those around it."""
    for index in re.finditer(r"\[\d+\]", path):
        yield f"{path[: index.start()]}[*]{path[index.end() :]}"


def reason_not_shown(field: Field, owner: Record, lang: Lang) -> str:
    """Why a value has no text of its own, where that is so by design."""
    if isinstance(owner, OpsDocument) and field.name == "profile":
        return "the kind of the document is the kind of the page"
    if isinstance(owner, OpsDocument) and field.name == "lang" and owner.output_lang == lang:
        return "the language of the labels is plain to see"
    if isinstance(owner, HandoverItem) and field.name == "phase":
        return "the phase of an item is the heading above its list"
    if isinstance(owner, Period) and owner.start == owner.end:
        return "a period of one day is one word for both of its ends"
    return ""


WRITTEN: dict[Kind, Callable[[Any, Lang], str]] = {
    Kind.TEXT: lambda value, _lang: value,
    Kind.CHOICE: lambda value, lang: value.label[lang],
    Kind.INTEGER: lambda value, _lang: format_number(value),
    Kind.DECIMAL: lambda value, _lang: format_number(value),
    Kind.DATE: lambda value, _lang: format_date(value),
    Kind.WHEN: lambda value, _lang: format_when(value),
}
"""How values are written that are recognised in a text; other kinds have many ways."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_value_stands_under_its_own_path(path: Path, lang: Lang) -> None:
    """What stands there is the value; what has no place of its own is named here with the reason."""
    document = load(path)
    texts = shown_texts(lay_out(document, lang))
    for at, field, owner, value in leaves(without_repeated_details(document)):
        found = [text for path in (at, *paths_of_all(at)) for text in texts.get(path, ())]
        if reason_not_shown(field, owner, lang):
            assert not found
            continue
        assert found, at
        if write := WRITTEN.get(field.kind):
            assert any(write(value, lang) in text for text in found), (at, value, found)


def test_a_line_of_several_values() -> None:
    """Each part of a line is told by its run: the label is no value, the person has a path for each detail."""
    task = Task(title="甲", owner=Person(name="周岩", role="主管", phone="138"), progress=50, id="T-1")
    (line,) = details(task, "x[0]", "zh", without={"title", "id"})
    assert isinstance(line, Paragraph)
    shown = {run_path(run, line.path): run.text for run in line.runs if run.path and run.path != "."}
    assert shown["x[0].owner.name"] == "周岩"
    assert shown["x[0].owner.phone"] == "138"
    assert shown["x[0].progress"] == "50%"
    assert "负责人" not in "".join(shown.values())


def test_formats_without_paths_see_one_stretch() -> None:
    """The parts of a person are one text again; two values side by side stay two."""
    person = inline_record(Person(name="周岩", role="主管", phone="138"), "zh")
    assert len(person) > 1
    assert [run.text for run in merge_runs(person)] == ["周岩（主管，电话 138）"]
    values = (Run("28", path=".value"), Run(" 秒", path=".unit"))
    assert merge_runs(values) == values
    assert merge_runs((Run("甲", path="."), Run("乙", path=".name", strong=True)))[0].text == "甲"
