"""The JSON exporter: the document as structured data for other programs."""

from typing import ClassVar

from attrs import frozen

from opshandover.codec import dumps
from opshandover.model import Choice, OpsDocument
from opshandover.text import Lang


class KeyForm(Choice):
    """How keys and enumeration values are written."""

    NAME = "name", "名称", "Names"
    LABEL = "label", "标签", "Labels"


@frozen(kw_only=True)
class JsonExporter:
    """Writes JSON that loads as the same document.

    `keys` is `name` for field names, which are the same in every language, or `label` for the labels in
    the language of the output.
    """

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"
    is_data: ClassVar[bool] = True

    keys: KeyForm = KeyForm.NAME

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the document as JSON in UTF-8."""
        return dumps(document, format="json", lang=lang if self.keys is KeyForm.LABEL else None).encode()
