"""Landscape pages for tables that are too wide for the page, and portrait pages for all else."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.exporters.word.listed import entries
from tests.exporters.word.opened import Opened, cell, opened, page_of, para, row, text_in, value
from tests.exporters.word.templates import template, written
from tests.support.docx_lint import W, lint

from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Landscape, Paper, Theme, design_of
from opshandover.pages.blocks import Block, Column, Heading, Page, Paragraph, Quote, Role, Row, Run, Table

COUNT = 11
LONG = "每晚十点之后要先看一遍待发的单子，再把没有发出的逐个通知买家并写明原因"
WIDE = Table(
    columns=tuple(Column(label=f"第{n}列") for n in range(COUNT)), rows=(row(*[LONG] * COUNT), row(*["短"] * COUNT))
)
NARROW = Table(columns=(Column(label="甲"), Column(label="乙")), rows=(row("一", LONG),))
LABEL = Paragraph(runs=(Run(text="一览", strong=True),))


def made(page: Page, **options: Any) -> Opened:
    """Writes a page into a file that is sound, and opens it."""
    data = render(page, **options)
    assert lint(data) == []
    return opened(data)


def sections(file: Opened) -> list[tuple[str, str]]:
    """The orientation of each section, and its text."""
    found: list[tuple[str, str]] = []
    text = ""
    for element in file.find("./body/*"):
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        text += "".join(text_in(element).split())
        if section is not None:
            found.append((value(section.find(f"{W}pgSz"), "orient"), text))
            text = ""
    return found


def orientations(*blocks: Block, **options: Any) -> list[str]:
    """The orientations of the sections of a page of some blocks."""
    return [
        "landscape" if each == "landscape" else "portrait" for each, _ in sections(made(page_of(*blocks), **options))
    ]


@pytest.mark.parametrize("theme", Theme)
def test_a_wide_table_is_on_landscape_pages_with_its_headings(theme: Theme) -> None:
    """The text before and after it stays upright; heading and label go with the table."""
    blocks = (para("前文"), Heading(1, "台账"), LABEL, WIDE, para("后文"), Heading(1, "别的"), NARROW)
    file = made(page_of(*blocks), design=design_of(theme, Paper.A4, ""))
    (first, before), (second, inside), (third, after) = sections(file)
    assert (first, second, third) == ("None", "landscape", "None")
    assert before.endswith("前文")
    assert inside.startswith("台账一览第0列")
    assert inside.endswith("短" * COUNT)
    assert after.startswith("后文别的")


def test_the_table_has_the_width_of_the_turned_page() -> None:
    """The page is turned, its margins stay, and the table fills what is between them."""
    file = made(page_of(WIDE))
    section = file.find("./body/sectPr")[0]
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (value(size, "w"), value(size, "h")) == ("16838", "11906")
    room = 16838 - int(value(margins, "left")) - int(value(margins, "right"))
    assert sum(int(value(each, "w")) for each in file.find("./body/tbl/tblGrid/gridCol")) == room


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((NARROW,), ["portrait"]),
        ((WIDE,), ["portrait", "landscape"]),
        ((WIDE, WIDE, para("文")), ["portrait", "landscape", "portrait"]),
        ((WIDE, para("文"), WIDE), ["portrait", "landscape", "portrait", "landscape"]),
        ((evolve(WIDE, role=Role.SIGNATURE),), ["portrait"]),
        ((evolve(WIDE, role=Role.ATTENTION),), ["portrait"]),
        ((Quote((WIDE,)),), ["portrait"]),
        ((evolve(NARROW, rows=(Row((cell(""), evolve(cell(""), blocks=(WIDE, para("文"))))),)),), ["portrait"]),
    ],
)
def test_pages_turn_only_where_it_helps(blocks: tuple[Block, ...], expected: list[str]) -> None:
    """Two wide tables share their pages; what is signed, comes first or stands within something is not turned."""
    assert orientations(*blocks) == expected


def test_never_is_never(tmp_path: Path) -> None:
    """Not by the option, not on a compact page, and not in a company's file."""
    assert orientations(WIDE, landscape=Landscape.NEVER) == ["portrait"]
    assert [each for each, _ in sections(made(evolve(page_of(WIDE), compact=True)))] == ["None"]
    assert orientations(WIDE, company_file=written(tmp_path, template())) == ["portrait"]


@pytest.mark.parametrize(("theme", "kinds"), [(Theme.MODERN, 1), (Theme.FORMAL, 2)])
def test_headers_fit_the_page_and_footers_go_on(theme: Theme, kinds: int) -> None:
    """The label ends at the right margin on either page; page numbers begin once."""
    design = design_of(theme, Paper.A4, "")
    file = made(page_of(para("前"), WIDE, para("后")), design=design, page_options=PageOptions(mark="内部"))
    upright, turned, last = file.find(".//sectPr")
    names = {each.get("Id"): each.get("Target") for each in file.root("word/_rels/document.xml.rels")}
    for section, width in ((upright, design.text_width), (turned, design.landscape_width)):
        headers = section.findall(f"{W}headerReference")
        assert len(headers) == kinds
        for header in headers:
            part = f"word/{names[next(v for k, v in header.items() if k.endswith('}id'))]}"
            assert [value(tab, "pos") for tab in file.find(".//tabs/tab", part)] == [str(width)]
    assert len(upright.findall(f"{W}footerReference")) == len(last.findall(f"{W}footerReference")) == kinds
    assert not turned.findall(f"{W}footerReference")
    assert file.find(".//pgNumType") == []
    plain = made(page_of(WIDE), design=design)
    assert not [name for name in plain.parts if "landscape" in name]


def test_the_contents_count_landscape_pages() -> None:
    """A section begins on a new page, and holds less on each of its pages."""
    many = evolve(WIDE, rows=WIDE.rows[:1] * 30)
    blocks = (Heading(1, "一"), para("文"), Heading(1, "二"), many, Heading(1, "三"), para("文"))
    options = PageOptions(contents=True)
    turned = [int(page) for _, _, page in entries(made(page_of(*blocks), page_options=options))]
    assert turned[0] == 1
    assert turned[1] == 2
    assert turned[2] > turned[1] + 2
