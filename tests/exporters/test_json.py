"""JSON for other programs: the same document again, with keys that can be chosen."""

import json
from typing import cast

import pytest
from hypothesis import given, settings
from tests.support.documents import documents

import opshandover as oh
from opshandover.document.secrets import redacted
from opshandover.model import OpsDocument
from opshandover.testing import HOSTILE_TEXTS, a_document
from opshandover.text import LANGUAGES, Lang


def test_keys_by_name() -> None:
    """Without being asked otherwise, keys and values are the same in every language."""
    zh, en = (oh.export(a_document(), "json", lang=lang) for lang in LANGUAGES)
    assert zh == en
    data = json.loads(zh)
    assert data["profile"] == "daily_handover"
    assert data["work_progress"]["tasks"][0]["status"] == "in_progress"
    assert data["schema_version"] == 1


def test_keys_by_label() -> None:
    """Labels are those of the language of the export."""
    zh = json.loads(oh.export(a_document(), "json", keys="label"))
    en = json.loads(oh.export(a_document(), "json", lang="en", keys="label"))
    assert zh["工作进展"]["任务"][0]["状态"] == "进行中"
    assert en["Work progress"]["Tasks"][0]["Status"] == "In progress"


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=lambda text: ascii(text[:12]))
def test_texts_stay_as_they_are(text: str) -> None:
    """Whatever a text holds comes back, and Chinese stays readable."""
    data = oh.export(a_document(title=text), "json")
    assert json.loads(data)["title"] == text
    assert oh.loads(data.decode(), format="json").title == text
    assert "周岩" in data.decode()


def test_an_empty_document() -> None:
    """A document of which nothing is given is complete JSON all the same."""
    data = oh.export(OpsDocument(profile="charter"), "json")
    assert oh.loads(data.decode(), format="json") == OpsDocument(profile="charter")
    assert data.endswith(b"}\n")


@settings(max_examples=30)
@given(documents())
def test_json_loads_as_the_same_document(document: OpsDocument) -> None:
    """But for secrets, an export to JSON loses nothing, whatever keys it is written with."""
    for keys, lang in (("name", "zh"), ("label", "zh"), ("label", "en")):
        data = oh.export(document, "json", None, cast("Lang", lang), keys=keys)
        assert oh.loads(data.decode(), format="json") == redacted(document)
