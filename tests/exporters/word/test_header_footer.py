"""What stands around the text: header, footer, logo, mark and watermark."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.exporters.word.opened import Opened, opened, page_of, para, text_in, value
from tests.support.docx_lint import R, W, lint
from tests.support.pictures import png

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.word import WordExporter
from opshandover.exporters.word.header_footer import PageOptions
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import Page
from opshandover.text import LANGUAGES, Lang

HEADER, FOOTER = "word/header.xml", "word/footer.xml"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
MM = 36_000
HOSTILE = (
    "</w:t><w:p> & \"q\" 'a' ]]>",
    "a\0b\x01",
    "$runs ${x} $$",
    "👩‍👩‍👧 𠮷 ש",
    "# |*_~`[x](y)",
    "http://a.test/?a=1&b=2",
)


def around(page: Page | None = None, theme: Theme = Theme.MODERN, **options: Any) -> Opened:
    """Writes a page with furniture into a file that is sound, and opens it."""
    page = page or page_of(para("文"))
    data = render(page, design_of(theme, Paper.A4, ""), PageOptions(**options))
    assert lint(data) == []
    return opened(data)


def of(organisation: str, lang: Lang = "zh") -> Page:
    """A page of an organisation."""
    return evolve(page_of(lang=lang), properties=(("organisation", organisation),))


def draft(state: str = "draft") -> oh.OpsDocument:
    """A document in a state."""
    return oh.loads(f"profile: daily_handover\nstate: {state}", format="yaml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a logo of 60 by 20 mm, in which the test runs."""
    place = tmp_path / "here"
    place.mkdir()
    (place / "logo.png").write_bytes(png(600, 200, dpi=254))
    monkeypatch.chdir(place)
    return place


def test_header_names_organisation_and_kind() -> None:
    """Without a text of the caller's, each page says whose document of which kind it is."""
    assert around(of("海川科技")).text(HEADER).strip() == "海川科技 · 每日交接"
    assert around(of("海川科技"), header_text="通知").text(HEADER).strip() == "通知"


def test_a_long_name_does_not_fill_the_page() -> None:
    """What comes from the document may be of any length, what stands on every page may not."""
    assert len(around(of("长" * 10_000)).text(HEADER).strip()) < 100


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_they_are(text: str) -> None:
    """Header, footer and mark take any text; line ends become spaces, for each is one line."""
    file = around(header_text=text, footer_text=f"{text}\n1", mark=text)
    wanted = visible(text)
    assert file.text(HEADER).strip() == f"{wanted}\t{wanted}"
    assert f"{wanted} 1" in file.text(FOOTER)
    assert text_in(file.find("./body/p")[0])[1:] == wanted


def test_the_mark_stands_in_the_header_and_above_the_title() -> None:
    """In the header it is bold and at the right margin; on the first page it comes first."""
    file = around(mark="内部资料")
    (mark,) = (run for run in file.find(".//r", HEADER) if text_in(run) == "内部资料")
    assert mark.find(f"{W}rPr/{W}b") is not None
    (tab,) = file.find(".//tabs/tab", HEADER)
    assert (value(tab), int(value(tab, "pos"))) == (
        "right",
        design_of(Theme.MODERN, Paper.A4, "").text_width,
    )
    first, second = file.find("./body/p")[:2]
    assert (text_in(first).strip(), text_in(second).strip()) == ("内部资料", "交接单")
    assert b"<cp:keywords>" not in file.parts["docProps/core.xml"]


def test_the_footer_has_its_text_above_the_number() -> None:
    """Each may be there without the other, and both may be missing."""
    lines = [text_in(each).strip() for each in around(footer_text="请勿外传").find("./p", FOOTER)]
    assert lines == ["请勿外传", "1 / 1"]
    only = around(footer_text="请勿外传", page_numbers=False)
    assert only.text(FOOTER).strip() == "请勿外传"
    assert FOOTER not in around(page_numbers=False).parts


@pytest.mark.parametrize("theme", Theme)
def test_parts_of_a_field_stand_in_runs_of_their_own(theme: Theme) -> None:
    """WPS shows no page number whose parts share one run."""
    file = around(theme=theme)
    for run in file.find(".//r", FOOTER):
        parts = [each for each in run if each.tag in (f"{W}fldChar", f"{W}instrText", f"{W}t")]
        assert len(parts) == 1
    kinds = [value(each, "fldCharType") for each in file.find(".//fldChar", FOOTER)]
    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)
    assert kinds


def test_formal_pages_have_their_number_on_the_outer_side() -> None:
    """Odd pages and even ones have parts of their own, both with mark, logo and watermark."""
    file = around(theme=Theme.FORMAL, mark="秘密", watermark=True, footer_text="存档")
    assert [value(each, "type") for each in file.find(".//headerReference")] == ["default", "even"]
    assert file.find(".//evenAndOddHeaders", "word/settings.xml")
    for side in ("", "_even"):
        assert "秘密" in file.text(f"word/header{side}.xml")
        assert file.text(f"word/footer{side}.xml").split() == ["存档", "—", "1", "—"]
        assert list(file.root(f"word/header{side}.xml").iter(f"{VML}textpath"))


