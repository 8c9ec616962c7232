"""Fonts within a Word file: which place they take, and that they are found there."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.opened import Opened, opened, page_of, para, value
from tests.support.audit import audit
from tests.support.docx_lint import lint
from tests.support.examples import READY
from tests.support.fonts import CHINESE, characters_in, collection, font
from tests.support.office import all_printed
from tests.support.patience import PATIENCE

import opshandover as oh
from opshandover.errors import OptionError
from opshandover.exporters.word.fonts import obfuscated
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TEXT = "海川交接单，一切正常。Handover"


def folder_of(files: Mapping[str, bytes], folder: Path) -> Path:
    """A folder of files."""
    made = folder / "fonts"
    made.mkdir()
    for name, data in files.items():
        (made / name).write_bytes(data)
    return made


def written(files: Mapping[str, bytes], folder: Path, theme: Theme = Theme.MODERN) -> bytes:
    """A page of one line with the fonts of a folder in it."""
    design = design_of(theme, Paper.A4, "")
    return render(page_of(para(TEXT)), design, fonts=folder_of(files, folder))


def embedded(file: Opened) -> dict[tuple[str, str], bytes]:
    """The fonts in a file by family and kind, read as a word processor does."""
    targets = {each.get("Id"): each.get("Target") for each in file.root("word/_rels/fontTable.xml.rels")}
    found = {}
    for entry in file.root("word/fontTable.xml"):
        for each in entry:
            kind = each.tag.rpartition("}")[2]
            if kind.startswith("embed"):
                key = UUID(value(each, "fontKey"))
                hidden = file.parts[f"word/{targets[each.get(RELATION)]}"]
                found[value(entry, "name"), kind] = obfuscated(hidden, key)
    return found


def fonts_of_text(file: Opened) -> set[str]:
    """The Latin and the Chinese font of the usual style."""
    (fonts,) = file.find("./docDefaults/rPrDefault/rPr/rFonts", "word/styles.xml")
    return {value(fonts, "ascii"), value(fonts, "eastAsia")}


@given(data=st.binary(max_size=80), key=st.uuids())
def test_what_is_obfuscated_twice_is_the_font_itself(data: bytes, key: UUID) -> None:
    """Only the first 32 bytes are changed, and they can be read back."""
    hidden = obfuscated(data, key)
    assert hidden[32:] == data[32:]
    assert obfuscated(hidden, key) == data


def test_the_key_is_taken_from_its_end() -> None:
    """The bytes of the key go backwards, twice, as the standard has it."""
    key = UUID("00112233-4455-6677-8899-AABBCCDDEEFF")
    mask = bytes.fromhex("FFEEDDCCBBAA99887766554433221100")
    assert obfuscated(bytes(40), key) == mask * 2 + bytes(8)


def test_another_font_is_that_of_the_text(tmp_path: Path) -> None:
    """A font for Chinese and one for other text are in the styles, each in its place, and in the file."""
    files = {"a.ttf": font("Harbour Song", characters=CHINESE, chinese=True), "b.ttf": font("Harbour Sans")}
    file = opened(written(files, tmp_path))
    assert fonts_of_text(file) == {"Harbour Song", "Harbour Sans"}
    assert set(embedded(file)) == {("Harbour Song", "embedRegular"), ("Harbour Sans", "embedRegular")}


def test_a_font_that_the_theme_names_stays_in_its_place(tmp_path: Path) -> None:
    """Any of its names in any language counts, and the other fonts of the theme are as before."""
    files = {"f.ttf": font("FangSong", chinese_name="仿宋", characters=CHINESE, chinese=True)}
    file = opened(written(files, tmp_path, Theme.FORMAL))
    plain = opened(render(page_of(para(TEXT)), design_of(Theme.FORMAL, Paper.A4, "")))
    assert set(embedded(file)) == {("仿宋", "embedRegular")}
    assert file.parts["word/styles.xml"] == plain.parts["word/styles.xml"]


def test_an_alternative_stands_in_for_the_font_of_the_theme(tmp_path: Path) -> None:
    """What the font table calls another name of a font takes its place in every style."""
    names = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"}
    files = {f"{name}.ttf": font(name, characters=CHINESE, chinese=True) for name in names}
    file = opened(written(files, tmp_path, Theme.FORMAL))
    assert set(embedded(file)) == {(name, "embedRegular") for name in names}
    styles = file.parts["word/styles.xml"].decode()
    assert not any(f'"{name}"' in styles for name in names.values())
    assert all(f'"{name}"' in styles for name in names)


def test_the_weights_of_a_family_are_one_entry(tmp_path: Path) -> None:
    """Regular, bold, italic and both are told apart by the font, whatever the files are called."""
    file = opened(written({f"{4 - style}.ttf": font(style=style) for style in range(4)}, tmp_path))
    kinds = [kind for _, kind in embedded(file)]
    assert kinds == ["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]


def test_the_fonts_hold_what_the_document_shows(tmp_path: Path) -> None:
    """The characters of the text and those for small edits are kept, others are left out."""
    data = font("Harbour Song", characters=CHINESE + "龘囍", chinese=True)
    (kept,) = embedded(opened(written({"a.otf": data}, tmp_path))).values()
    assert {*TEXT, *"0123456789"} & set(CHINESE) <= characters_in(kept)
    assert not characters_in(kept) & {*"龘囍"}


def test_the_text_of_headers_and_comments_is_shown_as_well(tmp_path: Path) -> None:
    """What stands outside of the body needs its characters, too."""
    path = tmp_path / "a.ttf"
    path.write_bytes(font("Harbour Song", characters=CHINESE + "龘囍", chinese=True))
    data = oh.export(oh.load(READY), "word", fonts=path, header_text="龘", footer_text="囍")
    (kept,) = embedded(opened(data)).values()
    assert characters_in(kept) >= {*"龘囍"}


def test_of_a_collection_the_fonts_of_the_theme_are_taken(tmp_path: Path) -> None:
    """A collection holds fonts for several uses: those that the theme does not know are left."""
    yahei = font("Microsoft YaHei", chinese_name="微软雅黑", characters=CHINESE, chinese=True)
    file = opened(written({"m.ttc": collection(yahei, font("Microsoft YaHei UI"))}, tmp_path))
    assert set(embedded(file)) == {("微软雅黑", "embedRegular")}


def test_a_collection_without_a_font_of_the_theme_is_refused(tmp_path: Path) -> None:
    """The message has the fonts in it and those of the theme."""
    with pytest.raises(OptionError, match=r"Harbour A, Harbour B.*Arial") as error:
        written({"m.ttc": collection(font("Harbour A"), font("Harbour B"))}, tmp_path)
    assert "m.ttc" in str(error.value)


@pytest.mark.parametrize("names", [("Harbour A", "Harbour B"), ("Harbour A", "Harbour A")])
def test_two_fonts_for_one_place_are_refused(names: tuple[str, str], tmp_path: Path) -> None:
    """No font is silently left out."""
    with pytest.raises(OptionError, match=r"fonts[/\\]1\.ttf"):
        written({f"{n}.ttf": font(name) for n, name in enumerate(names)}, tmp_path)


def test_files_with_fonts_are_sound_and_the_same_each_time(tmp_path: Path) -> None:
    """Both judges find no fault in any theme, settings included, and equal input gives equal bytes."""
    path = folder_of({"a.otf": font("Harbour Song", characters=CHINESE, chinese=True, postscript=True)}, tmp_path)
    (path / "b.ttf").write_bytes(font("Harbour Sans"))
    for theme in Theme:
        data = oh.export(oh.load(READY), "word", fonts=path, theme=theme, contents=True)
        assert [*lint(data), *audit(data, tmp_path)] == []
        assert data == oh.export(oh.load(READY), "word", fonts=path, theme=theme, contents=True)
        settings = [each.tag.rpartition("}")[2] for each in opened(data).root("word/settings.xml")]
        assert settings[1:3] == ["embedTrueTypeFonts", "saveSubsetFonts"]


def test_without_the_option_nothing_is_embedded() -> None:
    """A usual file says nothing of embedded fonts."""
    file = opened(render(page_of(para(TEXT))))
    assert not any("odttf" in name for name in file.parts)
    assert b"embed" not in file.parts["word/settings.xml"] + file.parts["word/fontTable.xml"]


def test_a_template_has_its_own_fonts(tmp_path: Path) -> None:
    """The option is refused beside a company's template, which determines the fonts."""
    with pytest.raises(OptionError, match=r"fonts.*template"):
        oh.export(oh.load(READY), "word", fonts=tmp_path, template=tmp_path / "company.docx")


@pytest.mark.office
def test_an_office_program_prints_with_the_fonts(tmp_path: Path) -> None:
    """LibreOffice sets the text in fonts that no machine has but in the file."""
    files = {
        "a.ttf": font("Opshandover Song", characters=CHINESE, chinese=True),
        "b.ttf": font("Opshandover Sans"),
    }
    all_printed({"page": written(files, tmp_path)}, tmp_path)
    pdf = tmp_path / "made" / "page.pdf"
    listed = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, timeout=PATIENCE).stdout.decode()
    assert {"OpshandoverSong", "OpshandoverSans"} <= set(re.findall(r"\+(\w+)", listed))
