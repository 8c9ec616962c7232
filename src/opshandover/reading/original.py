"""The document that a file was made from, with the secrets that the file has blacked out."""

from collections.abc import Collection, Mapping
from typing import Any

from opshandover.document.paths import Path
from opshandover.document.secrets import hidden, redacted
from opshandover.errors import PathError
from opshandover.model.document import OpsDocument
from opshandover.reading.imported import Imported
from opshandover.redaction import masked
from opshandover.redaction.mask import MASK
from opshandover.rules.credentials import plaintext_secret
from opshandover.rules.waivers import accepted_places

Secrets = Mapping[str, tuple[str, Collection[tuple[int, int]]]]
"""The texts with secrets by path, and where these are."""


def original_of(imported: Imported, against: OpsDocument | None) -> OpsDocument | None:
    """The document that a file was made from; `None` if nobody knows it.

    Args:
        imported: the file as an importer has it.
        against: the document as it is today: has the secrets of the document in the file, and stands for that if there
            is none.

    Raises:
        LoadError: the document in the file cannot be read.
    """
    if imported.baseline is None:
        return against
    document = imported.baseline.document()
    return with_secrets(document, secrets_of(against)) if against else document


def as_shown(document: OpsDocument) -> OpsDocument:
    """A document as exports show it: its secrets are blacked out."""
    return redacted(document, shown=_accepted(document))


def secrets_of(document: OpsDocument) -> Secrets:
    """The secrets of a document that exports black out."""
    return {node.path: (node.value, spans) for node, spans in hidden(document, _accepted(document))}


def _accepted(document: OpsDocument) -> frozenset[str]:
    return accepted_places(document, plaintext_secret)


def with_secrets(document: OpsDocument, secrets: Secrets) -> OpsDocument:
    """A document with the texts of another where it has the same, blacked out."""
    for path, (text, spans) in secrets.items():
        place = Path.parse(path)
        try:
            if place.get(document) == masked(text, spans):
                document = place.put(document, text)
        except PathError:
            continue
    return document


def unmasked(path: str, value: Any, secrets: Secrets) -> Any:
    """A text that was edited around blacked-out secrets, with the secrets in their order."""
    if not isinstance(value, str) or path not in secrets:
        return value
    text, spans = secrets[path]
    if value.count(MASK) != len(spans):
        return value
    for start, end in spans:
        value = value.replace(MASK, text[start:end], 1)
    return value