@pytest.mark.parametrize(("lang", "text"), [("zh", "草稿"), ("en", "DRAFT")])
def test_a_draft_has_a_watermark_if_it_is_asked_for(lang: Lang, text: str) -> None:
    """It lies behind the text, turned, and says what it is to those who cannot see it."""
    file = opened(oh.export(draft(), "word", lang=lang, watermark=True))
    (shape,) = file.root(HEADER).iter(f"{VML}shape")
    assert shape.get("alt") == text
    assert shape.find(f"{VML}textpath").get("string") == text
    assert "rotation:315" in shape.get("style")
    assert "z-index:-" in shape.get("style")


@pytest.mark.parametrize(("state", "asked"), [("final", True), ("signed", True), ("draft", False)])
def test_no_other_document_has_a_watermark(state: str, asked: bool) -> None:
    """A final document is never called a draft, and a draft only if its author wishes it."""
    file = opened(oh.export(draft(state), "word", watermark=asked))
    assert not list(file.root(HEADER).iter(f"{VML}shape"))


def test_an_empty_header_has_no_rule() -> None:
    """A watermark alone is no reason to draw a line at the top of the page."""
    page = evolve(page_of(), kind="")
    assert not around(page, watermark=True).find(".//pStyle", HEADER)


@pytest.mark.parametrize(
    ("organisation", "lang", "says"),
    [
        ("海川", "zh", "海川标志"),
        ("Acme", "en", "Logo of Acme"),
        ("", "zh", "标志"),
        ("", "en", "Logo"),
    ],
)
def test_the_logo_stands_in_the_header(organisation: str, lang: Lang, says: str, folder: Path) -> None:
    """It keeps its proportions within 50 by 10 mm, and says whose it is."""
    file = around(of(organisation, lang), logo="logo.png", folder=str(folder))
    (drawing,) = file.root(HEADER).iter(f"{DRAWING}inline")
    assert drawing.find(f"{DRAWING}docPr").get("descr") == says
    extent = drawing.find(f"{DRAWING}extent")
    assert (int(extent.get("cx")) // MM, int(extent.get("cy")) // MM) == (30, 10)
    (blip,) = (each for each in drawing.iter() if each.tag.endswith("}blip"))
    rels = file.root("word/_rels/header.xml.rels")
    (target,) = (rel.get("Target") for rel in rels if rel.get("Id") == blip.get(f"{R}embed"))
    assert file.parts[f"word/{target}"] == (folder / "logo.png").read_bytes()


def test_logo_and_pictures_have_numbers_of_their_own(folder: Path) -> None:
    """Numbers of drawings differ in the whole file, and one content is one part."""
    document = oh.loads("profile: daily_handover\nextra: [{title: 图, body: '![图](logo.png)'}]", format="yaml")
    data = oh.export(document, "word", logo="logo.png", theme="formal")
    assert lint(data) == []
    file = opened(data)
    assert len([name for name in file.parts if name.startswith("word/media/")]) == 1
    assert list(file.root("word/header_even.xml").iter(f"{DRAWING}inline"))


@pytest.mark.parametrize(
    ("logo", "why"),
    [
        ("nope.png", ("找不到文件", "file not found")),
        ("../out.png", ("不在图片文件夹内", "outside the picture folder")),
        ("link.png", ("不在图片文件夹内", "outside the picture folder")),
        (".", ("不是普通文件", "not a regular file")),
        ("pipe", ("不是普通文件", "not a regular file")),
        ("huge.png", ("超过 20 MB", "larger than 20 MB")),
        ("text.png", ("不是有效的 PNG", "not a valid PNG")),
        ("https://example.cn/logo.png", ("不从网络读取", "nothing is downloaded")),
        ("a\0b", ("找不到文件", "file not found")),
    ],
)
def test_a_logo_that_is_none_is_refused(logo: str, why: tuple[str, str], folder: Path) -> None:
    """It is the caller's own choice: so nothing is written, and both languages say why."""
    (folder.parent / "out.png").write_bytes(png(10, 10))
    (folder / "link.png").symlink_to(folder.parent / "out.png")
    os.mkfifo(folder / "pipe")
    with (folder / "huge.png").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    (folder / "text.png").write_text("no picture")
    for path in (logo, str(folder.parent / "out.png")):
        reasons = why if path == logo else ("不在图片文件夹内", "outside the picture folder")
        with pytest.raises(OptionError) as caught:
            oh.export(draft(), "word", folder / "out.docx", logo=path)
        for lang, reason in zip(LANGUAGES, reasons, strict=True):
            assert reason in caught.value.in_lang(lang)
            assert re.search("option folder|选项 folder", caught.value.in_lang(lang))
    assert not (folder / "out.docx").exists()


def test_options_of_furniture_reach_the_file(folder: Path) -> None:
    """All of them are options of the exporter, as text too."""
    options: dict[str, Any] = {
        "mark": "秘密",
        "footer_text": "存档",
        "logo": "logo.png",
        "page_numbers": "false",
    }
    file = opened(oh.export(draft(), "word", **options))
    assert file.text(FOOTER).strip() == "存档"
    assert file.text(HEADER).strip().endswith("\t秘密")
    assert WordExporter(mark="秘密").export(draft(), lang="zh")
