"""A document as a summary."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.support.documents import HOSTILE
from tests.support.examples import EXAMPLES
from tests.support.spoiled import spoiled

import opshandover as oh
from opshandover.model import FreeSection, Issues, NotApplicable, Nothing, Person, Task, WorkProgress
from opshandover.model.header import DocumentState, Language
from opshandover.model.tasks import TaskStatus

HIDDEN = "Tr0ub4dor-and-3"


def a_document(**fields: object) -> oh.OpsDocument:
    """A handover with open work, and sections without content."""
    tasks = (Task(title="核对", due=date(2026, 11, 22)), Task(title="归档", status=TaskStatus.DONE))
    values: dict[str, object] = {
        "profile": "daily_handover",
        "title": "夜班交接",
        "state": DocumentState.FINAL,
        "prepared_on": date(2026, 11, 21),
        "giver": Person(name="周岩"),
        "receivers": (Person(name="王敏"), Person(name="李想")),
        "work_progress": WorkProgress(tasks=tasks),
        "issues": Nothing(reason="巡检过"),
        "risks": NotApplicable(reason="另行交接"),
        "extra": (FreeSection(title="杂项"),),
        **fields,
    }
    return oh.OpsDocument(**values)  # type: ignore[arg-type]  # a test names the fields that matter


def test_in_chinese() -> None:
    """Kind, title, people, date, state, sections with counts, and what is open, a line each."""
    assert str(a_document()).splitlines() == [
        "夜班交接（运营日常交接）",
        "  移交人：周岩，接收人：王敏、李想",
        "  编制日期：2026-11-21，状态：定稿",
        "  部分：工作进展（2 项）、其他内容（1 项）",
        "  无内容：问题反馈",
        "  不适用：风险与应急",
        "  未完成 1 项",
        "    · 工作进展 › 任务 1（核对）（2026-11-22 到期）",
    ]


def test_in_english() -> None:
    """It speaks the language of the document; one is not many."""
    said = str(a_document(lang=Language.EN))
    assert "Sections: Work progress (2 items), Further sections (1 item)" in said
    assert "1 open" in said
    assert "(due 2026-11-22)" in said


def test_many_open_items_are_counted() -> None:
    """Five are named, the others counted."""
    tasks = tuple(Task(title=f"第 {i} 件") for i in range(7))
    said = str(a_document(work_progress=WorkProgress(tasks=tasks)))
    assert "未完成 7 项" in said
    assert said.endswith("· 另有 2 项")


def test_an_empty_document() -> None:
    """It is called by its kind, and nothing is open."""
    assert str(oh.OpsDocument(profile="charter")) == "运营工作总则（运营工作总则）\n  没有未完成的事项"


def test_what_cannot_be_summed_up() -> None:
    """A document with wrong values says so, and one of an unknown kind shows the name of that."""
    wrong = a_document(issues=spoiled(Issues(), items=("x",)))
    assert "issues.items[0]" in str(wrong)
    assert "issues.items[0]" in wrong._repr_html_()
    assert str(a_document(profile="our_own")).startswith("夜班交接（our_own）\n")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_notebooks_show_the_same(path: object) -> None:
    """What the text says stands in the fragment as well."""
    document = oh.load(str(path))
    shown = html.fragment_fromstring(document._repr_html_()).text_content()
    for line in str(document).splitlines()[1:]:
        assert line.strip().removeprefix("· ") in shown


@given(st.sampled_from(HOSTILE) | st.text(max_size=40))
def test_any_text(text: str) -> None:
    """Whatever a document holds, the summary is short, commands no terminal, and is no markup."""
    document = a_document(title=text, giver=Person(name=text), work_progress=WorkProgress(tasks=(Task(title=text),)))
    assert len(str(document).splitlines()) <= 10
    assert not set(str(document)) & set("\x1b\x9b\u202e\x07")
    assert {element.tag for element in html.fragment_fromstring(document._repr_html_()).iter()} <= {
        *"div p b span ul li".split()
    }


def test_no_secret_is_shown() -> None:
    """Neither text, fragment nor bare form holds one."""
    document = a_document(title=f"密码：{HIDDEN}", giver=Person(name=f"password: {HIDDEN}"))
    for said in (str(document), document._repr_html_(), repr(document)):
        assert HIDDEN not in said
