"""What `opshandover.model` offers."""

import ast

from tests.support.model_exports import MODEL, content

import opshandover.model


def _names(text: str) -> set[tuple[str | None, str]]:
    imports = (node for node in ast.parse(text).body if isinstance(node, ast.ImportFrom))
    return {(node.module, one.name) for node in imports for one in node.names}


def test_everything_public_is_exported() -> None:
    """The file has what its generator says: `python -m tests.support.model_exports` writes it anew."""
    written = _names((MODEL / "__init__.py").read_text("utf-8"))
    assert written == _names(content())
    assert sorted(name for _, name in written) == opshandover.model.__all__
