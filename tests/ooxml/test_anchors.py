"""Controls and bookmarks: each value can be found again, none twice, and nothing is broken."""

import re
from hashlib import sha256
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters.word.opened import (
    Opened,
    cell,
    fact,
    item,
    opened,
    page_of,
    para,
    row,
    text_in,
    value,
    written,
)
from tests.support.documents import documents
from tests.support.docx_lint import W14, W, lint

from opshandover import export
from opshandover.document.secrets import redacted
from opshandover.document.walk import Node, walk
from opshandover.exporters.word.render import render
from opshandover.layout import lay_out
from opshandover.layout.words.units import companion_names
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind, fields_of
from opshandover.model.people import Person
from opshandover.model.tasks import Task, WorkProgress
from opshandover.ooxml.anchors import (
    FACT,
    LONGEST_TAG,
    MOST_CELLS,
    MOST_CONTROLS,
    ROW,
    SECTION,
    TABLE,
    bookmark_of,
    tag_of,
)
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Table,
    text_of,
)
from opshandover.pages.markdown import blocks_of

_TEXTS = (Kind.TEXT, Kind.PROSE)
PATHS = st.lists(
    st.sampled_from(("work_progress", "tasks", "title", "a", "b_1", "\u4e2d", '"<', "/2")),
    min_size=1,
    max_size=12,
).map(".".join)


def at(path: str, text: str, role: Role = Role.NONE) -> Paragraph:
    """A paragraph that shows the value at a path."""
    return evolve(para(text, role), path=path)


def controls(file: Opened) -> dict[str, str]:
    """The text in each control that has a tag, by its tag."""
    return {value(tag): text_in(control) for control, tag in tagged(file)}


def tagged(file: Opened) -> list[tuple[Any, Any]]:
    """The controls that have a tag, each with its tag."""
    found = ((each, each.find(f"{W}sdtPr/{W}tag")) for each in file.find(".//sdt"))
    return [(control, tag) for control, tag in found if tag is not None]


def bookmarks(file: Opened) -> dict[str, Any]:
    """The paragraph in which each bookmark begins, by its name."""
    return {value(each, "name"): each.getparent() for each in file.find(".//bookmarkStart")}


def table(*rows: Row, path: str = "work_progress.tasks") -> Table:
    """A table of two columns."""
    columns = (Column(label="标题"), Column(label="状态"))
    return Table(columns=columns, rows=rows, path=path)


def test_a_tag_is_the_path() -> None:
    """A reader finds the value by its path, and the paragraph of it by number."""
    assert tag_of("work_progress.tasks[0].title") == "oh:work_progress.tasks[0].title"
    assert tag_of("overview.purpose", 2) == "oh:overview.purpose/2"


def test_a_tag_that_is_too_long_is_a_hash() -> None:
    """Word takes 64 characters; the hash can be worked out from the path."""
    path = "processes.items[12].steps[3].exceptions[0].what_to_do_when_it_happens"
    assert tag_of(path) == f"oh:#{sha256(path.encode()).hexdigest()[:16]}"
    assert tag_of(path, 12) == f"{tag_of(path)}/12"


@given(st.sets(st.tuples(PATHS, st.integers(1, 99999)), max_size=20))
def test_tags_are_short_plain_and_different(places: set[tuple[str, int]]) -> None:
    """However long or odd a path is, its tag can stand in the file, and means it alone."""
    tags = {tag_of(path, number) for path, number in places}
    assert len(tags) == len(places)
    assert all(len(tag) <= LONGEST_TAG and re.fullmatch(r"[\w.:#/\[\]]+", tag) for tag in tags)


@given(PATHS)
def test_names_of_bookmarks_are_such_as_word_takes(path: str) -> None:
    """At most 40 characters with a number behind, all of them letters, digits or underscores."""
    for kind in (TABLE, SECTION):
        name = bookmark_of(kind, path)
        assert re.fullmatch(r"_oh_(tbl|sec)_\w*", name, re.ASCII)
        assert len(f"{name}__9999") <= 40


def test_a_value_stands_in_a_control() -> None:
    """The control stands in the paragraph, round its runs; a text of nowhere has none."""
    file = written(at("overview.purpose", "目的"), para("别的"))
    ((control, _),) = tagged(file)
    assert controls(file) == {"oh:overview.purpose": "目的"}
    assert control.getparent().tag == f"{W}p"
    assert len(file.find(".//sdt")) == 1


