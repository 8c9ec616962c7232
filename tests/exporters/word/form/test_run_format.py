"""The format of a value in a form."""

from lxml import etree
from tests.exporters.word.form.forms import NAMESPACES

from opshandover.exporters.word.form.run_format import RunFormat, format_of


def of(properties: str, *, styled: bool = True) -> RunFormat:
    """The format of a run with some properties."""
    run = etree.fromstring(f"<w:body {NAMESPACES}><w:r><w:rPr>{properties}</w:rPr><w:t>x</w:t></w:r></w:body>")[0]
    return format_of(run, styled=styled)


def test_ours_over_theirs_in_the_order_of_the_schema() -> None:
    """Theirs stays where ours says nothing; fonts are joined slot by slot."""
    theirs = of(
        '<w:rStyle w:val="A"/><w:rFonts w:ascii="X" w:eastAsia="宋体"/><w:color w:val="FF0000"/><w:sz w:val="40"/>'
    )
    ours = '<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="楷体"/><w:b/><w:bCs/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>'
    assert theirs.apply(ours) == (
        '<w:r><w:rPr><w:rStyle w:val="A"/><w:rFonts w:ascii="X" w:eastAsia="楷体" w:hint="eastAsia"/><w:b/><w:bCs/>'
        '<w:color w:val="FF0000"/><w:sz w:val="40"/></w:rPr><w:t>a</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="A"/><w:rFonts w:ascii="X" w:eastAsia="宋体"/><w:color w:val="FF0000"/>'
        '<w:sz w:val="40"/></w:rPr><w:t>b</w:t></w:r>'
    )


def test_what_is_not_taken_over() -> None:
    """Changes that were tracked, and the style of a prompt; without any format nothing changes."""
    assert of('<w:b/><w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange>').properties == (("b", "<w:b/>"),)
    assert of('<w:rStyle w:val="PlaceholderText"/><w:i/>', styled=False).properties == (("i", "<w:i/>"),)
    assert of("").apply("<w:r><w:t>a</w:t></w:r>") == "<w:r><w:t>a</w:t></w:r>"
