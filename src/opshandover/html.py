"""HTML as text: the one place where texts and attributes are escaped.

What is written is well-formed XML as well, so that strict parsers can read it.
"""

from collections.abc import Iterable
from html import escape

from opshandover.plain_text import clean


class Html(str):
    """A text that is markup: it comes from `escaped` or `element`, or is a constant."""

    __slots__ = ()


NOTHING = Html("")
BREAK = Html("<br/>")
_VOID = frozenset(("br", "hr", "img", "meta"))


def escaped(text: str) -> Html:
    """Return a text that reads as typed; control characters are made visible."""
    return Html(escape(clean(text)))


def with_breaks(text: str) -> Html:
    """Return a text with its line feeds as line breaks."""
    return Html(escaped(text).replace("\n", BREAK))


def element(name: str, /, *content: Html, **attributes: str) -> Html:
    """Return an element.

    Args:
        name: its name.
        content: what is in it, in order.
        attributes: those that are not empty are written; `class_` and `data_path` stand for `class` and `data-path`.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(clean(value))}"' for name, value in attributes.items() if value
    )
    if name in _VOID:
        return Html(f"<{name}{given}/>")
    return Html(f"<{name}{given}>{''.join(content)}</{name}>")


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Return parts one after another."""
    return Html(between.join(parts))
