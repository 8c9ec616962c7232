"""The properties of a document as YAML before its text."""

from collections.abc import Iterable

import yaml

from opshandover.plain_text import clean

_NEVER_FOLDED = 1_000_000


def properties_as_yaml(properties: Iterable[tuple[str, str]]) -> str:
    """Writes properties between two lines of hyphens; each is read again as the same text."""
    values = {name: clean(value) for name, value in properties}
    written = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=_NEVER_FOLDED)
    return f"---\n{written}---"
