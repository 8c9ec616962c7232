"""The formats in which findings are written for programs, one row each."""

from collections.abc import Mapping, Sequence
from importlib import import_module

from opshandover.reporting.checked import Looked
from opshandover.text import Lang

WRITERS: Mapping[str, str] = {
    "json": "opshandover.reporting.json",
    "junit": "opshandover.reporting.junit",
    "github": "opshandover.reporting.github",
    "sarif": "opshandover.reporting.sarif",
}
"""Format to the module whose `write` makes it; imported when it is asked for."""


def write(format: str, looked: Sequence[Looked], lang: Lang) -> str:
    """Gives what was found in some files as a text in one of the formats of `WRITERS`.

    Args:
        format: the name of the format.
        looked: the files in the order in which they were named, each speaking its own language.
        lang: the language of what concerns no single file.
    """
    text: str = import_module(WRITERS[format]).write(looked, lang)
    return text
