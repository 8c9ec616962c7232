"""The reference page of the block tree, from the declarations of its classes."""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from inspect import cleandoc, isclass
from typing import Any, get_args

import attrs

from opshandover import pages as public
from opshandover.pages import blocks

Summary = Callable[[object], str]
Table = Callable[[Iterable[str], Iterable[Iterable[str]]], Iterator[str]]


def pages(summary: Summary, table: Table) -> Iterator[tuple[str, Iterable[str]]]:
    """The page with its name; `summary` and `table` are those of the other pages."""
    yield "blocks", blocks_page(summary, table)


def blocks_page(summary: Summary, table: Table) -> Iterator[str]:
    """Explains the classes of the block tree, in the order in which their file declares them."""
    yield from (
        "# Blocks",
        "",
        summary(blocks),
        "",
        "All names are imported from `opshandover.pages`. A block is one of",
    )
    yield f"{', '.join(f'[{one.__name__}](#node-{one.__name__.lower()})' for one in get_args(blocks.Block))}."
    for cls in (one for one in vars(blocks).values() if isclass(one) and one.__name__ in public.__all__):
        yield from ("", f"(node-{cls.__name__.lower()})=", f"## {cls.__name__}", "", cleandoc(cls.__doc__ or ""))
        if issubclass(cls, Enum):
            yield from ("", f"Its members are {', '.join(f'`{member.name}`' for member in cls)}.")
        elif attrs.has(cls):
            rows = ((f"`{a.name}`", code(type_of(a.type)), code(default_of(a))) for a in attrs.fields(cls))
            yield from table(("Field", "Type", "Default"), rows)


def type_of(of: object) -> str:
    """A type as it is written in the class, without the modules of its names."""
    written = of if isinstance(of, str) else getattr(of, "__name__", "") if isclass(of) else str(of)
    return re.sub(r"ForwardRef\('([^']*)'\)|\b\w+\.", r"\1", written.replace("typing.", ""))


def default_of(attribute: "attrs.Attribute[Any]") -> str:
    """The default of a field as it is written in code; empty if there is none."""
    default = attribute.default
    if default is attrs.NOTHING:
        return ""
    return str(default) if isinstance(default, Enum) else repr(default)


def code(written: str) -> str:
    """A piece of code in a table; nothing if there is none."""
    return f"`{written}`".replace("|", r"\|") if written else ""
