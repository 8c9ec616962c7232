"""Text and fields as XML."""

import pytest
from tests.exporters.word.opened import opened, page_of, para, value, written
from tests.support.docx_lint import W

from opshandover.exporters.word.render import render
from opshandover.ooxml.xml import count_wide, escaped
from opshandover.text import Lang


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b", "a␀b"),
        ("\x01\x1f", "␁␟"),
        ("a\rb", "a␍b"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\x7f\x85", "\x7f\x85"),
    ],
)
def test_forbidden_characters_are_shown(text: str, shown: str) -> None:
    """What XML cannot hold leaves a sign that something stood there."""
    assert shown in written(para(text)).text()


def test_page_numbers_are_fields_in_runs_of_their_own() -> None:
    """WPS shows no number when the parts of a field share a run."""
    runs = opened(render(page_of())).find(".//r", "word/footer.xml")
    kinds = [value(mark, "fldCharType") for run in runs for mark in run.findall(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * 2
    assert all(len(run) == 1 for run in runs)
    fields = [run.findtext(f"{W}instrText") for run in runs]
    assert [field.strip() for field in fields if field] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("text", "lang", "hinted"),
    [
        ("“交接”", "en", True),
        ("𠮷 → 完", "en", True),
        ("交接", "zh", False),
        ("𠮷", "en", False),
        ("“OK” …", "zh", True),
        ("“OK” …", "en", False),
        ("plain", "zh", False),
    ],
)
def test_chinese_text_asks_for_the_chinese_font(text: str, lang: Lang, *, hinted: bool) -> None:
    """Marks that both scripts have follow the language and their neighbours; others need no hint."""
    run = written(para(text), lang=lang).find(".//body/p")[-1]
    found = run.find(f"{W}r/{W}rPr/{W}rFonts")
    assert (found is not None and value(found, "hint") == "eastAsia") is hinted


def test_markup_is_escaped_and_plain_text_is_not() -> None:
    """A text can stand in an element as well as in an attribute in double quotes."""
    assert escaped("<a b='1' c=\"2\">&\0") == "&lt;a b='1' c=&quot;2&quot;&gt;&amp;␀"
    assert escaped("甲\n乙\t") == "甲\n乙\t"


def test_wide_characters_are_counted() -> None:
    """Chinese characters and marks are wide, beyond the first plane too; letters and signs are not."""
    assert count_wide("甲，𠮷Ａ한 aé→“”") == 5
