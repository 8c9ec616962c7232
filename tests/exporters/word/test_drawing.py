"""Pictures on the page: once in the file, no wider than their place, or replaced by the reason."""

from pathlib import Path
from typing import Any

import pytest
from tests.exporters.word.opened import Opened, opened, page_of, text_in, value
from tests.support.docx_lint import R, W, lint
from tests.support.pictures import png
from tests.support.steps import growth

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.pictures import Picture, read_picture
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.pages.blocks import Heading
from opshandover.pages.markdown import blocks_of
from opshandover.text import Lang, Text

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


INCH, TWIP = 914_400, 635


def shown(source: str, folder: Path, *, lang: Lang = "zh", design: Design | None = None) -> Opened:
    """Writes some Markdown into a Word file that is sound, and opens it."""
    page = page_of(Heading(level=1, text="走势"), *blocks_of(source, "notes.text"), lang=lang)
    data = render(page, design, PageOptions(folder=str(folder)))
    assert lint(data) == []
    return opened(data)


def drawings(file: Opened) -> list[Any]:
    """The drawings of the body."""
    return list(file.root().iter(f"{DRAWING}inline"))


def alt(drawing: Any) -> str:
    """The text of a drawing for those who cannot see it."""
    return str(drawing.find(f"{DRAWING}docPr").get("descr"))


def size(drawing: Any) -> tuple[int, int]:
    """Width and height of a drawing (EMU)."""
    extent = drawing.find(f"{DRAWING}extent")
    return int(extent.get("cx")), int(extent.get("cy"))


def test_pictures_stand_in_paragraphs_lists_and_cells(folder: Path) -> None:
    """Wherever text may stand, a picture may; it is never wider than its place."""
    week = "![周回调量](charts/week.png)"
    source = f"甲 {week} 乙\n\n- 一\n  1. {week}\n\n| 图 | 文 |\n|---|---|\n| {week} | 文 |\n\n> {week}"
    file = shown(source, folder)
    found = drawings(file)
    assert [alt(each) for each in found] == ["周回调量"] * 4
    room = Design().text_width * TWIP
    widths = [size(each)[0] for each in found]
    assert widths[0] == room
    assert room > widths[1] > widths[2]
    for each in found:
        assert abs(size(each)[0] - 2 * size(each)[1]) <= 2
    cell = file.find(".//tbl/tr/tc/tcPr/tcW")[2]
    assert widths[2] < int(value(cell, "w")) * TWIP
    assert "周回调量" not in file.text()


def test_the_same_picture_is_in_the_file_once(folder: Path) -> None:
    """Two addresses of one content share their part; each drawing has a number of its own."""
    (folder / "copy.png").write_bytes((folder / "charts" / "week.png").read_bytes())
    file = shown("![a](charts/week.png) ![b](copy.png) ![c](tall.png)", folder)
    assert len([name for name in file.parts if name.startswith("word/media/")]) == 2
    blips = [each.get(f"{R}embed") for each in file.root().iter(BLIP)]
    assert blips[0] == blips[1] != blips[2]
    numbers = [each.find(f"{DRAWING}docPr").get("id") for each in drawings(file)]
    assert len(set(numbers)) == 3


