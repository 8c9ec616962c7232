"""Values that show themselves: as text where they are printed, as HTML in a notebook.

What people are told about a value needs words, scores and excerpts from rooms far above the one in which the
value lives. So its class only says that it can be shown, and the facade, which knows all rooms, says in
`SHOWN_BY` which module shows it.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol, cast


class View(Protocol):
    """A module that shows the values of one class."""

    def text(self, value: Any) -> str:
        """The value as the prompt prints it, without colour, in the language of its document."""
        ...

    def fragment(self, value: Any) -> str:
        """The value as part of a page in HTML that stands by itself, in the language of its document."""
        ...


class PageView(View, Protocol):
    """A module that can also write a whole page."""

    def page(self, value: Any, lang: Any) -> str:
        """The value as a page of HTML in one language."""
        ...


class Showing:
    """A value that shows itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return view_of(self).text(self)

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return view_of(self).fragment(self)


def view_of(value: object) -> View:
    """The module that shows a value, or what its class is derived from; imported when it is needed."""
    facade = "opshandover"
    homes = cast("Mapping[str, str]", import_module(facade).SHOWN_BY)
    name = next(of.__name__ for of in type(value).__mro__ if of.__name__ in homes)
    return cast("View", import_module(f"{facade}.{homes[name]}"))
