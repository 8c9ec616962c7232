"""What holds for all tests."""

import os
import shutil

import pytest

NEEDED = ("soffice", "pdftotext")


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
