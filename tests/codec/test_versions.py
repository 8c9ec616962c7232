"""The version of a file is checked, and older files are migrated."""

import pytest
from tests.codec.faulty import said

from opshandover import codec
from opshandover.codec.versions import SCHEMA_VERSION, upgrade


def test_version_of_the_file_is_checked() -> None:
    """A newer file is refused as a whole; a version that is none is a fault."""
    (newer,) = said("schema_version: 2\nprofile: daily_work\nunknown: 1")
    assert "written by a newer opshandover" in newer
    assert "upgrade" in newer
    assert "expected a version number of 1 or more" in said("schema_version: 0\nprofile: daily_work")[0]
    assert "expected a whole number" in said("格式版本: 一\nprofile: daily_work")[0]
    assert codec.loads("格式版本: 1\nprofile: daily_work\n$schema: x.json", format="yaml")


@pytest.mark.parametrize("key", ["schema_version", "格式版本", "Schema Version"])
def test_keys_about_the_file_are_not_part_of_the_document(key: str) -> None:
    """The version, however it is spelt, and the address for editors are taken out."""
    data = {"$schema": "x.json", key: SCHEMA_VERSION, "title": "x"}
    assert upgrade(data, textual=False) == ({"title": "x"}, ())


def test_a_file_has_one_version() -> None:
    """Two keys that both mean the version are a fault, even if they agree."""
    _, (fault,) = upgrade({"schema_version": 1, "格式版本": 1}, textual=False)
    assert (fault.path, fault.problem["en"]) == ("格式版本", "duplicate schema version")


def test_older_files_are_migrated_step_by_step() -> None:
    """Each step brings a file's data to the next version, before it is structured."""
    data, found = upgrade(
        {"schema_version": "1", "titel": "x"},
        textual=True,
        newest=3,
        migrations={
            1: lambda d: {"title": d["titel"]},
            2: lambda d: {**d, "profile": "daily_work"},
        },
    )
    assert (data, found) == ({"title": "x", "profile": "daily_work"}, ())


def test_the_address_for_editors_is_a_text() -> None:
    """What stands beside the document is no place for other data, as its schema says."""
    assert said("$schema: [1]\nprofile: daily_work")[0].endswith("expected a text, got […]")
    assert upgrade({"$schema": None, "title": "x"}, textual=True) == ({"title": "x"}, ())
