"""Tests of what all steps of one reading share."""

from tests.support.foreign import imported

from opshandover.reading.foreign import read_foreign


def test_headings_that_say_more_are_listed_in_one_section() -> None:
    """Each with the sections where its content is, behind what is kept; one that only gathers sections as well."""
    below = "### 系统\n\n- 商城后台\n\n### 遗留问题\n\n- 打印机卡纸\n\n### 联系人\n\n- 王强 555-0134\n"
    (part,) = read_foreign(
        imported(f"# 交接\n\n## 还没弄完的\n\n- 退款\n\n## 致谢\n\n谢谢小林\n\n## 具体交接内容\n\n{below}")
    )
    kept, told = part.document.extra
    assert (kept.title, told.title) == ("致谢", "原来的标题")
    assert told.body.splitlines() == [
        "- “还没弄完的”：见“工作进展”",
        "- “具体交接内容”：见“系统与账号”、“问题反馈”、“重要联系人”",
    ]
    assert part.ledger.adds_up


def test_headings_are_listed_in_the_language_of_the_document() -> None:
    """In English as well."""
    (part,) = read_foreign(imported("# Night shift handover\n\n## Who to ring at night\n\n- Sam 555 0134\n"))
    (told,) = part.document.extra
    assert told.title == "Headings of the source"
    assert told.body == "- “Who to ring at night”: see “Key contacts”"
