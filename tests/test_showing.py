"""Values that show themselves, by modules that the facade names."""

from importlib import import_module
from pickle import dumps, loads

import pytest

import opshandover as oh
from opshandover.showing import Showing, view_of

DOCUMENT = oh.OpsDocument(profile="charter", title="总则")
RESULTS = (
    DOCUMENT,
    oh.check(DOCUMENT),
    oh.score(DOCUMENT),
    oh.diff(DOCUMENT, DOCUMENT),
    oh.merge(DOCUMENT, DOCUMENT, DOCUMENT),
)


@pytest.mark.parametrize("value", RESULTS, ids=lambda value: type(value).__name__)
def test_each_has_a_view(value: Showing) -> None:
    """What the facade names shows the class and whatever is derived from it."""

    class Derived(type(value)):  # type: ignore[misc]  # whichever it is
        pass

    view = import_module(f"opshandover.{oh.SHOWN_BY[type(value).__name__]}")
    assert view_of(value) is view
    assert view_of(Derived.__new__(Derived)) is view
    assert str(value) == view.text(value)
    assert value._repr_html_() == view.fragment(value)


def test_the_facade_names_no_other() -> None:
    """Every entry is a class that shows itself."""
    assert all(issubclass(getattr(oh, name), Showing) for name in oh.SHOWN_BY)


@pytest.mark.parametrize("value", RESULTS, ids=lambda value: type(value).__name__)
def test_the_bare_form_is_short(value: Showing) -> None:
    """In a list or a traceback each takes one line, and a copy that has travelled shows the same."""
    assert len(repr(value)) < 120
    assert "\n" not in repr(value)
    assert str(loads(dumps(value))) == str(value)  # noqa: S301 - made here