def test_each_paragraph_of_a_value_has_a_control() -> None:
    """Lists, quotations and code in a text belong to it as well."""
    path = "notes.text"
    file = written(
        at(path, "一"),
        ListBlock(items=(item("二", item_list("三")),), path=path),
        Quote(blocks=(para("四"),), path=path),
        Code(text="五\n六", path=path),
        at("notes.other", "七"),
    )
    assert controls(file) == {
        "oh:notes.text": "一",
        "oh:notes.text/2": "二",
        "oh:notes.text/3": "三",
        "oh:notes.text/4": "四",
        "oh:notes.text/5": "五\n六",
        "oh:notes.other": "七",
    }


def item_list(text: str) -> ListBlock:
    """A list of one item."""
    return ListBlock(items=(item(text),))


def test_cells_and_facts_give_their_path_and_label() -> None:
    """The path is the cell's or the paragraph's own; the person who edits sees the label."""
    file = written(
        table(
            Row(cells=(evolve(cell("甲"), path="t[0].title"), Cell(blocks=(at("t[0].s", "乙"),)))),
            Row(
                cells=(
                    Cell(blocks=(at("t[1].title", "丙"), at("t[1].id", "丁")), path="t[1]"),
                    Cell(blocks=(para("导出"),)),
                )
            ),
        ),
        Facts(items=(evolve(fact("移交人", "周"), cell=evolve(cell("周"), path="giver")),)),
    )
    assert controls(file) == {
        "oh:t[0].title": "甲",
        "oh:t[0].s": "乙",
        "oh:t[1].title": "丙",
        "oh:t[1].id": "丁",
        "oh:giver": "周",
    }
    names = [value(alias) for alias in file.find(".//sdtPr/alias")]
    assert names == ["标题", "状态", "标题", "标题", "移交人"]


def test_a_table_in_a_text_is_read_by_its_grid() -> None:
    """Its cells show no value of their own; what is around a table does not get into it."""
    inner = Table(columns=(Column(label="列"),), rows=(row("格"),))
    file = written(Quote(blocks=(inner, para("后")), path="notes.text"))
    assert controls(file) == {"oh:notes.text": "后"}
    assert text_in(bookmarks(file)["_oh_tbl_notes_text"]).strip() == "列"


def test_a_value_shown_again_is_left_alone() -> None:
    """A tag stands once in a file, where the value is shown first."""
    file = written(at("a.b", "一"), at("a.c", "二"), at("a.b", "一"), at("a.c", "二"))
    assert controls(file) == {"oh:a.b": "一", "oh:a.c": "二"}
    assert len(file.find(".//sdt")) == 2


def test_a_prompt_says_that_it_is_one() -> None:
    """What a person types in Word takes the place of the prompt."""
    waiting = Cell(blocks=(at("giver", "待填写"),), role=Role.PLACEHOLDER)
    file = written(at("overview", "待填写", Role.PLACEHOLDER), table(Row(cells=(cell("甲"), waiting))))
    assert controls(file) == {"oh:overview": "待填写", "oh:giver": "待填写"}
    for control, _ in tagged(file):
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        assert value(control.find(f".//{W}rStyle")) == "PlaceholderText"


def test_headings_have_bookmarks_and_titles_a_control() -> None:
    """What a section is called is not to be edited; the title of a free section is a value."""
    file = written(
        Heading(level=1, text="工作进展", path="work_progress"),
        Heading(level=1, text="其他", path="extra[0].title", is_value=True),
        Heading(level=2, text="没有位置"),
    )
    assert controls(file) == {"oh:extra[0].title": "其他"}
    assert {name: text_in(each).strip() for name, each in bookmarks(file).items()} == {
        "_oh_sec_work_progress": "工作进展",
        "_oh_sec_extra_0_title": "其他",
    }


def test_tables_have_a_bookmark_in_the_first_cell() -> None:
    """Two of one path are told apart; no number is taken for that of an item."""
    rows = (row("甲", "乙"),)
    facts = Facts(items=(fact("甲", "乙"),), path="work_progress.tasks")
    second = Facts(items=(fact("丙", "丁"),), path="work_progress.tasks[2]")
    file = written(table(*rows), facts, second, evolve(table(*rows), path=""))
    found = {name: text_in(each).strip() for name, each in bookmarks(file).items()}
    assert found == {
        "_oh_tbl_work_progress_tasks": "标题",
        "_oh_tbl_work_progress_tasks__2": "甲",
        "_oh_tbl_work_progress_tasks_2": "丙",
    }


def test_the_title_of_the_document_is_a_value() -> None:
    """The kind of document in its place is none."""
    page = page_of()
    assert controls(opened(render(page))) == {}
    titled = evolve(page, properties=(("title", "交接单"),))
    assert controls(opened(render(titled))) == {"oh:title": "交接单"}


