"""Findings as test results, in the XML that began with JUnit and that every CI system shows.

A file is a suite. Each of its errors and warnings is a failed case, as the format knows nothing
between passed and failed; a file without any has one case that passed. A file that cannot be read is
an error; what is waived and rules that could not be asked are cases that were skipped; notes are
the output of the suite.
No times are given: the same documents give the same text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as Xml

from opshandover.findings import Finding, Severity
from opshandover.reporting.checked import Checked, Looked, Unread
from opshandover.reporting.plain import one_line, relative, said, shown_name, told
from opshandover.text import Lang, Text

_ILLEGAL = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS = ("failure", "error", "skipped")


def write(looked: Sequence[Looked], _lang: Lang) -> str:
    """Gives the suites of all files in one document."""
    root = Xml.Element("testsuites", name="opshandover")
    root.extend(_suite(one) for one in looked)
    _count(root, root.findall("testsuite/testcase"))
    Xml.indent(root)
    body = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(one: Looked) -> Xml.Element:
    suite = Xml.Element("testsuite", name=_legal(shown_name(one.name)))
    cases = list(_cases(one))
    suite.extend(cases)
    _count(suite, cases)
    if notes := _notes(one):
        Xml.SubElement(suite, "system-out").text = notes
    return suite


def _count(element: Xml.Element, cases: Sequence[Xml.Element]) -> None:
    """Sets how many cases there are, and of which kind; the time is that of no run."""
    element.set("tests", str(len(cases)))
    for kind, key in zip(_KINDS, ("failures", "errors", "skipped"), strict=True):
        element.set(key, str(sum(case.find(kind) is not None for case in cases)))
    element.set("time", "0")


def _cases(one: Looked) -> Iterator[Xml.Element]:
    """Gives the cases of a file, no two of one name."""
    met: Counter[str] = Counter()
    for name, inner in _results(one):
        met[name] += 1
        unique = f"{name} ({met[name]})" if met[name] > 1 else name
        case = Xml.Element("testcase", name=_legal(one_line(unique)), classname=_class(one.name), time="0")
        if inner is not None:
            case.append(inner)
        yield case


def _results(one: Looked) -> Iterator[tuple[str, Xml.Element | None]]:
    """Gives the name of each case, and what became of it unless it passed."""
    match one:
        case Unread(lang=lang):
            texts = [_at(one.name, f.line, f.column) + told(f, lang) for f in one.faults]
            error = Xml.Element("error", type="unread", message=_legal(told(one.faults[0], lang)))
            error.text = _legal("\n".join(texts))
            yield _READ[lang], error
        case Checked(report=report, lang=lang):
            grave = [f for f in report.findings if f.severity is not Severity.INFO]
            for f in grave:
                yield _named(f), _failure(one.name, f, lang)
            if not grave:
                yield _CLEAN[lang], None
            for f in report.waived:
                reason = _legal(f"{_WAIVED[lang]}{one_line(f.message[lang])}")
                yield _named(f), Xml.Element("skipped", message=reason)
            for n in report.not_checked:
                reason = _legal(one_line(n.reason[lang]))
                yield f"{n.code} {n.name}", Xml.Element("skipped", message=reason)


def _named(finding: Finding) -> str:
    return f"{finding.code} {finding.name} {finding.path}".rstrip()


def _failure(name: str, finding: Finding, lang: Lang) -> Xml.Element:
    message = _legal(one_line(finding.message[lang]))
    failure = Xml.Element("failure", type=finding.severity.value, message=message)
    failure.text = _legal("\n".join(_described(name, finding, lang)))
    return failure


def _described(name: str, finding: Finding, lang: Lang) -> Iterator[str]:
    severity = finding.severity.label[lang]
    yield f"{_at(name, finding.line, finding.column)}{severity} {finding.code} {finding.name}"
    yield said(finding, lang)
    if hint := one_line(finding.hint[lang]):
        yield f"→ {hint}"


def _notes(one: Looked) -> str:
    if not isinstance(one, Checked):
        return ""
    notes = [f for f in one.report.findings if f.severity is Severity.INFO]
    return _legal("\n".join(line for f in notes for line in _described(one.name, f, one.lang)))


def _at(name: str, line: int | None, column: int | None) -> str:
    place = ":".join(str(part) for part in (line, column) if part is not None)
    return f"{shown_name(name)}:{place}: " if place else f"{shown_name(name)}: "


def _class(name: str) -> str:
    """Gives a file's name as that of a class, whose packages are the folders: dots part them."""
    steps = [part for part in relative(name).parts if part.strip("./\\")]
    return _legal(one_line(".".join(part.replace(".", "_") for part in steps)))


def _legal(text: str) -> str:
    """Gives a text without the characters that XML does not allow, not even as references."""
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


_WAIVED = Text("已豁免：", "waived: ")
_READ = Text("读取文件", "file can be read")
_CLEAN = Text("没有错误和警告", "no errors, no warnings")
