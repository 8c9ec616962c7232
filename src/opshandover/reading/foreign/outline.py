"""The outline of a page that somebody wrote: its headings, and the lines that serve as such, as a tree.

Half of the files that people write elsewhere have no headings, or not only headings: a bold line, 一、, 【】 or a line
that ends with a colon stands for one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from opshandover.pages.blocks import text_of
from opshandover.reading.dates import date_of
from opshandover.reading.foreign.forms import are_columns, form
from opshandover.reading.foreign.head import header_field
from opshandover.reading.foreign.homes import WHOLE, home_of, is_home
from opshandover.reading.foreign.labels import NUMBERED, split_label
from opshandover.reading.foreign.leaves import Grid, Head, Item, Leaf, Line, Listing, Part, Rule, leaves_of
from opshandover.reading.foreign.likeness import Seen
from opshandover.reading.foreign.numbered import ENDS, LONGEST, is_strong, item_as_section, numbered_sections


@define(eq=False)
class Node:
    """A heading with what stands below it, up to the next one of its level.

    `name` is what the heading says apart from what its neighbours say as well, and `seen` what stands around it.
    """

    leaf: Leaf
    level: int
    content: list[Part] = field(factory=list[Part])
    children: "list[Node]" = field(factory=list["Node"])
    name: str = field(init=False)
    seen: Seen = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Name it by its heading."""
        self.name = self.leaf.text
        self.seen = Seen(heading=self.leaf.text)

    @property
    def heading(self) -> str:
        """The text of the heading; empty for the page itself."""
        return self.leaf.text

    def everything(self) -> Iterator[Part]:
        """The content and all that stands below, headings too, in order."""
        yield from self.content
        for child in self.children:
            yield from child.whole()

    def below(self) -> Iterator["Node"]:
        """The headings below it at all depths, in order."""
        for child in self.children:
            yield child
            yield from child.below()

    def whole(self) -> Iterator[Part]:
        """The heading and everything below it."""
        if self.leaf.text:
            yield Head(self.level, self.leaf)
        yield from self.everything()


_CHAPTER = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[章篇编部]|(?:Chapter|Part) [\dIVX]+\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[条节款]|(?:Article|Section|Clause) [\dIVX.]+\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]\s*\S")
_SIGNED = re.compile(
    r"\d\ufe0f?\u20e3\s*\S|[■◆●▶►★▍▌◼⬛🔴🟠🟡🟢🔵]\s*\S|[\U0001F300-\U0001FAFF\u2600-\u27bf]\ufe0f?\s*\S"
)
_TITLED = re.compile(r"[【〖\[][^】〗\]]{1,24}[】〗\]]\s*[:：]?")
_HASHES = re.compile(r"(#{1,6})\s*(?=[^#\s\d])(?P<text>[^#\n]{1,60}?)\s*#*")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S|\d{1,2}[、.．]\s*\S")
_FIRST_LINES = 3
"""Among these a single day is that of what follows; further down it may stand below a signature."""


def outline(parts: Sequence[Part]) -> Node:
    """The tree of a page's parts."""
    root = Node(leaf=Leaf((), 0), level=0)
    stack = [root]
    for part in with_heads(list(parts)):
        if isinstance(part, Head):
            while stack[-1].level >= part.level:
                stack.pop()
            node = Node(leaf=part.leaf, level=part.level)
            stack[-1].children.append(node)
            stack.append(node)
        else:
            stack[-1].content.append(part)
    return root


def with_heads(parts: list[Part]) -> list[Part]:
    """The parts, with heads in place of lines, items and cells that serve as headings."""
    parts = list(numbered_sections(parts))
    first = next((at for at, one in enumerate(parts) if isinstance(one, Head)), len(parts))
    opened: list[Part] = []
    free = True
    for at, one in enumerate(parts):
        free = _gathers(one.leaf.text) if isinstance(one, Head) else free
        opened += _opened(one, headed=first < len(parts), before=at < first, free=free)
    opened = list(_boxed([one for part in opened for one in _let_out(part)]))
    found: list[Part] = []
    signed = [_is_signed(part) and not _is_signed(after) for part, after in pairwise([*opened, Rule()])]
    by_sign = sum(signed) > 1 and first == len(parts)
    lines = (part.leaf.text for part in opened if isinstance(part, Line))
    days = sum(len(text) <= 24 and date_of(text) is not None for text in lines)
    for at, part in enumerate(opened):
        if isinstance(part, Line):
            following = next((one for one in opened[at + 1 : at + 4] if not isinstance(one, Rule)), None)
            dated = at < _FIRST_LINES or days > 1
            read = [Head(9, part.leaf)] if by_sign and signed[at] else list(_line(part, following, dated=dated))
            names = read == [part] and _begins_facts(opened[at : at + 3])
            found += [Head(9, part.leaf)] if names else read
        else:
            found.append(part)
    return _levelled(found)


