"""Formats to write documents in, found by name through entry points."""

from opshandover.exporters.registry import Exporter, Option, Want, get, make, names, options_of

__all__ = ["Exporter", "Option", "Want", "get", "make", "names", "options_of"]
