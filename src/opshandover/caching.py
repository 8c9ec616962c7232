"""A cache for values that are computed once for each class."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

Result = TypeVar("Result")
Key = TypeVar("Key")


def per_class(function: Callable[[Key], Result]) -> Callable[[Key], Result]:
    """Cache the result of a function for each class that it is called with.

    The same as `functools.cache`, but the type of the argument is kept: type checkers take the class
    objects of frozen attrs classes to be unhashable.
    """
    untyped: Any = cache(function)
    cached: Callable[[Key], Result] = untyped
    return cached
