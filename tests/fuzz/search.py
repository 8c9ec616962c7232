"""The search of one target, in a process of its own."""

import sys
from importlib import import_module
from typing import Any

engine: Any = import_module("atheris")  # has no types, and is there for `nox -s fuzz` only
with engine.instrument_imports(include=["opshandover", "yaml", "markdown_it"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    engine.Setup(sys.argv, target)
    engine.Fuzz()
