"""What the tests of plugins share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.plugins.fakes import Fake, maker


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """A function that puts fake distributions on the path; their modules are forgotten afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    yield maker(tmp_path)
    for module in set(sys.modules) - before:
        if module.startswith("fake_"):
            del sys.modules[module]
