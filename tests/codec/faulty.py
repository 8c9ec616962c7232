"""Faulty documents, and what is reported of them."""

import pytest

from opshandover import codec
from opshandover.errors import Fault, LoadError


def faults(text: str, name: str = "yaml") -> tuple[Fault, ...]:
    """The faults of a text that must have some."""
    with pytest.raises(LoadError) as caught:
        codec.loads(text, format=name)
    return caught.value.faults


def said(text: str, name: str = "yaml") -> list[str]:
    """The faults of a text as lines in English."""
    return [f.in_lang("en") for f in faults(text, name)]


def json_of(fields: str) -> str:
    """A JSON document with some fields beside its profile."""
    return f'{{"profile": "daily_work", {fields}}}'


def yaml_of(fields: str) -> str:
    """A YAML document with some fields beside its profile."""
    return f"profile: daily_work\n{fields}\n"
