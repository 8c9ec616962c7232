"""What a form has no place for."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.word.form.forms import DOCUMENT, QUIET, form, paragraphs, refusal, table
from tests.exporters.word.templates import written

import opshandover as oh
from opshandover.errors import OpsHandoverWarning
from opshandover.exporters.word.form.left_out import not_shown

SHOWN = (
    table(("{{#tasks}}{{title}}{{/tasks}}",)),
    paragraphs("{{title}} {{giver.name}} {{receivers}} {{shift}} {{prepared_on}}"),
)


def warned(folder: Path, *blocks: str, document: oh.OpsDocument = DOCUMENT) -> tuple[str, str]:
    """The warning of a form, in both languages."""
    with pytest.warns(OpsHandoverWarning) as caught:
        oh.export(document, "word", template=written(folder, form(*blocks)))
    (one,) = caught
    assert isinstance(one.message, OpsHandoverWarning)
    return one.message.message["zh"], one.message.message["en"]


def test_it_is_named(tmp_path: Path) -> None:
    """Whole sections, fields, and how often; in the words of either language."""
    zh, en = warned(tmp_path, *SHOWN)
    assert "“SH-1”有内容没有写入" in zh
    for name in ("编号", "移交人.电话", "工作进展.概述", "工作进展.任务.状态（2 处）", "问题反馈", "其他内容"):
        assert name in zh
    assert "work_progress.tasks.status (2 times), .owner" in en
    assert "{{正文}}" in zh


def test_an_item_that_is_not_shown_is_named(tmp_path: Path) -> None:
    """One of several, by its title."""
    zh, _ = warned(tmp_path, paragraphs("{{tasks[0]}}", "{{issues}}"))
    assert "工作进展.任务[1]“贴标签”" in zh


def test_a_reason_for_nothing_is_content(tmp_path: Path) -> None:
    """Why there is nothing to report must not be lost."""
    assert "问题反馈" in warned(tmp_path, *SHOWN, document=QUIET)[0]


def test_the_document_takes_the_rest(tmp_path: Path) -> None:
    """Only what a section shown by the form leaves out is left."""
    zh, _ = warned(tmp_path, *SHOWN, paragraphs("{{正文}}"))
    assert "问题反馈" not in zh
    assert "电话" not in zh
    assert "工作进展.概述" in zh


def test_it_may_be_refused(tmp_path: Path) -> None:
    """For pipelines: nothing is written then."""
    said = refusal(tmp_path, *SHOWN, left_out="refuse")
    assert "it has no place for: " in said
    assert "add marks for it, or a paragraph {{opshandover}}" in said


def test_nothing_is_said_where_all_is_shown(tmp_path: Path) -> None:
    """By values, by a list, by a section or by the document; warnings are errors here."""
    document = evolve(DOCUMENT, work_progress=None, issues=None, extra=())
    body = paragraphs("{{id}} {{title}} {{giver}} {{receivers.name}} {{shift}} {{prepared_on}}")
    oh.export(document, "word", template=written(tmp_path, form(body)))
    oh.export(DOCUMENT, "word", template=written(tmp_path, form(paragraphs("{{正文}}", "{{giver.name}}"))))


def test_what_covers_what() -> None:
    """A value is shown if it is, or anything that holds it; what steers the program is no content."""
    document = evolve(DOCUMENT, extra=(), issues=None, work_progress=None, shift=None, manages_people=True)
    assert not_shown(document, {"giver", "receivers[0].name", "title"}) == [
        "id",
        "prepared_on",
        "receivers[1].name",
    ]


def test_all_that_a_form_without_a_value_leaves_out_is_named(tmp_path: Path) -> None:
    """Where nothing at all is shown, the sections are named, not the document as a whole."""
    said = refusal(tmp_path, paragraphs("[{{witness.name}}]"), left_out="refuse")
    assert "title" in said
    assert "work_progress" in said