@pytest.mark.parametrize("checked", [True, False])
def test_a_box_can_be_ticked(checked: bool) -> None:
    """The box is a control of its own before that of the text; glyph and state agree."""
    steps = ListBlock(items=(item("打电话", checked=checked),), path="notes.text")
    file = written(steps)
    box, text = file.find(".//sdt")
    state = box.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
    assert state.get(f"{W14}val") == str(int(checked))
    glyph = "checkedState" if checked else "uncheckedState"
    code = box.find(f"{W}sdtPr/{W14}checkbox/{W14}{glyph}").get(f"{W14}val")
    assert text_in(box) == chr(int(code, 16))
    assert box.find(f"{W}sdtPr/{W}tag") is None
    assert box.getparent() is text.getparent()
    assert controls(file) == {"oh:notes.text": "打电话"}


def test_a_great_table_is_read_by_its_grid() -> None:
    """Beyond the limit no cell has a control, and the bookmark still says where the table is."""
    rows = [
        Row(cells=tuple(evolve(cell(f"{n}"), path=f"t[{n}].{c}") for c in "ab"), path=f"t[{n}]")
        for n in range(MOST_CELLS // 2 + 1)
    ]
    assert len(controls(written(table(*rows[:-1])))) == MOST_CELLS
    file = written(table(*rows), at("after", "后"))
    assert controls(file) == {"oh:after": "后"}
    assert "_oh_tbl_work_progress_tasks" in bookmarks(file)


def test_equal_cells_share_no_numbers() -> None:
    """Boxes that look alike are boxes of their own, and a list begins anew in each cell."""
    steps = (ListBlock(items=(item("打电话", checked=True),), ordered=True),)
    data = render(page_of(table(*(Row(cells=(cell("甲"), Cell(blocks=steps))) for _ in range(5)))))
    assert lint(data) == []
    numbers = [value(each) for each in opened(data).find(".//tbl//numId")]
    assert len(set(numbers)) == 5


def test_a_great_document_has_so_many_controls_and_no_more() -> None:
    """The last table that would not fit has none at all."""
    some = [at(f"a[{n}]", "文") for n in range(MOST_CONTROLS - 1)]
    rows = Row(cells=(evolve(cell("甲"), path="t.a"), evolve(cell("乙"), path="t.b")))
    file = written(*some, table(rows), at("b", "后"), at("c", "后"))
    tags = [value(tag) for _, tag in tagged(file)]
    assert len(tags) == MOST_CONTROLS
    assert tags[-1] == "oh:b"


@pytest.mark.parametrize("label", ['"<a&b>', "a\0b", "\n", "长" * 10_000, "😀" * 100])
def test_hostile_labels_break_nothing(label: str) -> None:
    """A label is text, whatever it looks like."""
    facts = Facts(items=(evolve(fact(label, ""), cell=evolve(cell("值"), path="a.b")),))
    data = render(page_of(facts))
    assert lint(data) == []
    assert controls(opened(data)) == {"oh:a.b": "值"}


@settings(max_examples=25)
@given(documents())
def test_every_text_of_a_document_can_be_found_again(document: OpsDocument) -> None:
    """It stands in a control under its own path or its record's.

    A person is told in full once; a second time the name is enough. A unit stands with its figure.
    """
    data = export(document, "word")
    assert lint(data) == []
    file = opened(data)
    found = controls(file)
    for paths, text, owner in leaves(document):
        own = [said for tag, said in found.items() if any(is_at(tag, path) for path in paths)]
        places = found.values() if isinstance(owner, Person) else own
        assert any(text in said for said in places), (paths, text)


def is_at(tag: str, path: str) -> bool:
    """Whether a tag is that of a path, or of something that the path lies in."""
    steps = [path[: found.start()] for found in re.finditer(r"[.\[]", path)]
    return any(tag.split("/", maxsplit=1)[0] == tag_of(step) for step in (path, *steps))


def places_of(node: Node[Any]) -> tuple[str, ...]:
    """The path of a value, or those of all fields beside it, if another says it as well."""
    if node.owner is None or node.field is None or node.field.name not in companion_names(node.owner):
        return (node.path,)
    around = node.path.removesuffix(node.field.name)
    return tuple(around + field.name for field in fields_of(type(node.owner)))


def leaves(document: OpsDocument) -> list[tuple[tuple[str, ...], str, Record | None]]:
    """Each text that was filled in, with the paths it may be found at and whose it is.

    Of a long one it is what each paragraph says.
    """
    found: list[tuple[tuple[str, ...], str, Record | None]] = []
    for node in walk(document, object, filled=True):
        if isinstance(node.value, str) and node.field and node.field.kind in _TEXTS:
            is_prose = node.field.kind is Kind.PROSE
            said = said_in(blocks_of(node.value)) if is_prose else [node.value]
            paths = places_of(node)
            found += ((paths, visible(text), node.owner) for text in said if text.strip())
    return found


def said_in(blocks: tuple[Block, ...]) -> list[str]:
    """The texts of the paragraphs of some blocks, without those of tables."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(text_of(block.runs))
            case Code():
                found.append(block.text)
            case Quote():
                found += said_in(block.blocks)
            case ListBlock():
                for each in block.items:
                    found += said_in(each.blocks)
            case _:
                pass
    return found


def test_a_task_is_tagged_field_by_field() -> None:
    """A whole export has the tags that the reader will look for."""
    tasks = tuple(Task(title=f"任务 {n}", next_step=f"**联系**客户 {n}", id=f"T-{n}", status=None) for n in range(3))
    document = OpsDocument(profile="daily_work", work_progress=WorkProgress(tasks=tasks))
    found = controls(opened(export(document, "word")))
    assert found["oh:work_progress.tasks[1].title"] == "任务 1"
    assert found["oh:work_progress.tasks[2].id"] == "T-2"
    assert found["oh:work_progress.tasks[2].next_step"] == "下一步 联系客户 2"


def test_a_run_with_a_link_stays_whole() -> None:
    """A link stands within the control, and leads where it did."""
    runs = (Run(text="见"), Run(text="看板", link="https://example.com/a"))
    file = written(Paragraph(runs=runs, path="a.b"))
    assert controls(file) == {"oh:a.b": "见看板"}
    assert len(file.find(".//sdtContent/hyperlink")) == 1


def rows_of(file: Opened) -> list[set[str]]:
    """The names of the bookmarks in each row of a file, those of tables in its cells included."""
    return [{value(each, "name") for each in row.iter(f"{W}bookmarkStart")} for row in file.find(".//tr")]


def test_every_row_with_a_path_has_a_bookmark_of_its_own() -> None:
    """Programs drop tags; and nothing else tells in which row a value was that somebody has changed."""
    rows = tuple(evolve(row("甲", ""), path=f"work_progress.tasks[{n}]") for n in range(12))
    found = rows_of(written(table(*rows)))
    assert found[1:] == [{bookmark_of(ROW, each.path)} for each in rows]
    assert rows_of(written(table(*rows[:2])))[1:] == found[1:3]
    assert rows_of(written(table(row("甲", "乙"))))[1:] == [set()]


def test_a_row_that_begins_with_a_table_has_its_bookmark_in_a_cell_of_its_own() -> None:
    """Within the inner table it would be taken for that of a row there."""
    inner = Cell(blocks=(table(evolve(row("内", ""), path="b[0]"), path="b"),))
    outer = table(Row(cells=(inner, cell("外")), path="a[0]"), path="a")
    marks = bookmarks(written(outer))
    assert text_in(marks[bookmark_of(ROW, "a[0]")]).strip() == "外"
    assert text_in(marks[bookmark_of(ROW, "b[0]")]).strip() == "内"


def test_every_label_of_a_form_has_a_bookmark() -> None:
    """Several may stand in one row, which then has as many."""
    facts = tuple(evolve(fact(label, "值"), cell=evolve(cell("值"), path=label)) for label in ("a.b", "c[1].d", "e"))
    marks = bookmarks(written(Facts(items=facts, across=2)))
    assert {name: text_in(label).strip() for name, label in marks.items()} == {
        bookmark_of(FACT, each.label): each.label for each in facts
    }


@settings(max_examples=25)
@given(documents())
def test_each_row_of_a_document_that_shows_an_item_has_one(document: OpsDocument) -> None:
    """However a document is laid out; and no name comes twice or is too long."""
    file = opened(export(document, "word"))
    page = lay_out(redacted(document), document.output_lang)
    shown = [each for each in rows_in(page.blocks) if each.path]
    names = [value(each, "name") for each in file.find(".//bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(len(name) <= 40 for name in names)
    assert sum(name.startswith(ROW) for name in names) >= len(shown)


def rows_in(blocks: tuple[Block, ...]) -> list[Row]:
    """The rows of all tables of some blocks, wherever these are."""
    found: list[Row] = []
    for block in blocks:
        match block:
            case Table(rows=rows):
                found += rows
                found += rows_in(tuple(each for row in rows for cell in row.cells for each in cell.blocks))
            case Facts(items=items):
                found += rows_in(tuple(each for one in items for each in one.cell.blocks))
            case ListBlock(items=listed):
                found += rows_in(tuple(each for one in listed for each in one.blocks))
            case Quote(blocks=quoted):
                found += rows_in(quoted)
            case _:
                pass
    return found