def test_all_pictures_together_have_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that come after it are named instead, and one that comes again costs nothing."""
    week = len((folder / "charts" / "week.png").read_bytes())
    monkeypatch.setattr("opshandover.exporters.picture_folder.MOST_IN_ALL", week)
    file = shown("![a](charts/week.png) ![a](charts/week.png) ![b](tall.png)", folder)
    assert len(drawings(file)) == 2
    assert "b（tall.png）〔图片无法显示：图片合计超过 200 MB〕" in file.text()


def test_small_pictures_keep_their_size_and_tall_ones_leave_room(folder: Path) -> None:
    """The natural size counts, up to the width there is and two thirds of the height."""
    small, tall = drawings(shown("![a](<周 报.png>) ![b](tall.png)", folder))
    assert size(small) == (INCH // 2, INCH // 4)
    assert size(tall)[1] <= Design().text_height * TWIP * 2 / 3 < size(tall)[1] * 1.01


@pytest.mark.parametrize(
    ("source", "says", "lang"),
    [
        ('![折线图](tall.png "标题")', "折线图", "zh"),
        ('![](tall.png "本周")', "本周", "zh"),
        ("![](tall.png)", "图片", "zh"),
        ("![ ](tall.png)", "Picture", "en"),
        ('!["a" <b> & 😀](tall.png)', '"a" <b> & 😀', "zh"),
    ],
)
def test_every_picture_says_what_it_shows(source: str, says: str, lang: Lang, folder: Path) -> None:
    """The name of a file is no description; the title or a plain word serves where none is given."""
    (drawing,) = drawings(shown(source, folder, lang=lang))
    assert alt(drawing) == says


def test_a_picture_may_be_a_link(folder: Path) -> None:
    """The link lies on the picture."""
    file = shown("[![图](tall.png)](https://example.cn/)", folder)
    assert file.find(".//hyperlink/r/drawing")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "周报（nope.png）〔图片无法显示：找不到文件〕"),
        ("en", "周报 (nope.png) [picture not shown: file not found]"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_the_reason(lang: Lang, told: str, folder: Path) -> None:
    """The document is exported all the same, and a reader sees what is missing."""
    file = shown("前 ![周报](nope.png) 后", folder, lang=lang)
    assert f"前 {told} 后" in file.text()
    (reason,) = (
        run
        for run in file.find(".//r")
        if [value(style) for style in run.findall(f"{W}rPr/{W}rStyle")] == ["PlaceholderText"]
    )
    assert text_in(reason).strip() == told[told.index("〔" if lang == "zh" else "[") :]


def test_pictures_of_the_net_are_linked_and_not_fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader may follow the link; nothing is loaded, neither now nor by Word."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    file = shown("![图](https://example.cn/a.png) ![](http://a.cn/b.png)", folder)
    assert "图（https://example.cn/a.png）〔图片无法显示：只支持本地文件" in file.text()
    assert "图片（http://a.cn/b.png）" in file.text()
    rels = file.root("word/_rels/document.xml.rels")
    outside = [rel.get("Type", "") for rel in rels if rel.get("TargetMode") == "External"]
    assert len(outside) == 2
    assert all(kind.endswith("/hyperlink") for kind in outside)


def test_long_and_odd_addresses_are_shortened(folder: Path) -> None:
    """A picture written out as an address does not fill pages."""
    file = shown(f"![图](data:image/png;base64,{'A' * 10_000})", folder)
    assert len(file.text()) < 600
    assert "图（data:image/png;base64,AAAA" in file.text()


@pytest.mark.parametrize("theme", Theme)
def test_no_theme_cuts_a_picture_off(theme: Theme, folder: Path) -> None:
    """A line of fixed height would cut it, an indented first line would push it over the margin."""
    design = design_of(theme, Paper.A4, "")
    file = shown("![图](charts/week.png)", folder, design=design)
    (line,) = (each for each in file.find(".//p") if next(each.iter(f"{W}drawing"), None) is not None)
    spacing, indent = line.find(f"{W}pPr/{W}spacing"), line.find(f"{W}pPr/{W}ind")
    assert (value(spacing, "line"), value(spacing, "lineRule")) == ("240", "auto")
    assert value(indent, "firstLine") == "0"
    assert value(line.find(f"{W}pPr/{W}jc")) == "left"


def test_equal_input_gives_equal_bytes(folder: Path) -> None:
    """The folder's own place leaves no trace in the file."""
    page = page_of(*blocks_of("![图](charts/week.png)"))
    other = folder.rename(folder.parent / "elsewhere")
    one = render(page, page_options=PageOptions(folder=str(other)))
    back = other.rename(folder)
    assert render(page, page_options=PageOptions(folder=str(back))) == one


def test_the_folder_is_an_option(folder: Path) -> None:
    """From a script, pictures are read from the folder that is named."""
    text = "profile: daily_handover\nextra: [{title: 图, body: '![图](tall.png)'}]"
    document = oh.loads(text, format="yaml")
    file = opened(oh.export(document, "word", folder=str(folder)))
    assert len(drawings(file)) == 1
    assert drawings(opened(oh.export(document, "word"))) == []
    with pytest.raises(OptionError, match="not a folder") as caught:
        oh.export(document, "word", folder=str(folder / "nowhere"))
    assert "nowhere”不是文件夹" in caught.value.in_lang("zh")


def test_a_picture_is_read_once_however_it_is_called(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three ways to write the same file, and each of them often."""
    places: list[Path] = []

    def counted(place: Path) -> Picture | Text:
        places.append(place)
        return read_picture(place)

    monkeypatch.setattr("opshandover.exporters.picture_folder.read_picture", counted)
    shown("![a](tall.png) ![a](./tall.png) ![a](charts/../tall.png) " * 20 + "![b](charts/week.png)", folder)
    assert [place.name for place in places] == ["tall.png", "week.png"]


def test_so_many_pictures_and_no_more(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those above the number are named; one that was shown before is shown again."""
    monkeypatch.setattr("opshandover.exporters.picture_folder.MOST_PICTURES", 1)
    file = shown("![a](tall.png) ![b](charts/week.png) ![c](./tall.png)", folder)
    assert [alt(each) for each in drawings(file)] == ["a", "c"]
    assert "不同的图片超过 5000 张" in file.text()


def test_many_pictures_take_time_in_proportion(folder: Path) -> None:
    """No picture is compared with all others."""
    for number in range(200):
        (folder / f"{number}.png").write_bytes(png(20, 10 + number))

    def made(count: int) -> str:
        return " ".join(f"![a]({number}.png)" for number in range(count))

    assert growth(made, lambda source: shown(source, folder), 50) < 5
