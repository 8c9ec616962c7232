"""The appendix with the findings of a check, in the labels of the page instead of paths."""

from collections.abc import Mapping

from opshandover.findings import Finding, Report, Severity
from opshandover.layout.headings import heading
from opshandover.layout.path_labels import path_label
from opshandover.layout.words.labels import (
    COUNTED,
    FINDING,
    FINDINGS,
    FINDINGS_COUNT,
    LOCATION,
    NO_FINDINGS,
    NOT_CHECKED,
    PUNCTUATION,
    RULE,
    SEVERITY,
    WAIVED,
)
from opshandover.layout.words.short import plain_paragraph, text_cell
from opshandover.model.document import OpsDocument
from opshandover.pages.blocks import Block, Cell, Column, Paragraph, Role, Row, Run, Table, derived
from opshandover.text import Lang

_SYMBOLS: Mapping[Severity, str] = {Severity.ERROR: "×", Severity.WARNING: "▲", Severity.INFO: "○"}
"""The symbols of severities."""


def findings_blocks(report: Report, document: OpsDocument, lang: Lang) -> tuple[Block, ...]:
    """Return the findings of a report, the most severe first, and the rules that were waived or not checked."""
    found = sorted(report.findings, key=lambda finding: finding.severity.rank)
    blocks: tuple[Block, ...] = (plain_paragraph(Run(text=_summary(report, lang))),)
    if found:
        columns = (
            Column(label=SEVERITY[lang], share=11),
            Column(label=RULE[lang], share=20),
            Column(label=LOCATION[lang], share=29),
            Column(label=FINDING[lang], share=45),
        )
        rows = tuple(_row(finding, document, lang) for finding in found)
        blocks += (Table(columns=columns, rows=rows),)
    if report.not_checked:
        codes = PUNCTUATION[lang].pause.join(rule.code for rule in report.not_checked)
        said = NOT_CHECKED[lang].format(number=len(report.not_checked), codes=codes)
        blocks += (plain_paragraph(Run(text=said), role=Role.NOTHING),)
    if report.waived:
        codes = PUNCTUATION[lang].pause.join(f.code for f in report.waived)
        said = WAIVED[lang].format(number=len(report.waived), codes=codes)
        blocks += (plain_paragraph(Run(text=said), role=Role.NOTHING),)
    return derived(heading(FINDINGS[lang], 1), *blocks)


def _summary(report: Report, lang: Lang) -> str:
    if not report.findings:
        return NO_FINDINGS[lang]
    counts = PUNCTUATION[lang].pause.join(
        COUNTED[lang].format(what=severity.label[lang], number=report.count(severity))
        for severity in Severity
        if report.count(severity)
    )
    return FINDINGS_COUNT[lang].format(number=len(report.findings), counts=counts)


def finding_lines(finding: Finding, document: OpsDocument, lang: Lang) -> tuple[str, ...]:
    """Return a finding as lines: severity and rule, place, what was found, and what to do about it."""
    rule = f"{_severity(finding, lang)} {PUNCTUATION[lang].pause.join(finding.codes)} {finding.name}"
    place = LOCATION[lang] + PUNCTUATION[lang].colon + path_label(finding.path, document, lang)
    return tuple(line for line in (rule, place, finding.message[lang], finding.hint[lang]) if line.strip())


def _severity(finding: Finding, lang: Lang) -> str:
    return f"{_SYMBOLS[finding.severity]} {finding.severity.label[lang]}"


def _row(finding: Finding, document: OpsDocument, lang: Lang) -> Row:
    said: list[Paragraph] = [plain_paragraph(Run(text=finding.message[lang]))]
    if finding.hint[lang].strip():
        said.append(plain_paragraph(Run(text=finding.hint[lang]), role=Role.METADATA))
    rule = Cell(
        blocks=(
            plain_paragraph(Run(text=PUNCTUATION[lang].pause.join(finding.codes))),
            plain_paragraph(Run(text=finding.name), role=Role.METADATA),
        )
    )
    return Row(
        cells=(
            text_cell(_severity(finding, lang)),
            rule,
            text_cell(path_label(finding.path, document, lang)),
            Cell(blocks=tuple(said)),
        )
    )
