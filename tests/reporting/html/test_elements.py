"""The one place where texts become markup."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.support.documents import HOSTILE

from opshandover.reporting.html.elements import element, heading, together
from opshandover.reporting.plain import one_line


@given(st.text(max_size=60) | st.sampled_from(HOSTILE))
def test_a_text_stays_a_text(text: str) -> None:
    """Whatever it holds, it opens no element and reads as every other format shows it."""
    found = html.fragment_fromstring(element("p", text))
    assert len(found) == 0
    assert (found.text or "") == one_line(text)


def test_elements_and_attributes() -> None:
    """Markup is taken as it is, attributes are escaped, and what is `None` is left out."""
    inner = element("b", "a & b", class_="x")
    assert inner == '<b class="x">a &amp; b</b>'
    assert element("p", inner, None, "<", aria_label='"<', style=None) == (
        f'<p aria-label="&quot;&lt;">{inner}&lt;</p>'
    )
    assert together(inner, None, ">") == f"{inner}&gt;"
    assert heading("x", 3) == "<h3>x</h3>"


def test_no_secret_becomes_markup() -> None:
    """A text with a secret is masked as everywhere; a colour in a style is none."""
    assert "Tr0ub4dor" not in element("p", "password: Tr0ub4dor-and-3")
    assert element("i", style="color:#a8201a") == '<i style="color:#a8201a"></i>'
