"""What a digest says, in the order in which it is read.

Every entry is one line of plain text, without markup. Long texts are shortened.
"""

from collections.abc import Iterator

from opshandover.exporters.digest.cut import Group
from opshandover.exporters.digest.pressing import pressing
from opshandover.exporters.digest.records import each, is_high
from opshandover.exporters.digest.state import state
from opshandover.exporters.digest.words import (
    BULLET,
    NAME,
    bracketed,
    flat,
    labelled,
    name_of,
    people_names,
    person_name,
    sentence,
    short,
)
from opshandover.layout.words.labels import EMPTY, FIRST_THINGS, IN_FOCUS, PUNCTUATION
from opshandover.layout.words.scalars import format_date, format_datetime
from opshandover.layout.words.values import inline_record
from opshandover.model import (
    Change,
    Contact,
    Contacts,
    Decision,
    Issue,
    Nothing,
    OpsDocument,
    Risk,
    Support,
    Task,
    Team,
)
from opshandover.model.fields import field_map
from opshandover.pages.blocks import text_of
from opshandover.profiles import Profile
from opshandover.text import Lang, Text

_APART = " · "
_TASKS = Text("任务：未完成 {open}，已完成 {done}", "Tasks: {open} open, {done} done")
_ISSUES = Text("未解决问题：{open}", "Open issues: {open}")
_RISKS = Text("高风险：{open}", "High risks: {open}")
_NEWS = Text("变更与决定", "Changes and decisions")
_WHOM_TO_ASK = Text("有事找谁", "Whom to ask")


def groups(document: OpsDocument, profile: Profile, title: str, lang: Lang) -> tuple[Group, ...]:
    """Gives all that there is to say, in the order in which it is read."""
    first = FIRST_THINGS if profile.handover else IN_FOCUS
    return (
        Group(lines=_filled(_what(document, profile, title, lang)), weight=0),
        Group(lines=_filled(_who(document, profile, lang)), weight=0),
        Group(lines=_filled(_figures(document, lang)), weight=2),
        Group(lines=tuple(pressing(document, lang)), weight=3, opening=_headed(first, lang)),
        Group(lines=tuple(_news(document, lang)), weight=4, opening=_headed(_NEWS, lang)),
        Group(lines=tuple(_contacts(document, lang)), weight=5, opening=_headed(_WHOM_TO_ASK, lang)),
        Group(lines=_filled(state(document, profile, lang)), weight=1, opening="\n"),
    )


def _filled(line: str) -> tuple[str, ...]:
    return (line,) if line else ()


def _headed(label: Text, lang: Lang) -> str:
    return f"\n{label[lang]}{PUNCTUATION[lang].colon.rstrip()}\n"


def _what(document: OpsDocument, profile: Profile, title: str, lang: Lang) -> str:
    """Says which kind of document it is, and of which time."""
    kind = profile.label[lang]
    time = document.shift or document.period
    written = document.prepared_on or document.updated_on
    parts = (
        "" if kind == title else kind,
        format_date(written) if written else "",
        text_of(inline_record(time, lang)) if time else "",
    )
    return _APART.join(short(flat(part), NAME) for part in dict.fromkeys(parts) if part)


def _who(document: OpsDocument, profile: Profile, lang: Lang) -> str:
    """Says who hands over to whom, or who wrote it."""
    if profile.handover or document.giver or document.receivers:
        giver = person_name(document.giver) or EMPTY[lang]
        receivers = people_names(document.receivers, lang) or EMPTY[lang]
        return f"{giver} → {receivers}"
    return labelled(OpsDocument, "prepared_by", person_name(document.prepared_by), lang)


def _figures(document: OpsDocument, lang: Lang) -> str:
    """Counts tasks, issues and high risks, where the document speaks of them at all."""
    tasks, issues, risks = each(document, Task), each(document, Issue), each(document, Risk)
    undone = sum(task.open for task in tasks)
    parts: list[str] = []
    if tasks:
        parts.append(_TASKS[lang].format(open=undone, done=len(tasks) - undone))
    if issues or isinstance(document.issues, Nothing):
        parts.append(_ISSUES[lang].format(open=sum(issue.open for issue in issues)))
    if risks or isinstance(document.risks, Nothing):
        parts.append(_RISKS[lang].format(open=sum(risk.open and is_high(risk) for risk in risks)))
    return PUNCTUATION[lang].semicolon.join(parts)


def _news(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """Says what was or will be changed, then what was decided."""
    for change in each(document, Change):
        parts = (
            change.status.label[lang] if change.status else "",
            format_datetime(change.scheduled_on) if change.scheduled_on else "",
            person_name(change.owner),
        )
        details = PUNCTUATION[lang].comma.join(filter(None, parts))
        yield f"{BULLET} {name_of(change, lang)}{bracketed(details, lang)}"
    for decision in each(document, Decision):
        if content := sentence(decision.content, lang):
            yield f"{BULLET} {content}"


def _contacts(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """Says whom to call when it is urgent, and who else answers questions."""
    listed = document.contacts.items if isinstance(document.contacts, Contacts) else ()
    team = document.team.receiver_contacts if isinstance(document.team, Team) else ()
    support = document.support if isinstance(document.support, Support) else Support()
    urgent = tuple(contact for contact in listed if contact.emergency)
    asked = (*urgent, *((support.contact,) if support.contact else ()), *team)
    for contact in asked or (Contact(person=document.giver),):
        who = text_of(inline_record(contact.person, lang)) if contact.person else ""
        parts = [short(flat(part), NAME) for part in (who, contact.relationship)]
        if contact.emergency:
            parts.append(field_map(Contact)["emergency"].label[lang])
        if who:
            yield f"{BULLET} {PUNCTUATION[lang].semicolon.join(filter(None, parts))}"
    if support.until:
        yield f"{BULLET} {labelled(Support, 'until', format_date(support.until), lang)}"
