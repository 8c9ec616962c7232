"""A document in a company's file: options that need its place, and what the file says of itself."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.exporters.word.form.forms import DOCUMENT, fill, form, lines, paragraphs, refusal
from tests.exporters.word.templates import written

import opshandover as oh


@pytest.mark.parametrize("options", [{"mark": "内部"}, {"contents": True}, {"view": "memo"}, {"findings": True}])
def test_options_need_a_place_for_the_document(tmp_path: Path, options: dict[str, Any]) -> None:
    """Without it they would have no effect, and nobody would be told."""
    (name,) = options
    assert f"option {name} has no effect" in refusal(tmp_path, paragraphs("{{title}}"), **options)
    assert "早班交接" in lines(tmp_path, paragraphs("{{title}}", "{{正文}}"), **options)


def test_the_title_is_shown_once(tmp_path: Path) -> None:
    """By the form, if its text has the mark; a header does not stand for it."""
    assert lines(tmp_path, paragraphs("{{title}}", "{{正文}}")).count("早班交接") == 1
    assert lines(tmp_path, paragraphs("{{id}}", "{{正文}}"), header="{{title}}").count("早班交接") == 1


def test_contents_list_what_is_left(tmp_path: Path) -> None:
    """Not the sections that stand elsewhere in the form."""
    shown = lines(tmp_path, paragraphs("{{issues}}", "{{正文}}"), contents=True)
    assert shown.count("问题反馈") == 1


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    """Title and author are those of the document, with or without its page; equal documents give equal bytes."""
    path = written(tmp_path, form(paragraphs("{{id}}")))
    data = oh.export(DOCUMENT, "word", template=path, left_out="ignore")
    assert data == oh.export(DOCUMENT, "word", template=path, left_out="ignore")
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.subject) == ("早班交接", "何秋实", "班次交接")


def test_a_letterhead_may_have_marks_around_it(tmp_path: Path) -> None:
    """Marks in a header alone do not keep the text of the file, which has none."""
    file = fill(tmp_path, paragraphs("示例文字"), header="{{giver.name}}")
    assert "示例文字" not in file.text()
    assert "问题反馈" in file.text()
    assert "何秋实" in file.text("word/header1.xml")