def _levelled(parts: list[Part]) -> list[Part]:
    """The parts, with chapters that are lines on the level of those that are headings."""
    heads = [part for part in parts if isinstance(part, Head)]
    for pattern in (_CHAPTER, NUMBERED):
        same = [head for head in heads if pattern.match(head.leaf.text)]
        levels = {head.level for head in same if head.level <= _LOWEST}
        if len(levels) == 1:
            (level,) = levels
            for head in same:
                head.level = level
    return parts


_LOWEST = 6
"""The lowest level of a heading; lines that serve as such stand below it."""


def _gathers(heading: str) -> bool:
    """Whether sections may stand below a heading: it is none itself, or says that all below is handed over."""
    home = home_of(heading)
    return home is None or home.section == "handover_plan"


def _let_out(part: Part) -> list[Part]:
    """A list, and the lines behind its last item that Markdown counts to it though they begin something else."""
    blocks = part.items[-1].blocks if isinstance(part, Listing) and part.items else []
    for at, one in enumerate(blocks):
        if at and isinstance(one, Line) and one.continues:
            label = split_label(one.leaf.runs)
            text = one.leaf.text
            heading = len(text) <= 24 and not text.endswith(ENDS) and NUMBERED.match(text)
            if heading or _is_signed(one) or _TITLED.fullmatch(text) or (label and header_field(label.label)):
                after = blocks[at:]
                del blocks[at:]
                return [part, *after]
    return [part]


def _is_signed(part: Part) -> bool:
    """Whether a part is a short line with a picture before it; where several stand above others, they are headings."""
    text = part.leaf.text if isinstance(part, Line) else ""
    return len(text) <= 16 and _SIGNED.match(text) is not None and not text.endswith(ENDS)


_BOX = re.compile(r"\s*(?:(?:\[(?P<tick>[ xX√✓]?)\]|(?P<empty>[□☐])|(?P<full>[☑☒]))\s*|(?P<sign>[-–•·●▪◦])\s+)(?=\S)")


