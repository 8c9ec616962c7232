"""Why a configuration is refused."""

from pathlib import Path

import pytest

from opshandover.config.config import Config
from opshandover.errors import ConfigError, LoadError


def faults(path: Path) -> dict[str, tuple[str, str]]:
    """All that is wrong with a configuration: path, and the text in both languages."""
    with pytest.raises(ConfigError) as caught:
        Config.load(path)
    assert isinstance(caught.value, LoadError)
    assert str(path) in str(caught.value)
    return {f.path: (f.in_lang("zh"), f.in_lang("en")) for f in caught.value.faults}
