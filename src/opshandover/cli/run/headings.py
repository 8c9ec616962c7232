"""Ask where headings belong whose place is not sure."""

from attrs import define, evolve, field

from opshandover.cli.run.common import answer_to
from opshandover.cli.screen import aside
from opshandover.model import OpsDocument
from opshandover.model.fields import field_map, section_fields
from opshandover.reading.foreign import EXTRA, Mapping, Proposal, place_of, proposals
from opshandover.reading.result import Reading
from opshandover.redaction import excerpt, excerpt_path
from opshandover.reporting.views.reading import remark_line
from opshandover.text import Lang, Text


@define
class Asking:
    """Asks about each heading once, whatever files it stands in; `mapping` has all answers."""

    mapping: Mapping = field(factory=Mapping)

    def ask(self, reading: Reading, lang: Lang) -> bool:
        """Ask about the headings of a file that are not sure; whether there was any.

        Raises:
            CallError: the input ended.
        """
        unsure = [one for one in proposals(reading.parts) if not one.is_sure and one.key not in self.mapping.headings]
        if unsure:
            aside().line((excerpt_path(reading.name), "bold"))
        for one in unsure:
            self.mapping = evolve(self.mapping, headings={**self.mapping.headings, one.key: _answer(one, lang)})
        return bool(unsure)


def _answer(proposal: Proposal, lang: Lang) -> str:
    """The path of the place that a person chooses for a heading; that which it has got if the answer is empty."""
    places = [*dict.fromkeys((proposal.place, *proposal.remark.near, EXTRA))]
    screen = aside()
    screen.lines((remark_line(proposal.remark, lang),))
    for number, place in enumerate(places, start=1):
        screen.line(f"    {number}  ", _name(place, lang), hang=7)
    while True:
        written = answer_to(f"    {_ASKED[lang]}", default="1").strip()
        if written.isdecimal() and 0 < int(written) <= len(places):
            return places[int(written) - 1]
        if named := place_of(written):
            return named
        if written in ("?", "？"):
            screen.line("    ", _COMMA[lang].join(_name(one.name, lang) for one in section_fields(OpsDocument)), hang=4)
        else:
            screen.line("    ", _UNKNOWN.filled(lang, written=excerpt(written)), hang=4)


def _name(place: str, lang: Lang) -> str:
    """The label of a place, and its path as a mapping has it."""
    if place == EXTRA:
        return f"{_KEPT[lang]} ({EXTRA})"
    return f"{field_map(OpsDocument)[place.partition('.')[0]].label[lang]} ({place})"


_KEPT = Text("原样保留", "keep it as it is")
_ASKED = Text(
    "归入哪里？写编号、部分的名称或标签，写 ? 列出全部部分",
    "Where does it belong? A number, the name or label of a section, or ? for a list of them",
)
_COMMA = Text("、", ", ")
_UNKNOWN = Text("没有“{written}”这个部分", "there is no section '{written}'")
