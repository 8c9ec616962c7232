"""The entries of the company's file are found by name and by relationship, however those are written."""

import pytest

from opshandover.exporters.word.company.relations import Archive, Relation
from opshandover.ooxml.archive import CONTENT_TYPES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="XML" ContentType="text/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/Document.xml" ContentType="text/main"/></Types>'
)


def archive(*relations: str, **entries: str) -> Archive:
    """An archive of a main part and a picture, with these relationships of the main part."""
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(relations)}'
    files = {
        CONTENT_TYPES: TYPES,
        "word/document.xml": "<a:b xmlns:a='urn:a'/>",
        "word/media/a b.png": "x",
        "word/_rels/document.xml.rels": f"{rels}</Relationships>",
    }
    return Archive({name: text.encode() for name, text in (files | entries).items()})


def relation(target: str, kind: str = f"{OFFICE}/image", mode: str = "") -> str:
    """The XML of a relationship."""
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="rId1" Type="{kind}" Target="{target}"{outside}/>'


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("media/a b.png", "word/media/a b.png"),
        ("media/a%20b.png", "word/media/a b.png"),
        ("/word/media/a b.png", "word/media/a b.png"),
        ("./x/../MEDIA/A B.PNG", "word/media/a b.png"),
        ("../../../word/document.xml", "word/document.xml"),
        ("media/none.png", ""),
        ("media/a b.png&#10;", ""),
        ("media/a%00b.png", ""),
        ("", ""),
    ],
)
def test_a_target_leads_to_an_entry_or_nowhere(target: str, found: str) -> None:
    """Relative, absolute, encoded, in other case: the entry is the same, and none lies outside of the file."""
    (one,) = archive(relation(target)).relations("word/document.xml")
    assert one == Relation(id="rId1", type=f"{OFFICE}/image", target=found, external=False)


def test_an_address_outside_is_kept_as_it_is_written() -> None:
    """It is not resolved, even if an entry has that name."""
    (one,) = archive(relation("media/a b.png", mode="External")).relations("word/document.xml")
    assert (one.target, one.external) == ("media/a b.png", True)


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        (f"{OFFICE}/image", "image"),
        (f"{STRICT}/image", "image"),
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject"),
        ("urn:example/image", ""),
        ("", ""),
    ],
)
def test_only_known_types_have_a_kind(type_: str, kind: str) -> None:
    """A type of an unknown namespace may mean anything, whatever its last segment."""
    (one,) = archive(relation("x", type_)).relations("word/document.xml")
    assert one.kind == kind


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("word/document.xml", "text/main"),
        ("WORD/DOCUMENT.XML", "text/main"),
        ("word/other.xml", "text/xml"),
        ("word/media/A.PNG", "image/png"),
        ("word/media/a.gif", ""),
        ("png", ""),
    ],
)
def test_a_content_type_is_that_of_the_name_before_that_of_the_extension(name: str, type_: str) -> None:
    """Both are found in any case."""
    assert archive().type_of(name) == type_


def test_entries_are_found_in_any_case() -> None:
    """Their relationships are as well; what has none of either is no error."""
    one = archive(relation("x"))
    assert one.holds("Word/Document.xml")
    assert not one.holds("word/none.xml")
    assert len(one.relations("WORD/Document.xml")) == 1
    assert one.relations("") == one.relations("word/none.xml") == ()


def test_the_root_of_an_entry_has_its_namespace() -> None:
    """A part is known by its root element; one that is not there has none."""
    assert archive().root("word/document.xml") == "{urn:a}b"
    assert archive().root("word/none.xml") == ""
