"""The parts beside the body: fonts in all four slots, languages, no defaults of Word."""

import pytest
from tests.exporters.word.opened import Opened, opened, page_of, value, written
from tests.exporters.word.samples import rich_page
from tests.support.docx_lint import W

from opshandover.exporters.word.design import Design
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.text import Lang

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


THEMES = {theme: design_of(theme, Paper.A4, "") for theme in Theme}
every_theme = pytest.mark.parametrize("design", THEMES.values(), ids=[t.value for t in THEMES])


@every_theme
def test_every_style_names_its_fonts(design: Design) -> None:
    """A slot left open falls back to a font that nobody chose."""
    file = opened(render(page_of(), design))
    styles = file.find("./style", "word/styles.xml")
    assert len(styles) > 20
    for style in (*styles, *file.find("./docDefaults/rPrDefault", "word/styles.xml")):
        (fonts,) = style.findall(f"{W}rPr/{W}rFonts")
        assert all(fonts.get(f"{W}{slot}") for slot in SLOTS)


def test_no_font_comes_from_the_theme() -> None:
    """A font of the theme is another one on another machine."""
    file = opened(render(rich_page()))
    parts = ("document", "styles", "numbering", "header", "footer")
    fonts = [each for name in parts for each in file.find(".//rFonts", f"word/{name}.xml")]
    assert len(fonts) > 20
    assert not [key for each in fonts for key in each.attrib if key.endswith("Theme")]


@every_theme
def test_every_style_in_use_is_there(design: Design) -> None:
    """A style that is missing would silently be Word's standard."""
    file = opened(render(rich_page(), design))
    known = {value(style, "styleId") for style in file.find("./style", "word/styles.xml")}
    used = {
        value(each)
        for part in ("document", "header", "footer", "numbering", "styles")
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for each in file.find(f".//{kind}", f"word/{part}.xml")
    }
    assert len(used) > 20
    assert used <= known


@every_theme
def test_every_font_in_use_has_names_to_fall_back_to(design: Design) -> None:
    """Where a font is missing, the font table says what resembles it."""
    file = opened(render(rich_page(), design))
    named = {value(font, "name") for font in file.find("./font[altName]", "word/fontTable.xml")}
    used = {
        fonts.get(f"{W}{slot}")
        for part in ("document", "styles", "numbering")
        for fonts in file.find(".//rFonts", f"word/{part}.xml")
        for slot in SLOTS
    }
    assert used - {None} <= named


@every_theme
def test_the_fonts_of_the_theme_are_those_of_the_look(design: Design) -> None:
    """What a person adds in Word is set in the same fonts, and its colours are there to choose."""
    theme = opened(render(page_of(), design)).parts["word/theme/theme1.xml"].decode()
    for font in (design.latin, design.chinese, design.heading(0).chinese or design.chinese):
        assert f'typeface="{font}"' in theme
    assert f'val="{design.accent}"' in theme
    assert 'val=""' not in theme


def test_there_is_a_style_for_captions() -> None:
    """Word finds the captions of tables and charts by the name of their style."""
    (caption,) = written().find("./style[@w:styleId='Caption']", "word/styles.xml")
    assert value(caption.find(f"{W}name")) == "caption"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_script_has_its_language(lang: Lang) -> None:
    """Spelling, screen readers and the breaking of lines go by the language of the script."""
    (language,) = written(lang=lang).find("./docDefaults//lang", "word/styles.xml")
    assert (value(language), value(language, "eastAsia")) == ("en-US", "zh-CN")


@pytest.mark.parametrize(("lang", "rule"), [("zh", "atLeast"), ("en", "auto")])
@pytest.mark.parametrize("name", ["TableText", "TableHead", "TableLabel"])
def test_what_stands_side_by_side_is_level(name: str, lang: Lang, rule: str) -> None:
    """A line of figures alone is as high as one of Chinese, or a date would hang above its row."""
    (style,) = written(lang=lang).find(f"./style[@w:styleId='{name}']", "word/styles.xml")
    spacing = style.find(f"{W}pPr/{W}spacing")
    assert value(spacing, "lineRule") == rule
    size = int(value(style.find(f"{W}rPr/{W}sz")))
    assert lang == "en" or 14.5 < int(value(spacing, "line")) / size < 15.2


def test_the_paper_is_a4() -> None:
    """Neither Letter nor a mode of compatibility with old versions."""
    file: Opened = written()
    (size,) = file.find(".//pgSz")
    assert (value(size, "w"), value(size, "h")) == ("11906", "16838")
    (mode,) = file.find(".//compatSetting[1]", "word/settings.xml")
    assert value(mode) == "15"
