"""A page of ours is read from what it shows, and compared with the document that it was made from."""

from attrs import evolve

import opshandover as oh
from opshandover.continuity.ledger import Fate
from opshandover.importers.markdown import MarkdownImporter
from opshandover.model import OpsDocument, Task, WorkProgress
from opshandover.model.document import FreeSection
from opshandover.reading.ours import read_ours
from opshandover.reading.result import Part
from opshandover.remarks import RemarkKind
from opshandover.testing import a_document

HIDDEN = "Hq7-vault-93"
FIRST = Task(title="补货", next_step=f"登录密码：{HIDDEN}，先看**库存**")
BASE = a_document(title="九月的单子", work_progress=WorkProgress(tasks=(FIRST, Task(title="盘点"), Task(title="结账"))))


def read(text: str, against: OpsDocument | None = None, profile: str | None = None) -> Part | None:
    """What a page of Markdown is."""
    return read_ours(MarkdownImporter().parse(text.encode()), against, profile)


def edited(*edits: tuple[str, str]) -> Part:
    """The base after it was Markdown, in which some texts were replaced, read against the base."""
    text = oh.export(BASE, "markdown").decode()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    part = read(text, BASE)
    assert part is not None
    assert part.ledger.adds_up
    return part


def with_tasks(*tasks: Task) -> OpsDocument:
    """The base with other tasks."""
    return evolve(BASE, work_progress=WorkProgress(tasks=tasks))


def test_edits_and_nothing_else() -> None:
    """A value that was changed is changed; all others are as they were, letter for letter, with their secrets."""
    part = edited(("九月的单子", "十月的单子"), ("，先看", "，记下"))
    first = evolve(FIRST, next_step=f"登录密码：{HIDDEN}，记下**库存**")
    found = part.document
    assert found == evolve(with_tasks(first, *BASE.work_progress.tasks[1:]), title="十月的单子")  # type: ignore[union-attr]
    assert part.ledger.counts[Fate.CHANGED] == 2


def test_what_a_page_no_longer_shows() -> None:
    """It is deleted, and the account has it."""
    text = oh.export(BASE, "markdown").decode()
    rows = [line for line in text.splitlines() if "结账" not in line]
    part = read("\n".join(rows), BASE)
    assert part is not None
    found = part.document.work_progress
    assert isinstance(found, WorkProgress)
    assert [task.title for task in found.tasks] == ["补货", "盘点"]
    assert part.ledger.counts[Fate.CLOSED] >= 1
    assert part.ledger.adds_up


def test_a_page_that_nobody_edited() -> None:
    """All is kept, though a page shows some values in another form."""
    assert edited().document == BASE
    assert set(edited().ledger.counts) == {Fate.KEPT}


def test_what_has_no_home_is_kept() -> None:
    """In a free section, with a remark that has its line."""
    text = oh.export(a_document(), "markdown").decode()
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("## ")) + 1
    part = read("\n".join([*lines[:at], "", "```", "一段代码", "```", "", *lines[at:]]))
    assert part is not None
    left = [remark for remark in part.remarks if remark.kind is RemarkKind.LEFT]
    assert [remark.line for remark in left] == [at + 2]
    assert isinstance(part.document.extra[-1], FreeSection)
    assert "一段代码" in part.document.extra[-1].body
    assert (part.ledger.counts[Fate.LEFT], part.ledger.adds_up) == (1, True)


def test_what_is_ours() -> None:
    """The front matter or the kind in the title says it, unless something has no home."""
    assert read("# 早班交接\n\n## 心情\n\n很好\n") is None
    assert read("随便写的一段\n") is None
    ours = read("# 班次交接\n")
    assert ours is not None
    assert (ours.document.profile, ours.document.title) == ("shift_handover", "")
    assert read("# 离职运营交接\n\n## 联系人\n\n- 周岩\n\n## 系统\n\n三台\n") is None
    assert read("# Offboarding\n\n## Other\n\n1. Return books\n") is None
    named = read("# 老周的事\n\n*离职运营交接*\n\n## 停车\n\n换锁\n")
    assert named is not None
    assert [one.title for one in named.document.extra] == ["停车"]
    given = read("# 早班\n", profile="shift_handover")
    assert given is not None
    assert given.document.title == "早班"
