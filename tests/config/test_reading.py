"""Strict reading of settings, with all their faults."""

import pytest
from tests.config.conftest import Write
from tests.config.refused import faults

from opshandover.codec.scalars import WrongValueError, integer
from opshandover.config.reading import Faults, bilingual, key_hint, table_path
from opshandover.text import Text


def test_secrets_are_not_shown(write: Write) -> None:
    """What stands where it should not may be a secret, and is hidden in the fault."""
    found = faults(write('lang = "password: Sonne-1234-Mond"'))
    for text in found["lang"]:
        assert "Sonne-1234-Mond" not in text


def test_faults_are_gathered() -> None:
    """Reading goes on after each, with something else in the place of the value."""
    faults = Faults(below="tool.opshandover.")
    assert faults.take("days", "x", integer, 7) == 7
    assert faults.take("days", 3, integer, 7) == 3
    assert faults.table("severity", 1) == {}
    assert list(faults.texts("select", ["a", 1, "b"])) == [("select[0]", "a"), ("select[2]", "b")]
    assert list(faults.known("", {"lang": 1, "lnag": 2}, ("lang", "select"))) == [("lang", "lang", 1)]
    assert [fault.path for fault in faults.found] == [
        f"tool.opshandover.{path}" for path in ("days", "severity", "select[1]", "lnag")
    ]


def test_paths_are_written_as_in_toml() -> None:
    """A key that needs quotes there has them."""
    assert table_path("", "extend-select") == "extend-select"
    assert table_path("severity", "TSK_1") == "severity.TSK_1"
    assert table_path("per-document-ignores", "a/*") == 'per-document-ignores."a/*"'
    assert table_path("", "选择") == '"选择"'


@pytest.mark.parametrize(
    ("written", "hint"),
    [("selct", "did you mean 'select'?"), ("LANG", "did you mean 'lang'?"), ("q", "available: select, lang")],
)
def test_a_wrong_key_gets_the_nearest_or_all(written: str, hint: str) -> None:
    """A slip of the hand or of the shift key is met with the key that was meant."""
    assert key_hint(written, ("select", "lang"))["en"] == hint


def test_a_text_is_for_both_languages_or_has_both() -> None:
    """One language alone, an empty text, or a third language is not accepted."""
    assert bilingual("甲") == Text("甲", "甲")
    assert bilingual({"en": "a", "zh": "甲"}) == Text("甲", "a")
    for wrong in ({"zh": "甲"}, {"zh": "甲", "en": " "}, {"zh": "甲", "en": "a", "fr": "b"}, "", 3):
        with pytest.raises(WrongValueError):
            bilingual(wrong)
