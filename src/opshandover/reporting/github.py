"""Annotations for GitHub Actions: lines that its runner shows beside the lines of the files.

The escapes are those of GitHub's own toolkit: `%` and line breaks everywhere, also `:` and `,` in
properties.
"""

from collections.abc import Iterator, Mapping, Sequence

from opshandover.findings import Severity
from opshandover.reporting.checked import Checked, FileResult, Unreadable
from opshandover.reporting.plain import display_name, fault_text, finding_text, one_line
from opshandover.text import Lang, Text

_COMMANDS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(file_results: Sequence[FileResult], _lang: Lang) -> str:
    """One line for each finding, each fault, and each rule that could not be run.

    Waived findings have no line: whoever waived them wants no annotation.
    """
    return "".join(f"{line}\n" for one in file_results for line in _lines(one))


def _lines(one: FileResult) -> Iterator[str]:
    file = display_name(one.name)
    match one:
        case Unreadable(lang=lang):
            for fault in one.faults:
                at = {"file": file, "line": fault.line, "col": fault.column}
                yield _line(_COMMANDS[Severity.ERROR], {**at, "title": _UNREAD[lang]}, fault_text(fault, lang))
        case Checked(report=report, lang=lang):
            for f in report.findings:
                at = {"file": file, "line": f.line, "col": f.column}
                text = f"{finding_text(f, lang)}\n{one_line(f.hint[lang])}".rstrip()
                yield _line(_COMMANDS[f.severity], {**at, "title": f"{f.code} {f.name}"}, text)
            for n in report.not_checked:
                title = f"{_NOT_CHECKED[lang]} {n.code} {n.name}"
                yield _line("notice", {"file": file, "title": title}, one_line(n.reason[lang]))


def _line(command: str, properties: Mapping[str, object], text: str) -> str:
    attributes = ",".join(
        f"{key}={one_line(str(value)).translate(_IN_PROPERTY)}"
        for key, value in properties.items()
        if value is not None
    )
    return f"::{command} {attributes}::{text.translate(_IN_TEXT)}"


_UNREAD = Text("无法读取", "cannot be read")
_NOT_CHECKED = Text("未检查", "not checked")
