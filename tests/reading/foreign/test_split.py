"""Tests of several documents in one file."""

import pytest
from tests.support.foreign import imported

from opshandover.reading.foreign import read_foreign

SEVERAL = {
    "days": "#### 07-10\n\n- a\n\n#### 07-11\n\n- b\n",
    "dated titles": "# 2026-11-02 值班\n\n- a\n\n---\n\n# 2026-11-03 值班\n\n- b\n",
    "weeks": "Week 1\n===\n\na\n\nWeek 2\n===\n\nb\n",
    "times": "## 第一次例会\n\n- a\n\n## 第二次例会\n\n- b\n",
    "months": "# 7月\n\n## 07-10\n\n- a\n\n## 07-11\n\n- b\n\n# 8月\n\n## 08-10\n\n- c\n\n## 08-11\n\n- d\n",
    "forms": "移交人：周岩\n\n接收人：李娜\n\n---\n\n移交人：李娜\n\n接收人：王磊\n",
    "heads": "## 白天\n\n日期：2026-11-02\n交班人：周岩\n\n## 夜里\n\n日期：2026-11-02\n交班人：李娜\n",
}


@pytest.mark.parametrize("form", SEVERAL)
def test_several_documents_are_several(form: str) -> None:
    """Days, weeks, times, titles with a day, and heads that repeat begin documents of their own."""
    assert len(read_foreign(imported(SEVERAL[form]))) == (4 if form == "months" else 2)


@pytest.mark.parametrize(
    "text",
    [
        "# 交接\n\n## 项目\n\n### 2026-11-02 上线\n\n- a\n\n### 2026-11-03 复盘\n\n- b\n",
        "# 交接\n\n## 待办\n\n- a\n\n## 2026-11-03 更新\n\n- b\n\n## 风险\n\n- c\n",
        "移交人：周岩\n\n---\n\n以上。\n",
    ],
)
def test_days_inside_a_document_begin_none(text: str) -> None:
    """A day that is an item, or one heading among others, is part of its document."""
    assert len(read_foreign(imported(text))) == 1
