"""Elements of a report: its texts are made safe to show, as in every other format; what is `Html` already stays.

Attributes hold no text of a document, and are only escaped: a colour looks like a secret.
"""

from collections.abc import Iterable, Iterator

from opshandover import html
from opshandover.html import Html, escaped, joined
from opshandover.reporting.plain import one_line

Content = str | None


def element(tag: str, *content: Content, **attributes: str | None) -> Html:
    """An element with its content; attributes without a value are left out, their names are as in `html.element`."""
    given = {name: value for name, value in attributes.items() if value is not None}
    return html.element(tag, *_shown(content), **given)


def heading(text: str, level: int, class_: str | None = None) -> Html:
    """A heading of a level from 1 to 6."""
    return element(f"h{level}", text, class_=class_)


def together(*content: Content) -> Html:
    """Several texts and elements one after the other."""
    return joined(_shown(content))


def _shown(content: Iterable[Content]) -> Iterator[Html]:
    for one in content:
        if one is not None:
            yield one if isinstance(one, Html) else escaped(one_line(one))
