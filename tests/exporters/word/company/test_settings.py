"""The company's settings: what leads to other files stays behind, and that is said."""

import logging
import re
from pathlib import Path

import pytest
from tests.exporters.word.opened import opened, page_of, para
from tests.exporters.word.templates import entry, rewritten, template, written

from opshandover.exporters.word.render import render

NAME = "word/settings.xml"
MERGE = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge><w:linkStyles/>'


def merging() -> bytes:
    """Makes a template that was the letter of a mail merge."""
    data = template()
    return rewritten(data, {NAME: re.sub(rb"(<w:settings[^>]*>)", rb"\1" + MERGE.encode(), entry(data, NAME))})


def test_what_stays_behind_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A batch of many documents with one template says it once, and nothing is said of another template."""
    path = written(tmp_path, merging())
    with caplog.at_level(logging.WARNING, "opshandover"):
        for _ in range(3):
            file = opened(render(page_of(para("文")), company_file=path))
        render(page_of(para("文")), company_file=written(tmp_path, template(), "plain.docx"))
    (said,) = caplog.messages
    assert "its source of a mail merge, the update of its styles" in said
    assert "company.docx" in said
    assert b"mailMerge" not in file.parts[NAME]
    assert b"linkStyles" not in file.parts[NAME]
