"""Numberings of ours stand behind those of the company."""

from pathlib import Path

from lxml import etree
from tests.exporters.word.company.filled import (
    definition_of,
    made,
)
from tests.exporters.word.opened import opened, page_of, value
from tests.exporters.word.templates import (
    entry,
    template,
    without_styles,
    written,
)
from tests.support.docx_lint import W

import opshandover as oh
from opshandover.pages.blocks import Block, Heading, Role


def test_their_numberings_stay_and_ours_follow(tmp_path: Path, plain_template: bytes) -> None:
    """Lists of ours have ids after theirs, each leading to a definition of ours."""
    file = made(tmp_path, plain_template)
    theirs = etree.fromstring(entry(plain_template, "word/numbering.xml"))
    last = max(int(value(e, "numId")) for e in theirs.findall(f"{W}num"))
    definitions = {value(e, "abstractNumId") for e in file.find("./w:abstractNum", "word/numbering.xml")}
    numbers = file.find("./w:num", "word/numbering.xml")
    assert {value(e.find(f"{W}abstractNumId")) for e in numbers} <= definitions
    ids = [int(value(e, "numId")) for e in numbers]
    assert len(ids) == len(set(ids))
    used = {int(value(e)) for e in file.find(".//w:numPr/w:numId")}
    assert used <= set(ids)
    assert min(used) > last
    root = file.root("word/numbering.xml")
    assert [etree.QName(e).localname for e in root] == sorted(etree.QName(e).localname for e in root)


def test_headings_of_theirs_are_not_numbered(tmp_path: Path, plain_template: bytes) -> None:
    """Their look wins: headings without numbers stay so."""
    file = made(tmp_path, plain_template)
    for style in file.find("./w:style", "word/styles.xml"):
        if value(style.find(f"{W}name")).startswith("heading"):
            assert style.find(f"{W}pPr/{W}numPr") is None
    assert b"Heading1" not in file.parts["word/numbering.xml"]


def test_headings_of_ours_are_numbered(tmp_path: Path) -> None:
    """A file without any headings gets ours, which count."""
    change = without_styles(*(f"Heading {level}" for level in range(1, 10)))
    file = made(tmp_path, template(change))
    (first,) = (
        style for style in file.find("./w:style", "word/styles.xml") if value(style.find(f"{W}name")) == "heading 1"
    )
    number = value(first.find(f"{W}pPr/{W}numPr/{W}numId"))
    abstract = definition_of(file, number)
    assert value(abstract.find(f"{W}lvl/{W}pStyle")) == value(first, "styleId")


def test_contents_show_no_numbers_that_are_not_there(tmp_path: Path, plain_template: bytes) -> None:
    """Where headings do not count, neither do their entries in the table of contents."""
    document = oh.OpsDocument(profile="daily_handover", title="交接")
    path = written(tmp_path, plain_template)
    counted = opened(oh.export(document, "word", contents=True)).text()
    bare = opened(oh.export(document, "word", contents=True, template=path, refresh=True))
    assert "一、" in counted
    assert "一、" not in bare.text()
    assert len(bare.find("./w:updateFields", "word/settings.xml")) == 1


def test_an_aside_is_taken_out_of_their_numbering(tmp_path: Path, plain_template: bytes) -> None:
    """A heading that is no section has a numbering without numbers, among theirs as well."""
    aside: tuple[Block, ...] = (Heading(level=1, text="先看", role=Role.ATTENTION),)
    file = made(tmp_path, plain_template, page_of(*aside))
    heading = file.find("./w:body/w:p")[-1]
    number = value(heading.find(f"{W}pPr/{W}numPr/{W}numId"))
    abstract = definition_of(file, number)
    assert value(abstract.find(f"{W}lvl/{W}numFmt")) == "none"
