"""The digest: the most important content of a document in a few lines, for a chat or a mail."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from opshandover.document.identity import distinct
from opshandover.document.open import is_high
from opshandover.document.pressing import Pressing, open_entries
from opshandover.document.signatures import decision_of
from opshandover.layout.headings import heading
from opshandover.layout.views.attention import more_text, named, next_step_of, owner_field, who_sees_to, why_text
from opshandover.layout.views.summaries import contacts, figures
from opshandover.layout.words.labels import (
    ALSO_OPEN,
    AND_MORE_ENTRIES,
    AND_MORE_WHERE,
    BULLET,
    EMPTY,
    FIGURES,
    FIRST_THINGS,
    IN_FOCUS,
    PUNCTUATION,
    SYMBOLS,
    WHOM_TO_ASK,
)
from opshandover.layout.words.short import due_text, name_of, person_name, plain_paragraph, sentence
from opshandover.layout.words.values import inline_record
from opshandover.model.base import Level, Nothing, Record
from opshandover.model.changes import Change
from opshandover.model.communication import Decision, Meeting
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.issues import Issue
from opshandover.model.items import OpenItem
from opshandover.model.notes import Notes
from opshandover.model.people import Person
from opshandover.model.risks import Risk
from opshandover.model.signoff import SignDecision
from opshandover.model.support import Support
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Block, Divider, ListBlock, ListItem, Page, Role, Run, derived, text_of
from opshandover.plain_text import shortened
from opshandover.profiles import Profile, profile_of
from opshandover.text import Lang, Text

NAME, SENTENCE = 80, 160
"""The maximum widths of a name and of a sentence."""

MOST, ROOM = 30, 12
"""So many items that cannot wait are listed; other open ones only up to a total of `ROOM`."""

MOST_CONTACTS = 5

MOST_RESULTS = 6
"""So few, as what needs attention stands below them."""

_SEPARATOR = " · "
_TASKS = Text("任务：未完成 {open}，已完成 {done}", "Tasks: {open} open, {done} done")
_ISSUES = Text("未解决问题：{open}", "Open issues: {open}")
_RISKS = Text("风险：{open}", "Risks: {open}")
_HIGH = Text("高 {high}", "{high} high")
_DONE = Text("已完成", "Done")
_NEWS = Text("变更与决定", "Changes and decisions")
_NOT_ACKNOWLEDGED = Text("接收人尚未确认", "Not acknowledged by")
_REFUSED = Text("接收人拒绝接收", "Refused by")


def digest_page(document: OpsDocument, lang: Lang) -> Page:
    """Lay out the most important content of a document: paragraphs of one line and two lists.

    The blocks are in order of importance, for formats that leave out the end where there is a limit;
    blocks in the role of metadata are left out last.

    Raises:
        UnknownNameError: the document's profile is unknown.
    """
    profile = profile_of(document.profile)
    title = shortened(document.title, SENTENCE) or profile.label[lang]
    state = _line(_state(document, profile, lang))
    return Page(
        title=title,
        kind=profile.label[lang],
        lang=lang,
        blocks=(
            *_line(_what(document, profile, title, lang), Role.METADATA),
            *_line(_who(document, profile, lang), Role.METADATA),
            *_line(_figures(document, lang)),
            *_outcome(document, profile, lang),
            *_attention(document, profile, lang),
            *_list(WHOM_TO_ASK, _contacts(document, lang), lang),
            *_list(Notes.label, _notes(document, lang), lang),
            *_list(_NEWS, _news(document, profile, lang), lang),
            *((Divider(), *state) if state else ()),
        ),
    )


def _line(text: str, role: Role = Role.NONE) -> tuple[Block, ...]:
    return (plain_paragraph(Run(text=text), role=role),) if text else ()


def _list(label: Text, lines: Iterable[str], lang: Lang) -> tuple[Block, ...]:
    items = tuple(ListItem(blocks=_line(line)) for line in lines)
    return derived(heading(label[lang], 1), ListBlock(items=items)) if items else ()


def _what(document: OpsDocument, profile: Profile, title: str, lang: Lang) -> str:
    """The kind of document, its date, its period or shift, and the day from which it counts."""
    kind = profile.label[lang]
    time = document.shift or document.period
    parts = (
        "" if kind == title else kind,
        due_text(document.prepared_on or document.updated_on),
        text_of(inline_record(time, lang)) if time else "",
        _labelled(OpsDocument, "effective_on", due_text(document.effective_on), lang),
    )
    return _SEPARATOR.join(shortened(part, NAME) for part in dict.fromkeys(parts) if part)


def _who(document: OpsDocument, profile: Profile, lang: Lang) -> str:
    """Giver and receivers, or the author."""
    if profile.handover or document.giver or document.receivers:
        giver = person_name(document.giver, NAME) or EMPTY[lang]
        return f"{giver} → {_names(document.receivers, lang) or EMPTY[lang]}"
    return _labelled(OpsDocument, "prepared_by", person_name(document.prepared_by, NAME), lang)


def _figures(document: OpsDocument, lang: Lang) -> str:
    """The numbers of tasks, issues and high risks, if the document has such sections."""
    tasks, issues, risks = distinct(document, Task), distinct(document, Issue), distinct(document, Risk)
    undone = sum(task.open for task in tasks)
    parts: list[str] = []
    if tasks:
        parts.append(_TASKS[lang].format(open=undone, done=len(tasks) - undone))
    if issues or isinstance(document.issues, Nothing):
        parts.append(_ISSUES[lang].format(open=sum(issue.open for issue in issues)))
    if risks or isinstance(document.risks, Nothing):
        rated = any(risk.likelihood or risk.impact for risk in risks)
        high = _bracketed(_HIGH[lang].format(high=sum(map(is_high, risks))), lang) if rated else ""
        parts.append(_RISKS[lang].format(open=sum(risk.open for risk in risks)) + high)
    return PUNCTUATION[lang].semicolon.join(parts)


def _outcome(document: OpsDocument, profile: Profile, lang: Lang) -> tuple[Block, ...]:
    """What came of a day of work, or was decided in a conversation: that is what such a document is passed on for."""
    if profile.conversation:
        return _list(field_map(Meeting)["decisions"].label, _first(ROOM, _decisions(document, lang), lang), lang)
    if not profile.workday:
        return ()
    done = _list(_DONE, _first(MOST_RESULTS, _done(document, lang), lang), lang)
    return done + _list(FIGURES, _first(MOST_RESULTS, figures(document, lang, NAME), lang), lang)


def _first(most: int, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """So many lines, and the number of the others."""
    shown = [*lines]
    yield from shown[:most]
    if len(shown) > most:
        yield AND_MORE_ENTRIES[lang].format(number=len(shown) - most)


def _done(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """Each finished task with its result."""
    for task in distinct(document, Task):
        if not task.open:
            parts = (name_of(task, lang, NAME), sentence(task.result, lang, SENTENCE))
            yield PUNCTUATION[lang].colon.join(filter(None, parts))


def _attention(document: OpsDocument, profile: Profile, lang: Lang) -> tuple[Block, ...]:
    """A line for each item that cannot wait; then the other open items, as far as there is room."""
    first, others = open_entries(document, lasting=profile.charter)
    title = (FIRST_THINGS if profile.handover else IN_FOCUS)[lang]
    shown = others[: max(ROOM - len(first), 0)]
    blocks = _entries(title, first[:MOST], first[MOST:], document, lang)
    return blocks + _entries(ALSO_OPEN[lang], shown, others[len(shown) :], document, lang)


def _entries(
    title: str, shown: Sequence[Pressing], rest: Sequence[Pressing], document: OpsDocument, lang: Lang
) -> tuple[Block, ...]:
    lines = [block for entry in shown for block in _line(_entry(entry, document, lang))]
    if rest:
        lines += _line(f"{BULLET} {more_text(rest, AND_MORE_WHERE, lang)}")
    return derived(heading(title, 1, role=Role.ATTENTION), *lines) if lines else ()


def _entry(entry: Pressing, document: OpsDocument, lang: Lang) -> str:
    """Symbol, name and number, reasons, owner, due date and next step of an item."""
    record, symbol = entry.record, _symbol(entry.record)
    why = why_text(entry, document, lang).replace(f"{symbol} ", "", 1)
    due = "next_check" if entry.due is None and isinstance(record, OpenItem) else "due"
    profile = profile_of(document.profile)
    who = person_name(who_sees_to(entry, document), NAME)
    if not who and profile.conversation and isinstance(record, Task):  # an action that nobody has taken on
        who = EMPTY[lang]
    parts = (
        f"{symbol} {named(entry, lang, NAME)}{_bracketed(why, lang)}",
        _labelled(Task, owner_field(profile.handover), who, lang),
        _labelled(OpenItem, due, due_text(entry.due or getattr(record, "next_check", None)), lang),
        _labelled(OpenItem, "next_step", next_step_of(entry, lang, SENTENCE), lang),
    )
    return PUNCTUATION[lang].semicolon.join(filter(None, parts))


def _symbol(item: Record) -> str:
    """The symbol of an item's level or priority, shown at the start of its line."""
    high = isinstance(item, Risk) and is_high(item)
    rank = Level.HIGH if high else getattr(item, "priority", None)
    return SYMBOLS.get(rank, BULLET) if rank else BULLET


