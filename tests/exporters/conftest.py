"""What the tests of exporters begin with."""

from pathlib import Path

import pytest
from tests.support.pictures import png


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pictures, and something secret beside it."""
    inside = tmp_path / "handover"
    (inside / "charts").mkdir(parents=True)
    (inside / "charts" / "week.png").write_bytes(png(640, 320))
    (inside / "周 报.png").write_bytes(png(48, 24))
    (inside / "tall.png").write_bytes(png(100, 1900))
    (tmp_path / "secret.png").write_bytes(png(10, 10))
    return inside
