"""Formats to write documents in, found by name through entry points."""

from opshandover.exporters.registry import Exporter, Want, get, make, names
from opshandover.plugin_options import Option, options_of

__all__ = ["Exporter", "Option", "Want", "get", "make", "names", "options_of"]
