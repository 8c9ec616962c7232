"""Tracked changes: another wording beside the one that stands."""

from datetime import date

from tests.exporters.word.opened import opened, page_of
from tests.support.docx_lint import W, lint

from opshandover.exporters.word.comments import Remark
from opshandover.exporters.word.render import render
from opshandover.exporters.word.revisions import Revision
from opshandover.pages.blocks import Cell, Column, Paragraph, Row, Run, Table

BLOCK = Paragraph(runs=(Run("负责人 ", strong=True), Run("周岩 "), Run("甲", strong=True)), path="giver")


def tracked(revision: Revision, *blocks: Paragraph | Table) -> list[tuple[str, str, str]]:
    """Each change in a sound file: its kind, author and text."""
    data = render(page_of(*blocks), remarks=[Remark(revision.path, ("说明",))], revisions=[revision])
    assert lint(data) == []
    file = opened(data)
    return [
        (change.tag.removeprefix(W), change.get(f"{W}author", ""), "".join(change.itertext()))
        for change in file.root().iter(f"{W}del", f"{W}ins")
    ]


def revision(*shown: Run, path: str = "giver", runs: tuple[Run, ...] = (Run("林晓雯"),)) -> Revision:
    """Somebody's other name for what is shown."""
    return Revision(path=path, author='周岩 <a> & "b"', shown=shown, runs=runs, day=date(2026, 8, 1))


def test_the_value_is_changed_and_its_label_stays() -> None:
    """What is deleted and inserted has the author, and formats and signs of markup stay what they are."""
    changes = tracked(revision(Run("周岩 "), Run("甲", strong=True), runs=(Run("<林> & 晓雯"),)), BLOCK)
    author = '周岩 <a> & "b"'
    assert changes == [("del", author, "周岩 "), ("del", author, "甲"), ("ins", author, "<林> & 晓雯")]


def test_a_value_in_a_table() -> None:
    """A cell has its change as a paragraph has; a link is deleted with its words, and inserted as text."""
    table = Table(
        columns=(Column("电话"),),
        rows=(Row(cells=(Cell(blocks=(Paragraph(runs=(Run("见 http://a.cn/x"),), path="giver"),)),)),),
    )
    changed = revision(Run("见 http://a.cn/x"), runs=(Run("见 "), Run("http://b.cn", link="http://b.cn")))
    assert [(kind, text) for kind, _, text in tracked(changed, table)] == [
        ("del", "见 "),
        ("del", "http://a.cn/x"),
        ("ins", "见 "),
        ("ins", "http://b.cn"),
    ]


def test_what_is_not_shown_as_it_is_stays() -> None:
    """Neither another text at the path, nor the value at another path is touched."""
    assert tracked(revision(Run("王五")), BLOCK) == []
    assert tracked(revision(Run("周岩 "), Run("甲", strong=True), path="witness"), BLOCK) == []
