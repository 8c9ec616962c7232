"""The formats of a report other than the text of the prompt, one row each."""

from collections.abc import Mapping, Sequence
from importlib import import_module

from opshandover.reporting.checked import FileResult
from opshandover.text import Lang

WRITERS: Mapping[str, str] = {
    "json": "opshandover.reporting.json",
    "junit": "opshandover.reporting.junit",
    "github": "opshandover.reporting.github",
    "sarif": "opshandover.reporting.sarif",
    "html": "opshandover.reporting.html",
}
"""The module of each format, which has a function `write`; imported when it is needed."""


def write(format: str, file_results: Sequence[FileResult], lang: Lang) -> str:
    """The result for some files, as text in one of the formats of `WRITERS`.

    Args:
        format: the name of the format.
        file_results: one result for each file, in the order of the command line; each has its own language.
        lang: the language of whatever belongs to no single file.
    """
    text: str = import_module(WRITERS[format]).write(file_results, lang)
    return text
