"""An exporter that keeps the contract, for tests that bend it."""

from typing import ClassVar

from opshandover.model import OpsDocument
from opshandover.text import Lang


class Sound:
    """An exporter without options that keeps the contract."""

    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain"

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """The title alone."""
        return f"{lang} {document.title}".encode()
