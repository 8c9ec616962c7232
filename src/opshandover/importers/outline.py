"""The outline of a page that was read: its title, its headings and its language, the same for all formats."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from opshandover.pages.blocks import Block, Heading, Page, Paragraph, Property, Run, are_blank, text_of
from opshandover.plain_text import width
from opshandover.text import Lang

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 60
_ENDS = "。；;.!！?？，,"


def page_of(blocks: Sequence[Block], properties: Sequence[tuple[str, Property]] = ()) -> Page:
    """The page that blocks make, of which headings have the levels of the file.

    The only heading of the highest level is the title, if it comes first, and a line in italics below it says what
    kind of document it is. In a file without headings, lines in bold are headings. Of pages without a title, the
    highest level is 1.
    """
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = tuple(_with_bold_headings(blocks))
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    highest = min(levels, default=1)
    first = blocks[0] if blocks else None
    title = kind = ""
    if isinstance(first, Heading) and first.level == highest and levels.count(highest) == 1:
        title, blocks = first.text, blocks[1:]
        kind = _kind(blocks)
        blocks = blocks[bool(kind) :]
    else:
        highest -= 1
    found = tuple(
        evolve(block, level=block.level - highest) if isinstance(block, Heading) else block for block in blocks
    )
    return Page(title, kind, language_of(found, title), found, tuple(properties))


def _kind(blocks: Sequence[Block]) -> str:
    match blocks[:1]:
        case [Paragraph(runs=(Run(emphasis=True, text=text) as run,))] if run == Run(text, emphasis=True):
            return text if "\n" not in text else ""
        case _:
            return ""


def _with_bold_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with a heading for each line in bold that something else follows."""
    for at, block in enumerate(blocks):
        match block:
            case Paragraph(runs=(Run(strong=True, image=None, text=text),)) if is_heading_text(text):
                yield Heading(1, text, line=block.line) if at + 1 < len(blocks) else block
            case Paragraph(runs=(Run(strong=True, image=None, text=text), below, *rest)) if below.text.startswith(
                "\n"
            ) and is_heading_text(text):
                yield Heading(1, text, line=block.line)
                start = evolve(below, text=below.text[1:])
                runs = (*((start,) if start.text else ()), *rest)
                if not are_blank(runs):
                    yield Paragraph(runs, line=block.line and block.line + 1)
            case _:
                yield block


def is_heading_text(text: str) -> bool:
    """Whether a text may be a heading: it is one short line, and no sentence."""
    return bool(text.strip()) and "\n" not in text and width(text) <= _LONGEST and text.rstrip()[-1] not in _ENDS


def language_of(blocks: Sequence[Block], title: str = "") -> Lang:
    """The language of the labels of a page: that of most of its highest headings, else of its title and paragraphs."""
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    texts = headings or [title, *(text_of(block.runs) for block in blocks if isinstance(block, Paragraph))]
    chinese = sum(_HAN.search(text) is not None for text in texts)
    return "en" if 2 * chinese < sum(_LETTER.search(text) is not None for text in texts) else "zh"
