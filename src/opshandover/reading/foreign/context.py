"""What all steps of one reading share: the remarks, the day of the document, and what has no home."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import define, field

from opshandover.continuity.ledger import Fate
from opshandover.document.paths import section_of
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import Kind, field_map
from opshandover.pages.blocks import Run
from opshandover.reading.dates import FoundDate, Lacks
from opshandover.reading.foreign.leaves import Item, Leaf, Line, Listing, Part, leaves_of
from opshandover.reading.foreign.prose import in_limits
from opshandover.reading.foreign.values import Clock, Taken
from opshandover.remarks import Remark, RemarkKind
from opshandover.text import Lang, Message, Text, message

SURE = 0.9
"""From this certainty on, a place is mapped; below it is guessed."""

MAPPED_HEADING = Text("“{heading}”归入{home}", "'{heading}' went to {home}")
LEFT_HEADING = Text(
    "“{heading}”没有对应的部分，原样保留", "'{heading}' has no section of its own, and is kept as it is"
)
LEFT_NEAR = Text(
    "“{heading}”没有对应的部分，原样保留；最像{near}",
    "'{heading}' has no section of its own, and is kept as it is; it is most like {near}",
)
OF_HEADINGS = (MAPPED_HEADING, LEFT_HEADING, LEFT_NEAR)
"""What remarks on headings say; those on other texts may have a place and a path as well."""


_POINTED = Text("原来的标题", "Headings of the source")
_POINTER = Text("“{}”：见{}", "“{}”: see {}")


def _never(_: Leaf) -> bool:
    return False


@define(eq=False)
class Context:
    """The state of reading one document."""

    clock: Clock = field(factory=Clock)
    remarks: list[Remark] = field(factory=list[Remark])
    extras: list[FreeSection] = field(factory=list[FreeSection])
    late: Callable[[Leaf], bool] = _never
    """Takes a line of the head of the document that stands further down; whether it did."""
    pointed: dict[str, tuple[Text, ...]] = field(factory=dict[str, tuple[Text, ...]])
    """The headings that a free section keeps, though what stands below them has a place, with the names of that place."""
    signatures: list[Line] = field(factory=list[Line])
    _said: set[int] = field(factory=set[int])
    """The headings of which a remark says where they went, by identity."""
    _gathering: list[Leaf] = field(factory=list[Leaf])
    """The headings that are in no section, as they only gather some."""

    def remark(
        self,
        kind: RemarkKind,
        said: Message,
        leaf: Leaf | None,
        path: str = "",
        *,
        certainty: float = 1.0,
        place: str = "",
        near: tuple[str, ...] = (),
    ) -> None:
        """Add a remark on a line."""
        line = leaf.line if leaf and leaf.line else None
        self.remarks.append(
            Remark(kind=kind, message=said, path=path, line=line, place=place, certainty=certainty, near=near)
        )

    def mapped(self, leaf: Leaf, path: str, certainty: float, label: Text, near: tuple[str, ...] = ()) -> None:
        """Say where what stands below a heading went; `near` as in `Remark`."""
        kind = RemarkKind.MAPPED if certainty >= SURE else RemarkKind.GUESSED
        self._said.add(id(leaf))
        values = {"heading": leaf.text, "home": label}
        self.remark(kind, Message(MAPPED_HEADING, values), leaf, path, certainty=certainty, place=leaf.text, near=near)

    def follow(self, headings: Iterable[Leaf]) -> None:
        """Say where headings went that went with the section or the item around them."""
        for leaf in headings:
            section = field_map(OpsDocument).get(section_of(leaf.path))
            if leaf.fate is Fate.NEW and id(leaf) not in self._said and section and section.kind is Kind.SECTION:
                self.mapped(leaf, leaf.path, SURE, section.label)

    def keep(self, leaf: Leaf | None, parts: list[Part], title: str = "", near: tuple[str, ...] = ()) -> None:
        """Keep parts word for word in a free section, below their heading; `near` as in `Remark`."""
        heading = title or (leaf.text if leaf else "")
        bodies = list(in_limits(parts))
        if not heading and not bodies[0]:
            return
        leaves = [*([leaf] if leaf else []), *leaves_of(parts)]
        for one in leaves:
            one.leave()
        path = f"extra[{len(self.extras)}]"
        self.extras += [FreeSection(title=heading, body=body) for body in bodies]
        first = leaf or next(iter(leaves), None)
        for one in leaves:
            one.path = one.path or path
        values: dict[str, object] = {"heading": heading or (first.text if first else "")}
        labels = [field_map(OpsDocument)[name].label for name in near]
        if near:
            values["near"] = Text("、".join(f"“{one.zh}”" for one in labels), " or ".join(one.en for one in labels))
        said = Message(LEFT_NEAR if near else LEFT_HEADING, values)
        self.remark(RemarkKind.LEFT, said, first, path, place=heading, near=near)

    def point(self, heading: Leaf, labels: Iterable[Text]) -> None:
        """Keep the words of a heading, with the names of the sections where what stands below it is now."""
        self.pointed.setdefault(heading.text, tuple(labels))
        if not heading.path:
            self._gathering.append(heading)

    def free_sections(self, lang: Lang) -> tuple[FreeSection, ...]:
        """What is kept word for word, and behind it one list of the headings that say more than their sections do."""
        for gathering in self._gathering:
            gathering.path = f"extra[{len(self.extras)}]"
        between = "、" if lang == "zh" else " and "
        lines = [
            _POINTER[lang].format(heading, between.join(f"“{one[lang]}”" for one in places))
            for heading, places in self.pointed.items()
        ]
        items = [Item([Line(Leaf((Run(line),), 0))], None, 0) for line in lines]
        bodies = in_limits([Listing(items)]) if items else ()
        return (*self.extras, *(FreeSection(title=_POINTED[lang], body=body) for body in bodies))

    def asked(self, found: FoundDate, leaf: Leaf, path: str) -> None:
        """Ask for what a date lacks, with the days that may be meant."""
        near = found.near(self.clock.on) if self.clock.on else ()
        meant = Text(" 或 ".join(map(str, near)), " or ".join(map(str, near)))
        values = {
            "date": leaf.text if len(leaf.text) < 60 else found.plain,
            "lacks": _LACKS[found.lacks],
            "meant": meant,
        }
        if near:
            said = message(
                "“{date}”{lacks}，可能是 {meant}；请写出完整日期",
                "'{date}' {lacks}; it may be {meant}: write the whole date",
                **values,
            )
        else:
            said = message("“{date}”{lacks}，请写出完整日期", "'{date}' {lacks}: write the whole date", **values)
        self.remark(RemarkKind.ASKED, said, leaf, path)

    def guess(self, leaf: Leaf | None, path: str, certainty: float, said: Message) -> None:
        """Say what was taken for what it only seems to be."""
        self.remark(RemarkKind.GUESSED, said, leaf, path, certainty=certainty)

    def settled(self, taken: Taken, leaf: Leaf, path: str) -> Any:
        """The value that was taken; a date that is not whole is asked for, and a year that was given is said."""
        if taken.asked:
            self.asked(taken.asked, leaf, path)
        elif taken.guessed:
            self.guessed_year(leaf, path, taken.value)
        return taken.value

    def guessed_year(self, leaf: Leaf, path: str, value: object) -> None:
        """Say which year a date was given, by the day of the document."""
        said = message(
            "“{text}”没有年份，按文档日期当作 {value}",
            "'{text}' has no year; by the date of the document it is {value}",
            text=leaf.text,
            value=str(value),
        )
        self.guess(leaf, path, 0.8, said)


_LACKS = {
    Lacks.NOTHING: Text("不完整", "is not complete"),
    Lacks.YEAR: Text("没有年份", "has no year"),
    Lacks.ORDER: Text("分不清月和日", "may be read with day or month first"),
    Lacks.DAY: Text("没有具体到日", "names no day"),
    Lacks.REFERENCE: Text("是相对的日期", "counts from another day"),
}
