"""Hypothesis strategies for the neutral tree, and the texts that every format must show."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import assert_never

from attrs import evolve
from hypothesis import strategies as st

from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Series,
    Table,
    are_blank,
    text_of,
)

HOSTILE = (
    *"|\n#<>*_`~[]()!&;\\ 1.-+=:$@/x\t\0",
    *("a", "周", "：", "，", "「", "😀", "𠮷", "ש", "é"),
    *("---", "&amp;", "](", "![", "**", "1. ", "- [ ] ", "[x] ", "```", "~~~", "<br>", "<b>"),
    *("http://a.cn", "snake_case", "2026-11-21", "重点：", "\n\n", "\r\n", "| a |\n|---|", "<!--"),
)
"""What texts are made of: characters and stretches that formats are apt to take for markup."""

TYPED = (
    *"*_\\>#~^<|&:[]()!-+.`$\n 　先查库存《》（），。：12ab",
    *(
        "**",
        "~~",
        "__init__",
        "138****0142",
        "D:\\",
        "\\\\nas",
        "&amp;",
        "&#65;",
        "> 5",
        "- 5%",
        "# 1",
        "2026. ",
        ":100:",
    ),
    *("https://a.cn/", "://", "www.a", "**重点：**", "*《甲》*", "~~旧：~~"),
)
"""What people who know little of Markdown type, and what some of them mean as such."""

LINKS = ("https://example.cn/a?b=1&c=2", "https://example.cn/(x)_*~%7C", "mailto:a@example.cn")

ADDRESSES = ("a.png", "charts/week%201.png", "https://example.cn/a_(1).png", "../a.gif")
"""Where pictures are said to lie; the path leads out of the folder in the last one."""


def texts(*, min_size: int = 0, max_size: int = 8) -> st.SearchStrategy[str]:
    """Hostile texts of some stretches each."""
    return st.lists(st.sampled_from(HOSTILE), min_size=min_size, max_size=max_size).map("".join)


def typed_texts(signs: str = "".join(TYPED)) -> st.SearchStrategy[str]:
    """Texts of stretches that people type, all of whose characters are among some."""
    parts = [part for part in TYPED if set(part) <= set(signs)]
    return st.lists(st.sampled_from(parts), min_size=1, max_size=14).map("".join)


def images() -> st.SearchStrategy[Image]:
    """Pictures that lie nowhere."""
    titles = texts(max_size=3).map(lambda text: " ".join(text.split()))
    return st.builds(Image, address=st.sampled_from(ADDRESSES), title=titles)


def run_tuples(*, pictures: bool = False) -> st.SearchStrategy[Runs]:
    """Runs in every mixture of styles, some of them pictures if they are asked for."""
    flags = st.sampled_from((False, False, True))
    run = st.builds(
        Run,
        text=texts(),
        strong=flags,
        emphasis=flags,
        strike=flags,
        code=flags,
        link=st.sampled_from(("", "", "", *LINKS)),
    )
    if not pictures:
        return st.lists(run, max_size=4).map(tuple)
    picture = st.builds(
        Run,
        text=texts(max_size=3).map(lambda text: " ".join(text.split())),
        strong=flags,
        link=st.sampled_from(("", "", *LINKS)),
        image=images(),
    )
    return st.lists(st.one_of(run, run, run, picture), max_size=4).map(tuple)


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs as prose has them, that play no special part."""
    return st.builds(Paragraph, runs=run_tuples(pictures=True))


def text_headings(*, pictures: bool = False) -> st.SearchStrategy[Paragraph]:
    """Headings within a text, all of whose runs are strong."""
    strong = run_tuples(pictures=pictures).map(lambda runs: tuple(evolve(run, strong=True) for run in runs))
    return st.builds(Paragraph, strong.filter(lambda runs: not are_blank(runs)), level=st.integers(1, 6))


def prose_blocks() -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks as prose has them: no facts, one paragraph in a cell, no parts to play."""
    cells = st.builds(Cell, blocks=st.one_of(st.just(()), st.tuples(paragraphs())))
    leaves = st.one_of(
        paragraphs(),
        text_headings(pictures=True),
        st.builds(Heading, level=st.integers(1, 3), text=texts()),
        st.builds(Code, text=texts(), language=st.sampled_from(("", "py", "a`b", "~x", "c\\*&amp;"))),
        st.just(Divider()),
        _tables(cells, roles=st.just(Role.NONE)),
    )
    return _trees(leaves, starts=st.integers(0, 12))


def blocks() -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks of every kind, each in every part that it may play."""
    roles = st.sampled_from(Role)
    leaves: st.SearchStrategy[Block] = st.one_of(
        st.builds(Paragraph, runs=run_tuples(), role=roles),
        text_headings(),
        st.builds(Heading, level=st.integers(1, 7), text=texts(), role=roles),
        st.builds(Code, text=texts(), language=texts(max_size=2)),
        flows(),
        st.just(Divider()),
    )
    # Numbers that no text holds, so that a list's own number is not taken for one.
    starts = st.integers(30, 40)
    cells = st.builds(Cell, blocks=_trees(leaves, starts=starts), role=roles)
    facts = st.builds(
        Facts,
        items=st.lists(st.builds(Fact, label=texts(), cell=cells), max_size=3).map(tuple),
        role=roles,
        across=st.integers(1, 3),
    )
    return _trees(st.one_of(leaves, facts, _tables(cells, roles=roles)), starts=starts)


