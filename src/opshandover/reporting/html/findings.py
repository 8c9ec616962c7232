"""Findings in HTML: by place, each with the text around it."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from opshandover.document.paths import section_of, written_path
from opshandover.findings import Finding, Report
from opshandover.html import Html
from opshandover.layout.path_labels import path_label
from opshandover.model import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.header import Header
from opshandover.reporting.html import labels
from opshandover.reporting.html.elements import element, heading
from opshandover.reporting.labels import shown_severity
from opshandover.reporting.surroundings import Surroundings
from opshandover.text import Lang, Text


def findings_section(report: Report, level: int, lang: Lang) -> Html:
    """All findings, those of one section of the document together, the most serious first; `level` is its heading's."""
    around = Surroundings(report.subject)
    groups: dict[tuple[int, Text], list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault(_section(finding.path), []).append(finding)
    inner = (
        each
        for key in sorted(groups, key=itemgetter(0))
        for each in _group(key[1][lang], groups[key], around, level + 1, lang)
    )
    return element("section", heading(labels.FINDINGS[lang], level), *inner)


def _section(path: str) -> tuple[int, Text]:
    """The section that a path leads into, or the header, or the whole document: its number in order, and its label."""
    name, sections = section_of(path), field_map(OpsDocument)
    if name not in sections:
        return -1, labels.WHOLE
    if name in field_map(Header):
        return 0, Header.label
    return list(sections).index(name), sections[name].label


def _group(label: str, found: Sequence[Finding], around: Surroundings, level: int, lang: Lang) -> Iterable[Html]:
    yield heading(labels.EACH_PLACE[lang].format(label=label, n=len(found)), level)
    ordered = sorted(found, key=lambda f: (f.severity.rank, f.line or 0, f.column or 0))
    yield element("ul", *(_finding(one, around, lang) for one in ordered))


def _finding(finding: Finding, around: Surroundings, lang: Lang) -> Html:
    severity = finding.severity
    rule = element(
        "p",
        element("span", shown_severity(severity, lang), class_=f"chip {severity.value}"),
        element("code", " + ".join(finding.codes)),
        element("span", finding.name),
        class_="rule",
    )
    line = labels.LINE[lang].format(line=finding.line) if around.has_line(finding) else ""
    place = " · ".join(filter(None, (place_of(finding.path, around.document, lang), finding.place[lang], line)))
    hint = finding.hint[lang]
    return element(
        "li",
        rule,
        element("p", finding.message[lang], class_="said"),
        element("p", place, class_="place") if finding.path else None,
        _excerpt(finding, around, lang),
        element("p", hint, class_="hint") if hint.strip() else None,
        class_=f"finding edge-{severity.value}",
    )


def place_of(path: str, document: OpsDocument | None, lang: Lang) -> str:
    """A path as people read it: in the labels of the page if the document is known."""
    return path_label(path, document, lang) if document else written_path(path, lang) or labels.WHOLE[lang]


def _excerpt(finding: Finding, around: Surroundings, lang: Lang) -> Html | None:
    """The lines of the file around a finding, or else the values of the item."""
    if lines := around.lines(finding):
        return element(
            "pre",
            *(
                element("span", element("b", str(number)), f" {text}", class_="hit" if number == finding.line else None)
                for number, text in lines
            ),
            tabindex="0",
            role="group",
            aria_label=labels.LINE[lang].format(line=finding.line),
        )
    if values := around.values(finding, lang):
        rows = (
            element("div", element("dt", label), element("dd", text), class_="hit" if hit else None)
            for label, text, hit in values
        )
        return element("dl", *rows, class_="values")
    return None
