"""The words of a text and of a page, to see that none is lost."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import attrs

from opshandover.pages.blocks import Heading, Page
from opshandover.reading.imported import Imported

_WORD = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9]+")
_MARKUP = re.compile(
    r"(?:^\s*|<br/?>\s*|\|\s*)\d+\.\s|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|^\s*(?:[-*]\s*)?\[[ x]\]",
    re.IGNORECASE | re.MULTILINE,
)
"""Tags, boxes, and the numbers of items, which are no words."""


def words_of(source: str) -> set[str]:
    """The words of a source, each Chinese character counting as one; tags and what names a language are none."""
    return set(_WORD.findall(unescape(_MARKUP.sub(" ", source))))


def words_in(found: Imported) -> set[str]:
    """The words that an importer found: in texts, labels, addresses and properties, and beside the page."""
    return {word for text in _texts((found.page, *found.beside)) for word in _WORD.findall(text)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for text in _texts(pair))
    elif isinstance(value, tuple):
        yield from (text for each in value for text in _texts(each))
    elif attrs.has(type(value)):
        yield from (text for field in attrs.fields(type(value)) for text in _texts(getattr(value, field.name)))
    elif value is not None:
        yield str(value)


def heading_lines(page: Page) -> list[str]:
    """The headings of a page, each with as many signs as its level; the title has none."""
    title = [page.title] if page.title else []
    return title + [f"{'#' * block.level} {block.text}" for block in page.blocks if isinstance(block, Heading)]
