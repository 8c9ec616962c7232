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
    from opshandover.batch import export_many
    from opshandover.codec import dump, dumps, load, loads, schema
    from opshandover.config.config import Config
    from opshandover.document.receivers import for_receiver
    from opshandover.errors import LoadError, NotReadyError, OpsHandoverError
    from opshandover.exporting import export
    from opshandover.findings import Finding, Report, Severity
    from opshandover.model import OpsDocument
    from opshandover.rules import check
    from opshandover.scoring import Scorecard, score
    from opshandover.text import Lang, Text

__all__ = [
    "Config",
    "Finding",
    "Lang",
    "LoadError",
    "NotReadyError",
    "OpsDocument",
    "OpsHandoverError",
    "Report",
    "Scorecard",
    "Severity",
    "Text",
    "__version__",
    "check",
    "dump",
    "dumps",
    "export",
    "export_many",
    "for_receiver",
    "load",
    "loads",
    "schema",
    "score",
]

_HOMES = {
    "codec": ("dump", "dumps", "load", "loads", "schema"),
    "config.config": ("Config",),
    "document.receivers": ("for_receiver",),
    "errors": ("LoadError", "NotReadyError", "OpsHandoverError"),
    "batch": ("export_many",),
    "exporting": ("export",),
    "findings": ("Finding", "Report", "Severity"),
    "model": ("OpsDocument",),
    "rules": ("check",),
    "scoring": ("Scorecard", "score"),
    "text": ("Lang", "Text"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

SHOWN_BY = {
    "OpsDocument": "reporting.views.document",
    "Report": "reporting.views.report",
    "Scorecard": "reporting.views.score",
}
"""The module that shows each of these to people; imported when one is shown."""


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first used."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'opshandover' has no attribute '{name}'")
    value: object = getattr(import_module(f"opshandover.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
