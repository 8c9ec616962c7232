"""Texts and attributes are escaped, and elements are well-formed."""

from hypothesis import given
from lxml import etree
from tests.support.pages import texts

from opshandover.html import BREAK, element, escaped, joined, with_breaks
from opshandover.plain_text import clean


@given(texts(), texts())
def test_any_text_comes_back(text: str, value: str) -> None:
    """A strict parser finds what was written in an element, and in an attribute in which white space is all alike."""
    root = etree.fromstring(element("p", escaped(text), title=value))
    assert (root.text or "") == clean(text)
    assert root.get("title", "").split() == clean(value).split()


def test_elements_nest_and_close() -> None:
    """Void elements have no end, empty attributes are left out, and underscores stand for hyphens."""
    assert element("p", element("br"), BREAK, class_="a", id="", data_path="x") == (
        '<p class="a" data-path="x"><br/><br/></p>'
    )
    assert element("meta", name="a", content="b") == '<meta name="a" content="b"/>'
    assert joined((escaped("<"), escaped("&")), "\n") == "&lt;\n&amp;"


def test_line_feeds_break_lines() -> None:
    """Each of them is a break, whatever system they come from; control characters can be seen."""
    assert with_breaks("a\nb\r\nc\0") == "a<br/>b<br/>c␀"
