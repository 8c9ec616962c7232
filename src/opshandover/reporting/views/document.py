"""A document as a summary: kind, title and people, its sections, and what is open."""

from collections.abc import Iterator
from typing import cast

from opshandover.document.pressing import open_entries
from opshandover.document.secrets import redacted
from opshandover.document.verify import ensure
from opshandover.errors import OpsHandoverError
from opshandover.layout.path_labels import path_label
from opshandover.layout.words.short import due_text, person_name
from opshandover.model import OpsDocument
from opshandover.model.base import NotApplicable, Nothing, Section
from opshandover.model.fields import Kind, fields_of
from opshandover.model.header import Header
from opshandover.profiles import profile_of
from opshandover.redaction import excerpt
from opshandover.reporting.html.elements import element
from opshandover.reporting.html.notebook import framed, muted, title
from opshandover.reporting.labels import BRACKETED
from opshandover.styled import Line, line, plain
from opshandover.text import Lang, Text

_MOST_OPEN = 5
_LONGEST = 120
_PAUSE = Text("、", ", ")
_COMMA = Text("，", ", ")
_SECTIONS = Text("部分", "Sections")
_ITEMS = (Text("{n} 项", "{n} item"), Text("{n} 项", "{n} items"))
_OPEN = Text("未完成 {n} 项", "{n} open")
_NOTHING_OPEN = Text("没有未完成的事项", "nothing is open")
_MORE = Text("另有 {n} 项", "and {n} more")
_DUE = Text("{due} 到期", "due {due}")
_LABELLED = Text("{label}：{text}", "{label}: {text}")


def text(document: OpsDocument) -> str:
    """The summary in lines; of a document that is not valid, why not."""
    lang = document.output_lang
    try:
        return plain(_lines(Summary(document, lang)))
    except OpsHandoverError as cause:
        return f"{document!r}\n  {excerpt(cause.in_lang(lang), 1000)}"


def fragment(document: OpsDocument) -> str:
    """The summary for a notebook."""
    lang = document.output_lang
    try:
        found = Summary(document, lang)
    except OpsHandoverError as cause:
        return framed(element("p", repr(document)), element("p", cause.in_lang(lang)))
    items = (element("li", one) for one in found.open)
    return framed(
        title(found.name, found.kind, lang),
        *(element("p", one, style="margin:0") for one in found.facts),
        element("p", element("b", found.open_heading), style="margin:6px 0 0"),
        element("ul", *items, style="margin:2px 0 0") if found.open else None,
        muted(found.more) if found.more else None,
    )


class Summary:
    """What is said of a document, in one language and without secrets.

    Raises:
        OpsHandoverError: the document holds values that its fields do not allow, or its kind is unknown.
    """

    def __init__(self, document: OpsDocument, lang: Lang) -> None:
        """Ask the document."""
        document = redacted(document, ensure(document))
        self.lang: Lang = lang
        self.kind = _kind(document, lang)
        self.name = excerpt(document.title, _LONGEST) if document.title.strip() else self.kind
        self.facts = [*_facts(document, lang), *_sections(document, lang)]
        first, others = open_entries(document)
        entries = [*first, *others]
        self.open = [
            path_label(one.path, document, lang)
            + (BRACKETED[lang].format(text=_DUE[lang].format(due=due_text(one.due))) if one.due else "")
            for one in entries[:_MOST_OPEN]
        ]
        self.open_heading = _OPEN[lang].format(n=len(entries)) if entries else _NOTHING_OPEN[lang]
        self.more = _MORE[lang].format(n=len(entries) - _MOST_OPEN) if len(entries) > _MOST_OPEN else ""


def _lines(found: Summary) -> Iterator[Line]:
    yield line((found.name, "bold"), BRACKETED[found.lang].format(text=found.kind))
    for fact in found.facts:
        yield line("  ", fact)
    yield line("  ", found.open_heading)
    for one in found.open:
        yield line("    · ", one)
    if found.more:
        yield line("    · ", found.more)


def _facts(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """Who, then when and in which state."""
    labels = {field.name: field.label[lang] for field in fields_of(Header)}
    receivers = _PAUSE[lang].join(filter(None, (person_name(one) for one in document.receivers)))
    people = {
        "giver": person_name(document.giver),
        "receivers": receivers,
        "prepared_by": person_name(document.prepared_by),
    }
    facts = {
        "prepared_on": due_text(document.prepared_on),
        "state": document.state.label[lang] if document.state else "",
    }
    for each in (people, facts):
        said = [_labelled(labels[name], value, lang) for name, value in each.items() if value]
        if said:
            yield _COMMA[lang].join(said)


def _sections(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """The sections that are there with how much each holds, then those without content."""
    written: list[str] = []
    without: dict[type[object], list[str]] = {Nothing: [], NotApplicable: []}
    for field in fields_of(OpsDocument)[len(fields_of(Header)) :]:
        label = field.label[lang]
        match getattr(document, field.name):
            case None | ():
                continue
            case Nothing() | NotApplicable() as absence:
                without[type(absence)].append(label)
            case Section() as section:
                n = _items(section)
                written.append(label + (BRACKETED[lang].format(text=_count(n, lang)) if n else ""))
            case several:
                n = len(cast("tuple[object, ...]", several))
                written.append(label + BRACKETED[lang].format(text=_count(n, lang)))
    groups = ((_SECTIONS, written), (Nothing.label, without[Nothing]), (NotApplicable.label, without[NotApplicable]))
    for heading, said in groups:
        if said:
            yield _labelled(heading[lang], _PAUSE[lang].join(said), lang)


def _kind(document: OpsDocument, lang: Lang) -> str:
    """The kind of a document; of a team's kind whose configuration is not in force, the bare name."""
    try:
        return profile_of(document.profile).label[lang]
    except OpsHandoverError:
        return excerpt(document.profile)


def _count(n: int, lang: Lang) -> str:
    return _ITEMS[n != 1][lang].format(n=n)


def _items(section: Section) -> int:
    """How many records the lists of a section hold."""
    return sum(
        len(getattr(section, field.name))
        for field in fields_of(type(section))
        if field.many and field.kind is Kind.RECORD
    )


def _labelled(label: str, text: str, lang: Lang) -> str:
    return _LABELLED[lang].format(label=label, text=text)
