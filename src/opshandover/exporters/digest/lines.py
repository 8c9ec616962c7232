"""A page as lines of plain text; above a limit the least important lines are left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from opshandover.errors import OptionError
from opshandover.layout.words.labels import AND_MORE_WHERE, BULLET, PUNCTUATION
from opshandover.pages.blocks import Divider, Heading, ListBlock, Page, Paragraph, Role, text_of
from opshandover.text import Lang, Text, message

_MORE = Text("（另有 {number} 条未列出，见全文）", "({number} more in the full document)")
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction of writing, also of the text that follows."""


@frozen(kw_only=True)
class _Group:
    """Lines that belong together; `opening` is written before the first line, if there is one."""

    opening: str = ""
    is_metadata: bool = False
    lines: list[str] = field(factory=list[str])


def as_lines(page: Page, limit: int) -> str:
    """Return the most important lines of a page, as many as a limit allows, in reading order.

    Metadata is most important, then lines in order. A limit of 0 means none.

    Raises:
        OptionError: the limit is too small for the title and the number of lines left out.
    """
    title, groups = _plain(page.title), tuple(group for group in _groups(page) if group.lines)
    counts = [len(group.lines) for group in groups]
    whole = _written(title, groups, counts)
    if not limit or len(whole) <= limit:
        return whole
    everything = sum(_entries_in(line) for group in groups for line in group.lines)
    size = len(title) + 1
    least = min(size + len(_more(everything, page.lang)), len(whole))
    if limit < least:
        raise _too_small(limit, least)
    order = sorted((not group.is_metadata, i, j) for i, group in enumerate(groups) for j in range(counts[i]))
    fitting, left = 0, everything
    missing = everything
    for done, (_, i, j) in enumerate(order, start=1):
        size += len(groups[i].lines[j]) + 1 + (0 if j else len(groups[i].opening))
        missing -= _entries_in(groups[i].lines[j])
        if size + len(_more(missing, page.lang)) <= limit:
            fitting, left = done, missing
    kept = Counter(i for _, i, _ in order[:fitting])
    short = _written(title, groups, [kept[i] for i in range(len(groups))])
    return short + _more(left, page.lang)


_COUNTING = re.compile(
    "|".join(
        rf"{BULLET} {re.escape(text).partition(re.escape('{number}'))[0]}(\d+) "
        for text in (AND_MORE_WHERE.zh, AND_MORE_WHERE.en)
    )
)


def _entries_in(line: str) -> int:
    """How many entries a line stands for: one, unless it counts those that have no line."""
    counting = _COUNTING.match(line)
    return next(int(number) for number in counting.groups() if number) if counting else 1


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


def _written(title: str, groups: Sequence[_Group], counts: Sequence[int]) -> str:
    text = [f"{title}\n"]
    for group, count in zip(groups, counts, strict=True):
        if count:
            text += [group.opening, *(f"{line}\n" for line in group.lines[:count])]
    return "".join(text)


def _more(number: int, lang: Lang) -> str:
    return _MORE[lang].format(number=number) + "\n"


def _too_small(limit: int, least: int) -> OptionError:
    return OptionError(
        message(
            "limit 太小：{limit}；这份文档至少需要 {least}",
            "limit is too small: {limit}; this document needs at least {least}",
            limit=limit,
            least=least,
        )
    )
