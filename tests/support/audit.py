"""What a second judge says of a Word file: openxml-audit, which knows nothing of our exporter."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


def audit(data: bytes, folder: Path) -> list[str]:
    """One line for each fault that openxml-audit finds; none of them is left out."""
    path = folder / "audited.docx"
    path.write_bytes(data)
    return [str(error) for error in _judge().validate(path).errors]


@cache
def _judge() -> Any:
    # It has no types. Made once: it reads its schemas when it is made.
    return import_module("openxml_audit").OpenXmlValidator(max_errors=0)
