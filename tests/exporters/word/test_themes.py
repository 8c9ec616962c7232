"""Themes, papers and colours: each gives a sound file, readable text and the measures it promises."""

import re
import subprocess
from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.word.opened import Opened, opened, page_of, para, row, value
from tests.exporters.word.samples import rich_page
from tests.support.docx_lint import W, lint
from tests.support.office import pages_of
from tests.support.patience import PATIENCE

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters import make
from opshandover.exporters.word import WordExporter
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.pages.blocks import Column, Heading, Page, Paragraph, Run, Table
from opshandover.text import Lang

BLACK = "000000"
LINES, CHARACTERS = 22, 28
LONG = "交接文档应当完整准确清楚易懂" * 100


def dressed(page: Page, theme: Theme, paper: Paper = Paper.A4, colour: str = "") -> Opened:
    """Writes a page in a theme and opens the file."""
    return opened(render(page, design_of(theme, paper, colour)))


def style(file: Opened, name: str) -> str:
    """The XML of a style, as a text without namespaces."""
    (found,) = file.find(f"./style[@w:styleId='{name}']", "word/styles.xml")
    parts = (" ".join((each.tag, *(f"{key}={said}" for key, said in each.items()))) for each in found.iter())
    return "\n".join(parts).replace(W, "")


def lines_of(docx: bytes, folder: Path, page: int) -> list[str]:
    """The lines that LibreOffice prints on a page of a Word file, without white space."""
    assert pages_of(docx, folder) >= page
    read = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), "page.pdf", "-"]
    done = subprocess.run(read, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
    lines = ("".join(line.split()) for line in done.stdout.decode().splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("theme", Theme)
def test_every_theme_gives_a_sound_file(theme: Theme, paper: Paper, lang: Lang) -> None:
    """A rich page has no fault in any theme, and is the same bytes each time."""
    page = evolve(rich_page(), lang=lang)
    data = render(page, design_of(theme, paper, ""))
    assert lint(data) == []
    assert data == render(page, design_of(theme, paper, ""))


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_changes_no_text(theme: Theme) -> None:
    """What is written does not depend on how it looks."""
    usual = opened(render(rich_page())).text().split()
    assert dressed(rich_page(), theme).text().split() == usual


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, ("11906", "16838")), (Paper.LETTER, ("12240", "15840"))])
@pytest.mark.parametrize("theme", Theme)
def test_tables_keep_within_the_paper(theme: Theme, paper: Paper, size: tuple[str, str]) -> None:
    """The page is that of the paper, and every table fills the text's width and no more."""
    file = dressed(rich_page(), theme, paper)
    (page,) = file.find(".//pgSz")
    assert (value(page, "w"), value(page, "h")) == size
    room = design_of(theme, paper, "").text_width
    widths = [int(value(width, "w")) for width in file.find("./body/tbl/tblPr/tblW")]
    assert widths == [room] * len(widths)
    assert len(widths) > 3


def test_a_formal_page_has_the_measures_of_the_standard() -> None:
    """GB/T 9704-2012: margins of 37, 28, 26 and 35 mm, and 22 lines of 28 characters."""
    file = dressed(page_of(), Theme.FORMAL)
    (margins,) = file.find(".//pgMar")
    said = [value(margins, side) for side in ("top", "left", "right", "bottom")]
    assert said == ["2098", "1588", "1474", "1984"]
    assert [round(int(side) / 1440 * 25.4) for side in said] == [37, 28, 26, 35]
    (grid,) = file.find(".//docGrid")
    assert [value(grid, name) for name in ("type", "linePitch", "charSpace")] == [
        "linesAndChars",
        "579",
        "-849",
    ]


def test_formal_type_is_that_of_the_standard() -> None:
    """Title, the four levels of headings and the body have each their font and size."""
    file = dressed(page_of(), Theme.FORMAL)
    wanted = {
        "Title": ("方正小标宋简体", "44"),
        "Heading1": ("黑体", "32"),
        "Heading2": ("楷体", "32"),
        "Heading3": ("仿宋", "32"),
        "Heading4": ("仿宋", "32"),
        "BodyText": ("仿宋", "32"),
        "Footer": ("宋体", "28"),
    }
    for name, (font, size) in wanted.items():
        said = style(file, name)
        assert f"eastAsia={font}" in said, name
        assert f"sz val={size}" in said, name
    assert "jc val=center" in style(file, "Title")
    assert "firstLineChars=200 firstLine=640" in style(file, "BodyText")
    assert "firstLineChars=200" in style(file, "Heading2")
    assert "firstLine" not in style(file, "TableText")


def test_formal_headings_are_indented_with_their_numbers() -> None:
    """A numbering has an indentation of its own, which must not undo that of the style."""
    file = dressed(page_of(Heading(level=1, text="节")), Theme.FORMAL)
    for each in file.find("./abstractNum[1]/lvl/pPr/ind", "word/numbering.xml"):
        assert value(each, "firstLineChars") == "200"
    forms = [value(each) for each in file.find("./abstractNum[1]/lvl/lvlText", "word/numbering.xml")]
    assert forms == ["%1、", "（%2）", "%3.", "（%4）"]


