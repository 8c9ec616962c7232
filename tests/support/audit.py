"""What a second judge says of a Word file: openxml-audit, which knows nothing of our exporter."""

from importlib import import_module
from pathlib import Path
from typing import Any


def audit(data: bytes, folder: Path) -> list[str]:
    """One line for each fault that openxml-audit finds; none of them is left out."""
    path = folder / "audited.docx"
    path.write_bytes(data)
    # Made for each file: it remembers files by their identity in memory, which others may have later.
    return [str(error) for error in _maker()(max_errors=0).validate(path).errors]


def _maker() -> Any:
    return import_module("openxml_audit").OpenXmlValidator  # it has no types