def flows() -> st.SearchStrategy[Flow]:
    """Flows of no step, of one, and of more than stand side by side."""
    step = st.builds(FlowStep, label=texts(), note=texts(max_size=3))
    steps = st.lists(step, max_size=6).map(tuple)
    return st.builds(Flow, steps=steps, title=st.one_of(st.just(""), texts(max_size=3)))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Charts of a few figures, some of them missing."""
    categories = draw(st.lists(texts(max_size=3), max_size=3).map(tuple))
    value = st.one_of(st.none(), st.decimals(-50, 400, places=1))
    values = st.lists(value, min_size=len(categories), max_size=len(categories)).map(tuple)
    series = st.builds(Series, name=texts(max_size=3), values=values)
    return draw(
        st.builds(
            Chart,
            title=texts(),
            categories=st.just(categories),
            series=st.lists(series, max_size=3).map(tuple),
            unit=st.sampled_from(("", "%", '"<&')),
            reference=st.sampled_from((None, Decimal(100))),
            description=texts(),
            note=texts(max_size=3),
        )
    )


def pages() -> st.SearchStrategy[Page]:
    """Whole pages, with a title, a kind and properties."""
    return st.builds(
        Page,
        title=texts(),
        kind=st.sampled_from(("", "交接", "Handover *of* a|b")),
        lang=st.sampled_from(("zh", "en")),
        blocks=blocks(),
        properties=st.dictionaries(
            st.sampled_from(("id", "title", "date")), st.one_of(texts(), st.just("2026-11-21"))
        ).map(lambda values: tuple(values.items())),
    )


def texts_in(page: Page) -> Iterator[str]:
    """Every text that a reader of the page must find, in order; blank ones are left out."""
    found = [page.title, *([page.kind] if page.kind not in page.title else [])]
    yield from (text for text in (*found, *_texts(page.blocks)) if text.strip())


def _is_link_without_words(run: Run) -> bool:
    """Whether a format may show an address in place of a run."""
    return bool(run.link) and not run.text.strip() and run.image is None


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Code():
                yield block.text
            case Paragraph():
                parts = groupby(block.runs, _is_link_without_words)
                yield from (text_of(tuple(runs)) for wordless, runs in parts if not wordless)
            case ListBlock():
                yield from (text for item in block.items for text in _texts(item.blocks))
            case Table():
                yield from (column.label for column in block.columns)
                cells = (cell for row in block.rows for cell in row.cells)
                yield from (text for cell in cells for text in _texts(cell.blocks))
            case Facts():
                for fact in block.items:
                    yield fact.label
                    yield from _texts(fact.cell.blocks)
            case Quote():
                yield from _texts(block.blocks)
            case Flow():
                yield block.title
                yield from (text for step in block.steps for text in (step.label, step.note))
            case Chart():
                yield from (block.title, block.note)
            case Divider():
                pass
            case _:
                assert_never(block)


def _tables(cells: st.SearchStrategy[Cell], *, roles: st.SearchStrategy[Role]) -> st.SearchStrategy[Table]:
    column = st.builds(Column, label=texts(), align=st.sampled_from(Align))

    def of_width(width: int) -> st.SearchStrategy[Table]:
        row = st.builds(Row, cells=st.tuples(*[cells] * width))
        rows = st.lists(row, max_size=2).map(tuple)
        return st.builds(Table, columns=st.tuples(*[column] * width), rows=rows, role=roles)

    return st.one_of(*map(of_width, (1, 2, 3)))


def _trees(leaves: st.SearchStrategy[Block], *, starts: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks made of leaves, with lists and quotations around some of them."""

    def around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
        some = st.lists(inner, max_size=3).map(tuple)
        item = st.builds(ListItem, blocks=some, checked=st.sampled_from((None, None, True, False)))
        items = st.lists(item, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            st.builds(Quote, blocks=some),
            st.builds(ListBlock, items=items),
            st.builds(ListBlock, items=items, ordered=st.just(True), start=starts),
        )

    return st.lists(st.recursive(leaves, around, max_leaves=4), max_size=4).map(tuple)
