"""What the search once found is answered, as is the least input of each reader."""

from pathlib import Path

import pytest
from tests.fuzz.run import CORPUS
from tests.fuzz.targets import TARGETS, seeds
from tests.support.examples import ROOT

FOUND = [path for name in TARGETS for path in sorted((CORPUS / name).glob("*"))]


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found(path: Path) -> None:
    """Each input that once broke a reader gets an answer."""
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_what_the_search_begins_with(name: str) -> None:
    """The targets accept good input, and refuse nothing, cut files and noise without breaking."""
    for seed in seeds(name, ROOT / "examples")[:3]:
        for content in (seed, b"", seed[: len(seed) // 2], seed[::-1][:200], bytes(range(256))):
            TARGETS[name](content)
