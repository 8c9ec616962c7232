"""The table of contents: its entries are the headings, numbered as Word numbers them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters.word.listed import entries, listed
from tests.exporters.word.opened import opened, page_of, para, text_in, value
from tests.support.docx_lint import W
from tests.support.pages import blocks

from opshandover.exporters.word.contents import chinese_number
from opshandover.exporters.word.render import render
from opshandover.pages.blocks import Block, Heading, Quote, Role
from opshandover.text import Lang

HEADINGS = (
    para("前"),
    Heading(level=1, text="先做什么", role=Role.ATTENTION),
    Heading(level=1, text="甲"),
    Heading(level=2, text="甲一"),
    Heading(level=3, text="甲一一"),
    Heading(level=2, text="甲二"),
    Heading(level=1, text="  "),
    Heading(level=1, text="丙"),
    Quote(blocks=(Heading(level=1, text="引"),)),
    Heading(level=2, text="丙一"),
)


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("zh", ["先做什么", "一、甲", "（一）甲一", "（二）甲二", "三、丙", "（一）丙一"]),
        ("en", ["先做什么", "1. 甲", "1.1 甲一", "1.2 甲二", "3. 丙", "3.1 丙一"]),
    ],
)
def test_entries_are_the_headings_with_their_numbers(lang: Lang, texts: list[str]) -> None:
    """Two levels are listed; what Word passes over is not, but counts."""
    found = entries(listed(*HEADINGS, lang=lang))
    assert [text for _, text, _ in found] == texts
    assert [style for style, _, _ in found] == ["TOC1", "TOC1", "TOC2", "TOC2", "TOC1", "TOC2"]


def test_it_stands_before_the_first_numbered_heading() -> None:
    """Title, head and what asks for attention come first: they belong on the first page."""
    texts = [text_in(each).strip() for each in listed(*HEADINGS).find("./body/p")]
    assert texts.index("先做什么") + 1 == texts.index("目录") < texts.index("甲")


def test_each_entry_leads_to_its_heading() -> None:
    """Links and page references name a bookmark that stands round the heading's text."""
    file = listed(*HEADINGS)
    marked = {
        value(start, "name"): text_in(line).strip()
        for line in file.find("./body/p")
        for start in line.findall(f"{W}bookmarkStart")
    }
    links = [link for link in file.find(".//hyperlink") if link.get(f"{W}anchor")]
    assert [marked[value(link, "anchor")] for link in links] == [*("先做什么", "甲", "甲一", "甲二", "丙", "丙一")]
    codes = [(each.text or "").split() for each in file.find(".//instrText")]
    assert codes[0] == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    assert [code[:2] for code in codes[1:]] == [["PAGEREF", value(e, "anchor")] for e in links]


def test_the_fields_nest_and_their_parts_stand_alone() -> None:
    """Begin, code, result and end are in runs of their own; the whole list is one field."""
    depth, deepest = 0, 0
    for run in listed(*HEADINGS).find(".//r"):
        parts = [each for each in run if each.tag in (f"{W}fldChar", f"{W}instrText")]
        assert len(parts) <= 1
        for each in parts:
            step = {"begin": 1, "end": -1}.get(value(each, "fldCharType"), 0)
            depth, deepest = depth + step, max(deepest, depth + step)
    assert (depth, deepest) == (0, 2)


def test_there_is_none_without_headings_or_unasked() -> None:
    """An empty list says nothing."""
    assert "目录" not in listed(para("文")).text()
    assert "目录" not in opened(render(page_of(*HEADINGS))).text()


def test_word_asks_leave_only_if_the_caller_wants_it_to() -> None:
    """The setting makes Word ask a question when the file is opened."""
    assert not listed(*HEADINGS).find(".//updateFields", "word/settings.xml")
    assert listed(*HEADINGS, refresh=True).find(".//updateFields", "word/settings.xml")


@pytest.mark.parametrize("text", ["a\nb\tc", '</w:t> & "x"', "a\0b", "长" * 10_000, "$1 \\o"])
def test_hostile_headings_are_listed_on_one_line(text: str) -> None:
    """Tabs and line feeds would break the entry apart."""
    ((_, said, _),) = entries(listed(Heading(level=1, text=text)))
    assert said == "一、" + " ".join(text.replace("\0", "␀").split())


@settings(max_examples=25)
@given(blocks(), st.sampled_from(("zh", "en")))
def test_any_page_can_have_contents(content: tuple[Block, ...], lang: Lang) -> None:
    """The file is sound whatever is on the page, and pages only grow."""
    pages = [int(page) for _, _, page in entries(listed(*content, lang=lang))]
    assert pages == sorted(pages)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *((1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一")),
        *((99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十")),
        *((1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (10000, "10000")),
    ],
)
def test_chinese_numbers_are_written_as_word_writes_them(number: int, text: str) -> None:
    """Zero stands for any gap, and ten needs no one before it."""
    assert chinese_number(number) == text
