"""Collections that are put off come back."""

import gc

import pytest

from opshandover.collector import put_off


def test_collections_are_off_inside_and_on_afterwards() -> None:
    """Also when the block fails."""
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), put_off():
        assert gc.isenabled() or 1 // 0
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    """Whoever has switched collections off has a reason."""
    gc.disable()
    try:
        with put_off():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
