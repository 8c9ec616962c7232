"""Findings as test results in the XML format of JUnit, which every CI system shows.

A file is a suite. Each of its errors is a failed case; a file without any is ready, and has one case that
passed. A file that cannot be read is an error; waived findings and rules that could not be run are skipped
cases. Warnings and notes are the output of the suite: the format has nothing between passed and failed.
Times are always 0: the same documents give the same text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as Xml

from opshandover.findings import Finding, Severity
from opshandover.reporting.checked import Checked, FileResult, Unreadable
from opshandover.reporting.plain import display_name, fault_text, finding_text, masked_name, one_line, relative
from opshandover.text import Lang, Text

_ILLEGAL = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS = ("failure", "error", "skipped")


def write(file_results: Sequence[FileResult], _lang: Lang) -> str:
    """The suites of all files in one document."""
    root = Xml.Element("testsuites", name="opshandover")
    root.extend(_suite(one) for one in file_results)
    _set_counts(root, root.findall("testsuite/testcase"))
    Xml.indent(root)
    body = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(one: FileResult) -> Xml.Element:
    suite = Xml.Element("testsuite", name=_legal(display_name(one.name)))
    cases = list(_cases(one))
    suite.extend(cases)
    _set_counts(suite, cases)
    if notes := _notes(one):
        Xml.SubElement(suite, "system-out").text = notes
    return suite


def _set_counts(element: Xml.Element, cases: Sequence[Xml.Element]) -> None:
    """Set the number of cases, in total and of each kind; the time is always 0."""
    element.set("tests", str(len(cases)))
    for kind, key in zip(_KINDS, ("failures", "errors", "skipped"), strict=True):
        element.set(key, str(sum(case.find(kind) is not None for case in cases)))
    element.set("time", "0")


def _cases(one: FileResult) -> Iterator[Xml.Element]:
    """The cases of a file, with unique names."""
    seen: Counter[str] = Counter()
    for name, inner in _results(one):
        seen[name] += 1
        unique = f"{name} ({seen[name]})" if seen[name] > 1 else name
        case = Xml.Element("testcase", name=_legal(one_line(unique)), classname=_class(one.name), time="0")
        if inner is not None:
            case.append(inner)
        yield case


def _results(one: FileResult) -> Iterator[tuple[str, Xml.Element | None]]:
    """The name of each case, with its result unless it passed."""
    match one:
        case Unreadable(lang=lang):
            texts = [_at(one.name, f.line, f.column) + fault_text(f, lang) for f in one.faults]
            error = Xml.Element("error", type="unread", message=_legal(fault_text(one.faults[0], lang)))
            error.text = _legal("\n".join(texts))
            yield _READ[lang], error
        case Checked(report=report, lang=lang):
            failing = [f for f in report.findings if f.severity is Severity.ERROR]
            for f in failing:
                yield _case_name(f), _failure(one.name, f, lang)
            if not failing:
                yield _CLEAN[lang], None
            for f in report.waived:
                reason = _legal(f"{_WAIVED[lang]}{one_line(f.message[lang])}")
                yield _case_name(f), Xml.Element("skipped", message=reason)
            for n in report.not_checked:
                reason = _legal(one_line(n.reason[lang]))
                yield f"{n.code} {n.name}", Xml.Element("skipped", message=reason)


def _case_name(finding: Finding) -> str:
    return f"{finding.code} {finding.name} {finding.path}".rstrip()


def _failure(name: str, finding: Finding, lang: Lang) -> Xml.Element:
    message = _legal(one_line(finding.message[lang]))
    failure = Xml.Element("failure", type=finding.severity.value, message=message)
    failure.text = _legal("\n".join(_finding_lines(name, finding, lang)))
    return failure


def _finding_lines(name: str, finding: Finding, lang: Lang) -> Iterator[str]:
    severity = finding.severity.label[lang]
    yield f"{_at(name, finding.line, finding.column)}{severity} {finding.code} {finding.name}"
    yield finding_text(finding, lang)
    if hint := one_line(finding.hint[lang]):
        yield f"→ {hint}"


def _notes(one: FileResult) -> str:
    """The findings that are no errors, most serious first."""
    if not isinstance(one, Checked):
        return ""
    notes = [f for f in one.report.findings if f.severity is not Severity.ERROR]
    notes.sort(key=lambda f: f.severity.rank)
    return _legal("\n".join(line for f in notes for line in _finding_lines(one.name, f, one.lang)))


def _at(name: str, line: int | None, column: int | None) -> str:
    place = ":".join(str(part) for part in (line, column) if part is not None)
    return f"{display_name(name)}:{place}: " if place else f"{display_name(name)}: "


def _class(name: str) -> str:
    """The name of a file as a class name whose packages are the folders."""
    steps = [part for part in relative(masked_name(name)).parts if part.strip("./\\")]
    return _legal(one_line(".".join(part.replace(".", "_") for part in steps)))


def _legal(text: str) -> str:
    """A text without the characters that XML does not allow, even as references."""
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


_WAIVED = Text("已豁免：", "waived: ")
_READ = Text("读取文件", "file can be read")
_CLEAN = Text("没有错误", "no errors")
