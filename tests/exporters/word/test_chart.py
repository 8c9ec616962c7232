"""Charts in Word: a part of their own, drawn in the look, told in words, with a caption."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from tests.exporters.word.opened import Opened, opened, page_of, row
from tests.support.docx_lint import W, lint
from tests.support.office import pages_of, printed
from tests.support.pages import charts

from opshandover.exporters.markdown.render import render as markdown
from opshandover.exporters.word.chart import chart_xml
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.pages.blocks import Block, Cell, Chart, Column, Row, Series, Table
from opshandover.text import LANGUAGES, Lang

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
TWIP = 635
CHART = Chart(
    title="完成情况",
    categories=("会话量", "响应时间（越低越好）"),
    series=(
        Series(name="当前值", values=(Decimal(107), Decimal("110.5"))),
        Series(name="上期值", values=(Decimal("82.2"), None)),
    ),
    unit="%",
    reference=Decimal(100),
    description="完成情况：会话量 107%",
    note="另有 2 项",
)


def drawn(*blocks: Block, lang: Lang = "zh", design: Design | None = None) -> Opened:
    """Writes a page of some blocks into a Word file that is sound, and opens it."""
    data = render(page_of(*blocks, lang=lang), design)
    assert lint(data) == []
    assert data == render(page_of(*blocks, lang=lang), design)
    return opened(data)


def inlines(file: Opened) -> list[Any]:
    """The drawings of the body."""
    return list(file.root().iter(INLINE))


def test_a_chart_is_a_part_with_its_numbers() -> None:
    """Bars have names and numbers; what is not known has no bar."""
    root = drawn(CHART).root("word/charts/figure1.xml")
    names = [each.text for each in root.iterfind(f".//{C}ser/{C}tx//{C}v")]
    assert names == ["当前值", "上期值"]
    for series in root.iter(f"{C}ser"):
        said = [each.text for each in series.iterfind(f"{C}cat//{C}v")]
        assert said == list(CHART.categories)
    points = [
        [(point.get("idx"), point.findtext(f"{C}v")) for point in series.iterfind(f"{C}val//{C}pt")]
        for series in root.iter(f"{C}ser")
    ]
    assert points == [[("0", "107"), ("1", "110.5")], [("0", "82.2")]]


def test_the_line_to_measure_by_is_drawn() -> None:
    """The only lines across are at the reference and its multiples, and the scale begins at 0."""
    root = drawn(CHART).root("word/charts/figure1.xml")
    axis = root.find(f".//{C}valAx")
    assert axis.find(f"{C}majorGridlines") is not None
    assert axis.find(f"{C}majorUnit").get("val") == "100"
    assert axis.find(f"{C}scaling/{C}min").get("val") == "0.00"
    bare = etree.fromstring(chart_xml(evolve(CHART, reference=None), Design(), "rId1"))
    assert bare.find(f".//{C}majorGridlines") is None


def test_a_chart_is_told_and_captioned() -> None:
    """It has an alternative text, and a caption whose number is a field in runs of its own."""
    file = drawn(CHART, CHART)
    first, second = inlines(file)
    described = [each[1].get("descr") for each in (first, second)]
    assert described == [CHART.description] * 2
    captions = [p for p in file.find(".//body/p") if style_of(p) == "Caption"]
    texts = ["".join(t.text for t in p.iter(f"{W}t")) for p in captions]
    assert texts == [f"图 {n}\u3000完成情况；另有 2 项" for n in (1, 2)]
    runs = [r for r in captions[0].iter(f"{W}r") if r.find(f"{W}fldChar") is not None]
    assert [r.find(f"{W}fldChar").get(f"{W}fldCharType") for r in runs] == [
        "begin", "separate", "end",
    ]  # fmt: skip
    assert captions[0].findtext(f".//{W}instrText") == r" SEQ 图 \* ARABIC "
    before = first.iterancestors(f"{W}p").__next__()
    assert before.find(f"{W}pPr/{W}keepNext") is not None


def style_of(paragraph: Any) -> str:
    """The style of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def test_the_caption_speaks_english() -> None:
    """The name of the field and the word before it follow the document's language."""
    file = drawn(CHART, lang="en")
    assert "Figure 1  完成情况; 另有 2 项" in file.text()
    assert r"SEQ Figure" in etree.tostring(file.root(), encoding="unicode")


@pytest.mark.parametrize("theme", Theme)
def test_bars_differ_in_lightness(theme: Theme) -> None:
    """In black and white what is now is dark, and what was before is light within a line."""
    root: Any = etree.fromstring(chart_xml(CHART, design_of(theme, Paper.A4, ""), "rId1"))
    dark, light = (series.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val") for series in root.iter(f"{C}ser"))
    assert lightness(light) - lightness(dark) > 0.5
    assert all(series.find(f"{C}spPr/{A}ln/{A}solidFill") is not None for series in root.iter(f"{C}ser"))


def lightness(colour: str) -> float:
    """The lightness of a colour, from 0 for black to 1 for white."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("count", [2, 12, 60])
@pytest.mark.parametrize("theme", Theme)
def test_the_height_fits_the_bars(theme: Theme, count: int) -> None:
    """More bars take more room, up to two thirds of the page's text; the width is that of the text."""
    design = design_of(theme, Paper.A4, "")
    values = (Decimal(90),) * count
    chart = evolve(CHART, categories=("指标",) * count, series=(Series(name="当前值", values=values),))
    (inline,) = inlines(drawn(chart, design=design))
    extent = inline[0]
    assert int(extent.get("cx")) == design.text_width * TWIP
    assert int(extent.get("cy")) <= design.text_height * 2 // 3 * TWIP
    (more,) = inlines(drawn(evolve(chart, series=chart.series * 2), design=design))
    assert int(more[0].get("cy")) >= int(extent.get("cy"))


def test_without_bars_there_is_nothing() -> None:
    """A chart of nothing has neither drawing nor caption."""
    file = drawn(evolve(CHART, series=()), evolve(CHART, categories=()))
    assert not inlines(file)
    assert "图 " not in file.text()


def test_a_chart_fits_into_a_cell() -> None:
    """In a table it is as wide as its cell."""
    table = Table(columns=(Column(label="a"), Column(label="b")), rows=(
        Row(cells=(Cell(blocks=(CHART,)), *row("x").cells)),
    ))  # fmt: skip
    (inline,) = inlines(drawn(table))
    assert int(inline[0].get("cx")) < Design().text_width * TWIP


@settings(max_examples=25)
@given(st.lists(charts(), min_size=1, max_size=3), st.sampled_from(LANGUAGES))
def test_any_chart_can_be_written(some: list[Chart], lang: Lang) -> None:
    """Hostile names and numbers below zero make sound files, and pages of Markdown."""
    drawn(*some, lang=lang)
    tokens = MarkdownIt().enable("table").parse(markdown(page_of(*some, lang=lang), front_matter=False))
    tables = [token for token in tokens if token.type == "table_open"]
    assert len(tables) == sum(bool(chart.categories and chart.series) for chart in some)


@pytest.mark.office
def test_an_office_program_draws_it(tmp_path: Path) -> None:
    """Names, numbers, legend and caption are printed, on the same page."""
    data = render(page_of(CHART))
    shown = printed(data, tmp_path)
    for text in ("会话量", "107%", "110.5%", "82.2%", "当前值", "上期值", "完成情况", "图1"):
        assert text in shown
    assert pages_of(data, tmp_path) == 1
