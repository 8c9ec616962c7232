"""The options of a plugin are the fields of its class, given as values or as text."""

from decimal import Decimal
from enum import Enum
from pathlib import Path

import attrs
import pytest
from attrs import frozen
from tests.exporters.sound import Sound

from opshandover.errors import OptionError
from opshandover.exporters.json import KeyForm
from opshandover.exporters.registry import EXPORTERS
from opshandover.plugin_options import configured, options_of, parameters_of
from opshandover.text import LANGUAGES


@frozen(kw_only=True)
class Wide(Sound):
    """Has options of several types."""

    width: int
    keys: KeyForm = KeyForm.NAME
    folder: Path | None = None


def test_options_are_fields() -> None:
    """Optional and private fields, required ones and other types appear as they are given."""

    @frozen(kw_only=True)
    class Every(Sound):
        """Has options of every sort."""

        must: int
        maybe: Decimal | None = None
        keys: KeyForm = KeyForm.NAME
        _private: bool = False
        derived: str = attrs.field(default="", init=False)

    found = {o.name: o for o in options_of(Every)}
    assert list(found) == ["must", "maybe", "keys", "private"]
    assert found["must"].default is attrs.NOTHING
    assert found["maybe"].type is Decimal
    assert found["keys"].values == ("name", "label")
    assert options_of(Sound) == ()


def test_options_are_taken_as_text_or_as_values() -> None:
    """Text is parsed strictly by the type of the field."""
    expected = Wide(width=7, keys=KeyForm.LABEL, folder=Path("a"))
    assert configured(Wide, "wide", EXPORTERS, {"width": "7", "keys": "label", "folder": "a"}) == expected
    assert configured(Wide, "wide", EXPORTERS, {"width": 7, "keys": KeyForm.LABEL, "folder": Path("a")}) == expected


def test_all_faults_of_options_are_said_together() -> None:
    """Unknown, missing and wrong ones are in one error, in both languages."""
    with pytest.raises(OptionError) as caught:
        configured(Wide, "wide", EXPORTERS, {"keys": "other", "with": "7"})
    for lang in LANGUAGES:
        said = caught.value.in_lang(lang)
        assert all(part in said for part in ("keys", "other", "with", "width"))


def test_what_has_no_signature_has_no_known_parameters() -> None:
    """Built-in functions may have none."""
    assert parameters_of(type) == ()
    assert set(parameters_of(Sound.export)) == {"self", "document", "lang"}


def test_an_enumeration_that_is_no_choice_is_no_option_as_text() -> None:
    """Its members are taken as values only."""

    class Plain(Enum):
        ONE = 1

    @frozen(kw_only=True)
    class Odd(Sound):
        one: Plain = Plain.ONE

    assert options_of(Odd)[0].values == ()
    with pytest.raises(OptionError):
        configured(Odd, "odd", EXPORTERS, {"one": "ONE"})
