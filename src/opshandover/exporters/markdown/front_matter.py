"""The properties of a document as YAML front matter."""

from collections.abc import Callable, Iterable
from typing import Any, cast

import yaml

from opshandover.plain_text import clean

_NEVER_FOLDED = 1_000_000
_dump: Callable[..., str] = cast("Any", yaml).safe_dump  # some releases of its stubs leave a type of it unknown


def properties_as_yaml(properties: Iterable[tuple[str, str]]) -> str:
    """Write properties between two lines of hyphens; each value reads back as the same text."""
    values = {name: clean(value) for name, value in properties}
    written = _dump(values, allow_unicode=True, sort_keys=False, width=_NEVER_FOLDED)
    return f"---\n{written}---"