def _news(document: OpsDocument, profile: Profile, lang: Lang) -> Iterator[str]:
    """Changes, then the decisions that do not stand above."""
    for change in distinct(document, Change):
        parts = (
            change.status.label[lang] if change.status else "",
            due_text(change.scheduled_on),
            person_name(change.owner, NAME),
        )
        details = PUNCTUATION[lang].comma.join(filter(None, parts))
        yield f"{name_of(change, lang, NAME)}{_bracketed(details, lang)}"
    if not profile.conversation:
        yield from _decisions(document, lang)


def _decisions(document: OpsDocument, lang: Lang) -> Iterator[str]:
    for decision in distinct(document, Decision):
        if content := sentence(decision.content, lang, SENTENCE):
            yield content


def _notes(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """The first few things to remember."""
    notes = document.notes.items if isinstance(document.notes, Notes) else ()
    return islice(filter(None, (sentence(note.text, lang, SENTENCE) for note in notes)), MOST_CONTACTS)


def _contacts(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """The first few people to ask, and until when the giver answers questions."""
    yield from islice(contacts(document, lang, NAME), MOST_CONTACTS)
    if isinstance(document.support, Support) and document.support.until:
        yield _labelled(Support, "until", due_text(document.support.until), lang)


def _state(document: OpsDocument, profile: Profile, lang: Lang) -> str:
    """The state of the document, and the receivers who have refused or not yet acknowledged it."""
    state = document.state.label[lang] if document.state else ""
    decided = {person: decision_of(document, person) for person in document.receivers}
    refused = [one for one, said in decided.items() if said is SignDecision.REFUSED]
    silent = [one for one, said in decided.items() if said is None]
    handed = profile.handover and bool(document.receivers)
    parts = (
        _labelled(OpsDocument, "state", state, lang),
        _named(_REFUSED, refused, lang) if handed else "",
        _named(_NOT_ACKNOWLEDGED, silent, lang) if handed else "",
    )
    return PUNCTUATION[lang].semicolon.join(filter(None, parts))


def _named(label: Text, people: Sequence[Person], lang: Lang) -> str:
    return f"{label[lang]}{PUNCTUATION[lang].colon}{_names(people, lang)}" if people else ""


def _names(people: Iterable[Person], lang: Lang) -> str:
    names = (person_name(person, NAME) for person in people)
    return shortened(PUNCTUATION[lang].pause.join(filter(None, names)), SENTENCE)


def _labelled(cls: type[Record], name: str, text: str, lang: Lang) -> str:
    """A text after the label of a field; empty if there is no text."""
    return f"{field_map(cls)[name].label[lang]}{PUNCTUATION[lang].colon}{text}" if text else ""


def _bracketed(text: str, lang: Lang) -> str:
    """A text in brackets; empty if there is no text."""
    return f"{PUNCTUATION[lang].opening}{text}{PUNCTUATION[lang].closing}" if text else ""
