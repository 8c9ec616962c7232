"""The workbook behind a chart holds what the chart shows, where the chart looks for it."""

import re
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.exporters.word.opened import opened, page_of

from opshandover.exporters.word.render import render
from opshandover.exporters.word.workbook import reference, workbook
from opshandover.pages.blocks import Chart, Series

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "xl/worksheets/sheet1.xml"
CHART = Chart(
    title="完成情况",
    categories=("会话量", "=1+1", ' <a> & "b" '),
    series=(
        Series(name="当前值", values=(Decimal(107), Decimal("110.5"), Decimal("-1E+3"))),
        Series(name="上期值", values=(None, Decimal("0.10"), None)),
    ),
)


def cells(book: bytes) -> dict[str, str]:
    """The texts and numbers of a workbook by their places."""
    with ZipFile(BytesIO(book)) as package:
        root: Any = etree.fromstring(package.read(SHEET))
    return {cell.get("r"): "".join(cell.itertext()) for cell in root.iter(f"{S}c")}


def test_each_reference_of_the_chart_leads_to_its_values() -> None:
    """What the chart remembers is what stands in the cells that it names."""
    file = opened(render(page_of(CHART)))
    held = cells(file.parts["word/embeddings/figure1.xlsx"])
    root = file.root("word/charts/figure1.xml")
    references = [*root.iter(f"{C}strRef"), *root.iter(f"{C}numRef")]
    assert len(references) == 6
    for each in references:
        found = re.fullmatch(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", each.findtext(f"{C}f"))
        assert found
        column, first, last = found[1], int(found[2]), int(found[3] or found[2])
        stored = {int(point.get("idx")): point.findtext(f"{C}v") for point in each.iter(f"{C}pt")}
        inside = {n - first: held[f"{column}{n}"] for n in range(first, last + 1) if f"{column}{n}" in held}
        assert inside == stored
        assert each.find(f".//{C}ptCount").get("val") == str(last - first + 1)


def test_the_chart_names_its_workbook() -> None:
    """The relationship is of the kind that Word opens, and the type of the part is that of a workbook."""
    file = opened(render(page_of(CHART)))
    root = file.root("word/charts/figure1.xml")
    related = root.find(f"{C}externalData").values()[0]
    (relation,) = file.root("word/charts/_rels/figure1.xml.rels")
    assert relation.get("Id") == related
    assert relation.get("Type").endswith("/relationships/package")
    assert relation.get("Target") == "../embeddings/figure1.xlsx"
    assert b'Extension="xlsx" ContentType="application/vnd.openxml' in file.parts["[Content_Types].xml"]


def test_equal_charts_have_equal_workbooks() -> None:
    """No date comes from the clock."""
    assert workbook(CHART) == workbook(evolve(CHART))
    with ZipFile(BytesIO(workbook(CHART))) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


@given(st.integers(0, 20_000))
def test_columns_are_named_as_in_a_worksheet(column: int) -> None:
    """The letters count in 26s, without a zero."""
    letters = reference(column, 0, 0).split("$")[1]
    counted = 0
    for letter in letters:
        counted = counted * 26 + ord(letter) - ord("A") + 1
    assert counted == column + 1


def test_what_looks_like_a_formula_is_a_text() -> None:
    """Every cell with words says that it holds a text; figures say nothing, and are numbers."""
    with ZipFile(BytesIO(workbook(CHART))) as package:
        root: Any = etree.fromstring(package.read(SHEET))
    kinds = {cell.get("r"): cell.get("t") for cell in root.iter(f"{S}c")}
    assert {place for place, kind in kinds.items() if kind == "inlineStr"} == {"A2", "A3", "A4", "B1", "C1"}
    assert next(root.iter(f"{S}f"), None) is None
