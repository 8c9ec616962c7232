"""The memo: a document on one page, for readers who do not need all of it."""

from collections.abc import Iterator, Sequence

from opshandover.document.pressing import open_entries
from opshandover.layout.fill_in import FillIn
from opshandover.layout.header import blank_fact, is_handed_over, properties
from opshandover.layout.headings import heading
from opshandover.layout.introduced import without_repeated_details
from opshandover.layout.signoff import signature_blocks
from opshandover.layout.tables.cells import value_fact
from opshandover.layout.views.attention import attention_blocks
from opshandover.layout.views.counts import counts_of
from opshandover.layout.views.summaries import accesses, agreements, assets, contacts, figures
from opshandover.layout.words.labels import (
    AGREEMENTS,
    AND_MORE_ENTRIES,
    AND_MORE_WHERE,
    CONTENTS,
    FIGURES,
    HANDOVER_MEMO,
    OUTLOOK,
    OUTSTANDING_ACCESS,
    PUNCTUATION,
    SUMMARY_MEMO,
    WHOM_TO_ASK,
)
from opshandover.layout.words.short import plain_paragraph, text_cell
from opshandover.layout.words.values import has_content, inline_field
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.header import Header
from opshandover.model.people import Contacts
from opshandover.model.signoff import SignOff
from opshandover.model.support import Support
from opshandover.pages.blocks import Block, Cell, Fact, Facts, ListBlock, ListItem, Page, Role, Run, derived, text_of
from opshandover.plain_text import clean, shortened
from opshandover.profiles import Profile, profile_of
from opshandover.text import Lang, Text

MOST, MOST_ITEMS = 5, 15
"""The maximum number of entries of one kind, and of open items."""

MOST_CONTACTS = 3

_HEADER = (
    *("giver", "receivers", "witness", "supervisor", "prepared_by", "department", "shift", "next_shift"),
    *("period", "effective_on", "prepared_on", "state", "id", "reason"),
)
"""The fields of the header that a memo shows, in this order."""

_SUPPORT = ("until", "contact", "channel")
_Blocks = tuple[Block, ...]


def memo_page(document: OpsDocument, lang: Lang, fill_in: FillIn = FillIn.FIELDS) -> Page:
    """Lay a document out on one page.

    The memo has the header, the number of items, what needs attention, figures, outstanding access and
    assets, agreements, support after the handover and the table of signatures. For profiles without a
    handover it is a summary without signatures.

    Args:
        document: the document; of long lists the first entries are shown, with the number of the others.
        lang: the language of labels and added words.
        fill_in: which placeholders the header gets.

    Raises:
        UnknownNameError: the document's profile is unknown.
    """
    profile = profile_of(document.profile)
    document = without_repeated_details(document)
    kind = (HANDOVER_MEMO if profile.handover else SUMMARY_MEMO)[lang]
    return Page(
        title=document.title or profile.label[lang],
        kind=kind,
        lang=lang,
        properties=properties(document),
        compact=True,
        blocks=(
            *_header(document, profile, lang, fill_in),
            *_facts(*_contents(document, profile, lang)),
            *_attention(document, profile, lang),
            *_facts(
                *_list_fact(FIGURES, list(figures(document, lang)), lang),
                *_list_fact(OUTSTANDING_ACCESS, [*accesses(document, lang), *assets(document, lang)], lang),
                *_list_fact(AGREEMENTS, list(agreements(document)), lang),
                *_contacts(document, lang),
                *_support(document, lang),
            ),
            *_signatures(document, profile, lang),
        ),
    )


def _header(document: OpsDocument, profile: Profile, lang: Lang, fill_in: FillIn) -> _Blocks:
    facts: list[Fact] = []
    for name in _HEADER:
        field, value = field_map(Header)[name], getattr(document, name)
        if has_content(field, value):
            facts.append(_fact(document, name, lang))
        elif is_handed_over(name, profile):
            facts.append(blank_fact(field, lang, fill_in))
    return (Facts(items=tuple(facts), across=2, role=Role.METADATA),) if facts else ()


def _fact(document: OpsDocument, name: str, lang: Lang) -> Fact:
    """A field of the header on one line; it has no path if it was shortened."""
    field = field_map(Header)[name]
    whole = text_of(inline_field(document, field, lang))
    said = shortened(whole)
    if said == clean(whole):
        return value_fact(field, getattr(document, name), name, lang)
    return Fact(label=field.label[lang], cell=text_cell(said))


def _facts(*facts: Fact) -> _Blocks:
    """Return facts as one block; labels take less room than headings."""
    return (Facts(items=facts, derived=True),) if facts else ()


def _contents(document: OpsDocument, profile: Profile, lang: Lang) -> Iterator[Fact]:
    marks = PUNCTUATION[lang]
    said = [f"{label[lang]}{marks.colon}{count[lang]}" for label, count in counts_of(document)]
    if said:
        title = CONTENTS if profile.handover else OUTLOOK
        yield Fact(label=title[lang], cell=text_cell(marks.semicolon.join(said)))


def _attention(document: OpsDocument, profile: Profile, lang: Lang) -> _Blocks:
    """What cannot wait, then the other open items, as far as a page has room."""
    first, others = open_entries(document, lasting=profile.charter)
    return attention_blocks(
        [*first, *others],
        document,
        lang,
        handover=profile.handover,
        most=MOST_ITEMS,
        more=AND_MORE_WHERE,
    )


def _list_fact(title: Text, lines: Sequence[str], lang: Lang) -> Iterator[Fact]:
    """The first entries of a list, with its label and the number of the others."""
    shown = list(lines[:MOST])
    if len(lines) > MOST:
        shown.append(AND_MORE_ENTRIES[lang].format(number=len(lines) - MOST))
    items = tuple(ListItem(blocks=(plain_paragraph(Run(text=line)),)) for line in shown)
    match shown:
        case []:
            return
        case [only]:
            cell = text_cell(only)
        case _:
            cell = Cell(blocks=derived(ListBlock(items=items)), derived=True)
    yield Fact(label=title[lang], cell=cell)


def _contacts(document: OpsDocument, lang: Lang) -> Iterator[Fact]:
    """Whom to ask first, if the document has a list of contacts."""
    if isinstance(document.contacts, Contacts):
        yield from _list_fact(WHOM_TO_ASK, list(contacts(document, lang))[:MOST_CONTACTS], lang)


def _support(document: OpsDocument, lang: Lang) -> Iterator[Fact]:
    section = document.support
    if isinstance(section, Support):
        labels = field_map(Support)
        said = [
            shortened(text_of(inline_field(section, labels[name], lang)))
            for name in _SUPPORT
            if has_content(labels[name], getattr(section, name))
        ]
        if said:
            yield Fact(label=Support.label[lang], cell=text_cell(PUNCTUATION[lang].semicolon.join(said)))


def _signatures(document: OpsDocument, profile: Profile, lang: Lang) -> _Blocks:
    if not profile.handover:
        return ()
    title = heading(SignOff.label[lang], 1, role=Role.ATTENTION)
    return (title, *signature_blocks(document, lang))
