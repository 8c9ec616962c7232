"""What holds for all tests."""

import os
import shutil

import hypothesis
import pytest

NEEDED = {
    "office": {"soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils"},
    "browser": {"chromium": "chromium", "pdftotext": "poppler-utils"},
}
"""The programs that tests with a marker need, and the packages of Debian that have them."""

hypothesis.settings.register_profile(
    "opshandover",
    max_examples=50,
    derandomize=True,
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
"""A change is judged by the same examples each time; others are looked for at night.

No test of a property depends on how busy the machine is, and documents are large by nature.

Folders that a fixture gives may serve all examples of a test: what is written there is overwritten.
"""

hypothesis.settings.register_profile(
    "nightly", hypothesis.settings.get_profile("opshandover"), max_examples=2000, derandomize=False
)
"""Many examples, and new ones each time, for `nox -s nightly`; the number where a test does not state it itself."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out tests marked `nightly` unless the profile is; whatever else `-m` selects, a usual run stays short."""
    if config.getoption("--hypothesis-profile") == "nightly":
        return
    nightly = [item for item in items if item.get_closest_marker("nightly")]
    config.hook.pytest_deselected(items=nightly)
    items[:] = [item for item in items if item not in nightly]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips tests of an office or in a browser where there is none, unless the surroundings demand them."""
    for marker, needed in NEEDED.items():
        if item.get_closest_marker(marker) is None:
            continue
        lacking = [program for program in needed if shutil.which(program) is None]
        if not lacking:
            continue
        packages = ", ".join(needed[program] for program in lacking)
        reason = f"needs {', '.join(lacking)} (on Debian: {packages})"
        if os.environ.get(f"OPSHANDOVER_{marker.upper()}") == "required":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
