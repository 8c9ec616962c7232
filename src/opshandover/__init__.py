"""Operations handovers as documents that people can rely on.

One typed model is checked, scored and written to Word, HTML, Markdown and JSON:

    import opshandover as oh

    document = oh.load("handover.yaml")
    report = oh.check(document)
    oh.export(document, "word", "handover.docx")

The classes of a document are in `opshandover.model`. Every public name is imported on first use, so
that a script or the command line loads only what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from opshandover._version import __version__

if TYPE_CHECKING:
    from opshandover import items
    from opshandover.batch import export_many
    from opshandover.codec import dump, dumps, from_data, loads, schema
    from opshandover.config.config import Config
    from opshandover.continuity.changes import Diff
    from opshandover.continuity.comparing import diff
    from opshandover.continuity.merging import Merge, merge
    from opshandover.document.receivers import for_receiver
    from opshandover.errors import LoadError, NotReadyError, OpsHandoverError
    from opshandover.exporting import export
    from opshandover.findings import Finding, Report, Severity
    from opshandover.importing import read
    from opshandover.loading import load
    from opshandover.model import OpsDocument
    from opshandover.reading.result import Reading
    from opshandover.rules import check
    from opshandover.scoring import Scorecard, score
    from opshandover.text import Lang, Text

__all__ = [
    "Config",
    "Diff",
    "Finding",
    "Lang",
    "LoadError",
    "Merge",
    "NotReadyError",
    "OpsDocument",
    "OpsHandoverError",
    "Reading",
    "Report",
    "Scorecard",
    "Severity",
    "Text",
    "__version__",
    "check",
    "diff",
    "dump",
    "dumps",
    "export",
    "export_many",
    "for_receiver",
    "from_data",
    "items",
    "load",
    "loads",
    "merge",
    "read",
    "schema",
    "score",
]

_HOMES = {
    "codec": ("dump", "dumps", "from_data", "loads", "schema"),
    "config.config": ("Config",),
    "continuity.changes": ("Diff",),
    "continuity.comparing": ("diff",),
    "continuity.merging": ("Merge", "merge"),
    "document.receivers": ("for_receiver",),
    "errors": ("LoadError", "NotReadyError", "OpsHandoverError"),
    "batch": ("export_many",),
    "exporting": ("export",),
    "importing": ("read",),
    "loading": ("load",),
    "reading.result": ("Reading",),
    "findings": ("Finding", "Report", "Severity"),
    "model": ("OpsDocument",),
    "rules": ("check",),
    "scoring": ("Scorecard", "score"),
    "text": ("Lang", "Text"),
}
_ROOMS = ("items",)
"""Modules that are used by their name: `oh.items.read_csv`."""
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

SHOWN_BY = {
    "Diff": "reporting.views.diff",
    "Merge": "reporting.views.merge",
    "OpsDocument": "reporting.views.document",
    "Reading": "reporting.views.reading",
    "Report": "reporting.views.report",
    "Scorecard": "reporting.views.score",
}
"""The module that shows each of these to people; imported when one is shown."""


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first used."""
    if name in _ROOMS:
        return import_module(f"opshandover.{name}")
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'opshandover' has no attribute '{name}'")
    value: object = getattr(import_module(f"opshandover.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
