"""The colour of a company's file, from its headings and its theme."""

import pytest

from opshandover.exporters.word.company.colour import company_colour
from opshandover.ooxml.tree import W

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def styles(colour: str = "", name: str = "heading 1") -> bytes:
    """A styles part with one style, in a colour."""
    return (
        f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="{name}"/>'
        f"<w:basedOn w:val='a'/><w:rPr/></w:style><w:style w:type='paragraph' w:styleId='a'>"
        f"<w:name w:val='Normal'/><w:rPr>{colour}</w:rPr></w:style></w:styles>"
    ).encode()


def theme(accent: str) -> bytes:
    """A theme part with a first accent colour, and a red one."""
    return (
        f'<a:theme xmlns:a="{A}"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText"'
        f' lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="{accent}"/></a:accent1>'
        '<a:accent2><a:srgbClr val="c00000"/></a:accent2></a:clrScheme></a:themeElements></a:theme>'
    ).encode()


@pytest.mark.parametrize(
    ("colour", "accent", "expected"),
    [
        ('<w:color w:val="9E1B32"/>', "4F81BD", "9E1B32"),
        ('<w:color w:val="7F0000" w:themeColor="accent2" w:themeShade="80"/>', "4F81BD", "C00000"),
        ('<w:color w:val="365F91" w:themeColor="accent1"/>', "7A1F1F", "7A1F1F"),
        ('<w:color w:val="auto"/>', "4F81BD", "000000"),
        ("", "4472C4", "000000"),
        ("", "7A1F1F", "7A1F1F"),
        ('<w:color w:val="zzz"/>', "7A1F1F", "7A1F1F"),
        ('<w:color w:val="123456" w:themeColor="text1"/>', "7A1F1F", "000000"),
    ],
)
def test_headings_show_it_first(colour: str, accent: str, expected: str) -> None:
    """A colour of its own or of the theme, set in the style or in that which it is based on."""
    assert company_colour(styles(colour), theme(accent)) == expected


def test_without_headings_it_is_the_accent() -> None:
    """Neither styles nor a theme are needed."""
    assert company_colour(styles(name="other"), theme("4F81BD")) == "4F81BD"
    assert company_colour(None, theme("7a1f1f")) == "7A1F1F"
    assert company_colour(None, None) == ""
