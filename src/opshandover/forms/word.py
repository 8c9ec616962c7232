"""A form as a Word file: blanks to type into, lists to choose from, calendars, and rows that can be repeated.

It is laid out as a document is, with the same labels, so that it is read back as one; what was known before, and so
was not typed by the person who fills it in, is kept in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from attrs import define, evolve, field

from opshandover.codec import canonical
from opshandover.codec.asked import FIXED_BY_KIND, asked_fields, asked_header, asked_sections
from opshandover.codec.baseline import FORM, Baseline
from opshandover.codec.starter_lines import DAY, HOW_WRITTEN, MOMENT
from opshandover.document.paths import child_path
from opshandover.document.secrets import redacted
from opshandover.exporters.word.render import render
from opshandover.layout.tables.cells import field_cell
from opshandover.layout.words.labels import NO, NUMBERED, YES
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.values import has_content
from opshandover.model import Money, OpsDocument, Period, Record, Shift
from opshandover.model.fields import Field, Kind
from opshandover.model.header import Language
from opshandover.model.people import Person
from opshandover.ooxml.anchors import Prompt
from opshandover.pages.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Page,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    text_of,
)
from opshandover.profiles.profile import Profile
from opshandover.text import LANGUAGES, Lang, Text

_MOST_COLUMNS = 5
"""The most fields of an item that stand side by side in a table; more stand one below the other."""
_ROWS, _ITEMS = 3, 2
"""How many items a form has room for, in a table and one below the other."""
_LATER = "2026-03-06 02:30"
_DATES = (Kind.DATE, Kind.WHEN)
_LONG = (Kind.PROSE, Kind.RECORD)


def word_form(profile: Profile, lang: Lang, known: OpsDocument | None = None) -> bytes:
    """A Word file with blanks for what a kind of document asks.

    Args:
        profile: the kind of document.
        lang: the language of labels and explanations.
        known: what is known already; its values stand where the blanks would be.
    """
    known = evolve(redacted(known or OpsDocument(profile=profile.name)), lang=Language(lang))
    form = _Form(profile=profile, lang=lang, known=known)
    label = profile.label[lang]
    page = Page(title=label, kind=label, lang=lang, blocks=tuple(form.blocks()), compact=profile.brief)
    baseline = Baseline(json=canonical(known), lang=lang, options={FORM: "true"})
    return render(page, prompts=form.prompts, baseline=baseline)


@define(kw_only=True)
class _Form:
    """Lays a form out, and notes how each blank is filled in."""

    profile: Profile
    lang: Lang
    known: OpsDocument
    prompts: dict[str, Prompt] = field(factory=dict[str, Prompt])

    def blocks(self) -> Iterator[Block]:
        header = [one for one in asked_header(self.profile) if one.name not in FIXED_BY_KIND]
        yield self._facts(header, self.known, "", across=2, role=Role.METADATA)
        for section in asked_sections(self.profile):
            yield Heading(1, section.label[self.lang], section.name, Role.SECTION)
            value = getattr(self.known, section.name)
            record = value if isinstance(value, section.record) else section.record()
            yield from self._record(record, section.name)

    def _record(self, record: Record, path: str) -> Iterator[Block]:
        """The blanks of a section: single values first, then its lists."""
        cls = type(record)
        asked = asked_fields(cls, path, self.profile)
        listed = [one for one in asked if self._is_list(one)]
        single = [one for one in asked if one not in listed]
        if single:
            yield self._facts(single, record, path)
        for one in listed:
            if len(asked) > 1:
                yield Heading(2, one.label[self.lang], child_path(path, one.name))
            items = getattr(record, one.name)
            yield from self._items(one.record, items, child_path(path, one.name), level=2 + (len(asked) > 1))

    def _is_list(self, one: Field) -> bool:
        return one.kind is Kind.RECORD and one.many and one.record is not Person

    def _items(self, cls: type[Record], items: Sequence[Record], path: str, level: int) -> Iterator[Block]:
        """The items that are known, and room for more of them."""
        fields = asked_fields(cls, path, self.profile)
        in_table = len(fields) <= _MOST_COLUMNS
        records = [*items, *[cls()] * (_ROWS if in_table else _ITEMS)]
        places = [child_path(path, i) for i in range(len(records))]
        if in_table:
            columns = tuple(Column(one.label[self.lang], share=3 if one.kind in _LONG else 2) for one in fields)
            rows = (
                Row(tuple(self._cell(one, record, place) for one in fields), place)
                for record, place in zip(records, places, strict=True)
            )
            yield Table(columns=columns, rows=tuple(rows), path=path)
            return
        for number, (record, place) in enumerate(zip(records, places, strict=True), start=1):
            yield Heading(level, NUMBERED[self.lang].format(label=cls.label[self.lang], number=number), place)
            yield self._facts(fields, record, place)

    def _facts(
        self, fields: Sequence[Field], record: Record, path: str, across: int = 1, role: Role = Role.NONE
    ) -> Facts:
        items = tuple(Fact(one.label[self.lang], self._cell(one, record, path)) for one in fields)
        return Facts(items=items, path=path, across=across, role=role)

    def _cell(self, one: Field, record: Record, path: str) -> Cell:
        """A value that is known, or a blank with the hint of its field, to be chosen, picked or typed."""
        place = child_path(path, one.name)
        self.prompts[place] = prompt = self._prompt(one)
        if has_content(one, getattr(record, one.name)):
            return field_cell(record, one, path, self.lang)
        text = _CHOOSE[self.lang] if prompt.choices else self._hint(one)
        return Cell((Paragraph((Run(text),), place, Role.PLACEHOLDER),), place, Role.PLACEHOLDER)

    def _hint(self, one: Field) -> str:
        """What belongs into a blank, or how that is written where there is one way to write it."""
        if one.type in _EXAMPLES:
            example = RECORD_FORMATTERS[one.type](_EXAMPLES[one.type][self.lang], self.lang)
            return _SUCH_AS[self.lang].format(example=text_of(example))
        return HOW_WRITTEN[one.kind][self.lang] if one.kind in HOW_WRITTEN else one.spec.hint[self.lang]

    def _prompt(self, one: Field) -> Prompt:
        if one.kind is Kind.CHOICE and not one.many:
            return Prompt(choices=tuple(choice.label[self.lang] for choice in one.choice))
        if one.kind is Kind.BOOLEAN:
            return Prompt(choices=(YES[self.lang], NO[self.lang]))
        return Prompt(is_date=one.kind in _DATES)


_HOURS = {"start": datetime.fromisoformat(MOMENT), "end": datetime.fromisoformat(_LATER)}
_EXAMPLES: Mapping[type[Record], Mapping[Lang, Record]] = {
    Shift: {"zh": Shift(name="晚班", **_HOURS), "en": Shift(name="Late", **_HOURS)},
    Period: dict.fromkeys(LANGUAGES, Period(start=date.fromisoformat(DAY), end=date.fromisoformat(_LATER[:10]))),
    Money: dict.fromkeys(LANGUAGES, Money(amount=Decimal(1200))),
}
"""Records whose written form has to be shown, since nobody would guess it."""
_SUCH_AS = Text("如：{example}", "such as: {example}")
_CHOOSE = Text("请选择", "choose")
