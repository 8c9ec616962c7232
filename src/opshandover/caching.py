"""A cache for what is derived from a class once and for all."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

Result = TypeVar("Result")
Key = TypeVar("Key")


def per_class(function: Callable[[Key], Result]) -> Callable[[Key], Result]:
    """Remembers what a function gave for each class.

    The same as `functools.cache`, with a type that keeps the argument's: checkers take the class
    objects of frozen attrs classes for unhashable.
    """
    remembered: Any = cache(function)
    kept: Callable[[Key], Result] = remembered
    return kept
