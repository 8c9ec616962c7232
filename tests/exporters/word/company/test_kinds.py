"""Which files are Word files, and which of their parts are kept."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.word.company.filled import document_with, made, reason, styles_of
from tests.exporters.word.opened import opened
from tests.exporters.word.templates import entry, rewritten, written
from tests.support.docx_lint import lint

import opshandover as oh

TYPES = "[Content_Types].xml"


def test_a_dotx_becomes_a_document(tmp_path: Path, plain_template: bytes) -> None:
    """The main part of a template for Word has another type, which would open a copy of it."""
    types = entry(plain_template, "[Content_Types].xml")
    dotx = rewritten(
        plain_template,
        {"[Content_Types].xml": types.replace(b"document.main+xml", b"template.main+xml")},
    )
    types = made(tmp_path, dotx).parts["[Content_Types].xml"]
    assert b"document.main+xml" in types
    assert b"template.main+xml" not in types


def test_a_file_of_ours_serves_as_well(tmp_path: Path) -> None:
    """Whoever changes the look of an export and gives it again carries no old document along."""
    before = evolve(document_with("昨天"), id="HO-1")
    path = written(tmp_path, oh.export(before, "word"))
    result = oh.export(document_with("今天"), "word", template=path)
    assert lint(result) == []
    file = opened(result)
    assert "昨天" not in b"".join(file.parts.values()).decode(errors="replace")
    assert "opshandover.id" not in file.parts["docProps/custom.xml"].decode()
    assert len([name for name in file.parts if re.match(r"customXml/item\d+\.xml$", name)]) == 1
    names = list(styles_of(file).values())
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("wordprocessingml.document", "spreadsheetml.sheet", "an Excel file"),
        ("wordprocessingml.document", "presentationml.presentation", "a PowerPoint file"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "macros",
        ),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
            "macros",
        ),
        ("wordprocessingml.document", "nothing.of.this", "damaged"),
    ],
    ids=["xlsx", "pptx", "docm", "dotm", "unknown"],
)
def test_another_file_of_office_is_refused(tmp_path: Path, plain_template: bytes, old: str, new: str, why: str) -> None:
    """The type of its main part tells what it is."""
    types = entry(plain_template, TYPES).decode().replace(old, new)
    assert why in reason(written(tmp_path, rewritten(plain_template, {TYPES: types.encode()})))


def test_strict_open_xml_is_refused(tmp_path: Path, plain_template: bytes) -> None:
    """All its names differ, and hardly a program writes it."""
    rels = re.sub(
        rb"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        entry(plain_template, "_rels/.rels"),
    )
    assert "Strict" in reason(written(tmp_path, rewritten(plain_template, {"_rels/.rels": rels})))
