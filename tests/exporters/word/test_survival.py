"""Word files saved again by an office program: what is carried in them is still there."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.exporters.word.opened import Opened, item, opened, page_of, para, row, text_in, value
from tests.support.docx_lint import W14, W
from tests.support.examples import EXAMPLES
from tests.support.office import all_saved_again, keeps_tags, saved_again

from opshandover import export, load
from opshandover.codec.baseline import Baseline
from opshandover.exporters.word.render import render
from opshandover.ooxml.baseline import NAMESPACE, PREFIX
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Fact,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Table,
)
from opshandover.text import Lang

HOSTILE = (
    "张三",
    "中文 English 混排 2026-11-21",
    "第一行\n第二行\t制表",
    "  前后空格  ",
    "<w:p> & \"quoted\" 'so' ]]>",
    "👩‍👩‍👧 𠮷野家",
    "שלום עולם مرحبا",
    "长" * 3_000,
)

pytestmark = pytest.mark.office


def a_page_of_controls() -> bytes:
    """Writes a page on which controls stand round all that they may stand round."""
    runs = (
        Run(text="见"),
        Run(text="运营看板", link="https://example.com/board"),
        Run(text="，"),
        Run(text="重要", strong=True),
        Run(text="命令", code=True),
    )
    waiting = Cell(blocks=(Paragraph(runs=(Run(text="待填写"),), path="witness", role=Role.PLACEHOLDER),))
    cells = Row(
        cells=(
            Cell(blocks=(para("甲"),), path="t[0].title"),
            Cell(blocks=(Paragraph(runs=runs, path="t[0].a"), para("乙")), path="t[0]"),
        )
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph(runs=(Run(text=text),), path=f"a[{n}]") for n, text in enumerate(HOSTILE)),
        Heading(level=1, text="工作进展", path="work_progress"),
        Heading(level=1, text="其他", path="extra[0].title", is_value=True),
        Paragraph(runs=runs, path="overview.purpose"),
        Facts(items=(Fact(label="监交人", cell=waiting),), path="facts"),
        Table(columns=(Column(label="列一"), Column(label="列二")), rows=(cells,), path="t"),
        Table(columns=(Column(label="列一"), Column(label="列二")), rows=(row("丙", "丁"),)),
        ListBlock(items=(item("已上传", checked=True), item("未转移", checked=False)), path="notes.text"),
        Quote(blocks=(para("引文"),), path="notes.quote"),
        Code(text="a\n\tb", path="notes.code"),
    )
    baseline = Baseline(
        json='{"title": "a\\u0000\\r\\n“引号” & <b> ]]>  𠮷"}\n',
        lang="zh",
        options={"view": "memo"},
    )
    return render(page_of(*blocks), baseline=baseline)


def lines(file: Opened) -> list[str]:
    """The paragraphs of a file that hold text."""
    return [line.strip() for line in file.text().split("\n") if line.strip()]


def properties(file: Opened) -> dict[str, str]:
    """Our custom properties."""
    root = file.root("docProps/custom.xml")
    found = {each.get("name"): "".join(each.itertext()) for each in root}
    return {name: text for name, text in found.items() if name.startswith(PREFIX)}


def carried(file: Opened) -> list[tuple[dict[str, str], str]]:
    """The content of our parts of custom XML, each with its attributes."""
    roots: list[Any] = [
        etree.fromstring(data)
        for name, data in file.parts.items()
        if name.startswith("customXml/item") and NAMESPACE.encode() in data
    ]
    ours = (root for root in roots if root.tag == f"{{{NAMESPACE}}}document")
    return [(dict(root.attrib), root.text) for root in ours]


def bookmarks(file: Opened) -> dict[str, str]:
    """The text of the paragraph in which each of our bookmarks begins."""
    starts = file.find(".//bookmarkStart")
    ours = (each for each in starts if value(each, "name").startswith("_oh_"))
    return {value(each, "name"): text_in(each.getparent()).strip() for each in ours}


def tags(file: Opened) -> dict[str, str]:
    """The text in each control that has a tag of ours."""
    found = ((each, each.find(f"{W}sdtPr/{W}tag")) for each in file.find(".//sdt"))
    return {value(tag): text_in(control) for control, tag in found if tag is not None}


def boxes(file: Opened) -> list[str | None]:
    """The state of each box."""
    root = file.root()
    return [each.get(f"{W14}val") for each in root.iter(f"{W14}checked")]


def assert_survived(before: bytes, after: bytes) -> None:
    """Compares a file with the same file saved again."""
    old, new = opened(before), opened(after)
    assert lines(new) == lines(old)
    assert carried(new) == carried(old) != []
    assert properties(new) == properties(old) != {}
    assert bookmarks(new) == bookmarks(old) != {}
    assert boxes(new) == boxes(old)
    if keeps_tags():
        assert tags(new) == tags(old)


def test_all_that_is_carried_survives_being_saved(tmp_path: Path) -> None:
    """Texts are neither lost nor multiplied, be it saved once or twice."""
    first = a_page_of_controls()
    second = saved_again(first, tmp_path)
    assert_survived(first, second)
    assert_survived(first, saved_again(second, tmp_path))


@pytest.fixture(scope="module")
def examples_saved(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The examples as they are exported, saved once, and saved twice; all of them at a time."""
    folder = tmp_path_factory.mktemp("saved")
    first = {path.stem: export(load(path), "word", lang=lang_of(path)) for path in EXAMPLES}
    second = all_saved_again(first, folder)
    return [first, second, all_saved_again(second, folder)]


def lang_of(path: Path) -> Lang:
    """The language of an example."""
    return "en" if path.stem.endswith(".en") else "zh"


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES])
def test_the_examples_survive_being_saved(name: str, examples_saved: list[dict[str, bytes]]) -> None:
    """Whole documents of all kinds come through it twice."""
    first, second, third = (files[name] for files in examples_saved)
    assert_survived(first, second)
    assert_survived(first, third)
