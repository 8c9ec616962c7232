"""Parts of a Word file whose XML is text, and what they are related to."""

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from tests.support.steps import growth

from opshandover.ooxml.part import TextPart

KIND = "http://example.com/kind"


def both() -> tuple[TextPart, Part]:
    """A part of ours and one of python-docx with the same relationships to begin with."""
    ours, theirs = TextPart("/a.xml", "text/xml"), Part(PackURI("/a.xml"), "text/xml")
    for part in (ours, theirs):
        part.load_rel(KIND, "https://b.example", "rId2", True)
        part.load_rel(KIND, "https://c.example", "rIdTheirs", True)
    return ours, theirs


def test_ids_are_those_of_python_docx() -> None:
    """Gaps are filled, what is there is found, and a target inside is another than one outside."""
    other = Part(PackURI("/b.xml"), "text/xml")
    ours, theirs = both()
    for target, kind, outside in (
        ("https://a.example", KIND, True),
        ("https://b.example", KIND, True),
        ("https://c.example", KIND, True),
        (other, KIND, False),
        (other, KIND, False),
        (other, f"{KIND}/2", False),
        ("https://a.example", f"{KIND}/2", True),
    ):
        assert ours.relate_to(target, kind, outside) == theirs.relate_to(target, kind, outside)
    assert ours.rels.xml == theirs.rels.xml


@pytest.mark.parametrize("outside", [True, False])
def test_many_relationships_take_time_in_proportion(*, outside: bool) -> None:
    """A new one is not compared with all before it."""

    def relate(count: int) -> None:
        part = TextPart("/a.xml", "text/xml")
        for number in range(count):
            target = f"https://a.example/{number}" if outside else Part(PackURI(f"/{number}.xml"), "text/xml")
            part.relate_to(target, KIND, outside)

    assert growth(lambda count: count, relate, 200) < 5
