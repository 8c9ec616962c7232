"""JUnit: the shape that Jenkins and Ant define, and what a CI system shows of it."""

from xml.etree import ElementTree as Xml

from hypothesis import given
from hypothesis import strategies as st
from tests.reporting.samples import checked, finding, mixed, real, unknown, unread
from tests.support.documents import HOSTILE

from opshandover.findings import Severity
from opshandover.reporting import FileResult, write

SHAPE: dict[str, tuple[set[str], set[str], list[str]]] = {
    "testsuites": ({"name"}, {"tests", "failures", "errors", "skipped", "time"}, ["testsuite"]),
    "testsuite": (
        {"name", "tests"},
        {"failures", "errors", "skipped", "time"},
        ["testcase", "system-out"],
    ),
    "testcase": ({"name", "classname"}, {"time"}, ["skipped", "error", "failure"]),
    "failure": (set(), {"type", "message"}, []),
    "error": (set(), {"type", "message"}, []),
    "skipped": (set(), {"message"}, []),
    "system-out": (set(), set(), []),
}
"""What the schemas in use have in common: attributes that must and may be there, and children in
their order."""


def conform(element: Xml.Element) -> None:
    """Fails unless an element and all below it have the shape."""
    must, may, children = SHAPE[element.tag]
    assert must <= set(element.attrib) <= must | may
    order = [children.index(child.tag) for child in element]
    assert order == sorted(order)
    if children:
        assert not (element.text or "").strip()
    for child in element:
        conform(child)


def written(*looked: FileResult) -> Xml.Element:
    """Writes files, and reads what was written; it has the shape, and its numbers are right."""
    root = Xml.fromstring(write("junit", looked, "en").encode())  # noqa: S314 - our own
    conform(root)
    for element in (root, *root.findall("testsuite")):
        cases = list(element.iter("testcase"))
        assert int(element.attrib["tests"]) == len(cases)
        for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(element.attrib[key]) == len(list(element.iter(tag)))
    return root


def test_a_suite_for_each_file() -> None:
    """Files are suites, in order, whatever became of them."""
    root = written(mixed(), unread(), checked(), unknown(), real())
    names = ["folder/mixed.yaml", "bad.yaml", "a.yaml", "bad.txt", "real.yaml"]
    assert [suite.get("name") for suite in root] == names


def test_only_errors_fail() -> None:
    """Each has a case that says what, where and what to do; warnings and notes are output, and fail nothing."""
    (suite,) = written(mixed())
    failures = [case for case in suite if case.find("failure") is not None]
    assert [case[0].get("type") for case in failures] == ["error"]
    assert failures[0].get("name") == "TSK001 task-unassigned work_progress.tasks[0].owner"
    assert failures[0].get("classname") == "folder.mixed_yaml"
    assert failures[0][0].get("message") == "wrong: no. 0"
    output = (suite.findtext("system-out") or "").splitlines()
    assert output[:3] == [
        "folder/mixed.yaml:2:2: warning TSK001 task-unassigned",
        "work_progress.tasks[0].owner: wrong: no. 1",
        "→ mend: no. 1",
    ]
    assert "no. 2" in "".join(output[3:])


def test_no_two_cases_of_a_file_have_one_name() -> None:
    """A rule that finds two things in one place has two cases."""
    (suite,) = written(checked(finding("one"), finding("two")))
    assert [case.get("name") for case in suite] == [
        "TSK001 task-unassigned work_progress.tasks[0].owner",
        "TSK001 task-unassigned work_progress.tasks[0].owner (2)",
    ]


def test_a_clean_file_passes() -> None:
    """It has one case; so has a file with nothing but warnings and notes."""
    (clean,) = written(checked())
    notes = finding("see", severity=Severity.INFO), finding("look", severity=Severity.WARNING)
    (noted,) = written(checked(*notes))
    for suite in (clean, noted):
        assert [case.get("name") for case in suite.iter("testcase")] == ["no errors"]
        assert not list(suite.iter("failure"))
    assert "look" in (noted.findtext("system-out") or "")


def test_what_is_waived_or_not_asked_is_skipped() -> None:
    """Neither has passed, neither has failed."""
    (suite,) = written(mixed())
    skipped = [case[0].get("message") for case in suite.iter("testcase") if case[0].tag == "skipped"]
    assert skipped == ["waived: wrong: let be", "no document before"]


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    """All its faults are told, each with its place."""
    (suite,) = written(unread())
    (error,) = suite.iter("error")
    assert (error.text or "").splitlines() == [
        "bad.yaml:4:5: tasks[0].titel: unknown field",
        "bad.yaml: not whole, got a: b, 100%",
    ]


@given(st.sampled_from(HOSTILE) | st.text(), st.sampled_from(["\ufffe", "\uffff", "\x0b", "]]>"]))
def test_characters_that_xml_has_no_place_for(text: str, illegal: str) -> None:
    """They are shown as escapes, and what is written can be read."""
    hostile = text + illegal
    root = written(checked(finding(hostile, path=hostile, name=hostile), name=f"{hostile}.yaml"))
    assert len(list(root.iter("failure"))) == 1
