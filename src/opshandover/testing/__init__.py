"""Tools for testing plugins: sample documents, and the contracts of exporters, importers, rules and kinds of document.

    from opshandover.testing import check_exporter

    def test_my_exporter():
        check_exporter("my_format")

Nothing here depends on a test runner: every failure is an `AssertionError`.
"""

from opshandover.testing.exporters import check_exporter
from opshandover.testing.importers import check_importer
from opshandover.testing.profiles import check_profile
from opshandover.testing.rules import check_rule
from opshandover.testing.samples import HOSTILE_TEXTS, a_document, a_full_document, a_person, a_task

__all__ = [
    "HOSTILE_TEXTS",
    "a_document",
    "a_full_document",
    "a_person",
    "a_task",
    "check_exporter",
    "check_importer",
    "check_profile",
    "check_rule",
]
