"""What a reader finds in the HTML of a page, as two parsers see it: a strict one, and one like that of a browser."""

from collections.abc import Iterator
from html.parser import HTMLParser

from lxml import etree

from opshandover.exporters.html.render import render
from opshandover.pages.blocks import Block, Page, Paragraph, Role, Run
from opshandover.text import Lang

Element = etree._Element

ELEMENTS = frozenset(
    (
        *("html head meta title style body header nav main section div span").split(),
        *("h1 h2 h3 h4 h5 h6 p a strong em s code br img ul ol li dl dt dd").split(),
        *("table thead tbody tr th td blockquote pre hr figure figcaption svg line rect text").split(),
    )
)
"""All elements that we write; none of them can run anything."""
ATTRIBUTES = frozenset(
    (
        *("lang charset http-equiv content name class id href src alt title width height start scope tabindex").split(),
        *(
            "role aria-label aria-labelledby aria-level data-path data-derived data-label data-language data-checked"
        ).split(),
        *("data-address data-text data-title").split(),
        *("x y x1 x2 y1 y2 dx text-anchor").split(),
    )
)
"""All attributes that we write."""
_LINES = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd th td pre figcaption tr div text".split())


def page(*blocks: Block, lang: Lang = "zh") -> Page:
    """A page of blocks."""
    return Page(title="标题", kind="", lang=lang, blocks=blocks)


def paragraph(*parts: str | Run, role: Role = Role.NONE, path: str = "") -> Paragraph:
    """A paragraph of runs, or of texts without a style."""
    runs = tuple(Run(text=part) if isinstance(part, str) else part for part in parts)
    return Paragraph(runs=runs, role=role, path=path)


def parsed(html: str) -> Element:
    """A whole file, which is well-formed."""
    return etree.fromstring(html.encode())


def main_of(*blocks: Block, lang: Lang = "zh") -> Element:
    """What is written of blocks."""
    (main,) = parsed(render(page(*blocks, lang=lang))).iter("main")
    return main


def only(root: Element, name: str) -> Element:
    """The only element of a name."""
    (found,) = root.iter(name)
    return found


def text_in(root: Element) -> str:
    """The text that a reader sees in an element, with line breaks; addresses that stand for a link without text are not."""
    return "".join(_texts(root))


def _texts(root: Element) -> Iterator[str]:
    if root.tag in ("style", "title") or (root.tag == "a" and root.get("class") == "bare"):
        return
    yield root.text or ""
    if root.tag == "br":
        yield "\n"
    for child in root:
        yield from _texts(child)
        yield child.tail or ""
    if root.tag in _LINES:
        yield "\n"


class Seen(HTMLParser):
    """The elements and attributes that a parser like that of a browser sees."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        """Keep a comment, which we do not write."""
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        """Keep an instruction, which we do not write."""
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        """Keep a declaration, which we do not write."""
        self.others.append(data)
