"""The company's own properties stay beside ours."""

from pathlib import Path

from tests.exporters.word.company.filled import (
    document_with,
)
from tests.exporters.word.opened import opened
from tests.exporters.word.templates import (
    entry,
    rewritten,
    written,
)
from tests.support.docx_lint import lint

import opshandover as oh

CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="密级">'
    "<vt:lpwstr>内部</vt:lpwstr></property></Properties>"
)


def test_properties_of_both_are_there(tmp_path: Path, plain_template: bytes) -> None:
    """The company's own properties stay beside those that tell of the baseline."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="docProps/custom.xml"/>'
    types, rels = (entry(plain_template, n) for n in ("[Content_Types].xml", "_rels/.rels"))
    override = (
        '<Override PartName="/docProps/custom.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    )
    data = rewritten(
        plain_template,
        {
            "docProps/custom.xml": CUSTOM.encode(),
            "[Content_Types].xml": types.replace(b"</Types>", override.encode() + b"</Types>"),
            "_rels/.rels": rels.replace(b"</Rel", relation.encode() + b"</Rel"),
        },
    )
    result = oh.export(document_with("文"), "word", template=written(tmp_path, data))
    assert lint(result) == []
    properties = opened(result).root("docProps/custom.xml")
    names = [each.get("name") for each in properties]
    assert names[0] == "密级"
    assert "opshandover.sha256" in names
    assert [int(each.get("pid")) for each in properties] == list(range(2, 2 + len(names)))


def test_custom_xml_gets_the_properties_that_it_lacks(tmp_path: Path, plain_template: bytes) -> None:
    """One part without, and LibreOffice loses them all, the baseline too."""
    data = rewritten(plain_template, {"customXml/_rels/item1.xml.rels": None})
    result = oh.export(document_with("文"), "word", template=written(tmp_path, data))
    assert lint(result) == []
    assert {"customXml/item1.xml", "customXml/item2.xml"} <= set(opened(result).parts)
