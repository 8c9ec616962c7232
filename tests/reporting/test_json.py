"""JSON: the report as it is."""

import json

from tests.reporting.samples import mixed, real, unknown, unread

from opshandover.reporting import write


def test_one_file_is_its_report() -> None:
    """Nothing stands around it."""
    one = mixed("zh")
    assert json.loads(write("json", [one], "en")) == one.report.as_data("zh")


def test_several_files_are_an_object() -> None:
    """Each is under its name, in its own language; one that cannot be read has no report."""
    one, two = mixed("zh"), real("en")
    assert json.loads(write("json", [one, unread(), two], "zh")) == {
        one.name: one.report.as_data("zh"),
        two.name: two.report.as_data("en"),
    }


def test_no_report_at_all() -> None:
    """Where no file could be read there is nothing to write."""
    assert write("json", [unread(), unknown()], "en") == ""
