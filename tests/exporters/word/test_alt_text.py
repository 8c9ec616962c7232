"""The alternative text of tables: a title from the place of the table, and what it holds in words."""

import pytest
from attrs import evolve
from tests.exporters.word.opened import cell, fact, page_of, para, row, table_of, value, written

from opshandover.exporters.word.alt_text import alt_text
from opshandover.pages.blocks import Block, Column, Facts, Flow, FlowStep, Heading, Paragraph, Role, Run, Table
from opshandover.text import LANGUAGES, Lang

LABEL = Paragraph(runs=(Run(text="任务", strong=True),))
TABLE = table_of(row("甲", "乙"), row("丙", "丁"))


def told(*blocks: Block, lang: Lang = "zh") -> list[tuple[str, str]]:
    """Title and description of each table of a page."""
    return [
        (value(properties.find("{*}tblCaption")), value(properties.find("{*}tblDescription")))
        for properties in written(*blocks, lang=lang).find(".//tblPr")
    ]


def test_the_title_is_the_way_to_the_table() -> None:
    """Headings above it, a label before it; a label is for one table, a heading until the next of its level."""
    blocks = (TABLE, Heading(1, "工作"), Heading(2, "本周"), LABEL, para("注"), TABLE, TABLE, Heading(1, "风险"), TABLE)
    titles = [title for title, _ in told(*blocks)]
    assert titles == ["交接单", "工作 › 本周 › 任务", "工作 › 本周", "风险"]


@pytest.mark.parametrize(
    ("block", "zh", "en"),
    [
        (TABLE, "行数：2；各列：列0、列1", "rows: 2; columns: 列0, 列1"),
        (
            Facts((fact("单位", "一"), fact("班次", "夜"))),
            "名称，右为内容：单位、班次",
            "contents at the right: 单位, 班次",
        ),
        (Flow((FlowStep("收"), FlowStep("发")), "流程"), "排版的流程，各步依次为：收、发", "steps in order: 收, 发"),
        (Paragraph(runs=(Run("急"),), role=Role.ATTENTION), "仅用于排版", "for layout only"),
    ],
)
def test_the_description_says_what_the_table_holds(block: Block, zh: str, en: str) -> None:
    """A person who hears it knows whether to go in; a frame says that it is none."""
    said: dict[Lang, str] = {"zh": zh, "en": en}
    for lang in LANGUAGES:
        ((_, description),) = told(block, lang=lang)
        assert said[lang] in description


def test_a_table_within_a_table_is_named_by_its_column() -> None:
    """The way leads through the column or the label that it stands in."""
    within = evolve(cell(""), blocks=(TABLE, para("文")))
    outer = Table(columns=(Column(label="明细"),), rows=(evolve(row(), cells=(within,)),))
    titles = [title for title, _ in told(Heading(1, "工作"), outer, Facts((evolve(fact("附", ""), cell=within),)))]
    assert titles == ["工作", "工作 › 明细", "工作", "工作 › 附"]


def test_texts_are_short_and_safe() -> None:
    """Long headings are cut, signs of XML and line ends do no harm, and there is always a title."""
    long = told(Heading(1, "长" * 500), TABLE)[0][0]
    assert long.endswith("…")
    assert len(long) <= 60
    assert told(Heading(1, 'a "<&>\n\x00 b'), TABLE)[0][0] == 'a "<&> ␀ b'
    assert 'tblCaption w:val="表格"' in alt_text(TABLE, (), "zh")
    assert told(Heading(1, " "), TABLE)[0][0] == "交接单"


def test_the_title_of_the_page_stands_where_nothing_else_does() -> None:
    """The table at the top of a page has the document's title."""
    assert page_of(TABLE).title == told(TABLE)[0][0]
