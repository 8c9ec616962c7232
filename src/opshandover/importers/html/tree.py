"""HTML as a tree, from bytes that nobody vouches for.

lxml is used, as Word files need it already: html5lib is hardly maintained, and the parser of the standard library
only finds tags. Nothing is fetched, and a file cannot declare entities.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from lxml import etree

from opshandover.errors import Fault, LoadError
from opshandover.files import decode_any, is_encoded_as
from opshandover.text import message

Element = etree._Element  # pyright: ignore[reportPrivateUsage]
"""An element or a comment; the type has no other name."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
"""Browsers look for the name of the encoding within about so many bytes."""
_ENCODINGS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
}
"""The encodings that office programs name in their HTML, and those that they mean."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_TOO_DEEP = "Excessive depth"


def text_of_file(data: bytes, name: str) -> str:
    """The text of a file, in the encoding that it names, or in UTF-8, UTF-16 or GBK.

    Raises:
        LoadError: it is not text, or in another encoding.
    """
    named = _CHARSET.search(data, 0, _HEAD)
    encoding = _ENCODINGS.get(named[1].decode("ascii").lower()) if named else None
    if encoding and not is_encoded_as(data, "utf-8"):
        with suppress(UnicodeDecodeError):
            data = data.decode(encoding).encode()
    return decode_any(data, Path(name))


def parsed(text: str, name: str) -> Element | None:
    """The root of a text; `None` if there is nothing in it.

    Raises:
        LoadError: it is nested so deep that the parser would leave out the rest.
    """
    text = _DECLARATION.sub("", text)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(errors="replace"), parser)
    except etree.XMLSyntaxError:  # a text of nothing but white space
        return None
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        problem = message("HTML 元素嵌套过深", "the elements of the HTML are nested too deep")
        hint = message("请在浏览器中打开，把正文复制到新文件", "open it in a browser and copy the text to a new file")
        raise LoadError(name, (Fault(path="", problem=problem, hint=hint),))
    return root


def is_element(node: Element) -> bool:
    """Whether a node is an element, and no comment."""
    return isinstance(node.tag, str)


def comments_in(root: Element) -> list[Element]:
    """All comments in a tree and beside its root, in their order."""
    before = [*root.itersiblings(etree.Comment, preceding=True)][::-1]
    return [*before, *root.iter(etree.Comment), *root.itersiblings(etree.Comment)]


def name_of(node: Element) -> str:
    """The name of an element; empty for a comment."""
    return node.tag.lower() if isinstance(node.tag, str) else ""


def classes_of(node: Element) -> Iterable[str]:
    """The classes of an element."""
    return (node.get("class") or "").split()
