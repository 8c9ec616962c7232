"""The properties of a document as YAML front matter."""

from collections.abc import Iterable

import yaml

from opshandover.exporters.markdown.escape import clean

_NEVER_FOLDED = 1_000_000


def properties_as_yaml(properties: Iterable[tuple[str, str]]) -> str:
    """Write properties between two lines of hyphens; each value reads back as the same text."""
    values = {name: clean(value) for name, value in properties}
    written = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=_NEVER_FOLDED)
    return f"---\n{written}---"
