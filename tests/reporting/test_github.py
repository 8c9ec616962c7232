"""Annotations: one line each, with the escapes that GitHub documents."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.reporting.samples import checked, finding, mixed, unknown, unread
from tests.support.documents import HOSTILE

from opshandover.reporting import write

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_a_line_for_each_finding() -> None:
    """Severity, file, line, column, title and message stand where GitHub looks for them."""
    first, *rest = write("github", [mixed()], "en").splitlines()
    assert first == (
        "::error file=folder/mixed.yaml,line=1,col=1,title=TSK001 task-unassigned"
        "::work_progress.tasks[0].owner: wrong: no. 0%0Amend: no. 0"
    )
    assert [line.split()[0] for line in rest] == ["::warning", "::notice", "::notice"]
    assert rest[-1] == ("::notice file=folder/mixed.yaml,title=not checked XXX001 compares-two::no document before")


def test_special_characters() -> None:
    """What parts properties and lines is escaped in properties, per cent and breaks everywhere."""
    one = checked(finding("100%, a:b", code="A:B,C%"), name="a,b:c%.yaml")
    (line,) = write("github", [one], "en").splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=7,title=A%3AB%2CC%25 task-unassigned"
        "::work_progress.tasks[0].owner: wrong: 100%25, a:b%0Amend: 100%25, a:b"
    )


def test_places_that_are_not_known() -> None:
    """A finding without a line is one of its file."""
    (line,) = write("github", [checked(finding(line=None, column=None))], "en").splitlines()
    assert line.startswith("::error file=a.yaml,title=")


def test_faults_have_their_lines() -> None:
    """What keeps a file from being read is an error at its place."""
    one, two, three = write("github", [unread(), unknown()], "en").splitlines()
    assert one == ("::error file=bad.yaml,line=4,col=5,title=cannot be read::tasks[0].titel: unknown field")
    assert two == "::error file=bad.yaml,title=cannot be read::not whole, got a: b, 100%25"
    assert three == "::error file=bad.txt,title=cannot be read::format not known"


@given(st.sampled_from(HOSTILE) | st.text(), st.sampled_from(HOSTILE) | st.text())
def test_no_text_becomes_a_command(text: str, name: str) -> None:
    """A text that holds line breaks and commands stays within its line."""
    hostile = f"{text}\n::stop-commands::x\r\n::error::y"
    one = checked(finding(hostile, name=hostile, path=hostile), name=f"{name}\n::error::z")
    (line,) = write("github", [one], "zh").split("\n")[:-1]
    found = COMMAND.fullmatch(line)
    assert found is not None
    assert [p.partition("=")[0] for p in found[2].split(",")] == ["file", "line", "col", "title"]
