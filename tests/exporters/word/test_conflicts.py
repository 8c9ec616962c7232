"""The conflicts of a merge in a Word file: both versions at their place, and either is what remains of it."""

from datetime import date
from typing import Any

import attrs
from tests.exporters.word.opened import Opened, opened, text_in
from tests.support.docx_lint import W, lint

import opshandover as oh
from opshandover.continuity.decisions import Decision
from opshandover.exporters.word.conflicts import conflicts_file
from opshandover.model import Task, WorkProgress
from opshandover.redaction import MASK
from opshandover.testing import a_document, a_task

BASE = a_document(
    prepared_on=date(2026, 8, 1), work_progress=WorkProgress(tasks=(a_task(), Task(id="T-2", title="盘点")))
)


def version(*tasks: Task, **fields: Any) -> oh.OpsDocument:
    """A version with these tasks."""
    return attrs.evolve(BASE, work_progress=WorkProgress(tasks=tasks), **fields)


OURS = version(
    a_task(progress=70, remaining="先核对三张主图。"), Task(id="T-2", title="盘点", progress=5), title="八月交接（甲）"
)
THEIRS = version(a_task(progress=90, remaining="先核对两张主图。"), title="八月交接（乙）")
MERGED = oh.merge(BASE, OURS, THEIRS, ours_name="李敏, night.yaml", theirs_name="周岩, day.yaml")


def values(conflict: Decision) -> tuple[str, str, str]:
    """The values of a conflict as texts."""
    base, ours, theirs = MERGED.values_of(conflict)
    return str(base), str(ours), str(theirs)


def made(merged: oh.Merge = MERGED) -> Opened:
    """The file, which is sound."""
    data = conflicts_file(merged, values)
    assert lint(data) == []
    return opened(data)


def settled(file: Opened, *, accepted: bool) -> str:
    """All texts of the body after every change was accepted or rejected."""
    root = file.root()
    gone = "del" if accepted else "ins"
    for change in list(root.iter(f"{W}{gone}")):
        change.getparent().remove(change)
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")) for p in root.iter(f"{W}p"))


def test_accepted_it_is_theirs_and_rejected_ours() -> None:
    """Titles, numbers and prose are tracked; after either decision nothing of the other side is left."""
    accepted, rejected = (settled(made(), accepted=which) for which in (True, False))
    for mine, other in (
        ("八月交接（甲）", "八月交接（乙）"),
        ("70%", "90%"),
        ("剩余工作 先核对三张主图。", "剩余工作 先核对两张主图。"),
    ):
        assert mine in rejected
        assert mine not in accepted
        assert other in accepted
        assert other not in rejected


def test_each_conflict_has_a_comment() -> None:
    """It says what the matter is, all values, and whose they are; also of an item that one side removed."""
    comments = [text_in(each) for each in made().find("./comment", "word/comments.xml")]
    assert len(comments) == len(MERGED.conflicts) == 4
    for said in comments:
        assert "李敏, night.yaml：" in said
        assert "周岩, day.yaml：" in said
    assert any("一方删除，另一方修改" in said for said in comments)
    authors = {change.get(f"{W}author") for change in made().root().iter(f"{W}ins", f"{W}del")}
    assert authors == {"周岩, day.yaml"}


def test_without_conflicts_and_in_english() -> None:
    """A merge without conflicts is the document; labels are in the language that is asked for."""
    assert not list(made(MERGED.resolve("theirs")).root().iter(f"{W}ins"))
    data = conflicts_file(MERGED, values, "en")
    assert any("accept the tracked change" in text_in(c) for c in opened(data).find("./comment", "word/comments.xml"))


def test_no_secret_is_written() -> None:
    """Neither version's secret is in any part of the file."""
    ours, theirs = (attrs.evolve(BASE, reason=f"密码：{leak}") for leak in ("Gs2025!xQ", "Zk8843!pW"))
    merged = oh.merge(BASE, ours, theirs)
    file = opened(conflicts_file(merged, lambda conflict: tuple(map(str, merged.values_of(conflict)))))
    texts = "".join(part.decode() for name, part in file.parts.items() if name.endswith(".xml"))
    assert MASK in texts
    assert "Gs2025" not in texts
    assert "Zk8843" not in texts
