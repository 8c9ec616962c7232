"""What exporters there are, which options they take, and the contract they all keep."""

from decimal import Decimal

import attrs
import pytest
from attrs import frozen
from tests.exporters.sound import Sound

from opshandover.exporters import get, make, names, options_of
from opshandover.exporters.json import KeyForm


@pytest.mark.parametrize("name", names())
def test_options_have_defaults(name: str) -> None:
    """A built-in exporter can be used without options, and each can be set to its default."""
    options = options_of(get(name))
    defaults = {o.name: o.default for o in options}
    assert make(name, {}) == make(name, defaults)
    assert len(defaults) == len(options)


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
