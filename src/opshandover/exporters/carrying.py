"""The baseline that an exporter leaves in its file, if it is asked to."""

from enum import Enum
from pathlib import Path

from opshandover.codec.baseline import Baseline
from opshandover.codec.files import canonical
from opshandover.exporters.registry import Exporter
from opshandover.model.document import OpsDocument
from opshandover.plugin_options import options_of
from opshandover.text import Lang


def baseline_of(exporter: Exporter, document: OpsDocument, lang: Lang) -> Baseline:
    """The document as an exporter writes it, with the options that are not left at their defaults.

    Paths of the machine are left out: they say nothing about the page, and are nobody's business.
    """
    given = ((option, getattr(exporter, option.name)) for option in options_of(type(exporter)))
    options = {
        option.name: _as_text(value)
        for option, value in given
        if value != option.default and not isinstance(value, Path)
    }
    return Baseline(json=canonical(document), lang=lang, options=options)


def _as_text(value: object) -> str:
    """A value as `--option` takes it."""
    if isinstance(value, Enum):
        return str(value.value)
    return str(value).lower() if isinstance(value, bool) else str(value)
