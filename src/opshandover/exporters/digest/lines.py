"""A page as lines of plain text."""

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from opshandover.layout.words.labels import BULLET, PUNCTUATION
from opshandover.pages.blocks import Divider, Heading, ListBlock, Page, Paragraph, Role, text_of

_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction of writing, also of the text that follows."""


@frozen(kw_only=True)
class _Group:
    """Lines that belong together; `opening` is written before the first line, if there is one."""

    opening: str = ""
    is_metadata: bool = False
    lines: list[str] = field(factory=list[str])


def as_lines(page: Page) -> str:
    """Return the lines of a page, with a blank line and a title before each group of them."""
    groups = (group for group in _groups(page) if group.lines)
    text = "".join(
        f"{group.opening}{line}\n" if i == 0 else f"{line}\n" for group in groups for i, line in enumerate(group.lines)
    )
    return f"{_plain(page.title)}\n{text}"


def _groups(page: Page) -> Iterator[_Group]:
    """The lines of a page in groups, which headings and dividers separate."""
    group = _Group()
    for block in page.blocks:
        match block:
            case Heading():
                yield group
                group = _Group(opening=f"\n{_plain(block.text)}{PUNCTUATION[page.lang].colon.rstrip()}\n")
            case Divider():
                yield group
                group = _Group(opening="\n")
            case ListBlock():
                group.lines.extend(f"{BULLET} {line}" for item in block.items for line in _texts(item.blocks))
            case _:
                metadata = isinstance(block, Paragraph) and block.role is Role.METADATA
                if metadata is not group.is_metadata:
                    yield group
                    opening = "" if group.lines else group.opening
                    group = _Group(opening=opening, is_metadata=metadata)
                group.lines.extend(_texts((block,)))
    yield group


def _texts(blocks: Sequence[object]) -> Iterator[str]:
    return (_plain(text_of(block.runs)) for block in blocks if isinstance(block, Paragraph))


def _plain(text: str) -> str:
    return _BIDI_CONTROLS.sub("\ufffd", text)
