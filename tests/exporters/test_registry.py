"""What exporters there are, which options they take, and the contract they all keep."""

import pytest

from opshandover.exporters import get, make, names, options_of


@pytest.mark.parametrize("name", names())
def test_options_have_defaults(name: str) -> None:
    """A built-in exporter can be used without options, and each can be set to its default."""
    options = options_of(get(name))
    defaults = {o.name: o.default for o in options}
    assert make(name, {}) == make(name, defaults)
    assert len(defaults) == len(options)
