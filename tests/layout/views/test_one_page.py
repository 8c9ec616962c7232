"""The memo of one page."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.samples import daily_handover
from tests.layout.shown import in_markdown, in_word
from tests.layout.test_layout import all_of, at, paths_of
from tests.support.documents import documents
from tests.support.examples import EXAMPLES
from tests.support.office import page_lines

from opshandover import load
from opshandover.document.walk import walk
from opshandover.exporters.markdown import MarkdownExporter
from opshandover.exporters.word import WordExporter
from opshandover.layout import View, lay_out
from opshandover.layout.views.one_page import MOST, memo_page
from opshandover.model.assets import AccessAction, AccessChange, Asset, Assets
from opshandover.model.communication import Communication, Decision, Meeting
from opshandover.model.document import OpsDocument
from opshandover.model.people import Contact, Person
from opshandover.model.support import Support
from opshandover.pages.blocks import Heading, Page, Paragraph
from opshandover.plain_text import width
from opshandover.profiles.registry import PROFILES
from opshandover.text import LANGUAGES, Lang

LONGEST = 120
"""The room for one text, in the width of small letters."""

FULL = evolve(
    daily_handover(),
    assets=Assets(
        assets=(Asset(name="印章", return_to=Person(name="罗静"), return_by=date(2026, 11, 30)),),
        accesses=(
            AccessChange(what="后台", action=AccessAction.REVOKE, person=Person(name="周岩")),
            AccessChange(what="邮箱", done_on=date(2026, 11, 20)),
        ),
    ),
    communication=Communication(meetings=(Meeting(decisions=(Decision(content="周末 **不** 发版"),)),)),
    support=Support(until=date(2026, 12, 15), contact=Contact(person=Person(name="周岩"))),
)


def runs_of(page: Page) -> list[str]:
    """The texts of a page but its title, run by run."""
    blocks = [block for block in all_of(page.blocks) if isinstance(block, Paragraph)]
    return [run.text for block in blocks for run in block.runs]


def test_a_memo_says_who_what_and_what_is_open() -> None:
    """Who hands over to whom, the numbers, what is pressing, to do, agreed, and who helps."""
    page = lay_out(FULL, "zh", view=View.MEMO)
    assert page == memo_page(FULL, "zh")
    assert (page.title, page.kind) == ("客服运营早班交接", "交接备忘录")
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings == ["接手先看", "交接确认"]
    text = in_markdown(page)
    for said in (
        "- **移交人**：周岩（运营主管，客服部，电话 13800000001）\n",
        "* **交接内容**：任务：共 5，未完成 4；问题：共 2，未解决 2；风险：共 1，高 1；权限变更：",
        "> | 更新退货政策话术（T-102） | 已逾期 2 天，已延迟 | 孙宁 | 2026-11-19 | 催法务",
        "> | 周报数据核对 |  | 孙宁 | 2026-11-24 |  |",
        "  - 退款成功率：96.4%，▼ 下降 -2.7 个百分点 × 变差，× 还差 2.6 个百分点",
        "  - 后台（收回，周岩）",
        "  - 印章（归还，罗静，2026-11-30）",
        "- **约定与决定**：周末 \\*\\*不\\*\\* 发版",
        "- **后续支持与反馈**：2026-12-15；周岩",
        "| 接收人 | 林珊 |",
    ):
        assert said in text
    assert "- **有事找谁**：\n  - 赵工（部门 技术部，电话 8021）；退款链路故障；紧急联系人\n" in text
    assert "  - 邮箱" not in text
    assert "权限和物品待办" in in_word(page).text()


def test_a_handover_names_what_is_missing() -> None:
    """Who hands over, to whom and when is asked for; other kinds of document need no signature."""
    empty = in_markdown(memo_page(OpsDocument(profile="offboarding"), "en"))
    assert empty.count("_to be filled in_") + empty.count("*to be filled in*") == 3
    assert "Signature" in empty
    assert in_markdown(memo_page(OpsDocument(profile="charter"), "en")) == ("# Operating charter\n\n*Summary*\n")


def test_lists_are_cut_and_say_so() -> None:
    """Of many entries a memo shows a few, and how many more there are."""
    many = tuple(AccessChange(what=f"r{i}") for i in range(MOST + 3))
    decisions = (Meeting(decisions=tuple(Decision(content=f"d{i}") for i in range(MOST + 1))),)
    document = OpsDocument(
        profile="offboarding",
        assets=Assets(accesses=many),
        communication=Communication(meetings=decisions),
    )
    text = in_markdown(memo_page(document, "en"))
    assert "r4" in text
    assert "r5" not in text
    assert "and 3 more, in the full document" in text
    assert "and 1 more, in the full document" in text


@settings(max_examples=25)
@given(documents(), st.sampled_from(LANGUAGES))
def test_any_document_has_a_memo_of_few_words(document: OpsDocument, lang: Lang) -> None:
    """Hostile and long texts are cut but for the names of those who sign; no line joins more than four of them."""
    page = memo_page(document, lang)
    for path in paths_of(page):
        at(document, path)
    signed = {node.value.name for node in walk(document, Person)}
    assert max((width(text) for text in runs_of(page) if text not in signed), default=0) <= 4 * (LONGEST + 2)
    in_word(page)


def test_long_texts_are_cut_to_one_line() -> None:
    """Of a text of many lines its beginning is shown and a sign that it goes on, wherever it stands."""
    long = "很长的文字\n\n" * 60
    text = in_markdown(
        memo_page(
            evolve(
                FULL,
                reason=long,
                support=Support(contact=Contact(person=Person(name=long))),
                communication=Communication(meetings=(Meeting(decisions=(Decision(content=long),)),)),
                assets=Assets(accesses=(AccessChange(what=long),)),
            ),
            "zh",
        )
    )
    assert text.count("很长的文字 很长的文字") == 5 * (LONGEST // 22)
    assert text.count("…") == 5


@pytest.mark.parametrize("profile", PROFILES.names())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_exporters_write_the_view_asked_for(profile: str, lang: Lang) -> None:
    """The option `view` chooses between everything and the memo."""
    document = evolve(daily_handover(), profile=profile)
    full = MarkdownExporter().export(document, lang=lang)
    memo = MarkdownExporter(view=View.MEMO).export(document, lang=lang)
    assert len(memo) < len(full) / 2
    word = WordExporter(view=View.MEMO).export(document, lang=lang)
    assert len(word) < len(WordExporter().export(document, lang=lang))


@pytest.mark.office
def test_a_memo_is_one_page(tmp_path: Path) -> None:
    """In Word the memo of each example is a single page."""
    files = {path.stem: WordExporter(view=View.MEMO).export(load(path), lang="zh") for path in EXAMPLES}
    printed = page_lines(files, tmp_path)
    assert {name: len(sheets) for name, sheets in printed.items()} == dict.fromkeys(files, 1)