def test_only_prose_is_indented() -> None:
    """Paragraphs of the body are set as such; those in tables are not."""
    file = dressed(rich_page(), Theme.FORMAL)
    assert file.find("./body/p/pPr/pStyle[@w:val='BodyText']")
    assert not file.find(".//tc//pStyle[@w:val='BodyText']")


def test_formal_page_numbers_change_sides() -> None:
    """Odd pages have their number at the right, even ones at the left, both between dashes."""
    file = dressed(page_of(), Theme.FORMAL)
    assert file.find("./evenAndOddHeaders", "word/settings.xml")
    kinds = [value(each, "type") for each in file.find(".//footerReference")]
    assert sorted(kinds) == ["default", "even"]
    sides = {"word/footer.xml": "right", "word/footer_even.xml": "left"}
    for name, side in sides.items():
        assert file.text(name).strip() == "— 1 —"
        (used,) = file.find(".//pStyle", name)
        said = style(file, value(used))
        assert f"{side}Chars=100" in said
        assert ("jc val=right" in said) is (side == "right")


@pytest.mark.parametrize("theme", [Theme.MODERN, Theme.PLAIN])
def test_other_themes_have_one_footer(theme: Theme) -> None:
    """Where all pages are alike there is nothing for even ones."""
    file = dressed(page_of(), theme)
    assert not file.find("./evenAndOddHeaders", "word/settings.xml")
    assert "word/footer_even.xml" not in file.parts
    assert not file.find(".//docGrid")
    assert file.text("word/footer.xml").strip() == "1 / 1"


@pytest.mark.parametrize("theme", [Theme.FORMAL, Theme.PLAIN])
def test_black_themes_hold_no_other_colour(theme: Theme) -> None:
    """They print well without colour: no fills, and every line and letter is black."""
    file = dressed(rich_page(), theme)
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footer.xml"):
        text = file.parts[name].decode()
        assert set(re.findall(r'w:color(?: w:val)?="([0-9A-F]{6})"', text)) <= {BLACK}
        assert set(re.findall(r'<w:color w:val="([^"]*)"', text)) <= {BLACK}
        assert "w:fill=" not in text


@pytest.mark.parametrize("theme", [Theme.FORMAL, Theme.PLAIN])
def test_a_black_theme_takes_no_colour(theme: Theme) -> None:
    """A colour that would not be seen is refused rather than left out in silence."""
    with pytest.raises(OptionError, match=f"'{theme.value}' is black only"):
        WordExporter(theme=theme, colour="1F4E63")


def test_options_reach_the_file() -> None:
    """Theme, paper and colour are options like any other, by name or by label."""
    document = oh.OpsDocument(profile="daily_handover", title="交接")
    formal = opened(oh.export(document, "word", theme="公文", paper="letter"))
    (size,) = formal.find(".//pgSz")
    assert value(size, "w") == "12240"
    assert formal.find(".//docGrid")
    red = opened(oh.export(document, "word", theme="modern", colour="#8a1c1c"))
    assert b"8A1C1C" in red.parts["word/styles.xml"]
    for option in ({"theme": "fancy"}, {"paper": "a3"}, {"colour": "teal"}):
        with pytest.raises(OptionError, match=next(iter(option))):
            make("word", option)


@pytest.mark.office
@pytest.mark.parametrize("paper", Paper)
def test_a_formal_page_is_printed_with_its_lines_and_characters(paper: Paper, tmp_path: Path) -> None:
    """A full page of prose has 22 lines of 28 characters, as an office program sets it."""
    page = Page(title="关于交接", kind="", lang="zh", blocks=(para(LONG),))
    *lines, number = lines_of(render(page, design_of(Theme.FORMAL, paper, "")), tmp_path, 2)
    assert [len(each) for each in lines] == [CHARACTERS] * LINES
    assert number == "—2—"


@pytest.mark.office
def test_formal_prose_begins_two_characters_in(tmp_path: Path) -> None:
    """The first line of a paragraph has 26 characters of its own."""
    prose = Paragraph(runs=(Run(text=LONG[:100]),))
    page = Page(title="关于交接", kind="", lang="zh", blocks=(prose, prose))
    lines = lines_of(render(page, design_of(Theme.FORMAL, Paper.A4, "")), tmp_path, 1)
    assert [len(each) for each in lines[1:-1]] == [26, 28, 28, 18] * 2


@pytest.mark.parametrize(("lang", "bold"), [("zh", False), ("en", True)])
def test_english_headings_stand_out_where_only_chinese_fonts_did(lang: Lang, *, bold: bool) -> None:
    """A Chinese font that is told by its shape has no Latin one beside it, so that is bold."""
    file = dressed(evolve(page_of(), lang=lang), Theme.FORMAL)
    assert ("\nb\n" in style(file, "Heading1")) is bold


def test_a_formal_table_does_not_touch_the_line_above() -> None:
    """Lines in a grid have their space above them; the gap stays with the table."""
    table = Table(columns=(Column(label="甲"),), rows=(row("乙"),))
    file = dressed(page_of(para("前"), table), Theme.FORMAL)
    (found,) = file.find("./body/tbl")
    before = found.getprevious().find(f"{W}pPr")
    assert [each.tag.removeprefix(W) for each in before] == ["pStyle", "keepNext"]
    assert value(before[0]) == "TableGap"
