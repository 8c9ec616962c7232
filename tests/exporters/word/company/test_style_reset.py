"""What our styles would inherit from the company's is reset."""

from pathlib import Path

from tests.exporters.word.company.filled import (
    made,
    styles_of,
)
from tests.exporters.word.opened import item, page_of, para, value
from tests.exporters.word.templates import (
    template,
    with_chinese_text,
    without_styles,
)
from tests.support.docx_lint import W

from opshandover.pages.blocks import ListBlock


def test_text_of_a_chinese_company_does_not_bend_ours(tmp_path: Path) -> None:
    """An indented first line is for text, and not for cells of tables or items of lists."""
    page = page_of(para("正文"), ListBlock(items=(item("一"),)))
    file = made(tmp_path, template(with_chinese_text, without_styles("Body Text")), page)
    by_name = {value(s.find(f"{W}name")): s for s in file.find("./w:style", "word/styles.xml")}
    indented = by_name["Table Text"].find(f"{W}pPr/{W}ind")
    assert (value(indented, "firstLineChars"), value(indented, "firstLine")) == ("0", "0")
    assert value(by_name["Table Text"].find(f"{W}pPr/{W}jc")) == "left"
    assert value(by_name["Table Text"].find(f"{W}pPr/{W}spacing"), "beforeLines") == "0"
    text, listed = file.find("./w:body/w:p")[-2:]
    assert text.find(f"{W}pPr/{W}ind") is None
    assert styles_of(file)[value(text.find(f"{W}pPr/{W}pStyle"))] == "Normal"
    assert value(listed.find(f"{W}pPr/{W}ind"), "firstLineChars") == "0"
