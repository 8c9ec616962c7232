"""The command `schema`."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import call

import opshandover as oh


@pytest.mark.parametrize("keys", ["all", "name", "zh", "en"])
def test_schema(keys: str, tmp_path: Path) -> None:
    """The schema is that of the library, on standard output or in a file."""
    expected = json.loads(json.dumps(oh.schema(keys, "en")))  # type: ignore[arg-type]
    assert json.loads(call("schema", "--keys", keys, "--lang", "en").stdout) == expected
    assert call("schema", "--keys", keys, "--lang", "en", "-o", tmp_path / "s.json").stdout == ""
    assert json.loads((tmp_path / "s.json").read_text("utf-8")) == expected
