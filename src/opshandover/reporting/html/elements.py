"""Elements of HTML: the one place where texts become markup.

A text is made safe to show, as in every other format, and escaped; only what is `Html` already is taken as it is.
Attributes hold no text of a document, and are only escaped: a colour looks like a secret.
"""

from html import escape

from opshandover.reporting.plain import one_line

Content = str | None


class Html(str):
    """A text that is markup."""

    __slots__ = ()


def element(tag: str, *content: Content, **attributes: str | None) -> Html:
    """An element with its content; attributes without a value are left out.

    In the names of attributes, `_` stands for `-`, and one at the end for nothing (`class_`).
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{written}>{together(*content)}</{tag}>")


def heading(text: str, level: int, class_: str | None = None) -> Html:
    """A heading of a level from 1 to 6."""
    return element(f"h{level}", text, class_=class_)


def together(*content: Content) -> Html:
    """Several texts and elements one after the other."""
    return Html(
        "".join(
            one if isinstance(one, Html) else escape(one_line(one), quote=False) for one in content if one is not None
        )
    )
