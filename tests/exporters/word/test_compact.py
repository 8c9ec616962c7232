"""The compact form of a design, and the page that it is for."""

from pathlib import Path

import pytest
from attrs import evolve, fields
from tests.exporters.word.opened import fact, opened, para, value
from tests.support.docx_lint import W, lint
from tests.support.office import page_lines

import opshandover as oh
from opshandover.exporters.word.compact import compact
from opshandover.exporters.word.design import Design, TextFormat
from opshandover.exporters.word.render import render
from opshandover.exporters.word.themes import Paper, Theme, design_of
from opshandover.model.document import OpsDocument
from opshandover.model.notes import Note, Notes
from opshandover.model.people import Contact, Contacts, Person
from opshandover.pages.blocks import Fact, Facts, Page
from opshandover.text import LANGUAGES, Lang

_SAME = ("latin", "chinese", "accent", "ink", "hairline", "page_width", "page_height", "page_number_form")


def formats(design: Design) -> list[TextFormat]:
    """The formats of all kinds of text."""
    found = [getattr(design, one.name) for one in fields(Design)]
    return [one for one in (*found, *design.headings) if isinstance(one, TextFormat)]


@pytest.mark.parametrize("theme", Theme)
def test_nothing_grows(theme: Theme) -> None:
    """Fonts, colours and paper stay, and no size, margin or space is greater than before."""
    wide = design_of(theme, Paper.A4, "")
    small = compact(wide)
    assert [getattr(small, name) for name in _SAME] == [getattr(wide, name) for name in _SAME]
    for name in ("margin_top", "margin_bottom", "margin_left", "margin_right", "cell_top", "signature_height"):
        assert getattr(small, name) <= getattr(wide, name)
    for before, after in zip(formats(wide), formats(small), strict=True):
        assert after.size <= before.size
        assert (after.align, after.bold, after.chinese) == (before.align, before.bold, before.chinese)
    assert small.grid_lines == 0
    assert small.text_height > wide.text_height
    assert compact(small) == small


def test_the_page_says_it() -> None:
    """A page that is compact is written small, any other as the theme has it."""
    page = Page(title="晚班交接", kind="班次交接", lang="zh", blocks=(para("甲"),))
    sizes = []
    for one in (page, evolve(page, compact=True)):
        data = render(one)
        assert lint(data) == []
        styles = opened(data).find(".//style", "word/styles.xml")
        sizes += [int(value(one.find(f"{W}rPr/{W}sz"))) for one in styles if value(one, "styleId") == "Title"]
    assert sizes == [Design().title.size, compact(Design()).title.size]


def cells_in_rows(*facts: Fact, lang: Lang = "zh") -> list[int]:
    """The number of cells in each row of some facts on a compact page."""
    page = Page(title="甲", kind="乙", lang=lang, blocks=(Facts(items=facts, across=2),), compact=True)
    data = render(page)
    assert lint(data) == []
    (table,) = opened(data).find(".//tbl")
    return [len(line.findall(f"{W}tc")) for line in table.findall(f"{W}tr")]


def test_facts_take_as_little_room_as_they_need() -> None:
    """Four short ones share a row, one of medium length takes two places, and a long one all of them."""
    short, medium, long = fact("甲", "1"), fact("乙", "长" * 15), fact("丙", "长" * 90)
    assert cells_in_rows(short, short, short, short, short) == [8, 2]
    assert cells_in_rows(medium, medium, short, medium, short) == [4, 6]
    assert cells_in_rows(short, long, short) == [2, 2, 2]


def test_words_of_labels_stay_whole() -> None:
    """Where a word would be broken in so narrow a column, fewer facts share a row."""
    assert cells_in_rows(*[fact("Kind", "1")] * 4, lang="en") == [8]
    assert cells_in_rows(*[fact("Contingency plan", "1")] * 3, lang="en") == [6]
    assert cells_in_rows(*[fact("Responsibilities and more", "1")] * 2, lang="en") == [4]


