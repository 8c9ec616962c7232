"""What the tests of a company's file begin with."""

import pytest
from tests.exporters.word.templates import (
    template,
)


@pytest.fixture(scope="session")
def plain_template() -> bytes:
    """A template without changes."""
    return template()
