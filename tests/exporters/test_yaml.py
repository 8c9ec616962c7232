"""The YAML exporter writes what loads as the same document."""

import pytest
from hypothesis import given
from tests.support.documents import documents

import opshandover as oh
from opshandover.document.secrets import redacted
from opshandover.model import OpsDocument
from opshandover.testing import a_document, check_exporter
from opshandover.text import LANGUAGES, Lang


def test_the_contract() -> None:
    """It keeps what every exporter keeps."""
    check_exporter("yaml")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_keys_are_names_or_labels(lang: Lang) -> None:
    """Names are the same in every language, labels those of the language of the output."""
    plain, labelled = (oh.export(a_document(), "yaml", lang=lang, keys=keys).decode() for keys in ("name", "label"))
    assert plain.startswith("schema_version: 1\nprofile:")
    assert ("文种:" in labelled) == (lang == "zh")
    assert oh.loads(plain, format="yaml") == oh.loads(labelled, format="yaml") == a_document()


@given(document=documents())
def test_any_document_comes_back(document: OpsDocument) -> None:
    """Secrets are masked, and all else is the same."""
    assert oh.loads(oh.export(document, "yaml"), format="yaml") == redacted(document)
