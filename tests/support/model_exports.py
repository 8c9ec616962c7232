"""Writes `opshandover/model/__init__.py`: `python -m tests.support.model_exports`.

All records and enumerations of the model are public, and so are the names in `SHARED`. A type checker
reads the file as it stands, so it cannot be put together when it is imported.
"""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

MODEL = Path(__file__).parents[2] / "src" / "opshandover" / "model"
HEAD = '"""What a document is: a header, sections, and the values that they are made of."""'
SHARED = {"base": ("Absence", "Prose", "When")}
"""What is public without being a class, by module."""


def content() -> str:
    """The text that the file should hold, before it is formatted."""
    public = {path.stem: sorted(_public(path)) for path in sorted(MODEL.glob("*.py"))}
    imports = [
        f"from opshandover.model.{module} import {', '.join(names)}" for module, names in public.items() if names
    ]
    everything = sorted(name for names in public.values() for name in names)
    return "\n".join([HEAD, "", *imports, "", f"__all__ = {everything!r}", ""])


def formatted(text: str) -> str:
    """The text in the form of the project."""
    for command in (["check", "--select", "I", "--fix", "-q"], ["format"]):
        done = ["ruff", *command, "--stdin-filename", str(MODEL / "__init__.py"), "-"]
        text = subprocess.run(done, input=text, capture_output=True, check=True, text=True).stdout
    return text


def _public(path: Path) -> Iterator[str]:
    if path.stem in ("__init__", "fields"):
        return
    yield from SHARED.get(path.stem, ())
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name != "Markup":
            yield node.name


if __name__ == "__main__":
    (MODEL / "__init__.py").write_text(formatted(content()), "utf-8")
