"""The part of one file in a report: who and what, the score, the findings, and what does not count."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen

from opshandover.findings import Finding, NotChecked, Severity
from opshandover.html import Html
from opshandover.layout.words.short import due_text, person_name
from opshandover.model import OpsDocument
from opshandover.model.header import Waiver
from opshandover.profiles.subject import Subject
from opshandover.reporting.checked import Checked, FileResult, Unreadable
from opshandover.reporting.html import labels
from opshandover.reporting.html.elements import element, heading
from opshandover.reporting.html.findings import findings_section, place_of
from opshandover.reporting.html.score import card_of, ring, score_section
from opshandover.reporting.labels import NO_FINDINGS, NOT_READY, PAUSE, READY, number_of
from opshandover.reporting.plain import display_name, fault_text
from opshandover.rules.registry import all_rules
from opshandover.rules.waivers import Waivers
from opshandover.scoring import Scorecard
from opshandover.text import LANGUAGE_TAGS, Lang, Text

_NAME = 80


@frozen(slots=False)
class Part:
    """One file of a report, with its number among them, and the level of its heading."""

    result: FileResult
    number: int
    level: int

    @property
    def anchor(self) -> str:
        """The name by which the table of files leads here."""
        return f"file-{self.number}"

    @property
    def title(self) -> str:
        """What the document is called, or else its file."""
        subject = self._subject
        own = subject.document.title if subject else ""
        return own.strip() or self.file or (subject.kind.label[self.result.lang] if subject else "")

    @property
    def score(self) -> int | None:
        """The score, if there is one."""
        return self._card.score if self._card else None

    @property
    def file(self) -> str:
        """The name of the file, safe to show; empty if there is none."""
        return display_name(self.result.name) if self.result.name else ""

    @property
    def _subject(self) -> Subject | None:
        return self.result.report.subject if isinstance(self.result, Checked) else None

    @cached_property
    def _card(self) -> Scorecard | None:
        return card_of(self.result.report) if isinstance(self.result, Checked) else None

    @cached_property
    def _document(self) -> OpsDocument | None:
        return self._subject.without_secrets() if self._subject else None

    def html(self) -> Html:
        """The part, in the language of its document."""
        inner = self._checked(self.result) if isinstance(self.result, Checked) else self._unread(self.result)
        return element(
            "article", self._head(), *inner, class_="part", id=self.anchor, lang=LANGUAGE_TAGS[self.result.lang]
        )

    def _head(self) -> Html:
        lang, subject = self.result.lang, self._subject
        kind = subject.kind.label[lang] if subject else labels.REPORT[lang]
        words = element(
            "div",
            element("p", kind, class_="kind"),
            heading(self.title, self.level, "title"),
            element("dl", *(_fact(label[lang], text) for label, text in self._facts() if text), class_="facts"),
            element("p", *self._chips(), class_="chips"),
        )
        return element("header", words, ring(self._card, lang) if self._card else None, class_="head")

    def _facts(self) -> Iterator[tuple[Text, str]]:
        yield labels.FILE, self.file
        if document := self._document:
            lang = self.result.lang
            people = PAUSE[lang].join(filter(None, (person_name(one, _NAME) for one in document.receivers)))
            giver = person_name(document.giver or document.prepared_by, _NAME)
            yield labels.DATE, due_text(document.prepared_on or document.as_of)
            yield labels.STATE, document.state.label[lang] if document.state else ""
            yield labels.PEOPLE, " → ".join(filter(None, (giver, people)))

    def _chips(self) -> Iterator[Html]:
        lang = self.result.lang
        if not isinstance(self.result, Checked):
            yield element("span", labels.UNREAD[lang], class_="chip error")
            return
        report = self.result.report
        yield element(
            "span", (READY if report.ready else NOT_READY)[lang], class_=f"chip {'ok' if report.ready else 'error'}"
        )
        for severity in Severity:
            if n := report.count(severity):
                yield element("span", number_of(severity, n, lang), class_=f"chip {severity.value}")
        if not report.findings:
            yield element("span", NO_FINDINGS[lang], class_="chip ok")

    def _checked(self, one: Checked) -> Iterator[Html]:
        report, lang = one.report, one.lang
        if self._card and self._document:
            yield score_section(self._card, self._document, self.level + 1, lang)
        if report.findings:
            yield findings_section(report, self.level + 1, lang)
        if report.waived:
            yield _waived(report.waived, self._document, self.level + 1, lang)
        if report.not_checked:
            yield _not_checked(report.not_checked, self.level + 1, lang)

    def _unread(self, one: Unreadable) -> Iterator[Html]:
        items = (
            element(
                "li",
                element("p", fault_text(fault, one.lang), class_="said"),
                element("p", labels.LINE[one.lang].format(line=fault.line), class_="place") if fault.line else None,
                class_="finding edge-error",
            )
            for fault in one.faults
        )
        yield element("section", heading(labels.FAULTS[one.lang], self.level + 1), element("ul", *items))


def _fact(label: str, text: str) -> Html:
    return element("div", element("dt", label), element("dd", text))


def _table(title: Text, heads: Sequence[Text], rows: Sequence[Sequence[str]], level: int, lang: Lang) -> Html:
    """A table below a heading; the first cell of a row names it."""
    head = element("tr", *(element("th", one[lang], scope="col") for one in heads))
    body = (
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        for first, *rest in rows
    )
    table = element("table", element("thead", head), element("tbody", *body), class_="stack")
    return element("section", heading(title[lang], level), table)


def _not_checked(skipped: Sequence[NotChecked], level: int, lang: Lang) -> Html:
    """The rules that were not asked; those with the same reason together."""
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.reason[lang], []).append(f"{one.code} {one.name}")
    rows = [(PAUSE[lang].join(rules), reason) for reason, rules in by_reason.items()]
    return _table(labels.NOT_CHECKED, (labels.RULES, labels.REASON), rows, level, lang)


def _waived(waived: Sequence[Finding], document: OpsDocument | None, level: int, lang: Lang) -> Html:
    """What was found and is accepted, with the waiver that says why."""
    waivers = Waivers.of(document, all_rules()) if document else None
    rows = [
        (
            f"{finding.code} {finding.name}",
            place_of(finding.path, document, lang),
            finding.message[lang],
            _reason(waivers.deciding(finding) if waivers else None, lang),
        )
        for finding in waived
    ]
    return _table(labels.WAIVED, (labels.RULE, labels.PLACE, labels.FINDING, labels.WAIVER), rows, level, lang)


def _reason(waiver: Waiver | None, lang: Lang) -> str:
    """Why a waiver was granted, by whom and until when."""
    if waiver is None:
        return ""
    by = person_name(waiver.by, _NAME)
    parts = (
        waiver.reason,
        labels.GRANTED[lang].format(name=by) if by else "",
        labels.UNTIL[lang].format(day=due_text(waiver.until)) if waiver.until else "",
    )
    return PAUSE[lang].join(filter(None, parts))
