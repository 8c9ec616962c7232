"""A team's defaults for new files: any field of the header and any section, checked as in a document."""

from datetime import date
from pathlib import Path

import pytest
from tests.config.conftest import Write
from tests.config.refused import faults

from opshandover.config.config import Config
from opshandover.model import Contacts, Nothing, Person

TEXT = """
[defaults]
department = "客服部"
"接收人" = ["周岩", {name = "王敏", phone = "8021"}]
prepared_on = 2026-11-28
contacts = {items = [{person = {name = "陈洁"}, emergency = true}]}
"注意事项" = {nothing = "每班另写"}
"""


def test_defaults_are_values_of_a_document(write: Write) -> None:
    """Keys are names or labels; values are what they would be in a document."""
    values = Config.load(write(TEXT)).defaults
    assert set(values) == {"department", "receivers", "prepared_on", "contacts", "notes"}
    assert values["receivers"] == (Person(name="周岩"), Person(name="王敏", phone="8021"))
    assert values["prepared_on"] == date(2026, 11, 28)
    assert isinstance(values["contacts"], Contacts)
    assert isinstance(values["notes"], Nothing)


def test_without_defaults_there_are_none(write: Write) -> None:
    """Neither an empty table nor none at all says anything."""
    assert Config.load(write("[defaults]")).defaults == Config().defaults == {}


FAULTS = {
    "defaults = 3": ("defaults", "keys and values"),
    '[defaults]\nprofile = "charter"': ("defaults.profile", "cannot be a default"),
    '[defaults]\n"语言" = "中文"': ('defaults."语言"', "cannot be a default"),
    '[defaults]\ndepartmnt = "甲"': ("defaults.departmnt", "did you mean 'department'"),
    "[defaults]\nprepared_on = 3": ("defaults.prepared_on", "expected a date"),
    '[defaults]\ncontacts = {items = [{person = {nam = "甲"}}]}': (
        "defaults.contacts.items[0].person.nam",
        "did you mean 'name'",
    ),
}


@pytest.mark.parametrize("text", FAULTS)
def test_each_fault(write: Write, text: str) -> None:
    """It has its place below the table, and says what was expected."""
    where, says = FAULTS[text]
    found = faults(write(text))
    assert list(found) == [where]
    assert says in found[where][1]


def test_faults_have_the_path_in_a_projects_file(tmp_path: Path) -> None:
    """In `pyproject.toml` the path begins with the table of the settings; a secret is not shown."""
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.opshandover.defaults]\nprepared_on = "密码 Abc@1234567"\n', encoding="utf-8")
    found = faults(path)
    assert list(found) == ["tool.opshandover.defaults.prepared_on"]
    assert "Abc@1234567" not in str(found)