_SHIFT = """
profile: shift_handover
title: {0}
department: 仓储运营部一组
prepared_on: 2026-11-28
shift: {{name: 晚班, start: 2026-11-28 16:00, end: 2026-11-29 00:00}}
next_shift: {{name: 夜班, start: 2026-11-29 00:00, end: 2026-11-29 08:00}}
giver: 王敏
receivers: [张凯]
supervisor: {{name: 刘洋, role: 仓储主管}}
work_progress:
  tasks:
  - {{title: {0}, status: in_progress, progress: 60, owner: 王敏, due: 2026-11-29, next_step: {3}, remaining: {4}}}
  - {{title: {1}, status: delayed, progress: 30, owner: 王敏, due: 2026-11-29, next_step: {3}, remaining: {4}}}
  - {{title: {2}, status: not_started, owner: 王敏, due: 2026-11-29, next_step: {3}}}
issues:
  items:
  - {{title: {1}, kind: system_fault, status: handling, owner: 王敏, description: {3} {4} {3}, approach: {3},
      actions_taken: [{3}, {4}], next_step: {3}}}
risks:
  items:
  - {{title: {2}, likelihood: medium, impact: high, response: {3}, contingency: {3} {4}, owner: 张凯}}
notes: {{items: [{3}, {4}]}}
contacts:
  items:
  - {{person: {{name: 赵工, role: 维保, phone: "13800000011"}}, emergency: true}}
  - {{person: {{name: 物业值班, phone: 021-5550-0142}}, relationship: {4}}}
"""
_WORDS: dict[Lang, tuple[str, ...]] = {
    "zh": (
        "补打 B 区破损标签",
        "京东退货入库",
        "充电叉车 3 号",
        "从 B-12 架接着打，打印纸在 3 号柜",
        "还剩 140 个库位",
    ),
    "en": ("Reprint labels in zone B", "Book in the returns", "Charge forklift 3", "Go on from rack B-12", "140 bins"),
}


def shift(lang: Lang) -> OpsDocument:
    """An honest note at the end of a shift: three tasks, an issue, a risk, notes, contacts, and three who sign."""
    return oh.loads(_SHIFT.format(*_WORDS[lang]), format="yaml")


@pytest.mark.office
def test_a_shift_is_one_page(tmp_path: Path) -> None:
    """Signatures included, in every theme and language."""
    files = {
        f"{theme.value}.{lang}": oh.export(shift(lang), "word", lang=lang, theme=theme)
        for theme in Theme
        for lang in LANGUAGES
    }
    found = page_lines(files, tmp_path)
    assert {name: len(pages) for name, pages in found.items()} == dict.fromkeys(files, 1)


@pytest.mark.office
@pytest.mark.parametrize("kind", ["shift_handover", "daily_handover"])
def test_signatures_are_never_alone(tmp_path: Path, kind: str) -> None:
    """However long the note is, the page with the signatures has text before them, and the last row stays with them.

    LibreOffice keeps a table with what follows only if all of its rows are kept, so that rows are looked for in the file.
    """
    plain = evolve(shift("zh"), profile=kind, contacts=None)
    files: dict[str, bytes] = {}
    for count in range(1, 46, 4):
        notes = evolve(plain, notes=Notes(items=tuple(Note(text=f"第 {i} 条注意") for i in range(count))))
        contacts = Contacts(
            items=tuple(Contact(person=Person(name=f"人{i}"), relationship=f"事{i}") for i in range(count))
        )
        files[f"list{count}"] = oh.export(notes, "word")
        last_row = (
            opened(oh.export(evolve(plain, contacts=contacts, notes=None), "word"))
            .find(".//tbl")[-2]
            .findall(f"{W}tr")[-1]
        )
        assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in last_row.iter(f"{W}p"))
    for name, pages in page_lines(files, tmp_path).items():
        last = "".join(pages[-1])
        assert "签字（盖章）" in last
        assert "条注意" in last, name
