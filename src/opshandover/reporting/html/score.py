"""The score in HTML: a ring, a bar for each section, and what brings most points."""

from opshandover.findings import Report
from opshandover.html import Html
from opshandover.layout.path_labels import path_label
from opshandover.model import OpsDocument
from opshandover.reporting.html import labels
from opshandover.reporting.html.elements import element, heading
from opshandover.reporting.labels import GAIN, NOT_APPLICABLE, SCORED_ON
from opshandover.scoring import Scorecard, SectionScore, score
from opshandover.text import Lang

_MOST_STEPS = 8


def card_of(report: Report) -> Scorecard | None:
    """The score of what a report is about, by the kind that it was checked by."""
    return score(report.subject.document, report.subject.kind) if report.subject else None


def ring(card: Scorecard, lang: Lang) -> Html:
    """The score as a number in a ring."""
    if card.score is None:
        return element("div", element("div", element("b", "–"), element("span", labels.NO_SCORE[lang])), class_="ring")
    number = element("div", element("b", str(card.score)), element("span", labels.OF_100[lang]))
    return element("div", number, class_="ring", style=f"--share: {card.score}%")


def score_section(card: Scorecard, document: OpsDocument, level: int, lang: Lang) -> Html:
    """The points of each section, and beside them what brings most; `level` is that of its headings."""
    note = SCORED_ON[lang].format(points=card.scored_on) if 0 < card.scored_on < 100 else None
    points = element("section", heading(labels.BY_SECTION[lang], level), _table(card, lang), _muted(note))
    return element("div", points, _steps(card, document, level, lang) if card.next_steps else None, class_="two")


def _table(card: Scorecard, lang: Lang) -> Html:
    heads = (labels.SECTION, labels.SHARE, labels.POINTS)
    head = element("thead", element("tr", *(element("th", text[lang], scope="col") for text in heads)))
    return element("table", head, element("tbody", *(_row(one, lang) for one in card.sections)), class_="points")


def _row(section: SectionScore, lang: Lang) -> Html:
    label = element("th", section.label[lang], scope="row")
    if not section.weight:
        return element("tr", label, element("td"), element("td", NOT_APPLICABLE[lang], class_="muted"))
    share = 100 * section.earned // section.weight
    full = "full" if section.earned == section.weight else None
    drawn = element("span", element("i", class_=full, style=f"width: {share}%"), class_="bar", aria_hidden="true")
    return element("tr", label, element("td", drawn), element("td", f"{section.earned} / {section.weight}"))


def _steps(card: Scorecard, document: OpsDocument, level: int, lang: Lang) -> Html:
    shown = sorted(card.next_steps, key=lambda step: -step.gain)[:_MOST_STEPS]
    items = (
        element(
            "li",
            element("span", GAIN[lang].format(gain=f"{float(step.gain):.1f}"), class_="gain"),
            element("span", path_label(step.path, document, lang), element("span", step.hint[lang], class_="muted")),
        )
        for step in shown
    )
    left = len(card.next_steps) - len(shown)
    more = labels.MORE_STEPS[lang].format(n=left) if left else None
    return element(
        "section", heading(labels.MOST_GAIN[lang], level), element("ol", *items, class_="steps"), _muted(more)
    )


def _muted(text: str | None) -> Html | None:
    return element("p", text, class_="muted") if text else None
