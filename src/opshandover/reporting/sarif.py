"""Findings in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS).

Severities become the levels error, warning and note. Only rules with findings are described. Why a
file or a rule could not be checked is a notification of the run, not a result.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from opshandover._version import __version__
from opshandover.errors import Fault
from opshandover.findings import Finding, NotChecked, Severity
from opshandover.reporting.checked import Checked, FileResult, Unreadable
from opshandover.reporting.plain import as_json, fault_text, one_line, relative, uri_of
from opshandover.rules import Rule, all_rules
from opshandover.rules.page import page_of
from opshandover.text import Lang, Text

Data = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
FINGERPRINT = "opshandover/v1"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en-US"}
_INDEX = re.compile(r"\[\d+\]")


def write(file_results: Sequence[FileResult], lang: Lang) -> str:
    """One run with the results of all files; a run has one language, so all texts use it."""
    checked = [one for one in file_results if isinstance(one, Checked)]
    names = [one.name for one in file_results]
    rules = _Rules(checked)
    results = [result for one in checked for result in _results(one, names.index(one.name), rules, lang)]
    run: Data = {
        "tool": {
            "driver": {
                "name": "opshandover",
                "version": __version__,
                "semanticVersion": __version__,
                "language": _LANGUAGES[lang],
                "rules": rules.descriptors(lang),
            }
        },
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(file_results, rules, lang)],
        "artifacts": [{"location": _file(one.name), "encoding": "UTF-8"} for one in file_results],
        "results": results,
    }
    return as_json({"$schema": SCHEMA, "version": VERSION, "runs": [run]})


class _Rules:
    """The rules with findings, by code, each with its index in the run's list."""

    def __init__(self, checked: Iterable[Checked]) -> None:
        reported: dict[str, Finding | NotChecked] = {}
        for one in checked:
            reported |= {n.code: n for n in one.report.not_checked}
            reported |= {f.code: f for f in (*one.report.findings, *one.report.waived)}
        self._reported = {code: reported[code] for code in sorted(reported)}
        self._index = {code: i for i, code in enumerate(self._reported)}

    def reference(self, code: str) -> Data:
        """A reference to a rule, for use outside a result."""
        return {"id": code, "index": self._index[code]}

    def index(self, code: str) -> int:
        """The index of a rule in the run's list."""
        return self._index[code]

    def descriptors(self, lang: Lang) -> list[Data]:
        """The descriptors of the rules in the order of their codes."""
        known = {rule.code: rule for rule in all_rules()}
        return [
            _descriptor(known[code], lang) if code in known else _unregistered(about, lang)
            for code, about in self._reported.items()
        ]


def _descriptor(rule: Rule, lang: Lang) -> Data:
    """The descriptor of a rule from its page, or from its message if it has none."""
    page = page_of(rule)
    text = page.text[lang] or _PLACE.sub("…", rule.message[lang])
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    examples = [(title[lang], body) for title, body in ((_BAD, page.bad), (_GOOD, page.good)) if body]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": paragraphs[0]},
        "fullDescription": {"text": "\n\n".join(paragraphs)},
        "help": {
            "text": "\n\n".join([*paragraphs, *(f"{title}\n\n{body}" for title, body in examples)]),
            "markdown": "\n\n".join([*paragraphs, *(f"{title}\n\n```yaml\n{body}```" for title, body in examples)]),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _unregistered(about: Finding | NotChecked, lang: Lang) -> Data:
    """The descriptor of a code that is not a registered rule, such as the failure of one."""
    text = about.hint[lang] if isinstance(about, Finding) else about.reason[lang]
    return {
        "id": one_line(about.code),
        "name": one_line(about.name),
        "shortDescription": {"text": one_line(about.name)},
        "fullDescription": {"text": one_line(text)},
        "help": {"text": one_line(text)},
    }


def _results(one: Checked, file: int, rules: _Rules, lang: Lang) -> Iterator[Data]:
    """The findings of a file; those waived in the document are marked as suppressed."""
    seen: Counter[str] = Counter()
    findings = [*((f, False) for f in one.report.findings), *((f, True) for f in one.report.waived)]
    for finding, waived in findings:
        mark = _fingerprint(finding)
        seen[mark] += 1
        yield {
            "ruleId": finding.code,
            "ruleIndex": rules.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": _text(finding, lang)},
            "locations": [_location(one.name, file, lang, finding)],
            "partialFingerprints": {FINGERPRINT: f"{mark}:{seen[mark]}"},
            "suppressions": [{"kind": "inSource"}] if waived else [],
        }


def _text(finding: Finding, lang: Lang) -> str:
    return "\n".join(filter(None, map(one_line, (finding.message[lang], finding.hint[lang]))))


def _fingerprint(finding: Finding) -> str:
    """An identifier of a finding that does not depend on its line, list index or language."""
    parts = (finding.code, _INDEX.sub("[]", finding.path), finding.message["zh"])
    return hashlib.sha256("\0".join(map(one_line, parts)).encode()).hexdigest()[:32]


def _location(name: str, index: int, lang: Lang, about: Finding | Fault | None = None) -> Data:
    physical: Data = {"artifactLocation": {**_file(name), "index": index}}
    location: Data = {"physicalLocation": physical}
    if about and about.line is not None:
        physical["region"] = {"startLine": about.line, **({"startColumn": about.column} if about.column else {})}
    if about and about.path:
        location["logicalLocations"] = [{"fullyQualifiedName": one_line(about.path)}]
    if about and about.place[lang]:
        location["message"] = {"text": one_line(about.place[lang])}
    return location


def _file(name: str) -> Data:
    """The location of a file; below the current folder it is relative to the source root."""
    base = {} if relative(name).is_absolute() else {"uriBaseId": "%SRCROOT%"}
    return {"uri": uri_of(name), **base}


def _invocation(file_results: Sequence[FileResult], rules: _Rules, lang: Lang) -> Data:
    notes: list[Data] = []
    for i, one in enumerate(file_results):
        match one:
            case Unreadable():
                notes += (_unread(one.name, i, fault, lang) for fault in one.faults)
            case Checked(report=report):
                notes += (_not_checked(one.name, i, n, rules, lang) for n in report.not_checked)
    read = all(isinstance(one, Checked) for one in file_results)
    return {"executionSuccessful": read, "toolExecutionNotifications": notes}


def _unread(name: str, index: int, fault: Fault, lang: Lang) -> Data:
    return {
        "level": "error",
        "message": {"text": fault_text(fault, lang)},
        "locations": [_location(name, index, lang, fault)],
    }


def _not_checked(name: str, index: int, skipped: NotChecked, rules: _Rules, lang: Lang) -> Data:
    text = _NOT_CHECKED[lang].format(rule=skipped.name, reason=skipped.reason[lang])
    return {
        "level": "note",
        "message": {"text": one_line(text)},
        "associatedRule": rules.reference(skipped.code),
        "locations": [_location(name, index, lang)],
    }


_PLACE = re.compile(r"\{[^{}]*\}")
_BAD = Text("反例：", "Bad:")
_GOOD = Text("正例：", "Good:")
_NOT_CHECKED = Text("未检查 {rule}：{reason}", "{rule} was not checked: {reason}")