def _boxed(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with lists in place of lines that begin with a box or with the sign of an item."""
    items: list[Item] = []
    for part in parts:
        box = _BOX.match(part.leaf.runs[0].text) if isinstance(part, Line) else None
        if isinstance(part, Line) and box:
            runs = part.leaf.runs
            part.leaf.runs = (evolve(runs[0], text=runs[0].text[box.end() :]), *runs[1:])
            checked = None if box["sign"] else bool(box["full"] or (box["tick"] or "").strip())
            items.append(Item([part], checked, part.leaf.line))
            continue
        if items:
            yield Listing(items)
            items = []
        yield part
    if items:
        yield Listing(items)


def _begins_facts(parts: Sequence[Part]) -> bool:
    """Whether a line names something of which the next lines of its paragraph tell values with labels."""
    if len(parts) < 3 or not all(isinstance(part, Line) for part in parts):
        return False
    name, *facts = [part for part in parts if isinstance(part, Line)]
    short = len(name.leaf.text) <= 24 and not name.leaf.text.endswith(ENDS)
    told = [split_label(fact.leaf.runs) for fact in facts]
    return (
        short
        and not name.continues
        and all(fact.continues for fact in facts)
        and split_label(name.leaf.runs) is None
        and all(label is not None and label.value for label in told)
    )


def _line(line: Line, following: Part | None, *, dated: bool) -> Iterator[Part]:
    """A line as a head, as one with text behind it, or as it is; `dated` says whether a day alone may be a head."""
    text = line.leaf.text
    hashes = _HASHES.fullmatch(text)
    if hashes:
        line.leaf.runs = (evolve(line.leaf.runs[0], text=hashes["text"], strong=False),)
        yield Head(len(hashes[1]), line.leaf)
        return
    run_in = _run_in(line)
    if run_in:
        yield from run_in
        return
    level = _level(line.leaf, following, dated=dated)
    yield Head(level, line.leaf) if level else line


def _level(leaf: Leaf, following: Part | None, *, dated: bool) -> int:
    """The level of a line that serves as a heading: below all real ones; 0 if it is none. `dated` as for `_line`."""
    text = leaf.text
    asks = text.endswith(("？", "?", "！", "!")) and (_CHAPTER.match(text) or NUMBERED.match(text))
    if not text or len(text) > LONGEST or (text.endswith(ENDS) and not asks) or following is None:
        return 0
    if _CHAPTER.match(text):
        return 7
    label = split_label(leaf.runs)
    if label and label.value:
        return 0
    strong = is_strong(leaf)
    if NUMBERED.match(text):
        return 8
    if _TITLED.fullmatch(text) or (_SIGNED.match(text) and (len(text) <= 24) and (strong or is_home(text))):
        return 9
    if _ARTICLE.match(text):
        return 10
    if strong:
        return 9 if not _BRACKETED.match(text) else 11
    if _BRACKETED.match(text) and len(text) <= 24:
        return 11
    follows = not isinstance(following, Line | Head)
    if label and is_home(label.label):
        return 9
    if label and follows and len(text) <= 24:
        return 12
    if dated and date_of(text) and len(text) <= 24 and not isinstance(following, Head):
        return 7
    above_list = isinstance(following, Listing) and len(text) <= 24 and home_of(text) is not None
    if above_list or (is_home(text) and (not isinstance(following, Head) or following.level > 8)):
        return 9 if _DECIMAL.match(text) is None else 8
    return 0


def _run_in(line: Line) -> list[Part]:
    """The heading and the text of a line that begins with a bold heading and goes on: 第一条 目的 … ."""
    runs = line.leaf.runs
    count = next((at for at, run in enumerate(runs) if not run.strong), len(runs))
    head, rest = runs[:count], runs[count:]
    text = text_of(head).strip()
    if not head or not text_of(rest).strip() or not (_ARTICLE.match(text) or _CHAPTER.match(text)):
        return []
    if len(text) > LONGEST:
        return []
    line.leaf.runs = head
    return [Head(10, line.leaf), Line(line.leaf.part(*rest))]


def _opened(part: Part, *, headed: bool, before: bool, free: bool) -> Iterator[Part]:
    """A list whose items are sections, and a table that is a form of sections, as headings with their content.

    Args:
        part: a part of the page.
        headed: whether the page has headings.
        before: whether the part stands before the first of them.
        free: whether the heading above it may gather sections.
    """
    if isinstance(part, Listing) and not headed:
        firsts = [item.blocks[0] if item.blocks else None for item in part.items]
        lines = [one for one in firsts if isinstance(one, Line) and len(one.leaf.text) <= LONGEST]
        named = [one for one in lines if is_home(_without_value(one))]
        if len(lines) == len(firsts) and len(named) >= 2 and len(named) * 2 >= len(firsts):
            for item in part.items:
                yield from item_as_section(item.blocks)
            return
    made = list(_form(part)) if isinstance(part, Grid) else []
    homes = [home_of(one.leaf.text) for one in made if isinstance(one, Head)]
    several = len({home.section for home in homes if home and home.certainty >= WHOLE}) > 2
    yield from made if made and (before or (free and several)) else [part]


def _without_value(line: Line) -> str:
    label = split_label(line.leaf.runs)
    return label.label if label else line.leaf.text


def _is_told(cell: Sequence[Part]) -> bool:
    """Whether a cell holds more than a value: several lines, or a long one."""
    leaves = list(leaves_of(cell))
    return len(leaves) > 1 or any(len(leaf.text) > 16 for leaf in leaves)


def _form(grid: Grid) -> Iterator[Part]:
    """The sections of a table that is a form: titles in its head, or in its first column."""
    heads = [leaf for leaf in grid.head if leaf.text]
    titles = sum(is_home(leaf.text) for leaf in heads) * 2 > len(heads) and not are_columns(
        [[Line(leaf)] for leaf in heads]
    )
    if heads and len(grid.rows) == 1 and titles and any(_is_told(cell) for cell in grid.rows[0]):
        for leaf, cell in zip(grid.head, grid.rows[0], strict=True):
            if leaf.text:
                yield Head(9, leaf)
            yield from cell
        return
    yield from form(grid)
