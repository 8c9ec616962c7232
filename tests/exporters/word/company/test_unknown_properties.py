"""Properties that Word does not know are taken out of a company's file."""

from pathlib import Path

from tests.exporters.word.company.filled import made
from tests.exporters.word.templates import entry, rewritten, template

from opshandover.exporters.word.company.unknown_properties import without_unknown_properties


def test_what_word_does_not_know_is_left_out(tmp_path: Path) -> None:
    """Damage to one letter of a style would make a file that Word does not open; the rest of the style stays."""
    whole = template()
    styles = entry(whole, "word/styles.xml").replace(b"<w:sz ", b"<w:sy ").replace(b"<w:jc ", b"<w:jx ")
    damaged = rewritten(whole, {"word/styles.xml": styles})
    file = made(tmp_path, damaged)
    assert not file.find(".//w:sy", "word/styles.xml")
    assert file.find(".//w:rPr/w:rFonts", "word/styles.xml")


def test_all_else_is_as_it_was() -> None:
    """Parts with nothing unknown, of other kinds, or that cannot be read are the same bytes."""
    word = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:styles>'
    later = word % b'<w:rPr><w:b/><x:glow xmlns:x="urn:later"/></w:rPr>'
    entries = {"a.xml": later, "b.xml": b"<w:rPr><", "c.png": b"\x89PNG", "d.xml": b"<Pr><w/></Pr>"}
    assert without_unknown_properties(entries) == entries
    assert b"sy" not in without_unknown_properties({"a.xml": word % b"<w:rPr><w:sy/></w:rPr>"})["a.xml"]
