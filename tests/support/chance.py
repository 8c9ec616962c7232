"""Pages by chance, with every kind of block, to be written and read back.

Chance may be a strategy of Hypothesis, which finds the smallest page that fails, or come from a seed, which is a
hundred times as fast.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st
from tests.support.pages import ADDRESSES, HOSTILE, LINKS, TYPED

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
    Property,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Series,
    Table,
    are_blank,
)

_PATHS = ("", "", "work_progress", "work_progress.tasks[0]", "work_progress.tasks[0].title", "notes.items[1].text")
_RUN_PATHS = ("", "", ".", ".name", "[0].name", "giver.name")
_VALUES = ("2026-11-21", "22:30", "007", "1.5", "true", "~", "null", "- a", "a: b", "# a", "&a", "*a", "", "1e5", "0x1")
_MEANT = (
    "• 甲",
    "☑ 乙",
    "> 5 单",
    "3. 丙",
    "##标题",
    "#标签",
    "####一、",
    "**粗**",
    "[a]: b",
    "[^1]: c",
    "甲：乙",
    "12.",
    "***",
)
_STRETCHES = (*HOSTILE, *TYPED, *_MEANT)


def read_pages(*, plain: bool = False) -> st.SearchStrategy[Page]:
    """Pages to be read back; `plain` ones have no paths, pictures or charts, and no tables too deep to fit in a page."""
    return st.randoms(use_true_random=False).map(lambda chance: Maker(chance, plain).page())


def page_of_seed(seed: int, *, plain: bool = False) -> Page:
    """The page of a seed, always the same."""
    return Maker(Random(seed), plain).page()  # noqa: S311  nothing secret is made


@frozen
class Maker:
    """Makes pages of what chance gives."""

    chance: Random
    plain: bool = False

    def page(self) -> Page:
        """A page with a title or none, and properties."""
        properties = {self.one("id", "title", "prepared_on", "shift"): self.property() for _ in range(self.few(3))}
        return Page(
            self.text(),
            self.one("", "交接", "Handover *of* a|b"),
            self.one("zh", "en"),
            self.blocks(4, 2 if self.plain else 3),
            tuple(properties.items()),
            self.rarely(),
        )

    def one(self, *choices: Any) -> Any:
        """One of several values."""
        return choices[self.chance.randrange(len(choices))]

    def path(self, *choices: str) -> str:
        """A path, or none."""
        return "" if self.plain else str(self.one(*choices))

    def few(self, most: int) -> int:
        """A number up to a bound."""
        return self.chance.randrange(most + 1)

    def rarely(self) -> bool:
        """Whether something seldom happens."""
        return self.chance.randrange(8) == 0

    def text(self, most: int = 5) -> str:
        """A hostile text of some stretches."""
        return "".join(_STRETCHES[self.chance.randrange(len(_STRETCHES))] for _ in range(self.few(most)))

    def line(self) -> str:
        """A text on one line."""
        return " ".join(self.text(3).split())

    def property(self, depth: int = 2) -> Property:
        """A value for programs."""
        match self.few(8 if depth else 6):
            case 0:
                return self.chance.randrange(-(10**17), 10**17)
            case 1:
                return self.rarely()
            case 2:
                return Decimal(self.chance.randrange(-9999, 9999)) / 100
            case 3:
                return date(2026, 1, 1) + timedelta(days=self.few(400))
            case 4:
                return datetime(2026, 1, 1) + timedelta(seconds=self.few(10**7))  # noqa: DTZ001  as files have them
            case 5:
                return str(self.one(*_VALUES))
            case 7:
                return tuple(self.property(depth - 1) for _ in range(self.few(2)))
            case 8:
                return {str(self.one("name", "role")): self.property(depth - 1) for _ in range(self.few(2))}
            case _:
                return self.text(3)

    def runs(self) -> Runs:
        """Runs in every mixture of styles, some of them pictures."""
        return tuple(self.run() for _ in range(self.few(3)))

    def run(self) -> Run:
        """A run in some style."""
        path = self.path(*_RUN_PATHS)
        link = self.one("", "", "", "", *LINKS)
        strong, emphasis, strike = self.rarely() or self.rarely(), self.rarely(), self.rarely()
        if self.rarely() and not self.plain:
            image = Image(self.one(*ADDRESSES), self.line())
            return Run(self.line(), strong, emphasis, strike, link=link, image=image, path=path)
        return Run(self.text(), strong, emphasis, strike, self.rarely(), link, path=path)

    def blocks(self, most: int, depth: int) -> tuple[Block, ...]:
        """Some blocks, with others in them up to a depth."""
        return tuple(self.block(depth) for _ in range(self.few(most)))

    def block(self, depth: int) -> Block:
        """A block of any kind in any part."""
        path, role, derived = self.path(*_PATHS), self.one(Role.NONE, Role.NONE, *Role), self.rarely()
        match self.few(11 if depth else 7):
            case 0:
                return Heading(1 + self.few(6), self.text(3), path, role, derived=derived)
            case 1:
                return Code(self.text(), self.one("", "py", "a`b", "~x", "c\\*&amp;", "说明", "py 1"), path, derived)
            case 2:
                choices: tuple[Block, ...] = (Divider(), self.flow(), self.flow() if self.plain else self.chart())
                return choices[self.few(2)]
            case 8:
                return Quote(self.blocks(3, depth - 1), path, derived)
            case 9:
                items = tuple(self.item(depth - 1) for _ in range(self.few(3)))
                ordered = self.rarely() or self.rarely()
                return ListBlock(items, ordered, self.few(12) if ordered else 1, path, derived)
            case 10:
                columns = tuple(Column(self.text(2), self.one(*Align), 1 + self.few(2)) for _ in range(self.few(3)))
                rows = tuple(
                    Row(tuple(self.cell(depth - 1) for _ in columns), self.path(*_PATHS)) for _ in range(self.few(2))
                )
                return Table(columns, rows, path, role, derived)
            case 11:
                facts = tuple(Fact(self.text(2), self.cell(depth - 1)) for _ in range(self.few(3)))
                return Facts(facts, path, role, 1 + self.few(2), derived)
            case _:
                runs = self.runs()
                if self.rarely() and not are_blank(runs):  # a heading within a text
                    runs = tuple(evolve(run, strong=True) for run in runs)
                    return Paragraph(runs, path, role, derived, level=1 + self.few(5))
                return Paragraph(runs, path, role, derived)

    def item(self, depth: int) -> ListItem:
        """An item, some with a box, some with a label."""
        blocks = self.blocks(2, depth)
        if self.rarely():
            blocks = (Paragraph((Run(self.line(), strong=True), Run(self.one("：", " ", ": ")), *self.runs())), *blocks)
        return ListItem(blocks, self.one(None, None, None, True, False))

    def cell(self, depth: int) -> Cell:
        """A cell, some of whose lines have a label."""
        blocks = self.blocks(2, depth)
        if self.rarely():
            label = Paragraph((Run("标签", strong=True), Run(" "), *self.runs()))
            blocks = (label, *blocks, *([label] if self.rarely() else []))
        return Cell(blocks, self.path(*_PATHS), self.one(Role.NONE, Role.NONE, *Role), self.rarely())

    def flow(self) -> Flow:
        """A flow of some steps."""
        return Flow(tuple(FlowStep(self.text(3), self.text(2)) for _ in range(self.few(3))), self.text(2))

    def chart(self) -> Chart:
        """A chart of a few figures, some of them missing."""
        categories = tuple(self.text(2) for _ in range(self.few(2)))
        series = tuple(
            Series(self.text(2), tuple(self.one(None, Decimal(self.few(300) - 50)) for _ in categories))
            for _ in range(self.few(2))
        )
        return Chart(
            self.text(2), categories, series, self.one("", "%"), self.one(None, Decimal(100)), note=self.text(1)
        )
