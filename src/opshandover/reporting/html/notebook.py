"""Results as parts of a notebook: small, with styles in the elements, since notebooks drop style sheets.

Colours are few and stand on grounds of their own, so that a light and a dark page both carry them.
"""

from collections.abc import Iterable, Sequence

from opshandover.findings import Finding, Report, Severity
from opshandover.html import Html
from opshandover.reporting.html import labels
from opshandover.reporting.html.elements import Content, element
from opshandover.reporting.html.findings import place_of
from opshandover.reporting.html.style import ERROR, INFO, OK, WARNING
from opshandover.reporting.labels import BRACKETED, GAIN, NEXT, NOT_APPLICABLE, SCORE, shown_severity, verdict
from opshandover.scoring import Scorecard, SectionScore
from opshandover.text import Lang, Text

MOST_ROWS = 20
_CHIP = "padding:1px 8px;border-radius:9px;white-space:nowrap;color:#fff;background:"
_GROUNDS = {Severity.ERROR: f"#{ERROR}", Severity.WARNING: f"#{WARNING}", Severity.INFO: f"#{INFO}"}
_OK = f"#{OK}"
_CELL = "padding:3px 12px 3px 0;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.35)"
_TRACK = "display:block;width:140px;height:9px;margin-top:6px;border-radius:4px;background:rgba(128,128,128,.3)"
_FILLED = "display:block;height:9px;border-radius:4px;background:"


def report_fragment(report: Report, lang: Lang) -> Html:
    """The verdict, and the findings in a table, the most serious first."""
    subject = report.subject
    document = subject.without_secrets() if subject else None
    found = sorted(report.findings, key=lambda f: f.severity.rank)
    ground = _OK if report.ready else _GROUNDS[Severity.ERROR]
    rows = (
        (
            chip(shown_severity(f.severity, lang), _GROUNDS[f.severity]),
            element("code", f.code),
            place_of(f.path, document, lang),
            _said(f, lang),
        )
        for f in found[:MOST_ROWS]
    )
    heads = (labels.RESULT, labels.RULE, labels.PLACE, labels.FINDING)
    return framed(
        title(subject.shown_name(lang) if subject else "", subject.kind.label[lang] if subject else "", lang),
        element("p", chip(verdict(report, lang), ground), style="margin:4px 0"),
        table(heads, rows, lang) if found else None,
        muted(labels.MORE_FINDINGS[lang].format(n=len(found) - MOST_ROWS)) if len(found) > MOST_ROWS else None,
    )


def _said(finding: Finding, lang: Lang) -> Html:
    hint = finding.hint[lang]
    return element("span", finding.message[lang], below(f"→ {hint}") if hint.strip() else None)


def score_fragment(card: Scorecard, lang: Lang) -> Html:
    """The score, the points of the sections in a table, and the first next steps."""
    subject = card.subject
    document = subject.without_secrets() if subject else None
    points = labels.NO_SCORE[lang] if card.score is None else SCORE[lang].format(score=card.score)
    heads = (labels.SECTION, labels.SHARE, labels.POINTS)
    steps = sorted(card.next_steps, key=lambda step: -step.gain)[:5]
    items = (
        element(
            "li",
            f"{GAIN[lang].format(gain=f'{float(s.gain):.1f}')} {place_of(s.path, document, lang)}",
            below(s.hint[lang]),
        )
        for s in steps
    )
    return framed(
        title(subject.shown_name(lang) if subject else "", subject.kind.label[lang] if subject else "", lang),
        element("p", element("b", points, style="font-size:1.4em"), style="margin:4px 0"),
        table(heads, (_points(section, lang) for section in card.sections), lang),
        element("p", NEXT[lang], style="margin:8px 0 0") if steps else None,
        element("ol", *items, style="margin:2px 0 0") if steps else None,
    )


def _points(section: SectionScore, lang: Lang) -> tuple[Content, ...]:
    if not section.weight:
        return section.label[lang], "", muted(NOT_APPLICABLE[lang])
    share = 100 * section.earned // section.weight
    filled = element("span", style=f"{_FILLED}{_OK if share == 100 else _GROUNDS[Severity.INFO]};width:{share}%")
    return section.label[lang], element("span", filled, style=_TRACK), f"{section.earned} / {section.weight}"


def framed(*content: Content) -> Html:
    """What a notebook gets: one element that takes the colours and fonts of the page."""
    return element("div", *content, style="line-height:1.5;overflow-x:auto;text-align:left")


def title(name: str, kind: str, lang: Lang) -> Html | None:
    """The name of the document in bold, with its kind."""
    return (
        element("p", element("b", name), muted(BRACKETED[lang].format(text=kind)), style="margin:0") if name else None
    )


def chip(text: str, ground: str) -> Html:
    """A word on a ground of its own."""
    return element("span", text, style=f"{_CHIP}{ground}")


def muted(text: str) -> Html:
    """A text that stands back."""
    return element("span", text, style="opacity:.75")


def below(text: str) -> Html:
    """A text that stands back, on a line of its own."""
    return element("span", text, style="opacity:.75;display:block")


def table(heads: Sequence[Text], rows: Iterable[Sequence[Content]], lang: Lang) -> Html:
    """A table; the first cell of a row names it."""
    head = element("tr", *(element("th", one[lang], scope="col", style=_CELL) for one in heads))
    body = (
        element(
            "tr",
            element("th", first, scope="row", style=f"{_CELL};font-weight:normal"),
            *(element("td", cell, style=_CELL) for cell in rest),
        )
        for first, *rest in rows
    )
    return element(
        "table", element("thead", head), element("tbody", *body), style="border-collapse:collapse;margin:4px 0"
    )
