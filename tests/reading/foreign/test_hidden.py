"""Tests of secrets in a page that somebody wrote."""

import pytest
from tests.support.foreign import imported

from opshandover.reading.foreign.hidden import hide
from opshandover.reading.foreign.leaves import leaves_of, parts_of
from opshandover.redaction import MASK

FORMS = (
    "账号：admin 密码：Zk8#mmQ2x",
    "【账号】sms 【密码】Zk8#mmQ2x",
    "| 账号 | 密码 |\n|---|---|\n| sms | Zk8#mmQ2x |",
    "mysql -u report -pZk8#mmQ2x",
    "**密码**：Zk8#mmQ2x",
    "## 密码\n\nZk8#mmQ2x",
)


@pytest.mark.parametrize("text", FORMS)
def test_secrets_are_hidden_in_every_form(text: str) -> None:
    """Beside a label, below a heading, in a table, in a command and across styles."""
    parts = parts_of(imported(f"x\n\n{text}\n").page.blocks)
    hidden = hide(parts)
    shown = " ".join(leaf.text for leaf in leaves_of(parts))
    assert "Zk8#mmQ2x" not in shown
    assert MASK in shown
    assert len(hidden) == 1


def test_a_heading_is_no_answer_to_the_line_before_it() -> None:
    """The name of a section below a word about passwords stays."""
    parts = parts_of(imported("- password: ask Priya\n\nContacts\n").page.blocks)
    hide(parts)
    assert [leaf.text for leaf in leaves_of(parts)][-1] == "Contacts"
