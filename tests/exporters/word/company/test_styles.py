"""Styles of the company are used, ours are added where it has none."""

import re
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from tests.exporters.word.company.filled import (
    made,
    styles_of,
    used_styles,
)
from tests.exporters.word.opened import value
from tests.exporters.word.templates import (
    entry,
    rewritten,
    template,
    with_chinese_ids,
)
from tests.support.docx_lint import W


def test_styles_are_found_by_name_and_not_by_id(tmp_path: Path) -> None:
    """Word in Chinese calls the first heading `1`; what we add is based on its ids."""
    file = made(tmp_path, template(with_chinese_ids))
    styles = styles_of(file)
    assert styles["1"] == "heading 1"
    assert "1" in used_styles(file)
    assert list(styles.values()).count("heading 1") == 1
    for style in file.find("./w:style", "word/styles.xml"):
        for name in ("basedOn", "next", "link"):
            named = style.find(f"{W}{name}")
            assert named is None or value(named) in styles
    added = next(key for key, name in styles.items() if name == "Table Text")
    (text,) = (s for s in file.find("./w:style", "word/styles.xml") if value(s, "styleId") == added)
    assert value(text.find(f"{W}basedOn")) == "a"


def test_an_id_or_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    """Another style under our id keeps it; a style of another kind keeps its name."""

    def change(document: object) -> None:
        assert isinstance(document, docx.document.Document)
        document.styles.add_style("Their Box", WD_STYLE_TYPE.TABLE)
        document.styles["Their Box"].element.set(f"{W}styleId", "Things")
        document.styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)

    styles = styles_of(made(tmp_path, template(change)))
    assert styles["Things"] == "Their Box"
    assert styles["Things2"] == "Things"
    assert styles["Code"] == "Code"
    assert styles["Code2"] == "opshandover Code"


def test_what_is_added_takes_their_fonts(tmp_path: Path, plain_template: bytes) -> None:
    """A style of ours names only fonts that are its own, such as that of code."""
    file = made(tmp_path, plain_template)
    by_name = {value(s.find(f"{W}name")): s for s in file.find("./w:style", "word/styles.xml")}
    assert by_name["Table Text"].find(f"{W}rPr/{W}rFonts") is None
    assert value(by_name["Code"].find(f"{W}rPr/{W}rFonts"), "ascii") == "Consolas"


def test_what_is_added_is_in_their_colour(tmp_path: Path, plain_template: bytes) -> None:
    """The first accent of the company's theme stands in the place of ours."""
    name = "word/theme/theme1.xml"
    theme = re.sub(rb'(<a:accent1>\s*<a:srgbClr val=")\w{6}', rb"\g<1>7A1F1F", entry(plain_template, name))
    file = made(tmp_path, rewritten(plain_template, {name: theme}))
    by_name = {value(s.find(f"{W}name")): s for s in file.find("./w:style", "word/styles.xml")}
    assert value(by_name["Table Head"].find(f"{W}rPr/{W}color")) == "7A1F1F"
