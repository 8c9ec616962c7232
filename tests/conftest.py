"""What holds for all tests."""

import os
import shutil

import hypothesis
import pytest

NEEDED = ("soffice", "pdftotext")

hypothesis.settings.register_profile(
    "opshandover",
    deadline=None,
    print_blob=True,
    suppress_health_check=[
        hypothesis.HealthCheck.too_slow,
        hypothesis.HealthCheck.data_too_large,
        hypothesis.HealthCheck.large_base_example,
        hypothesis.HealthCheck.function_scoped_fixture,
    ],
)
hypothesis.settings.load_profile("opshandover")
"""No test of a property depends on how busy the machine is, and documents are large by nature.

Folders that a fixture gives may serve all examples of a test: what is written there is overwritten.
"""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips the office tests where there is no office, unless the surroundings demand them."""
    if item.get_closest_marker("office") is None:
        return
    lacking = [program for program in NEEDED if shutil.which(program) is None]
    if not lacking:
        return
    reason = f"needs {', '.join(lacking)} (on Debian: libreoffice-writer-nogui, poppler-utils)"
    if os.environ.get("OPSHANDOVER_OFFICE") == "required":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
